use database::{Error, Tx, params, sql};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use platform::Brand;
use primitives::Id;

use super::Campaign;

pub(super) async fn all(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Campaign>, Error> {
    let rows = tx
        .query(
            sql!(
                "SELECT id, brand_id, name, kind, about, colour, starts_on, ends_on, archived_at
                 FROM campaign WHERE brand_id = $1
                 ORDER BY CASE WHEN archived_at IS NULL THEN 0 ELSE 1 END, id DESC"
            ),
            params![brand],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Campaign {
                id: row.get("id")?,
                brand: row.get("brand_id")?,
                name: row.get("name")?,
                kind: row.get("kind")?,
                about: row.get("about")?,
                colour: row.get("colour")?,
                starts_on: row.get::<Option<i64>>("starts_on")?.and_then(date),
                ends_on: row.get::<Option<i64>>("ends_on")?.and_then(date),
                archived: row.get::<Option<Timestamp>>("archived_at")?.is_some(),
            })
        })
        .collect()
}

/// The day that so many days after 1970-01-01 are.
fn date(days: i64) -> Option<Date> {
    Date::constant(1970, 1, 1).checked_add(days.days()).ok()
}
