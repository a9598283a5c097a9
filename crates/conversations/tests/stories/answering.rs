//! Answering, resolving, taking up again.

use channels::publication::StateName;
use channels::{ItemKind, NetworkError, Outcome, Publication};
use conversations::{
    Conversation, ConversationError, ConversationState, Direction, Group, NewReply, ReplyError,
};
use platform::Role;

use crate::network::{answer, at, item, like, ours};
use crate::world::{World, worlds};

async fn with_a_question(world: &World) -> Conversation {
    world.comes(vec![answer("a", "anna", "post", "post", 1)]).await;
    world.only().await
}

#[tokio::test]
async fn an_answer_goes_through_the_fence_and_nobody_waits() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        let publication = world.writes(&question, "  Oui, dès sept heures.  ").await;
        let conversation = world.only().await;
        assert_eq!(conversation.waiting_since, None);
        assert_eq!(conversation.preview, "Oui, dès sept heures.");
        world.delivers(publication).await;
        let messages = world.messages(&world.only().await).await;
        let sent = &messages[1];
        assert_eq!(sent.direction, Direction::Outbound);
        assert_eq!(sent.publication.as_ref().unwrap().state, StateName::Published);
        assert_eq!(sent.remote_id.as_deref(), Some("ours-1"), "{}", world.engine.name);
        assert_eq!(sent.teammate_name.as_deref(), Some("Louise Martin"));
        let accepted = world.network.0.lock().unwrap().accepted.clone();
        let target = accepted[0].reply_to.clone().unwrap();
        assert_eq!((target.remote_id.as_str(), target.root.as_deref()), ("a", Some("post")));
        assert_eq!(target.handle, "anna@pretend.social");
        assert_eq!(target.data["visibility"], "public");
        // Read back, it is the same message; the answer to it belongs to the same conversation.
        let read_back = world.comes(vec![ours("ours-1", "a", 62)]).await;
        assert_eq!((read_back.seen_before, read_back.answers), (1, 0));
        let mut thanks = answer("a2", "anna", "ours-1", "post", 63);
        thanks.root = None;
        world.comes(vec![thanks]).await;
        assert_eq!(world.only().await.message_count, 3);
        assert!(world.only().await.waiting_since.is_some());
    }
}

#[tokio::test]
async fn an_answer_that_fails_makes_its_conversation_wait_again() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        world.network.refuses_to_publish();
        let publication = world.answers(&question, "Oui.").await;
        let waits = world.only().await;
        assert_eq!(waits.waiting_since, Some(at(1)), "{}", world.engine.name);
        let messages = world.messages(&waits).await;
        let failed = messages[1].publication.clone().unwrap();
        assert_eq!(failed.state, StateName::Failed);
        assert_eq!(failed.reason.as_deref(), Some("rejected_reply_target_gone"));
        // Tried again, it is on its way: nobody waits.
        let mut tx = world.engine.begin().await.unwrap();
        let mut again = Publication::load(publication, &world.louise, &mut tx).await.unwrap();
        again.release(&world.louise, &mut tx).await.unwrap();
        conversations::reply_settled(publication, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(world.only().await.waiting_since, None);
    }
}

#[tokio::test]
async fn an_answer_that_fails_after_resolving_opens_its_conversation_again() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        world.network.refuses_to_publish();
        let publication = world.writes(&question, "Oui.").await;
        world.resolves(&question).await;
        world.delivers(publication).await;
        let conversation = world.only().await;
        assert!(conversation.is_open(), "{}", world.engine.name);
        assert_eq!(conversation.waiting_since, Some(at(1)));
        // Resolved by someone who knows, it stays so however often the job runs.
        world.resolves(&conversation).await;
        world.delivers(publication).await;
        assert!(!world.only().await.is_open());
    }
}

#[tokio::test]
async fn an_answer_read_back_while_in_doubt_is_one_message_in_the_end() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        let lost = Outcome::Uncertain { detail: "no answer".into() };
        world.network.0.lock().unwrap().sends.push_back(Ok(lost));
        let publication = world.answers(&question, "Oui.").await;
        world.comes(vec![ours("ours-found", "a", 61)]).await;
        assert_eq!(world.only().await.message_count, 3);
        world.minutes(30);
        world.delivers(publication).await;
        let conversation = world.only().await;
        assert_eq!(conversation.message_count, 2, "{}", world.engine.name);
        let messages = world.messages(&conversation).await;
        assert_eq!(messages.len(), 2);
        assert_eq!(messages[1].remote_id.as_deref(), Some("ours-found"));
        assert_eq!(conversation.waiting_since, None);
    }
}

