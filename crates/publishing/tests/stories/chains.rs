//! What follows a post on its channel: threads, first comments; and what networks take of it.

use channels::publication::{PartKind, Publication, PublicationState, StateName};
use channels::{Limits, PollLimits, Remote};
use primitives::text::CountRule;
use publishing::Post;
use publishing::post::{Edit, EditError, Poll, Problem, VariantExtras};

use crate::world::{World, worlds};

/// The post with other words, saved.
async fn edited(world: &World, post: &Post, change: impl FnOnce(&mut Edit)) -> Post {
    try_edit(world, post, change).await.unwrap()
}

async fn try_edit(
    world: &World,
    post: &Post,
    change: impl FnOnce(&mut Edit),
) -> Result<Post, EditError> {
    let post = world.post(post.id).await;
    let mut edit = post.as_edit();
    change(&mut edit);
    let mut tx = world.engine.begin().await.unwrap();
    let edited = post.edit(edit, post.version, &world.louise, &mut tx).await?;
    tx.commit().await.unwrap();
    Ok(edited)
}

/// A scheduled thread of three and a first comment, on a channel of Parvis's own and by hand.
async fn scheduled(world: &World) -> Post {
    let channel = world.connected().await;
    let post = world.draft("Le levain, en trois temps").await;
    let post = edited(world, &post, |edit| {
        edit.variants = vec![(channel.id, None).into(), (world.mastodon, None).into()];
        edit.extras.thread = vec!["D’abord le rafraîchi".into(), "Puis le pétrin".into()];
        edit.extras.first_comment = Some("La recette est en lien".into());
    })
    .await;
    let mut tx = world.engine.begin().await.unwrap();
    let post = post.schedule("2026-12-01T09:00", &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

/// What is planned on the channel of Parvis's own, in order.
async fn parts(world: &World, post: &Post) -> Vec<Publication> {
    let channel = post.variants[0].channel;
    let mut all = world.publications(post.id).await;
    all.retain(|publication| publication.channel == channel);
    all.sort_by_key(|publication| publication.place.part);
    all
}

async fn words(world: &World, post: &Post) -> Vec<String> {
    parts(world, post).await.into_iter().map(|part| part.content.text).collect()
}

async fn becomes(world: &World, part: &Publication, state: PublicationState) {
    let mut tx = world.engine.begin().await.unwrap();
    let mut part = Publication::load(part.id, &world.louise, &mut tx).await.unwrap();
    part.tell_past(state, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

fn there(id: &str, world: &World) -> PublicationState {
    let remote = Remote { id: id.into(), url: None, at: None };
    PublicationState::Published { remote, at: world.engine.ambient().now() }
}

#[tokio::test]
async fn a_thread_is_planned_as_parts_that_follow_one_another() {
    for world in worlds().await {
        let post = scheduled(&world).await;
        let parts = parts(&world, &post).await;
        let kinds: Vec<_> = parts.iter().map(|part| part.place.kind).collect();
        let thread = PartKind::Thread;
        assert_eq!(kinds, [PartKind::Main, thread, thread, PartKind::FirstComment]);
        for (part, before) in parts.iter().skip(1).zip(&parts) {
            assert_eq!(part.place.after, Some(before.id), "{}", world.engine.name);
            assert_eq!(part.due_at, before.due_at);
        }
        assert!(parts.iter().all(|part| part.content.thread.is_empty()));
    }
}

#[tokio::test]
async fn a_person_who_posts_by_hand_is_given_the_whole_thread_at_once() {
    for world in worlds().await {
        let post = scheduled(&world).await;
        let mut by_hand = world.publications(post.id).await;
        by_hand.retain(|publication| publication.channel == world.mastodon);
        assert_eq!(by_hand.len(), 1, "{}", world.engine.name);
        let content = &by_hand[0].content;
        assert_eq!(content.thread, ["D’abord le rafraîchi", "Puis le pétrin"]);
        assert_eq!(content.first_comment.as_deref(), Some("La recette est en lien"));
    }
}

#[tokio::test]
async fn removing_a_part_of_a_scheduled_thread_cancels_it() {
    for world in worlds().await {
        let post = scheduled(&world).await;
        let post = edited(&world, &post, |edit| {
            edit.extras.thread.remove(0);
        })
        .await;
        let left = ["Le levain, en trois temps", "Puis le pétrin", "La recette est en lien"];
        assert_eq!(words(&world, &post).await, left, "{}", world.engine.name);
        let last = parts(&world, &post).await.pop().unwrap();
        assert_eq!(last.place.kind, PartKind::FirstComment);
        let mut tx = world.engine.read().await.unwrap();
        let all = Publication::of_post(post.id.cast(), &world.louise, &mut tx).await.unwrap();
        let cancelled = all.iter().filter(|p| p.state.name() == StateName::Cancelled);
        assert_eq!(cancelled.count(), 1);
    }
}

#[tokio::test]
async fn a_part_added_to_a_scheduled_post_is_planned_and_a_variant_has_its_own() {
    for world in worlds().await {
        let post = scheduled(&world).await;
        let post = edited(&world, &post, |edit| {
            let own = vec!["Le rafraîchi".into(), "Le pétrin".into(), "Le four".into()];
            edit.variants[0].extras =
                VariantExtras { thread: Some(own), first_comment: Some(String::new()) };
        })
        .await;
        let own = ["Le levain, en trois temps", "Le rafraîchi", "Le pétrin", "Le four"];
        assert_eq!(words(&world, &post).await, own, "{}", world.engine.name);
        let last = parts(&world, &post).await.pop().unwrap();
        assert_eq!(last.place.kind, PartKind::Thread);
    }
}

#[tokio::test]
async fn what_has_left_stays_and_the_part_that_failed_can_be_mended() {
    for world in worlds().await {
        let post = scheduled(&world).await;
        let planned = parts(&world, &post).await;
        becomes(&world, &planned[0], there("1", &world)).await;
        let reason = channels::publication::Failure::Rejected(channels::Rejection::TextTooLong);
        let failed = PublicationState::Failed { reason, detail: String::new() };
        becomes(&world, &planned[1], failed).await;
        let changed = try_edit(&world, &post, |edit| edit.text = "Autre chose".into()).await;
        assert!(matches!(changed, Err(EditError::AlreadyLeft)), "{}", world.engine.name);
        let added = try_edit(&world, &post, |edit| edit.extras.thread.push("Encore".into())).await;
        assert!(matches!(added, Err(EditError::AlreadyLeft)), "it would leave at once");
        let post = edited(&world, &post, |edit| edit.extras.thread[0] = "D’abord".into()).await;
        let mended = &parts(&world, &post).await[1];
        assert_eq!(mended.content.text, "D’abord");
        assert_eq!(mended.state, PublicationState::Planned);
    }
}

#[tokio::test]
async fn taking_a_post_back_takes_back_all_that_follows_it() {
    for world in worlds().await {
        let post = scheduled(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let post = post.unschedule(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(world.publications(post.id).await.is_empty(), "{}", world.engine.name);
        let mut tx = world.engine.begin().await.unwrap();
        post.schedule("2026-12-02T09:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(parts(&world, &post).await.len(), 4);
    }
}

#[tokio::test]
async fn what_a_network_does_not_take_is_said_part_by_part() {
    for world in worlds().await {
        let post = world.draft("Seigle ou froment ?").await;
        let choices = vec!["Seigle".into(), "seigle ".into(), "x".repeat(26)];
        let post = edited(&world, &post, |edit| {
            edit.extras.thread = vec![String::new(), "é".repeat(301)];
            edit.extras.first_comment = Some("é".repeat(302));
            edit.extras.poll = Some(Poll { choices, minutes: 1, several: true });
        })
        .await;
        let plain = Limits::of(CountRule::graphemes(300));
        let problems = post.check(&post.variants[0], &plain).problems;
        for missing in [Problem::NoPolls, Problem::NoThreads, Problem::NoFirstComments] {
            assert!(problems.contains(&missing), "{missing:?} in {problems:?}");
        }
        let poll = PollLimits {
            choices: 2,
            choice_chars: 25,
            min_minutes: 5,
            max_minutes: 10_080,
            several: false,
        };
        let takes = Limits { thread: true, first_comment: true, poll: Some(poll), ..plain };
        let check = post.check(&post.variants[0], &takes);
        let said = [
            Problem::TooManyChoices { found: 3, most: 2 },
            Problem::ChoiceTooLong { choice: 3, most: 25 },
            Problem::ChoiceTwice { choice: 2 },
            Problem::PollTooShort { least: 5 },
            Problem::PollOneChoiceOnly,
            Problem::ThreadPartEmpty { part: 2 },
            Problem::ThreadPartTooLong { part: 3, used: 301, most: 300 },
            Problem::FirstCommentTooLong { used: 302, most: 300 },
        ];
        assert_eq!(check.problems, said);
        assert_eq!(check.thread[1].used, 301);
    }
}
