use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use super::Present;
use crate::conversation::Conversation;

pub(super) async fn note(
    conversation: &Conversation,
    teammate: Id<Teammate>,
    writing: bool,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO conversation_presence (conversation_id, teammate_id, brand_id, writing,
             seen_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (conversation_id, teammate_id)
             DO UPDATE SET seen_at = excluded.seen_at, writing = excluded.writing"
        ),
        params![conversation.id, teammate, conversation.brand, writing, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn forget(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "DELETE FROM conversation_presence WHERE brand_id = $1 AND conversation_id = $2
             AND teammate_id = $3"
        ),
        params![brand, conversation, teammate],
    )
    .await
    .map(drop)
}

pub(super) async fn sweep(before: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM conversation_presence WHERE seen_at < $1"), params![before])
        .await
        .map(drop)
}

pub(super) async fn since(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Present>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.teammate_id, t.name, p.writing FROM conversation_presence p
                 JOIN teammate t ON t.id = p.teammate_id
                 WHERE p.brand_id = $1 AND p.conversation_id = $2 AND p.seen_at >= $3
                 ORDER BY t.name, p.teammate_id"
            ),
            params![brand, conversation, since],
        )
        .await?;
    let read = |row: &database::Row| {
        Ok(Present {
            teammate: row.get("teammate_id")?,
            name: row.get("name")?,
            writing: row.get("writing")?,
        })
    };
    rows.iter().map(read).collect()
}
