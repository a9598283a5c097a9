//! A year of moderation in figures: what was decided, on what ground, by whom.

use database::{Error, Tx};
use jiff::Timestamp;
use platform::{Actor, Brand, NotAllowed, Right};

use super::store;

/// A year of moderation, by the brand's clock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Year {
    /// Which year.
    pub year: i16,
    /// Messages of theirs that came.
    pub messages: i64,
    /// What was decided, by ground.
    pub rulings: Vec<Share>,
    /// Decisions that restricted, which were undone.
    pub undone: i64,
    /// Authors who were told.
    pub told: i64,
    /// Sanctions taken: warnings, mutings, bans.
    pub sanctions: [i64; 3],
    /// Complaints made.
    pub complaints: i64,
    /// Of them, answered that the decision stands.
    pub upheld: i64,
    /// Of them, answered that it is undone.
    pub reversed: i64,
    /// The median time from a complaint to its answer, in hours; none without any answer.
    pub answer_hours: Option<i64>,
}

/// How many decisions rest on one ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// `law insult`, `clause 3`; empty for what stays.
    pub ground: String,
    /// `keep`, `hide`, `delete`.
    pub decision: String,
    /// Taken by rules alone.
    pub automated: i64,
    /// Taken by people on what a rule found.
    pub found_by_rule: i64,
    /// Taken by people on what people found.
    pub by_people: i64,
}

/// Why figures were not read.
#[derive(Debug, thiserror::Error)]
pub enum FiguresError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

fn begins(year: i16, brand: &Brand) -> Timestamp {
    let first = jiff::civil::date(year, 1, 1).to_zoned(brand.zone.time_zone().clone());
    first.map_or(Timestamp::UNIX_EPOCH, |first| first.timestamp())
}

/// The figures of a year.
///
/// # Errors
/// [`FiguresError`].
pub async fn year(year: i16, actor: &Actor, tx: &mut Tx) -> Result<Year, FiguresError> {
    actor.must(Right::Read)?;
    let year = year.clamp(2000, 9000);
    let Some((brand, _)) = Brand::for_system(actor.brand(), tx).await? else {
        return Ok(Year { year, ..Year::default() });
    };
    let span = (begins(year, &brand), begins(year + 1, &brand));
    let mut figures = store::figures::of(brand.id, span, tx).await?;
    let mut waits = store::figures::answer_times(brand.id, span, tx).await?;
    waits.sort_unstable();
    figures.answer_hours = waits.get(waits.len() / 2).map(|wait| wait / 3_600_000_000);
    figures.year = year;
    Ok(figures)
}

/// The years in which something was decided, the latest first, with the present one.
///
/// # Errors
/// [`FiguresError`].
pub async fn years(actor: &Actor, tx: &mut Tx) -> Result<Vec<i16>, FiguresError> {
    actor.must(Right::Read)?;
    let now = tx.now();
    let Some((brand, _)) = Brand::for_system(actor.brand(), tx).await? else {
        return Ok(Vec::new());
    };
    let zone = brand.zone.time_zone();
    let this = now.to_zoned(zone.clone()).year();
    let first = store::figures::first(brand.id, tx).await?;
    let first = first.map_or(this, |first| first.to_zoned(zone.clone()).year());
    Ok((first.min(this)..=this).rev().collect())
}
