//! What a poll missed is found; what has no place is seen.

use channels::{InboxItem, ItemKind, NetworkError};
use conversations::Group;
use conversations::readback::{self, Check, CheckError, CheckInbox, CheckState};
use conversations::unplaced::{Unplaced, UnplacedError};
use jobs::{Done, Registry};

use crate::network::{answer, batch, item, like, ours};
use crate::world::{World, worlds};

/// Runs the checks that were asked for.
async fn checks(world: &World) {
    let kit = world.kit.clone();
    let registry = Registry::new().on(move |job: CheckInbox, _| {
        let kit = kit.clone();
        async move { Ok::<Done, jobs::JobError>(readback::run(&kit, &job).await?) }
    });
    let now = world.engine.ambient().now();
    jobs::run_due(&world.engine, &registry, now).await.unwrap();
}

async fn asks(world: &World) {
    let mut tx = world.engine.begin().await.unwrap();
    Check::ask(world.channel.id, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn the_check(world: &World) -> Check {
    let mut tx = world.engine.read().await.unwrap();
    Check::list(None, 10, &world.louise, &mut tx).await.unwrap().remove(0)
}

/// The network has all of these; the poll is given some.
async fn dropped(world: &World, all: &[InboxItem], lost: &[&str]) {
    world.network.0.lock().unwrap().there = all.to_vec();
    let given = all.iter().filter(|item| !lost.contains(&item.remote_id.as_str())).cloned();
    world.network.gives(Ok(batch(given.collect(), "1")));
    world.polls().await;
}

fn said() -> Vec<InboxItem> {
    vec![
        answer("a", "anna", "post", "post", 1),
        answer("b", "bilal", "post", "post", 2),
        like("l", "chloe", "post", 3),
        answer("c", "chloe", "post", "post", 4),
        ours("o", "c", 5),
    ]
}

#[tokio::test]
async fn messages_dropped_on_the_way_are_found_and_said_to_be() {
    for world in worlds().await {
        dropped(&world, &said(), &["b", "o"]).await;
        assert_eq!(world.list(Group::Messages).await.len(), 2);
        asks(&world).await;
        checks(&world).await;
        let check = the_check(&world).await;
        assert_eq!(check.state, CheckState::Done, "{}", world.engine.name);
        assert_eq!((check.was_read, check.missing), (5, 2));
        assert!(!check.blind.is_empty() && check.ended_at.is_some());
        assert_eq!(world.list(Group::Messages).await.len(), 3);
        let mut tx = world.engine.read().await.unwrap();
        let found = Check::found(check.id, &world.louise, &mut tx).await.unwrap();
        let who: Vec<_> = found.iter().map(|one| one.person.as_deref()).collect();
        assert_eq!(who, [None, Some("bilal")]);
        drop(tx);
        // Once more: everything has its one place.
        asks(&world).await;
        checks(&world).await;
        let check = the_check(&world).await;
        assert_eq!((check.was_read, check.missing), (5, 0));
        assert_eq!(world.count("message").await, 5);
    }
}

#[tokio::test]
async fn a_check_that_dies_half_way_loses_and_doubles_nothing() {
    for world in worlds().await {
        dropped(&world, &said(), &["a", "b", "c", "o"]).await;
        asks(&world).await;
        // The network gives it in parts of two, and fails at the third.
        world.network.0.lock().unwrap().part = 2;
        let gone = NetworkError::Retry { detail: "gone".into(), after: None };
        world.network.0.lock().unwrap().rereads_fail_after = Some((2, gone));
        checks(&world).await;
        let check = the_check(&world).await;
        assert_eq!(check.state, CheckState::Partial, "{}", world.engine.name);
        let first = check.missing;
        assert!(first > 0);
        world.network.0.lock().unwrap().rereads_fail_after = None;
        asks(&world).await;
        checks(&world).await;
        let check = the_check(&world).await;
        assert_eq!((check.state, check.missing + first), (CheckState::Done, 4));
        assert_eq!(world.count("message").await, 5);
        assert_eq!(world.count("inbox_check_found").await, 4);
    }
}

#[tokio::test]
async fn what_has_only_just_been_said_is_left_to_the_next_poll() {
    for world in worlds().await {
        dropped(&world, &said(), &[]).await;
        let new = answer("n", "nour", "post", "post", 59);
        world.network.0.lock().unwrap().there.push(new.clone());
        asks(&world).await;
        checks(&world).await;
        assert_eq!(the_check(&world).await.missing, 0, "{}", world.engine.name);
        world.network.gives(Ok(batch(vec![new], "2")));
        assert_eq!(world.polls().await.ingested.new_messages, 1);
    }
}

#[tokio::test]
async fn each_channel_is_checked_every_day_and_one_check_at_a_time() {
    for world in worlds().await {
        assert_eq!(readback::enqueue_checks(&world.engine).await.unwrap(), 0, "too young");
        world.minutes(24 * 60);
        assert_eq!(readback::enqueue_checks(&world.engine).await.unwrap(), 1);
        assert_eq!(readback::enqueue_checks(&world.engine).await.unwrap(), 0);
        let mut tx = world.engine.begin().await.unwrap();
        let again = Check::ask(world.channel.id, &world.louise, &mut tx).await;
        assert!(matches!(again, Err(CheckError::UnderWay)), "{}", world.engine.name);
        drop(tx);
        let stranger = world.stranger();
        let mut tx = world.engine.begin().await.unwrap();
        let refused = Check::ask(world.channel.id, &stranger, &mut tx).await;
        assert!(matches!(refused, Err(CheckError::NotFound)));
        assert!(Check::list(None, 5, &stranger, &mut tx).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_has_no_place_is_placed_or_dismissed_by_a_person() {
    for world in worlds().await {
        let nameless = item("", ItemKind::Mention, "zoe", "Vous livrez ?", 3);
        world
            .comes(vec![answer("a", "anna", "post", "post", 1), ours("o", "lost", 2), nameless])
            .await;
        let list = async || {
            let mut tx = world.engine.read().await.unwrap();
            Unplaced::list(&world.louise, &mut tx).await.unwrap()
        };
        let all = list().await;
        assert_eq!(all.len(), 2, "{}", world.engine.name);
        let mine = all.iter().find(|one| one.reason.as_str() == "awaiting").unwrap();
        let zoes = all.iter().find(|one| one.reason.as_str() == "unreadable").unwrap();
        let annas = world.only().await;
        assert!(annas.waiting_since.is_some());
        let mut tx = world.engine.begin().await.unwrap();
        Unplaced::place(mine.id, annas.id, &world.louise, &mut tx).await.unwrap();
        Unplaced::dismiss(zoes.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(list().await.is_empty());
        let annas = world.only().await;
        assert_eq!((annas.message_count, annas.waiting_since), (2, None), "our answer is there");
        let mut tx = world.engine.begin().await.unwrap();
        let twice = Unplaced::place(mine.id, annas.id, &world.louise, &mut tx).await;
        assert!(matches!(twice, Err(UnplacedError::NotFound)));
        drop(tx);
        let mut tx = world.engine.begin().await.unwrap();
        Unplaced::restore(zoes.id, &world.louise, &mut tx).await.unwrap();
        Unplaced::place(zoes.id, annas.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.messages(&annas).await.len(), 3);
    }
}
