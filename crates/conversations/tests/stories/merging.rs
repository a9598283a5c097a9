//! Conversations put together and taken apart: each message in one place, always.

use channels::ItemKind;
use conversations::{Conversation, ConversationState, MergeError, StateFilter, StateWord};

use crate::network::{answer, item, ours};
use crate::world::{World, worlds};

/// Léa under two posts.
async fn lea(world: &World) -> (Conversation, Conversation) {
    world.comes(vec![answer("a1", "lea", "p1", "p1", 1), answer("b1", "lea", "p2", "p2", 2)]).await;
    let mut all = world.list(conversations::Group::Messages).await;
    (all.remove(0), all.remove(0))
}

async fn texts(world: &World, of: &Conversation) -> Vec<String> {
    world.messages(of).await.into_iter().map(|message| message.text).collect()
}

async fn reload(world: &World, of: &Conversation) -> Conversation {
    let mut tx = world.engine.read().await.unwrap();
    Conversation::load(of.id, &world.louise, &mut tx).await.unwrap()
}

#[tokio::test]
async fn what_comes_for_a_merged_conversation_goes_to_the_one_that_took_it() {
    for world in worlds().await {
        let (kept, other) = lea(&world).await;
        let mut tx = world.engine.begin().await.unwrap();
        let now = kept.merge(other.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(1);
        assert_eq!((now.message_count, now.preview.as_str()), (2, "lea dit b1"));
        assert_eq!(world.only().await.id, kept.id, "the other has left the lists");
        assert_eq!(reload(&world, &other).await.state, ConversationState::Merged { into: kept.id });
        // One for each thread, in one batch, and an answer written at the network.
        let more = [
            answer("a2", "lea", "a1", "p1", 3),
            answer("b2", "lea", "p2", "p2", 4),
            ours("o1", "a1", 5),
        ];
        world.comes(more.to_vec()).await;
        world.comes(more.to_vec()).await;
        let said = ["lea dit a1", "lea dit b1", "lea dit a2", "lea dit b2", "fournil dit o1"];
        assert_eq!(texts(&world, &kept).await, said, "{}", world.engine.name);
        assert_eq!(world.only().await.message_count, 5);
        assert_eq!(world.only().await.waiting_since, None, "answered at the network");
        assert_eq!(world.count("message").await, 5);
        // Undone: each goes where it came for.
        let mut tx = world.engine.begin().await.unwrap();
        let back = reload(&world, &other).await.unmerge(&world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(back.state, ConversationState::Open);
        let (kept, back) = (reload(&world, &kept).await, reload(&world, &back).await);
        assert_eq!(kept.message_count + back.message_count, 5);
        assert!(texts(&world, &back).await.iter().any(|text| text == "lea dit a1"));
        assert!(texts(&world, &kept).await.iter().any(|text| text == "lea dit b2"));
    }
}

#[tokio::test]
async fn an_answer_under_a_split_follows_it_and_merging_undoes_it() {
    for world in worlds().await {
        let said = [
            item("m1", ItemKind::Mention, "lea", "Bonjour", 1),
            answer("m2", "lea", "m1", "m1", 2),
            answer("m3", "lea", "m2", "m1", 3),
        ];
        world.comes(said.to_vec()).await;
        let whole = world.only().await;
        let messages = world.messages(&whole).await;
        let mut tx = world.engine.begin().await.unwrap();
        let all = whole.split(messages[0].id, &world.louise, &mut tx).await;
        assert!(matches!(all, Err(MergeError::NothingLeft)));
        let new = whole.split(messages[1].id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(1);
        assert_eq!((new.message_count, reload(&world, &whole).await.message_count), (2, 1));
        assert!(new.waiting_since.is_some());
        world.comes(vec![answer("m4", "lea", "m3", "m1", 4)]).await;
        world.comes(vec![answer("m5", "lea", "m1", "m1", 5)]).await;
        assert_eq!(texts(&world, &new).await, ["lea dit m2", "lea dit m3", "lea dit m4"]);
        assert_eq!(texts(&world, &whole).await, ["Bonjour", "lea dit m5"]);
        let mut tx = world.engine.begin().await.unwrap();
        whole.merge(new.id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let whole = reload(&world, &whole).await;
        assert_eq!(whole.message_count, 5);
        assert_eq!(world.count("message").await, 5);
    }
}

#[tokio::test]
async fn private_and_public_dont_go_together_nor_two_brands() {
    for world in worlds().await {
        let (kept, other) = lea(&world).await;
        world.comes(vec![item("d1", ItemKind::Direct, "lea", "En privé", 3)]).await;
        let private = world.list(conversations::Group::Messages).await.remove(0);
        let mut tx = world.engine.begin().await.unwrap();
        let mixed = kept.merge(private.id, &world.louise, &mut tx).await;
        assert!(matches!(mixed, Err(MergeError::NotAlike)));
        let itself = kept.merge(kept.id, &world.louise, &mut tx).await;
        assert!(matches!(itself, Err(MergeError::NotAlike)));
        let stranger = kept.merge(other.id, &world.stranger(), &mut tx).await;
        assert!(matches!(stranger, Err(MergeError::NotFound)));
        assert!(matches!(kept.unmerge(&world.louise, &mut tx).await, Err(MergeError::NotMerged)));
    }
}

#[tokio::test]
async fn chains_of_merges_lose_nothing() {
    for world in worlds().await {
        let posts = ["p1", "p2", "p3"];
        let said =
            posts.iter().zip(1..).map(|(post, n)| answer(&format!("m{n}"), "lea", post, post, n));
        world.comes(said.collect()).await;
        let all = world.list(conversations::Group::Messages).await;
        let mut tx = world.engine.begin().await.unwrap();
        all[1].merge(all[2].id, &world.louise, &mut tx).await.unwrap();
        all[0].merge(all[1].id, &world.louise, &mut tx).await.unwrap();
        tx.commit().await.unwrap();
        world.minutes(1);
        world.comes(vec![answer("m9", "lea", "p1", "p1", 9)]).await;
        let whole = world.only().await;
        assert_eq!((whole.id, whole.message_count), (all[0].id, 4), "{}", world.engine.name);
        let mut tx = world.engine.begin().await.unwrap();
        for merged in &all[1..] {
            merged.unmerge(&world.louise, &mut tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let counts: Vec<i64> = {
            let now = world.list(conversations::Group::Messages).await;
            assert_eq!(now.len(), 3);
            now.iter().map(|c| c.message_count).collect()
        };
        assert_eq!(counts.iter().sum::<i64>(), 4, "{counts:?}");
        assert_eq!(world.count("message").await, 4);
        let mut tx = world.engine.read().await.unwrap();
        let filter = conversations::Filter { state: StateFilter::All, ..Default::default() };
        let rows = Conversation::list(&filter, &world.louise, &mut tx).await.unwrap().rows;
        assert!(rows.iter().all(|row| row.conversation.state.word() == StateWord::Open));
    }
}
