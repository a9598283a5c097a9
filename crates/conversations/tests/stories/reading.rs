//! Lists, pages, counts, and who may see them.

use conversations::{Conversation, ConversationError, Filter, StateFilter};

use crate::network::{answer, at};
use crate::world::{World, worlds};

async fn with_seven_people(world: &World) {
    let answers = (0..7).map(|n| answer(&format!("m{n}"), &format!("p{n}"), "post", "post", n / 2));
    world.comes(answers.collect()).await;
}

#[tokio::test]
async fn pages_follow_one_another_without_a_gap_or_a_double() {
    for world in worlds().await {
        with_seven_people(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let mut filter = Filter { limit: 3, ..Filter::default() };
        let mut seen = Vec::new();
        loop {
            let page = Conversation::list(&filter, &world.louise, &mut tx).await.unwrap();
            seen.extend(page.rows.into_iter().map(|row| row.conversation));
            filter.after = page.next;
            if filter.after.is_none() {
                break;
            }
        }
        let mut ids: Vec<_> = seen.iter().map(|c| c.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((seen.len(), ids.len()), (7, 7), "{}", world.engine.name);
        assert!(seen.is_sorted_by(|a, b| a.last_message_at >= b.last_message_at));
    }
}

#[tokio::test]
async fn lists_are_narrowed_by_state_waiting_and_channel() {
    for world in worlds().await {
        with_seven_people(&world).await;
        let all = world.list(conversations::Group::Messages).await;
        world.resolves(&all[0]).await;
        world.answers(&all[1], "Merci").await;
        let mut tx = world.engine.read().await.unwrap();
        let mut many = async |filter: Filter| {
            let page = Conversation::list(&filter, &world.louise, &mut tx).await.unwrap();
            page.rows.len()
        };
        let any = Filter::default;
        assert_eq!(many(any()).await, 6);
        assert_eq!(many(Filter { state: StateFilter::Resolved, ..any() }).await, 1);
        assert_eq!(many(Filter { state: StateFilter::All, ..any() }).await, 7);
        assert_eq!(many(Filter { waiting: true, ..any() }).await, 5, "{}", world.engine.name);
        assert_eq!(many(Filter { channel: Some(world.channel.id), ..any() }).await, 6);
        let nowhere = world.engine.ambient().new_id();
        assert_eq!(many(Filter { channel: Some(nowhere), ..any() }).await, 0);
        assert_eq!(many(Filter { identity: all[2].identity, ..any() }).await, 1);
    }
}

#[tokio::test]
async fn the_home_page_says_who_has_waited_longest_and_what_came() {
    for world in worlds().await {
        with_seven_people(&world).await;
        let mut tx = world.engine.read().await.unwrap();
        let counts = conversations::counts(&world.louise, &mut tx).await.unwrap();
        assert_eq!((counts.open, counts.waiting, counts.oldest_waiting), (7, 7, Some(at(0))));
        let waiting = conversations::waiting(3, &world.louise, &mut tx).await.unwrap();
        let since: Vec<_> =
            waiting.iter().filter_map(|row| row.conversation.waiting_since).collect();
        assert_eq!(since, [at(0), at(0), at(1)], "{}", world.engine.name);
        assert!(waiting[0].person.as_ref().unwrap().name.starts_with('p'));
        let came = conversations::came_since(at(0), &world.louise, &mut tx).await.unwrap();
        assert_eq!(came, 7);
        let now = world.engine.ambient().now();
        assert_eq!(conversations::came_since(now, &world.louise, &mut tx).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn messages_are_read_backwards_a_part_at_a_time() {
    for world in worlds().await {
        let said = (0..5).map(|n| answer(&format!("m{n}"), "anna", "post", "post", n));
        world.comes(said.collect()).await;
        let conversation = world.only().await;
        let mut tx = world.engine.read().await.unwrap();
        let last = conversation.messages(None, 3, &world.louise, &mut tx).await.unwrap();
        let rest = conversation.messages(last.older, 3, &world.louise, &mut tx).await.unwrap();
        let ids: Vec<_> = rest
            .messages
            .iter()
            .chain(&last.messages)
            .filter_map(|message| message.remote_id.as_deref())
            .collect();
        assert_eq!(ids, ["m0", "m1", "m2", "m3", "m4"], "{}", world.engine.name);
        assert!(rest.older.is_none());
    }
}

#[tokio::test]
async fn a_stranger_sees_and_changes_nothing() {
    for world in worlds().await {
        with_seven_people(&world).await;
        let one = world.list(conversations::Group::Messages).await.remove(0);
        let stranger = world.stranger();
        let mut tx = world.engine.begin().await.unwrap();
        let load = Conversation::load(one.id, &stranger, &mut tx).await;
        assert!(matches!(load, Err(ConversationError::NotFound)), "{}", world.engine.name);
        assert!(matches!(one.resolve(&stranger, &mut tx).await, Err(ConversationError::NotFound)));
        assert!(one.reply(Default::default(), &stranger, &mut tx).await.is_err());
        assert!(one.messages(None, 9, &stranger, &mut tx).await.unwrap().messages.is_empty());
        let list = Conversation::list(&Filter::default(), &stranger, &mut tx).await.unwrap();
        assert!(list.rows.is_empty());
        assert_eq!(conversations::counts(&stranger, &mut tx).await.unwrap().open, 0);
        let identity = members::Identity::load(one.identity.unwrap(), &stranger, &mut tx).await;
        assert!(identity.is_err());
    }
}

#[tokio::test]
async fn every_statement_is_understood_by_both_engines() {
    for world in worlds().await {
        for sql in database::registered_sql() {
            let said = world.engine.check_sql(sql.text).await;
            assert!(said.is_ok(), "{}:{} on {}: {said:?}", sql.file, sql.line, world.engine.name);
        }
    }
}
