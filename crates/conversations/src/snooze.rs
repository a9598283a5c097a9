//! Until when a conversation is put aside, as one says it: on the brand's own clock.

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Unit, ZonedRound};

/// When the day's work begins, where nothing else is said.
const MORNING: i8 = 9;

/// Until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SnoozeUntil {
    /// In three hours, at a round quarter.
    LaterToday,
    /// Tomorrow morning.
    Tomorrow,
    /// Next Monday morning.
    NextWeek,
    /// At this reading of the brand's clock.
    At(DateTime),
}

impl SnoozeUntil {
    /// The choice that a form or an address names; a reading as `2026-11-24T09:00`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "later" => Some(Self::LaterToday),
            "tomorrow" => Some(Self::Tomorrow),
            "next-week" => Some(Self::NextWeek),
            reading => reading.parse().ok().map(Self::At),
        }
    }

    /// The instant, in the brand's zone. A reading that the change of hour skips is the next that
    /// exists; of one that comes twice, the first.
    pub fn instant(self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let here = now.to_zoned(zone.clone());
        let reading = match self {
            Self::LaterToday => {
                let later = here.checked_add(3.hours()).ok()?;
                let round = ZonedRound::new().smallest(Unit::Minute).increment(15);
                return Some(later.round(round).ok()?.timestamp());
            }
            Self::Tomorrow => here.date().tomorrow().ok()?.to_datetime(morning()?),
            Self::NextWeek => {
                let monday = jiff::civil::Weekday::Monday;
                here.date().nth_weekday(1, monday).ok()?.to_datetime(morning()?)
            }
            Self::At(reading) => reading,
        };
        Some(zone.to_ambiguous_zoned(reading).compatible().ok()?.timestamp())
    }
}

fn morning() -> Option<Time> {
    Time::new(MORNING, 0, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(choice: SnoozeUntil, now: &str) -> String {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        choice.instant(now.parse().unwrap(), &zone).unwrap().to_string()
    }

    #[test]
    fn mornings_are_the_brands_own_whatever_the_season() {
        let saturday = "2026-10-24T16:07:00Z"; // the hour changes that night
        assert_eq!(until(SnoozeUntil::Tomorrow, saturday), "2026-10-25T08:00:00Z");
        assert_eq!(until(SnoozeUntil::NextWeek, saturday), "2026-10-26T08:00:00Z");
        assert_eq!(until(SnoozeUntil::LaterToday, saturday), "2026-10-24T19:00:00Z");
        assert_eq!(until(SnoozeUntil::Tomorrow, "2027-03-27T16:00:00Z"), "2027-03-28T07:00:00Z");
        // 2:30 does not exist that night: it is 3:30.
        let skipped = SnoozeUntil::named("2027-03-28T02:30").unwrap();
        assert_eq!(until(skipped, "2027-03-27T16:00:00Z"), "2027-03-28T01:30:00Z");
        // A Monday's next week is the next Monday.
        assert_eq!(until(SnoozeUntil::NextWeek, "2026-11-23T08:00:00Z"), "2026-11-30T08:00:00Z");
        assert_eq!(SnoozeUntil::named("n’importe"), None);
    }
}
