//! Counts as people's spreadsheets write them.

use std::collections::BTreeSet;

/// How a sheet writes numbers: its decimal sign, where one was seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberStyle {
    /// No decimal was seen: a point or comma before three digits parts thousands.
    #[default]
    Whole,
    /// `1,234.5`
    PointDecimal,
    /// `1.234,5` or `1 234,5`
    CommaDecimal,
}

/// Why a cell is not a count.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, thiserror::Error,
)]
#[serde(rename_all = "snake_case")]
pub enum NotACount {
    /// It is not a number at all.
    #[error("not a number")]
    NotANumber,
    /// It has decimals, is a percentage, or is rounded (`1.2K`): not a count.
    #[error("not a whole number")]
    NotWhole,
    /// Below 0.
    #[error("below zero")]
    Negative,
    /// More than any network counts.
    #[error("too large")]
    TooLarge,
}

/// The greatest count believed: a thousand times the people on Earth.
const GREATEST: i64 = 10_000_000_000_000;

/// Whether a cell says that nothing is known: blank, a dash, `N/A` and their kin. Never 0.
#[must_use]
pub fn says_unknown(cell: &str) -> bool {
    let cell = cell.trim_matches(is_blank).to_lowercase();
    matches!(
        cell.as_str(),
        "" | "-"
            | "--"
            | "---"
            | "–"
            | "—"
            | "n/a"
            | "na"
            | "n.a."
            | "n/d"
            | "nd"
            | "n.d."
            | "null"
            | "none"
            | "nil"
            | "nan"
            | "#n/a"
            | "?"
    )
}

/// How a sheet writes numbers, guessed from all its figures together: `4.25` or `12.0` show that
/// the point is decimal there, and then `1.234` is not one thousand.
#[must_use]
pub fn guess_style<'a>(cells: impl IntoIterator<Item = &'a str>) -> NumberStyle {
    let mut decimals = BTreeSet::new();
    for cell in cells {
        if let Some(sign) = sure_decimal(&squeezed(cell)) {
            decimals.insert(sign);
        }
    }
    match (decimals.contains(&'.'), decimals.contains(&',')) {
        (true, false) => NumberStyle::PointDecimal,
        (false, true) => NumberStyle::CommaDecimal,
        _ => NumberStyle::Whole,
    }
}

/// A count; `None` where the cell says that nothing is known.
///
/// # Errors
/// [`NotACount`].
pub fn count(cell: &str, style: NumberStyle) -> Result<Option<i64>, NotACount> {
    if says_unknown(cell) {
        return Ok(None);
    }
    let text = squeezed(cell);
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(NotACount::NotANumber);
    }
    if let Some(c) = text.chars().find(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',')) {
        let rounded = matches!(c, '%' | 'k' | 'K' | 'm' | 'M' | 'e' | 'E');
        return Err(if rounded { NotACount::NotWhole } else { NotACount::NotANumber });
    }
    let digits = whole_digits(text, style)?;
    let value: i64 = digits.parse().map_err(|_| NotACount::TooLarge)?;
    match value {
        1.. if negative => Err(NotACount::Negative),
        value if value > GREATEST => Err(NotACount::TooLarge),
        value => Ok(Some(value)),
    }
}

/// The digits of a text of digits, points and commas, if it writes a whole number.
fn whole_digits(text: &str, style: NumberStyle) -> Result<String, NotACount> {
    let decimal = match style {
        NumberStyle::PointDecimal => Some('.'),
        NumberStyle::CommaDecimal => Some(','),
        NumberStyle::Whole => sure_decimal(text),
    };
    let (whole, fraction) = match decimal.and_then(|sign| text.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return Err(NotACount::NotANumber);
    }
    if fraction.chars().any(|c| c != '0') {
        return Err(NotACount::NotWhole);
    }
    let mut groups = whole.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    let mut grouped = false;
    for group in groups {
        // Indian grouping has pairs before the last three.
        if !matches!(group.len(), 2 | 3) {
            return Err(NotACount::NotANumber);
        }
        grouped = true;
        digits.push_str(group);
    }
    let last = whole.rsplit(['.', ',']).next().unwrap_or_default();
    if grouped && (last.len() != 3 || first.is_empty() || first.len() > 3) {
        return Err(NotACount::NotANumber);
    }
    Ok(digits)
}

/// The decimal sign, if this number leaves no doubt about it: one sign followed by other than
/// three digits, or the last of two different signs.
fn sure_decimal(text: &str) -> Option<char> {
    let is_number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '-'));
    if !is_number {
        return None;
    }
    let text = text.trim_matches(['%', '-']);
    let last = text.rfind(['.', ','])?;
    let sign = text[last..].chars().next()?;
    let other = if sign == '.' { ',' } else { '.' };
    let after = text.len() - last - 1;
    let signs = text.matches(sign).count();
    let sure = signs == 1 && (text.contains(other) || (after != 3 && after > 0));
    sure.then_some(sign)
}

/// Without the spaces and apostrophes that part thousands.
fn squeezed(cell: &str) -> String {
    cell.chars().filter(|c| !is_blank(*c) && !matches!(c, '\'' | '\u{2019}')).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
}
