//! A ready reply that a rule laid out for a person to look over and send.

use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};
use primitives::Id;

use super::rule::Rule;
use super::store;
use crate::conversation::{Conversation, ConversationError};
use crate::message::Message;
use crate::saved::SavedReply;

/// What is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The message it answers.
    pub message: Id<Message>,
    /// The rule that laid it out.
    pub rule: Id<Rule>,
    /// The ready reply.
    pub saved: Id<SavedReply>,
    /// When.
    pub at: Timestamp,
}

/// The answer that a rule laid out in a conversation, while nothing was answered since.
///
/// # Errors
/// [`ConversationError`].
pub async fn proposed_answer(
    conversation: Id<Conversation>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Option<Proposal>, ConversationError> {
    actor.must(Right::Read)?;
    Ok(store::runs::proposal(actor.brand(), conversation, tx).await?)
}
