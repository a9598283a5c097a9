//! What is read in messages as they come, and what a brand teaches by correcting it.

use channels::ItemKind;
use conversations::judgement::{self, Feeling, Harm, Intent, Judgement, JudgementError, Said};
use conversations::{Conversation, Filter, Group, StateFilter};
use jiff::SignedDuration;
use platform::{Actor, Role};
use primitives::Id;

use crate::network::{at, item, like, ours};
use crate::world::{World, worlds};

async fn says(world: &World, id: &str, who: &str, text: &str) {
    world.comes(vec![item(id, ItemKind::Direct, who, text, 1)]).await;
}

/// The message of that id and how it is read.
async fn read(world: &World, id: &str) -> (Id<conversations::Message>, Judgement) {
    for conversation in world.list(Group::Messages).await {
        for message in world.messages(&conversation).await {
            if message.remote_id.as_deref() == Some(id) {
                let mut tx = world.engine.read().await.unwrap();
                let brand = world.louise.brand();
                let read = judgement::of(brand, &[message.id], &mut tx).await.unwrap();
                return (message.id, read[&message.id].clone());
            }
        }
    }
    panic!("no message {id}");
}

async fn corrects(
    world: &World,
    id: &str,
    change: impl FnOnce(&mut Said),
    actor: &Actor,
) -> Result<Judgement, JudgementError> {
    let (message, before) = read(world, id).await;
    let mut said = Said::of(&before);
    change(&mut said);
    let mut tx = world.engine.begin().await.unwrap();
    let done = judgement::correct(message, said, actor, &mut tx).await?;
    tx.commit().await.unwrap();
    Ok(done)
}

async fn found(world: &World, filter: Filter) -> Vec<Conversation> {
    let filter = Filter { state: StateFilter::All, ..filter };
    let mut tx = world.engine.read().await.unwrap();
    let page = Conversation::list(&filter, &world.louise, &mut tx).await.unwrap();
    page.rows.into_iter().map(|row| row.conversation).collect()
}

#[tokio::test]
async fn what_comes_is_read_as_it_comes() {
    for world in worlds().await {
        says(&world, "sad", "anna", "Très déçue, ma commande n’est jamais arrivée").await;
        says(&world, "glad", "bilal", "Merci, votre pain est délicieux, j’adore !").await;
        says(&world, "rude", "chloe", "Vous êtes vraiment des connards").await;
        world.comes(vec![like("l", "dora", "post", 2), ours("o", "sad", 3)]).await;
        let (_, sad) = read(&world, "sad").await;
        assert_eq!((sad.feeling(), sad.language.as_str()), (Some(Feeling::Negative), "fr"));
        assert!(sad.wants(Intent::Complaint) && !sad.harm.hurts() && !sad.corrected);
        assert_eq!(read(&world, "glad").await.1.feeling(), Some(Feeling::Positive));
        assert!(read(&world, "rude").await.1.harm.hurts());
        // Likes and answers of ours are nobody's words.
        assert_eq!(world.count("message_judgement").await, 3, "{}", world.engine.name);
    }
}

#[tokio::test]
async fn the_inbox_is_narrowed_by_how_last_messages_are_read() {
    for world in worlds().await {
        says(&world, "sad", "anna", "Très déçue, ma commande n’est jamais arrivée").await;
        says(&world, "glad", "bilal", "Merci, votre pain est délicieux, j’adore !").await;
        says(&world, "rude", "chloe", "Vous êtes vraiment des connards").await;
        says(&world, "ask", "dora", "Vous êtes ouverts le dimanche ?").await;
        let who = |list: Vec<Conversation>| {
            let mut all: Vec<String> = list.into_iter().map(|c| c.preview).collect();
            all.sort();
            all
        };
        let negative = Filter { feeling: Some(Feeling::Negative), ..Filter::default() };
        assert!(who(found(&world, negative.clone()).await).iter().any(|p| p.starts_with("Très")));
        let open = Filter { state: StateFilter::Open, ..negative };
        let mut tx = world.engine.read().await.unwrap();
        assert!(Conversation::count(&open, &world.louise, &mut tx).await.unwrap() >= 1);
        drop(tx);
        let rude = found(&world, Filter { harm: true, ..Filter::default() }).await;
        assert_eq!(who(rude), ["Vous êtes vraiment des connards"], "{}", world.engine.name);
        let asked = Filter { intent: Some(Intent::Question), ..Filter::default() };
        assert_eq!(who(found(&world, asked).await), ["Vous êtes ouverts le dimanche ?"]);
        let spam = Filter { spam: Some(true), ..Filter::default() };
        assert!(found(&world, spam).await.is_empty());
        // Anna is content again: her conversation is where it belongs.
        says(&world, "sad2", "anna", "Super, reçue ce matin, merci beaucoup, vous êtes géniaux !")
            .await;
        let anna = found(&world, Filter { feeling: Some(Feeling::Positive), ..Filter::default() });
        assert_eq!(anna.await.len(), 2);
    }
}

