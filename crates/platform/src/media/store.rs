use database::{Error, Row, Tx, params, placeholders, sql};
use primitives::Id;

use super::Media;
use crate::Brand;

macro_rules! columns {
    () => {
        "id, hash, content_type, size, width, height, name, alt_text, created_by, created_at"
    };
}

pub(super) async fn insert(brand: Id<Brand>, media: &Media, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO media (id, brand_id, hash, content_type, size, width, height, name, \
             alt_text, created_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            media.id,
            brand,
            &media.hash,
            &media.content_type,
            media.size,
            media.width,
            media.height,
            &media.name,
            &media.alt_text,
            media.created_by,
            media.created_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn by_id(
    brand: Id<Brand>,
    id: Id<Media>,
    tx: &mut Tx,
) -> Result<Option<Media>, Error> {
    let sql =
        sql!("SELECT ", columns!(), " FROM media WHERE id = $1 AND brand_id = $2 ORDER BY id");
    tx.query_opt(sql, params![id, brand]).await?.map(|row| read(&row)).transpose()
}

pub(super) async fn by_ids(
    brand: Id<Brand>,
    ids: &[Id<Media>],
    tx: &mut Tx,
) -> Result<Vec<Media>, Error> {
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM media WHERE brand_id = $1 AND id IN ({}) ORDER BY id"
        ),
        placeholders(2, ids.len())
    );
    let mut given = params![brand];
    given.extend(ids.iter().map(database::IntoValue::into_value));
    tx.query(&sql, given).await?.iter().map(read).collect()
}

pub(super) async fn latest(
    brand: Id<Brand>,
    before: Option<Id<Media>>,
    limit: usize,
    tx: &mut Tx,
) -> Result<Vec<Media>, Error> {
    let sql = sql!(
        "SELECT ",
        columns!(),
        " FROM media WHERE brand_id = $1 AND ($2 OR id < $3) ORDER BY id DESC LIMIT $4"
    );
    let rows = tx.query(sql, params![brand, before.is_none(), before, limit]).await?;
    rows.iter().map(read).collect()
}

pub(super) async fn describe(
    brand: Id<Brand>,
    id: Id<Media>,
    alt_text: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let sql = sql!("UPDATE media SET alt_text = $3 WHERE id = $1 AND brand_id = $2");
    tx.execute(sql, params![id, brand, alt_text]).await.map(drop)
}

fn read(row: &Row) -> Result<Media, Error> {
    Ok(Media {
        id: row.get("id")?,
        hash: row.get("hash")?,
        content_type: row.get("content_type")?,
        size: row.get("size")?,
        width: row.get::<Option<i64>>("width")?.unwrap_or(0),
        height: row.get::<Option<i64>>("height")?.unwrap_or(0),
        name: row.get("name")?,
        alt_text: row.get("alt_text")?,
        created_by: row.get("created_by")?,
        created_at: row.get("created_at")?,
    })
}

pub(super) async fn hashes_of(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<String>, Error> {
    let text = sql!("SELECT DISTINCT hash FROM media WHERE brand_id = $1 ORDER BY hash");
    tx.query(text, params![brand]).await?.iter().map(|row| row.get("hash")).collect()
}

pub(super) async fn is_used(hash: &str, tx: &mut Tx) -> Result<bool, Error> {
    let text = sql!("SELECT id FROM media WHERE hash = $1 ORDER BY id LIMIT 1");
    Ok(tx.query_opt(text, params![hash]).await?.is_some())
}
