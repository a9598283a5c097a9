//! Whose a conversation is, how urgent, and whether what came was opened.

use database::Tx;
use platform::activity::Subject;
use platform::notification::{Recipients, notify};
use platform::{Actor, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::{Conversation, ConversationError, Priority, store};
use crate::change::{self, Because, Changed, NewChange};

impl Conversation {
    /// Gives it to a teammate who may answer, or to nobody. They are told, unless they took it
    /// themselves. Giving it to whom has it changes nothing.
    ///
    /// # Errors
    /// [`ConversationError::NoSuchTeammate`] when they don't work in the brand, or may not answer.
    pub async fn assign(
        &self,
        to: Option<Id<Teammate>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        let mut now = Conversation::load_to_change(self.id, actor, tx).await?;
        if now.assignee == to {
            return Ok(now);
        }
        if let Some(teammate) = to {
            let role = store::role_of(now.brand, teammate, tx).await?;
            if !role.is_some_and(|role| role.may(Right::Converse)) {
                return Err(ConversationError::NoSuchTeammate);
            }
        }
        store::assign(now.id, to, tx).await?;
        let change = NewChange {
            conversation: now.id,
            what: Changed::Assignee,
            from: now.assignee.map(|id| id.to_string()),
            to: to.map(|id| id.to_string()),
            because: Because::Said,
        };
        change::note(vec![change], actor, tx).await?;
        now.record("conversation.assigned", json!({ "to": to }), actor, tx).await?;
        if let Some(teammate) = to.filter(|_| to != actor.teammate_id()) {
            let subject = Subject::new("conversation", now.id);
            let data = json!({ "by": actor.teammate_id(), "preview": now.preview });
            let whom = Recipients::Teammate(teammate);
            notify(tx, now.brand, "conversation.assigned", subject, data, whom).await?;
        }
        now.assignee = to;
        Ok(now)
    }

    /// Says how urgent it is.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn prioritise(
        &self,
        priority: Priority,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        let mut now = Conversation::load_to_change(self.id, actor, tx).await?;
        if now.priority == priority {
            return Ok(now);
        }
        store::prioritise(now.id, priority, tx).await?;
        let change = NewChange {
            conversation: now.id,
            what: Changed::Priority,
            from: Some(now.priority.to_string()),
            to: Some(priority.to_string()),
            because: Because::Said,
        };
        change::note(vec![change], actor, tx).await?;
        let data = json!({ "to": priority.as_str() });
        now.record("conversation.prioritised", data, actor, tx).await?;
        now.priority = priority;
        Ok(now)
    }

    /// Notes that someone who answers has opened it, or that it is to be looked at anew.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn mark_read(
        &self,
        read: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        actor.must(Right::Converse)?;
        Ok(store::mark_read(actor.brand(), self.id, read, tx).await?)
    }
}
