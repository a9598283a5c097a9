//! Until when an answer is asked, in the hours of the brand.

use jiff::{SignedDuration, Timestamp};

use super::EscalationError;
use crate::hours::Hours;

/// The furthest deadline.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24 * 90);
/// When a day ends for a brand that is open around the clock.
const EVENING: i8 = 18;

/// Until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// So much working time from now.
    Working(SignedDuration),
    /// The end of an open day: 0 is today, while it is open, or the next one.
    EndOfDay(u8),
    /// That instant.
    At(Timestamp),
}

impl Deadline {
    /// The instant it stands for, asked at `now`.
    ///
    /// # Errors
    /// [`EscalationError::InThePast`], [`EscalationError::TooFar`].
    pub fn resolve(self, hours: &Hours, now: Timestamp) -> Result<Timestamp, EscalationError> {
        let due = match self {
            Self::Working(time) => hours.due(now, time),
            Self::EndOfDay(days) => end_of_day(days, hours, now),
            Self::At(at) => Some(at),
        };
        let due = due.ok_or(EscalationError::TooFar)?;
        if due <= now {
            return Err(EscalationError::InThePast);
        }
        if due.duration_since(now) > FURTHEST {
            return Err(EscalationError::TooFar);
        }
        Ok(due)
    }
}

/// When who is asked is reminded: once three quarters of the working time have gone.
pub(super) fn reminder(hours: &Hours, from: Timestamp, due: Timestamp) -> Timestamp {
    let time = hours.elapsed(from, due);
    let hours = if time > SignedDuration::ZERO { hours.clone() } else { hours.all_hours() };
    let time = hours.elapsed(from, due);
    hours.due(from, time / 4 * 3).unwrap_or(due).min(due)
}

fn end_of_day(days: u8, hours: &Hours, now: Timestamp) -> Option<Timestamp> {
    let zone = hours.zone().clone();
    if hours.is_always() {
        let today = now.to_zoned(zone.clone());
        let past = today.hour() >= EVENING;
        let days = i64::from(days) + i64::from(past);
        let day = today.date().checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
        return Some(day.at(EVENING, 0, 0, 0).to_zoned(zone).ok()?.timestamp());
    }
    let (mut day, mut end, mut passed) = (None, None, 0);
    for span in hours.spans(now) {
        let this = span.from.to_zoned(zone.clone()).date();
        if day.is_some_and(|day| day != this) {
            if passed == days {
                return end;
            }
            passed += 1;
        }
        (day, end) = (Some(this), Some(span.until));
    }
    end.filter(|_| passed == days)
}
