//! What was changed of a conversation, and when: its state, whose it is, how urgent, its labels.
//! Rows are only added; clocks are computed from them.

mod store;

pub(crate) use store::read;

use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, Right, Teammate};
use primitives::Id;

use crate::conversation::{Conversation, ConversationError};
use crate::{assignment, promise};

/// One change. What is not there was not so at all: nobody's, no such label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which one.
    pub id: Id<Change>,
    /// Of which conversation.
    pub conversation: Id<Conversation>,
    /// What changed.
    pub what: Changed,
    /// From: a [`crate::StateWord`], a teammate's id, a [`crate::Priority`], a label's id.
    pub from: Option<String>,
    /// To.
    pub to: Option<String>,
    /// By whom; none for Parvis itself.
    pub by: Option<Id<Teammate>>,
    /// Why.
    pub because: Because,
    /// When.
    pub at: Timestamp,
}

text_enum! {
    /// What of a conversation changes.
    pub enum Changed {
        /// Where it stands.
        State => "state",
        /// Whose it is.
        Assignee => "assignee",
        /// How urgent it is.
        Priority => "priority",
        /// A label, put on or taken off.
        Label => "label",
    }
}

text_enum! {
    /// Why a conversation changed.
    pub enum Because {
        /// Someone (or a rule) said so.
        Said => "said",
        /// The person wrote again.
        NewMessage => "new_message",
        /// An answer could not be sent.
        ReplyFailed => "reply_failed",
        /// It had been put aside until then.
        SnoozeEnded => "snooze_ended",
        /// Its messages went to another conversation.
        Merged => "merged",
        /// They came back.
        Split => "split",
    }
}

/// A change to write down.
#[derive(Debug, Clone)]
pub(crate) struct NewChange {
    pub conversation: Id<Conversation>,
    pub what: Changed,
    pub from: Option<String>,
    pub to: Option<String>,
    pub because: Because,
}

impl NewChange {
    /// A change of state.
    pub fn of_state(
        conversation: Id<Conversation>,
        from: &str,
        to: &str,
        because: Because,
    ) -> NewChange {
        let (from, to) = (Some(from.to_owned()), Some(to.to_owned()));
        NewChange { conversation, what: Changed::State, from, to, because }
    }
}

/// Writes changes down, at this instant; what follows from them follows.
pub(crate) async fn note(changes: Vec<NewChange>, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let counts = |change: &&NewChange| change.what != Changed::Assignee;
    let touched: Vec<_> = changes.iter().filter(counts).map(|change| change.conversation).collect();
    let labelled = changes.iter().filter(|change| change.what == Changed::Label);
    let labelled: Vec<_> = labelled.map(|change| change.conversation).collect();
    write(changes, actor, tx).await?;
    // A label may be what a rule waited for.
    assignment::give_out(actor.brand(), &labelled, tx).await?;
    promise::work_out(actor.brand(), &touched, tx).await
}

/// Writes changes down, and nothing else.
pub(crate) async fn write(
    changes: Vec<NewChange>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    if changes.is_empty() {
        return Ok(());
    }
    store::insert(changes, actor.brand(), actor.teammate_id(), tx).await
}

impl Conversation {
    /// What was changed of it, the oldest first.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn changes(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Change>, ConversationError> {
        actor.must(Right::Read)?;
        Ok(store::of_conversation(actor.brand(), self.id, tx).await?)
    }
}
