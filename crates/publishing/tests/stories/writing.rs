//! What a composer leans on: versions, who is there, texts kept for later, tracked links.

use jiff::SignedDuration;
use platform::Role;
use platform::activity::{self, Subject};
use publishing::campaign::{CampaignEdit, CampaignKind};
use publishing::difference::{Change, between};
use publishing::template::{TemplateEdit, TemplateError, TemplateKind};
use publishing::{Campaign, Post, Template, Tracking, Version};

use crate::world::{World, worlds};

/// The post, saying this.
async fn says(world: &World, post: &Post, text: &str, actor: &platform::Actor) -> Post {
    let mut tx = world.engine.begin().await.unwrap();
    let post = Post::load(post.id, actor, &mut tx).await.unwrap();
    let mut edit = post.as_edit();
    edit.text = text.into();
    let post = post.edit(edit, post.version, actor, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

async fn versions(world: &World, post: &Post) -> Vec<Version> {
    let mut tx = world.engine.read().await.unwrap();
    Version::of_post(post.id, &world.louise, &mut tx).await.unwrap()
}

fn texts(versions: &[Version]) -> Vec<&str> {
    versions.iter().map(|version| version.said.text.as_str()).collect()
}

#[tokio::test]
async fn each_time_someone_works_on_a_post_is_a_version_that_can_be_brought_back() {
    for world in worlds().await {
        let ines = world.colleague(Role::Contributor).await;
        let post = world.draft("La bûche").await;
        says(&world, &post, "La bûche est", &world.louise).await;
        says(&world, &post, "La bûche est là", &world.louise).await;
        assert_eq!(texts(&versions(&world, &post).await), ["La bûche est là"]);
        says(&world, &post, "La galette est là", &ines).await;
        world.engine.ambient().advance(SignedDuration::from_mins(6));
        says(&world, &post, "La galette arrive", &ines).await;
        says(&world, &post, "La galette arrive", &ines).await;
        let all = versions(&world, &post).await;
        assert_eq!(texts(&all), ["La galette arrive", "La galette est là", "La bûche est là"]);
        assert_eq!(all[2].author, world.louise.teammate_id());

        let mut tx = world.engine.begin().await.unwrap();
        let back = all[2].restore(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((back.text.as_str(), back.variants.len()), ("La bûche est là", 2));
        says(&world, &post, "La bûche est là, enfin", &world.louise).await;
        let all = versions(&world, &post).await;
        assert_eq!(
            texts(&all)[..3],
            ["La bûche est là, enfin", "La bûche est là", "La galette arrive"]
        );
        assert_eq!(all[1].restored_from, Some(all[4].id));
        assert_eq!(all[0].restored_from, None);
    }
}

#[tokio::test]
async fn a_neighbour_sees_no_version() {
    for world in worlds().await {
        let post = world.draft("La bûche").await;
        let mut tx = world.engine.read().await.unwrap();
        let none = Version::of_post(post.id, &world.neighbour, &mut tx).await.unwrap();
        assert!(none.is_empty());
    }
}

#[tokio::test]
async fn two_people_on_one_draft_see_each_other_while_they_are_there() {
    for world in worlds().await {
        let ines = world.colleague(Role::Contributor).await;
        let post = world.draft("La bûche").await;
        let mut tx = world.engine.begin().await.unwrap();
        post.note_presence(&world.louise, &mut tx).await.unwrap();
        post.note_presence(&ines, &mut tx).await.unwrap();
        let seen = post.others_present(&world.louise, &mut tx).await.unwrap();
        assert_eq!(seen.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Inès"]);
        post.note_absence(&ines, &mut tx).await.unwrap();
        assert!(post.others_present(&world.louise, &mut tx).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        world.engine.ambient().advance(SignedDuration::from_secs(40));
        let mut tx = world.engine.read().await.unwrap();
        assert!(post.others_present(&ines, &mut tx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn texts_are_kept_for_later_changed_and_taken_away_with_a_way_back() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let edit = |kind, name: &str, text: &str| TemplateEdit {
            kind,
            name: name.into(),
            text: text.into(),
            channel: None,
        };
        let louise = &world.louise;
        let tags = edit(TemplateKind::Hashtags, " Noël ", "noel bûche, #Nantes #nantes");
        let tags = Template::add(tags, louise, &mut tx).await.unwrap();
        assert_eq!((tags.name.as_str(), tags.text.as_str()), ("Noël", "#noel #bûche #Nantes"));
        let sign = TemplateEdit {
            channel: Some(world.bluesky),
            ..edit(TemplateKind::Signature, "Bluesky", "Le Fournil, rue Crébillon")
        };
        let sign = Template::add(sign, louise, &mut tx).await.unwrap();
        assert_eq!(sign.channel, Some(world.bluesky));
        let empty = edit(TemplateKind::Text, "Vide", " \n");
        let refused = Template::add(empty, louise, &mut tx).await.unwrap_err();
        assert!(matches!(refused, TemplateError::Empty));
        let nameless = edit(TemplateKind::Text, " ", "x");
        let refused = Template::add(nameless, louise, &mut tx).await.unwrap_err();
        assert!(matches!(refused, TemplateError::Name));
        let hidden = Template::load(sign.id, &world.neighbour, &mut tx).await;
        assert!(matches!(hidden, Err(TemplateError::NotFound)));
        sign.remove(louise, &mut tx).await.unwrap();
        assert_eq!(Template::all(louise, &mut tx).await.unwrap(), [tags]);
        let back = Template::bring_back(sign.id, louise, &mut tx).await.unwrap();
        assert_eq!(back, sign);
        let thief = Template::bring_back(sign.id, &world.neighbour, &mut tx).await;
        assert!(thief.is_err());
    }
}

#[tokio::test]
async fn links_carry_where_they_are_published_and_what_is_counted_is_what_is_sent() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let tracking = Tracking {
            on: true,
            sources: [("bluesky".to_owned(), "bsky".to_owned())].into(),
            domains: vec!["https://www.Fournil.fr/".into()],
            ..Tracking::default()
        };
        let tracking = tracking.save(&world.louise, &mut tx).await.unwrap();
        assert_eq!(tracking.domains, ["fournil.fr"]);
        tx.commit().await.unwrap();
        let post = world.draft("Voir https://fournil.fr/noel et https://ailleurs.fr").await;
        let mut tx = world.engine.begin().await.unwrap();
        post.schedule("2026-12-24T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let sent: Vec<String> =
            world.publications(post.id).await.into_iter().map(|p| p.content.text).collect();
        let tagged = |source: &str| {
            format!(
                "Voir https://fournil.fr/noel?utm_source={source}&utm_medium=social et https://ailleurs.fr"
            )
        };
        for source in ["bsky", "mastodon"] {
            assert!(sent.contains(&tagged(source)), "{source}: {sent:?}");
        }
        assert_eq!(world.post(post.id).await.text, post.text, "what was written stays");
        // 280 characters of words and the link fit Bluesky; with what is added they do not.
        let long = world.draft(&format!("{} https://fournil.fr/noel", "é".repeat(270))).await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = long.schedule("2026-12-24T09:00", &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(publishing::post::ScheduleError::Refused(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_campaign_is_named_on_links_after_itself_or_as_the_brand_says() {
    for world in worlds().await {
        let mut tx = world.engine.begin().await.unwrap();
        let edit = CampaignEdit {
            name: "La bûche de Noël".into(),
            kind: CampaignKind::Launch,
            about: String::new(),
            colour: "#2e6f73".into(),
            starts_on: None,
            ends_on: None,
            day: None,
        };
        let campaign = Campaign::add(edit, &world.louise, &mut tx).await.unwrap();
        let tracking = Tracking { on: true, ..Tracking::default() };
        let tracking = tracking.save(&world.louise, &mut tx).await.unwrap();
        let link = |tracking: &Tracking| {
            tracking.tags("bluesky", Some(&campaign)).on_link("https://fournil.fr/")
        };
        assert!(link(&tracking).ends_with("utm_campaign=la-buche-de-noel"), "{}", link(&tracking));
        let named = Tracking { campaigns: [(campaign.id, "buche26".into())].into(), ..tracking };
        named.save(&world.louise, &mut tx).await.unwrap();
        let kept = Tracking::load(&world.louise, &mut tx).await.unwrap();
        assert!(link(&kept).ends_with("utm_campaign=buche26"), "{}", link(&kept));
        let wrong = Tracking { campaigns: [(campaign.id, "a b".into())].into(), ..kept };
        assert!(wrong.save(&world.louise, &mut tx).await.is_err());
    }
}

#[test]
fn what_changed_between_two_texts_is_said_word_by_word() {
    let pieces = between("La bûche de Noël est là", "La galette est là !");
    let of = |kind| {
        pieces
            .iter()
            .filter(|p| p.kind == kind)
            .map(|p| p.text.trim())
            .collect::<Vec<_>>()
            .join("|")
    };
    assert_eq!(of(Change::Removed), "bûche de Noël");
    assert_eq!(of(Change::Added), "galette|!");
    let whole: String =
        pieces.iter().filter(|p| p.kind != Change::Removed).map(|p| p.text.as_str()).collect();
    assert_eq!(whole, "La galette est là !");
}

#[tokio::test]
async fn who_changed_a_post_is_told_once_for_each_time_they_worked_on_it() {
    for world in worlds().await {
        let ines = world.colleague(Role::CommunityManager).await;
        let post = world.draft("La bûche").await;
        // Louise goes on with what she has just begun; then Inès twice in a row.
        says(&world, &post, "La bûche est là", &world.louise).await;
        says(&world, &post, "La bûche est arrivée", &ines).await;
        says(&world, &post, "La bûche est arrivée, enfin", &ines).await;
        let mut tx = world.engine.read().await.unwrap();
        let all = activity::about(&ines, &Subject::new("post", post.id), &mut tx).await;
        let told: Vec<_> = all.unwrap().into_iter().filter(|a| a.verb == "post.edited").collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(told[0].data["title"], "La bûche est arrivée");
    }
}
