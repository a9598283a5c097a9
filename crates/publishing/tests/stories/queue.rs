//! The queue: posts take the next free slot that suits them, once each.

use jiff::civil::DateTime;
use platform::Role;
use publishing::post::{Edit, NewPost, PostSource, PostState};
use publishing::queue::{self, Change, QueueError, Spot, Way};
use publishing::slot::SlotEdit;
use publishing::{Post, Slot};
use strategy::topic::{Topic, TopicEdit};

use crate::world::{World, as_it_is, worlds};

// The world's instant is Sunday 22 November 2026, in the morning, in Paris.

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

async fn slot(world: &World, weekday: i64, hour: i64, channels: &[u8]) -> Slot {
    topical(world, weekday, hour, channels, None).await
}

async fn topical(
    world: &World,
    weekday: i64,
    hour: i64,
    channels: &[u8],
    topic: Option<primitives::Id<Topic>>,
) -> Slot {
    let all = [world.bluesky, world.mastodon];
    let channels = channels.iter().map(|n| all[usize::from(*n)]).collect();
    let edit = SlotEdit { weekday, minute: hour * 60, topic, channels };
    let mut tx = world.engine.begin().await.unwrap();
    let (_, added) = Slot::add(vec![edit], &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    added.into_iter().next().unwrap()
}

async fn topic(world: &World, name: &str) -> primitives::Id<Topic> {
    let edit = TopicEdit { name: name.into(), colour: "#b3402a".into(), ..TopicEdit::default() };
    let mut tx = world.engine.begin().await.unwrap();
    let topic = Topic::add(edit, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    topic.id
}

async fn enqueue(world: &World, post: &Post) -> Result<Spot, QueueError> {
    let mut tx = world.engine.begin().await.unwrap();
    let (_, spot) = post.enqueue(&world.louise, &mut tx).await?;
    tx.commit().await.unwrap();
    Ok(spot)
}

async fn on_bluesky(world: &World, text: &str) -> Post {
    let mut tx = world.engine.begin().await.unwrap();
    let new = NewPost { text: text.into(), channels: vec![world.bluesky], ..NewPost::default() };
    let post = Post::draft(new, PostSource::Written, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

async fn time_of(world: &World, post: &Post) -> Option<DateTime> {
    match world.post(post.id).await.state {
        PostState::Scheduled(at) => Some(at.local),
        PostState::Draft => None,
    }
}

async fn about(world: &World, post: &Post, topic: primitives::Id<Topic>) -> Post {
    let edit = Edit { topic: Some(topic), ..as_it_is(post) };
    let mut tx = world.engine.begin().await.unwrap();
    let post = post.edit(edit, post.version, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    post
}

#[tokio::test]
async fn a_post_takes_the_next_slot_that_covers_all_its_channels_and_the_next_one_the_following() {
    for world in worlds().await {
        slot(&world, 2, 9, &[0]).await;
        slot(&world, 4, 18, &[0, 1]).await;
        let both = world.draft("Pain de seigle").await;
        let spot = enqueue(&world, &both).await.unwrap();
        assert_eq!(spot.local, at("2026-11-26T18:00"), "Tuesday's slot is for Bluesky alone");
        assert_eq!(world.publications(both.id).await.len(), 2, "it is scheduled");
        let one = on_bluesky(&world, "Ce mardi").await;
        assert_eq!(enqueue(&world, &one).await.unwrap().local, at("2026-11-24T09:00"));
        let two = on_bluesky(&world, "Mardi d’après").await;
        let spot = enqueue(&world, &two).await.unwrap();
        assert_eq!(spot.local, at("2026-12-01T09:00"), "Thursday is taken on Bluesky");
    }
}

#[tokio::test]
async fn slots_of_one_time_share_the_channels_of_a_post_out() {
    for world in worlds().await {
        slot(&world, 2, 9, &[0]).await;
        slot(&world, 2, 9, &[1]).await;
        let both = world.draft("Pain de seigle").await;
        let spot = enqueue(&world, &both).await.unwrap();
        assert_eq!(spot.local, at("2026-11-24T09:00"));
        assert_eq!(spot.places.len(), 2);
        assert_ne!(spot.places[0].0, spot.places[1].0, "a slot for each channel");
    }
}

#[tokio::test]
async fn a_slot_kept_for_a_topic_takes_that_topic_and_one_without_takes_any() {
    for world in worlds().await {
        let backstage = topic(&world, "Coulisses").await;
        let recipes = topic(&world, "Recettes").await;
        topical(&world, 1, 9, &[0, 1], Some(backstage)).await;
        slot(&world, 3, 9, &[0, 1]).await;
        let plain = world.draft("Bonjour").await;
        assert_eq!(enqueue(&world, &plain).await.unwrap().local, at("2026-11-25T09:00"));
        let recipe = about(&world, &world.draft("La brioche").await, recipes).await;
        assert_eq!(enqueue(&world, &recipe).await.unwrap().local, at("2026-12-02T09:00"));
        let oven = about(&world, &world.draft("Le four").await, backstage).await;
        assert_eq!(enqueue(&world, &oven).await.unwrap().local, at("2026-11-23T09:00"));
    }
}

#[tokio::test]
async fn what_finds_no_slot_says_which_channel_has_none() {
    for world in worlds().await {
        let post = world.draft("Bonjour").await;
        assert!(matches!(enqueue(&world, &post).await, Err(QueueError::NoSlots)));
        slot(&world, 2, 9, &[0]).await;
        let Err(QueueError::NoSlotSuits(missing)) = enqueue(&world, &post).await else {
            panic!("nothing covers Mastodon");
        };
        assert_eq!(missing, [world.mastodon]);
        let long = world.draft(&"a".repeat(301)).await;
        slot(&world, 3, 9, &[0, 1]).await;
        assert!(matches!(enqueue(&world, &long).await, Err(QueueError::Schedule(_))));
        assert_eq!(time_of(&world, &long).await, None, "what a network refuses is not queued");
    }
}

#[tokio::test]
async fn two_teammates_who_queue_at_once_never_get_the_same_place() {
    for world in worlds().await {
        slot(&world, 2, 9, &[0, 1]).await;
        let world = std::sync::Arc::new(world);
        let mut posts = Vec::new();
        for n in 0..6 {
            posts.push(world.draft(&format!("Fournée {n}")).await);
        }
        let queueing = posts.into_iter().map(|post| {
            let world = world.clone();
            tokio::spawn(async move { enqueue(&world, &post).await.unwrap().local })
        });
        let mut times = Vec::new();
        for one in queueing.collect::<Vec<_>>() {
            times.push(one.await.unwrap());
        }
        times.sort();
        let weeks = (0..6).map(|n| at("2026-11-24T09:00") + jiff::Span::new().weeks(n));
        assert_eq!(times, weeks.collect::<Vec<_>>(), "six weeks, one each");
    }
}

#[tokio::test]
async fn the_database_itself_refuses_two_posts_in_one_slot_on_one_channel() {
    for world in worlds().await {
        let slot = slot(&world, 2, 9, &[0, 1]).await;
        let first = world.draft("Un").await;
        enqueue(&world, &first).await.unwrap();
        let second = world.draft("Deux").await;
        let mut tx = world.engine.begin().await.unwrap();
        let values = database::params![
            tx.new_id::<Slot>(),
            world.louise.brand(),
            slot.id,
            "2026-11-24T09:00:00",
            world.bluesky,
            second.id,
            tx.now()
        ];
        let forced = tx
            .execute(
                "INSERT INTO queue_place (id, brand_id, slot_id, local_time, channel_id, post_id,
                 created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                values,
            )
            .await;
        assert!(forced.is_err());
    }
}

#[tokio::test]
async fn a_post_moved_by_hand_frees_its_place() {
    for world in worlds().await {
        slot(&world, 2, 9, &[0, 1]).await;
        let first = world.draft("Un").await;
        enqueue(&world, &first).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let first = world.post(first.id).await;
        first.schedule("2026-11-24T11:00", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let second = world.draft("Deux").await;
        assert_eq!(enqueue(&world, &second).await.unwrap().local, at("2026-11-24T09:00"));
    }
}

#[tokio::test]
async fn earlier_and_later_exchange_places_and_it_can_be_undone() {
    for world in worlds().await {
        slot(&world, 2, 9, &[0, 1]).await;
        let (one, two) = (world.draft("Un").await, world.draft("Deux").await);
        enqueue(&world, &one).await.unwrap();
        enqueue(&world, &two).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let (change, when) =
            queue::earlier_or_later(two.id, Way::Earlier, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(when, at("2026-11-24T09:00"));
        assert_eq!(time_of(&world, &one).await, Some(at("2026-12-01T09:00")), "they exchange");
        let mut tx = world.engine.begin().await.unwrap();
        let first = queue::earlier_or_later(two.id, Way::Earlier, &world.louise, &mut tx).await;
        assert!(matches!(first, Err(QueueError::NowhereToGo)), "it is the first already");
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        let undone = Change::undo(change, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((undone.back, undone.kept), (2, 0));
        assert_eq!(time_of(&world, &one).await, Some(at("2026-11-24T09:00")));
        let mut tx = world.engine.begin().await.unwrap();
        let twice = Change::undo(change, &world.louise, &mut tx).await;
        assert!(matches!(twice, Err(QueueError::UndoneAlready)));
    }
}

#[tokio::test]
async fn a_removed_slot_gives_its_posts_other_places_and_all_comes_back_with_undo() {
    for world in worlds().await {
        let tuesday = slot(&world, 2, 9, &[0, 1]).await;
        slot(&world, 4, 18, &[0, 1]).await;
        let (one, two) = (world.draft("Un").await, world.draft("Deux").await);
        enqueue(&world, &one).await.unwrap();
        enqueue(&world, &two).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let replaced = tuesday.remove(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((replaced.moved, replaced.kept), (1, 0));
        assert_eq!(time_of(&world, &one).await, Some(at("2026-12-03T18:00")));
        assert_eq!(time_of(&world, &two).await, Some(at("2026-11-26T18:00")), "not its slot");
        let mut tx = world.engine.begin().await.unwrap();
        Change::undo(replaced.change, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(time_of(&world, &one).await, Some(at("2026-11-24T09:00")));
        let mut tx = world.engine.read().await.unwrap();
        assert_eq!(Slot::all(&world.louise, &mut tx).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn posts_follow_their_slot_to_its_new_time_of_the_same_week() {
    for world in worlds().await {
        let tuesday = slot(&world, 2, 9, &[0, 1]).await;
        let (one, two) = (world.draft("Un").await, world.draft("Deux").await);
        enqueue(&world, &one).await.unwrap();
        enqueue(&world, &two).await.unwrap();
        let edit = SlotEdit { weekday: 5, minute: 17 * 60 + 30, ..tuesday.as_edit() };
        let mut tx = world.engine.begin().await.unwrap();
        let replaced = tuesday.edit(edit, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((replaced.moved, replaced.kept), (2, 0));
        assert_eq!(time_of(&world, &one).await, Some(at("2026-11-27T17:30")));
        assert_eq!(time_of(&world, &two).await, Some(at("2026-12-04T17:30")));
    }
}

#[tokio::test]
async fn a_post_whose_slot_goes_with_no_other_keeps_its_time_out_of_the_queue() {
    for world in worlds().await {
        let tuesday = slot(&world, 2, 9, &[0, 1]).await;
        let one = world.draft("Un").await;
        enqueue(&world, &one).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let replaced = tuesday.remove(&world.louise, &mut tx).await.unwrap();
        assert_eq!((replaced.moved, replaced.kept), (0, 1));
        assert_eq!(queue::waiting(&world.louise, &mut tx).await.unwrap(), 0);
        tx.commit().await.unwrap();
        assert_eq!(time_of(&world, &one).await, Some(at("2026-11-24T09:00")));
    }
}

#[tokio::test]
async fn shuffling_keeps_topics_in_their_slots_and_loses_nobody() {
    for world in worlds().await {
        let backstage = topic(&world, "Coulisses").await;
        topical(&world, 1, 9, &[0, 1], Some(backstage)).await;
        slot(&world, 3, 9, &[0, 1]).await;
        let mut posts = Vec::new();
        for n in 0..5 {
            let plain = world.draft(&format!("Simple {n}")).await;
            enqueue(&world, &plain).await.unwrap();
            let inside = world.draft(&format!("Coulisses {n}")).await;
            let inside = about(&world, &inside, backstage).await;
            enqueue(&world, &inside).await.unwrap();
            posts.extend([plain, inside]);
        }
        let mut before = Vec::new();
        for post in &posts {
            before.push(time_of(&world, post).await.unwrap());
        }
        let mut tx = world.engine.begin().await.unwrap();
        let (_, count) = queue::shuffle(None, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(count > 1);
        let mut after = Vec::new();
        for post in &posts {
            let when = time_of(&world, post).await.unwrap();
            if post.topic.is_none() {
                assert_eq!(when.weekday(), jiff::civil::Weekday::Wednesday, "{when}");
            }
            after.push(when);
        }
        assert_ne!(before, after);
        before.sort();
        after.sort();
        assert_eq!(before, after, "the same times, in another order");
    }
}

#[tokio::test]
async fn leaving_the_queue_is_a_draft_again_and_can_be_undone() {
    for world in worlds().await {
        slot(&world, 2, 9, &[0, 1]).await;
        let one = world.draft("Un").await;
        enqueue(&world, &one).await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let change = world.post(one.id).await.leave_queue(&world.louise, &mut tx).await;
        let change = change.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(time_of(&world, &one).await, None);
        assert!(world.publications(one.id).await.is_empty());
        let mut tx = world.engine.begin().await.unwrap();
        Change::undo(change, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(time_of(&world, &one).await, Some(at("2026-11-24T09:00")));
    }
}

#[tokio::test]
async fn a_slot_that_the_spring_change_skips_is_shown_at_the_hour_it_goes_out() {
    for world in worlds().await {
        let edit = SlotEdit {
            weekday: 7,
            minute: 150,
            topic: None,
            channels: vec![world.bluesky, world.mastodon],
        };
        world.engine.ambient().set("2027-03-25T12:00:00Z".parse().unwrap());
        let mut tx = world.engine.begin().await.unwrap();
        Slot::add(vec![edit], &world.louise, &mut tx).await.unwrap();
        let openings = queue::coming(14, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let instants: Vec<_> = openings.iter().map(|one| one.at.at.to_string()).collect();
        assert_eq!(instants, ["2027-03-28T01:30:00Z", "2027-04-04T00:30:00Z"]);
        assert!(openings[0].at.moved.is_some() && openings[1].at.moved.is_none());
    }
}

#[tokio::test]
async fn an_apprentice_neither_queues_nor_keeps_slots_and_a_neighbour_sees_none() {
    for world in worlds().await {
        let kept = slot(&world, 2, 9, &[0, 1]).await;
        let ines = world.colleague(Role::Contributor).await;
        let post = world.draft("Un").await;
        let mut tx = world.engine.begin().await.unwrap();
        assert!(matches!(post.enqueue(&ines, &mut tx).await, Err(QueueError::NotAllowed(_))));
        assert!(kept.remove(&ines, &mut tx).await.is_err());
        assert!(Slot::all(&world.neighbour, &mut tx).await.unwrap().is_empty());
        assert!(Slot::load(kept.id, &world.neighbour, &mut tx).await.is_err());
    }
}
