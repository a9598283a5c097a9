//! What is planned and what was published, day by day.

mod store;

use channels::Channel;
use channels::publication::{Publication, StateName};
use database::Tx;
use jiff::Timestamp;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;

use crate::Post;

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
