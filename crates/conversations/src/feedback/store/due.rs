//! Cases whose owner is to be reminded.

use database::{Error, Tx, params, sql};
use jiff::Timestamp;
use platform::{Brand, Teammate};
use primitives::Id;

use crate::feedback::{Case, Category};

/// A case whose owner is to be reminded.
pub(in crate::feedback) struct Due {
    pub case: Id<Case>,
    pub brand: Id<Brand>,
    pub owner: Id<Teammate>,
    pub title: String,
}

pub(in crate::feedback) async fn list(
    most: usize,
    to_hold: bool,
    tx: &mut Tx,
) -> Result<Vec<Due>, Error> {
    let lock = if to_hold { tx.for_update_skip_locked() } else { "" };
    let now = tx.now();
    let text = format!(
        "SELECT id, brand_id, category_id, title FROM feedback_case
         WHERE remind_at IS NOT NULL AND remind_at <= $1 ORDER BY remind_at, id LIMIT $2{lock}"
    );
    let rows = tx.query(&text, params![now, most]).await?;
    let mut due = Vec::with_capacity(rows.len());
    for row in &rows {
        let owner = tx
            .query_one(
                sql!("SELECT owner_id FROM feedback_category WHERE id = $1"),
                params![row.get::<Id<Category>>("category_id")?],
            )
            .await?;
        due.push(Due {
            case: row.get("id")?,
            brand: row.get("brand_id")?,
            owner: owner.get("owner_id")?,
            title: row.get("title")?,
        });
    }
    Ok(due)
}

pub(in crate::feedback) async fn remind_at(
    case: Id<Case>,
    at: Timestamp,
    tx: &mut Tx,
) -> Result<(), Error> {
    let text = sql!("UPDATE feedback_case SET remind_at = $2 WHERE id = $1");
    tx.execute(text, params![case, at]).await.map(drop)
}