#[tokio::test]
async fn a_new_message_opens_what_was_resolved_and_only_it_waits() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        world.resolves(&question).await;
        let resolved = world.only().await;
        assert!(matches!(resolved.state, ConversationState::Resolved { by: Some(_), .. }));
        assert_eq!(resolved.waiting_since, None);
        world.comes(vec![answer("a2", "anna", "a", "post", 30)]).await;
        let open = world.only().await;
        assert!(open.is_open(), "{}", world.engine.name);
        assert_eq!(open.waiting_since, Some(at(30)));
    }
}

#[tokio::test]
async fn reopening_by_hand_makes_what_had_no_answer_wait() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        world.resolves(&question).await;
        let mut tx = world.engine.begin().await.unwrap();
        let open = question.reopen(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(open.is_open());
        assert_eq!(open.waiting_since, Some(at(1)), "{}", world.engine.name);
    }
}

#[tokio::test]
async fn an_answer_is_refused_for_what_is_wrong_with_it() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        world.comes(vec![like("l", "anna", "post", 2)]).await;
        let reactions = world.list(Group::Reactions).await.remove(0);
        let mut tx = world.engine.begin().await.unwrap();
        let say = |text: &str| NewReply { text: text.to_owned(), ..NewReply::default() };
        let empty = question.reply(say("  "), &world.louise, &mut tx).await;
        assert!(matches!(empty, Err(ReplyError::Empty)));
        // "@anna " is counted: 44 and 6 fit in 50, 45 and 6 do not.
        let long = question.reply(say(&"x".repeat(45)), &world.louise, &mut tx).await;
        assert!(matches!(long, Err(ReplyError::TooLong { used: 51, most: 50 })), "{long:?}");
        let nobody = reactions.reply(say("Merci"), &world.louise, &mut tx).await;
        assert!(matches!(nobody, Err(ReplyError::NothingToAnswer)));
        let reader = world.with_role(Role::ReadOnly);
        let refused = question.reply(say("Merci"), &reader, &mut tx).await;
        assert!(matches!(refused, Err(ReplyError::NotAllowed(_))));
        let refused = question.resolve(&reader, &mut tx).await;
        assert!(matches!(refused, Err(ConversationError::NotAllowed(_))));
        let fits = question.reply(say(&"x".repeat(44)), &world.louise, &mut tx).await;
        assert!(fits.is_ok());
        world.channel.remove(&world.louise, &mut tx).await.unwrap();
        let gone = question.reply(say("Merci"), &world.louise, &mut tx).await;
        assert!(matches!(gone, Err(ReplyError::ChannelGone)));
    }
}

#[tokio::test]
async fn an_answer_to_a_private_message_is_private() {
    for world in worlds().await {
        world.comes(vec![item("d", ItemKind::Direct, "anna", "Bonjour", 1)]).await;
        let conversation = world.only().await;
        world.answers(&conversation, "Bonjour Anna").await;
        assert_eq!(world.messages(&conversation).await[1].kind, ItemKind::Direct);
    }
}

#[tokio::test]
async fn a_reply_waits_out_passing_trouble_without_making_anyone_wait() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        let trouble = NetworkError::Retry { detail: "refused".into(), after: None };
        world.network.0.lock().unwrap().sends.push_back(Err(trouble));
        let publication = world.answers(&question, "Oui.").await;
        assert_eq!(world.only().await.waiting_since, None, "{}", world.engine.name);
        world.minutes(20);
        world.delivers(publication).await;
        let messages = world.messages(&question).await;
        assert_eq!(messages[1].publication.as_ref().unwrap().state, StateName::Published);
    }
}

#[tokio::test]
async fn the_same_answer_asked_for_twice_leaves_once() {
    for world in worlds().await {
        let question = with_a_question(&world).await;
        let seen = world.messages(&question).await.last().map(|message| message.id);
        let asks = async |text: &str, seen| {
            let mut tx = world.engine.begin().await.unwrap();
            let reply = NewReply { text: text.into(), seen, ..NewReply::default() };
            let message = question.reply(reply, &world.louise, &mut tx).await.unwrap();
            tx.commit().await.unwrap();
            world.minutes(1);
            message.publication.unwrap().id
        };
        // The line broke before Louise's browser heard that it was taken: she presses again.
        let first = asks("Oui, dès 7 h.", seen).await;
        assert_eq!(asks("Oui, dès 7 h. ", seen).await, first, "{}", world.engine.name);
        // What she corrected is another answer, and so is the same one once she saw the first.
        let corrected = asks("Oui, dès 8 h.", seen).await;
        assert_ne!(corrected, first);
        let last = world.messages(&question).await.last().map(|message| message.id);
        assert_ne!(asks("Oui, dès 8 h.", last).await, corrected, "{}", world.engine.name);
        // One that failed may be asked for again.
        let seen = world.messages(&question).await.last().map(|message| message.id);
        let failed = asks("Bonjour", seen).await;
        world.network.refuses_to_publish();
        world.delivers(failed).await;
        assert_ne!(asks("Bonjour", seen).await, failed, "{}", world.engine.name);
    }
}
