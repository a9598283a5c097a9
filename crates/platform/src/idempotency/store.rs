use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use crate::Brand;

/// What is stored under a key.
pub(super) struct Stored {
    pub(super) request_hash: String,
    /// Status and body, once it is done.
    pub(super) answer: Option<(u16, String)>,
}

/// Takes the key: free, older than `kept_since`, or the same request begun before
/// `running_since` and never answered. False when it is taken.
pub(super) async fn claim(
    brand: Id<Brand>,
    key: &str,
    request_hash: &str,
    kept_since: Timestamp,
    running_since: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .execute(
            sql!(
                "INSERT INTO idempotent_answer (brand_id, idempotency_key, request_hash, \
                 created_at) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (brand_id, idempotency_key) DO UPDATE SET \
                 request_hash = excluded.request_hash, created_at = excluded.created_at, \
                 status = NULL, body = NULL \
                 WHERE idempotent_answer.created_at <= $5 \
                 OR (idempotent_answer.status IS NULL AND idempotent_answer.created_at <= $6 \
                 AND idempotent_answer.request_hash = excluded.request_hash)"
            ),
            params![brand, key, request_hash, now, kept_since, running_since],
        )
        .await?;
    Ok(changed == 1)
}

pub(super) async fn find(
    brand: Id<Brand>,
    key: &str,
    tx: &mut Tx,
) -> Result<Option<Stored>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT request_hash, status, body FROM idempotent_answer \
                 WHERE brand_id = $1 AND idempotency_key = $2 ORDER BY idempotency_key"
            ),
            params![brand, key],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let status: Option<u16> = row.get("status")?;
    let body: Option<String> = row.get("body")?;
    Ok(Some(Stored {
        request_hash: row.get("request_hash")?,
        answer: status.map(|status| (status, body.unwrap_or_default())),
    }))
}

pub(super) async fn finish(
    brand: Id<Brand>,
    key: &str,
    status: u16,
    body: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE idempotent_answer SET status = $3, body = $4 \
             WHERE brand_id = $1 AND idempotency_key = $2"
        ),
        params![brand, key, status, body],
    )
    .await?;
    Ok(())
}

pub(super) async fn forget(brand: Id<Brand>, key: &str, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "DELETE FROM idempotent_answer \
             WHERE brand_id = $1 AND idempotency_key = $2 AND status IS NULL"
        ),
        params![brand, key],
    )
    .await?;
    Ok(())
}

pub(super) async fn purge(before: Timestamp, tx: &mut Tx) -> Result<u64, Error> {
    tx.execute(sql!("DELETE FROM idempotent_answer WHERE created_at <= $1"), params![before]).await
}
