//! What comes in, and where it goes.

use channels::ItemKind;
use conversations::{ConversationKind, Direction, Group};
use members::{Identity, Interaction};

use crate::network::{answer, at, item, like, ours, person};
use crate::world::worlds;

#[tokio::test]
async fn the_same_batch_twice_changes_nothing() {
    for world in worlds().await {
        let items = || {
            vec![
                answer("a", "anna", "post", "post", 1),
                item("b", ItemKind::Mention, "bilal", "Bonjour @fournil", 2),
                like("l", "anna", "post", 3),
                item("f", ItemKind::Follow, "chloe", "", 4),
                ours("o", "a", 5),
            ]
        };
        let first = world.comes(items()).await;
        assert_eq!((first.new_messages, first.answers, first.seen_before), (4, 1, 0));
        let before = (world.list(Group::Messages).await, world.list(Group::Reactions).await);
        let second = world.comes(items()).await;
        assert_eq!((second.new_messages, second.answers, second.seen_before), (0, 0, 5));
        let after = (world.list(Group::Messages).await, world.list(Group::Reactions).await);
        assert_eq!(before, after, "{}", world.engine.name);
        assert_eq!(world.count("message").await, 5);
        assert_eq!(world.count("interaction").await, 4);
        assert_eq!(world.count("identity").await, 3);
    }
}

#[tokio::test]
async fn an_item_given_twice_in_one_batch_is_one_message() {
    for world in worlds().await {
        let item = || answer("a", "anna", "post", "post", 1);
        let done = world.comes(vec![item(), item()]).await;
        assert_eq!((done.new_messages, done.seen_before), (1, 1));
        assert_eq!(world.only().await.message_count, 1);
    }
}

#[tokio::test]
async fn two_people_under_one_post_are_two_conversations_however_they_nest() {
    for world in worlds().await {
        world
            .comes(vec![
                answer("a1", "anna", "post", "post", 1),
                answer("b1", "bilal", "a1", "post", 2),
                answer("a2", "anna", "b1", "post", 3),
            ])
            .await;
        // Named by its parent alone, an answer is still under the same post.
        let mut b2 = answer("b2", "bilal", "a2", "post", 4);
        b2.root = None;
        world.comes(vec![b2]).await;
        let all = world.list(Group::Messages).await;
        assert_eq!(all.len(), 2, "{}", world.engine.name);
        assert_eq!(all.iter().map(|c| c.message_count).collect::<Vec<_>>(), [2, 2]);
        assert_eq!(all[0].preview, "bilal dit b2");
        assert_eq!(all[0].about.text.as_deref(), Some("Le pain du jour"));
        assert_eq!(all[0].waiting_since, Some(at(2)));
        assert_eq!(all[1].waiting_since, Some(at(1)));
        let said: Vec<_> =
            world.messages(&all[1]).await.into_iter().filter_map(|m| m.remote_id).collect();
        assert_eq!(said, ["a1", "a2"]);
    }
}

#[tokio::test]
async fn private_messages_of_one_person_are_one_conversation() {
    for world in worlds().await {
        let first = item("d1", ItemKind::Direct, "anna", "Vous livrez ?", 1);
        let mut second = item("d2", ItemKind::Direct, "anna", "Alors ?", 9);
        second.in_reply_to = Some("d1".into());
        second.root = Some("d1".into());
        world.comes(vec![first, second]).await;
        let conversation = world.only().await;
        assert_eq!(conversation.kind, ConversationKind::Direct);
        assert_eq!(conversation.message_count, 2);
    }
}

#[tokio::test]
async fn a_like_is_gathered_under_its_post_and_nobody_waits() {
    for world in worlds().await {
        world.comes(vec![like("l1", "anna", "post", 1), like("l2", "bilal", "post", 2)]).await;
        world.comes(vec![item("f1", ItemKind::Follow, "anna", "", 3)]).await;
        assert!(world.list(Group::Messages).await.is_empty());
        let all = world.list(Group::Reactions).await;
        let kinds: Vec<_> = all.iter().map(|c| (c.kind, c.message_count)).collect();
        let expected = [(ConversationKind::Follows, 1), (ConversationKind::Reactions, 2)];
        assert_eq!(kinds, expected, "{}", world.engine.name);
        assert!(all.iter().all(|conversation| conversation.waiting_since.is_none()));
        let mut tx = world.engine.read().await.unwrap();
        let counts = conversations::counts(&world.louise, &mut tx).await.unwrap();
        assert_eq!((counts.open, counts.waiting, counts.oldest_waiting), (0, 0, None));
    }
}

