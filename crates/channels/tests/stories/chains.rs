//! A post, its thread and its first comment: each once, and in order.

use channels::connector::Repeat;
use channels::publication::{
    Failure, HeldBy, PersonSays, StateName, alert_late, deliver, requeue_forgotten,
};
use channels::{NetworkError, Publication, PublicationState, Rejection};
use jiff::SignedDuration;
use platform::notification::Notification;

use crate::network::{Does, refused_connection};
use crate::world::{World, worlds};

const THREAD: [&str; 3] = ["Le levain, en trois temps", "D’abord le rafraîchi", "Recette en lien"];

fn answers(world: &World) -> Vec<(String, Option<&'static str>)> {
    let named = |id: Option<String>| match id.as_deref() {
        None => None,
        Some("0") => Some("0"),
        Some("1") => Some("1"),
        Some(_) => Some("another"),
    };
    world.seen().into_iter().map(|(text, answers)| (text, named(answers))).collect()
}

fn whole() -> Vec<(String, Option<&'static str>)> {
    let answered = [None, Some("0"), Some("1")];
    THREAD.iter().map(|text| (*text).to_owned()).zip(answered).collect()
}

#[tokio::test]
async fn the_second_part_waits_for_the_first_to_be_there() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        assert_eq!(world.deliver(parts[1].id).await, PublicationState::Planned);
        assert_eq!(world.network.posts(), 0, "{}", world.engine.name);
        assert_eq!(world.queued().await, [format!("deliver:{}", parts[0].id)]);
        let states = world.let_all_pass(&parts, 2).await;
        assert_eq!(states, ["published"; 3]);
        assert_eq!(answers(&world), whole());
        assert!(world.queued().await.contains(&format!("deliver:{}", parts[2].id)), "woken");
        for part in &parts {
            world.deliver(part.id).await;
        }
        assert_eq!(world.network.posts(), 3, "and never again");
    }
}

#[tokio::test]
async fn a_part_whose_answer_was_lost_is_looked_for_and_the_next_one_waits() {
    for repeat in [Repeat::SameRecord, Repeat::AfterReadingBack] {
        for world in worlds(repeat).await {
            let parts = world.plan_chain(&THREAD, 0).await;
            world.network.script([Does::Accepts, Does::AcceptsAndSaysNothing]);
            world.deliver(parts[0].id).await;
            assert_eq!(world.deliver(parts[1].id).await.name(), StateName::Uncertain);
            assert_eq!(world.deliver(parts[2].id).await, PublicationState::Planned);
            assert_eq!(world.let_all_pass(&parts, 2).await, ["published"; 3]);
            assert_eq!(answers(&world), whole(), "{}", world.engine.name);
        }
    }
}

#[tokio::test]
async fn a_first_comment_is_sent_once_even_when_the_answer_is_lost() {
    for repeat in [Repeat::SameRecord, Repeat::AfterReadingBack] {
        for world in worlds(repeat).await {
            let parts = world.plan_chain(&["Le four est chaud", "Horaires en lien"], 0).await;
            world.network.script([Does::Accepts, Does::AcceptsAndSaysNothing]);
            assert_eq!(world.let_all_pass(&parts, 2).await, ["published"; 2]);
            let seen = world.seen();
            assert_eq!(seen.len(), 2, "{}", world.engine.name);
            assert_eq!(seen[1], ("Horaires en lien".to_owned(), Some("0".to_owned())));
            assert_eq!(world.network.asked().0, 2);
        }
    }
}

#[tokio::test]
async fn when_a_part_is_refused_the_next_ones_wait_and_go_once_it_is_mended() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        let detail = "too long".to_owned();
        let refused = NetworkError::Rejected { reason: Rejection::TextTooLong, detail };
        world.network.script([Does::Accepts, Does::Refuses(refused)]);
        assert_eq!(world.let_all_pass(&parts, 2).await, ["published", "failed", "planned"]);
        assert_eq!(requeue_forgotten(&world.kit.database).await.unwrap(), 0, "it only waits");
        let mut tx = world.engine.begin().await.unwrap();
        let mut failed = Publication::load(parts[1].id, &world.louise, &mut tx).await.unwrap();
        let mut content = failed.content.clone();
        content.text = "D’abord".into();
        failed.change(content, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.let_all_pass(&parts, 2).await, ["published"; 3]);
        let seen = answers(&world);
        assert_eq!(seen[1], ("D’abord".to_owned(), Some("0")), "{}", world.engine.name);
        assert_eq!(seen[2].1, Some("1"));
    }
}

#[tokio::test]
async fn giving_up_a_part_gives_up_what_follows_it_and_leaves_what_is_there() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        world.let_pass(parts[0].id, 1).await;
        let mut tx = world.engine.begin().await.unwrap();
        let mut second = Publication::load(parts[1].id, &world.louise, &mut tx).await.unwrap();
        let mut third = Publication::load(parts[2].id, &world.louise, &mut tx).await.unwrap();
        second.cancel(&world.louise, &mut tx).await.unwrap();
        third.cancel(&world.louise, &mut tx).await.expect("it is given up already: no trouble");
        tx.commit().await.unwrap();
        let states = world.let_all_pass(&parts, 2).await;
        assert_eq!(states, ["published", "cancelled", "cancelled"], "{}", world.engine.name);
        assert_eq!(world.network.posts(), 1);
    }
}

