use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::{Interaction, NewInteraction};
use crate::identity::Identity;

pub(super) async fn insert(
    brand: Id<Brand>,
    new: Vec<NewInteraction>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    let rows = new.into_iter().map(|new| {
        params![
            tx.new_id::<Interaction>(),
            brand,
            new.identity,
            new.channel,
            new.publication,
            new.kind,
            new.source_key,
            new.at
        ]
    });
    let rows = rows.collect();
    tx.execute_many(
        sql!(
            "INSERT INTO interaction (id, brand_id, identity_id, channel_id, publication_id, kind,
             source_key, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (brand_id, source_key) DO NOTHING"
        ),
        rows,
    )
    .await
}

pub(super) async fn of_identity(
    brand: Id<Brand>,
    identity: Id<Identity>,
    before: Option<(Timestamp, Id<Interaction>)>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Interaction>, Error> {
    let (at, id) = before.unwrap_or((Timestamp::MAX, Id::from_uuid(uuid::Uuid::max())));
    let rows = tx
        .query(
            sql!(
                "SELECT id, identity_id, channel_id, publication_id, kind, at FROM interaction
                 WHERE brand_id = $1 AND identity_id = $2 AND (at, id) < ($3, $4)
                 ORDER BY at DESC, id DESC LIMIT $5"
            ),
            params![brand, identity, at, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Interaction, Error> {
    Ok(Interaction {
        id: row.get("id")?,
        identity: row.get("identity_id")?,
        channel: row.get("channel_id")?,
        publication: row.get("publication_id")?,
        kind: row.get("kind")?,
        at: row.get("at")?,
    })
}
