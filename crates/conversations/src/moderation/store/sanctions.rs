use database::{Error, Row, Tx, params, sql};
use members::Identity;
use platform::{Brand, Teammate};
use primitives::Id;

use super::super::sanction::{AtNetwork, Sanction};

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT s.id, s.identity_id, s.channel_id, s.kind, s.since, s.until_at, s.reason,
             s.ruling_id, s.decided_by, s.lifted_at, s.network, s.detail, i.name, i.handle,
             t.name AS by_name FROM sanction s JOIN identity i ON i.id = s.identity_id
             LEFT JOIN teammate t ON t.id = s.decided_by ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Sanction, Error> {
    Ok(Sanction {
        id: row.get("id")?,
        identity: row.get("identity_id")?,
        name: row.get("name")?,
        handle: row.get("handle")?,
        channel: row.get("channel_id")?,
        kind: row.get("kind")?,
        since: row.get("since")?,
        until: row.get("until_at")?,
        reason: row.get("reason")?,
        ruling: row.get("ruling_id")?,
        by: row.get("decided_by")?,
        by_name: row.get("by_name")?,
        lifted_at: row.get("lifted_at")?,
        network: row.get("network")?,
        detail: row.get("detail")?,
    })
}

pub async fn insert(brand: Id<Brand>, sanction: &Sanction, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO sanction (id, brand_id, identity_id, channel_id, kind, since, until_at,
             reason, ruling_id, decided_by, network)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            sanction.id,
            brand,
            sanction.identity,
            sanction.channel,
            sanction.kind,
            sanction.since,
            sanction.until,
            &sanction.reason,
            sanction.ruling,
            sanction.by,
            sanction.network
        ],
    )
    .await
    .map(drop)
}

pub async fn load(
    brand: Id<Brand>,
    id: Id<Sanction>,
    tx: &mut Tx,
) -> Result<Option<Sanction>, Error> {
    let text = select!("WHERE s.brand_id = $1 AND s.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub async fn list(
    brand: Id<Brand>,
    of: Option<Id<Identity>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Sanction>, Error> {
    let rows = match of {
        Some(identity) => {
            let text = select!(
                "WHERE s.brand_id = $1 AND s.identity_id = $2
                 ORDER BY s.since DESC, s.id DESC LIMIT $3"
            );
            tx.query(text, params![brand, identity, limit]).await?
        }
        None => {
            let text = select!("WHERE s.brand_id = $1 ORDER BY s.since DESC, s.id DESC LIMIT $2");
            tx.query(text, params![brand, limit]).await?
        }
    };
    rows.iter().map(read).collect()
}

/// Those that change what becomes of what comes.
pub async fn holding(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Sanction>, Error> {
    let text = select!(
        "WHERE s.brand_id = $1 AND s.kind <> 'warn' AND s.lifted_at IS NULL
         AND (s.until_at IS NULL OR s.until_at > $2) ORDER BY s.since, s.id"
    );
    tx.query(text, params![brand, tx.now()]).await?.iter().map(read).collect()
}

/// Lifts it; false when it holds no more.
pub async fn lift(
    brand: Id<Brand>,
    id: Id<Sanction>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let lifted = tx
        .execute(
            sql!(
                "UPDATE sanction SET lifted_at = $3, lifted_by = $4
                 WHERE id = $1 AND brand_id = $2 AND lifted_at IS NULL
                 AND (until_at IS NULL OR until_at > $3)"
            ),
            params![id, brand, tx.now(), by],
        )
        .await?;
    Ok(lifted > 0)
}

pub async fn at_network(
    id: Id<Sanction>,
    state: AtNetwork,
    detail: Option<&str>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE sanction SET network = $2, detail = $3 WHERE id = $1"),
        params![id, state, detail.map(str::to_owned)],
    )
    .await
    .map(drop)
}

/// Notes that its time is over; true the first time.
pub async fn note_end(id: Id<Sanction>, tx: &mut Tx) -> Result<bool, Error> {
    let noted = tx
        .execute(
            sql!("UPDATE sanction SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL"),
            params![id, tx.now()],
        )
        .await?;
    Ok(noted > 0)
}

/// The author's lasting id at the network.
pub async fn remote_id(
    brand: Id<Brand>,
    identity: Id<Identity>,
    tx: &mut Tx,
) -> Result<Option<String>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT remote_id FROM identity WHERE brand_id = $1 AND id = $2"),
            params![brand, identity],
        )
        .await?;
    row.map(|row| row.get("remote_id")).transpose()
}
