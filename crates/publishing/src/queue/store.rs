use channels::Channel;
use database::{Error, IntoValue, Row, Tx, params, sql};
use jiff::Timestamp;
use jiff::civil::DateTime;
use platform::Brand;
use primitives::Id;

use super::Change;
use super::board::Planned;
use crate::Post;
use crate::slot::Slot;

/// Waits until no other transaction changes the brand's queue.
pub(super) async fn take_turn(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO queue_turn (brand_id, turn) VALUES ($1, 1)
             ON CONFLICT (brand_id) DO UPDATE SET turn = queue_turn.turn + 1"
        ),
        params![brand],
    )
    .await
    .map(drop)
}

/// Forgets the places whose post is no longer scheduled for them.
pub(super) async fn forget_places(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "DELETE FROM queue_place WHERE brand_id = $1 AND NOT EXISTS (
             SELECT 1 FROM post p JOIN variant v ON v.post_id = p.id
             WHERE p.id = queue_place.post_id AND p.state = 'scheduled' AND p.deleted_at IS NULL
             AND p.local_time = queue_place.local_time AND v.channel_id = queue_place.channel_id)"
        ),
        params![brand],
    )
    .await
    .map(drop)
}

/// What is scheduled from an instant on, by time, with the slot of those in the queue.
pub(super) async fn planned(
    brand: Id<Brand>,
    from: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Planned>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT p.id, p.due_at, p.local_time, p.topic_id, p.source,
                 SUBSTR(p.text, 1, 160) AS excerpt, v.channel_id, s.id AS slot_id
                 FROM post p JOIN variant v ON v.post_id = p.id
                 LEFT JOIN queue_place q ON q.post_id = p.id AND q.channel_id = v.channel_id
                 AND q.local_time = p.local_time
                 LEFT JOIN slot s ON s.id = q.slot_id
                 WHERE p.brand_id = $1 AND p.due_at >= $2 AND p.state = 'scheduled'
                 AND p.deleted_at IS NULL ORDER BY p.due_at, p.id, v.position, v.id"
            ),
            params![brand, from],
        )
        .await?;
    rows.iter().map(planned_one).collect()
}

fn planned_one(row: &Row) -> Result<Planned, Error> {
    let local: String = row.get("local_time")?;
    Ok(Planned {
        post: row.get("id")?,
        at: row.get("due_at")?,
        local: local.parse().map_err(|_| Error::other("a scheduled post has no time"))?,
        topic: row.get("topic_id")?,
        excerpt: row.get("excerpt")?,
        recurring: row.get::<String>("source")? == "recurring",
        channel: row.get("channel_id")?,
        slot: row.get("slot_id")?,
    })
}

/// Takes a slot at a reading for a channel; false when another post has it.
pub(super) async fn take(
    brand: Id<Brand>,
    slot: Id<Slot>,
    local: DateTime,
    channel: Id<Channel>,
    post: Id<Post>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let id = tx.new_id::<Slot>();
    let values = params![id, brand, slot, local.to_string(), channel, post, tx.now()];
    let taken = tx
        .execute(
            sql!(
                "INSERT INTO queue_place (id, brand_id, slot_id, local_time, channel_id, post_id,
                 created_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
            ),
            values,
        )
        .await?;
    Ok(taken > 0)
}

pub(super) async fn leave(posts: &[Id<Post>], tx: &mut Tx) -> Result<(), Error> {
    let rows = posts.iter().map(|post| params![*post]).collect();
    tx.execute_many(sql!("DELETE FROM queue_place WHERE post_id = $1"), rows).await.map(drop)
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::other("a change can't be written"))
}

pub(super) async fn insert_change(
    brand: Id<Brand>,
    change: &Change,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![change.id, brand, json(&change.slots)?, json(&change.moves)?, tx.now()];
    tx.execute(
        sql!(
            "INSERT INTO queue_change (id, brand_id, slots, moves, created_at)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn change(
    brand: Id<Brand>,
    id: Id<Change>,
    tx: &mut Tx,
) -> Result<Option<Change>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT slots, moves, undone_at FROM queue_change WHERE brand_id = $1 AND id = $2"
            ),
            params![brand, id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let unreadable = |_| Error::other("a change can't be read");
    Ok(Some(Change {
        id,
        slots: serde_json::from_str(&row.get::<String>("slots")?).map_err(unreadable)?,
        moves: serde_json::from_str(&row.get::<String>("moves")?).map_err(unreadable)?,
        undone: row.get::<Option<Timestamp>>("undone_at")?.is_some(),
    }))
}

pub(super) async fn set_undone(id: Id<Change>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE queue_change SET undone_at = $2 WHERE id = $1"),
        params![id.into_value(), tx.now()],
    )
    .await
    .map(drop)
}
