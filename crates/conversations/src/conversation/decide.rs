//! Where a conversation is put by hand: done with, waiting for the person, put aside, taken up
//! again. A new message of the person opens it again in any case (see `ingest`).

use database::Tx;
use jiff::Timestamp;
use jobs::Enqueue;
use platform::Actor;
use platform::activity::{self, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Conversation, ConversationError, ConversationState, StateWord, store};
use crate::change::{self, Because, NewChange};
use crate::settle;

/// The job that takes up again what was put aside.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WakeConversation {
    /// The conversation.
    pub conversation: primitives::Id<Conversation>,
    /// Until when it was put aside: what was put aside anew is left to its own job.
    pub until: Timestamp,
}

impl jobs::Job for WakeConversation {
    const KIND: &'static str = "wake_conversation";
    const MAX_ATTEMPTS: u32 = 20;
}

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
        let state = ConversationState::Resolved { by: actor.teammate_id(), at: tx.now() };
        self.put(state, "conversation.resolved", json!({}), actor, tx).await
    }

    /// Says that the person is to write next: nobody waits here and clocks stop, until they do.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn await_person(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        let state = ConversationState::Pending { by: actor.teammate_id(), at: tx.now() };
        self.put(state, "conversation.pending", json!({}), actor, tx).await
    }

    /// Puts it aside: it comes back at that instant, or when the person writes.
    ///
    /// # Errors
    /// [`ConversationError`]; an instant that is past is [`ConversationError::InThePast`].
    pub async fn snooze(
        &self,
        until: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        if until <= tx.now() {
            return Err(ConversationError::InThePast);
        }
        let state = ConversationState::Snoozed { until, by: actor.teammate_id(), at: tx.now() };
        let data = json!({ "until": until.as_microsecond() });
        let now = self.put(state, "conversation.snoozed", data, actor, tx).await?;
        let how = Enqueue::at(until).brand(now.brand);
        jobs::enqueue(tx, &WakeConversation { conversation: now.id, until }, how).await?;
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
        let was = now.state.word();
        if was == StateWord::Open {
            return Ok(now);
        }
        if was == StateWord::Merged {
            return Err(ConversationError::NotFound);
        }
        store::reopen(now.id, was != StateWord::Snoozed, tx).await?;
        settle::wait_again(&[now.id], tx).await?;
        now.note_state(was, StateWord::Open, Because::Said, actor, tx).await?;
        now.record("conversation.reopened", json!({}), actor, tx).await?;
        Conversation::load(now.id, actor, tx).await
    }

    async fn put(
        &self,
        state: ConversationState,
        verb: &'static str,
        data: Value,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, ConversationError> {
        let mut now = Conversation::load_to_change(self.id, actor, tx).await?;
        let (was, word) = (now.state.word(), state.word());
        if was == StateWord::Merged {
            return Err(ConversationError::NotFound);
        }
        if was == word && word != StateWord::Snoozed {
            return Ok(now);
        }
        store::put(now.id, state, tx).await?;
        now.note_state(was, word, Because::Said, actor, tx).await?;
        now.record(verb, data, actor, tx).await?;
        now.state = state;
        now.waiting_since = None;
        Ok(now)
    }

    async fn note_state(
        &self,
        from: StateWord,
        to: StateWord,
        because: Because,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        let change = NewChange::of_state(self.id, from.as_str(), to.as_str(), because);
        change::note(vec![change], actor, tx).await?;
        Ok(store::copy_to_labels(&[self.id], tx).await?)
    }

    pub(crate) async fn record(
        &self,
        verb: &'static str,
        data: Value,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        let subject = Subject::new("conversation", self.id);
        Ok(activity::record(tx, actor, verb, subject, data).await?)
    }
}

/// Takes up again a conversation whose time has come; false when it was put aside anew, taken up
/// or resolved meanwhile. For the job.
///
/// # Errors
/// What the database met.
pub async fn wake(job: &WakeConversation, tx: &mut Tx) -> Result<bool, database::Error> {
    let Some(brand) = store::lock_snoozed(job.conversation, job.until, tx).await? else {
        return Ok(false);
    };
    let actor = Actor::system(brand);
    store::reopen(job.conversation, false, tx).await?;
    settle::wait_again(&[job.conversation], tx).await?;
    let (from, to) = (StateWord::Snoozed.as_str(), StateWord::Open.as_str());
    let change = NewChange::of_state(job.conversation, from, to, Because::SnoozeEnded);
    change::note(vec![change], &actor, tx).await?;
    store::copy_to_labels(&[job.conversation], tx).await?;
    let data = json!({ "because": Because::SnoozeEnded.as_str() });
    let subject = Subject::new("conversation", job.conversation);
    activity::record(tx, &actor, "conversation.reopened", subject, data).await?;
    Ok(true)
}
