//! When a recurrence comes round: on days of the calendar, so that no change of clocks can add or
//! take away one; the reading of the clock is the same each time, and [`LocalSchedule`] says
//! which instant it means that day.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use crate::local_time::LocalSchedule;

/// On which days something comes round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rule {
    /// Every so many days.
    Days {
        /// 1 to 366.
        every: u16,
    },
    /// On days of the week, every so many weeks.
    Weeks {
        /// 1 to 53.
        every: u16,
        /// 1 for Monday to 7 for Sunday, in order.
        on: Vec<i8>,
    },
    /// On a day of the month; a month that is too short gives its last day.
    MonthDay {
        /// Every so many months, 1 to 60.
        every: u16,
        /// 1 to 31.
        day: i8,
    },
    /// On the first Monday, the last Friday…
    MonthWeekday {
        /// Every so many months, 1 to 60.
        every: u16,
        /// 1 to 4, or -1 for the last.
        nth: i8,
        /// 1 for Monday to 7 for Sunday.
        weekday: i8,
    },
}

impl Rule {
    /// Whether its numbers mean something.
    pub fn is_sound(&self) -> bool {
        let weekday = |day: &i8| (1..=7).contains(day);
        match self {
            Rule::Days { every } => (1..=366).contains(every),
            Rule::Weeks { every, on } => {
                (1..=53).contains(every) && !on.is_empty() && on.iter().all(weekday)
            }
            Rule::MonthDay { every, day } => (1..=60).contains(every) && (1..=31).contains(day),
            Rule::MonthWeekday { every, nth, weekday: day } => {
                (1..=60).contains(every) && matches!(nth, 1..=4 | -1) && weekday(day)
            }
        }
    }

    /// Its days from a first one on, each later than the one before.
    pub fn dates(&self, start: Date) -> Box<dyn Iterator<Item = Date> + Send + '_> {
        match self {
            Rule::Days { every } => Box::new(steps(start, i64::from(*every).days())),
            Rule::Weeks { every, on } => {
                let back = i64::from(start.weekday().to_monday_zero_offset());
                let monday = start.checked_sub(back.days()).unwrap_or(start);
                let mut on = on.clone();
                on.sort_unstable();
                on.dedup();
                let days = steps(monday, (i64::from(*every) * 7).days()).flat_map(move |monday| {
                    let day = move |n: &i8| monday.checked_add(i64::from(n - 1).days()).ok();
                    on.iter().filter_map(day).collect::<Vec<_>>()
                });
                Box::new(days.filter(move |day| *day >= start))
            }
            Rule::MonthDay { every, day } => {
                let months = steps(start.first_of_month(), i64::from(*every).months());
                let days = months.filter_map(|month| {
                    let day = (*day).min(month.days_in_month());
                    Date::new(month.year(), month.month(), day).ok()
                });
                Box::new(days.filter(move |day| *day >= start))
            }
            Rule::MonthWeekday { every, nth, weekday } => {
                let months = steps(start.first_of_month(), i64::from(*every).months());
                let days = months.filter_map(|month| {
                    let weekday = Weekday::from_monday_one_offset(*weekday).ok()?;
                    month.nth_weekday_of_month(*nth, weekday).ok()
                });
                Box::new(days.filter(move |day| *day >= start))
            }
        }
    }
}

/// `start`, `start + step`, `start + 2 steps`… counted from the start, so that months stay whole.
fn steps(start: Date, step: Span) -> impl Iterator<Item = Date> + Send {
    (0_i64..).map_while(move |n| start.checked_add(step.checked_mul(n).ok()?).ok())
}

/// When a recurrence comes round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rhythm {
    /// The first day on which it may.
    pub start: Date,
    /// The last day on which it may.
    pub until: Option<Date>,
    /// How many times in all.
    pub times: Option<u32>,
    /// On which days, or into what is free.
    pub when: When,
}

/// How the times are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// By a rule, at a time of day.
    Rule {
        /// The days.
        rule: Rule,
        /// Minutes after midnight on the clock of the brand's zone.
        minute: i64,
    },
    /// From time to time, into slots that stay free.
    Free {
        /// The fewest days between two.
        gap_days: u16,
    },
}

impl Rhythm {
    /// Whether it means something.
    pub fn is_sound(&self) -> bool {
        let ends = self.until.is_none_or(|until| until >= self.start)
            && self.times.is_none_or(|times| times > 0);
        ends && match &self.when {
            When::Rule { rule, minute } => rule.is_sound() && (0..1440).contains(minute),
            When::Free { gap_days } => (1..=366).contains(gap_days),
        }
    }

    /// Every reading of the clock at which it comes round; none for one without a rule.
    pub fn readings(&self) -> Box<dyn Iterator<Item = DateTime> + Send + '_> {
        let When::Rule { rule, minute } = &self.when else { return Box::new(std::iter::empty()) };
        let part = |value: i64| i8::try_from(value).unwrap_or(0);
        let time = Time::constant(part(minute / 60 % 24), part(minute % 60), 0, 0);
        let until = self.until;
        let days = rule.dates(self.start).take_while(move |day| until.is_none_or(|u| *day <= u));
        let times = self.times.map_or(usize::MAX, |times| times as usize);
        Box::new(days.take(times).map(move |day| day.to_datetime(time)))
    }

    /// The same, with the instants they mean in a zone.
    pub fn occurrences<'a>(
        &'a self,
        zone: &'a str,
    ) -> impl Iterator<Item = LocalSchedule> + Send + 'a {
        self.readings().map_while(move |local| LocalSchedule::resolve(local, zone).ok())
    }
}
