use std::collections::HashSet;

use channels::feeds::{Feed as ReadFeed, FeedItem};
use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Actor;
use platform::Brand;
use primitives::Id;

use super::{Feed, FeedRule, FeedState};
use crate::Post;

const COLUMNS: &str = "id, brand_id, url, title, site_url, state, trouble, failures, checked_at, \
    due_at, rule, etag, last_modified";

fn read(row: &Row) -> Result<Feed, Error> {
    Ok(Feed {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        url: row.get("url")?,
        title: row.get("title")?,
        site_url: row.get("site_url")?,
        state: row.get("state")?,
        trouble: row.get("trouble")?,
        failures: row.get("failures")?,
        checked_at: row.get("checked_at")?,
        due_at: row.get("due_at")?,
        // A rule that a later version wrote and this one can't read asks for nothing special.
        rule: serde_json::from_str(&row.get::<String>("rule")?).unwrap_or_default(),
    })
}

pub(super) async fn insert(
    feed: &Feed,
    answer: &ReadFeed,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        feed.id,
        feed.brand,
        &feed.url,
        &feed.title,
        feed.site_url.clone(),
        answer.etag.clone(),
        answer.last_modified.clone(),
        feed.state,
        tx.now(),
        feed.due_at,
        actor.teammate_id()
    ];
    tx.execute(
        sql!(
            "INSERT INTO feed (id, brand_id, url, title, site_url, etag, last_modified, state,
             checked_at, due_at, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn set_rule(id: Id<Feed>, rule: &FeedRule, tx: &mut Tx) -> Result<(), Error> {
    let rule = serde_json::to_string(rule).map_err(|_| Error::other("a rule is JSON"))?;
    tx.execute(sql!("UPDATE feed SET rule = $2 WHERE id = $1"), params![id, rule]).await.map(drop)
}

pub(super) async fn by_url(
    brand: Id<Brand>,
    url: &str,
    tx: &mut Tx,
) -> Result<Option<Id<Feed>>, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT id FROM feed WHERE brand_id = $1 AND url = $2"),
            params![brand, url],
        )
        .await?;
    row.map(|row| row.get("id")).transpose()
}

pub(super) async fn load(id: Id<Feed>, tx: &mut Tx) -> Result<Option<Feed>, Error> {
    Ok(load_with_marks(id, tx).await?.map(|(feed, _, _)| feed))
}

/// The feed, its ETag and its Last-Modified.
pub(super) async fn load_with_marks(
    id: Id<Feed>,
    tx: &mut Tx,
) -> Result<Option<(Feed, Option<String>, Option<String>)>, Error> {
    let text = format!("SELECT {COLUMNS} FROM feed WHERE id = $1");
    let Some(row) = tx.query_opt(&text, params![id]).await? else { return Ok(None) };
    Ok(Some((read(&row)?, row.get("etag")?, row.get("last_modified")?)))
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Feed>, Error> {
    let text = format!("SELECT {COLUMNS} FROM feed WHERE brand_id = $1 ORDER BY title, id");
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

pub(super) async fn due(most: i64, tx: &mut Tx) -> Result<Vec<(Id<Feed>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id FROM feed WHERE state = 'followed' AND due_at <= $1
                 ORDER BY due_at, id LIMIT $2"
            ),
            params![tx.now(), most],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("brand_id")?))).collect()
}

pub(super) async fn seen(feed: Id<Feed>, tx: &mut Tx) -> Result<HashSet<String>, Error> {
    let rows = tx
        .query(
            sql!("SELECT item_key FROM feed_item WHERE feed_id = $1 ORDER BY item_key"),
            params![feed],
        )
        .await?;
    rows.iter().map(|row| row.get("item_key")).collect()
}

/// Whether this is the first to mark it.
pub(super) async fn mark_seen(feed: Id<Feed>, key: &str, tx: &mut Tx) -> Result<bool, Error> {
    let marked = tx.execute(MARK, params![feed, key, tx.now()]).await?;
    Ok(marked > 0)
}

const MARK: &str = "INSERT INTO feed_item (feed_id, item_key, seen_at) VALUES ($1, $2, $3)
     ON CONFLICT (feed_id, item_key) DO NOTHING";

pub(super) async fn mark_all_seen(
    feed: Id<Feed>,
    items: &[FeedItem],
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    let rows = items.iter().map(|item| params![feed, &item.key, now]).collect();
    tx.execute_many(MARK, rows).await.map(drop)
}

pub(super) async fn drafted(
    feed: Id<Feed>,
    key: &str,
    post: Id<Post>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE feed_item SET post_id = $3 WHERE feed_id = $1 AND item_key = $2"),
        params![feed, key, post],
    )
    .await
    .map(drop)
}

pub(super) async fn read_well(
    id: Id<Feed>,
    answer: &ReadFeed,
    next: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        Some(&answer.title).filter(|title| !title.is_empty()),
        answer.site_url.clone(),
        answer.etag.clone(),
        answer.last_modified.clone(),
        tx.now(),
        next
    ];
    tx.execute(
        sql!(
            "UPDATE feed SET title = COALESCE($2, title), site_url = COALESCE($3, site_url),
             etag = $4, last_modified = $5, checked_at = $6, due_at = $7, trouble = NULL,
             failures = 0 WHERE id = $1"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn unchanged(id: Id<Feed>, next: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE feed SET checked_at = $2, due_at = $3, trouble = NULL, failures = 0
             WHERE id = $1"
        ),
        params![id, tx.now(), next],
    )
    .await
    .map(drop)
}

pub(super) async fn failed(
    id: Id<Feed>,
    trouble: &str,
    gone: bool,
    next: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    let state = if gone { FeedState::Gone } else { FeedState::Followed };
    tx.execute(
        sql!(
            "UPDATE feed SET state = $2, trouble = $3, failures = failures + 1, checked_at = $4,
             due_at = $5 WHERE id = $1"
        ),
        params![id, state, trouble, tx.now(), next],
    )
    .await
    .map(drop)
}

pub(super) async fn set_state(id: Id<Feed>, state: FeedState, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE feed SET state = $2, due_at = $3 WHERE id = $1"),
        params![id, state, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn delete(id: Id<Feed>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM feed WHERE id = $1"), params![id]).await.map(drop)
}
