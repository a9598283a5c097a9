use database::{Error, Tx, params, sql};
use jiff::SignedDuration;
use platform::{Actor, Brand};
use primitives::Id;

use super::{Back, Change};

/// How long a change can be undone.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

pub(super) async fn keep(
    id: Id<Change>,
    backs: &[Back],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let undo = serde_json::to_string(backs)
        .map_err(|_| Error::other("what undoes a change can't be written"))?;
    tx.execute(sql!("DELETE FROM calendar_change WHERE made_at < $1"), params![tx.now() - KEPT])
        .await?;
    tx.execute(
        sql!(
            "INSERT INTO calendar_change (id, brand_id, undo, made_by, made_at)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![id, actor.brand(), undo, actor.teammate_id(), tx.now()],
    )
    .await
    .map(drop)
}

/// Takes what undoes a change, once.
pub(super) async fn take(
    id: Id<Change>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Option<Vec<Back>>, Error> {
    let row = tx
        .query_opt(
            sql!(
                "UPDATE calendar_change SET undone_at = $3
                 WHERE id = $1 AND brand_id = $2 AND undone_at IS NULL RETURNING undo"
            ),
            params![id, brand, tx.now()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    serde_json::from_str(&row.get::<String>("undo")?)
        .map(Some)
        .map_err(|_| Error::other("what undoes a change can't be read"))
}
