use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::super::figures::{Share, Year};

pub async fn of(
    brand: Id<Brand>,
    (from, until): (Timestamp, Timestamp),
    tx: &mut Tx,
) -> Result<Year, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT ground_key, decision,
                 CAST(SUM(CASE WHEN automated = TRUE THEN 1 ELSE 0 END) AS BIGINT) AS automated,
                 CAST(SUM(CASE WHEN automated = FALSE AND rule_id IS NOT NULL THEN 1 ELSE 0 END)
                   AS BIGINT) AS found_by_rule,
                 CAST(SUM(CASE WHEN automated = FALSE AND rule_id IS NULL THEN 1 ELSE 0 END)
                   AS BIGINT) AS by_people
                 FROM ruling WHERE brand_id = $1 AND at >= $2 AND at < $3
                 GROUP BY ground_key, decision ORDER BY ground_key, decision"
            ),
            params![brand, from, until],
        )
        .await?;
    let mut year = Year::default();
    for row in &rows {
        year.rulings.push(Share {
            ground: row.get("ground_key")?,
            decision: row.get("decision")?,
            automated: row.get("automated")?,
            found_by_rule: row.get("found_by_rule")?,
            by_people: row.get("by_people")?,
        });
    }
    let row = tx
        .query_one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM message WHERE brand_id = $1 AND received_at >= $2
                   AND received_at < $3 AND direction = 'inbound'
                   AND kind NOT IN ('like', 'share', 'follow')) AS messages,
                 (SELECT COUNT(*) FROM ruling WHERE brand_id = $1 AND at >= $2 AND at < $3
                   AND undone_at IS NOT NULL) AS undone,
                 (SELECT COUNT(*) FROM ruling WHERE brand_id = $1 AND at >= $2 AND at < $3
                   AND told_at IS NOT NULL) AS told,
                 (SELECT COUNT(*) FROM sanction WHERE brand_id = $1 AND since >= $2 AND since < $3
                   AND kind = 'warn') AS warned,
                 (SELECT COUNT(*) FROM sanction WHERE brand_id = $1 AND since >= $2 AND since < $3
                   AND kind = 'mute') AS muted,
                 (SELECT COUNT(*) FROM sanction WHERE brand_id = $1 AND since >= $2 AND since < $3
                   AND kind = 'ban') AS banned,
                 (SELECT COUNT(*) FROM complaint WHERE brand_id = $1 AND at >= $2 AND at < $3)
                   AS complaints,
                 (SELECT COUNT(*) FROM complaint WHERE brand_id = $1 AND at >= $2 AND at < $3
                   AND state = 'upheld') AS upheld,
                 (SELECT COUNT(*) FROM complaint WHERE brand_id = $1 AND at >= $2 AND at < $3
                   AND state = 'reversed') AS reversed"
            ),
            params![brand, from, until],
        )
        .await?;
    year.messages = row.get("messages")?;
    year.undone = row.get("undone")?;
    year.told = row.get("told")?;
    year.sanctions = [row.get("warned")?, row.get("muted")?, row.get("banned")?];
    year.complaints = row.get("complaints")?;
    year.upheld = row.get("upheld")?;
    year.reversed = row.get("reversed")?;
    Ok(year)
}

/// How long each answer to a complaint took, in microseconds.
pub async fn answer_times(
    brand: Id<Brand>,
    (from, until): (Timestamp, Timestamp),
    tx: &mut Tx,
) -> Result<Vec<i64>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT answered_at - at AS took FROM complaint WHERE brand_id = $1 AND at >= $2
                 AND at < $3 AND answered_at IS NOT NULL ORDER BY id"
            ),
            params![brand, from, until],
        )
        .await?;
    rows.iter().map(|row| row.get("took")).collect()
}

/// When something was first decided.
pub async fn first(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<Timestamp>, Error> {
    let text = sql!("SELECT MIN(at) AS first FROM ruling WHERE brand_id = $1");
    tx.query_one(text, params![brand]).await?.get("first")
}
