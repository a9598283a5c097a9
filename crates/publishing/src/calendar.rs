//! What is planned and what was published, day by day, with the drafts that wait for a day.
//!
//! An [`Occasion`] is one post at one time: its publications there, or a draft meant for then.
//! Pages read [`cells`] (a stretch of time each, with how many occasions it holds and the first
//! few) or a page of an [`agenda`]; neither reads rows that are not shown, however full a month.

mod bulk;
mod cells;
mod filter;
mod ideas;
mod link;
mod occasion;
mod store;

use channels::Channel;
use channels::publication::{Publication, StateName};
use database::Tx;
use jiff::Timestamp;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;

use crate::Post;

pub use bulk::{Bulk, BulkError, Change, Done, MOST_AT_ONCE, Why, apply, undo};
pub use cells::{Cell, agenda, cells};
pub use filter::{Narrowed, Shown};
pub use ideas::{WantError, ideas};
pub use link::{CalendarLink, FeedEntry, LinkError};
pub use occasion::{Key, Occasion, Standing};

/// One publication as a calendar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The publication.
    pub publication: Id<Publication>,
    /// Its post.
    pub post: Id<Post>,
    /// Its channel.
    pub channel: Id<Channel>,
    /// Where it stands.
    pub state: StateName,
    /// When it is due.
    pub due_at: Timestamp,
    /// The first words of the post.
    pub excerpt: String,
}

/// Why a calendar could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

/// The publications of posts due in `[from, to)`, by time; cancelled ones are left out.
pub async fn entries(
    from: Timestamp,
    to: Timestamp,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Entry>, CalendarError> {
    actor.must(Right::Read)?;
    Ok(store::entries(actor.brand(), from, to, tx).await?)
}

/// How many publications wait for a person's second look: held by a pause, a person, a guard
/// rail or a missing approval. Answers in conversations too.
pub async fn held_count(actor: &Actor, tx: &mut Tx) -> Result<i64, CalendarError> {
    actor.must(Right::Read)?;
    Ok(store::held_count(actor.brand(), tx).await?)
}
