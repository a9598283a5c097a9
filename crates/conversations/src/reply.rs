//! Answering, through the send fence.

mod store;

use channels::publication::{ChangeError, NewPublication, Place, Publication, Purpose};
use channels::{AttachedMedia, Channel, ChannelError, Content, ItemKind, Limits, ReplyTarget};
use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed};
use primitives::Id;
use primitives::text::{EntityKind, count, entities};
use serde_json::json;

use crate::conversation::{Conversation, ConversationError};
use crate::message::store::NewMessage;
use crate::message::{Direction, Message, MessageData, store as messages};
use crate::promise;

/// An answer, as it was written.
#[derive(Debug, Clone, Default)]
pub struct NewReply {
    /// The words.
    pub text: String,
    /// Pictures, in order.
    pub media: Vec<AttachedMedia>,
    /// Which message it answers; their last when none is said.
    pub to: Option<Id<Message>>,
    /// So that only the one answered reads it: see [`Message::privately`].
    pub private: Option<PrivateAnswer>,
    /// Whether it only keeps the person waiting: they wait as before.
    pub holding: bool,
    /// The last message that was on screen: an answer that a colleague gave since refuses this
    /// one, once; the same words that this teammate sent since are this answer, which leaves once.
    pub seen: Option<Id<Message>>,
}

/// What makes an answer private at its network.
#[derive(Debug, Clone)]
pub struct PrivateAnswer(serde_json::Value);

impl Message {
    /// What makes an answer to it private; `None` where its network offers no such thing.
    pub fn privately(
        &self,
        channel: &Channel,
        connectors: &channels::Connectors,
    ) -> Option<PrivateAnswer> {
        let connector = connectors.get(&channel.network)?;
        let piece = self.piece().filter(|piece| !piece.ours)?;
        connector.moderate()?.privately(&piece).map(PrivateAnswer)
    }
}

/// Why an answer was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReplyError {
    /// There are no words and no picture.
    #[error("there is nothing in this answer")]
    Empty,
    /// It is longer than the network takes, in the network's own count, the name of the person
    /// answered included where the network wants it.
    #[error("{used} where the network takes {most}")]
    TooLong {
        /// How long it is.
        used: u64,
        /// How long it may be.
        most: u64,
    },
    /// There are more pictures than the network takes.
    #[error("{given} pictures where the network takes {most}")]
    TooManyMedia {
        /// How many there are.
        given: usize,
        /// How many there may be.
        most: u32,
    },
    /// The channel was removed.
    #[error("the channel was removed")]
    ChannelGone,
    /// A colleague answered since the page was read.
    #[error("a colleague has answered meanwhile")]
    AnsweredMeanwhile {
        /// Their answer.
        answer: Box<Message>,
    },
    /// There is nobody to answer: reactions, or no such message of theirs here.
    #[error("there is no message to answer")]
    NothingToAnswer,
    /// There is no such conversation in the actor's brand.
    #[error("there is no such conversation in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for ReplyError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotFound => Self::NotFound,
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            other => Self::Database(Error::other(other.to_string())),
        }
    }
}

impl From<ChannelError> for ReplyError {
    fn from(error: ChannelError) -> Self {
        match error {
            ChannelError::NotAllowed(error) => Self::NotAllowed(error),
            ChannelError::NotFound => Self::ChannelGone,
            ChannelError::Vault(detail) => Self::Database(Error::other(detail)),
            ChannelError::Database(error) => Self::Database(error),
        }
    }
}

impl From<ChangeError> for ReplyError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::NotAllowed(error) => Self::NotAllowed(error),
            ChangeError::NoSuchChannel => Self::ChannelGone,
            ChangeError::Database(error) => Self::Database(error),
            other => Self::Database(Error::other(other.to_string())),
        }
    }
}

