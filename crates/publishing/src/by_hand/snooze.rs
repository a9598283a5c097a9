use jiff::civil::{Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::ByHandError;
use crate::local_time::LocalSchedule;

const EVENING: Time = time(18, 0, 0, 0);
const MORNING: Time = time(9, 0, 0, 0);
const FURTHEST: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Until when a post by hand is put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Snooze {
    /// For a quarter of an hour.
    QuarterHour,
    /// For an hour.
    Hour,
    /// Until six in the evening, in the brand's zone.
    Evening,
    /// Until nine the next morning, in the brand's zone.
    Morning,
    /// Until a clock reading in the brand's zone: `2026-11-23T17:30`.
    At(String),
}

impl Snooze {
    /// Reads `15m`, `1h`, `evening`, `morning`, or a clock reading.
    pub fn read(word: &str) -> Self {
        match word.trim() {
            "15m" => Self::QuarterHour,
            "1h" => Self::Hour,
            "evening" => Self::Evening,
            "morning" => Self::Morning,
            other => Self::At(other.to_owned()),
        }
    }

    /// The instant meant, seen from `now`.
    ///
    /// # Errors
    /// When it is no time, past, or too far.
    pub fn until(&self, now: Timestamp, zone: &TimeZone) -> Result<Timestamp, ByHandError> {
        let today = now.to_zoned(zone.clone()).date();
        let name = zone.iana_name().unwrap_or("UTC");
        let until = match self {
            Self::QuarterHour => now + SignedDuration::from_mins(15),
            Self::Hour => now + SignedDuration::from_hours(1),
            Self::Evening => LocalSchedule::resolve(today.to_datetime(EVENING), name)?.at,
            Self::Morning => {
                let tomorrow = today.saturating_add(1.day());
                LocalSchedule::resolve(tomorrow.to_datetime(MORNING), name)?.at
            }
            Self::At(reading) => LocalSchedule::parse(reading, name)?.at,
        };
        if until <= now {
            return Err(ByHandError::InThePast);
        }
        if until.duration_since(now) > FURTHEST {
            return Err(ByHandError::TooFar);
        }
        Ok(until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(snooze: &Snooze, now: &str, zone: &str) -> String {
        let zone = TimeZone::get(zone).unwrap();
        snooze.until(now.parse().unwrap(), &zone).unwrap().to_string()
    }

    #[test]
    fn this_evening_and_tomorrow_morning_are_read_on_the_brands_clock_across_the_change_of_hour() {
        // The night of 28 March 2026, clocks in Paris jump from two to three.
        let (evening, morning) = (Snooze::Evening, Snooze::Morning);
        let paris = "Europe/Paris";
        assert_eq!(until(&evening, "2026-03-28T10:00:00Z", paris), "2026-03-28T17:00:00Z");
        assert_eq!(until(&morning, "2026-03-28T10:00:00Z", paris), "2026-03-29T07:00:00Z");
        assert_eq!(until(&evening, "2026-03-29T10:00:00Z", paris), "2026-03-29T16:00:00Z");
        // The night of 24 October, they fall back.
        assert_eq!(until(&morning, "2026-10-24T20:00:00Z", paris), "2026-10-25T08:00:00Z");
        // Shortly before midnight, tomorrow is the next day over there, not in Greenwich.
        let late = "2026-07-01T02:30:00Z";
        assert_eq!(until(&morning, late, "America/Montreal"), "2026-07-01T13:00:00Z");
    }

    #[test]
    fn an_evening_that_has_begun_can_no_longer_be_waited_for() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let now = "2026-11-23T17:30:00Z".parse().unwrap();
        assert!(matches!(Snooze::Evening.until(now, &zone), Err(ByHandError::InThePast)));
        let far = Snooze::At("2027-01-15T09:00".to_owned());
        assert!(matches!(far.until(now, &zone), Err(ByHandError::TooFar)));
        assert!(Snooze::At("bientôt".to_owned()).until(now, &zone).is_err());
    }
}
