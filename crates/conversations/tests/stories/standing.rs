//! Where conversations stand, whose they are, and what is written down of it.

use conversations::{
    Because, Changed, Conversation, ConversationError, ConversationState, Filter, Group, Label,
    LabelError, Priority, StateFilter, StateWord, WakeConversation, wake,
};
use jiff::SignedDuration;
use platform::Role;

use crate::network::{answer, at, item};
use crate::world::{World, worlds};
use channels::ItemKind;

async fn with_lea(world: &World) -> Conversation {
    world.comes(vec![item("m1", ItemKind::Mention, "lea", "Vous ouvrez quand ?", 1)]).await;
    world.only().await
}

async fn lea_writes(world: &World, id: &str, minutes: i64) {
    world.comes(vec![answer(id, "lea", "m1", "m1", minutes)]).await;
}

#[tokio::test]
async fn a_message_opens_what_was_pending_snoozed_or_resolved() {
    for world in worlds().await {
        let lea = with_lea(&world).await;
        for (n, state) in [(2, "pending"), (3, "snoozed"), (4, "resolved")] {
            let mut tx = world.engine.begin().await.unwrap();
            let put = match state {
                "pending" => lea.await_person(&world.louise, &mut tx).await,
                "snoozed" => {
                    let until = tx.now() + SignedDuration::from_hours(20);
                    lea.snooze(until, &world.louise, &mut tx).await
                }
                _ => lea.resolve(&world.louise, &mut tx).await,
            };
            let put = put.unwrap();
            assert_eq!(put.state.word().as_str(), state);
            assert_eq!(put.waiting_since, None, "nobody waits in a {state} one");
            tx.commit().await.unwrap();
            world.minutes(1);
            assert_eq!(world.only().await.state, put.state, "it reads back as it was put");
            lea_writes(&world, &format!("m{n}"), n).await;
            let now = world.only().await;
            assert_eq!(now.state, ConversationState::Open, "{}", world.engine.name);
            assert!(now.waiting_since.is_some() && now.unread);
        }
        let mut tx = world.engine.read().await.unwrap();
        let changes = lea.changes(&world.louise, &mut tx).await.unwrap();
        let told: Vec<_> = changes
            .iter()
            .map(|c| (c.from.as_deref().unwrap(), c.to.as_deref().unwrap(), c.because))
            .collect();
        use Because::{NewMessage, Said};
        assert_eq!(
            told,
            [
                ("open", "pending", Said),
                ("pending", "open", NewMessage),
                ("open", "snoozed", Said),
                ("snoozed", "open", NewMessage),
                ("open", "resolved", Said),
                ("resolved", "open", NewMessage),
            ]
        );
        assert!(changes.is_sorted_by(|a, b| a.at < b.at), "each with its instant");
        assert_eq!(changes[0].by, world.louise.teammate_id());
        assert_eq!(changes[1].by, None);
    }
}

#[tokio::test]
async fn what_is_put_aside_comes_back_on_time_and_waits_as_before() {
    for world in worlds().await {
        let lea = with_lea(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let past = lea.snooze(tx.now(), &world.louise, &mut tx).await;
        assert!(matches!(past, Err(ConversationError::InThePast)));
        let first = tx.now() + SignedDuration::from_hours(1);
        let second = tx.now() + SignedDuration::from_hours(2);
        lea.snooze(first, &world.louise, &mut tx).await.unwrap();
        lea.snooze(second, &world.louise, &mut tx).await.unwrap();
        let job = |until| WakeConversation { conversation: lea.id, until };
        assert!(!wake(&job(first), &mut tx).await.unwrap(), "it was put aside anew");
        assert!(wake(&job(second), &mut tx).await.unwrap());
        assert!(!wake(&job(second), &mut tx).await.unwrap(), "a job may run twice");
        tx.commit().await.unwrap();
        let now = world.only().await;
        assert_eq!((now.state, now.waiting_since), (ConversationState::Open, Some(at(1))));
        assert_eq!(world.count("job WHERE kind = 'wake_conversation'").await, 2);
    }
}

#[tokio::test]
async fn it_is_given_to_those_who_may_answer_and_they_are_told() {
    for world in worlds().await {
        let lea = with_lea(&world).await;
        let karim = world.teammate("Karim", Role::CommunityManager).await;
        let reader = world.teammate("Rose", Role::ReadOnly).await;
        let mut tx = world.engine.begin().await.unwrap();
        let refused = lea.assign(reader.teammate_id(), &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(ConversationError::NoSuchTeammate)));
        let given = lea.assign(karim.teammate_id(), &world.louise, &mut tx).await.unwrap();
        assert_eq!(given.assignee, karim.teammate_id());
        lea.prioritise(Priority::Urgent, &karim, &mut tx).await.unwrap();
        lea.assign(None, &karim, &mut tx).await.unwrap();
        let may_not = lea.assign(None, &reader, &mut tx).await;
        assert!(matches!(may_not, Err(ConversationError::NotAllowed(_))));
        tx.commit().await.unwrap();
        assert_eq!(world.count("notification WHERE kind = 'conversation.assigned'").await, 1);
        let mut tx = world.engine.read().await.unwrap();
        let changes = lea.changes(&world.louise, &mut tx).await.unwrap();
        let whats: Vec<_> = changes.iter().map(|change| change.what).collect();
        assert_eq!(whats, [Changed::Assignee, Changed::Priority, Changed::Assignee]);
        assert_eq!(world.only().await.priority, Priority::Urgent);
    }
}