#[tokio::test]
async fn what_a_teammate_corrects_counts_at_once_and_is_learnt_by_their_brand_alone() {
    for world in worlds().await {
        let text = "Le croissant aux pralines, c’est une tuerie";
        says(&world, "a", "anna", text).await;
        let (_, before) = read(&world, "a").await;
        let wrong = if before.sentiment == Feeling::Positive {
            Feeling::Negative
        } else {
            Feeling::Positive
        };
        let now = corrects(&world, "a", |said| said.feeling = wrong, &world.louise).await.unwrap();
        assert!(now.corrected && now.feeling() == Some(wrong) && now.is_sure());
        assert_eq!(read(&world, "a").await.1, now, "{}", world.engine.name);
        assert_eq!(
            found(&world, Filter { feeling: Some(wrong), ..Filter::default() }).await.len(),
            1
        );
        // One like it is read better afterwards, here and nowhere else.
        let like_it = "Ce croissant aux pralines, une tuerie";
        says(&world, "b", "bilal", like_it).await;
        let (_, learnt) = read(&world, "b").await;
        assert_eq!((learnt.sentiment, learnt.corrected), (wrong, false));
        let mut tx = world.engine.read().await.unwrap();
        let others = world.stranger().brand();
        let plain = language::Analyser::new().read(like_it, language::Asked::Auto);
        let elsewhere = judgement::analyser(others, &mut tx).await.unwrap();
        assert_eq!(elsewhere.read(like_it, language::Asked::Auto), plain);
        assert_ne!(Feeling::from(plain.sentiment.label), wrong);
        assert!(
            judgement::of(others, &[read(&world, "a").await.0], &mut tx).await.unwrap().is_empty()
        );
    }
}

#[tokio::test]
async fn a_correction_taken_back_is_as_if_it_had_not_been_said() {
    for world in worlds().await {
        says(&world, "a", "anna", "La fournée de midi est à tomber").await;
        let (message, before) = read(&world, "a").await;
        let change = |said: &mut Said| {
            said.harm = Harm::Insult;
            said.spam = true;
            said.intents = vec![Intent::Suggestion];
        };
        let now = corrects(&world, "a", change, &world.louise).await.unwrap();
        assert!(now.spam && now.harm.hurts() && now.intent == Some(Intent::Suggestion));
        let mut tx = world.engine.read().await.unwrap();
        let kept = judgement::corrections(0, 50, &world.louise, &mut tx).await.unwrap();
        drop(tx);
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].message, kept[0].by_name.as_deref()), (message, Some("Louise Martin")));
        assert_eq!((&kept[0].before, &kept[0].now), (&Said::of(&before), &Said::of(&now)));
        let mut tx = world.engine.begin().await.unwrap();
        let back = judgement::withdraw(message, &world.louise, &mut tx).await.unwrap();
        let again = judgement::withdraw(message, &world.louise, &mut tx).await;
        assert!(matches!(again, Err(JudgementError::NotFound)));
        tx.commit().await.unwrap();
        assert_eq!(back, before, "{}", world.engine.name);
        says(&world, "b", "bilal", "La fournée de midi est à tomber !").await;
        assert!(!read(&world, "b").await.1.spam);
        // What agrees with how it is read is no correction.
        corrects(&world, "a", |_| {}, &world.louise).await.unwrap();
        assert_eq!(world.count("judgement_correction").await, 0);
        let reader = world.with_role(Role::ReadOnly);
        let refused = corrects(&world, "a", |said| said.spam = true, &reader).await;
        assert!(matches!(refused, Err(JudgementError::NotAllowed(_))));
        let stranger = corrects(&world, "a", |said| said.spam = true, &world.stranger()).await;
        assert!(stranger.is_err());
    }
}

#[tokio::test]
async fn messages_from_before_are_read_in_the_background_once() {
    for world in worlds().await {
        for n in 0..7 {
            says(&world, &format!("m{n}"), &format!("p{n}"), "Très déçue, quel service honteux")
                .await;
        }
        let mut tx = world.engine.begin().await.unwrap();
        for table in [
            "DELETE FROM message_judgement",
            "UPDATE conversation SET feeling = NULL, read_at = NULL",
        ] {
            tx.execute(table, database::params![]).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(judgement::read_older(&world.engine.database).await.unwrap(), 7);
        assert_eq!(judgement::read_older(&world.engine.database).await.unwrap(), 0);
        let sad = Filter { feeling: Some(Feeling::Negative), ..Filter::default() };
        assert_eq!(found(&world, sad).await.len(), 7, "{}", world.engine.name);
    }
}

#[tokio::test]
async fn feelings_are_counted_by_the_hour() {
    for world in worlds().await {
        world
            .comes(vec![
                item("a", ItemKind::Mention, "anna", "Très déçue, quel service honteux", 1),
                item("b", ItemKind::Mention, "bilal", "C’est scandaleux, je suis furieux", 2),
                item("c", ItemKind::Mention, "chloe", "Merci, c’est délicieux, j’adore", 3),
            ])
            .await;
        let mut tx = world.engine.read().await.unwrap();
        let (from, until) =
            (at(0) - SignedDuration::from_hours(1), at(0) + SignedDuration::from_hours(2));
        let hours = judgement::hours(world.louise.brand(), from, until, &mut tx).await.unwrap();
        let sums = hours.values().fold((0, 0, 0), |sum, hour| {
            (sum.0 + hour.read, sum.1 + hour.negative, sum.2 + hour.positive)
        });
        assert_eq!(sums, (3, 2, 1), "{}", world.engine.name);
        assert!(hours.keys().all(|hour| hour.as_second() % 3600 == 0));
        let strangers = judgement::hours(world.stranger().brand(), from, until, &mut tx).await;
        assert!(strangers.unwrap().is_empty());
    }
}
