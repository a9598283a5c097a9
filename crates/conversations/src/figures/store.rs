use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{Counts, MOST_COUNTED};

pub(super) async fn counts(brand: Id<Brand>, tx: &mut Tx) -> Result<Counts, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM (SELECT id FROM conversation WHERE brand_id = $1
                   AND reactions = FALSE AND state = 'open' LIMIT $2) AS o) AS open_ones,
                 (SELECT COUNT(*) FROM (SELECT id FROM conversation WHERE brand_id = $1
                   AND waiting_since IS NOT NULL LIMIT $2) AS w) AS waiting_ones,
                 (SELECT MIN(waiting_since) FROM conversation WHERE brand_id = $1
                   AND waiting_since IS NOT NULL) AS oldest"
            ),
            params![brand, MOST_COUNTED],
        )
        .await?;
    Ok(Counts {
        open: row.get("open_ones")?,
        waiting: row.get("waiting_ones")?,
        oldest_waiting: row.get("oldest")?,
    })
}

pub(super) async fn came_since(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<i64, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS messages FROM (SELECT id FROM message WHERE brand_id = $1
                 AND received_at >= $2 AND direction = 'inbound' AND machine = FALSE
                 AND kind IN ('reply', 'mention', 'quote', 'direct', 'review') LIMIT $3) AS came"
            ),
            params![brand, since, MOST_COUNTED],
        )
        .await?;
    row.get("messages")
}
