//! What a month brought, with what the figures cover.

use std::collections::BTreeMap;

use database::{Error, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use platform::{Brand, Teammate};
use primitives::Id;

use super::store::months;
use super::{Case, CaseState, Category};

/// What a month brought to an owner, or to the brand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Month {
    /// By category, by name.
    pub categories: Vec<CategoryFigures>,
    /// The case that has been open longest, and since when.
    pub oldest: Option<(Id<Case>, String, Timestamp)>,
    /// Messages of the month that read as a suggestion or a complaint, spam apart.
    pub read: i64,
    /// How many of them were filed.
    pub filed: i64,
}

/// The cases of one category.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CategoryFigures {
    /// Its name.
    pub name: String,
    /// How many came within the month.
    pub came: i64,
    /// How many ended within the month, done.
    pub done: i64,
    /// How many ended within the month, declined.
    pub declined: i64,
    /// How many are open at its end, whenever they came.
    pub open: i64,
    /// How many of these take longer than they may.
    pub sleeping: i64,
    /// How many days those that ended took, the middle one; none when none ended.
    pub days: Option<i64>,
}

/// The month before an instant, in the brand's zone: `2026-11`.
pub(super) fn month_before(brand: &Brand, now: Timestamp) -> String {
    let first = now.to_zoned(brand.zone.time_zone().clone()).date().first_of_month();
    let before = first.yesterday().unwrap_or(first);
    format!("{:04}-{:02}", before.year(), before.month())
}

/// What a month brought: to one owner, or to the whole brand.
///
/// # Errors
/// What the database met.
pub async fn month_of(
    brand: &Brand,
    month: &str,
    owner: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<Option<Month>, Error> {
    let Some((from, until)) = bounds(brand, month) else { return Ok(None) };
    let rows = months::cases(brand.id, until, tx).await?;
    let mut found = Month::default();
    let mut by: BTreeMap<(String, Id<Category>), (CategoryFigures, Vec<i64>)> = BTreeMap::new();
    let end = until.min(tx.now());
    for row in &rows {
        if owner.is_some_and(|owner| row.get::<Id<Teammate>>("owner_id").ok() != Some(owner)) {
            continue;
        }
        let (name, category) = (row.get::<String>("name")?, row.get("category_id")?);
        let (figures, took) = by.entry((name.clone(), category)).or_default();
        figures.name = name;
        let filed: Timestamp = row.get("filed_at")?;
        let closed = row.get::<Option<Timestamp>>("closed_at")?.filter(|at| *at < until);
        figures.came += i64::from(filed >= from);
        match closed {
            Some(at) if at >= from => {
                let done = row.get::<CaseState>("state")? == CaseState::Done;
                *(if done { &mut figures.done } else { &mut figures.declined }) += 1;
                took.push(at.duration_since(filed).as_hours() / 24);
            }
            Some(_) => {}
            None => {
                figures.open += 1;
                figures.sleeping += i64::from(row.get::<Timestamp>("due_at")? < end);
                if found.oldest.as_ref().is_none_or(|(.., since)| filed < *since) {
                    found.oldest = Some((row.get("id")?, row.get("title")?, filed));
                }
            }
        }
    }
    for (mut figures, mut took) in by.into_values() {
        took.sort_unstable();
        figures.days = took.get(took.len() / 2).copied();
        found.categories.push(figures);
    }
    (found.read, found.filed) = months::coverage(brand.id, from, until, tx).await?;
    Ok(Some(found))
}

fn bounds(brand: &Brand, month: &str) -> Option<(Timestamp, Timestamp)> {
    let first: Date = format!("{month}-01").parse().ok()?;
    let next = first.last_of_month().tomorrow().ok()?;
    let at = |date: Date| Some(date.to_zoned(brand.zone.time_zone().clone()).ok()?.timestamp());
    Some((at(first)?, at(next)?))
}
