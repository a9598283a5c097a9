use database::{Error, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::{Change, NewChange};
use crate::conversation::Conversation;

/// The most changes of one conversation that are read.
const MOST: i64 = 500;

pub(super) async fn insert(
    changes: Vec<NewChange>,
    brand: Id<Brand>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    let mut rows = Vec::with_capacity(changes.len());
    for change in changes {
        rows.push(params![
            tx.new_id::<Change>(),
            brand,
            change.conversation,
            change.what,
            change.from,
            change.to,
            by,
            change.because,
            now
        ]);
    }
    tx.execute_many(
        sql!(
            "INSERT INTO conversation_change (id, brand_id, conversation_id, what, from_value,
             to_value, by_teammate, because, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        rows,
    )
    .await
    .map(drop)
}

/// The last ones, the oldest first.
pub(super) async fn of_conversation(
    brand: Id<Brand>,
    conversation: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Vec<Change>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, conversation_id, what, from_value, to_value, by_teammate, because, at
                 FROM conversation_change WHERE brand_id = $1 AND conversation_id = $2
                 ORDER BY at DESC, id DESC LIMIT $3"
            ),
            params![brand, conversation, MOST],
        )
        .await?;
    rows.iter().rev().map(read).collect()
}

pub(crate) fn read(row: &Row) -> Result<Change, Error> {
    Ok(Change {
        id: row.get("id")?,
        conversation: row.get("conversation_id")?,
        what: row.get("what")?,
        from: row.get("from_value")?,
        to: row.get("to_value")?,
        by: row.get("by_teammate")?,
        because: row.get("because")?,
        at: row.get("at")?,
    })
}
