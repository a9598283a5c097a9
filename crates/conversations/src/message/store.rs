use channels::{Channel, ItemKind, Publication};
use database::{Error, Params, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use super::{Direction, Message, MessageData, PublicationOfMessage};
use crate::conversation::{Conversation, Person};
use members::Identity;

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT m.id, m.conversation_id, m.channel_id, m.direction, m.kind,
             COALESCE(m.remote_id, p.remote_id) AS remote_id, m.identity_id, m.teammate_id,
             m.publication_id, m.holding, m.text, COALESCE(m.url, p.url) AS url, m.in_reply_to, m.data,
             m.undelivered, m.sent_at, m.received_at, i.handle, i.name, i.profile_url, i.avatar_url,
             t.name AS teammate_name, p.state AS publication_state,
             p.reason AS publication_reason, p.detail AS publication_detail
             FROM message m LEFT JOIN identity i ON i.id = m.identity_id
             LEFT JOIN teammate t ON t.id = m.teammate_id
             LEFT JOIN publication p ON p.id = m.publication_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Message, Error> {
    let data: MessageData = serde_json::from_str(&row.get::<String>("data")?)
        .map_err(|error| Error::other(format!("a message's data: {error}")))?;
    Ok(Message {
        id: row.get("id")?,
        conversation: row.get("conversation_id")?,
        channel: row.get("channel_id")?,
        direction: row.get("direction")?,
        kind: row.get("kind")?,
        remote_id: row.get("remote_id")?,
        person: person(row)?,
        teammate: row.get("teammate_id")?,
        teammate_name: row.get("teammate_name")?,
        holding: row.get("holding")?,
        publication: publication(row)?,
        text: row.get("text")?,
        url: row.get("url")?,
        in_reply_to: row.get("in_reply_to")?,
        pictures: data.pictures,
        media: data.media,
        letter: data.letter,
        undelivered: row.get("undelivered")?,
        sent_at: row.get("sent_at")?,
        received_at: row.get("received_at")?,
        root: data.root,
        network_data: data.network,
    })
}

fn person(row: &Row) -> Result<Option<Person>, Error> {
    let (Some(identity), Some(handle)) =
        (row.get("identity_id")?, row.get::<Option<String>>("handle")?)
    else {
        return Ok(None);
    };
    Ok(Some(Person {
        identity,
        handle,
        name: row.get("name")?,
        profile_url: row.get("profile_url")?,
        avatar_url: row.get("avatar_url")?,
    }))
}

fn publication(row: &Row) -> Result<Option<PublicationOfMessage>, Error> {
    let (Some(id), Some(state)) = (row.get("publication_id")?, row.get("publication_state")?)
    else {
        return Ok(None);
    };
    Ok(Some(PublicationOfMessage {
        id,
        state,
        reason: row.get("publication_reason")?,
        detail: row.get("publication_detail")?,
    }))
}

/// Newest first.
pub(super) async fn of_conversation(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    before: Option<(Timestamp, Id<Message>)>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Message>, Error> {
    let (at, id) = before.unwrap_or((Timestamp::MAX, Id::from_uuid(uuid::Uuid::max())));
    let text = select!(
        "WHERE m.brand_id = $1 AND m.conversation_id = $2 AND (m.sent_at, m.id) < ($3, $4)
         ORDER BY m.sent_at DESC, m.id DESC LIMIT $5"
    );
    tx.query(text, params![brand, conversation, at, id, limit]).await?.iter().map(read).collect()
}

pub(super) async fn one(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    id: Id<Message>,
    tx: &mut Tx,
) -> Result<Option<Message>, Error> {
    let text = select!("WHERE m.brand_id = $1 AND m.conversation_id = $2 AND m.id = $3");
    tx.query_opt(text, params![brand, conversation, id]).await?.as_ref().map(read).transpose()
}

/// A message of the brand, wherever it was said.
pub(crate) async fn by_id(
    brand: Id<Brand>,
    id: Id<Message>,
    tx: &mut Tx,
) -> Result<Option<Message>, Error> {
    let text = select!("WHERE m.brand_id = $1 AND m.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

/// The last answer that came after a message that was on screen, by another than this teammate.
pub(crate) async fn answered_since(
    conversation: Id<Conversation>,
    seen: Id<Message>,
    but: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<Option<Message>, Error> {
    let text = select!(
        "WHERE m.conversation_id = $1 AND m.direction = 'outbound'
         AND (m.received_at, m.id) > (SELECT s.received_at, s.id FROM message s WHERE s.id = $2)
         AND (m.teammate_id IS NULL OR m.teammate_id <> $3)
         ORDER BY m.received_at DESC, m.id DESC LIMIT 1"
    );
    let but = but.unwrap_or_else(|| Id::from_uuid(uuid::Uuid::nil()));
    tx.query_opt(text, params![conversation, seen, but]).await?.as_ref().map(read).transpose()
}

/// The answer with these very words that a teammate gave after a message that was on screen, and
/// that did not fail.
pub(crate) async fn said_since(
    conversation: Id<Conversation>,
    seen: Id<Message>,
    by: Id<Teammate>,
    words: &str,
    tx: &mut Tx,
) -> Result<Option<Message>, Error> {
    let text = select!(
        "WHERE m.conversation_id = $1 AND m.direction = 'outbound' AND m.holding = FALSE
         AND (m.received_at, m.id) > (SELECT s.received_at, s.id FROM message s WHERE s.id = $2)
         AND m.teammate_id = $3 AND m.text = $4 AND m.text <> ''
         AND p.state NOT IN ('failed', 'cancelled')
         ORDER BY m.received_at DESC, m.id DESC LIMIT 1"
    );
    let values = params![conversation, seen, by, words];
    tx.query_opt(text, values).await?.as_ref().map(read).transpose()
}

/// The message of theirs that an answer is for: that one, or the last.
pub(crate) async fn to_answer(
    conversation: Id<Conversation>,
    message: Option<Id<Message>>,
    tx: &mut Tx,
) -> Result<Option<Message>, Error> {
    let row = match message {
        Some(message) => {
            let text = select!(
                "WHERE m.conversation_id = $1 AND m.id = $2 AND m.direction = 'inbound'
                 AND m.remote_id IS NOT NULL"
            );
            tx.query_opt(text, params![conversation, message]).await?
        }
        None => {
            let text = select!(
                "WHERE m.conversation_id = $1 AND m.direction = 'inbound'
                 AND m.remote_id IS NOT NULL
                 ORDER BY m.machine, m.sent_at DESC, m.id DESC LIMIT 1"
            );
            tx.query_opt(text, params![conversation]).await?
        }
    };
    row.as_ref().map(read).transpose()
}

/// A message to insert.
pub(crate) struct NewMessage {
    pub id: Id<Message>,
    pub brand: Id<Brand>,
    pub conversation: Id<Conversation>,
    pub channel: Id<Channel>,
    pub direction: Direction,
    pub kind: ItemKind,
    pub remote_id: Option<String>,
    pub publication: Option<Id<Publication>>,
    pub identity: Option<Id<Identity>>,
    pub teammate: Option<Id<Teammate>>,
    pub text: String,
    pub url: Option<String>,
    pub in_reply_to: Option<String>,
    /// The conversation it came for, when that was put with another.
    pub origin: Option<Id<Conversation>>,
    pub data: MessageData,
    pub sent_at: Timestamp,
}

impl NewMessage {
    /// Whether nobody wrote it.
    pub fn by_machine(&self) -> bool {
        self.data.letter.as_ref().is_some_and(|letter| letter.machine.is_some())
    }

    fn into_params(self, received_at: Timestamp) -> Result<Params, Error> {
        let machine = self.by_machine();
        let data = self.data.to_text()?;
        Ok(params![
            self.id,
            self.brand,
            self.conversation,
            self.channel,
            self.direction,
            self.kind,
            self.remote_id,
            self.publication,
            self.identity,
            self.teammate,
            self.text,
            self.url,
            self.in_reply_to,
            data,
            self.sent_at,
            received_at,
            self.origin,
            machine
        ])
    }
}

/// Marks an answer as one that only keeps the person waiting.
pub(crate) async fn set_holding(id: Id<Message>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE message SET holding = TRUE WHERE id = $1"), params![id]).await.map(drop)
}

/// Inserts messages; one that the channel has given already is left as it is.
pub(crate) async fn insert(new: Vec<NewMessage>, tx: &mut Tx) -> Result<u64, Error> {
    let now = tx.now();
    let rows = new.into_iter().map(|new| new.into_params(now)).collect::<Result<_, _>>()?;
    tx.execute_many(
        sql!(
            "INSERT INTO message (id, brand_id, conversation_id, channel_id, direction, kind,
             remote_id, publication_id, identity_id, teammate_id, text, url, in_reply_to, data,
             sent_at, received_at, origin_id, machine) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
             $10, $11, $12, $13, $14, $15, $16, $17, $18) ON CONFLICT (channel_id, remote_id) DO NOTHING"
        ),
        rows,
    )
    .await
}

/// The conversation where a channel's message of this id is.
pub(crate) async fn where_is(
    channel: Id<Channel>,
    remote_id: &str,
    tx: &mut Tx,
) -> Result<Option<Id<Conversation>>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT conversation_id FROM message WHERE channel_id = $1 AND remote_id = $2"),
            params![channel, remote_id],
        )
        .await?;
    row.map(|row| row.get("conversation_id")).transpose()
}
