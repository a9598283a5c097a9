//! What the home page and the inbox's tabs count. Counting stops at [`MOST_COUNTED`]: beyond it
//! a screen says "more than", and a large inbox stays quick.

mod store;

use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};

use crate::conversation::{ConversationError, ConversationRow, longest_waiting};

/// Where counting stops: a count of this much means "this many or more".
pub const MOST_COUNTED: i64 = 1_000;

/// How the inbox stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open conversations, reactions left out; [`MOST_COUNTED`] at most.
    pub open: i64,
    /// Conversations that wait for an answer; [`MOST_COUNTED`] at most.
    pub waiting: i64,
    /// Since when the one that has waited longest waits.
    pub oldest_waiting: Option<Timestamp>,
}

/// How the brand's inbox stands.
///
/// # Errors
/// [`ConversationError`].
pub async fn counts(actor: &Actor, tx: &mut Tx) -> Result<Counts, ConversationError> {
    actor.must(Right::Read)?;
    Ok(store::counts(actor.brand(), tx).await?)
}

/// The conversations that have waited longest, the oldest first.
///
/// # Errors
/// [`ConversationError`].
pub async fn waiting(
    limit: usize,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<ConversationRow>, ConversationError> {
    actor.must(Right::Read)?;
    Ok(longest_waiting(actor.brand(), limit.clamp(1, 100), tx).await?)
}

/// How many messages came since an instant, reactions left out; [`MOST_COUNTED`] at most.
///
/// # Errors
/// [`ConversationError`].
pub async fn came_since(
    since: Timestamp,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<i64, ConversationError> {
    actor.must(Right::Read)?;
    Ok(store::came_since(actor.brand(), since, tx).await?)
}
