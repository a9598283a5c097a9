//! What should have moved and has not, and what a dead instance left behind.

use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{COLUMNS, read};
use crate::publication::Publication;

/// Publications whose time passed by more than their brand allows, not yet alerted; of those that
/// appear together, the one that the others wait for, once. Posts that wait for someone to post
/// them by hand have reminders and alerts of their own, in `publishing::by_hand`.
pub(in crate::publication) async fn late(
    tx: &mut Tx,
    most: i64,
) -> Result<Vec<Publication>, Error> {
    let columns = COLUMNS.split(", ").map(|c| format!("p.{c}")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "SELECT {columns} FROM publication p JOIN brand b ON b.id = p.brand_id
         WHERE p.state IN ('planned', 'prepared', 'sending', 'processing', 'uncertain',
         'needs_person') AND p.late_alerted_at IS NULL AND p.due_at + b.late_after < $1
         AND NOT (p.state = 'needs_person' AND p.reason = 'assisted' AND p.purpose = 'post')
         AND (p.after_id IS NULL OR (
           EXISTS (SELECT 1 FROM publication w WHERE w.id = p.after_id AND w.state = 'published')
           AND NOT EXISTS (SELECT 1 FROM publication o WHERE o.variant_id = p.variant_id
             AND o.late_alerted_at IS NOT NULL AND o.due_at = p.due_at)))
         ORDER BY p.due_at, p.id LIMIT $2"
    );
    tx.query(&text, params![tx.now(), most]).await?.iter().map(read).collect()
}

pub(in crate::publication) async fn late_alerted(
    id: Id<Publication>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let marked = tx
        .execute(
            sql!(
                "UPDATE publication SET late_alerted_at = $2
                 WHERE id = $1 AND late_alerted_at IS NULL"
            ),
            params![id, tx.now()],
        )
        .await?;
    Ok(marked > 0)
}

/// Publications that should have moved: the net under the queue. Queueing one whose job still
/// lives changes nothing.
pub(in crate::publication) async fn forgotten(
    before: Timestamp,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<(Id<Publication>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.brand_id, p.due_at FROM publication p WHERE p.state IN
                 ('planned', 'prepared', 'sending', 'processing', 'uncertain')
                 AND p.due_at < $1 AND COALESCE(p.next_at, p.lease_until, p.due_at) < $1
                 AND (p.after_id IS NULL OR p.state <> 'planned' OR EXISTS (SELECT 1
                   FROM publication w WHERE w.id = p.after_id
                   AND w.state IN ('published', 'cancelled')))
                 ORDER BY p.due_at, p.id LIMIT $2"
            ),
            params![before, most],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("brand_id")?))).collect()
}

/// Every publication whose send has begun and has not ended.
pub(in crate::publication) async fn sending(tx: &mut Tx) -> Result<Vec<Publication>, Error> {
    let text = format!("SELECT {COLUMNS} FROM publication WHERE state = 'sending' ORDER BY id");
    tx.query(&text, params![]).await?.iter().map(read).collect()
}

/// Gives back every turn to renew a token.
pub(in crate::publication) async fn forget_renewals(tx: &mut Tx) -> Result<(), Error> {
    let text =
        sql!("UPDATE channel SET refresh_lease_until = NULL WHERE refresh_lease_until IS NOT NULL");
    tx.execute(text, params![]).await.map(drop)
}
