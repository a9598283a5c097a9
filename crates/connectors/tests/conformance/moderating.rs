//! Acting on what people say.

use channels::{Act, Content, InboxItem, ItemKind, NetworkError, Piece, ReplyTarget};
use testing::networks::control::DeedKind;
use testing::networks::{Fault, Point};

use crate::subject::Subject;
use crate::support::{published, says};

/// Someone answers our post; what came, as a piece.
async fn answered(network: &Subject) -> (String, InboxItem, Piece) {
    let ours = published(network.publish(), &network.call, &says("Venez goûter")).await;
    network.people(DeedKind::Reply, &ours.id, "Beurk");
    let batch = network.inbox().poll(&network.call, None).await.unwrap();
    let item = batch.items.into_iter().find(|item| item.kind == ItemKind::Reply).unwrap();
    let piece = Piece {
        remote_id: item.remote_id.clone(),
        ours: false,
        root: item.root.clone(),
        data: item.data.clone(),
    };
    (ours.id, item, piece)
}

async fn act(network: &Subject, act: Act, piece: &Piece) -> Result<(), NetworkError> {
    network.moderate().act(&network.call, act, piece).await
}

fn offers(network: &Subject, act: Act, piece: &Piece) -> bool {
    network.moderate().offers(&network.call.remote_account_id, piece).contains(&act)
}

pub async fn a_like_is_given_once_and_taken_back(network: &Subject) {
    let (_, _, piece) = answered(network).await;
    assert!(offers(network, Act::Like, &piece) && offers(network, Act::Unlike, &piece));
    act(network, Act::Like, &piece).await.unwrap();
    act(network, Act::Like, &piece).await.unwrap();
    assert_eq!(network.marks().liked, std::slice::from_ref(&piece.remote_id));
    act(network, Act::Unlike, &piece).await.unwrap();
    act(network, Act::Unlike, &piece).await.unwrap();
    assert_eq!(network.marks().liked, [""; 0]);
    act(network, Act::Like, &piece).await.unwrap();
    assert_eq!(network.marks().liked, std::slice::from_ref(&piece.remote_id));
}

pub async fn an_answer_is_hidden_under_our_post_and_shown_again_where_that_is_offered(
    network: &Subject,
) {
    let (ours, _, first) = answered(network).await;
    if !offers(network, Act::Hide, &first) {
        assert!(matches!(
            act(network, Act::Hide, &first).await,
            Err(NetworkError::Unsupported { .. })
        ));
        return;
    }
    let second =
        Piece { remote_id: network.people(DeedKind::Reply, &ours, "Encore"), ..first.clone() };
    act(network, Act::Unhide, &first).await.unwrap();
    act(network, Act::Hide, &first).await.unwrap();
    act(network, Act::Hide, &second).await.unwrap();
    act(network, Act::Hide, &first).await.unwrap();
    let mut hidden = network.marks().hidden;
    hidden.sort();
    let mut both = vec![first.remote_id.clone(), second.remote_id.clone()];
    both.sort();
    assert_eq!(hidden, both, "each once, and none forgets the other");
    act(network, Act::Unhide, &first).await.unwrap();
    assert_eq!(network.marks().hidden, [second.remote_id]);
}

pub async fn what_we_wrote_is_deleted_for_good(network: &Subject) {
    let ours = published(network.publish(), &network.call, &says("Oups")).await;
    let piece = Piece { remote_id: ours.id, ours: true, ..Piece::default() };
    assert!(offers(network, Act::Delete, &piece));
    act(network, Act::Delete, &piece).await.unwrap();
    assert_eq!(network.posts(), []);
    act(network, Act::Delete, &piece).await.unwrap();
}

pub async fn what_is_not_offered_is_refused_without_a_word_to_the_network(network: &Subject) {
    let (_, item, piece) = answered(network).await;
    assert!(!offers(network, Act::Delete, &piece), "what people wrote is theirs");
    let refused = act(network, Act::Delete, &piece).await;
    assert!(matches!(refused, Err(NetworkError::Unsupported { .. })));
    let elsewhere =
        Piece { root: Some("at://did:plc:autre/app.bsky.feed.post/3l".into()), ..piece };
    assert!(!offers(network, Act::Hide, &elsewhere), "another's thread is not ours to tidy");
    let batch = network.inbox().poll(&network.call, None).await.unwrap();
    assert!(batch.items.iter().any(|still| still.remote_id == item.remote_id));
}

pub async fn a_private_answer_is_seen_by_nobody_else_where_that_is_offered(network: &Subject) {
    let (_, item, piece) = answered(network).await;
    let Some(data) = network.moderate().privately(&piece) else { return };
    let target = ReplyTarget {
        remote_id: item.remote_id.clone(),
        root: item.root.clone(),
        handle: item.author.handle.clone(),
        data,
    };
    let content = Content { reply_to: Some(target), ..says("Dites-m’en plus") };
    let sent = published(network.publish(), &network.call, &content).await;
    let seen = network.posts().into_iter().find(|post| post.id == sent.id).unwrap();
    assert_eq!(seen.visibility, "direct");
}

pub async fn acts_that_meet_trouble_say_so_and_may_be_asked_again(network: &Subject) {
    let (_, _, piece) = answered(network).await;
    network.expire_tokens();
    let refused = act(network, Act::Like, &piece).await;
    match network.renews {
        true => assert!(refused.is_ok(), "{refused:?}"),
        false => assert!(matches!(refused, Err(NetworkError::Reauthorize { .. }))),
    }
    if network.renews {
        network.faults().script(Point::Read, [Fault::Status500BeforeAccept]);
        let unwell = act(network, Act::Unlike, &piece).await;
        assert!(matches!(unwell, Err(NetworkError::Retry { .. })), "{unwell:?}");
        act(network, Act::Unlike, &piece).await.unwrap();
        assert_eq!(network.marks().liked, [""; 0]);
    }
}

pub async fn someone_is_blocked_once_and_let_back(network: &Subject) {
    let (_, item, _) = answered(network).await;
    let person = item.author.remote_id.as_str();
    assert!(network.moderate().blocks());
    let block =
        async |blocked: bool| network.moderate().block(&network.call, person, blocked).await;
    block(false).await.unwrap();
    block(true).await.unwrap();
    block(true).await.unwrap();
    // Some networks name people by a number and the server that gave it.
    let known = person.split('@').next().unwrap_or(person);
    assert_eq!(network.marks().blocked, [known.to_owned()], "once");
    block(false).await.unwrap();
    block(false).await.unwrap();
    assert_eq!(network.marks().blocked, [""; 0]);
}
