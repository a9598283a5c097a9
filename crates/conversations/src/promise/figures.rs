//! What became of promises: the facts that figures are made of.

use channels::Channel;
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Right};
use primitives::Id;

use super::ClockKind;
use super::store::{self, lists};
use crate::conversation::ConversationError;

/// The most promises that one period's figures read.
const MOST: i64 = 100_000;

/// What became of a brand's promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Since when anything is promised; none: nothing is.
    pub since: Option<Timestamp>,
    /// Those that ended in the period, in order.
    pub ended: Vec<KeptPromise>,
    /// How many have not ended, at this instant.
    pub running: i64,
    /// Of these, how many are late.
    pub running_late: i64,
}

/// One promise that ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptPromise {
    /// What was promised.
    pub kind: ClockKind,
    /// Where.
    pub channel: Id<Channel>,
    /// For how long.
    pub promised: SignedDuration,
    /// What it took, in the brand's hours.
    pub worked: SignedDuration,
    /// Whether it was late.
    pub broken: bool,
    /// Whether it was resolved without an answer.
    pub dropped: bool,
    /// When it ended.
    pub ended_at: Timestamp,
}

/// What became of the promises that ended in `[from, until)`.
///
/// # Errors
/// [`ConversationError`].
pub async fn kept(
    from: Timestamp,
    until: Timestamp,
    channel: Option<Id<Channel>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Kept, ConversationError> {
    actor.must(Right::Read)?;
    let mut kept = lists::kept(actor.brand(), channel, (from, until), MOST, tx).await?;
    kept.since = store::setting(actor.brand(), tx).await?.map(|setting| setting.since);
    Ok(kept)
}
