use database::{Error, Row, Tx, params, sql};
use primitives::Id;

use super::Device;
use crate::Teammate;

pub(super) async fn key(tx: &mut Tx) -> Result<Option<(String, Vec<u8>)>, Error> {
    let row = tx
        .query_opt(sql!("SELECT public_key, sealed FROM push_key ORDER BY id"), params![])
        .await?;
    row.map(|row| Ok((row.get("public_key")?, row.get("sealed")?))).transpose()
}

pub(super) async fn put_key(public: &str, sealed: &[u8], tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "INSERT INTO push_key (id, public_key, sealed, created_at) VALUES (1, $1, $2, $3)
             ON CONFLICT (id) DO NOTHING"
        ),
        params![public, sealed, now],
    )
    .await
    .map(drop)
}

pub(super) async fn by_hash(hash: &str, tx: &mut Tx) -> Result<Option<Id<Device>>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT id FROM push_device WHERE endpoint_hash = $1 ORDER BY id"),
            params![hash],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

pub(super) async fn put(
    device: &Device,
    teammate: Id<Teammate>,
    hash: &str,
    sealed: &[u8],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO push_device (id, teammate_id, endpoint_hash, sealed, device, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (endpoint_hash) DO UPDATE SET teammate_id = excluded.teammate_id,
             sealed = excluded.sealed, device = excluded.device"
        ),
        params![device.id, teammate, hash, sealed, &device.device, device.created_at],
    )
    .await
    .map(drop)
}

/// The devices of a teammate who may still sign in.
pub(super) async fn of_teammate(teammate: Id<Teammate>, tx: &mut Tx) -> Result<Vec<Device>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT d.id, d.device, d.endpoint_hash, d.created_at, d.reached_at FROM push_device d
                 JOIN teammate t ON t.id = d.teammate_id
                 WHERE d.teammate_id = $1 AND t.disabled_at IS NULL ORDER BY d.id"
            ),
            params![teammate],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Device, Error> {
    Ok(Device {
        id: row.get("id")?,
        device: row.get("device")?,
        mark: row.get("endpoint_hash")?,
        created_at: row.get("created_at")?,
        reached_at: row.get("reached_at")?,
    })
}

pub(super) async fn reach(id: Id<Device>, tx: &mut Tx) -> Result<Option<Vec<u8>>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT d.sealed FROM push_device d JOIN teammate t ON t.id = d.teammate_id
                 WHERE d.id = $1 AND t.disabled_at IS NULL ORDER BY d.id"
            ),
            params![id],
        )
        .await?;
    row.map(|row| row.get("sealed")).transpose()
}

pub(super) async fn reached(id: Id<Device>, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(sql!("UPDATE push_device SET reached_at = $2 WHERE id = $1"), params![id, now])
        .await
        .map(drop)
}

pub(super) async fn forget(id: Id<Device>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM push_device WHERE id = $1"), params![id]).await.map(drop)
}

pub(super) async fn remove(
    id: Id<Device>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let removed = tx
        .execute(
            sql!("DELETE FROM push_device WHERE id = $1 AND teammate_id = $2"),
            params![id, teammate],
        )
        .await?;
    Ok(removed == 1)
}
