//! Crises themselves; each part of a room has its own file.

pub(super) mod alerts;
pub(super) mod counting;
pub(super) mod messages;
pub(super) mod parts;
pub(super) mod statements;
pub(super) mod timeline;

use database::{Error, Row, Tx, params, sql};
use platform::{Brand, Teammate};
use primitives::Id;

use super::{Crisis, Level};

const COLUMNS: &str = "id, brand_id, name, level, state, rehearsal, alert_id, words, since, \
    opened_by, opened_at, ended_by, ended_at, lessons";

fn read(row: &Row) -> Result<Crisis, Error> {
    let ended_by: Option<Id<Teammate>> = row.get("ended_by")?;
    let ended_at: Option<jiff::Timestamp> = row.get("ended_at")?;
    Ok(Crisis {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        name: row.get("name")?,
        level: row.get("level")?,
        state: row.get("state")?,
        rehearsal: row.get("rehearsal")?,
        alert: row.get("alert_id")?,
        words: row.get("words")?,
        since: row.get("since")?,
        opened_by: row.get("opened_by")?,
        opened_at: row.get("opened_at")?,
        ended: ended_at.map(|at| (ended_by, at)),
        lessons: row.get("lessons")?,
    })
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Crisis>,
    lock: &str,
    tx: &mut Tx,
) -> Result<Option<Crisis>, Error> {
    let text = format!("SELECT {COLUMNS} FROM crisis WHERE brand_id = $1 AND id = $2{lock}");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn list(brand: Id<Brand>, most: i64, tx: &mut Tx) -> Result<Vec<Crisis>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM crisis WHERE brand_id = $1 ORDER BY opened_at DESC, id DESC LIMIT $2"
    );
    tx.query(&text, params![brand, most]).await?.iter().map(read).collect()
}

pub(super) async fn running(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Crisis>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM crisis WHERE brand_id = $1 AND state = 'running'
         ORDER BY rehearsal, id LIMIT 20"
    );
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

/// Holds the brand until the transaction ends: two alerts, or two crises, are never made at once.
pub(super) async fn hold_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let text = format!("SELECT id FROM brand WHERE id = $1{}", tx.for_update());
    tx.query_opt(&text, params![brand]).await.map(drop)
}

pub(super) async fn insert(crisis: &Crisis, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO crisis (id, brand_id, name, level, state, rehearsal, alert_id, words,
             since, opened_by, opened_at, lessons)
             VALUES ($1, $2, $3, $4, 'running', $5, $6, $7, $8, $9, $10, '')"
        ),
        params![
            crisis.id,
            crisis.brand,
            &crisis.name,
            crisis.level,
            crisis.rehearsal,
            crisis.alert,
            &crisis.words,
            crisis.since,
            crisis.opened_by,
            crisis.opened_at
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn set_level(id: Id<Crisis>, level: Level, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE crisis SET level = $2 WHERE id = $1"), params![id, level])
        .await
        .map(drop)
}

pub(super) async fn set_words(id: Id<Crisis>, words: &str, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE crisis SET words = $2 WHERE id = $1"), params![id, words])
        .await
        .map(drop)
}

pub(super) async fn set_lessons(id: Id<Crisis>, lessons: &str, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE crisis SET lessons = $2 WHERE id = $1"), params![id, lessons])
        .await
        .map(drop)
}

pub(super) async fn end(
    id: Id<Crisis>,
    by: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE crisis SET state = 'ended', ended_by = $2, ended_at = $3 WHERE id = $1"),
        params![id, by, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn remove(id: Id<Crisis>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("DELETE FROM crisis WHERE id = $1"), params![id]).await.map(drop)
}
