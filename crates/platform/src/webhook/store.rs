use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use super::{Delivery, DeliveryState, Stopped, Webhook};
use crate::{Actor, Brand};

fn read(row: &Row) -> Result<Webhook, Error> {
    let nouns: String = row.get("nouns")?;
    Ok(Webhook {
        id: row.get("id")?,
        name: row.get("name")?,
        url: row.get("url")?,
        nouns: nouns.lines().map(str::to_owned).collect(),
        stopped: row.get("stopped")?,
        failing_since: row.get("failing_since")?,
        created_at: row.get("created_at")?,
    })
}

pub(super) async fn of_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Webhook>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, name, url, nouns, stopped, failing_since, created_at FROM webhook
                 WHERE brand_id = $1 ORDER BY id"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn insert(
    webhook: &Webhook,
    sealed: Vec<u8>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        webhook.id,
        actor.brand(),
        webhook.name.as_str(),
        webhook.url.as_str(),
        webhook.nouns.join("\n"),
        sealed,
        actor.teammate_id(),
        webhook.created_at
    ];
    tx.execute(
        sql!(
            "INSERT INTO webhook (id, brand_id, name, url, nouns, secret, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn remove(id: Id<Webhook>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM webhook WHERE id = $1"), params![id]).await.map(drop)
}

pub(super) async fn set_stopped(
    id: Id<Webhook>,
    why: Option<Stopped>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE webhook SET stopped = $2, failing_since = NULL WHERE id = $1"),
        params![id, why],
    )
    .await
    .map(drop)
}

pub(super) async fn insert_delivery(
    id: Id<Delivery>,
    webhook: Id<Webhook>,
    brand: Id<Brand>,
    verb: &str,
    body: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![id, brand, webhook, verb, body, DeliveryState::Waiting, tx.now()];
    tx.execute(
        sql!(
            "INSERT INTO webhook_delivery (id, brand_id, webhook_id, verb, body, state,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn log(
    webhook: Id<Webhook>,
    before: Option<Id<Delivery>>,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<Delivery>, Error> {
    // No id sorts after this one.
    let last = Id::from_slice(&[0xff; 16]).map_err(|_| Error::other("an id is 16 bytes"))?;
    let before = before.unwrap_or(last);
    let rows = tx
        .query(
            sql!(
                "SELECT id, verb, body, state, attempts, status, detail, created_at, tried_at
                 FROM webhook_delivery WHERE webhook_id = $1 AND id < $2
                 ORDER BY id DESC LIMIT $3"
            ),
            params![webhook, before, most],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Delivery {
                id: row.get("id")?,
                verb: row.get("verb")?,
                body: row.get("body")?,
                state: row.get("state")?,
                attempts: row.get("attempts")?,
                status: row.get("status")?,
                detail: row.get("detail")?,
                created_at: row.get("created_at")?,
                tried_at: row.get("tried_at")?,
            })
        })
        .collect()
}

/// Makes one of its deliveries wait again; false when it has no such delivery.
pub(super) async fn wait_again(
    webhook: Id<Webhook>,
    delivery: Id<Delivery>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let changed = tx
        .execute(
            sql!(
                "UPDATE webhook_delivery SET state = $3 WHERE id = $2 AND webhook_id = $1
                 AND state <> $3"
            ),
            params![webhook, delivery, DeliveryState::Waiting],
        )
        .await?;
    Ok(changed > 0)
}

/// A delivery with what its sending needs.
pub(super) struct Sending {
    pub webhook: Id<Webhook>,
    pub brand: Id<Brand>,
    pub name: String,
    pub url: String,
    pub secret: Vec<u8>,
    pub stopped: Option<Stopped>,
    pub failing_since: Option<Timestamp>,
    pub verb: String,
    pub body: String,
}

/// The delivery, if it still waits to be sent.
pub(super) async fn to_send(id: Id<Delivery>, tx: &mut Tx) -> Result<Option<Sending>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT w.id, w.brand_id, w.name, w.url, w.secret, w.stopped, w.failing_since,
                 d.verb, d.body FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
                 WHERE d.id = $1 AND d.state = $2"
            ),
            params![id, DeliveryState::Waiting],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Sending {
        webhook: row.get("id")?,
        brand: row.get("brand_id")?,
        name: row.get("name")?,
        url: row.get("url")?,
        secret: row.get("secret")?,
        stopped: row.get("stopped")?,
        failing_since: row.get("failing_since")?,
        verb: row.get("verb")?,
        body: row.get("body")?,
    }))
}

/// Writes what came of a sending, on the delivery and on its webhook.
pub(super) async fn note_attempt(
    id: Id<Delivery>,
    state: DeliveryState,
    status: Option<i64>,
    detail: Option<&str>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE webhook_delivery SET state = $2, attempts = attempts + 1, status = $3,
             detail = $4, tried_at = $5 WHERE id = $1"
        ),
        params![id, state, status, detail, now],
    )
    .await?;
    let failing = (state != DeliveryState::Taken).then_some(now);
    tx.execute(
        sql!(
            "UPDATE webhook SET failing_since =
             CASE WHEN CAST($2 AS BIGINT) IS NULL THEN NULL
             ELSE COALESCE(failing_since, CAST($2 AS BIGINT)) END
             WHERE id = (SELECT d.webhook_id FROM webhook_delivery d WHERE d.id = $1)"
        ),
        params![id, failing],
    )
    .await
    .map(drop)
}

pub(super) async fn purge(before: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM webhook_delivery WHERE created_at < $1"), params![before])
        .await
        .map(drop)
}
