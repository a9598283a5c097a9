//! Days that come every year by a rule, and the public holidays of France.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How the day of a year is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The same day of the same month (month, day).
    Fixed(i8, i8),
    /// So many days after Easter Sunday, or before it.
    Easter(i32),
    /// The nth such weekday of a month (month, weekday, nth), from its end when negative.
    Nth(i8, Weekday, i8),
    /// So many days after the nth such weekday of a month (month, weekday, nth, days).
    AfterNth(i8, Weekday, i8, i32),
    /// The first such weekday on that day or after it (month, day, weekday).
    OnOrAfter(i8, i8, Weekday),
    /// The last Sunday of May, or the first of June when that one is Pentecost.
    Mothers,
    /// The second Wednesday of January, or the first when that one falls after the 12th.
    WinterSales,
    /// The last Wednesday of June, or the one before when that one falls after the 28th.
    SummerSales,
}

impl Rule {
    /// That day of a year; none for years beyond calendars.
    pub fn in_year(self, year: i16) -> Option<Date> {
        let first = |month| Date::new(year, month, 1).ok();
        let nth = |month, weekday, n| first(month)?.nth_weekday_of_month(n, weekday).ok();
        let on = |day: Date, days: i32| day.checked_add(days.days()).ok();
        match self {
            Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
            Rule::Easter(days) => on(easter(year)?, days),
            Rule::Nth(month, weekday, n) => nth(month, weekday, n),
            Rule::AfterNth(month, weekday, n, days) => on(nth(month, weekday, n)?, days),
            Rule::OnOrAfter(month, day, weekday) => {
                let from = Date::new(year, month, day).ok()?;
                let wait = from.weekday().until(weekday);
                on(from, i32::from(wait))
            }
            Rule::Mothers => {
                let last = nth(5, Weekday::Sunday, -1)?;
                let pentecost = on(easter(year)?, 49)?;
                if last == pentecost { nth(6, Weekday::Sunday, 1) } else { Some(last) }
            }
            Rule::WinterSales => {
                let second = nth(1, Weekday::Wednesday, 2)?;
                if second.day() > 12 { nth(1, Weekday::Wednesday, 1) } else { Some(second) }
            }
            Rule::SummerSales => {
                let last = nth(6, Weekday::Wednesday, -1)?;
                if last.day() > 28 { on(last, -7) } else { Some(last) }
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar.
fn easter(year: i16) -> Option<Date> {
    let found = computus::gregorian(i32::from(year)).ok()?;
    let part = |number: u32| i8::try_from(number).ok();
    Date::new(year, part(found.month)?, part(found.day)?).ok()
}

/// A public holiday: its name in the words (`moment-KEY`), and its rule.
pub type Holiday = (&'static str, Rule);

/// The public holidays of France (Code du travail, article L3133-1).
pub const FRENCH_HOLIDAYS: [Holiday; 11] = [
    ("new-year", Rule::Fixed(1, 1)),
    ("easter-monday", Rule::Easter(1)),
    ("labour-day", Rule::Fixed(5, 1)),
    ("victory-1945", Rule::Fixed(5, 8)),
    ("ascension", Rule::Easter(39)),
    ("pentecost-monday", Rule::Easter(50)),
    ("bastille-day", Rule::Fixed(7, 14)),
    ("assumption", Rule::Fixed(8, 15)),
    ("all-saints", Rule::Fixed(11, 1)),
    ("armistice", Rule::Fixed(11, 11)),
    ("christmas", Rule::Fixed(12, 25)),
];

/// Those that only Alsace and Moselle have (Code du travail, article L3134-13).
pub const ALSACE_HOLIDAYS: [Holiday; 2] =
    [("good-friday", Rule::Easter(-2)), ("saint-stephen", Rule::Fixed(12, 26))];
