//! What was done in moderation, by whom or by which rule, and why. Rows are only added.

use database::{Error, Tx};
use jiff::Timestamp;
use members::Identity;
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;

use super::rule::Rule;
use super::ruling::Ruling;
use super::store;
use crate::conversation::Conversation;
use crate::message::Message;

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which one; ids sort by time.
    pub id: Id<Entry>,
    /// When.
    pub at: Timestamp,
    /// What, as `noun.done`: `ruling.hide`, `sanction.ban`, `rule.changed`.
    pub what: String,
    /// The teammate who did it; none for Parvis and for authors.
    pub by: Option<Id<Teammate>>,
    /// Their name.
    pub by_name: Option<String>,
    /// The rule that did it.
    pub rule: Option<Id<Rule>>,
    /// Its name.
    pub rule_name: Option<String>,
    /// The message.
    pub message: Option<Id<Message>>,
    /// Its conversation.
    pub conversation: Option<Id<Conversation>>,
    /// Its author.
    pub identity: Option<Id<Identity>>,
    /// Their handle.
    pub handle: Option<String>,
    /// The decision.
    pub ruling: Option<Id<Ruling>>,
    /// What it is about, in a few words.
    pub about: String,
    /// Why.
    pub reason: String,
    /// How it was.
    pub before: String,
    /// How it is since.
    pub after: String,
}

/// Which entries, the latest first.
#[derive(Debug, Clone, Default)]
pub struct LogAsked {
    /// Only what begins so: `ruling`, `sanction.ban`.
    pub what: String,
    /// Only what this teammate did.
    pub by: Option<Id<Teammate>>,
    /// Only what this rule did.
    pub rule: Option<Id<Rule>>,
    /// Only what is about this author.
    pub identity: Option<Id<Identity>>,
    /// Only from this instant on.
    pub since: Option<Timestamp>,
    /// Only before this instant.
    pub until: Option<Timestamp>,
    /// Only those older than this one, for pages.
    pub before: Option<Id<Entry>>,
}

/// Something to write down.
#[derive(Debug, Clone, Default)]
pub(super) struct NewEntry {
    pub what: &'static str,
    pub rule: Option<Id<Rule>>,
    pub message: Option<Id<Message>>,
    pub conversation: Option<Id<Conversation>>,
    pub identity: Option<Id<Identity>>,
    pub ruling: Option<Id<Ruling>>,
    pub about: String,
    pub reason: String,
    pub before: String,
    pub after: String,
}

impl NewEntry {
    pub fn of(what: &'static str) -> Self {
        Self { what, ..Self::default() }
    }
}

/// Writes it down.
pub(super) async fn write(entry: NewEntry, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    store::log::insert(entry, actor.brand(), actor.teammate_id(), tx).await
}

/// Why the log was not read.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Entry {
    /// Entries of the brand, the latest first, at most 5,000.
    ///
    /// # Errors
    /// [`LogError`].
    pub async fn list(
        asked: &LogAsked,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Entry>, LogError> {
        actor.must(Right::Read)?;
        Ok(store::log::list(actor.brand(), asked, limit.clamp(1, 5_000), tx).await?)
    }
}
