mod list;

use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Actor;
use platform::Brand;
use platform::media::Media;
use primitives::Id;

use strategy::Format;

use super::{Edit, Post, PostMedia, PostMediaEdit, PostSource, PostState, Variant, VariantEdit};
use crate::local_time::LocalSchedule;

pub(super) use list::list;
pub use list::{ListFilter, OnChannel, PostRow};

const COLUMNS: &str = "id, brand_id, text, link, state, local_time, zone, due_at, author_id, \
    version, source, topic_id, campaign_id, language, format, wanted_local, wanted_zone, \
    wanted_at, extras, created_at, updated_at";

fn state(row: &Row) -> Result<PostState, Error> {
    if row.get::<String>("state")? == "draft" {
        return Ok(PostState::Draft);
    }
    let local: Option<String> = row.get("local_time")?;
    let local = local.and_then(|local| local.parse().ok());
    let (Some(local), Some(at)) = (local, row.get::<Option<Timestamp>>("due_at")?) else {
        return Err(Error::other("a scheduled post has no time"));
    };
    let zone = row.get::<Option<String>>("zone")?.unwrap_or_default();
    // The reading is what was asked for; what a change of clocks makes of it is found again.
    let moved = LocalSchedule::resolve(local, &zone).ok().and_then(|resolved| resolved.moved);
    Ok(PostState::Scheduled(LocalSchedule { local, zone, at, moved }))
}

fn read(row: &Row) -> Result<Post, Error> {
    Ok(Post {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        text: row.get("text")?,
        link: row.get("link")?,
        media: Vec::new(),
        variants: Vec::new(),
        state: state(row)?,
        author: row.get("author_id")?,
        version: row.get("version")?,
        source: row.get("source")?,
        topic: row.get("topic_id")?,
        campaign: row.get("campaign_id")?,
        language: row.get("language")?,
        format: row.get("format")?,
        wanted: wanted(row)?,
        extras: from_json(&row.get::<String>("extras")?)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn wanted(row: &Row) -> Result<Option<LocalSchedule>, Error> {
    let local: Option<String> = row.get("wanted_local")?;
    let local = local.and_then(|local| local.parse().ok());
    let (Some(local), Some(at)) = (local, row.get::<Option<Timestamp>>("wanted_at")?) else {
        return Ok(None);
    };
    let zone = row.get::<Option<String>>("wanted_zone")?.unwrap_or_default();
    let moved = LocalSchedule::resolve(local, &zone).ok().and_then(|resolved| resolved.moved);
    Ok(Some(LocalSchedule { local, zone, at, moved }))
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::other("what a post carries can't be read"))
}

fn to_json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::other("what a post carries can't be written"))
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Post>,
    tx: &mut Tx,
) -> Result<Option<Post>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM post WHERE brand_id = $1 AND id = $2 AND deleted_at IS NULL"
    );
    let Some(row) = tx.query_opt(&text, params![brand, id]).await? else { return Ok(None) };
    let mut post = read(&row)?;
    post.variants = variants(id, tx).await?;
    post.media = media(id, tx).await?;
    Ok(Some(post))
}

/// The posts whose ids lie between two, the first few.
pub(super) async fn between(
    brand: Id<Brand>,
    first: Id<Post>,
    last: Id<Post>,
    tx: &mut Tx,
) -> Result<Vec<Id<Post>>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id FROM post WHERE brand_id = $1 AND id >= $2 AND id <= $3
                 AND deleted_at IS NULL ORDER BY id LIMIT 5"
            ),
            params![brand, first, last],
        )
        .await?;
    rows.iter().map(|row| row.get("id")).collect()
}

async fn variants(post: Id<Post>, tx: &mut Tx) -> Result<Vec<Variant>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, channel_id, text, extras FROM variant WHERE post_id = $1
                 ORDER BY position, id"
            ),
            params![post],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Variant {
                id: row.get("id")?,
                channel: row.get("channel_id")?,
                text: row.get("text")?,
                extras: from_json(&row.get::<String>("extras")?)?,
            })
        })
        .collect()
}

async fn media(post: Id<Post>, tx: &mut Tx) -> Result<Vec<PostMedia>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT ",
                platform::media_columns!("m."),
                ", pm.alt_text AS shown_alt FROM post_media pm JOIN media m ON m.id = pm.media_id
                 WHERE pm.post_id = $1 ORDER BY pm.position, m.id"
            ),
            params![post],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let media = Media::of_row(row)?;
            Ok(PostMedia { media, alt_text: row.get("shown_alt")? })
        })
        .collect()
}

pub(super) async fn insert(
    id: Id<Post>,
    source: PostSource,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO post (id, brand_id, text, state, author_id, source, created_at,
             updated_at) VALUES ($1, $2, '', 'draft', $3, $4, $5, $5)"
        ),
        params![id, actor.brand(), actor.teammate_id(), source, tx.now()],
    )
    .await
    .map(drop)
}

