//! What follows a post, and what it carries beside words and pictures.

use channels::{
    AttachedMedia, Content, Found, Gif, NetworkError, Outcome, Poll, Rejection, Remote, ReplyTarget,
};
use serde_json::Value;
use testing::networks::{Fault, Point};

use crate::subject::Subject;
use crate::support::{frozen, picture, published, says, staged, video};

/// An answer to a piece of our own, as the send fence makes it.
fn after(remote: &Remote) -> Option<ReplyTarget> {
    let (handle, data) = (String::new(), Value::Null);
    Some(ReplyTarget { remote_id: remote.id.clone(), root: None, handle, data })
}

async fn part(network: &Subject, text: &str, before: &Remote) -> Remote {
    let content = Content { reply_to: after(before), ..says(text) };
    published(network.publish(), &network.call, &content).await
}

pub async fn a_thread_stands_in_order_and_names_nobody(network: &Subject) {
    let first = published(network.publish(), &network.call, &says("Le levain, 1/3")).await;
    let second = part(network, "Le rafraîchi, 2/3", &first).await;
    let third = part(network, "Le pétrin, 3/3", &second).await;
    let posts = network.posts();
    let seen: Vec<_> = posts.iter().map(|p| (p.text.as_str(), p.in_reply_to.as_deref())).collect();
    let wanted = [
        ("Le levain, 1/3", None),
        ("Le rafraîchi, 2/3", Some(first.id.as_str())),
        ("Le pétrin, 3/3", Some(second.id.as_str())),
    ];
    assert_eq!(seen, wanted);
    assert_eq!(posts[2].id, third.id);
    assert_eq!(posts[2].visibility, "public");
}

pub async fn a_part_whose_answer_was_lost_is_found_under_what_it_answers(network: &Subject) {
    let first = published(network.publish(), &network.call, &says("Le levain")).await;
    let elsewhere = published(network.publish(), &network.call, &says("La suite")).await;
    let content = Content { reply_to: after(&first), ..says("La suite") };
    let prepared = staged(network.publish(), &network.call, &content).await;
    let found = network.publish().find(&network.call, &prepared, &[]).await.unwrap();
    assert_eq!(found, Found::Absent, "the same words elsewhere are another piece");
    network.faults().script(Point::Publish, [Fault::AfterAccept]);
    let outcome = network.publish().send(&network.call, &prepared).await.unwrap();
    assert!(matches!(outcome, Outcome::Uncertain { .. }), "{outcome:?}");
    match network.publish().find(&network.call, &prepared, &[]).await.unwrap() {
        Found::There(remote) => assert_ne!(remote.id, elsewhere.id),
        other => panic!("{other:?}"),
    }
    assert_eq!(network.posts().len(), 3);
}

pub async fn a_part_of_a_thread_whose_beginning_is_gone_is_refused(network: &Subject) {
    let first = published(network.publish(), &network.call, &says("Le levain")).await;
    network.delete(&first.id);
    let content = Content { reply_to: after(&first), ..says("La suite") };
    let prepared = frozen(network.publish(), &network.call, &content);
    let error = match network.publish().stage(&network.call, &prepared).await {
        Ok(_) => network.publish().send(&network.call, &prepared).await.unwrap_err(),
        Err(error) => error,
    };
    let gone = Rejection::ReplyTargetGone;
    assert!(matches!(&error, NetworkError::Rejected { reason, .. } if *reason == gone), "{error}");
    assert_eq!(network.posts(), []);
}

