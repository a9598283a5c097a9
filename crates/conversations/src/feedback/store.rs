//! Categories.

pub(super) mod cases;
pub(super) mod course;
pub(super) mod due;
pub(super) mod months;
pub(super) mod sources;
pub(super) mod told;

use database::{Error, Row, Tx, params, sql};
use platform::{Actor, Brand};
use primitives::Id;

use super::{Category, NewCategory, StepWords};

macro_rules! select {
    ($rest:expr) => {
        sql!(
            "SELECT k.id, k.name, k.takes, k.owner_id, k.terms, k.filing, k.telling, k.days,
             k.words, COALESCE(t.name, '') AS owner_name FROM feedback_category k
             LEFT JOIN teammate t ON t.id = k.owner_id ",
            $rest
        )
    };
}

fn read(row: &Row) -> Result<Category, Error> {
    let words: StepWords = serde_json::from_str(&row.get::<String>("words")?)
        .map_err(|error| Error::other(format!("a category's words: {error}")))?;
    Ok(Category {
        id: row.get("id")?,
        says: NewCategory {
            name: row.get("name")?,
            takes: row.get("takes")?,
            owner: row.get("owner_id")?,
            terms: row.get("terms")?,
            filing: row.get("filing")?,
            telling: row.get("telling")?,
            days: row.get("days")?,
            words,
        },
        owner_name: row.get("owner_name")?,
    })
}

pub(super) async fn categories(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Category>, Error> {
    let text = select!("WHERE k.brand_id = $1 AND k.removed_at IS NULL ORDER BY k.name, k.id");
    tx.query(text, params![brand]).await?.iter().map(read).collect()
}

/// One, removed or not: what was filed in it is told as before.
pub(super) async fn category(
    brand: Id<Brand>,
    id: Id<Category>,
    tx: &mut Tx,
) -> Result<Option<Category>, Error> {
    let text = select!("WHERE k.brand_id = $1 AND k.id = $2");
    tx.query_opt(text, params![brand, id]).await?.as_ref().map(read).transpose()
}

fn words(new: &NewCategory) -> Result<String, Error> {
    serde_json::to_string(&new.words).map_err(|error| Error::other(error.to_string()))
}

pub(super) async fn add_category(
    id: Id<Category>,
    new: &NewCategory,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO feedback_category (id, brand_id, name, takes, owner_id, terms, filing,
             telling, days, words, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        params![
            id,
            actor.brand(),
            &new.name,
            new.takes,
            new.owner,
            &new.terms,
            new.filing,
            new.telling,
            new.days,
            words(new)?,
            tx.now()
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn edit_category(
    id: Id<Category>,
    new: &NewCategory,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE feedback_category SET name = $3, takes = $4, owner_id = $5, terms = $6,
             filing = $7, telling = $8, days = $9, words = $10 WHERE brand_id = $1 AND id = $2"
        ),
        params![
            actor.brand(),
            id,
            &new.name,
            new.takes,
            new.owner,
            &new.terms,
            new.filing,
            new.telling,
            new.days,
            words(new)?
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn remove_category(
    id: Id<Category>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE feedback_category SET removed_at = $3 WHERE brand_id = $1 AND id = $2"),
        params![actor.brand(), id, tx.now()],
    )
    .await
    .map(drop)
}
