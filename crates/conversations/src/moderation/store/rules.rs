use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::super::rule::Rule;
use super::{json, of_json};

fn read(row: &Row) -> Result<Rule, Error> {
    Ok(Rule {
        id: row.get("id")?,
        active: row.get("active")?,
        says: of_json(&row.get::<String>("says")?)?,
    })
}

pub async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Rule>, Error> {
    let text = sql!(
        "SELECT id, active, says FROM moderation_rule WHERE brand_id = $1 AND removed_at IS NULL
         ORDER BY position, id"
    );
    tx.query(text, params![brand]).await?.iter().map(read).collect()
}

pub async fn active(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Rule>, Error> {
    let text = sql!(
        "SELECT id, active, says FROM moderation_rule WHERE brand_id = $1 AND removed_at IS NULL
         AND active = TRUE ORDER BY position, id"
    );
    tx.query(text, params![brand]).await?.iter().map(read).collect()
}

pub async fn insert(brand: Id<Brand>, rule: &Rule, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO moderation_rule (id, brand_id, active, name, says, changed_at, position)
             VALUES ($1, $2, $3, $4, $5, $6,
             (SELECT COALESCE(MAX(position), 0) + 1 FROM moderation_rule WHERE brand_id = $2))"
        ),
        params![rule.id, brand, rule.active, &rule.says.name, json(&rule.says)?, tx.now()],
    )
    .await
    .map(drop)
}

pub async fn update(brand: Id<Brand>, rule: &Rule, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE moderation_rule SET active = $3, name = $4, says = $5, changed_at = $6
             WHERE id = $1 AND brand_id = $2"
        ),
        params![rule.id, brand, rule.active, &rule.says.name, json(&rule.says)?, tx.now()],
    )
    .await
    .map(drop)
}

pub async fn set_order(brand: Id<Brand>, order: &[Id<Rule>], tx: &mut Tx) -> Result<(), Error> {
    let rows = order.iter().zip(1i64..).map(|(id, at)| params![*id, brand, at]);
    tx.execute_many(
        sql!("UPDATE moderation_rule SET position = $3 WHERE id = $1 AND brand_id = $2"),
        rows.collect(),
    )
    .await
    .map(drop)
}

pub async fn set_removed(
    brand: Id<Brand>,
    id: Id<Rule>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    // What comes back does so turned off.
    tx.execute(
        sql!(
            "UPDATE moderation_rule SET removed_at = $3, active = FALSE
             WHERE id = $1 AND brand_id = $2"
        ),
        params![id, brand, at],
    )
    .await
    .map(drop)
}
