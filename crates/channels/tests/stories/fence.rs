use channels::connector::Repeat;
use channels::publication::{Failure, NeedsPerson, PersonSays, StateName, alert_late, deliver};
use channels::{NetworkError, PublicationState, Rejection};
use jiff::SignedDuration;
use platform::Actor;
use platform::notification::Notification;

use crate::network::{Does, refused_connection, too_many};
use crate::world::worlds;

#[tokio::test]
async fn a_post_appears_at_its_time_and_once() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let publication = world.plan("Le four est chaud", 3600).await;
        assert_eq!(world.deliver(publication.id).await, PublicationState::Planned);
        assert_eq!(world.network.posts(), 0, "not before its time");
        let state = world.let_pass(publication.id, 2).await;
        assert_eq!(state.name(), StateName::Published, "{}", world.engine.name);
        world.deliver(publication.id).await;
        assert_eq!(world.network.posts(), 1);
        let steps = world.steps(publication.id).await;
        assert_eq!(steps, ["planned", "prepared", "sending", "published"]);
    }
}

#[tokio::test]
async fn a_lost_answer_is_read_back_and_never_sent_again() {
    for repeat in [Repeat::SameRecord, Repeat::AfterReadingBack] {
        for world in worlds(repeat).await {
            world.network.script([Does::AcceptsAndSaysNothing]);
            let publication = world.plan("Fermé le 11 novembre", 0).await;
            let state = world.deliver(publication.id).await;
            assert_eq!(state.name(), StateName::Uncertain, "{}", world.engine.name);
            let state = world.let_pass(publication.id, 1).await;
            assert_eq!(state.name(), StateName::Published);
            assert_eq!(world.network.posts(), 1);
            assert_eq!(world.network.state.lock().unwrap().sends, 1);
        }
    }
}

#[tokio::test]
async fn a_request_that_was_really_lost_is_sent_again_only_after_reading_back() {
    for world in worlds(Repeat::AfterReadingBack).await {
        world.network.script([Does::LosesIt]);
        let publication = world.plan("Semaine du seigle", 0).await;
        let sent_at = world.kit.database.ambient().now();
        assert_eq!(world.deliver(publication.id).await.name(), StateName::Uncertain);
        let state = world.let_pass(publication.id, 1).await;
        assert_eq!(state.name(), StateName::Published);
        assert_eq!(world.network.posts(), 1);
        let (sends, reads) = world.network.asked();
        assert_eq!(sends, 2);
        assert!(reads >= 2, "one look does not prove that it is not there");
        let waited = world.kit.database.ambient().now().duration_since(sent_at);
        assert!(waited >= world.kit.fence.settle, "it could still have appeared");
        assert!(world.steps(publication.id).await.contains(&"not_seen_yet"));
    }
}

#[tokio::test]
async fn two_posts_with_the_same_words_are_never_taken_for_one_another() {
    for world in worlds(Repeat::AfterReadingBack).await {
        let first = world.plan("Bonjour Nantes", 0).await;
        world.let_pass(first.id, 1).await;
        world.network.script([Does::LosesIt]);
        let second = world.plan("Bonjour Nantes", 0).await;
        let state = world.let_pass(second.id, 1).await;
        assert_eq!(state.name(), StateName::Published);
        assert_eq!(world.network.posts(), 2, "the first must not pass for the second");
    }
}

#[tokio::test]
async fn a_sender_that_dies_leaves_a_doubt_and_not_a_second_post() {
    for world in worlds(Repeat::AfterReadingBack).await {
        world.network.script([Does::AcceptsAndSaysNothing]);
        let publication = world.plan("Portrait d’Inès", 0).await;
        // The process dies between the request and writing down its answer: on the row, the
        // publication is still being sent when another instance comes by after the lease.
        let sending = {
            let id = publication.id;
            world.deliver(id).await;
            world.publication(id).await
        };
        let PublicationState::Uncertain { frozen, since, .. } = &sending.state else {
            panic!("it should be in doubt");
        };
        let mut tx = world.engine.begin().await.unwrap();
        tx.execute(
            "UPDATE publication SET state = 'sending', lease_until = $2 WHERE id = $1",
            database::params![sending.id, *since + SignedDuration::from_secs(120)],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.deliver(sending.id).await.name(), StateName::Sending, "its lease holds");
        let state = world.let_pass(sending.id, 1).await;
        assert_eq!(state.name(), StateName::Published);
        assert_eq!(world.network.posts(), 1);
        assert!(!frozen.send_key.is_empty());
    }
}

#[tokio::test]
async fn passing_trouble_is_tried_again_with_growing_waits() {
    for world in worlds(Repeat::AfterReadingBack).await {
        world.network.script((0..5).map(|_| refused_connection()));
        let publication = world.plan("Croissants pur beurre", 0).await;
        let state = world.let_pass(publication.id, 3).await;
        assert_eq!(state.name(), StateName::Published);
        assert_eq!(world.network.posts(), 1);
        assert_eq!(world.publication(publication.id).await.attempts, 6);
    }
}

