use channels::{Channel, Instance};
use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use primitives::Id;

use super::Watchable;

pub(super) async fn watchable(tx: &mut Tx) -> Result<Vec<Watchable>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id, network FROM channel WHERE removed_at IS NULL
                 AND mode = 'api' AND state = 'connected' ORDER BY id"
            ),
            params![],
        )
        .await?;
    let read = |row: &database::Row| {
        Ok(Watchable {
            channel: row.get("id")?,
            brand: row.get("brand_id")?,
            network: row.get("network")?,
        })
    };
    rows.iter().map(read).collect()
}

/// Whether nobody else watches it now; a look without writing.
pub(super) async fn is_free(
    channel: Id<Channel>,
    instance: Id<Instance>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let other = tx
        .query_opt(
            sql!(
                "SELECT channel_id FROM channel_watch
                 WHERE channel_id = $1 AND instance <> $2 AND lease_until >= $3"
            ),
            params![channel, instance, tx.now()],
        )
        .await?;
    Ok(other.is_none())
}

pub(super) async fn take(
    channel: Id<Channel>,
    instance: Id<Instance>,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let now = tx.now();
    let taken = tx
        .execute(
            sql!(
                "INSERT INTO channel_watch (channel_id, instance, lease_until) VALUES ($1, $2, $3)
                 ON CONFLICT (channel_id) DO UPDATE SET instance = $2, lease_until = $3
                 WHERE channel_watch.instance = $2 OR channel_watch.lease_until < $4"
            ),
            params![channel, instance, until, now],
        )
        .await?;
    Ok(taken > 0)
}

pub(super) async fn release(
    channel: Id<Channel>,
    instance: Id<Instance>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM channel_watch WHERE channel_id = $1 AND instance = $2"),
        params![channel, instance],
    )
    .await
    .map(drop)
}
