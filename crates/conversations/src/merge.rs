//! Putting conversations together, and taking them apart. A message always has exactly one place;
//! what comes for a conversation whose messages went to another goes there too.

mod store;

use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed};
use primitives::Id;
use serde_json::json;

use crate::change::{self, Because, NewChange};
use crate::conversation::store::copy_to_labels;
use crate::conversation::{Conversation, ConversationError, ConversationKind, StateWord};
use crate::message::Message;
use crate::settle;

/// The most messages that one conversation may hold to be split or merged.
const MOST: i64 = 20_000;

/// Why conversations were not put together or taken apart.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// There is no such conversation or message in the actor's brand.
    #[error("there is no such conversation in this brand")]
    NotFound,
    /// They are the same, on different channels, or one is private and the other not: an answer
    /// would not go where it should.
    #[error("these conversations don't go together")]
    NotAlike,
    /// It begins the conversation: nothing would be left.
    #[error("nothing would be left")]
    NothingLeft,
    /// It was not put with another.
    #[error("it is not merged")]
    NotMerged,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for MergeError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl Conversation {
    /// Takes in the messages of another, which leaves the lists: what comes for it comes here.
    ///
    /// # Errors
    /// [`MergeError`].
    pub async fn merge(
        &self,
        other: Id<Conversation>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, MergeError> {
        let (kept, other) = both(self.id, other, actor, tx).await?;
        let private = |c: &Conversation| c.kind == ConversationKind::Direct;
        let merged = |c: &Conversation| c.state.word() == StateWord::Merged;
        let alike = kept.id != other.id
            && kept.channel == other.channel
            && private(&kept) == private(&other)
            && !kept.kind.is_reactions()
            && !other.kind.is_reactions();
        if merged(&kept) || merged(&other) {
            return Err(MergeError::NotFound);
        }
        if !alike || other.message_count > MOST {
            return Err(MergeError::NotAlike);
        }
        store::take_in(kept.id, other.id, tx).await?;
        let reopens = other.is_open() && !kept.is_open();
        if reopens {
            crate::conversation::store::reopen(kept.id, false, tx).await?;
        }
        let state = |c: &Conversation, to: StateWord, because| {
            NewChange::of_state(c.id, c.state.word().as_str(), to.as_str(), because)
        };
        let mut changes = vec![state(&other, StateWord::Merged, Because::Merged)];
        if reopens {
            changes.push(state(&kept, StateWord::Open, Because::Merged));
        }
        change::note(changes, actor, tx).await?;
        recount(&[kept.id, other.id], tx).await?;
        record("conversation.merged", kept.id, other.id, actor, tx).await?;
        Ok(Conversation::load(kept.id, actor, tx).await?)
    }

    /// Gives the messages that came for it back to a conversation that was put with another.
    ///
    /// # Errors
    /// [`MergeError`].
    pub async fn unmerge(&self, actor: &Actor, tx: &mut Tx) -> Result<Conversation, MergeError> {
        let now = Conversation::load_to_change(self.id, actor, tx).await?;
        let crate::conversation::ConversationState::Merged { into } = now.state else {
            return Err(MergeError::NotMerged);
        };
        store::give_back(now.id, tx).await?;
        let (from, to) = (StateWord::Merged.as_str(), StateWord::Open.as_str());
        let change = NewChange::of_state(now.id, from, to, Because::Split);
        change::note(vec![change], actor, tx).await?;
        recount(&[into, now.id], tx).await?;
        record("conversation.unmerged", into, now.id, actor, tx).await?;
        Ok(Conversation::load(now.id, actor, tx).await?)
    }

    /// Makes a conversation of its own out of a message and those after it. Merging the new one
    /// into this undoes it.
    ///
    /// # Errors
    /// [`MergeError`].
    pub async fn split(
        &self,
        from: Id<Message>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, MergeError> {
        let now = Conversation::load_to_change(self.id, actor, tx).await?;
        if now.kind.is_reactions() || now.message_count > MOST {
            return Err(MergeError::NotAlike);
        }
        let from = now.message(from, actor, tx).await?.ok_or(MergeError::NotFound)?;
        if !store::is_one_before(&from, tx).await? {
            return Err(MergeError::NothingLeft);
        }
        let new = tx.new_id();
        store::split_off(&now, new, &from, tx).await?;
        recount(&[now.id, new], tx).await?;
        record("conversation.split", now.id, new, actor, tx).await?;
        Ok(Conversation::load(new, actor, tx).await?)
    }

    /// The conversations that were put with it.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn merged_into_it(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Id<Conversation>>, ConversationError> {
        actor.must(platform::Right::Read)?;
        Ok(store::merged_into(actor.brand(), self.id, tx).await?)
    }
}

/// Both, held in the order in which rows are held everywhere.
async fn both(
    one: Id<Conversation>,
    other: Id<Conversation>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(Conversation, Conversation), MergeError> {
    if one == other {
        return Err(MergeError::NotAlike);
    }
    let first = Conversation::load_to_change(one.min(other), actor, tx).await?;
    let second = Conversation::load_to_change(one.max(other), actor, tx).await?;
    Ok(if first.id == one { (first, second) } else { (second, first) })
}

/// Works out anew, from their messages, what conversations hold and since when they wait.
async fn recount(conversations: &[Id<Conversation>], tx: &mut Tx) -> Result<(), Error> {
    for conversation in conversations {
        store::recount(*conversation, tx).await?;
    }
    settle::wait_again(conversations, tx).await?;
    crate::judgement::sum_up_anew(conversations, tx).await?;
    copy_to_labels(conversations, tx).await
}

async fn record(
    verb: &'static str,
    of: Id<Conversation>,
    other: Id<Conversation>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    crate::promise::work_out(actor.brand(), &[of, other], tx).await?;
    let subject = Subject::new("conversation", of);
    activity::record(tx, actor, verb, subject, json!({ "other": other })).await
}