#[tokio::test]
async fn a_chain_that_is_kept_back_moves_and_is_let_go_together() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 3600).await;
        let mut tx = world.engine.begin().await.unwrap();
        for part in &parts {
            let mut part = Publication::load(part.id, &world.louise, &mut tx).await.unwrap();
            part.hold(&world.louise, &mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut tx = world.engine.begin().await.unwrap();
        let mut main = Publication::load(parts[0].id, &world.louise, &mut tx).await.unwrap();
        main.release(&world.louise, &mut tx).await.unwrap();
        let later = main.due_at + SignedDuration::from_hours(1);
        main.reschedule(later, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        for part in &parts {
            assert_eq!(world.publication(part.id).await.due_at, later, "{}", world.engine.name);
        }
        assert_eq!(world.let_all_pass(&parts, 4).await, ["published"; 3]);
        assert_eq!(answers(&world), whole());
    }
}

#[tokio::test]
async fn a_pause_between_two_parts_keeps_the_rest_back() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        world.deliver(parts[0].id).await;
        let mut tx = world.engine.begin().await.unwrap();
        world.channel.pause(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let states = world.let_all_pass(&parts, 1).await;
        assert_eq!(states, ["published", "held", "planned"], "{}", world.engine.name);
        let mut tx = world.engine.begin().await.unwrap();
        world.channel.resume(&world.louise, &mut tx).await.unwrap();
        let mut held = Publication::load(parts[1].id, &world.louise, &mut tx).await.unwrap();
        assert_eq!(held.state, PublicationState::Held { reason: HeldBy::ChannelPause });
        held.release(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.let_all_pass(&parts, 1).await, ["published"; 3]);
        assert_eq!(answers(&world), whole());
    }
}

#[tokio::test]
async fn a_late_chain_is_told_once() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        let ambient = world.kit.database.ambient().clone();
        ambient.set(ambient.now() + SignedDuration::from_hours(2));
        assert_eq!(alert_late(&world.kit.database).await.unwrap(), 1, "{}", world.engine.name);
        world.let_pass(parts[0].id, 1).await;
        world.network.script([refused_connection()]);
        deliver(&world.kit, parts[1].id).await.unwrap();
        assert_eq!(alert_late(&world.kit.database).await.unwrap(), 0, "the same delay");
        let mut tx = world.engine.read().await.unwrap();
        let teammate = world.louise.teammate_id().unwrap();
        let told = Notification::unread(teammate, world.louise.brand(), &mut tx).await.unwrap();
        assert_eq!(told, 1);
    }
}

#[tokio::test]
async fn what_follows_a_piece_that_a_person_confirmed_answers_it_by_its_link() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        world.network.script([Does::AcceptsAndSaysNothing]);
        world.network.state.lock().unwrap().unreadable = true;
        let state = world.let_pass(parts[0].id, 14).await;
        assert_eq!(state.name(), StateName::NeedsPerson);
        world.network.state.lock().unwrap().unreadable = false;
        let mut tx = world.engine.begin().await.unwrap();
        let mut first = Publication::load(parts[0].id, &world.louise, &mut tx).await.unwrap();
        let unlinked = first.decide(PersonSays::ItIsThere { url: None }, &world.louise, &mut tx);
        assert!(unlinked.await.is_err(), "what follows needs its link");
        let url = Some("https://pretend.test/0".to_owned());
        let says = PersonSays::ItIsThere { url };
        first.decide(says, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.let_all_pass(&parts, 1).await, ["published"; 3]);
        assert_eq!(answers(&world), whole(), "{}", world.engine.name);
    }
}

#[tokio::test]
async fn what_can_t_be_answered_is_said_rather_than_sent_alone() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let parts = world.plan_chain(&THREAD, 0).await;
        world.network.script([Does::AcceptsAndSaysNothing]);
        world.network.state.lock().unwrap().unreadable = true;
        world.let_pass(parts[0].id, 14).await;
        let mut tx = world.engine.begin().await.unwrap();
        let mut first = Publication::load(parts[0].id, &world.louise, &mut tx).await.unwrap();
        let url = Some("https://elsewhere.test/0".to_owned());
        first.decide(PersonSays::ItIsThere { url }, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let state = world.let_pass(parts[1].id, 1).await;
        let gone = Failure::Rejected(Rejection::ReplyTargetGone);
        assert!(matches!(state, PublicationState::Failed { reason, .. } if reason == gone));
        assert_eq!(world.network.posts(), 1, "{}", world.engine.name);
    }
}

#[tokio::test]
async fn what_the_network_still_works_on_is_asked_about_and_not_sent_before() {
    for world in worlds(Repeat::AfterReadingBack).await {
        world.network.state.lock().unwrap().working = 3;
        let publication = world.plan("Une vidéo du pétrin", 0).await;
        assert_eq!(world.deliver(publication.id).await.name(), StateName::Prepared);
        assert_eq!(world.network.asked().0, 0, "nothing left");
        let state = world.let_pass(publication.id, 1).await;
        assert_eq!(state.name(), StateName::Published, "{}", world.engine.name);
        assert_eq!(world.network.state.lock().unwrap().stages, 4);
        assert_eq!(world.publication(publication.id).await.attempts, 1, "no attempt was lost");
    }
}

#[tokio::test]
async fn limits_learnt_before_threads_were_known_are_learnt_again() {
    for world in worlds(Repeat::AfterReadingBack).await {
        assert!(!world.channel.limits.thread, "learnt by an earlier program");
        assert_eq!(channels::learn_limits_again(&world.kit).await.unwrap(), 1);
        let mut tx = world.engine.read().await.unwrap();
        let channel =
            channels::Channel::load(world.channel.id, &world.louise, &mut tx).await.unwrap();
        assert!(channel.limits.thread, "{}", world.engine.name);
        drop(tx);
        assert_eq!(channels::learn_limits_again(&world.kit).await.unwrap(), 0);
    }
}