impl Conversation {
    /// Answers: the words become a message of the conversation and a publication that is due
    /// now; nobody waits any more, unless the sending fails ([`crate::reply_settled`]).
    ///
    /// # Errors
    /// [`ReplyError`].
    pub async fn reply(
        &self,
        new: NewReply,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Message, ReplyError> {
        let conversation = Conversation::load_to_change(self.id, actor, tx).await?;
        let channel = Channel::load(conversation.channel, actor, tx).await?;
        if channel.removed_at.is_some() {
            return Err(ReplyError::ChannelGone);
        }
        if conversation.kind.is_reactions() {
            return Err(ReplyError::NothingToAnswer);
        }
        let answered = messages::to_answer(conversation.id, new.to, tx).await?;
        let answered = answered.ok_or(ReplyError::NothingToAnswer)?;
        let mut target = target_of(&answered).ok_or(ReplyError::NothingToAnswer)?;
        let private = new.private.is_some() || answered.kind == ItemKind::Direct;
        if let Some(PrivateAnswer(data)) = new.private {
            target.data = data;
        }
        if let Some(seen) = new.seen
            && let Some(answer) =
                messages::answered_since(conversation.id, seen, actor.teammate_id(), tx).await?
        {
            return Err(ReplyError::AnsweredMeanwhile { answer: Box::new(answer) });
        }
        let text = new.text.trim().to_owned();
        // Asked again because the first answer of ours got lost on its way to the browser.
        if let (Some(seen), Some(by)) = (new.seen, actor.teammate_id())
            && let Some(same) = messages::said_since(conversation.id, seen, by, &text, tx).await?
            && same.media.len() == new.media.len()
        {
            return Ok(same);
        }
        check(&text, &new.media, &target.handle, &channel.limits)?;

        let language = Brand::of(actor, tx).await?.language.tag().to_owned();
        let content = Content {
            text: text.clone(),
            link: None,
            media: new.media.clone(),
            language: Some(language),
            reply_to: Some(target),
            ..Content::default()
        };
        let plan = NewPublication {
            channel: channel.id,
            purpose: Purpose::Reply { conversation: conversation.id.cast() },
            place: Place::default(),
            due_at: tx.now(),
            content,
        };
        let publication = Publication::plan(plan, actor, tx).await?;
        let message = NewMessage {
            id: tx.new_id(),
            brand: actor.brand(),
            conversation: conversation.id,
            channel: channel.id,
            direction: Direction::Outbound,
            kind: if private { ItemKind::Direct } else { ItemKind::Reply },
            remote_id: None,
            publication: Some(publication.id),
            identity: None,
            teammate: actor.teammate_id(),
            text,
            url: None,
            in_reply_to: answered.remote_id.clone(),
            origin: None,
            data: MessageData { media: new.media, ..MessageData::default() },
            sent_at: tx.now(),
        };
        let id = message.id;
        if new.holding {
            store::held(conversation.id, &message.text, tx).await?;
        } else {
            store::answered(conversation.id, &message.text, tx).await?;
        }
        messages::insert(vec![message], tx).await?;
        if new.holding {
            messages::set_holding(id, tx).await?;
        }
        let subject = Subject::new("conversation", conversation.id);
        let data = json!({ "publication": publication.id, "message": id });
        activity::record(tx, actor, "conversation.answered", subject, data).await?;
        promise::work_out(actor.brand(), &[conversation.id], tx).await?;
        let page = conversation.messages(None, 20, actor, tx).await?;
        let found = page.messages.into_iter().find(|message| message.id == id);
        found.ok_or(ReplyError::Database(Error::NoRow))
    }
}

fn target_of(answered: &Message) -> Option<ReplyTarget> {
    Some(ReplyTarget {
        remote_id: answered.remote_id.clone()?,
        root: answered.root.clone(),
        handle: answered.person.as_ref().map(|person| person.handle.clone()).unwrap_or_default(),
        data: answered.network_data.clone(),
    })
}

fn check(
    text: &str,
    media: &[AttachedMedia],
    handle: &str,
    limits: &Limits,
) -> Result<(), ReplyError> {
    if text.is_empty() && media.is_empty() {
        return Err(ReplyError::Empty);
    }
    if media.len() > usize::try_from(limits.images).unwrap_or(usize::MAX) {
        return Err(ReplyError::TooManyMedia { given: media.len(), most: limits.images });
    }
    let counted = count(&as_sent(text, handle, limits), &limits.text);
    match counted.bytes {
        Some(bytes) if bytes.used > bytes.max && counted.used <= counted.max => {
            Err(ReplyError::TooLong { used: bytes.used, most: bytes.max })
        }
        _ if counted.over => Err(ReplyError::TooLong { used: counted.used, most: counted.max }),
        _ => Ok(()),
    }
}

/// With the name of the person answered in front, where the network tells people by naming them:
/// those are the networks whose names have a server that counts for nothing.
fn as_sent(text: &str, handle: &str, limits: &Limits) -> String {
    let local = handle.split('@').next().unwrap_or(handle);
    let named = entities(text).iter().any(|entity| {
        matches!(entity.kind, EntityKind::Mention { .. })
            && [local, handle].iter().any(|name| entity.name(text).eq_ignore_ascii_case(name))
    });
    if !limits.text.mentions_without_server || handle.is_empty() || named {
        return text.to_owned();
    }
    format!("@{handle} {text}")
}

impl Conversation {
    /// How long an answer would be, and how long it may be, in the network's own count: what the
    /// form shows before anything is typed is the count of nothing.
    ///
    /// # Errors
    /// [`ReplyError`].
    pub async fn count_reply(
        &self,
        text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<primitives::text::Count, ReplyError> {
        let channel = Channel::load(self.channel, actor, tx).await?;
        let answered = messages::to_answer(self.id, None, tx).await?;
        let answered = answered.ok_or(ReplyError::NothingToAnswer)?;
        let handle = answered.person.map(|person| person.handle).unwrap_or_default();
        Ok(count(&as_sent(text.trim(), &handle, &channel.limits), &channel.limits.text))
    }
}
