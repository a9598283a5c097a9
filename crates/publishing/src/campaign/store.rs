use database::{Error, Row, Tx, params, sql};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use platform::{Actor, Brand};
use primitives::Id;

use super::{Campaign, CampaignEdit};

const COLUMNS: &str = "id, brand_id, name, kind, about, colour, starts_on, ends_on, day, \
    archived_at";

fn read(row: &Row) -> Result<Campaign, Error> {
    Ok(Campaign {
        id: row.get("id")?,
        brand: row.get("brand_id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        about: row.get("about")?,
        colour: row.get("colour")?,
        starts_on: row.get::<Option<i64>>("starts_on")?.and_then(date),
        ends_on: row.get::<Option<i64>>("ends_on")?.and_then(date),
        day: row.get::<Option<i64>>("day")?.and_then(date),
        archived: row.get::<Option<Timestamp>>("archived_at")?.is_some(),
    })
}

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Campaign>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM campaign WHERE brand_id = $1 AND removed_at IS NULL
         ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, id DESC"
    );
    tx.query(&text, params![brand]).await?.iter().map(read).collect()
}

pub(super) async fn load(
    brand: Id<Brand>,
    id: Id<Campaign>,
    tx: &mut Tx,
) -> Result<Option<Campaign>, Error> {
    let text = format!(
        "SELECT {COLUMNS} FROM campaign WHERE brand_id = $1 AND id = $2 AND removed_at IS NULL"
    );
    tx.query_opt(&text, params![brand, id]).await?.as_ref().map(read).transpose()
}

pub(super) async fn was_ever(
    brand: Id<Brand>,
    id: Id<Campaign>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let text = sql!("SELECT id FROM campaign WHERE brand_id = $1 AND id = $2");
    Ok(tx.query_opt(text, params![brand, id]).await?.is_some())
}

pub(super) async fn insert(
    id: Id<Campaign>,
    edit: &CampaignEdit,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        actor.brand(),
        edit.name.as_str(),
        edit.kind,
        edit.about.as_str(),
        edit.colour.as_str(),
        edit.starts_on.map(days),
        edit.ends_on.map(days),
        edit.day.map(days),
        actor.teammate_id(),
        tx.now()
    ];
    tx.execute(
        sql!(
            "INSERT INTO campaign (id, brand_id, name, kind, about, colour, starts_on, ends_on,
             day, created_by, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn update(
    id: Id<Campaign>,
    edit: &CampaignEdit,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let values = params![
        id,
        brand,
        edit.name.as_str(),
        edit.kind,
        edit.about.as_str(),
        edit.colour.as_str(),
        edit.starts_on.map(days),
        edit.ends_on.map(days)
    ];
    tx.execute(
        sql!(
            "UPDATE campaign SET name = $3, kind = $4, about = $5, colour = $6, starts_on = $7,
             ends_on = $8 WHERE id = $1 AND brand_id = $2"
        ),
        values,
    )
    .await
    .map(drop)
}

pub(super) async fn archive(
    id: Id<Campaign>,
    archived: bool,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let at = archived.then(|| tx.now());
    let text = sql!("UPDATE campaign SET archived_at = $3 WHERE id = $1 AND brand_id = $2");
    tx.execute(text, params![id, brand, at]).await.map(drop)
}

pub(super) async fn remove(id: Id<Campaign>, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("UPDATE campaign SET removed_at = $3 WHERE id = $1 AND brand_id = $2");
    let now = tx.now();
    tx.execute(text, params![id, brand, now]).await.map(drop)
}

pub(super) async fn restore(id: Id<Campaign>, brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    let text = sql!("UPDATE campaign SET removed_at = NULL WHERE id = $1 AND brand_id = $2");
    tx.execute(text, params![id, brand]).await.map(drop)
}

/// Days since 1970-01-01.
pub(super) fn days(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    (date - epoch).get_days().into()
}

/// The day that so many days after 1970-01-01 are.
pub(super) fn date(days: i64) -> Option<Date> {
    let span = 0.days().try_days(days).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}
