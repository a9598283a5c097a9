use database::{Error, Tx};
use jiff::civil::Date;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use super::day::{DayOfOwn, Opening, openings};
use super::{Holidays, Hours, store};
use crate::promise;

/// The openings of a week, Monday first.
pub type Week = [Vec<Opening>; 7];

/// The longest note beside a day.
const NOTE: usize = 200;
/// How many days one line may hold.
const LONGEST: i32 = 366;

/// What a brand set of its hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursSetting {
    /// Its week; none: around the clock.
    pub week: Option<Week>,
    /// Which public holidays are closed.
    pub holidays: Holidays,
    /// Its own days, in order.
    pub days: Vec<OwnDay>,
}

/// Days of a brand's own, as they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDay {
    /// Which one.
    pub id: Id<OwnDay>,
    /// What it says.
    pub day: DayOfOwn,
}

/// Why hours were not changed.
#[derive(Debug, thiserror::Error)]
pub enum HoursError {
    /// The week has no opening at all.
    #[error("these hours are never open")]
    NeverOpen,
    /// Two openings of a day overlap.
    #[error("two openings of a day overlap")]
    Overlap,
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    Backwards,
    /// It lasts more than a year.
    #[error("it lasts more than a year")]
    TooLong,
    /// The note is too long.
    #[error("the note is too long")]
    NoteTooLong,
    /// There is no such day.
    #[error("there is no such day in this brand")]
    NotFound,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Hours {
    /// The brand's hours.
    ///
    /// # Errors
    /// [`HoursError`].
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Hours, HoursError> {
        actor.must(Right::Read)?;
        Ok(store::hours(actor.brand(), tx).await?)
    }

    /// What the brand set.
    ///
    /// # Errors
    /// [`HoursError`].
    pub async fn setting(actor: &Actor, tx: &mut Tx) -> Result<HoursSetting, HoursError> {
        actor.must(Right::Read)?;
        Ok(store::setting(actor.brand(), tx).await?)
    }

    /// Sets the week (none: around the clock) and which public holidays are closed. What is
    /// promised is worked out anew. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`HoursError`].
    pub async fn set(
        week: Option<Week>,
        holidays: Holidays,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), HoursError> {
        actor.must(Right::ManageBrand)?;
        let week = match week {
            Some(week) => Some(checked(week)?),
            None => None,
        };
        store::keep(actor.brand(), week.as_ref(), holidays, tx).await?;
        let open_days = week.map(|week| week.iter().filter(|day| !day.is_empty()).count());
        let data = json!({ "days": open_days, "holidays": holidays.as_str() });
        activity::record(tx, actor, "hours.changed", Subject::new("brand", actor.brand()), data)
            .await?;
        Ok(promise::work_out_all(actor.brand(), tx).await?)
    }

    /// Adds days of the brand's own. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`HoursError`].
    pub async fn add_day(
        mut given: DayOfOwn,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<OwnDay>, HoursError> {
        actor.must(Right::ManageBrand)?;
        given.openings = openings(given.openings).map_err(|_| HoursError::Overlap)?;
        given.note = given.note.trim().to_owned();
        if given.note.chars().count() > NOTE {
            return Err(HoursError::NoteTooLong);
        }
        let days = lasts(given.from, given.until);
        if days < 0 {
            return Err(HoursError::Backwards);
        }
        if days > LONGEST {
            return Err(HoursError::TooLong);
        }
        let id = store::add_day(actor.brand(), &given, tx).await?;
        let data = json!({ "from": given.from.to_string(), "until": given.until.to_string(),
                           "open": !given.openings.is_empty() });
        activity::record(tx, actor, "hours.day_added", Subject::new("brand", actor.brand()), data)
            .await?;
        promise::work_out_all(actor.brand(), tx).await?;
        Ok(id)
    }

    /// Takes days of the brand's own away. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`HoursError`].
    pub async fn remove_day(id: Id<OwnDay>, actor: &Actor, tx: &mut Tx) -> Result<(), HoursError> {
        actor.must(Right::ManageBrand)?;
        if !store::remove_day(actor.brand(), id, tx).await? {
            return Err(HoursError::NotFound);
        }
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "hours.day_removed", subject, json!({})).await?;
        Ok(promise::work_out_all(actor.brand(), tx).await?)
    }
}

fn lasts(from: Date, until: Date) -> i32 {
    from.until(until).map_or(i32::MAX, |span| span.get_days())
}

fn checked(week: Week) -> Result<Week, HoursError> {
    if week.iter().all(Vec::is_empty) {
        return Err(HoursError::NeverOpen);
    }
    let mut sorted = Week::default();
    for (place, day) in sorted.iter_mut().zip(week) {
        *place = openings(day).map_err(|_| HoursError::Overlap)?;
    }
    Ok(sorted)
}