#[tokio::test]
async fn what_a_colleague_answers_at_the_network_stops_the_waiting() {
    for world in worlds().await {
        world.comes(vec![answer("a", "anna", "post", "post", 1)]).await;
        assert_eq!(world.only().await.waiting_since, Some(at(1)));
        world.comes(vec![ours("o", "a", 5)]).await;
        let conversation = world.only().await;
        assert_eq!(conversation.waiting_since, None, "{}", world.engine.name);
        assert_eq!(conversation.message_count, 2);
        let messages = world.messages(&conversation).await;
        assert_eq!(messages[1].direction, Direction::Outbound);
        // What was said before that answer and comes later was answered by it; what comes after was not.
        world.comes(vec![answer("a0", "anna", "post", "post", 3)]).await;
        assert_eq!(world.only().await.waiting_since, None);
        world.comes(vec![answer("a2", "anna", "o", "post", 7)]).await;
        assert_eq!(world.only().await.waiting_since, Some(at(7)));
    }
}

#[tokio::test]
async fn an_answer_of_ours_that_comes_before_what_it_answers_finds_its_place() {
    for world in worlds().await {
        let first = world.comes(vec![ours("o", "a", 5), ours("o2", "o", 6)]).await;
        assert_eq!((first.answers, first.ours), (0, 0));
        assert!(world.list(Group::Messages).await.is_empty());
        assert_eq!(world.comes(vec![ours("o", "a", 5)]).await.new_messages, 0);
        world.comes(vec![answer("a", "anna", "post", "post", 1)]).await;
        let conversation = world.only().await;
        assert_eq!(conversation.message_count, 3, "{}", world.engine.name);
        assert_eq!(conversation.waiting_since, None);
        assert_eq!(conversation.last_message_at, at(6));
        assert_eq!(world.count("unplaced_item").await, 0);
    }
}

#[tokio::test]
async fn older_messages_after_newer_ones_take_their_place_in_time() {
    for world in worlds().await {
        world.comes(vec![answer("late", "anna", "post", "post", 9)]).await;
        world.comes(vec![answer("early", "anna", "post", "post", 2)]).await;
        let conversation = world.only().await;
        assert_eq!(conversation.preview, "anna dit late");
        assert_eq!(conversation.last_message_at, at(9));
        assert_eq!(conversation.waiting_since, Some(at(2)));
        let said: Vec<_> =
            world.messages(&conversation).await.into_iter().filter_map(|m| m.remote_id).collect();
        assert_eq!(said, ["early", "late"], "{}", world.engine.name);
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_and_holds_nothing_up() {
    for world in worlds().await {
        let mut nameless = answer("a", "anna", "post", "post", 1);
        nameless.author.remote_id = String::new();
        let mut nul = answer("b", "bilal", "post", "post", 2);
        nul.text = "un\0deux".into();
        let done = world.comes(vec![nameless.clone(), nul]).await;
        assert_eq!((done.unreadable, done.new_messages), (1, 1), "{}", world.engine.name);
        assert_eq!(world.only().await.preview, "undeux");
        assert_eq!(world.comes(vec![nameless]).await.unreadable, 0);
        assert_eq!(world.count("unplaced_item").await, 1);
    }
}

#[tokio::test]
async fn a_person_is_known_with_what_they_did_and_never_blanked() {
    for world in worlds().await {
        world.comes(vec![answer("a", "anna", "post", "post", 1)]).await;
        world.minutes(20);
        let mut again = like("l", "anna", "post", 2);
        again.author.name = String::new();
        again.author.url = None;
        world.comes(vec![again]).await;
        let conversation = world.only().await;
        let mut tx = world.engine.read().await.unwrap();
        let id = conversation.identity.unwrap();
        let anna = Identity::load(id, &world.louise, &mut tx).await.unwrap();
        let known = person("anna");
        assert_eq!((anna.name, anna.profile_url), (known.name, known.url));
        assert!(anna.seen_at > anna.first_seen_at);
        let acts = Interaction::of_identity(id, None, 10, &world.louise, &mut tx).await.unwrap();
        let kinds: Vec<_> = acts.iter().map(|act| act.kind.as_str()).collect();
        assert_eq!(kinds, ["like", "comment"], "{}", world.engine.name);
        let before = Some((acts[0].at, acts[0].id));
        let rest = Interaction::of_identity(id, before, 10, &world.louise, &mut tx).await.unwrap();
        assert_eq!(rest, acts[1..]);
    }
}

#[tokio::test]
async fn our_own_posts_and_likes_are_no_messages() {
    for world in worlds().await {
        let mut post = ours("p", "x", 1);
        post.in_reply_to = None;
        let mut own_like = like("l", "anna", "p", 2);
        own_like.author.remote_id = "1".into();
        let done = world.comes(vec![post, own_like]).await;
        assert_eq!((done.ours, done.new_messages, done.answers), (2, 0, 0));
        assert_eq!(world.count("message").await, 0);
    }
}
