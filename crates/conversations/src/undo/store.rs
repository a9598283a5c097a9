use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use crate::change::{Change, read};

/// The last first.
pub(super) async fn of_instant(
    brand: Id<Brand>,
    teammate: Id<Teammate>,
    at: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Change>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, conversation_id, what, from_value, to_value, by_teammate, because, at
                 FROM conversation_change WHERE brand_id = $1 AND at = $2 AND by_teammate = $3
                 AND because = 'said' ORDER BY id DESC LIMIT 2000"
            ),
            params![brand, at, teammate],
        )
        .await?;
    rows.iter().map(read).collect()
}
