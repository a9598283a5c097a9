use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use jiff::civil::DateTime;
use platform::Brand;
use primitives::Id;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Outcome, Recurrence, RecurrenceEdit, RecurrenceState, Run};
use crate::Post;

const COLUMNS: &str = "id, brand_id, state, rhythm, texts, piece, ends_when_used, seen_until, \
    created_by, created_at, ended_at";

fn json<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::other("a recurrence can't be written"))
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::other("a recurrence can't be read"))
}

fn read(row: &Row) -> Result<Recurrence, Error> {
    Ok(Recurrence {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        state: row.get("state")?,
        rhythm: of_json(&row.get::<String>("rhythm")?)?,
        texts: of_json(&row.get::<String>("texts")?)?,
        piece: of_json(&row.get::<String>("piece")?)?,
        ends_when_used: row.get("ends_when_used")?,
        seen_until: row.get("seen_until")?,
        created_by: row.get("created_by")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    })
}

pub(super) async fn insert(recurrence: &Recurrence, tx: &mut Tx) -> Result<(), Error> {
    let values = params![
        recurrence.id,
        recurrence.brand,
        recurrence.state,
        json(&recurrence.rhythm)?,
        json(&recurrence.texts)?,
        json(&recurrence.piece)?,
        recurrence.ends_when_used,
        recurrence.seen_until,
        recurrence.created_by,
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO recurrence (id, brand_id, state, rhythm, texts, piece, ends_when_used,
             seen_until, due_at, created_by, created_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $10, $9, $10, $10)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Recurrence>,
    tx: &mut Tx,
) -> Result<Option<Recurrence>, Error> {
    let text = format!("SELECT {COLUMNS} FROM recurrence WHERE brand_id = $1 AND id = $2");
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Recurrence>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM recurrence WHERE brand_id = $1
         ORDER BY CASE WHEN state = 'ended' THEN 1 ELSE 0 END, id DESC"
    );
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

/// Those whose next post may be due to be made.
pub(super) async fn due(tx: &mut Tx) -> Result<Vec<(Id<Recurrence>, Id<Brand>)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id FROM recurrence WHERE state = 'active' AND due_at <= $1
                 ORDER BY due_at, id LIMIT 500"
            ),
            params![tx.now()],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("brand_id")?))).collect()
}

pub(super) async fn set_due(
    id: Id<Recurrence>,
    due_at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(sql!("UPDATE recurrence SET due_at = $2 WHERE id = $1"), params![id, due_at])
        .await
        .map(drop)
}

pub(super) async fn see(id: Id<Recurrence>, until: Timestamp, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(sql!("UPDATE recurrence SET seen_until = $2 WHERE id = $1"), params![id, until])
        .await
        .map(drop)
}

pub(super) async fn set_state(
    id: Id<Recurrence>,
    state: RecurrenceState,
    tx: &mut Tx,
) -> Result<(), Error> {
    let ended = (state == RecurrenceState::Ended).then(|| tx.now());
    tx.execute(
        sql!("UPDATE recurrence SET state = $2, ended_at = $3, updated_at = $4 WHERE id = $1"),
        params![id, state, ended, tx.now()],
    )
    .await
    .map(drop)
}

/// Writes what it becomes; everything after `seen_until` is to be decided.
pub(super) async fn write(
    id: Id<Recurrence>,
    edit: &RecurrenceEdit,
    seen_until: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        json(&edit.rhythm)?,
        json(&edit.texts)?,
        json(&edit.piece)?,
        edit.ends_when_used,
        seen_until,
        tx.now()
    ];
    tx.execute(
        sql!(
            "UPDATE recurrence SET rhythm = $2, texts = $3, piece = $4, ends_when_used = $5,
             seen_until = $6, due_at = $7, updated_at = $7 WHERE id = $1"
        ),
        values,
    )
    .await
    .map(drop)
}

fn run(row: &Row) -> Result<Run, Error> {
    let occurrence: String = row.get("occurrence")?;
    let variation: i64 = row.get("variation")?;
    Ok(Run {
        occurrence: occurrence.parse().map_err(|_| Error::other("a run has no time"))?,
        at: row.get("at")?,
        outcome: row.get("outcome")?,
        variation: usize::try_from(variation).unwrap_or(0),
        post: row.get("post_id")?,
        made_version: row.get("made_version")?,
    })
}

/// What was decided, by time.
pub(super) async fn runs(id: Id<Recurrence>, tx: &mut Tx) -> Result<Vec<Run>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT occurrence, at, outcome, variation, post_id, made_version
                 FROM recurrence_run WHERE recurrence_id = $1 ORDER BY at, id"
            ),
            params![id],
        )
        .await?;
    rows.iter().map(run).collect()
}

pub(super) async fn run_of_post(
    brand: Id<Brand>,
    post: Id<Post>,
    tx: &mut Tx,
) -> Result<Option<(Id<Recurrence>, Run)>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT recurrence_id, occurrence, at, outcome, variation, post_id, made_version
                 FROM recurrence_run WHERE brand_id = $1 AND post_id = $2 ORDER BY id"
            ),
            params![brand, post],
        )
        .await?;
    row.map(|row| Ok((row.get("recurrence_id")?, run(&row)?))).transpose()
}

/// Decides a time; false when it was decided already, by this instance or another.
pub(super) async fn insert_run(
    recurrence: &Recurrence,
    run: &Run,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let id = tx.new_id::<Run>();
    let values = params![
        id,
        recurrence.brand,
        recurrence.id,
        run.occurrence.to_string(),
        run.at,
        run.outcome,
        i64::try_from(run.variation).unwrap_or(0),
        run.post,
        run.made_version,
        tx.now()
    ];
    let inserted = tx
        .execute(
            sql!(
                "INSERT INTO recurrence_run (id, brand_id, recurrence_id, occurrence, at, outcome,
                 variation, post_id, made_version, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                 ON CONFLICT (recurrence_id, occurrence) DO NOTHING"
            ),
            values,
        )
        .await?;
    Ok(inserted > 0)
}

pub(super) async fn made(
    id: Id<Recurrence>,
    occurrence: DateTime,
    outcome: Outcome,
    variation: usize,
    post: &Post,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        occurrence.to_string(),
        outcome,
        i64::try_from(variation).unwrap_or(0),
        post.id,
        post.version
    ];
    tx.execute(
        sql!(
            "UPDATE recurrence_run SET outcome = $3, variation = $4, post_id = $5,
             made_version = $6 WHERE recurrence_id = $1 AND occurrence = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn set_outcome(
    id: Id<Recurrence>,
    occurrence: DateTime,
    outcome: Outcome,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE recurrence_run SET outcome = $3, post_id = NULL WHERE recurrence_id = $1
             AND occurrence = $2"
        ),
        params![id, occurrence.to_string(), outcome],
    )
    .await
    .map(drop)
}

pub(super) async fn forget_run(
    id: Id<Recurrence>,
    occurrence: DateTime,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("DELETE FROM recurrence_run WHERE recurrence_id = $1 AND occurrence = $2"),
        params![id, occurrence.to_string()],
    )
    .await
    .map(drop)
}

/// What was decided from an instant on belongs to another recurrence from now on.
pub(super) async fn hand_over(
    from: Id<Recurrence>,
    to: Id<Recurrence>,
    at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE recurrence_run SET recurrence_id = $2 WHERE recurrence_id = $1 AND at >= $3"),
        params![from, to, at],
    )
    .await
    .map(drop)
}
