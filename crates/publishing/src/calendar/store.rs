use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::Entry;

pub(super) async fn entries(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Entry>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.post_id, p.channel_id, p.state, p.due_at,
                 SUBSTR(post.text, 1, 120) AS excerpt
                 FROM publication p JOIN post ON post.id = p.post_id
                 WHERE p.brand_id = $1 AND p.due_at >= $2 AND p.due_at < $3
                 AND p.purpose = 'post' AND p.state <> 'cancelled' AND (p.part = 0
                 OR p.state IN ('failed', 'held', 'uncertain', 'needs_person'))
                 ORDER BY p.due_at, p.id"
            ),
            params![brand, from, to],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Entry {
                publication: row.get(0)?,
                post: row.get(1)?,
                channel: row.get(2)?,
                state: row.get(3)?,
                due_at: row.get(4)?,
                excerpt: row.get(5)?,
            })
        })
        .collect()
}
