//! Being done with a conversation, and taking it up again.

use database::Tx;
use platform::Actor;
use platform::activity::{self, Subject};
use serde_json::json;

use super::{Conversation, ConversationError, ConversationState, store};
use crate::settle;

impl Conversation {
    /// Says that it is done with: nobody waits any more, until something new comes. Resolving
    /// what is resolved changes nothing.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn resolve(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        let mut now = Conversation::load_to_change(self.id, actor, tx).await?;
        if !now.is_open() {
            return Ok(now);
        }
        store::resolve(now.id, actor.teammate_id(), tx).await?;
        now.record("conversation.resolved", actor, tx).await?;
        now.state = ConversationState::Resolved { by: actor.teammate_id(), at: tx.now() };
        now.waiting_since = None;
        Ok(now)
    }

    /// Takes it up again: what had no answer waits again. Reopening what is open changes nothing.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn reopen(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        let now = Conversation::load_to_change(self.id, actor, tx).await?;
        if now.is_open() {
            return Ok(now);
        }
        store::reopen(now.id, tx).await?;
        settle::wait_again(&[now.id], tx).await?;
        now.record("conversation.reopened", actor, tx).await?;
        Conversation::load(now.id, actor, tx).await
    }

    async fn record(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        let subject = Subject::new("conversation", self.id);
        Ok(activity::record(tx, actor, verb, subject, json!({})).await?)
    }
}
