//! A time as people plan it: a clock reading in a time zone, which stays what was asked for when
//! the zone's rules change; the instant follows from both.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// A clock reading in a zone, and the instant that it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalSchedule {
    /// The clock reading asked for.
    pub local: DateTime,
    /// The IANA zone: `Europe/Paris`.
    pub zone: String,
    /// The instant meant.
    pub at: Timestamp,
    /// What the change of clocks made of it, if it fell on one.
    pub moved: Option<Moved>,
}

/// What a change of clocks makes of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// The reading does not exist that day: clocks jump over it. The post goes out at this
    /// reading instead, as long after the jump as it was asked after its start.
    Skipped {
        /// The reading at which it goes out.
        to: DateTime,
    },
    /// The reading comes twice that day: the post goes out the first time.
    Twice {
        /// When it comes the second time.
        second: Timestamp,
    },
}

/// Why a time can't be planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Not `YYYY-MM-DDTHH:MM`, or no such day.
    #[error("this is not a date and a time")]
    NotATime,
    /// Not an IANA time zone.
    #[error("this is not a time zone")]
    NotAZone,
    /// Beyond what calendars hold, or more than ten years ahead.
    #[error("this date is out of range")]
    OutOfRange,
}

impl LocalSchedule {
    /// Reads what a date field and a time field send: `2026-11-23T09:00`.
    pub fn parse(local: &str, zone: &str) -> Result<Self, TimeError> {
        let local: DateTime = local.trim().parse().map_err(|_| TimeError::NotATime)?;
        Self::resolve(local, zone)
    }

    /// The instant that a clock reading means in a zone. A skipped reading goes forward, a
    /// doubled one takes the first (RFC 5545, section 3.3.5).
    pub fn resolve(local: DateTime, zone: &str) -> Result<Self, TimeError> {
        let tz = TimeZone::get(zone).map_err(|_| TimeError::NotAZone)?;
        let ambiguous = tz.to_ambiguous_timestamp(local);
        let offset = ambiguous.offset();
        let at = ambiguous.compatible().map_err(|_| TimeError::OutOfRange)?;
        let moved = match offset {
            AmbiguousOffset::Unambiguous { .. } => None,
            AmbiguousOffset::Gap { .. } => Some(Moved::Skipped { to: tz.to_datetime(at) }),
            AmbiguousOffset::Fold { after, .. } => {
                let second = after.to_timestamp(local).map_err(|_| TimeError::OutOfRange)?;
                Some(Moved::Twice { second })
            }
        };
        Ok(Self { local, zone: zone.to_owned(), at, moved })
    }

    /// The reading that an instant has in a zone: what "publish now" stores.
    pub fn at_instant(at: Timestamp, zone: &str) -> Result<Self, TimeError> {
        let tz = TimeZone::get(zone).map_err(|_| TimeError::NotAZone)?;
        Ok(Self { local: tz.to_datetime(at), zone: zone.to_owned(), at, moved: None })
    }

    /// Refuses what is too far ahead to be meant.
    pub fn within_ten_years(self, now: Timestamp) -> Result<Self, TimeError> {
        let limit = SignedDuration::from_hours(24 * 3660);
        if self.at.duration_since(now) > limit { Err(TimeError::OutOfRange) } else { Ok(self) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_time_is_what_it_says() {
        let at = LocalSchedule::parse("2026-11-23T09:00", "Europe/Paris").unwrap();
        assert_eq!(at.at.to_string(), "2026-11-23T08:00:00Z");
        assert_eq!(at.moved, None);
    }

    #[test]
    fn a_time_that_the_spring_change_skips_goes_out_an_hour_later_and_says_so() {
        let at = LocalSchedule::parse("2026-03-29T02:30", "Europe/Paris").unwrap();
        assert_eq!(at.at.to_string(), "2026-03-29T01:30:00Z");
        assert_eq!(at.moved, Some(Moved::Skipped { to: "2026-03-29T03:30".parse().unwrap() }));
    }

    #[test]
    fn a_time_that_comes_twice_in_autumn_goes_out_the_first_time_and_says_so() {
        let at = LocalSchedule::parse("2026-10-25T02:30", "Europe/Paris").unwrap();
        assert_eq!(at.at.to_string(), "2026-10-25T00:30:00Z");
        let second = "2026-10-25T01:30:00Z".parse().unwrap();
        assert_eq!(at.moved, Some(Moved::Twice { second }));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let parse = |local, zone| LocalSchedule::parse(local, zone).unwrap_err();
        assert_eq!(parse("2026-02-30T09:00", "Europe/Paris"), TimeError::NotATime);
        assert_eq!(parse("demain", "Europe/Paris"), TimeError::NotATime);
        assert_eq!(parse("2026-02-20T09:00", "Europe/Brest"), TimeError::NotAZone);
    }
}
