//! Reading a channel again, whatever polls have read: what a poll missed is found, stored in its
//! one place, and said.
//!
//! A [`Check`] goes back some days from the newest. What the network gave and was not here is
//! taken in as any message is, and remembered as found by the check. The last minutes are left
//! to the polls: what they have not reached yet is not missing. What a network does not let one
//! read again ([`channels::Blind`]) is said beside each check: nothing is claimed of it.

mod run;
mod store;

use channels::{Blind, Channel, ChannelError};
use database::{Database, Error, Tx, text_enum};
use jiff::{SignedDuration, Timestamp};
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::conversation::Conversation;
use crate::message::Message;

pub use run::run;

/// How far back a check goes.
pub const DAYS: i64 = 7;
/// How long after a check begins the next one comes by itself.
const EVERY: SignedDuration = SignedDuration::from_hours(24);
/// A check that has not ended after so long was forgotten: another may begin.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(2);

text_enum! {
    /// Who asked for a check.
    pub enum AskedBy {
        /// It was its time.
        Clock => "by_clock",
        /// Someone.
        Hand => "by_hand",
    }
}

text_enum! {
    /// How far a check has come.
    pub enum CheckState {
        /// It reads.
        Running => "running",
        /// It read as far back as it should.
        Done => "done",
        /// It stopped before: the network refused, or gave too much.
        Partial => "partial",
        /// It could not read anything.
        Failed => "failed",
    }
}

/// One reading again of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Which one.
    pub id: Id<Check>,
    /// Of which channel.
    pub channel: Id<Channel>,
    /// Who asked.
    pub asked: AskedBy,
    /// How far it has come.
    pub state: CheckState,
    /// Back to when it reads.
    pub back_to: Timestamp,
    /// Back to when it has read.
    pub reached: Option<Timestamp>,
    /// How many things were read.
    pub was_read: i64,
    /// How many of them were not here.
    pub missing: i64,
    /// How many could not be read.
    pub unreadable: i64,
    /// What this network does not let one read again.
    pub blind: Vec<Blind>,
    /// What the network said when it refused.
    pub trouble: Option<String>,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// A message that only a check brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The message.
    pub message: Id<Message>,
    /// Where it is.
    pub conversation: Id<Conversation>,
    /// Who said it; none for ours.
    pub person: Option<String>,
    /// What it says.
    pub text: String,
    /// When it was said.
    pub sent_at: Timestamp,
}

/// Why a channel is not checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// A check of this channel is under way.
    #[error("this channel is being checked")]
    UnderWay,
    /// There is no such channel or check in the brand.
    #[error("there is no such channel in this brand")]
    NotFound,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ChannelError> for CheckError {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::NotFound => Self::NotFound,
            ChannelError::NotAllowed(error) => Self::NotAllowed(error),
            ChannelError::Vault(detail) => Self::Database(Error::other(detail)),
            ChannelError::Database(error) => Self::Database(error),
        }
    }
}

/// The job that reads one channel again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckInbox {
    /// Which check.
    pub check: Id<Check>,
    /// Of which channel.
    pub channel: Id<Channel>,
}

impl jobs::Job for CheckInbox {
    const KIND: &'static str = "check_inbox";
    const MAX_ATTEMPTS: u32 = 4;
}

impl Check {
    /// Asks for a channel to be read again now. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`CheckError`].
    pub async fn ask(
        channel: Id<Channel>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Check>, CheckError> {
        actor.must(Right::Converse)?;
        let channel = Channel::load(channel, actor, tx).await?;
        if channel.removed_at.is_some() {
            return Err(CheckError::NotFound);
        }
        let id = begin(actor.brand(), channel.id, AskedBy::Hand, tx).await?;
        let id = id.ok_or(CheckError::UnderWay)?;
        let subject = Subject::new("channel", channel.id);
        let data = json!({ "days": DAYS, "name": channel.name });
        activity::record(tx, actor, "channel.inbox_checked", subject, data).await?;
        Ok(id)
    }

    /// The brand's checks, the latest first; only of one channel if said. 100 at most.
    ///
    /// # Errors
    /// [`CheckError`].
    pub async fn list(
        channel: Option<Id<Channel>>,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Check>, CheckError> {
        actor.must(Right::Read)?;
        Ok(store::list(actor.brand(), channel, limit.clamp(1, 100), tx).await?)
    }

    /// What a check found, the latest first; 100 at most.
    ///
    /// # Errors
    /// [`CheckError`].
    pub async fn found(
        check: Id<Check>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Found>, CheckError> {
        actor.must(Right::Read)?;
        Ok(store::found(actor.brand(), check, tx).await?)
    }
}

/// Begins a check unless one of that channel is under way.
async fn begin(
    brand: Id<Brand>,
    channel: Id<Channel>,
    asked: AskedBy,
    tx: &mut Tx,
) -> Result<Option<Id<Check>>, Error> {
    store::lock_channel(channel, tx).await?;
    if store::under_way(channel, tx.now() - FORGOTTEN, tx).await? {
        return Ok(None);
    }
    let back_to = tx.now() - SignedDuration::from_hours(24 * DAYS);
    let id = store::insert(brand, channel, asked, back_to, tx).await?;
    jobs::enqueue(tx, &CheckInbox { check: id, channel }, Enqueue::now().brand(brand)).await?;
    Ok(Some(id))
}

/// Begins the checks whose day has come: recurring work. How many.
///
/// # Errors
/// What the database met.
pub async fn enqueue_checks(database: &Database) -> Result<usize, Error> {
    let now = database.ambient().now();
    let due = store::to_check(now - EVERY, &mut database.read().await?).await?;
    for (brand, channel) in &due {
        let mut tx = database.begin().await?;
        begin(*brand, *channel, AskedBy::Clock, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(due.len())
}

/// Holds a channel's row, as polls do: what comes in two ways never interleaves.
pub(crate) async fn hold_channel(channel: Id<Channel>, tx: &mut Tx) -> Result<(), Error> {
    store::lock_channel(channel, tx).await
}
