//! Publishing when all goes well, and when the content is at fault.

use channels::{Content, Found, NetworkError, Outcome, Rejection, ReplyTarget};
use testing::networks::control::DeedKind;

use crate::subject::Subject;
use crate::support::{frozen, picture, published, says, staged};

const TEXT: &str = "Le pain du jour 🥖 : une tourte d’Auvergne ! https://www.boulangerie-martin.fr/tourte?a=1&b=2#four \
                    #pain & « levain » <b>maison</b>";

pub async fn a_post_appears_once_with_its_address(network: &Subject) {
    let remote = published(network.publish(), &network.call, &says(TEXT)).await;
    let posts = network.posts();
    assert_eq!(posts.len(), 1);
    assert_eq!(posts[0].text, TEXT);
    assert_eq!(posts[0].id, remote.id);
    assert!(remote.url.is_some_and(|url| url.starts_with("http")));
}

pub async fn the_same_send_twice_gives_one_post_where_that_is_promised(network: &Subject) {
    let prepared = staged(network.publish(), &network.call, &says(TEXT)).await;
    let first = network.publish().send(&network.call, &prepared).await.unwrap();
    let second = network.publish().send(&network.call, &prepared).await.unwrap();
    let promised = network.publish().repeat() == channels::connector::Repeat::SameRecord;
    assert!(network.same_key_is_one_post || !promised, "more is promised than the network keeps");
    if network.same_key_is_one_post {
        assert_eq!(first, second);
        assert_eq!(network.posts().len(), 1);
    }
    let found = network.publish().find(&network.call, &prepared, &[]).await.unwrap();
    assert!(matches!(found, Found::There(_)), "{found:?}");
}

pub async fn staging_shows_nothing_and_may_run_again(network: &Subject) {
    let image = picture(&network.call, 40, 30, "Une tourte").await;
    let content = Content { media: vec![image], ..says(TEXT) };
    let mut prepared = frozen(network.publish(), &network.call, &content);
    for _ in 0..3 {
        let staged = network.publish().stage(&network.call, &prepared).await.unwrap();
        prepared.payload = payload_of(staged);
        assert_eq!(network.posts(), []);
    }
    let outcome = network.publish().send(&network.call, &prepared).await.unwrap();
    assert!(matches!(outcome, Outcome::Published(_)), "{outcome:?}");
    assert_eq!(network.posts()[0].alt_texts, ["Une tourte"]);
}

pub async fn pictures_arrive_with_their_alternative_text(network: &Subject) {
    let first = picture(&network.call, 40, 30, "La façade au petit matin").await;
    let second = picture(&network.call, 50, 20, "").await;
    let content = Content { media: vec![first, second], ..says("") };
    published(network.publish(), &network.call, &content).await;
    assert_eq!(network.posts()[0].alt_texts, ["La façade au petit matin", ""]);
}

pub async fn what_the_network_would_refuse_is_refused_before(network: &Subject) {
    let refused = |content: &Content| {
        let limits = &network.call.limits;
        match network.publish().prepare(content, limits, network.call.now) {
            Err(NetworkError::Rejected { reason, .. }) => Some(reason),
            other => panic!("not refused: {other:?}"),
        }
    };
    let long = "é".repeat(network.call.limits.text.max as usize + 1);
    assert_eq!(refused(&says(&long)), Some(Rejection::TextTooLong));
    assert_eq!(refused(&says("  \n ")), Some(Rejection::Empty));
    let image = picture(&network.call, 8, 8, "").await;
    let many = vec![image; network.call.limits.images as usize + 1];
    assert_eq!(refused(&Content { media: many, ..says("a") }), Some(Rejection::TooManyMedia));
    let just = "é".repeat(network.call.limits.text.max as usize);
    published(network.publish(), &network.call, &says(&just)).await;
}

pub async fn a_post_is_told_from_its_likes_when_reading_back(network: &Subject) {
    let text = |number: usize| {
        format!("Nos viennoiseries du samedi, fournée n° {number} : croissants, pains au chocolat.")
    };
    for number in 0..12 {
        published(network.publish(), &network.call, &says(&text(number))).await;
    }
    let absent = staged(network.publish(), &network.call, &says(&text(99))).await;
    match network.publish().find(&network.call, &absent, &[]).await.unwrap() {
        Found::Absent => {}
        Found::CannotTell(doubtful) => {
            assert!(!network.tells_likes_apart, "it has the means to tell");
            assert!(!doubtful.is_empty());
        }
        Found::There(remote) => panic!("{remote:?} was taken for another post"),
    }
    let prepared = staged(network.publish(), &network.call, &says(&text(42))).await;
    let Outcome::Published(remote) =
        network.publish().send(&network.call, &prepared).await.unwrap()
    else {
        panic!("not published")
    };
    match network.publish().find(&network.call, &prepared, &[]).await.unwrap() {
        Found::There(found) => assert_eq!(found.id, remote.id),
        other => panic!("{other:?}"),
    }
}

pub async fn a_post_that_is_another_publications_is_not_taken_for_ours(network: &Subject) {
    let earlier = published(network.publish(), &network.call, &says(TEXT)).await;
    let prepared = staged(network.publish(), &network.call, &says(TEXT)).await;
    let found = network.publish().find(&network.call, &prepared, &[earlier.id]).await.unwrap();
    assert_eq!(found, Found::Absent);
}

/// What someone said to us, as the inbox gives it, with what answering it needs.
async fn target(network: &Subject) -> ReplyTarget {
    let ours = published(network.publish(), &network.call, &says("Ouvert dimanche")).await;
    network.people(DeedKind::Reply, &ours.id, "À quelle heure ?");
    let batch = network.inbox().poll(&network.call, None).await.unwrap();
    let item = batch.items.last().expect("the answer has come").clone();
    ReplyTarget {
        remote_id: item.remote_id,
        root: item.root,
        handle: item.author.handle,
        data: item.data,
    }
}

pub async fn an_answer_stands_under_what_it_answers(network: &Subject) {
    let target = target(network).await;
    let content = Content { reply_to: Some(target.clone()), ..says("Dès 8 h !") };
    let remote = published(network.publish(), &network.call, &content).await;
    let posts = network.posts();
    let answer = posts.iter().find(|post| post.id == remote.id).unwrap();
    assert_eq!(answer.in_reply_to.as_deref(), Some(target.remote_id.as_str()));
    assert!(answer.text.ends_with("Dès 8 h !"));
    let prepared = staged(network.publish(), &network.call, &content).await;
    let taken = [remote.id];
    let found = network.publish().find(&network.call, &prepared, &taken).await.unwrap();
    assert_eq!(found, Found::Absent, "the same words elsewhere are another answer");
}

pub async fn an_answer_to_what_is_gone_is_refused(network: &Subject) {
    let target = target(network).await;
    network.delete(&target.remote_id);
    let content = Content { reply_to: Some(target), ..says("Dès 8 h !") };
    let mut prepared = frozen(network.publish(), &network.call, &content);
    let error = match network.publish().stage(&network.call, &prepared).await {
        Ok(staged) => {
            prepared.payload = payload_of(staged);
            network.publish().send(&network.call, &prepared).await.unwrap_err()
        }
        Err(error) => error,
    };
    let gone = Rejection::ReplyTargetGone;
    assert!(matches!(&error, NetworkError::Rejected { reason, .. } if *reason == gone), "{error}");
    assert_eq!(network.posts().len(), 1);
}

fn payload_of(staged: channels::Staged) -> serde_json::Value {
    match staged {
        channels::Staged::Ready(payload) | channels::Staged::Later { payload, .. } => payload,
    }
}
