//! Negative messages, counted. What is negative is `judgement`'s to say; this is the one place
//! that asks its table.

use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

/// How many negative messages were said in `[from, to)`.
pub(crate) async fn negatives(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<i64, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT COUNT(*) AS messages FROM message_judgement WHERE brand_id = $1
                 AND sentiment = 'negative' AND at >= $2 AND at < $3"
            ),
            params![brand, from, to],
        )
        .await?;
    row.get("messages")
}

/// When each of them was said, in `[from, to)`.
pub(crate) async fn instants(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Timestamp>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT at FROM message_judgement WHERE brand_id = $1
                 AND sentiment = 'negative' AND at >= $2 AND at < $3 ORDER BY at LIMIT 100000"
            ),
            params![brand, from, to],
        )
        .await?;
    rows.iter().map(|row| row.get("at")).collect()
}

/// Since when the brand's messages are read here: its first channel, or its first message.
pub(crate) async fn listening_since(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Option<Timestamp>, Error> {
    let row = tx
        .query_one(
            sql!(
                "SELECT (SELECT MIN(created_at) FROM channel WHERE brand_id = $1) AS connected,
                 (SELECT MIN(received_at) FROM message WHERE brand_id = $1) AS received"
            ),
            params![brand],
        )
        .await?;
    let (connected, received): (Option<Timestamp>, Option<Timestamp>) =
        (row.get("connected")?, row.get("received")?);
    Ok(match (connected, received) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    })
}

/// The brands in which something negative was said since an instant, the demonstration included.
pub(crate) async fn brands_with_some(
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Id<Brand>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT b.id FROM brand b WHERE EXISTS (SELECT 1 FROM message_judgement j
                 WHERE j.brand_id = b.id AND j.sentiment = 'negative' AND j.at >= $1)
                 ORDER BY b.id"
            ),
            params![since],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}
