use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;

use super::{CalendarLink, FeedEntry};

/// A link as it is kept.
pub(super) struct Kept {
    pub sealed: Vec<u8>,
    pub with_days: bool,
    pub created_at: Timestamp,
}

pub(super) async fn load(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<Kept>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT sealed, with_days, created_at FROM calendar_link WHERE brand_id = $1"),
            params![brand],
        )
        .await?;
    row.map(|row| {
        Ok(Kept {
            sealed: row.get("sealed")?,
            with_days: row.get("with_days")?,
            created_at: row.get("created_at")?,
        })
    })
    .transpose()
}

pub(super) async fn put(
    actor: &Actor,
    link: &CalendarLink,
    sealed: Vec<u8>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        actor.brand(),
        link.token.hash(),
        sealed,
        link.with_days,
        actor.teammate_id(),
        link.created_at
    ];
    tx.execute(
        sql!(
            "INSERT INTO calendar_link (brand_id, token_hash, sealed, with_days, created_by,
             created_at) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (brand_id) DO UPDATE SET token_hash = excluded.token_hash,
             sealed = excluded.sealed, with_days = excluded.with_days,
             created_by = excluded.created_by, created_at = excluded.created_at"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn remove(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM calendar_link WHERE brand_id = $1"), params![brand])
        .await
        .map(drop)
}

pub(super) async fn show_days(brand: Id<Brand>, with: bool, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE calendar_link SET with_days = $2 WHERE brand_id = $1"),
        params![brand, with],
    )
    .await
    .map(drop)
}

pub(super) async fn by_hash(hash: &str, tx: &mut Tx) -> Result<Option<(Id<Brand>, bool)>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT brand_id, with_days FROM calendar_link WHERE token_hash = $1"),
            params![hash],
        )
        .await?;
    row.map(|row| Ok((row.get("brand_id")?, row.get("with_days")?))).transpose()
}

pub(super) async fn entries(
    brand: Id<Brand>,
    from: Timestamp,
    to: Timestamp,
    most: i64,
    tx: &mut Tx,
) -> Result<Vec<FeedEntry>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.post_id, c.network_name, p.state, p.due_at, p.published_at,
                 p.updated_at, p.url, SUBSTR(post.text, 1, 1000) AS text
                 FROM publication p JOIN post ON post.id = p.post_id
                 JOIN channel c ON c.id = p.channel_id
                 WHERE p.brand_id = $1 AND p.purpose = 'post' AND p.state <> 'cancelled'
                 AND p.state <> 'failed' AND p.due_at >= $2 AND p.due_at < $3
                 ORDER BY p.due_at, p.id LIMIT $4"
            ),
            params![brand, from, to, most],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let due_at: Timestamp = row.get("due_at")?;
            Ok(FeedEntry {
                publication: row.get("id")?,
                post: row.get("post_id")?,
                network: row.get("network_name")?,
                state: row.get("state")?,
                at: row.get::<Option<Timestamp>>("published_at")?.unwrap_or(due_at),
                updated_at: row.get("updated_at")?,
                url: row.get("url")?,
                text: row.get("text")?,
            })
        })
        .collect()
}