pub async fn a_poll_arrives_whole_or_is_refused_before(network: &Subject) {
    let limits = &network.call.limits;
    let poll = Poll {
        choices: vec!["Seigle".to_owned(), "Froment".to_owned()],
        minutes: 1440,
        several: true,
    };
    let content = Content { poll: Some(poll.clone()), ..says("Seigle ou froment ?") };
    let prepared = network.publish().prepare(&content, limits, network.call.now);
    if limits.poll.is_none() {
        assert!(matches!(prepared, Err(NetworkError::Unsupported { .. })), "{prepared:?}");
        return;
    }
    published(network.publish(), &network.call, &content).await;
    assert_eq!(network.posts()[0].choices, poll.choices);
    let one = Poll { choices: vec!["Seigle".to_owned()], ..poll.clone() };
    let short = Poll { minutes: 1, ..poll.clone() };
    let image = picture(&network.call, 8, 8, "").await;
    let beside = Content { media: vec![image], ..content.clone() };
    for wrong in [
        Content { poll: Some(one), ..content.clone() },
        Content { poll: Some(short), ..content.clone() },
        beside,
    ] {
        let refused = network.publish().prepare(&wrong, limits, network.call.now);
        assert!(matches!(refused, Err(NetworkError::Rejected { .. })), "{refused:?}");
    }
}

pub async fn a_video_arrives_with_its_alternative_text(network: &Subject) {
    let film = video(&network.call, "Le pétrin tourne").await;
    let content = Content { media: vec![film], ..says("Au fournil, ce matin") };
    published(network.publish(), &network.call, &content).await;
    let posts = network.posts();
    assert_eq!(posts[0].alt_texts, ["Le pétrin tourne"]);
    assert_eq!(posts[0].media_types, ["video/mp4"]);
}

pub async fn a_video_that_the_network_would_refuse_is_refused_before(network: &Subject) {
    let limits = &network.call.limits;
    let most = limits.video.clone().expect("it takes videos");
    let film = video(&network.call, "").await;
    let image = picture(&network.call, 8, 8, "").await;
    let of = |media: AttachedMedia| vec![media];
    let heavy = i64::try_from(most.bytes + 1).unwrap();
    let wrong = [
        of(AttachedMedia { size: heavy, ..film.clone() }),
        of(AttachedMedia { content_type: "video/x-flv".to_owned(), ..film.clone() }),
        vec![film.clone(), image],
        vec![film.clone(), film],
    ];
    for media in wrong {
        let content = Content { media, ..says("Au fournil") };
        let refused = network.publish().prepare(&content, limits, network.call.now);
        assert!(matches!(refused, Err(NetworkError::Rejected { .. })), "{refused:?}");
    }
}

pub async fn an_animation_is_never_lost_in_silence(network: &Subject) {
    // The smallest picture that moves.
    let bytes: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\0\0\0\0\0,\0\0\0\0\
        \x01\0\x01\0\0\x02\x02D\x01\0;";
    let hash = network.call.media.put(bytes::Bytes::from_static(bytes)).await.unwrap();
    let plain = picture(&network.call, 8, 8, "La pâte qui lève").await;
    let gif = AttachedMedia { hash, content_type: "image/gif".to_owned(), ..plain };
    let content = Content { media: vec![gif], ..says("La pâte lève") };
    published(network.publish(), &network.call, &content).await;
    let moves = network.posts()[0].media_types == ["image/gif"];
    assert_eq!(moves, network.call.limits.gif == Gif::Animated, "what is announced is what is");
}

pub async fn our_own_thread_is_no_news(network: &Subject) {
    let before = network.inbox().poll(&network.call, None).await.unwrap();
    let first = published(network.publish(), &network.call, &says("Le levain")).await;
    part(network, "La suite", &first).await;
    let cursor = before.cursor.as_deref();
    let after = network.inbox().poll(&network.call, cursor).await.unwrap();
    assert!(after.items.is_empty(), "{:?}", after.items);
}

pub async fn a_link_tells_what_a_person_confirmed(network: &Subject) {
    let remote = published(network.publish(), &network.call, &says("Le four est chaud")).await;
    let (call, url) = (&network.call, remote.url.clone().unwrap());
    let located = network.publish().locate(&url, &call.server, &call.remote_account_id);
    assert_eq!(located, Some(remote.id));
    let elsewhere = "https://example.fr/pain";
    assert_eq!(network.publish().locate(elsewhere, &call.server, &call.remote_account_id), None);
}
