use database::{Error, Tx, params, sql};
use platform::Brand;
use primitives::Id;

use crate::conversation::Conversation;
use crate::ingest::preview;
use crate::message::Message;

/// Moves the messages of `other` and of what had been put with it.
pub(super) async fn take_in(
    kept: Id<Conversation>,
    other: Id<Conversation>,
    tx: &mut Tx,
) -> Result<(), Error> {
    // What is of no other conversation came in this one.
    tx.execute(
        sql!(
            "UPDATE message SET origin_id = CASE WHEN origin_id = $1 THEN NULL
               ELSE COALESCE(origin_id, conversation_id) END, conversation_id = $1
             WHERE conversation_id = $2"
        ),
        params![kept, other],
    )
    .await?;
    tx.execute(
        sql!("UPDATE publication SET conversation_id = $1 WHERE conversation_id = $2"),
        params![kept, other],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE conversation SET state = 'merged', merged_into = $1, waiting_since = NULL,
             unread = FALSE WHERE id = $2"
        ),
        params![kept, other],
    )
    .await?;
    tx.execute(
        sql!("UPDATE conversation SET merged_into = $1 WHERE merged_into = $2"),
        params![kept, other],
    )
    .await
    .map(drop)
}

/// Gives a merged conversation its messages back and opens it.
pub(super) async fn give_back(id: Id<Conversation>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE publication SET conversation_id = $1 WHERE id IN
             (SELECT publication_id FROM message WHERE origin_id = $1
              AND publication_id IS NOT NULL)"
        ),
        params![id],
    )
    .await?;
    tx.execute(
        sql!("UPDATE message SET conversation_id = $1, origin_id = NULL WHERE origin_id = $1"),
        params![id],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE conversation SET state = 'open', merged_into = NULL, resolved_by = NULL,
             resolved_at = NULL, paused_by = NULL, paused_at = NULL, snoozed_until = NULL
             WHERE id = $1"
        ),
        params![id],
    )
    .await
    .map(drop)
}

pub(super) async fn is_one_before(from: &Message, tx: &mut Tx) -> Result<bool, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id FROM message WHERE conversation_id = $1 AND (sent_at, id) < ($2, $3)
                 ORDER BY sent_at, id LIMIT 1"
            ),
            params![from.conversation, from.sent_at, from.id],
        )
        .await?;
    Ok(row.is_some())
}

/// A new conversation, alike but for its key, with these messages.
pub(super) async fn split_off(
    of: &Conversation,
    new: Id<Conversation>,
    from: &Message,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO conversation (id, brand_id, channel_id, thread_key, kind, reactions, state,
             identity_id, publication_id, about_remote_id, about_url, about_text, preview,
             message_count, last_message_at, answered_at, settled_at, created_at, language)
             SELECT $2, brand_id, channel_id, $3, kind, reactions, 'open', identity_id,
             publication_id, about_remote_id, about_url, about_text, '', 0, last_message_at,
             answered_at, settled_at, $4, language FROM conversation WHERE id = $1"
        ),
        params![of.id, new, format!("split {new}"), tx.now()],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE message SET conversation_id = $2, origin_id = NULL
             WHERE conversation_id = $1 AND (sent_at, id) >= ($3, $4)"
        ),
        params![of.id, new, from.sent_at, from.id],
    )
    .await?;
    tx.execute(
        sql!(
            "UPDATE publication SET conversation_id = $1 WHERE id IN
             (SELECT publication_id FROM message WHERE conversation_id = $1
              AND publication_id IS NOT NULL)"
        ),
        params![new],
    )
    .await
    .map(drop)
}

/// Counts, last message and last answer, from the messages.
pub(super) async fn recount(id: Id<Conversation>, tx: &mut Tx) -> Result<(), Error> {
    let last = tx
        .query_opt(
            sql!(
                "SELECT text, sent_at FROM message WHERE conversation_id = $1
                 ORDER BY sent_at DESC, id DESC LIMIT 1"
            ),
            params![id],
        )
        .await?;
    let (text, at): (Option<String>, Option<jiff::Timestamp>) = match &last {
        Some(row) => (Some(preview(&row.get::<String>("text")?)), Some(row.get("sent_at")?)),
        None => (None, None),
    };
    tx.execute(
        sql!(
            "UPDATE conversation SET
             message_count = (SELECT COUNT(*) FROM message m WHERE m.conversation_id = $1),
             last_message_at = COALESCE($2, last_message_at), preview = COALESCE($3, ''),
             answered_at = (SELECT MAX(m.sent_at) FROM message m WHERE m.conversation_id = $1
               AND m.direction = 'outbound' AND m.publication_id IS NULL),
             identity_id = COALESCE((SELECT m.identity_id FROM message m
               WHERE m.conversation_id = $1 AND m.direction = 'inbound'
               AND m.identity_id IS NOT NULL ORDER BY m.machine, m.sent_at DESC, m.id DESC LIMIT 1),
               identity_id)
             WHERE id = $1"
        ),
        params![id, at, text],
    )
    .await
    .map(drop)
}

pub(super) async fn merged_into(
    brand: Id<Brand>,
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Id<Conversation>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id FROM conversation WHERE brand_id = $1 AND merged_into = $2 ORDER BY id"
            ),
            params![brand, id],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
