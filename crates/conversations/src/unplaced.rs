//! What a network gave that has no place in a conversation: seen, and placed or dismissed, by a
//! person.

mod store;

use channels::{Channel, InboxItem, ItemKind};
use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use crate::conversation::{Conversation, ConversationError};
use crate::message::store::NewMessage;
use crate::message::{Direction, MessageData, store as messages};
use crate::{promise, settle};

/// How many are shown at once.
pub const MOST_SHOWN: usize = 100;

text_enum! {
    /// Why something has no place.
    pub enum Reason {
        /// It says neither what it is nor who it is from.
        Unreadable => "unreadable",
        /// It is ours, and answers a message that has not come.
        Awaiting => "awaiting",
    }
}

/// Something without a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Unplaced {
    /// Which one.
    pub id: Id<Unplaced>,
    /// On which channel.
    pub channel: Id<Channel>,
    /// Why.
    pub reason: Reason,
    /// What the network gave, as far as it can be read.
    pub item: Option<InboxItem>,
    /// When it came.
    pub received_at: Timestamp,
}

/// Why something was not placed or dismissed.
#[derive(Debug, thiserror::Error)]
pub enum UnplacedError {
    /// It has a place by now, or was dismissed, or was never here.
    #[error("there is no such thing without a place in this brand")]
    NotFound,
    /// Nothing of it can be read: there is nothing to place.
    #[error("nothing of it can be read")]
    NothingToRead,
    /// The conversation is on another channel, or gathers reactions.
    #[error("it can't be placed in that conversation")]
    NotThere,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for UnplacedError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotThere,
        }
    }
}

impl Unplaced {
    /// What has no place in the brand, the latest first; [`MOST_SHOWN`] at most.
    ///
    /// # Errors
    /// [`UnplacedError`].
    pub async fn list(actor: &Actor, tx: &mut Tx) -> Result<Vec<Unplaced>, UnplacedError> {
        actor.must(Right::Read)?;
        Ok(store::list(actor.brand(), MOST_SHOWN, tx).await?)
    }

    /// How many there are, [`MOST_SHOWN`] at most.
    ///
    /// # Errors
    /// [`UnplacedError`].
    pub async fn count(actor: &Actor, tx: &mut Tx) -> Result<i64, UnplacedError> {
        actor.must(Right::Read)?;
        Ok(store::count(actor.brand(), MOST_SHOWN, tx).await?)
    }

    /// Says that it needs no place. It is kept, and not shown again. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`UnplacedError`].
    pub async fn dismiss(
        id: Id<Unplaced>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), UnplacedError> {
        actor.must(Right::Converse)?;
        if !store::dismiss(actor.brand(), id, actor.teammate_id(), tx).await? {
            return Err(UnplacedError::NotFound);
        }
        let subject = Subject::only("unplaced");
        Ok(activity::record(tx, actor, "unplaced.dismissed", subject, json!({})).await?)
    }

    /// Shows again what was dismissed. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`UnplacedError`].
    pub async fn restore(
        id: Id<Unplaced>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), UnplacedError> {
        actor.must(Right::Converse)?;
        match store::restore(actor.brand(), id, tx).await? {
            true => Ok(()),
            false => Err(UnplacedError::NotFound),
        }
    }

    /// Puts it in a conversation of its channel, as the message it is. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`UnplacedError`].
    pub async fn place(
        id: Id<Unplaced>,
        conversation: Id<Conversation>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Conversation, UnplacedError> {
        let conversation = Conversation::load_to_change(conversation, actor, tx).await?;
        let found = store::take(actor.brand(), id, tx).await?.ok_or(UnplacedError::NotFound)?;
        if conversation.channel != found.channel || conversation.kind.is_reactions() {
            return Err(UnplacedError::NotThere);
        }
        let item = found.item.ok_or(UnplacedError::NothingToRead)?;
        let account = store::account(found.channel, tx).await?;
        let message = message(item, account.as_deref(), &conversation, tx);
        store::came(conversation.id, message.sent_at, tx).await?;
        messages::insert(vec![message], tx).await?;
        settle::wait_again(&[conversation.id], tx).await?;
        promise::work_out(actor.brand(), &[conversation.id], tx).await?;
        let subject = Subject::new("conversation", conversation.id);
        activity::record(tx, actor, "unplaced.placed", subject, json!({})).await?;
        Ok(conversation)
    }
}

/// The message that it is: ours if the channel's own account wrote it, else the person's.
fn message(
    item: InboxItem,
    account: Option<&str>,
    conversation: &Conversation,
    tx: &Tx,
) -> NewMessage {
    let ours = Some(item.author.remote_id.as_str()) == account;
    // An id too long or empty is what made it unreadable: it stays without one.
    let clean = |id: &String| !id.is_empty() && id.len() <= 600 && !id.contains('\0');
    let without_nul = |text: String| text.replace('\0', "");
    let reactions = matches!(item.kind, ItemKind::Like | ItemKind::Share | ItemKind::Follow);
    NewMessage {
        id: tx.new_id(),
        brand: conversation.brand,
        conversation: conversation.id,
        channel: conversation.channel,
        direction: if ours { Direction::Outbound } else { Direction::Inbound },
        kind: if reactions { ItemKind::Mention } else { item.kind },
        remote_id: Some(item.remote_id).filter(clean),
        publication: None,
        identity: conversation.identity.filter(|_| !ours),
        teammate: None,
        text: without_nul(item.text),
        url: item.url.map(without_nul),
        in_reply_to: item.in_reply_to.filter(clean),
        data: MessageData {
            root: item.root.filter(clean),
            pictures: item.pictures,
            media: Vec::new(),
            letter: item.letter,
            network: item.data,
        },
        sent_at: item.at.min(tx.now()),
        origin: None,
    }
}
