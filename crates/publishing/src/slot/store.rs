use std::collections::HashMap;

use channels::Channel;
use database::{Error, Tx, params, sql};
use platform::{Actor, Brand};
use primitives::Id;

use super::Slot;

/// The slots of a brand that stand, with their channels that are still connected.
pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Slot>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT sc.slot_id, sc.channel_id FROM slot_channel sc
                 JOIN slot s ON s.id = sc.slot_id
                 JOIN channel c ON c.id = sc.channel_id AND c.removed_at IS NULL
                 WHERE s.brand_id = $1 ORDER BY sc.slot_id, sc.channel_id"
            ),
            params![brand],
        )
        .await?;
    let mut channels: HashMap<Id<Slot>, Vec<Id<Channel>>> = HashMap::new();
    for row in &rows {
        channels.entry(row.get("slot_id")?).or_default().push(row.get("channel_id")?);
    }
    let rows = tx
        .query(
            sql!(
                "SELECT id, weekday, minute, topic_id FROM slot
                 WHERE brand_id = $1 AND removed_at IS NULL ORDER BY weekday, minute, id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let id = row.get("id")?;
            Ok(Slot {
                id,
                weekday: row.get("weekday")?,
                minute: row.get("minute")?,
                topic: row.get("topic_id")?,
                channels: channels.remove(&id).unwrap_or_default(),
            })
        })
        .collect()
}

pub(super) async fn insert(slot: &Slot, actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    let values = params![
        slot.id,
        actor.brand(),
        slot.weekday,
        slot.minute,
        slot.topic,
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO slot (id, brand_id, weekday, minute, topic_id, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values,
    )
    .await?;
    write_channels(slot, tx).await
}

pub(super) async fn update(slot: &Slot, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE slot SET weekday = $2, minute = $3, topic_id = $4 WHERE id = $1"),
        params![slot.id, slot.weekday, slot.minute, slot.topic],
    )
    .await?;
    tx.execute(sql!("DELETE FROM slot_channel WHERE slot_id = $1"), params![slot.id]).await?;
    write_channels(slot, tx).await
}

async fn write_channels(slot: &Slot, tx: &mut Tx) -> Result<(), Error> {
    let rows = slot.channels.iter().map(|channel| params![slot.id, *channel]).collect();
    tx.execute_many(
        sql!(
            "INSERT INTO slot_channel (slot_id, channel_id) VALUES ($1, $2)
             ON CONFLICT (slot_id, channel_id) DO NOTHING"
        ),
        rows,
    )
    .await
    .map(drop)
}

pub(super) async fn set_removed(id: Id<Slot>, removed: bool, tx: &mut Tx) -> Result<(), Error> {
    let at = removed.then(|| tx.now());
    tx.execute(sql!("UPDATE slot SET removed_at = $2 WHERE id = $1"), params![id, at])
        .await
        .map(drop)
}
