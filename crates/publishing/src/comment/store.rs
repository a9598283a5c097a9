use database::{Error, Row, Tx, params, sql};
use platform::{Actor, Brand, Teammate};
use primitives::Id;

use super::Comment;
use crate::post::Post;

macro_rules! select {
    () => {
        "SELECT id, brand_id, post_id, channel_id, teammate_id, name, words, shared, created_at, \
         edited_at, resolved_at FROM post_comment "
    };
}

pub(super) async fn of_post(
    brand: Id<Brand>,
    post: Id<Post>,
    tx: &mut Tx,
) -> Result<Vec<Comment>, Error> {
    let rows = tx
        .query(
            sql!(
                select!(),
                "WHERE brand_id = $1 AND post_id = $2 AND deleted_at IS NULL ORDER BY id LIMIT 500"
            ),
            params![brand, post],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Comment>,
    tx: &mut Tx,
) -> Result<Option<Comment>, Error> {
    let row = tx
        .query_opt(
            sql!(select!(), "WHERE brand_id = $1 AND id = $2 AND deleted_at IS NULL ORDER BY id"),
            params![brand, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Comment, Error> {
    Ok(Comment {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        post: row.get("post_id")?,
        channel: row.get("channel_id")?,
        teammate: row.get("teammate_id")?,
        name: row.get("name")?,
        words: row.get("words")?,
        shared: row.get("shared")?,
        created_at: row.get("created_at")?,
        edited_at: row.get("edited_at")?,
        resolved_at: row.get("resolved_at")?,
    })
}

pub(super) async fn insert(comment: &Comment, tx: &mut Tx) -> Result<(), Error> {
    let values = params![
        comment.id,
        comment.brand,
        comment.post,
        comment.channel,
        comment.teammate,
        comment.name.as_str(),
        comment.words.as_str(),
        comment.shared,
        comment.created_at
    ];
    tx.execute(
        sql!(
            "INSERT INTO post_comment (id, brand_id, post_id, channel_id, teammate_id, name, words,
             shared, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn reword(id: Id<Comment>, words: &str, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!("UPDATE post_comment SET words = $2, edited_at = $3 WHERE id = $1"),
        params![id, words, now],
    )
    .await
    .map(drop)
}

pub(super) async fn remove(id: Id<Comment>, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(sql!("UPDATE post_comment SET deleted_at = $2 WHERE id = $1"), params![id, now])
        .await
        .map(drop)
}

pub(super) async fn resolve(
    id: Id<Comment>,
    settled: bool,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let at = settled.then(|| tx.now());
    let by = actor.teammate_id().filter(|_| settled);
    tx.execute(
        sql!("UPDATE post_comment SET resolved_at = $2, resolved_by = $3 WHERE id = $1"),
        params![id, at, by],
    )
    .await
    .map(drop)
}

/// Who may be spoken to in a brand.
pub(super) async fn team(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<(Id<Teammate>, String)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT t.id, t.name FROM membership m JOIN teammate t ON t.id = m.teammate_id
                 WHERE m.brand_id = $1 AND t.disabled_at IS NULL ORDER BY t.name, t.id"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
}
