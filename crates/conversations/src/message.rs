//! A message: one thing said in a conversation, by the person or by us.

pub(crate) mod store;

use channels::publication::StateName;
use channels::{
    AttachedMedia, Channel, ChannelKit, ItemKind, Letter, NetworkError, Publication, RemotePicture,
};
use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::conversation::{Conversation, ConversationError, Person};

/// One thing said in a conversation, or one reaction.
#[derive(Debug, Clone)]
pub struct Message {
    /// Which one.
    pub id: Id<Message>,
    /// Where it was said.
    pub conversation: Id<Conversation>,
    /// On which channel.
    pub channel: Id<Channel>,
    /// From them or from us.
    pub direction: Direction,
    /// What it is.
    pub kind: ItemKind,
    /// Its id at the network; none for an answer that is not there yet.
    pub remote_id: Option<String>,
    /// Who said it, for theirs.
    pub person: Option<Person>,
    /// The teammate who wrote it, for ours; none when it was written at the network.
    pub teammate: Option<Id<Teammate>>,
    /// The teammate's name.
    pub teammate_name: Option<String>,
    /// Whether it only keeps the person waiting, and is no answer.
    pub holding: bool,
    /// How it is sent, for what was written in Parvis.
    pub publication: Option<PublicationOfMessage>,
    /// The words, as plain text.
    pub text: String,
    /// Its public address.
    pub url: Option<String>,
    /// The message it answers, as the network names it.
    pub in_reply_to: Option<String>,
    /// Pictures at the network.
    pub pictures: Vec<RemotePicture>,
    /// Pictures of ours.
    pub media: Vec<AttachedMedia>,
    /// What it says beside its words, for a letter.
    pub letter: Option<Box<Letter>>,
    /// Why it did not arrive, for a letter of ours that came back.
    pub undelivered: Option<String>,
    /// When it was said.
    pub sent_at: Timestamp,
    /// When it came here.
    pub received_at: Timestamp,
    /// What a reply must give back to the network, and the first post of its thread.
    pub(crate) root: Option<String>,
    pub(crate) network_data: Value,
}

text_enum! {
    /// Which way a message goes.
    pub enum Direction {
        /// From a person to us.
        Inbound => "inbound",
        /// From us to a person.
        Outbound => "outbound",
    }
}

/// Where the sending of an answer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicationOfMessage {
    /// The publication.
    pub id: Id<Publication>,
    /// Its state.
    pub state: StateName,
    /// Why it failed, is held or needs a person: the key it is worded by.
    pub reason: Option<String>,
    /// The network's own words.
    pub detail: Option<String>,
}

/// What a message carries that is never searched: stored as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct MessageData {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<RemotePicture>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<AttachedMedia>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Box<Letter>>,
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub network: Value,
}

/// A part of a conversation, the oldest message first.
#[derive(Debug, Clone)]
pub struct MessagePage {
    /// The messages.
    pub messages: Vec<Message>,
    /// Where the part before begins: give it as `before`. None at the beginning.
    pub older: Option<(Timestamp, Id<Message>)>,
}

impl Conversation {
    /// The last `limit` messages (200 at most), or the last before one that was read already.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn messages(
        &self,
        before: Option<(Timestamp, Id<Message>)>,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<MessagePage, ConversationError> {
        actor.must(Right::Read)?;
        let limit = limit.clamp(1, 200);
        let mut messages =
            store::of_conversation(actor.brand(), self.id, before, limit + 1, tx).await?;
        let more = messages.len() > limit;
        messages.truncate(limit);
        let older = messages.last().filter(|_| more).map(|last| (last.sent_at, last.id));
        messages.reverse();
        Ok(MessagePage { messages, older })
    }
}

impl Conversation {
    /// One of its messages.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn message(
        &self,
        id: Id<Message>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Message>, ConversationError> {
        actor.must(Right::Read)?;
        Ok(store::one(actor.brand(), self.id, id, tx).await?)
    }
}

impl Message {
    /// A file joined to it, as its network still has it.
    ///
    /// # Errors
    /// What the network answered.
    pub async fn file(
        &self,
        number: usize,
        channel: &Channel,
        kit: &ChannelKit,
    ) -> Result<bytes::Bytes, NetworkError> {
        let missing = || NetworkError::Unsupported { what: "files".to_owned() };
        let connector = kit.connectors.get(&channel.network).ok_or_else(missing)?;
        let inbox = connector.inbox().filter(|_| channel.removed_at.is_none());
        let piece = self.piece().ok_or_else(missing)?;
        inbox.ok_or_else(missing)?.file(&kit.call(channel), &piece, number).await
    }

    /// A message made up, for the samples of pages.
    pub fn sample(
        conversation: &Conversation,
        direction: Direction,
        kind: ItemKind,
        person: Option<Person>,
        text: &str,
    ) -> Message {
        Message {
            id: conversation.id.cast(),
            conversation: conversation.id,
            channel: conversation.channel,
            direction,
            kind,
            remote_id: None,
            person,
            teammate: None,
            teammate_name: None,
            holding: false,
            publication: None,
            text: text.to_owned(),
            url: Some("https://example.org/1".to_owned()),
            in_reply_to: None,
            pictures: Vec::new(),
            media: Vec::new(),
            letter: None,
            undelivered: None,
            sent_at: conversation.last_message_at,
            received_at: conversation.last_message_at,
            root: None,
            network_data: Value::Null,
        }
    }
}

impl MessageData {
    pub(crate) fn to_text(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|error| Error::other(error.to_string()))
    }
}
