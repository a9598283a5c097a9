//! What a policy would say to a message of a Friday evening, and to one that comes now.

use conversations::hours::Hours;
use conversations::promise::NewPolicy;
use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::words::{Words, args};

/// What previews are computed from.
pub struct Preview {
    /// The brand's hours.
    pub hours: Hours,
    /// The present.
    pub now: Timestamp,
}

impl Preview {
    /// For the samples of pages.
    pub fn sample() -> Self {
        let hours = Hours::always(TimeZone::UTC);
        Self { hours, now: "2026-11-22T09:00:00Z".parse().unwrap_or_default() }
    }

    /// The next Friday at half past five, by the clock of the brand.
    fn friday(&self) -> Option<Timestamp> {
        let today = self.hours.zone().to_datetime(self.now).date();
        let wait = i64::from(today.weekday().until(Weekday::Friday));
        let friday = today.checked_add(wait.days()).ok()?;
        let evening = friday.to_datetime(Time::constant(17, 30, 0, 0));
        Some(evening.to_zoned(self.hours.zone().clone()).ok()?.timestamp())
    }

    /// What is promised to each: one sentence a message.
    pub fn lines(&self, words: &Words, policy: &NewPolicy) -> Vec<String> {
        let Some(first) = policy.first.or(policy.resolution) else { return Vec::new() };
        let key =
            if policy.first.is_some() { "promises-preview" } else { "promises-preview-settled" };
        let hours = if policy.working { self.hours.clone() } else { self.hours.all_hours() };
        let line = |key: &str, said: Timestamp| {
            let due = hours.due(said, first)?;
            let when = words.moment(due);
            Some(words.tn(key, args![said => words.moment(said), when => when]))
        };
        let evening = self.friday().and_then(|friday| line(key, friday));
        let now = line(&format!("{key}-now"), self.now);
        evening.into_iter().chain(now).collect()
    }
}
