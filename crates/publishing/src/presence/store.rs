use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use super::Present;
use crate::post::Post;

pub(super) async fn note(post: &Post, teammate: Id<Teammate>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO post_presence (post_id, teammate_id, brand_id, seen_at)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (post_id, teammate_id) DO UPDATE SET seen_at = excluded.seen_at"
        ),
        params![post.id, teammate, post.brand, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn forget(
    post: Id<Post>,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM post_presence WHERE post_id = $1 AND teammate_id = $2"),
        params![post, teammate],
    )
    .await
    .map(drop)
}

pub(super) async fn sweep(before: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM post_presence WHERE seen_at < $1"), params![before])
        .await
        .map(drop)
}

pub(super) async fn since(
    brand: Id<Brand>,
    post: Id<Post>,
    since: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Present>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.teammate_id, t.name, p.seen_at FROM post_presence p
                 JOIN teammate t ON t.id = p.teammate_id
                 WHERE p.brand_id = $1 AND p.post_id = $2 AND p.seen_at >= $3
                 ORDER BY t.name, p.teammate_id"
            ),
            params![brand, post, since],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Present {
                teammate: row.get("teammate_id")?,
                name: row.get("name")?,
                seen_at: row.get("seen_at")?,
            })
        })
        .collect()
}
