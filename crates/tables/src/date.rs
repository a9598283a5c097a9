//! Dates as exports write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use primitives::text::fold;
use serde::{Deserialize, Serialize};

/// What the first number of `03/01/2026` is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// The month: Meta in every language, LinkedIn.
    #[default]
    MonthFirst,
    /// The day.
    DayFirst,
}

/// When something was published, as far as the export says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day and, where it is said, the time.
    pub date: Date,
    /// The time of day; `None` when only the day is said.
    pub time: Option<Time>,
    /// How far from UTC, in seconds, where it is said.
    pub offset: Option<i64>,
}

impl When {
    /// The instant meant, clock readings being in `zone` unless they say otherwise. A day alone
    /// is its first instant.
    #[must_use]
    pub fn instant(&self, zone: &TimeZone) -> Option<Timestamp> {
        let local = DateTime::from_parts(self.date, self.time.unwrap_or(Time::midnight()));
        match self.offset {
            Some(seconds) => {
                let utc = TimeZone::UTC.to_timestamp(local).ok()?;
                utc.checked_sub(SignedDuration::from_secs(seconds)).ok()
            }
            None => zone.to_ambiguous_zoned(local).compatible().ok().map(|at| at.timestamp()),
        }
    }
}

/// Reads a date, with or without its time. `None` if it is not one.
#[must_use]
pub fn when(cell: &str, order: DateOrder) -> Option<When> {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 60 {
        return None;
    }
    let text = fold(cell);
    let tokens = tokens(&text);
    let (date, used) = date(&tokens, order)?;
    let (time, offset) = time(&tokens[used..])?;
    Some(When { date, time, offset })
}

/// The order that numeric dates show by themselves: `25/12/2026` can only begin with the day.
#[must_use]
pub fn guess_order<'a>(cells: impl IntoIterator<Item = &'a str>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        let text = fold(cell.trim());
        let numbers: Vec<i64> =
            text.split(['/', '.', '-', ' ']).take(3).map_while(|part| part.parse().ok()).collect();
        if let [first, second, _] = numbers[..] {
            day_first |= (13..=31).contains(&first);
            month_first |= (13..=31).contains(&second) && first <= 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// Numbers, words and the signs that matter, in order.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let kind = |c: char| match c {
        c if c.is_ascii_digit() => 1,
        c if c.is_alphabetic() => 2,
        ':' | '+' | '-' => 3,
        _ => 0,
    };
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let now = kind(c);
        if now != last || now == 3 {
            if last != 0 {
                tokens.push(&text[start..at]);
            }
            start = at;
            last = now;
        }
    }
    if last != 0 {
        tokens.push(&text[start..]);
    }
    tokens
}

/// The date that the first tokens write, and how many they are.
fn date(tokens: &[&str], order: DateOrder) -> Option<(Date, usize)> {
    let mut parts: Vec<&str> = Vec::new();
    let mut used = 0;
    for token in tokens {
        used += 1;
        let is_number = token.starts_with(|c: char| c.is_ascii_digit());
        if is_number || month(token).is_some() {
            parts.push(token);
        } else if matches!(*token, "t" | ":" | "+") {
            return None;
        }
        if parts.len() == 3 {
            break;
        }
    }
    let [first, second, third] = parts[..] else { return None };
    let number = |text: &str| text.parse::<i64>().ok();
    let (year, month, day) = if let Some(month) = month(first) {
        (year(third)?, month, number(second)?)
    } else if let Some(month) = month(second) {
        (year(third)?, month, number(first)?)
    } else if first.len() == 4 {
        (number(first)?, number(second)?, number(third)?)
    } else {
        let (first, second) = (number(first)?, number(second)?);
        match order {
            DateOrder::MonthFirst => (year(third)?, first, second),
            DateOrder::DayFirst => (year(third)?, second, first),
        }
    };
    let small = |number: i64| i8::try_from(number).ok();
    let date = Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok()?;
    (1990..=2200).contains(&date.year()).then_some((date, used))
}

