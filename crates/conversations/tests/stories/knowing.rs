//! What the team knows: texts kept for answers, the help, and its gaps.

use channels::ItemKind;
use conversations::article::{
    Article, ArticleEdit, ArticleError, ArticleKind, GapSource, Help, OpenHelp, Opinion, Reader,
    dismiss_gap, gaps,
};
use conversations::saved::{Fields, SavedReply, SavedReplyEdit, SavedReplyError};
use platform::{Brand, Role};
use primitives::Language;

use crate::network::item;
use crate::world::{World, worlds};

fn text(name: &str, french: &str, english: &str) -> SavedReplyEdit {
    SavedReplyEdit { name: name.into(), french: french.into(), english: english.into() }
}

fn article(title: &str, body: &str) -> ArticleEdit {
    ArticleEdit {
        kind: ArticleKind::Question,
        language: Language::Fr,
        title: title.into(),
        category: "Le fournil".into(),
        body: body.into(),
    }
}

async fn slug(world: &World) -> String {
    let mut tx = world.engine.read().await.unwrap();
    Brand::for_system(world.louise.brand(), &mut tx).await.unwrap().unwrap().0.slug
}

#[tokio::test]
async fn the_ready_reply_that_fits_a_message_is_offered_first() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let add = [
            text("Horaires", "Bonjour {prénom}, nous ouvrons de 7 h à 19 h.", "We open at 7."),
            text("Livraison", "Nous livrons à Nantes le samedi.", ""),
        ];
        for edit in add {
            SavedReply::add(edit, &world.louise, &mut tx).await.unwrap();
        }
        let first = |found: Vec<SavedReply>| found.first().map(|saved| saved.name.clone());
        let asked = "Bonjour, vous livrez aussi le samedi ?";
        let found = SavedReply::suggested(asked, 3, &world.louise, &mut tx).await.unwrap();
        assert_eq!(first(found).as_deref(), Some("Livraison"));
        let praise = "Quelle belle brioche !";
        let found = SavedReply::suggested(praise, 3, &world.louise, &mut tx).await.unwrap();
        assert!(found.is_empty(), "nothing fits, nothing is offered: {found:?}");
        // What it once answered weighs as much as its own words.
        let all = SavedReply::all(&world.louise, &mut tx).await.unwrap();
        let hours = all.iter().find(|saved| saved.name == "Horaires").unwrap();
        hours.note_use("Êtes-vous là dimanche matin ?", &world.louise, &mut tx).await.unwrap();
        let found = SavedReply::suggested("Y a quelqu’un dimanche ?", 3, &world.louise, &mut tx);
        let found = found.await.unwrap();
        assert_eq!(first(found).as_deref(), Some("Horaires"));
        let hours = SavedReply::load(hours.id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(hours.used, 1);
        let fields = Fields { name: "Léa Petit".into(), ..Fields::default() };
        assert_eq!(hours.words(Language::Fr, &fields), "Bonjour Léa, nous ouvrons de 7 h à 19 h.");
        assert!(SavedReply::all(&world.stranger(), &mut tx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_ready_reply_is_refused_for_what_is_wrong_and_comes_back_when_removed() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let refused = SavedReply::add(text(" ", "Bonjour", ""), louise, &mut tx).await;
        assert!(matches!(refused, Err(SavedReplyError::Name)));
        let refused = SavedReply::add(text("Vide", "", " "), louise, &mut tx).await;
        assert!(matches!(refused, Err(SavedReplyError::Empty)));
        let refused = SavedReply::add(text("Heure", "À {heure}", ""), louise, &mut tx).await;
        assert!(matches!(refused, Err(SavedReplyError::UnknownBlank(blank)) if blank == "heure"));
        let reader = world.with_role(Role::ReadOnly);
        let refused = SavedReply::add(text("Oui", "Oui", ""), &reader, &mut tx).await;
        assert!(matches!(refused, Err(SavedReplyError::NotAllowed(_))));
        let kept = SavedReply::add(text("Oui", "Oui", ""), louise, &mut tx).await.unwrap();
        kept.remove(louise, &mut tx).await.unwrap();
        assert!(SavedReply::all(louise, &mut tx).await.unwrap().is_empty());
        SavedReply::bring_back(kept.id, louise, &mut tx).await.unwrap();
        assert_eq!(SavedReply::all(louise, &mut tx).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_help_is_read_once_it_is_open_and_only_what_is_published() {
    for world in worlds().await {
        let slug = slug(&world).await;
        let cm = world.teammate("Karim", Role::CommunityManager).await;
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        let sunday = article("Ouvrez-vous le dimanche ?", "Oui, de 7 h à 13 h.");
        let sunday = Article::add(sunday, None, louise, &mut tx).await.unwrap();
        let twin = article("Ouvrez-vous le dimanche !", "");
        let twin = Article::add(twin, None, louise, &mut tx).await.unwrap();
        assert_eq!(sunday.slug, "ouvrez-vous-le-dimanche");
        assert_eq!(twin.slug, "ouvrez-vous-le-dimanche-2");
        assert!(matches!(twin.publish(louise, &mut tx).await, Err(ArticleError::Empty)));
        sunday.publish(louise, &mut tx).await.unwrap();
        assert!(OpenHelp::at(&slug, &mut tx).await.unwrap().is_none(), "it is not open");
        let open = Help { open: true, ..Help::default() };
        assert!(Help::set(&open, &cm, &mut tx).await.is_err(), "those who run the brand open it");
        Help::set(&open, louise, &mut tx).await.unwrap();
        let help = OpenHelp::at(&slug, &mut tx).await.unwrap().unwrap();
        let shown = help.articles(Language::Fr, &mut tx).await.unwrap();
        assert_eq!(shown.iter().map(|one| one.id).collect::<Vec<_>>(), [sunday.id]);
        let found = help.look_for("ouverture dimanches", Language::Fr, &mut tx).await.unwrap();
        assert_eq!(found.len(), 1);
        assert!(help.look_for("cadeau", Language::Fr, &mut tx).await.unwrap().is_empty());
        let reader = |name: &str| Reader(name.to_owned());
        let no = |words: &str| Opinion { useful: false, words: words.into() };
        help.say(&sunday, &reader("a"), &no("Et à Noël ?"), &mut tx).await.unwrap();
        help.say(&sunday, &reader("b"), &no(""), &mut tx).await.unwrap();
        let yes = Opinion { useful: true, words: String::new() };
        help.say(&sunday, &reader("b"), &yes, &mut tx).await.unwrap();
        let sunday = Article::load(sunday.id, louise, &mut tx).await.unwrap();
        assert_eq!((sunday.useful, sunday.not_useful), (1, 1), "the last say of each counts");
        let remarks = sunday.remarks(louise, &mut tx).await.unwrap();
        assert_eq!(remarks.len(), 1);
        assert_eq!(remarks[0].0, "Et à Noël ?");
        sunday.withdraw(louise, &mut tx).await.unwrap();
        assert!(help.articles(Language::Fr, &mut tx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_is_asked_and_has_no_article_is_a_gap_until_it_has_one() {
    for world in worlds().await {
        world
            .comes(vec![
                item("m1", ItemKind::Mention, "lea", "Est-ce que vous livrez à Rezé ?", 1),
                item("m2", ItemKind::Mention, "paul", "Vous pouvez livrer à Rezé samedi ?", 2),
                item("m3", ItemKind::Mention, "ines", "Superbe vitrine, bravo !", 3),
                item("m4", ItemKind::Mention, "hugo", "C’est quoi vos horaires ?", 4),
            ])
            .await;
        let slug = slug(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let louise = &world.louise;
        Help::set(&Help { open: true, ..Help::default() }, louise, &mut tx).await.unwrap();
        let help = OpenHelp::at(&slug, &mut tx).await.unwrap().unwrap();
        for _ in 0..3 {
            help.note_not_found("carte cadeau", Language::Fr, &mut tx).await.unwrap();
        }
        let found = gaps(louise, &mut tx).await.unwrap();
        let said: Vec<_> = found.iter().map(|gap| (gap.question.as_str(), gap.times)).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert_eq!(said[0], ("carte cadeau", 3));
        assert_eq!(said[1].1, 2, "asked twice in other words: {said:?}");
        let asked = found[1].sources.iter().all(|one| matches!(one, GapSource::Conversation(_)));
        assert!(asked);
        let delivery = article("Livrez-vous à Rezé ?", "Oui, nous livrons à Rezé le samedi.");
        let delivery = Article::add(delivery, None, louise, &mut tx).await.unwrap();
        assert_eq!(gaps(louise, &mut tx).await.unwrap().len(), 3, "a draft answers nobody");
        delivery.publish(louise, &mut tx).await.unwrap();
        dismiss_gap(&found[0].key, louise, &mut tx).await.unwrap();
        let left = gaps(louise, &mut tx).await.unwrap();
        assert_eq!(left.len(), 1, "{left:?}");
        assert!(left[0].question.contains("horaires"));
        assert!(gaps(&world.stranger(), &mut tx).await.unwrap().is_empty());
    }
}
