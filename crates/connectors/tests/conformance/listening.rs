//! The inbox and the figures.

use std::collections::BTreeSet;

use channels::{InboxItem, ItemKind};
use testing::networks::control::DeedKind;

use crate::subject::Subject;
use crate::support::{published, says};

/// Polls until nothing more is waiting; the items, and where the next poll starts.
async fn all(network: &Subject, mut cursor: Option<String>) -> (Vec<InboxItem>, Option<String>) {
    let mut items = Vec::new();
    for _ in 0..200 {
        let batch = network.inbox().poll(&network.call, cursor.as_deref()).await.unwrap();
        items.extend(batch.items);
        cursor = batch.cursor;
        if !batch.more {
            return (items, cursor);
        }
    }
    panic!("there is always more")
}

fn ids(items: &[InboxItem]) -> BTreeSet<String> {
    items.iter().map(|item| item.remote_id.clone()).collect()
}

pub async fn every_item_comes_once_across_pages(network: &Subject) {
    let ours = published(network.publish(), &network.call, &says("Venez goûter")).await;
    let before = network.people(DeedKind::Reply, &ours.id, "Déjà là");
    let (first, mut cursor) = all(network, None).await;
    assert_eq!(ids(&first), BTreeSet::from([before]));
    // Sizes below, at and above those of pages and polls.
    let mut seen = BTreeSet::new();
    for burst in [1, 6, 7, 8, 40, 97, 0, 3] {
        let mut expected = BTreeSet::new();
        for number in 0..burst {
            let text = format!("Question {number} de {burst}");
            let kind = if number % 2 == 0 { DeedKind::Reply } else { DeedKind::Mention };
            expected.insert(network.people(kind, &ours.id, &text));
        }
        let (items, next) = all(network, cursor).await;
        cursor = next;
        assert_eq!(ids(&items), expected, "after a burst of {burst}");
        assert_eq!(items.len(), burst, "each comes once");
        assert!(seen.is_disjoint(&expected));
        seen.extend(expected);
    }
}

pub async fn the_same_cursor_gives_the_same_ids(network: &Subject) {
    let ours = published(network.publish(), &network.call, &says("Venez goûter")).await;
    network.people(DeedKind::Like, &ours.id, "");
    let (_, cursor) = all(network, None).await;
    for number in 0..20 {
        network.people(DeedKind::Mention, "", &format!("Bonjour {number}"));
    }
    network.people(DeedKind::Share, &ours.id, "");
    let (first, _) = all(network, cursor.clone()).await;
    let (second, _) = all(network, cursor).await;
    assert_eq!(first.len(), 21);
    assert_eq!(ids(&first), ids(&second));
    assert!(first.is_sorted_by_key(|item| item.at) || network.renews, "oldest first");
}

pub async fn what_polls_missed_is_there_when_it_is_read_again(network: &Subject) {
    let ours = published(network.publish(), &network.call, &says("Venez goûter")).await;
    let mut expected = BTreeSet::new();
    for number in 0..150 {
        let kind = if number % 3 == 0 { DeedKind::Mention } else { DeedKind::Reply };
        expected.insert(network.people(kind, &ours.id, &format!("Question {number}")));
    }
    // A poll went by, and what it brought was lost on the way.
    let _ = all(network, None).await;
    let since = network.call.now - jiff::SignedDuration::from_hours(24 * 7);
    let (mut at, mut items): (Option<String>, Vec<InboxItem>) = (None, Vec::new());
    for _ in 0..50 {
        let part = network.inbox().reread(&network.call, since, at.as_deref()).await.unwrap();
        assert!(part.items.is_sorted_by_key(|item| item.at) || network.renews, "oldest first");
        items.extend(part.items);
        at = part.next;
        if at.is_none() {
            break;
        }
    }
    assert_eq!(at, None, "it comes to an end");
    assert_eq!(ids(&items), expected);
    assert_eq!(items.len(), expected.len(), "each comes once");
    assert!(!network.inbox().blind().is_empty(), "what can't be read again is said");
}

pub async fn what_is_not_known_is_passed_over(network: &Subject) {
    network.something_unknown();
    let (items, cursor) = all(network, None).await;
    assert_eq!(items, []);
    network.something_unknown();
    let follow = network.people(DeedKind::Follow, "", "");
    network.something_unknown();
    let (items, cursor) = all(network, cursor).await;
    assert_eq!(items.len(), 1, "{follow}");
    assert_eq!(items[0].kind, ItemKind::Follow);
    let (items, _) = all(network, cursor).await;
    assert_eq!(items, []);
}

pub async fn an_item_says_what_it_is_about(network: &Subject) {
    let ours = published(network.publish(), &network.call, &says("Venez goûter la tourte")).await;
    let reply = network.people(DeedKind::Reply, &ours.id, "Avec plaisir !");
    network.people(DeedKind::Like, &ours.id, "");
    network.people(DeedKind::Mention, "", "une question");
    let (items, _) = all(network, None).await;
    let of = |kind: ItemKind| items.iter().find(|item| item.kind == kind).unwrap();
    let answer = of(ItemKind::Reply);
    assert_eq!(answer.remote_id, reply);
    assert!(answer.text.ends_with("Avec plaisir !"), "{}", answer.text);
    assert_eq!(answer.in_reply_to.as_deref(), Some(ours.id.as_str()));
    assert_eq!(answer.root.as_deref(), Some(ours.id.as_str()));
    assert_eq!(answer.root_text.as_deref(), Some("Venez goûter la tourte"));
    assert!(answer.root_url.is_some() && answer.url.is_some());
    assert_eq!(answer.author.name, "Camille");
    let like = of(ItemKind::Like);
    assert_eq!(like.root.as_deref(), Some(ours.id.as_str()));
    assert_eq!((like.text.as_str(), &like.author), ("", &answer.author));
    assert!(of(ItemKind::Mention).text.ends_with("une question"));
}

pub async fn figures_are_those_given_and_no_others(network: &Subject) {
    let ours = published(network.publish(), &network.call, &says("Venez goûter")).await;
    let quiet = published(network.publish(), &network.call, &says("Fermé lundi")).await;
    let gone = published(network.publish(), &network.call, &says("Oups")).await;
    network.delete(&gone.id);
    network.people(DeedKind::Reply, &ours.id, "Miam");
    network.people(DeedKind::Like, &ours.id, "");
    network.people(DeedKind::Share, &ours.id, "");
    let asked = [ours.id.clone(), quiet.id.clone(), gone.id];
    let figures = network.measure().figures(&network.call, &asked).await.unwrap();
    assert_eq!(figures.len(), 2, "what is gone is left out");
    let of = |id: &str| figures.iter().find(|figures| figures.remote_id == id).unwrap();
    let (busy, calm) = (of(&ours.id), of(&quiet.id));
    assert_eq!((busy.reactions, busy.comments, busy.shares), (Some(1), Some(1), Some(1)));
    assert_eq!((calm.reactions, calm.comments, calm.shares), (Some(0), Some(0), Some(0)));
    assert_eq!((busy.reach, busy.clicks, busy.impressions), (None, None, None));
    assert!(!network.measure().gives().contains(&"reach"));
}
