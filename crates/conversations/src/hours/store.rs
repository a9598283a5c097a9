use std::collections::BTreeMap;

use database::{Error, Tx, params, sql};
use jiff::civil::Date;
use platform::Brand;
use primitives::Id;

use super::day::{DayOfOwn, Opening};
use super::verb::{HoursSetting, OwnDay, Week};
use super::{Holidays, Hours};

const EPOCH: Date = Date::constant(1970, 1, 1);

/// A day as it is stored.
pub(crate) fn number(day: Date) -> i64 {
    EPOCH.until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// A stored day.
pub(crate) fn day(number: i64) -> Option<Date> {
    EPOCH.checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|error| Error::other(error.to_string()))
}

fn text(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::other(error.to_string()))
}

/// The brand's hours, as they are read by clocks.
pub(crate) async fn hours(brand: Id<Brand>, tx: &mut Tx) -> Result<Hours, Error> {
    let found = Brand::for_system(brand, tx).await?;
    let zone = found.map_or(jiff::tz::TimeZone::UTC, |(brand, _)| brand.zone.time_zone().clone());
    let setting = setting(brand, tx).await?;
    let Some(week) = setting.week else { return Ok(Hours::always(zone)) };
    let mut own = BTreeMap::new();
    for given in setting.days {
        let mut day = given.day.from;
        while day <= given.day.until {
            own.insert(day, given.day.openings.clone());
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
    }
    Ok(Hours::new(zone, week, setting.holidays, own))
}

pub(super) async fn setting(brand: Id<Brand>, tx: &mut Tx) -> Result<HoursSetting, Error> {
    let row = tx
        .query_opt(
            sql!("SELECT week, holidays FROM opening_hours WHERE brand_id = $1"),
            params![brand],
        )
        .await?;
    let (mut week, mut holidays) = (None, Holidays::France);
    if let Some(row) = row {
        week = read::<Option<Week>>(&row.get::<String>("week")?)?;
        holidays = row.get("holidays")?;
    }
    let rows = tx
        .query(
            sql!(
                "SELECT id, from_day, until_day, openings, note FROM opening_exception
                 WHERE brand_id = $1 ORDER BY from_day, id"
            ),
            params![brand],
        )
        .await?;
    let mut days = Vec::with_capacity(rows.len());
    for row in rows {
        let date = |name: &str| -> Result<Date, Error> {
            day(row.get(name)?).ok_or_else(|| Error::other("a day beyond calendars"))
        };
        days.push(OwnDay {
            id: row.get("id")?,
            day: DayOfOwn {
                from: date("from_day")?,
                until: date("until_day")?,
                openings: read::<Vec<Opening>>(&row.get::<String>("openings")?)?,
                note: row.get("note")?,
            },
        });
    }
    Ok(HoursSetting { week, holidays, days })
}

pub(super) async fn keep(
    brand: Id<Brand>,
    week: Option<&Week>,
    holidays: Holidays,
    tx: &mut Tx,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "INSERT INTO opening_hours (brand_id, week, holidays, changed_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (brand_id) DO UPDATE SET week = excluded.week,
             holidays = excluded.holidays, changed_at = excluded.changed_at"
        ),
        params![brand, text(&week)?, holidays, tx.now()],
    )
    .await
    .map(drop)
}

pub(super) async fn add_day(
    brand: Id<Brand>,
    given: &DayOfOwn,
    tx: &mut Tx,
) -> Result<Id<OwnDay>, Error> {
    let id = tx.new_id();
    tx.execute(
        sql!(
            "INSERT INTO opening_exception (id, brand_id, from_day, until_day, openings, note,
             created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            id,
            brand,
            number(given.from),
            number(given.until),
            text(&given.openings)?,
            &given.note,
            tx.now()
        ],
    )
    .await?;
    Ok(id)
}

pub(super) async fn remove_day(
    brand: Id<Brand>,
    id: Id<OwnDay>,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let gone = tx
        .execute(
            sql!("DELETE FROM opening_exception WHERE brand_id = $1 AND id = $2"),
            params![brand, id],
        )
        .await?;
    Ok(gone > 0)
}
