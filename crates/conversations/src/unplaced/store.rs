use channels::{Channel, InboxItem};
use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use super::Unplaced;
use crate::conversation::Conversation;

fn read(row: &Row) -> Result<Unplaced, Error> {
    Ok(Unplaced {
        id: row.get("id")?,
        channel: row.get("channel_id")?,
        reason: row.get("reason")?,
        item: serde_json::from_str::<InboxItem>(&row.get::<String>("item")?).ok(),
        received_at: row.get("received_at")?,
    })
}

pub(super) async fn list(
    brand: Id<Brand>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Unplaced>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, channel_id, reason, item, received_at FROM unplaced_item
                 WHERE brand_id = $1 AND dismissed_at IS NULL ORDER BY id DESC LIMIT $2"
            ),
            params![brand, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn count(brand: Id<Brand>, most: usize, tx: &mut Tx) -> Result<i64, Error> {
    let text = sql!(
        "SELECT COUNT(*) AS n FROM (SELECT id FROM unplaced_item WHERE brand_id = $1
         AND dismissed_at IS NULL LIMIT $2) AS counted"
    );
    tx.query_one(text, params![brand, most]).await?.get("n")
}

pub(super) async fn dismiss(
    brand: Id<Brand>,
    id: Id<Unplaced>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE unplaced_item SET dismissed_at = $3, dismissed_by = $4
                 WHERE brand_id = $1 AND id = $2 AND dismissed_at IS NULL"
            ),
            params![brand, id, tx.now(), by],
        )
        .await?;
    Ok(changed > 0)
}

pub(super) async fn restore(
    brand: Id<Brand>,
    id: Id<Unplaced>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE unplaced_item SET dismissed_at = NULL, dismissed_by = NULL
                 WHERE brand_id = $1 AND id = $2 AND dismissed_at IS NOT NULL"
            ),
            params![brand, id],
        )
        .await?;
    Ok(changed > 0)
}

/// Takes it out of what has no place.
pub(super) async fn take(
    brand: Id<Brand>,
    id: Id<Unplaced>,
    tx: &mut Tx,
) -> Result<Option<Unplaced>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, channel_id, reason, item, received_at FROM unplaced_item
                 WHERE brand_id = $1 AND id = $2 AND dismissed_at IS NULL"
            ),
            params![brand, id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let gone = sql!("DELETE FROM unplaced_item WHERE brand_id = $1 AND id = $2");
    match tx.execute(gone, params![brand, id]).await? {
        0 => Ok(None),
        _ => read(&row).map(Some),
    }
}

/// The account of a channel, as the network names it.
pub(super) async fn account(id: Id<Channel>, tx: &mut Tx) -> Result<Option<String>, Error> {
    let row = tx
        .query_opt(sql!("SELECT remote_account_id FROM channel WHERE id = $1"), params![id])
        .await?;
    row.map(|row| row.get("remote_account_id")).transpose()
}

/// One more message came into a conversation.
pub(super) async fn came(
    id: Id<Conversation>,
    sent_at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE conversation SET message_count = message_count + 1, last_message_at =
             CASE WHEN last_message_at < $2 THEN $2 ELSE last_message_at END WHERE id = $1"
        ),
        params![id, sent_at],
    )
    .await
    .map(drop)
}
