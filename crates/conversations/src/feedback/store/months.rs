use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

/// Every case that was there before an instant, by category.
pub(in crate::feedback) async fn cases(
    brand: Id<Brand>,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Row>, Error> {
    tx.query(
        sql!(
            "SELECT c.id, c.category_id, k.name, k.owner_id, c.title, c.state, c.filed_at,
             c.closed_at, c.due_at FROM feedback_case c
             JOIN feedback_category k ON k.id = c.category_id
             WHERE c.brand_id = $1 AND c.merged_into IS NULL AND c.filed_at < $2
             AND c.state IN ('received', 'in_progress', 'done', 'declined')
             ORDER BY k.name, c.filed_at, c.id"
        ),
        params![brand, until],
    )
    .await
}

/// How many messages read as a suggestion or a complaint, and how many of them were filed.
pub(in crate::feedback) async fn coverage(
    brand: Id<Brand>,
    from: Timestamp,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<(i64, i64), Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS was_read, COUNT(c.id) AS filed FROM message_judgement j
                 LEFT JOIN feedback_source s ON s.message_id = j.message_id
                 LEFT JOIN feedback_case c ON c.id = s.case_id
                   AND c.state NOT IN ('proposed', 'dismissed')
                 WHERE j.brand_id = $1 AND j.sentiment IN ('negative', 'neutral', 'positive')
                 AND j.at >= $2 AND j.at < $3 AND j.spam = FALSE
                 AND (j.intents LIKE '% suggestion %' OR j.intents LIKE '% complaint %')"
            ),
            params![brand, from, until],
        )
        .await?;
    Ok((row.get("was_read")?, row.get("filed")?))
}

/// Owners of categories in which anything was filed before the month ended, who had no summary.
pub(in crate::feedback) async fn owners_missing(
    brand: Id<Brand>,
    month: &str,
    tx: &mut Tx,
) -> Result<Vec<Id<Teammate>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT DISTINCT k.owner_id FROM feedback_category k
                 JOIN feedback_case c ON c.category_id = k.id WHERE k.brand_id = $1
                 AND k.owner_id NOT IN (SELECT s.teammate_id FROM feedback_summary s
                   WHERE s.brand_id = $1 AND s.month = $2) ORDER BY k.owner_id"
            ),
            params![brand, month],
        )
        .await?;
    rows.iter().map(|row| row.get("owner_id")).collect()
}

pub(in crate::feedback) async fn written_first(
    brand: Id<Brand>,
    owner: Id<Teammate>,
    month: &str,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let written = tx
        .execute(
            sql!(
                "INSERT INTO feedback_summary (brand_id, teammate_id, month, at)
                 VALUES ($1, $2, $3, $4) ON CONFLICT (brand_id, teammate_id, month) DO NOTHING"
            ),
            params![brand, owner, month, tx.now()],
        )
        .await?;
    Ok(written > 0)
}
