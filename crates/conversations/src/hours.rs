//! The hours in which a brand answers: a week of openings, public holidays, days of its own.
//!
//! An instant is open when the clock on the brand's wall reads a time within an opening of that
//! day. So the hour that a change of clocks repeats counts twice, the one it skips not at all,
//! and nothing is ever counted twice or below nought, whatever the zone.
//!
//! Words: an [`Opening`] is one stretch of a day; [`Hours`] are a brand's; working time is the
//! time that falls in them.

mod day;
mod spans;
pub(crate) mod store;
mod verb;

use std::collections::BTreeMap;

use database::text_enum;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use primitives::days::{ALSACE_HOLIDAYS, FRENCH_HOLIDAYS, Rule};

pub use day::{DayOfOwn, Opening, OpeningError, openings};
pub use spans::Span;
pub use verb::{HoursError, HoursSetting, OwnDay, Week};

text_enum! {
    /// Which public holidays are closed.
    pub enum Holidays {
        /// None of them.
        None => "none",
        /// Those of France.
        France => "france",
        /// Those of France, and those that only Alsace and Moselle have.
        AlsaceMoselle => "alsace_moselle",
    }
}

/// The hours of a brand, in its zone.
#[derive(Debug, Clone)]
pub struct Hours {
    zone: TimeZone,
    /// Openings of each day, Monday first, in order; around the clock when there is no week.
    week: Option<[Vec<Opening>; 7]>,
    holidays: Holidays,
    own: BTreeMap<Date, Vec<Opening>>,
}

/// How far ahead an opening is looked for.
const HORIZON: SignedDuration = SignedDuration::from_hours(24 * 366 * 2);

impl Hours {
    /// Around the clock.
    pub fn always(zone: TimeZone) -> Self {
        Self { zone, week: None, holidays: Holidays::None, own: BTreeMap::new() }
    }

    /// A week of openings (Monday first; each day's in order, none over another), which public
    /// holidays are closed, and the brand's own days, which go before both.
    pub fn new(
        zone: TimeZone,
        week: [Vec<Opening>; 7],
        holidays: Holidays,
        own: BTreeMap<Date, Vec<Opening>>,
    ) -> Self {
        Self { zone, week: Some(week), holidays, own }
    }

    /// The same zone, around the clock.
    #[must_use]
    pub fn all_hours(&self) -> Self {
        Self::always(self.zone.clone())
    }

    /// Whether it is open around the clock.
    pub fn is_always(&self) -> bool {
        self.week.is_none()
    }

    /// The zone whose clock is read.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The openings of a day, in order.
    pub fn of_day(&self, day: Date) -> &[Opening] {
        const WHOLE: &[Opening] = &[Opening::WHOLE_DAY];
        let Some(week) = &self.week else { return WHOLE };
        if let Some(own) = self.own.get(&day) {
            return own;
        }
        if holiday(day, self.holidays).is_some() {
            return &[];
        }
        &week[index(day.weekday())]
    }

    /// Whether an instant is in working time.
    pub fn is_open(&self, at: Timestamp) -> bool {
        self.spans(at).next().is_some_and(|span| span.from <= at)
    }

    /// The working time of `[from, to)`; nought when `to` is not after `from`.
    pub fn elapsed(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        if self.is_always() {
            return to.duration_since(from).max(SignedDuration::ZERO);
        }
        let mut sum = SignedDuration::ZERO;
        for span in self.spans(from) {
            if span.from >= to {
                break;
            }
            sum += span.until.min(to).duration_since(span.from);
        }
        sum
    }

    /// The first instant by which that much working time has gone since `from`; none when the
    /// brand is not open for that long within two years.
    pub fn due(&self, from: Timestamp, working: SignedDuration) -> Option<Timestamp> {
        if working <= SignedDuration::ZERO {
            return Some(from);
        }
        if self.is_always() {
            return from.checked_add(working).ok();
        }
        let mut left = working;
        for span in self.spans(from) {
            let length = span.until.duration_since(span.from);
            if left <= length {
                return span.from.checked_add(left).ok();
            }
            left -= length;
        }
        None
    }

    /// The next instant, from `at` on, that is in working time.
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        self.spans(at).next().map(|span| span.from)
    }
}

fn index(weekday: Weekday) -> usize {
    usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)
}

/// The public holiday of a day: its name in the words (`moment-KEY`).
pub fn holiday(day: Date, which: Holidays) -> Option<&'static str> {
    let national = FRENCH_HOLIDAYS.iter().filter(|_| which != Holidays::None);
    let local = ALSACE_HOLIDAYS.iter().filter(|_| which == Holidays::AlsaceMoselle);
    let is_that = |rule: Rule| rule.in_year(day.year()) == Some(day);
    national.chain(local).find(|(_, rule)| is_that(*rule)).map(|(key, _)| *key)
}
