use database::{Error, Tx, params, sql};
use members::Identity;
use platform::Brand;
use primitives::Id;

use super::Counted;

pub(super) async fn counted(
    brand: Id<Brand>,
    identity: Id<Identity>,
    most: i64,
    tx: &mut Tx,
) -> Result<Counted, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS many,
                 CAST(COALESCE(SUM(message_count), 0) AS BIGINT) AS messages,
                 MAX(last_message_at) AS last_at FROM
                 (SELECT message_count, last_message_at FROM conversation
                  WHERE COALESCE(brand_id, id) = $1 AND identity_id = $2
                  AND COALESCE(reactions, FALSE) = FALSE LIMIT $3) AS theirs"
            ),
            params![brand, identity, most],
        )
        .await?;
    let reactions = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS many FROM (SELECT id FROM interaction
                 WHERE brand_id = $1 AND identity_id = $2
                 AND kind IN ('like', 'share', 'follow') LIMIT $3) AS theirs"
            ),
            params![brand, identity, most],
        )
        .await?;
    Ok(Counted {
        conversations: row.get("many")?,
        messages: row.get("messages")?,
        reactions: reactions.get("many")?,
        last_at: row.get("last_at")?,
    })
}
