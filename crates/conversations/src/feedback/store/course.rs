//! What happened to a case.

use database::{Error, Row, Tx, params, sql};
use platform::{Actor, Brand};
use primitives::Id;

use crate::feedback::{Case, Event};

pub(in crate::feedback) async fn add(
    case: Id<Case>,
    what: &str,
    detail: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO feedback_event (id, brand_id, case_id, what, detail, by_teammate, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            tx.new_id::<Event>(),
            actor.brand(),
            case,
            what,
            detail,
            actor.teammate_id(),
            tx.now()
        ],
    )
    .await
    .map(drop)
}

pub(in crate::feedback) async fn all(
    brand: Id<Brand>,
    case: Id<Case>,
    tx: &mut Tx,
) -> Result<Vec<Event>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT e.what, e.detail, t.name AS by_name, e.at FROM feedback_event e
                 LEFT JOIN teammate t ON t.id = e.by_teammate
                 WHERE e.brand_id = $1 AND e.case_id = $2 ORDER BY e.at, e.id LIMIT 500"
            ),
            params![brand, case],
        )
        .await?;
    let event = |row: &Row| {
        Ok(Event {
            what: row.get("what")?,
            detail: row.get("detail")?,
            by: row.get("by_name")?,
            at: row.get("at")?,
        })
    };
    rows.iter().map(event).collect()
}
