//! Which days a view shows.

use jiff::ToSpan;
use jiff::civil::Date;

/// How the calendar is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Month,
    Week,
    Day,
    List,
    Ideas,
}

/// The views one can choose, in order.
pub(super) const VIEWS: [View; 5] = [View::Month, View::Week, View::Day, View::List, View::Ideas];

impl View {
    pub fn read(text: &str) -> Self {
        match text {
            "week" => Self::Week,
            "day" => Self::Day,
            "list" => Self::List,
            "ideas" => Self::Ideas,
            _ => Self::Month,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::List => "list",
            Self::Ideas => "ideas",
        }
    }

    /// The days shown: whole weeks, from Monday, for a month.
    pub fn days(self, date: Date) -> Vec<Date> {
        let (first, last) = match self {
            Self::Month => (monday(date.first_of_month()), sunday(date.last_of_month())),
            Self::Week => (monday(date), sunday(date)),
            Self::Day => (date, date),
            Self::List | Self::Ideas => return Vec::new(),
        };
        first.series(1.day()).take_while(|day| *day <= last).collect()
    }

    /// The same view, before (`-1`) or after (`1`).
    pub fn beside(self, date: Date, by: i32) -> Date {
        let moved = match self {
            Self::Month | Self::List | Self::Ideas => {
                date.first_of_month().checked_add(by.months())
            }
            Self::Week => date.checked_add((by * 7).days()),
            Self::Day => date.checked_add(by.days()),
        };
        moved.unwrap_or(date)
    }
}

fn monday(date: Date) -> Date {
    let back = i32::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(back.days()).unwrap_or(date)
}

fn sunday(date: Date) -> Date {
    let on = 6 - i32::from(date.weekday().to_monday_zero_offset());
    date.checked_add(on.days()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks_from_monday() {
        let days = View::Month.days("2026-11-22".parse().expect("a day"));
        assert_eq!(days.first(), Some(&"2026-10-26".parse().expect("a day")));
        assert_eq!(days.last(), Some(&"2026-12-06".parse().expect("a day")));
        assert_eq!(days.len() % 7, 0);
    }

    #[test]
    fn the_month_after_the_31st_is_the_next_one() {
        let january = "2027-01-31".parse().expect("a day");
        assert_eq!(View::Month.beside(january, 1), "2027-02-01".parse().expect("a day"));
    }
}
