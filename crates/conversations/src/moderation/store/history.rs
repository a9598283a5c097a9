use database::{Error, Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use members::Identity;
use platform::Brand;
use primitives::Id;

/// What an author had done until an instant.
pub struct Past {
    pub before: i64,
    pub first_at: Option<Timestamp>,
    pub last_hour: i64,
    pub rulings: i64,
}

/// Counts by what is kept of people's acts, which lies by author and time; up to 10,000.
pub async fn of(
    brand: Id<Brand>,
    identity: Id<Identity>,
    at: Timestamp,
    hour: SignedDuration,
    tx: &mut Tx,
) -> Result<Past, Error> {
    let since = at.checked_sub(hour).unwrap_or(at);
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS before, MIN(at) AS first_at,
                 CAST(COALESCE(SUM(CASE WHEN at > $4 THEN 1 ELSE 0 END), 0) AS BIGINT) AS last_hour,
                 (SELECT COUNT(*) FROM ruling WHERE identity_id = $2 AND at < $3 AND brand_id = $1
                   AND undone_at IS NULL AND decision <> 'keep') AS rulings
                 FROM (SELECT at FROM interaction WHERE brand_id = $1 AND identity_id = $2
                   AND at < $3 AND kind NOT IN ('like', 'share', 'follow')
                   ORDER BY at DESC LIMIT 10000) AS theirs"
            ),
            params![brand, identity, at, since],
        )
        .await?;
    Ok(Past {
        before: row.get("before")?,
        first_at: row.get("first_at")?,
        last_hour: row.get("last_hour")?,
        rulings: row.get("rulings")?,
    })
}
