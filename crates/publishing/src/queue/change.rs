//! What a change of the queue moved, kept so that it can be undone.

use channels::Channel;
use database::Tx;
use jiff::civil::DateTime;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Board, Needs, QueueError, place, store, take_turn};
use crate::Post;
use crate::post::{PostError, PostState};
use crate::slot::Slot;

/// A place in the queue: a reading of the clock, and the slot that each channel has there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The reading, in the brand's zone.
    pub local: DateTime,
    /// The slot of each channel.
    pub places: Vec<(Id<Slot>, Id<Channel>)>,
}

/// A post that goes from a spot to another; `None` is a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The post.
    pub post: Id<Post>,
    /// Where it was.
    pub from: Option<Spot>,
    /// Where it went. A spot without places is a time out of the queue.
    pub to: Option<Spot>,
}

/// What a change of the queue did.
#[derive(Debug, Clone)]
pub struct Change {
    /// Its id.
    pub id: Id<Change>,
    /// The slots that it touched, as they were before, and whether they stood.
    pub slots: Vec<(Slot, bool)>,
    /// The posts that it moved.
    pub moves: Vec<Move>,
    /// Whether it was undone.
    pub undone: bool,
}

/// What undoing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// How many posts are back where they were.
    pub back: usize,
    /// How many stay where they are: moved since, or their place is taken or past.
    pub kept: usize,
}

impl Change {
    /// Undoes it: slots are as they were, and posts that nobody moved since go back.
    pub async fn undo(id: Id<Change>, actor: &Actor, tx: &mut Tx) -> Result<Undone, QueueError> {
        actor.must(Right::Publish)?;
        take_turn(actor, tx).await?;
        let change = store::change(actor.brand(), id, tx).await?.ok_or(QueueError::NotFound)?;
        if change.undone {
            return Err(QueueError::UndoneAlready);
        }
        for (slot, there) in &change.slots {
            slot.put_back(*there, tx).await?;
        }
        let board = Board::load(actor, tx).await?;
        let moved: Vec<_> = change.moves.iter().map(|one| one.post).collect();
        let mut back = Vec::new();
        for one in &change.moves {
            let Some(from) = &one.from else { continue };
            let post = match Post::load(one.post, actor, tx).await {
                Ok(post) => post,
                Err(PostError::NotFound) => continue,
                Err(error) => return Err(error.into()),
            };
            let free = board.spot_at(from.local, &Needs::of(&post), tx.now(), &moved);
            if stands_at(&post, one.to.as_ref())
                && let Some(spot) = free
            {
                back.push(Move { post: one.post, from: one.to.clone(), to: Some(spot) });
            }
        }
        place::apply(&back, actor, tx).await?;
        store::set_undone(id, tx).await?;
        let undone = Undone { back: back.len(), kept: change.moves.len() - back.len() };
        let data = json!({ "back": undone.back, "kept": undone.kept });
        activity::record(tx, actor, "queue.put_back", Subject::only("queue"), data).await?;
        Ok(undone)
    }
}

/// Whether a post is where a move left it.
fn stands_at(post: &Post, spot: Option<&Spot>) -> bool {
    match (&post.state, spot) {
        (PostState::Draft, None) => true,
        (PostState::Scheduled(at), Some(spot)) => at.local == spot.local,
        _ => false,
    }
}