#[tokio::test]
async fn labels_are_the_brands_and_go_with_their_conversations() {
    for world in worlds().await {
        let lea = with_lea(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let by = &world.louise;
        let label = Label::make("Réclamation", "#B3402A", by, &mut tx).await.unwrap();
        assert_eq!(label.colour, "#b3402a");
        let twice = Label::make("reclamation ", "#000000", by, &mut tx).await;
        assert!(matches!(twice, Err(LabelError::Taken)));
        lea.label(label.id, by, &mut tx).await.unwrap();
        lea.label(label.id, by, &mut tx).await.unwrap();
        assert_eq!(lea.labels(by, &mut tx).await.unwrap(), std::slice::from_ref(&label));
        let elsewhere = lea.label(world.engine.ambient().new_id(), by, &mut tx).await;
        assert!(matches!(elsewhere, Err(ConversationError::NoSuchLabel)));
        let changed = label.change("Plainte", "#224466", by, &mut tx).await.unwrap();
        assert_eq!(lea.labels(by, &mut tx).await.unwrap(), std::slice::from_ref(&changed));
        lea.unlabel(label.id, by, &mut tx).await.unwrap();
        assert!(lea.labels(by, &mut tx).await.unwrap().is_empty());
        lea.label(label.id, by, &mut tx).await.unwrap();
        changed.remove(by, &mut tx).await.unwrap();
        assert!(lea.labels(by, &mut tx).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        let stranger = Label::all(&world.stranger(), &mut world.engine.read().await.unwrap()).await;
        assert!(stranger.unwrap().is_empty());
    }
}

#[tokio::test]
async fn lists_by_state_hold_each_conversation_once() {
    for world in worlds().await {
        let people = (0..4).map(|n| answer(&format!("m{n}"), &format!("p{n}"), "post", "post", n));
        world.comes(people.collect()).await;
        let all = world.list(Group::Messages).await;
        let mut tx = world.engine.begin().await.unwrap();
        all[0].await_person(&world.louise, &mut tx).await.unwrap();
        let until = tx.now() + SignedDuration::from_hours(1);
        all[1].snooze(until, &world.louise, &mut tx).await.unwrap();
        all[2].resolve(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for (state, word) in [
            (StateFilter::Open, StateWord::Open),
            (StateFilter::Pending, StateWord::Pending),
            (StateFilter::Snoozed, StateWord::Snoozed),
            (StateFilter::Resolved, StateWord::Resolved),
        ] {
            let filter = Filter { state, ..Filter::default() };
            let mut tx = world.engine.read().await.unwrap();
            let page = Conversation::list(&filter, &world.louise, &mut tx).await.unwrap();
            let words: Vec<_> = page.rows.iter().map(|r| r.conversation.state.word()).collect();
            assert_eq!(words, [word], "{}", world.engine.name);
        }
    }
}

#[tokio::test]
async fn what_was_done_to_many_at_once_is_taken_back_at_once() {
    for world in worlds().await {
        let people = (0..3).map(|n| answer(&format!("m{n}"), &format!("p{n}"), "post", "post", n));
        world.comes(people.collect()).await;
        let all = world.list(Group::Messages).await;
        let by = &world.louise;
        let mut tx = world.engine.begin().await.unwrap();
        let label = Label::make("Noël", "#224466", by, &mut tx).await.unwrap();
        all[0].assign(by.teammate_id(), by, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(1);
        let mut tx = world.engine.begin().await.unwrap();
        let at = tx.now();
        for conversation in &all {
            conversation.label(label.id, by, &mut tx).await.unwrap();
            conversation.assign(None, by, &mut tx).await.unwrap();
            conversation.resolve(by, &mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        world.minutes(1);
        let mut tx = world.engine.begin().await.unwrap();
        let colleague = world.with_role(Role::ReadOnly);
        assert!(conversations::undo(at, &colleague, &mut tx).await.is_err());
        assert_eq!(conversations::undo(at, by, &mut tx).await.unwrap(), 3);
        tx.commit().await.unwrap();
        let now = world.list(Group::Messages).await;
        assert!(now.iter().all(|c| c.is_open() && c.waiting_since.is_some()));
        let owners: Vec<_> = now.iter().filter_map(|c| c.assignee).collect();
        assert_eq!(owners, by.teammate_id().into_iter().collect::<Vec<_>>());
        let mut tx = world.engine.read().await.unwrap();
        assert!(now[1].labels(by, &mut tx).await.unwrap().is_empty());
        let first = conversations::pulse(by, &mut tx).await.unwrap();
        drop(tx);
        assert_eq!(
            first,
            conversations::pulse(by, &mut world.engine.read().await.unwrap()).await.unwrap()
        );
        world.comes(vec![answer("new", "p9", "post", "post", 9)]).await;
        let mut tx = world.engine.read().await.unwrap();
        assert_ne!(first, conversations::pulse(by, &mut tx).await.unwrap());
    }
}
