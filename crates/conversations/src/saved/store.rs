use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Actor, Brand};
use primitives::Id;

use super::{SavedReply, SavedReplyEdit};

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<SavedReply>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, name, text_fr, text_en, used, last_used_at FROM saved_reply
                 WHERE brand_id = $1 AND removed_at IS NULL ORDER BY name, id"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(SavedReply {
                id: row.get("id")?,
                name: row.get("name")?,
                french: row.get("text_fr")?,
                english: row.get("text_en")?,
                used: row.get("used")?,
                last_used_at: row.get("last_used_at")?,
            })
        })
        .collect()
}

pub(super) async fn insert(
    id: Id<SavedReply>,
    edit: &SavedReplyEdit,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        actor.brand(),
        edit.name.as_str(),
        edit.french.as_str(),
        edit.english.as_str(),
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO saved_reply (id, brand_id, name, text_fr, text_en, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(
    brand: Id<Brand>,
    id: Id<SavedReply>,
    edit: &SavedReplyEdit,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values =
        params![brand, id, edit.name.as_str(), edit.french.as_str(), edit.english.as_str()];
    tx.execute(
        sql!(
            "UPDATE saved_reply SET name = $3, text_fr = $4, text_en = $5
             WHERE brand_id = $1 AND id = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn set_removed(
    brand: Id<Brand>,
    id: Id<SavedReply>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE saved_reply SET removed_at = $3 WHERE brand_id = $1 AND id = $2"),
        params![brand, id, at],
    )
    .await
    .map(drop)
}

/// What the messages that each text answered were about, the latest of the brand.
pub(super) async fn uses(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<(Id<SavedReply>, String)>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT saved_reply_id, stems FROM saved_reply_use WHERE brand_id = $1
                 ORDER BY at DESC, id LIMIT 1000"
            ),
            params![brand],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("saved_reply_id")?, row.get("stems")?))).collect()
}

/// Counts one use, and keeps the last `most` messages that it answered.
pub(super) async fn note_use(
    brand: Id<Brand>,
    id: Id<SavedReply>,
    stems: &str,
    most: usize,
    tx: &mut Tx,
) -> Result<(), Error> {
    let now = tx.now();
    tx.execute(
        sql!(
            "UPDATE saved_reply SET used = used + 1, last_used_at = $3
             WHERE brand_id = $1 AND id = $2"
        ),
        params![brand, id, now],
    )
    .await?;
    if stems.is_empty() {
        return Ok(());
    }
    let one = tx.new_id::<SavedReply>();
    tx.execute(
        sql!(
            "INSERT INTO saved_reply_use (id, brand_id, saved_reply_id, stems, at)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![one, brand, id, stems, now],
    )
    .await?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    tx.execute(
        sql!(
            "DELETE FROM saved_reply_use WHERE saved_reply_id = $1 AND id NOT IN
             (SELECT id FROM saved_reply_use WHERE saved_reply_id = $1
              ORDER BY at DESC, id DESC LIMIT $2)"
        ),
        params![id, most],
    )
    .await
    .map(drop)
}
