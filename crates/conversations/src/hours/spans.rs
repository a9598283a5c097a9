//! Working time as stretches of instants, in order.
//!
//! The clock of a zone runs evenly between two changes; so the walk goes stretch by stretch of
//! even clock, and within one day by day. Nothing there is ambiguous, and the stretches follow
//! each other without a gap.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::{HORIZON, Hours};

/// `[from, until)`, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first instant.
    pub from: Timestamp,
    /// The first instant after it.
    pub until: Timestamp,
}

impl Hours {
    /// Working time from an instant on, in order, two years at most.
    pub fn spans(&self, from: Timestamp) -> Spans<'_> {
        let last = from.checked_add(HORIZON).unwrap_or(Timestamp::MAX);
        let mut spans = Spans { hours: self, at: from, last, even: None };
        spans.even = spans.even_from(from);
        spans
    }
}

/// See [`Hours::spans`].
pub struct Spans<'a> {
    hours: &'a Hours,
    /// Everything before it has been walked.
    at: Timestamp,
    last: Timestamp,
    even: Option<Even>,
}

/// A stretch over which the clock runs evenly.
struct Even {
    until: Timestamp,
    offset: Offset,
    day: Date,
    /// How many openings of that day are behind.
    seen: usize,
}

impl Spans<'_> {
    fn even_from(&self, at: Timestamp) -> Option<Even> {
        if at >= self.last {
            return None;
        }
        let offset = self.hours.zone.to_offset(at);
        let mut changes = self.hours.zone.following(at).map(|change| change.timestamp());
        // Some changes are of a name alone; they do no harm.
        let until = changes.next().unwrap_or(self.last).min(self.last);
        Some(Even { until, offset, day: offset.to_datetime(at).date(), seen: 0 })
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let even = self.even.as_mut()?;
            let midnight = even.offset.to_timestamp(even.day.at(0, 0, 0, 0)).ok()?;
            if midnight >= even.until {
                let until = even.until;
                self.at = until.max(self.at);
                self.even = self.even_from(until);
                continue;
            }
            let opening = self.hours.of_day(even.day).get(even.seen).copied();
            let Some(opening) = opening else {
                (even.day, even.seen) = (even.day.checked_add(1.day()).ok()?, 0);
                continue;
            };
            even.seen += 1;
            let minute = |minute: u16| {
                midnight.checked_add(SignedDuration::from_mins(i64::from(minute))).ok()
            };
            let from = minute(opening.from)?.max(self.at);
            let until = minute(opening.until)?.min(even.until);
            if from < until {
                self.at = until;
                return Some(Span { from, until });
            }
        }
    }
}
