use database::{Error, Row, Tx, params, sql};
use jiff::Timestamp;
use platform::Brand;
use primitives::Id;

use super::super::clause::{Clause, ClauseEdit, HouseRules};

fn read(row: &Row) -> Result<Clause, Error> {
    Ok(Clause {
        id: row.get("id")?,
        number: row.get("number")?,
        says: ClauseEdit {
            title_french: row.get("title_french")?,
            title_english: row.get("title_english")?,
            french: row.get("french")?,
            english: row.get("english")?,
        },
        changed_at: row.get("changed_at")?,
    })
}

pub async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Clause>, Error> {
    let text = sql!(
        "SELECT id, number, title_french, title_english, french, english, changed_at
         FROM house_clause WHERE brand_id = $1 AND removed_at IS NULL ORDER BY number"
    );
    tx.query(text, params![brand]).await?.iter().map(read).collect()
}

/// The last number given, to one that was taken away too.
pub async fn last_number(brand: Id<Brand>, tx: &mut Tx) -> Result<i64, Error> {
    let text =
        sql!("SELECT COALESCE(MAX(number), 0) AS last FROM house_clause WHERE brand_id = $1");
    tx.query_one(text, params![brand]).await?.get("last")
}

pub async fn insert(brand: Id<Brand>, clause: &Clause, tx: &mut Tx) -> Result<(), Error> {
    let says = &clause.says;
    tx.execute(
        sql!(
            "INSERT INTO house_clause (id, brand_id, number, title_french, title_english, french,
             english, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            clause.id,
            brand,
            clause.number,
            &says.title_french,
            &says.title_english,
            &says.french,
            &says.english,
            tx.now()
        ],
    )
    .await
    .map(drop)
}

pub async fn update(brand: Id<Brand>, clause: &Clause, tx: &mut Tx) -> Result<(), Error> {
    let says = &clause.says;
    tx.execute(
        sql!(
            "UPDATE house_clause SET title_french = $3, title_english = $4, french = $5,
             english = $6, changed_at = $7 WHERE id = $1 AND brand_id = $2"
        ),
        params![
            clause.id,
            brand,
            &says.title_french,
            &says.title_english,
            &says.french,
            &says.english,
            tx.now()
        ],
    )
    .await
    .map(drop)
}

pub async fn set_removed(
    brand: Id<Brand>,
    id: Id<Clause>,
    at: Option<Timestamp>,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!("UPDATE house_clause SET removed_at = $3 WHERE id = $1 AND brand_id = $2"),
        params![id, brand, at],
    )
    .await
    .map(drop)
}

pub async fn rules(brand: Id<Brand>, tx: &mut Tx) -> Result<HouseRules, Error> {
    let row = tx
        .query_opt(
            sql!(
                "SELECT opened, lead_french, lead_english, changed_at FROM house_rules
                 WHERE brand_id = $1"
            ),
            params![brand],
        )
        .await?;
    let Some(row) = row else { return Ok(HouseRules::default()) };
    Ok(HouseRules {
        open: row.get("opened")?,
        lead_french: row.get("lead_french")?,
        lead_english: row.get("lead_english")?,
        changed_at: Some(row.get("changed_at")?),
    })
}

pub async fn set_rules(
    brand: Id<Brand>,
    open: bool,
    french: &str,
    english: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO house_rules (brand_id, opened, lead_french, lead_english, changed_at)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (brand_id) DO UPDATE SET opened = excluded.opened,
             lead_french = excluded.lead_french, lead_english = excluded.lead_english,
             changed_at = excluded.changed_at"
        ),
        params![brand, open, french, english, tx.now()],
    )
    .await
    .map(drop)
}

/// Notes that they changed.
pub async fn touch(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO house_rules (brand_id, opened, lead_french, lead_english, changed_at)
             VALUES ($1, FALSE, '', '', $2)
             ON CONFLICT (brand_id) DO UPDATE SET changed_at = excluded.changed_at"
        ),
        params![brand, tx.now()],
    )
    .await
    .map(drop)
}

pub async fn brand_at(slug: &str, tx: &mut Tx) -> Result<Option<Id<Brand>>, Error> {
    let text = sql!("SELECT id FROM brand WHERE slug = $1");
    tx.query_opt(text, params![slug]).await?.map(|row| row.get("id")).transpose()
}
