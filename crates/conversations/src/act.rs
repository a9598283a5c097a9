//! Acting on messages at their network: a like, hiding, deleting. What is asked is written down
//! and leaves by a job; of one aspect of a message, what was asked last is what counts.

mod store;

use channels::{Act, Channel, ChannelKit, Connectors, NetworkError, Piece};
use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::conversation::{Conversation, ConversationError};
use crate::message::{Direction, Message};

/// How many times a job tries before it says that it failed.
const TRIES: u32 = 6;

/// What was asked of the network about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Which one.
    pub id: Id<Deed>,
    /// The message.
    pub message: Id<Message>,
    /// What was asked.
    pub act: Act,
    /// What came of it.
    pub state: DeedState,
    /// Why it failed: the key it is worded by.
    pub reason: Option<String>,
    /// The network's own words.
    pub detail: Option<String>,
    /// Who asked.
    pub by: Option<Id<Teammate>>,
    /// When.
    pub asked_at: Timestamp,
}

text_enum! {
    /// What came of an act.
    pub enum DeedState {
        /// On its way.
        Asked => "asked",
        /// Done at the network.
        Done => "done",
        /// The network refused, or can't be reached.
        Failed => "failed",
    }
}

/// The job that does it at the network.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ActOnMessage {
    /// What was asked.
    pub deed: Id<Deed>,
    /// In which brand.
    pub brand: Id<Brand>,
}

impl jobs::Job for ActOnMessage {
    const KIND: &'static str = "act_on_message";
    const MAX_ATTEMPTS: u32 = TRIES;
}

/// Why an act was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// There is no such message in the actor's brand.
    #[error("there is no such message in this brand")]
    NotFound,
    /// The network does not offer it on this message.
    #[error("the network does not offer this")]
    NotOffered,
    /// The channel was removed.
    #[error("the channel was removed")]
    ChannelGone,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for ActError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

/// One aspect of a message, which acts turn one way or the other.
pub fn aspect(act: Act) -> &'static str {
    match act {
        Act::Like | Act::Unlike => "like",
        Act::Hide | Act::Unhide => "hide",
        Act::Delete => "delete",
    }
}

/// How an act is told in the brand's history.
fn verb(act: Act) -> &'static str {
    match act {
        Act::Like => "message.liked",
        Act::Unlike => "message.unliked",
        Act::Hide => "message.hidden",
        Act::Unhide => "message.shown",
        Act::Delete => "message.deleted",
    }
}

impl Message {
    /// As acts at its network need it; `None` when it is not there.
    pub(crate) fn piece(&self) -> Option<Piece> {
        Some(Piece {
            remote_id: self.remote_id.clone()?,
            ours: self.direction == Direction::Outbound,
            root: self.root.clone(),
            data: self.network_data.clone(),
        })
    }

    /// What its network offers on it.
    pub fn offers(&self, channel: &Channel, connectors: &Connectors) -> Vec<Act> {
        let connector = connectors.get(&channel.network);
        let moderate = connector.as_ref().and_then(|connector| connector.moderate());
        match (moderate, self.piece()) {
            (Some(moderate), Some(piece)) if channel.removed_at.is_none() => {
                moderate.offers(&channel.remote_account_id, &piece)
            }
            _ => Vec::new(),
        }
    }

    /// Whether its network takes an answer that only its author reads.
    pub fn can_be_answered_privately(&self, channel: &Channel, connectors: &Connectors) -> bool {
        let connector = connectors.get(&channel.network);
        let moderate = connector.as_ref().and_then(|connector| connector.moderate());
        let piece = self.piece().filter(|piece| !piece.ours);
        moderate.zip(piece).is_some_and(|(network, piece)| network.privately(&piece).is_some())
    }
}

impl Conversation {
    /// Asks the network to do something about a message; a job does it. Asking for what was
    /// asked last and has not failed changes nothing.
    ///
    /// # Errors
    /// [`ActError`].
    pub async fn act(
        &self,
        message: Id<Message>,
        act: Act,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Deed, ActError> {
        let now = Conversation::load_to_change(self.id, actor, tx).await?;
        let message = now.message(message, actor, tx).await?.ok_or(ActError::NotFound)?;
        let channel = Channel::of_system(message.channel, tx).await?;
        let channel = channel.filter(|channel| channel.removed_at.is_none());
        let channel = channel.ok_or(ActError::ChannelGone)?;
        if !message.offers(&channel, connectors).contains(&act) {
            return Err(ActError::NotOffered);
        }
        if let Some(last) = store::last(message.id, aspect(act), tx).await?
            && last.act == act
            && last.state != DeedState::Failed
        {
            return Ok(last);
        }
        let deed = Deed {
            id: tx.new_id(),
            message: message.id,
            act,
            state: DeedState::Asked,
            reason: None,
            detail: None,
            by: actor.teammate_id(),
            asked_at: tx.now(),
        };
        store::insert(&deed, now.id, now.brand, tx).await?;
        let job = ActOnMessage { deed: deed.id, brand: now.brand };
        jobs::enqueue(tx, &job, Enqueue::now().brand(now.brand)).await?;
        let subject = Subject::new("conversation", now.id);
        activity::record(tx, actor, verb(act), subject, json!({ "message": message.id })).await?;
        Ok(deed)
    }

    /// What was last asked about each aspect of these messages.
    ///
    /// # Errors
    /// [`ActError`].
    pub async fn deeds(
        &self,
        messages: &[Id<Message>],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Deed>, ActError> {
        actor.must(Right::Read)?;
        Ok(store::of_messages(actor.brand(), messages, tx).await?)
    }
}

/// Does at the network what was asked; for the job. What was asked otherwise meanwhile is left
/// alone. `last` says that no other try follows.
///
/// # Errors
/// Passing trouble, so that the job comes back; anything else is written down.
pub async fn perform(kit: &ChannelKit, job: &ActOnMessage, last: bool) -> Result<(), Error> {
    let mut tx = kit.database.read().await?;
    let Some(found) = store::to_perform(job.brand, job.deed, &mut tx).await? else { return Ok(()) };
    let channel = Channel::of_system(found.channel, &mut tx).await?;
    drop(tx);
    let outcome = match channel.filter(|channel| channel.removed_at.is_none()) {
        None => Err(NetworkError::Unsupported { what: "channel".to_owned() }),
        Some(channel) => {
            let connector = kit.connectors.get(&channel.network).cloned();
            match connector.as_ref().and_then(|connector| connector.moderate()) {
                Some(moderate) => moderate.act(&kit.call(&channel), found.act, &found.piece).await,
                None => Err(NetworkError::Unsupported { what: found.act.to_string() }),
            }
        }
    };
    let passing =
        matches!(outcome, Err(NetworkError::Retry { .. } | NetworkError::RateLimited { .. }));
    if let Err(error) = &outcome
        && passing
        && !last
    {
        return Err(Error::other(error.to_string()));
    }
    let mut tx = kit.database.begin().await?;
    store::end(job.deed, outcome.as_ref().err(), &mut tx).await?;
    if outcome.is_err() {
        crate::moderation::deed_failed(job.deed, job.brand, &mut tx).await?;
    }
    tx.commit().await
}

/// The key that a refusal is worded by.
fn reason(error: &NetworkError) -> &'static str {
    match error {
        NetworkError::Retry { .. } => "unreachable",
        NetworkError::RateLimited { .. } => "rate-limited",
        NetworkError::Reauthorize { .. } => "reauthorize",
        NetworkError::Rejected { .. } => "rejected",
        NetworkError::Unsupported { .. } => "unsupported",
    }
}
