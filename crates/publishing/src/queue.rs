//! The queue: posts that wait in the brand's slots.
//!
//! A post has one time. It takes the next **opening** (a reading of the clock at which the brand
//! has slots) that suits all of its channels at once: each channel is given a slot of that
//! reading that is free for it and takes the post's topic, and several slots of one reading may
//! share the channels out. A slot kept for a topic takes that topic only; one without takes any
//! post. Two posts share a slot when their channels differ, never otherwise: the database holds
//! slot, reading and channel together as one key.
//!
//! A place counts as long as its post is scheduled for that very reading. A post moved by hand
//! leaves its place by that alone; no other code has to know about the queue.

mod board;
mod change;
mod order;
pub(crate) mod place;
mod store;

use channels::Channel;
use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use crate::Post;
use crate::post::{PostError, PostState, ScheduleError};

pub(crate) use board::Board;
pub use board::{Filled, Needs, Opening};
pub use change::{Change, Move, Spot, Undone};
pub use order::{Way, earlier_or_later, put, shuffle};

/// How many weeks ahead a free opening is looked for.
pub const WEEKS_AHEAD: i32 = 53;

/// What became of the posts of a slot that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// By which it can be undone.
    pub change: Id<Change>,
    /// How many went to another opening.
    pub moved: usize,
    /// How many found none, and stay at their time, out of the queue.
    pub kept: usize,
}

/// Why something could not be done to the queue.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// There is no such slot, post or change in the actor's brand.
    #[error("there is no such slot, post or change in this brand")]
    NotFound,
    /// Not a day of the week and a time.
    #[error("this is not a time of the week")]
    NotATime,
    /// A slot needs a channel.
    #[error("a slot needs a channel")]
    NoChannel,
    /// A channel that the brand does not have, or no longer.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// A topic that the brand does not have.
    #[error("there is no such topic in this brand")]
    NoSuchTopic,
    /// The brand has this slot already.
    #[error("the brand has this slot already")]
    SameSlot,
    /// More than [`crate::slot::MOST_SLOTS`].
    #[error("too many slots")]
    TooManySlots,
    /// No slots at all.
    #[error("the brand has no slots yet")]
    NoSlots,
    /// These channels never have a slot together that takes the post's topic.
    #[error("no slot suits these channels and this topic together")]
    NoSlotSuits(Vec<Id<Channel>>),
    /// Every slot that suits is taken for a year.
    #[error("every slot that suits is taken")]
    Full,
    /// There is no opening then that suits this post, or it is taken.
    #[error("this opening does not suit the post, or is taken")]
    DoesNotSuit,
    /// There is nothing to exchange it with.
    #[error("there is no other opening that way")]
    NowhereToGo,
    /// It does not wait in the queue.
    #[error("this post is not in the queue")]
    NotQueued,
    /// It has been published, or its time has passed.
    #[error("this post has left")]
    AlreadyLeft,
    /// This change was undone already.
    #[error("this was undone already")]
    UndoneAlready,
    /// The post could not be scheduled.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<PostError> for QueueError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::NotFound => QueueError::NotFound,
            PostError::NotAllowed(error) => error.into(),
            PostError::Database(error) => error.into(),
            error => ScheduleError::Post(error).into(),
        }
    }
}

impl Post {
    /// Gives the post the next free opening that suits its channels and topic, and schedules it
    /// there.
    pub async fn enqueue(&self, actor: &Actor, tx: &mut Tx) -> Result<(Post, Spot), QueueError> {
        actor.must(Right::Publish)?;
        take_turn(actor, tx).await?;
        let board = Board::load(actor, tx).await?;
        if let PostState::Scheduled(at) = &self.state
            && at.at <= tx.now()
        {
            return Err(QueueError::AlreadyLeft);
        }
        let needs = Needs::of(self);
        let spot = board.next_for(&needs, tx.now(), &[self.id])?;
        let post = place::settle(self, &spot, actor, tx).await?;
        let title = crate::approval::title_in(&self.text);
        let data = json!({ "local": spot.local.to_string(), "title": title });
        activity::record(tx, actor, "post.queued", Subject::new("post", self.id), data).await?;
        Ok((post, spot))
    }

    /// The opening that [`Post::enqueue`] would take now.
    pub async fn next_opening(&self, actor: &Actor, tx: &mut Tx) -> Result<Spot, QueueError> {
        let board = Board::load(actor, tx).await?;
        board.next_for(&Needs::of(self), tx.now(), &[self.id])
    }

    /// Takes it out of the queue, back to a draft. Returns how to undo it.
    pub async fn leave_queue(&self, actor: &Actor, tx: &mut Tx) -> Result<Id<Change>, QueueError> {
        actor.must(Right::Publish)?;
        take_turn(actor, tx).await?;
        let board = Board::load(actor, tx).await?;
        let from = board.spot_of(self.id).ok_or(QueueError::NotQueued)?;
        let moves = [Move { post: self.id, from: Some(from), to: None }];
        place::apply(&moves, actor, tx).await?;
        let change = place::note_change(Vec::new(), &moves, actor, tx).await?;
        let subject = Subject::new("post", self.id);
        activity::record(tx, actor, "post.unqueued", subject, json!({})).await?;
        Ok(change)
    }
}

/// The coming openings of the brand for that many days, with what fills each.
pub async fn coming(days: i32, actor: &Actor, tx: &mut Tx) -> Result<Vec<Opening>, QueueError> {
    actor.must(Right::Read)?;
    let board = Board::load(actor, tx).await?;
    Ok(board.openings(tx.now(), days))
}

/// The next free opening for a post of these channels and topic, whether it exists or not.
pub async fn next_free(
    channels: &[Id<Channel>],
    topic: Option<Id<strategy::Topic>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Spot, QueueError> {
    actor.must(Right::Read)?;
    let board = Board::load(actor, tx).await?;
    let needs = Needs { channels: channels.to_vec(), topic };
    board.next_for(&needs, tx.now(), &[])
}

/// How many posts wait in the queue.
pub async fn waiting(actor: &Actor, tx: &mut Tx) -> Result<usize, QueueError> {
    actor.must(Right::Read)?;
    let board = Board::load(actor, tx).await?;
    Ok(board.queued(tx.now()).len())
}

/// Whoever changes a brand's queue takes this turn until their transaction ends, so that what
/// they read of it stays true.
pub(crate) async fn take_turn(actor: &Actor, tx: &mut Tx) -> Result<(), database::Error> {
    store::take_turn(actor.brand(), tx).await?;
    store::forget_places(actor.brand(), tx).await
}
