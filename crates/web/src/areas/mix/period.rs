//! The days that a mix is taken over, kept in the address.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

use crate::words::{Words, args};

/// What may be asked.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct Asked {
    /// `month`, `last`, `quarter`, `dates`.
    period: Option<String>,
    /// With `dates`: the first day.
    from: Option<String>,
    /// With `dates`: the last day.
    to: Option<String>,
}

/// Some days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    /// How it was asked for.
    pub key: &'static str,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

/// The periods offered, in order.
pub(super) const KEYS: [&str; 4] = ["month", "quarter", "year", "dates"];

impl Period {
    /// The period asked for; by default four weeks back and four ahead, where what was published
    /// and what is planned weigh alike.
    pub fn of(asked: &Asked, today: Date) -> Self {
        let around = |key, weeks: i64| Self {
            key,
            from: today.saturating_sub(weeks.weeks()),
            to: today.saturating_add(weeks.weeks()),
        };
        let date = |text: &Option<String>| text.as_ref().and_then(|text| text.parse().ok());
        match asked.period.as_deref() {
            Some("quarter") => around("quarter", 13),
            Some("year") => around("year", 26),
            Some("dates") => match (date(&asked.from), date(&asked.to)) {
                (Some(from), Some(to)) if from <= to => {
                    let most: Date = Date::saturating_add(from, 366.days());
                    Self { key: "dates", from, to: to.min(most) }
                }
                _ => around("month", 4),
            },
            _ => around("month", 4),
        }
    }

    /// From which instant, to which.
    pub fn instants(self, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
        let from = self.from.to_zoned(zone.clone()).ok()?.timestamp();
        let after = self.to.checked_add(1.day()).ok()?;
        Some((from, after.to_zoned(zone.clone()).ok()?.timestamp()))
    }

    /// « du 25 octobre au 20 décembre ».
    pub fn worded(self, words: &Words) -> String {
        words.tn("mix-between", args![from => words.date(self.from), to => words.date(self.to)])
    }
}
