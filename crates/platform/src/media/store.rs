use database::{Error, Row, Tx, params, placeholders, sql};
use primitives::Id;
use primitives::text::fold;

use super::{Crop, Media};
use crate::Brand;

/// The columns that [`Media::of_row`] reads, each after `$table`: `media_columns!("m.")`.
#[macro_export]
macro_rules! media_columns {
    ($table:literal) => {
        concat!(
            $table,
            "id, ",
            $table,
            "hash, ",
            $table,
            "kind, ",
            $table,
            "content_type, ",
            $table,
            "size, ",
            $table,
            "width, ",
            $table,
            "height, ",
            $table,
            "name, ",
            $table,
            "alt_text, ",
            $table,
            "created_by, ",
            $table,
            "created_at, ",
            $table,
            "duration_ms, ",
            $table,
            "video_codec, ",
            $table,
            "audio_codec, ",
            $table,
            "frame_rate, ",
            $table,
            "poster, ",
            $table,
            "folder_id, ",
            $table,
            "tags, ",
            $table,
            "original_id, ",
            $table,
            "crop_left, ",
            $table,
            "crop_top, ",
            $table,
            "crop_width, ",
            $table,
            "crop_height, ",
            $table,
            "removed_at"
        )
    };
}

macro_rules! columns {
    () => {
        $crate::media_columns!("")
    };
}

pub(super) async fn insert(brand: Id<Brand>, media: &Media, tx: &mut Tx) -> Result<(), Error> {
    let crop = media.crop;
    tx.execute(
        sql!(
            "INSERT INTO media (id, brand_id, hash, kind, content_type, size, width, height, \
             name, alt_text, created_by, created_at, duration_ms, video_codec, audio_codec, \
             frame_rate, poster, folder_id, tags, search, original_id, crop_left, crop_top, \
             crop_width, crop_height) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
             $18, $19, $20, $21, $22, $23, $24, $25)"
        ),
        params![
            media.id,
            brand,
            &media.hash,
            media.kind,
            &media.content_type,
            media.size,
            media.width,
            media.height,
            &media.name,
            &media.alt_text,
            media.created_by,
            media.created_at,
            media.duration_ms,
            media.video_codec.as_deref(),
            media.audio_codec.as_deref(),
            media.frame_rate,
            media.poster.as_deref(),
            media.folder,
            media.tags.join("\n"),
            search_text(media),
            crop.map(|crop| crop.original),
            crop.map(|crop| crop.left),
            crop.map(|crop| crop.top),
            crop.map(|crop| crop.width),
            crop.map(|crop| crop.height)
        ],
    )
    .await
    .map(drop)
}

/// Writes what may change of a medium.
pub(super) async fn update(brand: Id<Brand>, media: &Media, tx: &mut Tx) -> Result<(), Error> {
    let sql = sql!(
        "UPDATE media SET name = $3, alt_text = $4, poster = $5, folder_id = $6, tags = $7, \
         search = $8, removed_at = $9, duration_ms = $10 WHERE id = $1 AND brand_id = $2"
    );
    let given = params![
        media.id,
        brand,
        &media.name,
        &media.alt_text,
        media.poster.as_deref(),
        media.folder,
        media.tags.join("\n"),
        search_text(media),
        media.removed_at,
        media.duration_ms
    ];
    tx.execute(sql, given).await.map(drop)
}

/// Name, alternative text and tags, folded, a line each; a tag's line begins with `#`, so that
/// it is found as a whole.
fn search_text(media: &Media) -> String {
    let line = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = format!("{}\n{}\n", line(&media.name), line(&media.alt_text));
    for tag in &media.tags {
        text.push('#');
        text.push_str(&line(tag));
        text.push('\n');
    }
    text
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
        " FROM media WHERE brand_id = $1 AND removed_at IS NULL AND ($2 OR id < $3) \
         ORDER BY id DESC LIMIT $4"
    );
    let rows = tx.query(sql, params![brand, before.is_none(), before, limit]).await?;
    rows.iter().map(read).collect()
}

pub(super) fn read(row: &Row) -> Result<Media, Error> {
    let tags: String = row.get("tags")?;
    let crop = match row.get("original_id")? {
        Some(original) => Some(Crop {
            original,
            left: row.get::<Option<i64>>("crop_left")?.unwrap_or(0),
            top: row.get::<Option<i64>>("crop_top")?.unwrap_or(0),
            width: row.get::<Option<i64>>("crop_width")?.unwrap_or(0),
            height: row.get::<Option<i64>>("crop_height")?.unwrap_or(0),
        }),
        None => None,
    };
    Ok(Media {
        id: row.get("id")?,
        hash: row.get("hash")?,
        kind: row.get("kind")?,
        content_type: row.get("content_type")?,
        size: row.get("size")?,
        width: row.get::<Option<i64>>("width")?.unwrap_or(0),
        height: row.get::<Option<i64>>("height")?.unwrap_or(0),
        name: row.get("name")?,
        alt_text: row.get("alt_text")?,
        created_by: row.get("created_by")?,
        created_at: row.get("created_at")?,
        duration_ms: row.get("duration_ms")?,
        video_codec: row.get("video_codec")?,
        audio_codec: row.get("audio_codec")?,
        frame_rate: row.get("frame_rate")?,
        poster: row.get("poster")?,
        folder: row.get("folder_id")?,
        tags: tags.lines().map(str::to_owned).collect(),
        crop,
        removed_at: row.get("removed_at")?,
    })
}

pub(super) async fn hashes_of(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<String>, Error> {
    let text = sql!(
        "SELECT hash FROM media WHERE brand_id = $1 \
         UNION SELECT poster AS hash FROM media WHERE brand_id = $1 AND poster IS NOT NULL \
         ORDER BY hash"
    );
    tx.query(text, params![brand]).await?.iter().map(|row| row.get("hash")).collect()
}

/// Whether any brand has it, as a medium or in place of a film.
pub(super) async fn is_used(hash: &str, tx: &mut Tx) -> Result<bool, Error> {
    let text = sql!("SELECT id FROM media WHERE hash = $1 OR poster = $1 ORDER BY id LIMIT 1");
    Ok(tx.query_opt(text, params![hash]).await?.is_some())
}

/// The tags of the brand's media, a medium's in one text.
pub(super) async fn tags(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<String>, Error> {
    let text = sql!(
        "SELECT tags FROM media WHERE brand_id = $1 AND tags <> '' AND removed_at IS NULL \
         ORDER BY id"
    );
    tx.query(text, params![brand]).await?.iter().map(|row| row.get("tags")).collect()
}

/// Takes a medium away for good, if it is in the bin.
pub(super) async fn delete(brand: Id<Brand>, id: Id<Media>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("DELETE FROM media WHERE id = $1 AND brand_id = $2 AND removed_at IS NOT NULL");
    tx.execute(text, params![id, brand]).await.map(drop)
}
