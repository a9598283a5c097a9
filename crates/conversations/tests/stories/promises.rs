//! What is promised of answers, worked out from what happens, and who is told.

use channels::ItemKind;
use conversations::hours::{DayOfOwn, Holidays, Hours, Opening};
use conversations::promise::{
    self, ClockKind, DueState, NewPolicy, Policy, PolicyError, PromiseLetter, Setting, Step,
    StepTo, WorkOutPromises,
};
use conversations::{Conversation, Label, Priority};
use jiff::{SignedDuration, Timestamp};
use jobs::{Done, Registry};
use platform::notification::Notification;
use platform::{Right, Role};

use crate::network::{answer, at, item, ours};
use crate::world::{World, worlds};

fn hours(hours: i64) -> SignedDuration {
    SignedDuration::from_hours(hours)
}

/// Four hours for an answer, a day to settle, around the clock.
fn quick() -> NewPolicy {
    NewPolicy {
        resolution: Some(hours(24)),
        working: false,
        ..NewPolicy::proposed("Tout le monde".into())
    }
}

async fn promises(world: &World, policy: NewPolicy) -> Policy {
    let mut tx = world.engine.begin().await.unwrap();
    let policy = Policy::add(policy, &world.louise, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    policy
}

/// What the jobs do: promises worked out anew, letters counted.
async fn works(world: &World) -> usize {
    let letters = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let (database, counted) = (world.engine.database.clone(), letters.clone());
    let registry = Registry::new()
        .on(move |job: WorkOutPromises, _| {
            let database = database.clone();
            async move {
                promise::work_out_job(job.brand, &database).await?;
                Ok(Done::Finished)
            }
        })
        .on(move |_: PromiseLetter, _| {
            counted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            async move { Ok(Done::Finished) }
        });
    promise::tell_due(&world.engine).await.unwrap();
    let now = world.engine.ambient().now();
    let _ = jobs::run_due(&world.engine, &registry, now).await;
    letters.load(std::sync::atomic::Ordering::SeqCst)
}

async fn lea_asks(world: &World, minutes: i64) -> Conversation {
    world.comes(vec![item("m1", ItemKind::Mention, "lea", "Vous ouvrez quand ?", minutes)]).await;
    world.only().await
}

async fn kinds(world: &World, conversation: &Conversation) -> Vec<(ClockKind, bool)> {
    let mut tx = world.engine.read().await.unwrap();
    let all = promise::of_conversation(conversation, &world.louise, &mut tx).await.unwrap();
    all.iter().map(|measure| (measure.kind, measure.ended.is_some())).collect()
}

#[tokio::test]
async fn an_answer_is_promised_and_kept() {
    for world in worlds().await {
        promises(&world, quick()).await;
        // The promise began at nine; what was said at half past ten is due four hours later.
        world.minutes(100);
        let lea = lea_asks(&world, 150).await;
        let promised = lea.promised.unwrap();
        assert_eq!((promised.kind, promised.due_at), (ClockKind::First, at(150 + 240)));
        assert_eq!(promised.at_risk_at, at(150 + 180), "{}", world.engine.name);
        world.writes(&lea, "À sept heures").await;
        let lea = world.only().await;
        assert_eq!(lea.promised.unwrap().kind, ClockKind::Resolution);
        world.resolves(&lea).await;
        assert_eq!(world.only().await.promised, None);
        let told = [(ClockKind::First, true), (ClockKind::Resolution, true)];
        assert_eq!(kinds(&world, &lea).await, told);
        let mut tx = world.engine.read().await.unwrap();
        let kept = promise::kept(at(0), at(600), None, &world.louise, &mut tx).await.unwrap();
        assert_eq!(kept.ended.len(), 2);
        assert!(kept.ended.iter().all(|one| !one.broken && !one.dropped));
        assert!(kept.since.is_some() && kept.running == 0);
    }
}

#[tokio::test]
async fn what_waited_before_anything_was_promised_is_promised_from_then_on() {
    for world in worlds().await {
        let lea = lea_asks(&world, 1).await;
        assert_eq!(lea.promised, None);
        world.minutes(60);
        let begun = world.engine.ambient().now();
        promises(&world, quick()).await;
        works(&world).await;
        let promised = world.only().await.promised.unwrap();
        assert_eq!(promised.due_at, begun + hours(4), "{}", world.engine.name);
    }
}

#[tokio::test]
async fn hours_that_change_move_what_is_due_and_nothing_that_has_ended() {
    for world in worlds().await {
        promises(&world, NewPolicy { working: true, ..quick() }).await;
        world.minutes(100);
        // Sunday, half past eleven in Paris.
        let lea = lea_asks(&world, 150).await;
        assert_eq!(lea.promised.unwrap().due_at, at(150 + 240));
        let day = || vec![Opening::parse("08:00", "18:00").unwrap()];
        let week = std::array::from_fn(|index| if index < 5 { day() } else { vec![] });
        let mut tx = world.engine.begin().await.unwrap();
        Hours::set(Some(week), Holidays::France, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        works(&world).await;
        let noon: Timestamp = "2026-11-23T11:00:00Z".parse().unwrap();
        assert_eq!(world.only().await.promised.unwrap().due_at, noon, "{}", world.engine.name);
        let monday = "2026-11-23".parse().unwrap();
        let closed =
            DayOfOwn { from: monday, until: monday, openings: vec![], note: "Four".into() };
        let mut tx = world.engine.begin().await.unwrap();
        let closed = Hours::add_day(closed, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        works(&world).await;
        assert_eq!(world.only().await.promised.unwrap().due_at, noon + hours(24));
        let mut tx = world.engine.begin().await.unwrap();
        Hours::remove_day(closed, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.writes(&lea, "À sept heures").await;
        works(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let all = promise::of_conversation(&lea, &world.louise, &mut tx).await.unwrap();
        assert_eq!(all[0].used, SignedDuration::ZERO);
    }
}

#[tokio::test]
async fn clocks_stop_while_pending_and_a_failed_answer_starts_them_again() {
    for world in worlds().await {
        promises(&world, quick()).await;
        world.minutes(100);
        let lea = lea_asks(&world, 150).await;
        let mut tx = world.engine.begin().await.unwrap();
        lea.await_person(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.only().await.promised, None);
        world.minutes(600);
        let mut tx = world.engine.begin().await.unwrap();
        let lea = lea.reopen(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        // Ten minutes went before it was put there.
        let left = lea.promised.unwrap_or_else(|| panic!("{}", world.engine.name)).due_at;
        let now = world.engine.ambient().now();
        assert!(left.duration_since(now) < hours(4) && left.duration_since(now) > hours(3));
        world.network.refuses_to_publish();
        world.answers(&lea, "Merci").await;
        let again = world.only().await.promised.unwrap();
        assert_eq!((again.kind, again.due_at), (ClockKind::First, left), "{}", world.engine.name);
    }
}

#[tokio::test]
async fn an_answer_at_the_network_counts_and_the_next_one_is_promised_from_the_oldest() {
    for world in worlds().await {
        promises(&world, NewPolicy { next: Some(hours(2)), ..quick() }).await;
        world.minutes(100);
        world.comes(vec![answer("a", "anna", "post", "post", 130)]).await;
        world.comes(vec![ours("o", "a", 140)]).await;
        world.comes(vec![answer("b", "anna", "o", "post", 150)]).await;
        world.comes(vec![answer("c", "anna", "b", "post", 155)]).await;
        let promised = world.only().await.promised.unwrap();
        let expected = (ClockKind::Next, at(150 + 120));
        assert_eq!((promised.kind, promised.due_at), expected, "{}", world.engine.name);
    }
}

#[tokio::test]
async fn the_first_policy_that_fits_goes_by_urgency_and_label() {
    for world in worlds().await {
        let urgent =
            NewPolicy { priority: Some(Priority::Urgent), first: Some(hours(1)), ..quick() };
        let mut tx = world.engine.begin().await.unwrap();
        let label = Label::make("Réclamation", "#b3402a", &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let labelled = NewPolicy { label: Some(label.id), first: Some(hours(2)), ..quick() };
        promises(&world, urgent).await;
        promises(&world, labelled).await;
        promises(&world, quick()).await;
        world.minutes(100);
        let lea = lea_asks(&world, 150).await;
        assert_eq!(lea.promised.unwrap().due_at, at(150 + 240));
        let mut tx = world.engine.begin().await.unwrap();
        lea.label(label.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.only().await.promised.unwrap().due_at, at(150 + 120));
        let mut tx = world.engine.begin().await.unwrap();
        lea.prioritise(Priority::Urgent, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.only().await.promised.unwrap().due_at, at(150 + 60));
    }
}

#[tokio::test]
async fn who_looks_after_it_is_reminded_and_those_above_are_told_each_once() {
    for world in worlds().await {
        promises(&world, quick()).await;
        let karim = world.member("karim", Role::CommunityManager).await;
        let mut tx = world.engine.begin().await.unwrap();
        let teammate = world.louise.teammate_id().unwrap();
        Step::add(hours(1), StepTo::Teammate(teammate), &world.louise, &mut tx).await.unwrap();
        Step::add(hours(5), StepTo::Managers, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(100);
        let lea = lea_asks(&world, 150).await;
        let mut tx = world.engine.begin().await.unwrap();
        lea.assign(Some(karim), &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let told = async |teammate, kind: &str| {
            let mut tx = world.engine.read().await.unwrap();
            let brand = world.louise.brand();
            let all = Notification::list(teammate, brand, None, 50, &mut tx).await.unwrap();
            all.iter().filter(|one| one.kind == kind).count()
        };
        assert_eq!(works(&world).await, 0);
        assert_eq!(told(karim, "promise.at_risk").await, 0);
        world.minutes(190);
        assert_eq!(works(&world).await, 1, "a letter to Karim");
        assert_eq!(works(&world).await, 0, "only once");
        assert_eq!(told(karim, "promise.at_risk").await, 1, "{}", world.engine.name);
        world.minutes(120);
        assert_eq!(works(&world).await, 1, "a letter to Louise");
        assert_eq!(told(teammate, "promise.late").await, 1);
        let mut tx = world.engine.read().await.unwrap();
        let late = promise::due_list(Some(DueState::Late), Some(karim), 10, &world.louise, &mut tx);
        assert_eq!(late.await.unwrap().len(), 1);
        let counts = promise::due_counts(&world.louise, &mut tx).await.unwrap();
        assert_eq!((counts.late, counts.at_risk, counts.mine), (1, 0, 0));
        drop(tx);
        world.minutes(300);
        assert_eq!(works(&world).await, 1, "the last step");
        world.minutes(600);
        assert_eq!(works(&world).await, 0);
    }
}

#[tokio::test]
async fn what_was_kept_stays_kept_when_the_policy_is_tightened() {
    for world in worlds().await {
        let policy = promises(&world, quick()).await;
        world.minutes(100);
        let lea = lea_asks(&world, 150).await;
        world.minutes(60);
        world.writes(&lea, "Bonjour").await;
        let mut tx = world.engine.begin().await.unwrap();
        let tight = NewPolicy { first: Some(SignedDuration::from_mins(5)), ..quick() };
        Policy::change(policy.id, tight, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        works(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let all = promise::of_conversation(&lea, &world.louise, &mut tx).await.unwrap();
        assert_eq!(all[0].promised, hours(4), "{}", world.engine.name);
        assert_eq!(all[0].broken_at, None);
    }
}

#[tokio::test]
async fn only_those_who_manage_the_brand_promise_in_its_name() {
    for world in worlds().await {
        let reader = world.with_role(Role::ReadOnly);
        let mut tx = world.engine.begin().await.unwrap();
        let refused = Policy::add(quick(), &reader, &mut tx).await;
        assert!(
            matches!(refused, Err(PolicyError::NotAllowed(error)) if error.right == Right::ManageBrand)
        );
        let refused = Hours::set(None, Holidays::None, &reader, &mut tx).await;
        assert!(refused.is_err());
        let nothing = NewPolicy { first: None, next: None, resolution: None, ..quick() };
        let refused = Policy::add(nothing, &world.louise, &mut tx).await;
        assert!(matches!(refused, Err(PolicyError::NothingPromised)));
        let stranger = world.stranger();
        assert!(Setting::of(&stranger, &mut tx).await.unwrap().is_none());
        assert!(promise::due_list(None, None, 10, &stranger, &mut tx).await.unwrap().is_empty());
    }
}