/// Takes the turn to change version `seen`; false when it is no longer that version.
pub(super) async fn take_version(id: Id<Post>, seen: i64, tx: &mut Tx) -> Result<bool, Error> {
    let taken = tx
        .execute(
            sql!(
                "UPDATE post SET version = version + 1, updated_at = $3
                 WHERE id = $1 AND version = $2 AND deleted_at IS NULL"
            ),
            params![id, seen, tx.now()],
        )
        .await?;
    Ok(taken > 0)
}

/// Everything that the post's own row says.
pub(super) async fn write_words(
    id: Id<Post>,
    edit: &Edit,
    format: Format,
    tx: &mut Tx,
) -> Result<(), Error> {
    let wanted = edit.wanted.as_ref();
    let values = params![
        id,
        edit.text.as_str(),
        edit.link.as_deref(),
        edit.topic,
        edit.campaign,
        edit.language.as_deref(),
        format,
        wanted.map(|at| at.local.to_string()),
        wanted.map(|at| at.zone.clone()),
        wanted.map(|at| at.at),
        to_json(&edit.extras)?,
        folded(edit)
    ];
    tx.execute(
        sql!(
            "UPDATE post SET text = $2, link = $3, topic_id = $4, campaign_id = $5, language = $6,
             format = $7, wanted_local = $8, wanted_zone = $9, wanted_at = $10, extras = $11,
             folded = $12 WHERE id = $1"
        ),
        values,
    )
    .await
    .map(drop)
}

/// Every word of a post, folded, to be searched.
fn folded(edit: &Edit) -> String {
    let own = edit.variants.iter().filter_map(|variant| variant.text.as_deref());
    let texts = std::iter::once(edit.text.as_str())
        .chain(own)
        .chain(edit.extras.thread.iter().map(String::as_str));
    primitives::text::fold(&texts.collect::<Vec<_>>().join("\n"))
}

pub(super) async fn write_media(
    id: Id<Post>,
    media: &[PostMediaEdit],
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM post_media WHERE post_id = $1"), params![id]).await?;
    let rows = media
        .iter()
        .zip(0_i64..)
        .map(|(media, position)| params![id, media.media, position, media.alt_text.trim()])
        .collect();
    tx.execute_many(
        sql!(
            "INSERT INTO post_media (post_id, media_id, position, alt_text)
             VALUES ($1, $2, $3, $4) ON CONFLICT (post_id, media_id) DO NOTHING"
        ),
        rows,
    )
    .await
    .map(drop)
}

/// Variants keep their id as long as their channel stays, so that publications keep theirs.
pub(super) async fn write_variants(
    post: Id<Post>,
    variants: &[VariantEdit],
    before: &[Variant],
    tx: &mut Tx,
) -> Result<(), Error> {
    for gone in before.iter().filter(|b| variants.iter().all(|v| v.channel != b.channel)) {
        tx.execute(sql!("DELETE FROM variant WHERE id = $1"), params![gone.id]).await?;
    }
    for (variant, position) in variants.iter().zip(0_i64..) {
        let values = params![
            tx.new_id::<Variant>(),
            post,
            variant.channel,
            variant.text.clone(),
            position,
            tx.now(),
            to_json(&variant.extras)?
        ];
        tx.execute(
            sql!(
                "INSERT INTO variant (id, brand_id, post_id, channel_id, text, position,
                 created_at, extras) SELECT $1, brand_id, id, $3, $4, $5, $6, $7 FROM post
                 WHERE id = $2 ON CONFLICT (post_id, channel_id)
                 DO UPDATE SET text = excluded.text, position = excluded.position,
                 extras = excluded.extras"
            ),
            values,
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn set_schedule(
    id: Id<Post>,
    at: Option<&LocalSchedule>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let state = if at.is_some() { "scheduled" } else { "draft" };
    let values = params![
        id,
        state,
        at.map(|at| at.local.to_string()),
        at.map(|at| at.zone.clone()),
        at.map(|at| at.at),
        tx.now()
    ];
    tx.execute(
        sql!(
            "UPDATE post SET state = $2, local_time = $3, zone = $4, due_at = $5,
             updated_at = $6, version = version + 1 WHERE id = $1"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn delete(id: Id<Post>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE post SET deleted_at = $2 WHERE id = $1"), params![id, tx.now()])
        .await
        .map(drop)
}

pub(super) async fn restore(brand: Id<Brand>, id: Id<Post>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE post SET deleted_at = NULL, state = 'draft', local_time = NULL, zone = NULL,
             due_at = NULL WHERE id = $1 AND brand_id = $2 AND deleted_at IS NOT NULL"
        ),
        params![id, brand],
    )
    .await
    .map(drop)
}

pub(super) async fn has_media(
    brand: Id<Brand>,
    media: Id<Media>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT id FROM media WHERE id = $1 AND brand_id = $2"),
            params![media, brand],
        )
        .await?;
    Ok(row.is_some())
}