fn year(text: &str) -> Option<i64> {
    let year: i64 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// The time that the remaining tokens write, with its distance from UTC; `None` if they write
/// something else.
fn time(tokens: &[&str]) -> Option<(Option<Time>, Option<i64>)> {
    let tokens: Vec<&str> =
        tokens.iter().copied().filter(|t| !matches!(*t, "t" | "at" | "a")).collect();
    if tokens.is_empty() {
        return Some((None, None));
    }
    let hour: i8 = tokens[0].parse().ok()?;
    let mut at = 1;
    let mut part = |tokens: &[&str]| -> Option<i8> {
        if !matches!(tokens.get(at), Some(&":" | &"h")) {
            return Some(0);
        }
        let value = match tokens.get(at + 1).map(|text| text.parse::<i8>()) {
            Some(Ok(value)) => value,
            // "14 h" alone.
            _ if tokens[at] == "h" => return Some(0),
            _ => return None,
        };
        at += 2;
        Some(value)
    };
    let (minute, second) = (part(&tokens)?, part(&tokens)?);
    let mut rest = &tokens[at..];
    // Fractions of a second: digits alone after them.
    if rest.first().is_some_and(|t| t.len() <= 9 && t.bytes().all(|b| b.is_ascii_digit())) {
        rest = &rest[1..];
    }
    let hour = match rest.first() {
        Some(&"am") if hour == 12 => 0,
        Some(&"pm") if hour < 12 => hour + 12,
        _ => hour,
    };
    if matches!(rest.first(), Some(&"am" | &"pm" | &"h")) {
        rest = &rest[1..];
    }
    let time = Time::new(hour, minute, second, 0).ok()?;
    Some((Some(time), offset(rest)?))
}

/// `Some(None)` when nothing is said of UTC, `None` when it can't be read.
fn offset(tokens: &[&str]) -> Option<Option<i64>> {
    match tokens {
        [] => Some(None),
        ["z" | "utc" | "gmt"] => Some(Some(0)),
        ["utc" | "gmt", rest @ ..] => offset(rest),
        [sign @ ("+" | "-"), hours, rest @ ..] => {
            let number: i64 = hours.parse().ok()?;
            let seconds = match (hours.len(), rest) {
                (4, []) => number / 100 * 3600 + number % 100 * 60,
                (1 | 2, []) => number * 3600,
                (1 | 2, [":", minutes]) => number * 3600 + minutes.parse::<i64>().ok()? * 60,
                _ => return None,
            };
            let signed = if *sign == "-" { -seconds } else { seconds };
            (seconds <= 18 * 3600).then_some(Some(signed))
        }
        _ => None,
    }
}

/// The month a word names, in English or French, whole or shortened.
pub fn month(word: &str) -> Option<i64> {
    const MONTHS: [(&str, i64); 28] = [
        ("jan", 1),
        ("janv", 1),
        ("january", 1),
        ("janvier", 1),
        ("feb", 2),
        ("fev", 2),
        ("fevr", 2),
        ("february", 2),
        ("fevrier", 2),
        ("mar", 3),
        ("mars", 3),
        ("march", 3),
        ("apr", 4),
        ("avr", 4),
        ("april", 4),
        ("avril", 4),
        ("may", 5),
        ("mai", 5),
        ("jun", 6),
        ("june", 6),
        ("juin", 6),
        ("jul", 7),
        ("juil", 7),
        ("july", 7),
        ("juillet", 7),
        ("aug", 8),
        ("aou", 8),
        ("aout", 8),
    ];
    const MORE: [(&str, i64); 13] = [
        ("august", 8),
        ("sep", 9),
        ("sept", 9),
        ("september", 9),
        ("septembre", 9),
        ("oct", 10),
        ("october", 10),
        ("octobre", 10),
        ("nov", 11),
        ("november", 11),
        ("novembre", 11),
        ("dec", 12),
        ("december", 12),
    ];
    if word == "decembre" {
        return Some(12);
    }
    MONTHS.iter().chain(&MORE).find(|(name, _)| *name == word).map(|(_, month)| *month)
}
