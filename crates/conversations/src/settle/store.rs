use channels::publication::StateName;
use channels::{Channel, Publication};
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use crate::conversation::{Conversation, StateWord};
use crate::message::Message;

/// Said by the person, and not answered: neither by what was written at the network after it,
/// nor by what was written here after it came and is on its way or there. What failed, what is
/// held and what a person has to post or to look after answers nobody.
macro_rules! first_unanswered {
    ($settled:literal) => {
        concat!(
            "(SELECT MIN(i.sent_at) FROM message i WHERE i.conversation_id = conversation.id
             AND i.direction = 'inbound' AND i.machine = FALSE AND ",
            $settled,
            " AND NOT EXISTS (SELECT 1 FROM message o LEFT JOIN publication p
               ON p.id = o.publication_id WHERE o.conversation_id = i.conversation_id
               AND o.direction = 'outbound' AND o.holding = FALSE
               AND o.undelivered IS NULL AND (
                 (o.publication_id IS NULL AND o.sent_at >= i.sent_at) OR
                 (o.publication_id IS NOT NULL AND o.received_at >= i.received_at
                  AND p.state NOT IN ('failed', 'cancelled', 'held', 'needs_person')))))"
        )
    };
}

pub(super) async fn conversation_of(
    publication: Id<Publication>,
    tx: &mut Tx,
) -> Result<Option<Id<Conversation>>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT conversation_id FROM message WHERE publication_id = $1 ORDER BY id"),
            params![publication],
        )
        .await?;
    row.map(|row| row.get("conversation_id")).transpose()
}

/// Holds the conversation until the transaction ends; when it was resolved or left to the person,
/// if it was.
pub(super) async fn lock(
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<(StateWord, Timestamp)>, Error> {
    let text = format!(
        "SELECT state, COALESCE(resolved_at, paused_at) AS at FROM conversation
         WHERE id = $1 AND state IN ('resolved', 'pending'){}",
        tx.for_update()
    );
    let row = tx.query_opt(&text, params![conversation]).await?;
    row.map(|row| Ok((row.get("state")?, row.get("at")?))).transpose()
}

/// An answer and where its sending stands.
pub(super) struct Reply {
    message: Id<Message>,
    channel: Id<Channel>,
    pub(super) brand: Id<Brand>,
    pub(super) written_at: Timestamp,
    pub(super) moved_at: Timestamp,
    pub(super) state: StateName,
    /// Its id at the network, when it has just become known.
    pub(super) published_as: Option<String>,
}

pub(super) async fn reply_of(
    publication: Id<Publication>,
    tx: &mut Tx,
) -> Result<Option<Reply>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT m.id, m.channel_id, m.brand_id, m.received_at, p.updated_at, p.state,
                 p.remote_id, m.remote_id AS known_as FROM message m
                 JOIN publication p ON p.id = m.publication_id WHERE p.id = $1 ORDER BY m.id"
            ),
            params![publication],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let known_as: Option<String> = row.get("known_as")?;
    Ok(Some(Reply {
        message: row.get("id")?,
        channel: row.get("channel_id")?,
        brand: row.get("brand_id")?,
        written_at: row.get("received_at")?,
        moved_at: row.get("updated_at")?,
        state: row.get("state")?,
        published_as: row.get::<Option<String>>("remote_id")?.filter(|_| known_as.is_none()),
    }))
}

/// Gives our message its id at the network. A poll that read it back while its sending was in
/// doubt took it for one written there: of the two, ours stays.
pub(super) async fn name_message(reply: &Reply, remote_id: &str, tx: &mut Tx) -> Result<(), Error> {
    let twin = tx
        .query_opt(
            sql!(
                "SELECT id, conversation_id FROM message WHERE channel_id = $1 AND remote_id = $2
                 AND publication_id IS NULL ORDER BY id"
            ),
            params![reply.channel, remote_id],
        )
        .await?;
    if let Some(twin) = twin {
        let (id, conversation): (Id<Message>, Id<Conversation>) =
            (twin.get("id")?, twin.get("conversation_id")?);
        tx.execute(sql!("DELETE FROM message WHERE id = $1"), params![id]).await?;
        tx.execute(
            sql!("UPDATE conversation SET message_count = message_count - 1 WHERE id = $1"),
            params![conversation],
        )
        .await?;
    }
    tx.execute(
        sql!("UPDATE message SET remote_id = $2 WHERE id = $1"),
        params![reply.message, remote_id],
    )
    .await
    .map(drop)
}

/// Opens a resolved conversation if someone in it has no answer; whether it did.
pub(super) async fn reopen_unanswered(
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!(
        "UPDATE conversation SET state = 'open', resolved_by = NULL, resolved_at = NULL,
         paused_by = NULL, paused_at = NULL, settled_at = NULL
         WHERE id = $1 AND state IN ('resolved', 'pending') AND ",
        first_unanswered!("TRUE"),
        " IS NOT NULL"
    );
    Ok(tx.execute(text, params![conversation]).await? > 0)
}

pub(super) async fn wait_again(
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!(
        "UPDATE conversation SET waiting_since = ",
        first_unanswered!("(settled_at IS NULL OR i.received_at > settled_at)"),
        " WHERE id = $1 AND state = 'open' AND reactions = FALSE"
    );
    let rows = conversations.iter().map(|id| params![*id]).collect();
    tx.execute_many(text, rows).await.map(drop)
}
