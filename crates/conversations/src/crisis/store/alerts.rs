use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use crate::crisis::alert::{Alert, AlertState};
use crate::crisis::burst::Prediction;
use crate::crisis::{Crisis, burst};

const COLUMNS: &str = "id, brand_id, span, starts_at, ends_at, seen, most, past, basis, raised_at, \
    last_at, state, closed_by, closed_at, crisis_id";

fn read(row: &Row) -> Result<Alert, Error> {
    let past: String = row.get("past")?;
    Ok(Alert {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        span: row.get("span")?,
        from: row.get("starts_at")?,
        to: row.get("ends_at")?,
        seen: row.get("seen")?,
        prediction: Prediction {
            basis: row.get("basis")?,
            past: serde_json::from_str(&past).map_err(|e| Error::other(e.to_string()))?,
            most: row.get("most")?,
        },
        raised_at: row.get("raised_at")?,
        last_at: row.get("last_at")?,
        state: row.get("state")?,
        closed_by: row.get("closed_by")?,
        closed_at: row.get("closed_at")?,
        crisis: row.get("crisis_id")?,
    })
}

pub(in crate::crisis) async fn load(
    brand: Id<Brand>,
    id: Id<Alert>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Alert>, Error> {
    let text = format!("SELECT {COLUMNS} FROM crisis_alert WHERE brand_id = $1 AND id = $2{lock}");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(in crate::crisis) async fn list(
    brand: Id<Brand>,
    open_only: bool,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Alert>, Error> {
    let open = if open_only { " AND state = 'open'" } else { "" };
    let text = format!(
        "SELECT {COLUMNS} FROM crisis_alert WHERE brand_id = $1{open}
         ORDER BY raised_at DESC, id DESC LIMIT $2"
    );
    tx.query(&text, params![brand, most]).await?.iter().map(read).collect()
}

/// The brand's latest alert whose burst went on at that instant or later.
pub(in crate::crisis) async fn lately(
    brand: Id<Brand>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Option<Alert>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM crisis_alert WHERE brand_id = $1 AND last_at >= $2
         ORDER BY last_at DESC, id DESC LIMIT 1"
    );
    tx.query_opt(&text, params![brand, since]).await?.as_ref().map(read).transpose()
}

/// False when the burst has its alert already.
pub(in crate::crisis) async fn insert(alert: &Alert, tx: &mut Tx) -> Result<bool, Error> {
    let past = serde_json::to_string(&alert.prediction.past);
    let inserted = tx
        .execute(
            sql!(
                "INSERT INTO crisis_alert (id, brand_id, span, starts_at, ends_at, seen, most,
                 past, basis, raised_at, last_at, state)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 'open')
                 ON CONFLICT (brand_id, span, starts_at) DO NOTHING"
            ),
            params![
                alert.id,
                alert.brand,
                alert.span,
                alert.from,
                alert.to,
                alert.seen,
                alert.prediction.most,
                past.map_err(|e| Error::other(e.to_string()))?,
                alert.prediction.basis,
                alert.raised_at
            ],
        )
        .await?;
    Ok(inserted == 1)
}

/// Its burst goes on; within its own hour or day, so does its count.
pub(in crate::crisis) async fn goes_on(
    id: Id<Alert>,
    span: burst::Span,
    from: Timestamp,
    seen: i64,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE crisis_alert SET last_at = $5, seen = CASE WHEN span = $2 AND starts_at = $3
             AND seen < $4 THEN $4 ELSE seen END WHERE id = $1"
        ),
        params![id, span, from, seen, tx.now()],
    )
    .await
    .map(drop)
}

pub(in crate::crisis) async fn close(
    id: Id<Alert>,
    state: AlertState,
    by: Option<Id<Teammate>>,
    crisis: Option<Id<Crisis>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE crisis_alert SET state = $2, closed_by = $3, closed_at = $4, crisis_id = $5
             WHERE id = $1"
        ),
        params![id, state, by, tx.now(), crisis],
    )
    .await
    .map(drop)
}

/// Those that nobody looked at, long after their burst was over.
pub(in crate::crisis) async fn stale(before: Timestamp, tx: &mut Tx) -> Result<Vec<Alert>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM crisis_alert WHERE state = 'open' AND last_at < $1
         ORDER BY id LIMIT 100"
    );
    tx.query(&text, params![before]).await?.iter().map(read).collect()
}