#[tokio::test]
async fn trouble_that_lasts_is_given_up_with_a_reason_and_an_alert() {
    for world in worlds(Repeat::AfterReadingBack).await {
        world.network.script((0..500).map(|_| refused_connection()));
        let publication = world.plan("Galette ou bûche", 0).await;
        let state = world.let_pass(publication.id, 24).await;
        let PublicationState::Failed { reason, detail } = state else { panic!("{state:?}") };
        assert_eq!(reason, Failure::GaveUp);
        assert_eq!(detail, "connection refused");
        assert_eq!(alerts(&world.louise, &world).await, ["publication_failed"]);
    }
}

#[tokio::test]
async fn a_network_that_asks_to_wait_is_heard() {
    for world in worlds(Repeat::SameRecord).await {
        let now = world.kit.database.ambient().now();
        world.network.script([too_many(now, 900)]);
        let publication = world.plan("Marché de Talensac", 0).await;
        world.deliver(publication.id).await;
        let other = world.plan("Même compte", 0).await;
        world.deliver(other.id).await;
        assert_eq!(world.network.state.lock().unwrap().sends, 1, "the whole channel waits");
        world.let_pass(publication.id, 1).await;
        world.let_pass(other.id, 1).await;
        assert_eq!(world.network.posts(), 2);
        let waited = world.kit.database.ambient().now().duration_since(now);
        assert!(waited >= SignedDuration::from_secs(900));
    }
}

#[tokio::test]
async fn a_refusal_says_why_and_can_be_mended_and_sent() {
    for world in worlds(Repeat::SameRecord).await {
        world.network.script([Does::Refuses(NetworkError::Rejected {
            reason: Rejection::TextTooLong,
            detail: "300 graphemes".into(),
        })]);
        let publication = world.plan("Un texte trop long", 0).await;
        let state = world.deliver(publication.id).await;
        let reason = Failure::Rejected(Rejection::TextTooLong);
        assert_eq!(state, PublicationState::Failed { reason, detail: "300 graphemes".into() });
        let mut publication = world.publication(publication.id).await;
        let mut tx = world.engine.begin().await.unwrap();
        let mut content = publication.content.clone();
        content.text = "Un texte court".into();
        publication.change(content, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let state = world.let_pass(publication.id, 1).await;
        assert_eq!(state.name(), StateName::Published);
        assert_eq!(world.network.state.lock().unwrap().posts[0].1, "Un texte court");
    }
}

#[tokio::test]
async fn when_the_network_can_t_be_read_a_person_decides_and_their_send_is_the_same_send() {
    for world in worlds(Repeat::SameRecord).await {
        world.network.script([Does::AcceptsAndSaysNothing]);
        world.network.state.lock().unwrap().unreadable = true;
        let publication = world.plan("Beaujolais et pain de campagne", 0).await;
        let state = world.let_pass(publication.id, 48).await;
        let PublicationState::NeedsPerson { why, .. } = state else { panic!("{state:?}") };
        assert_eq!(why, NeedsPerson::CannotTell);
        world.network.state.lock().unwrap().unreadable = false;
        let mut publication = world.publication(publication.id).await;
        let mut tx = world.engine.begin().await.unwrap();
        publication.decide(PersonSays::SendIt, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let state = world.let_pass(publication.id, 1).await;
        assert_eq!(state.name(), StateName::Published);
        assert_eq!(world.network.posts(), 1, "the same key makes it the same post");
    }
}

#[tokio::test]
async fn two_instances_at_once_send_one_post() {
    for world in worlds(Repeat::AfterReadingBack).await {
        for round in 0..20 {
            let publication = world.plan(&format!("Fournée {round}"), 0).await;
            let (a, b) = tokio::join!(
                deliver(&world.kit, publication.id),
                deliver(&world.kit, publication.id)
            );
            a.unwrap();
            b.unwrap();
        }
        assert_eq!(world.network.posts(), 20, "{}", world.engine.name);
        assert_eq!(world.network.state.lock().unwrap().sends, 20);
    }
}

#[tokio::test]
async fn a_late_publication_raises_one_alert() {
    for world in worlds(Repeat::SameRecord).await {
        let publication = world.plan("Le four est chaud", 0).await;
        assert_eq!(alert_late(&world.kit.database).await.unwrap(), 0);
        world.kit.database.ambient().advance(SignedDuration::from_mins(11));
        assert_eq!(alert_late(&world.kit.database).await.unwrap(), 1);
        assert_eq!(alert_late(&world.kit.database).await.unwrap(), 0);
        assert!(world.steps(publication.id).await.contains(&"late"));
        assert_eq!(alerts(&world.louise, &world).await, ["publication_late"]);
    }
}

#[tokio::test]
async fn a_publication_that_left_can_no_longer_be_cancelled() {
    for world in worlds(Repeat::SameRecord).await {
        let publication = world.plan("Saint-André", 0).await;
        world.deliver(publication.id).await;
        let mut publication = world.publication(publication.id).await;
        let mut tx = world.engine.begin().await.unwrap();
        assert!(publication.cancel(&world.louise, &mut tx).await.is_err());
    }
}

async fn alerts(louise: &Actor, world: &crate::world::World) -> Vec<String> {
    let mut tx = world.engine.read().await.unwrap();
    let teammate = louise.teammate_id().unwrap();
    let page = Notification::list(teammate, louise.brand(), None, 50, &mut tx).await.unwrap();
    page.into_iter().map(|notification| notification.kind).collect()
}
