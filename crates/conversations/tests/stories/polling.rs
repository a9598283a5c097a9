//! Asking networks, and what they refuse.

use channels::{Channel, ChannelState, InboxBatch, NetworkError};
use conversations::{Group, PollInbox};
use jiff::SignedDuration;
use jobs::{Done, Registry};

use crate::network::{answer, batch};
use crate::world::{World, worlds};

async fn cursor(world: &World) -> Option<String> {
    let mut tx = world.engine.read().await.unwrap();
    world.channel.inbox_cursor(&mut tx).await.unwrap()
}

#[tokio::test]
async fn a_poll_stores_what_came_and_where_the_next_one_starts() {
    for world in worlds().await {
        let first = batch(vec![answer("a", "anna", "post", "post", 1)], "1");
        world.network.gives(Ok(InboxBatch { more: true, ..first }));
        world.network.gives(Ok(batch(vec![answer("b", "bilal", "post", "post", 2)], "2")));
        let polled = world.polls().await;
        assert_eq!(polled.ingested.new_messages, 2);
        assert_eq!(cursor(&world).await.as_deref(), Some("2"), "{}", world.engine.name);
        let asked = world.network.0.lock().unwrap().cursors.clone();
        assert_eq!(asked, [None, Some("1".to_owned())]);
    }
}

#[tokio::test]
async fn a_crash_between_asking_and_storing_loses_nothing() {
    for world in worlds().await {
        let given = batch(vec![answer("a", "anna", "post", "post", 1)], "1");
        let mut tx = world.engine.begin().await.unwrap();
        let next_at = tx.now();
        conversations::ingest(&world.channel, &given, next_at, &mut tx).await.unwrap();
        drop(tx);
        assert_eq!(cursor(&world).await, None);
        assert_eq!(world.count("message").await, 0);
        world.network.gives(Ok(given));
        assert_eq!(world.polls().await.ingested.new_messages, 1, "{}", world.engine.name);
        assert_eq!(cursor(&world).await.as_deref(), Some("1"));
    }
}

#[tokio::test]
async fn a_refused_token_asks_for_a_reconnection_once() {
    for world in worlds().await {
        let refusal = NetworkError::Reauthorize { detail: "expired".into() };
        world.network.gives(Err(refusal.clone()));
        let polled = world.polls().await;
        assert_eq!((polled.trouble, polled.next_at), (Some(refusal), None));
        let mut tx = world.engine.read().await.unwrap();
        let channel = Channel::load(world.channel.id, &world.louise, &mut tx).await.unwrap();
        assert!(matches!(channel.state, ChannelState::NeedsReconnection { .. }));
        drop(tx);
        assert_eq!(world.count("notification").await, 1, "{}", world.engine.name);
        world.polls().await;
        assert_eq!(world.network.0.lock().unwrap().cursors.len(), 1);
    }
}

#[tokio::test]
async fn a_network_that_asks_to_wait_is_left_alone_until_then() {
    for world in worlds().await {
        let until = world.engine.ambient().now() + SignedDuration::from_mins(30);
        world.network.gives(Err(NetworkError::RateLimited { until }));
        assert_eq!(world.polls().await.next_at, Some(until));
        let due = conversations::enqueue_due(&world.engine).await.unwrap();
        assert_eq!(due, 0, "{}", world.engine.name);
        world.minutes(30);
        assert_eq!(conversations::enqueue_due(&world.engine).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_quiet_channel_is_read_less_often() {
    for world in worlds().await {
        let now = || world.engine.ambient().now();
        world.network.gives(Ok(batch(vec![answer("a", "anna", "post", "post", 60)], "1")));
        let begun = now();
        let next = world.polls().await.next_at.unwrap();
        assert_eq!(next.duration_since(begun), SignedDuration::from_mins(1));
        world.minutes(59);
        let begun = now();
        let next = world.polls().await.next_at.unwrap();
        assert_eq!(
            next.duration_since(begun),
            SignedDuration::from_mins(6),
            "{}",
            world.engine.name
        );
        world.minutes(600);
        let begun = now();
        let next = world.polls().await.next_at.unwrap();
        assert_eq!(next.duration_since(begun), SignedDuration::from_mins(10));
    }
}

#[tokio::test]
async fn due_inboxes_are_queued_once_and_read_by_the_job() {
    for world in worlds().await {
        world.network.gives(Ok(batch(vec![answer("a", "anna", "post", "post", 1)], "1")));
        let kit = world.kit.clone();
        let registry = Registry::new().on(move |job: PollInbox, _| {
            let kit = kit.clone();
            async move {
                conversations::poll(&kit, job.channel, &Default::default()).await?;
                Ok(Done::Finished)
            }
        });
        assert_eq!(conversations::enqueue_due(&world.engine).await.unwrap(), 1);
        assert_eq!(conversations::enqueue_due(&world.engine).await.unwrap(), 0);
        let now = world.engine.ambient().now();
        jobs::run_due(&world.engine, &registry, now).await.unwrap();
        assert_eq!(world.list(Group::Messages).await.len(), 1, "{}", world.engine.name);
        let asked = world.network.0.lock().unwrap().cursors.len();
        assert_eq!(asked, 1);
    }
}
