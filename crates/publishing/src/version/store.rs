use database::{Error, Row, Tx, params, sql};
use platform::{Actor, Brand};
use primitives::Id;

use super::{Said, Version};
use crate::post::Post;

fn read(row: &Row) -> Result<Version, Error> {
    let content: String = row.get("content")?;
    Ok(Version {
        id: row.get("id")?,
        post: row.get("post_id")?,
        number: row.get("number")?,
        author: row.get("author_id")?,
        said: serde_json::from_str(&content)
            .map_err(|_| Error::other("a version can't be read"))?,
        begun_at: row.get("begun_at")?,
        saved_at: row.get("saved_at")?,
        restored_from: row.get("restored_from")?,
    })
}

fn written(said: &Said) -> Result<String, Error> {
    serde_json::to_string(said).map_err(|_| Error::other("a version can't be written"))
}

/// The most versions that are shown; older ones stay.
const MOST: usize = 200;

pub(super) async fn of_post(
    brand: Id<Brand>,
    post: Id<Post>,
    tx: &mut Tx,
) -> Result<Vec<Version>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, post_id, number, author_id, content, begun_at, saved_at, restored_from
                 FROM post_version WHERE brand_id = $1 AND post_id = $2
                 ORDER BY number DESC LIMIT 200"
            ),
            params![brand, post],
        )
        .await?;
    debug_assert!(rows.len() <= MOST);
    rows.iter().map(read).collect()
}

/// The last one, and whether it is closed.
pub(super) async fn last(post: Id<Post>, tx: &mut Tx) -> Result<Option<(Version, bool)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT id, post_id, number, author_id, content, begun_at, saved_at, restored_from, closed
                 FROM post_version WHERE post_id = $1 ORDER BY number DESC LIMIT 1"
            ),
            params![post],
        )
        .await?;
    row.map(|row| Ok((read(&row)?, row.get("closed")?))).transpose()
}

pub(super) async fn insert(
    post: &Post,
    said: &Said,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        tx.new_id::<Version>(),
        post.brand,
        post.id,
        actor.teammate_id(),
        written(said)?,
        tx.now(),
        false
    ];
    tx.execute(
        sql!(
            "INSERT INTO post_version (id, brand_id, post_id, number, author_id, content,
             begun_at, saved_at, closed)
             SELECT $1, $2, id, (SELECT COALESCE(MAX(v.number), 0) + 1 FROM post_version v
              WHERE v.post_id = $3), $4, $5, $6, $6, $7 FROM post WHERE id = $3"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn join(id: Id<Version>, said: &Said, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE post_version SET content = $2, saved_at = $3 WHERE id = $1"),
        params![id, written(said)?, tx.now()],
    )
    .await
    .map(drop)
}

/// Nothing joins the post's versions any more.
pub(super) async fn close(post: Id<Post>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE post_version SET closed = $2 WHERE post_id = $1 AND closed <> $2"),
        params![post, true],
    )
    .await
    .map(drop)
}

/// The version just made brings another back; nothing joins it.
pub(super) async fn note_restored(
    post: Id<Post>,
    from: Id<Version>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE post_version SET restored_from = $2, closed = $3
             WHERE post_id = $1 AND closed <> $3"
        ),
        params![post, from, true],
    )
    .await
    .map(drop)
}
