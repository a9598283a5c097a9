//! Numbers as each language writes them: « 12 480 », « 3,4 % », « 12,50 € ».

use primitives::Language;

use super::Words;

/// Thin, does not break: between thousands, and before %, in French.
const THIN: char = '\u{202f}';
/// Does not break: before a currency or a unit, in French.
const HARD: char = '\u{a0}';

impl Words {
    /// A whole number: « 12 480 », “12,480”.
    pub fn number(&self, number: i64) -> String {
        whole(self.language, &number.unsigned_abs().to_string(), number < 0)
    }

    /// A number with that many digits after the mark: « 3,40 », “3.40”.
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        decimal(self.language, number, digits)
    }

    /// A share of one as a percentage: `0.034` is « 3,4 % », “3.4%”.
    pub fn percent(&self, share: f64) -> String {
        let number = decimal(self.language, share * 100.0, 1);
        let number = number.strip_suffix(",0").or(number.strip_suffix(".0")).unwrap_or(&number);
        match self.language {
            Language::Fr => format!("{number}{THIN}%"),
            Language::En => format!("{number}%"),
        }
    }

    /// Money, in minor units of an ISO 4217 currency of two decimals: « 12,50 € », “€12.50”.
    pub fn money(&self, minor: i64, currency: &str) -> String {
        let amount = decimal(self.language, minor as f64 / 100.0, 2);
        let symbol = match currency {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            other => other,
        };
        match self.language {
            Language::Fr => format!("{amount}{HARD}{symbol}"),
            Language::En if symbol.chars().count() == 1 => match amount.strip_prefix('−') {
                Some(amount) => format!("−{symbol}{amount}"),
                None => format!("{symbol}{amount}"),
            },
            Language::En => format!("{symbol}{HARD}{amount}"),
        }
    }

    /// The size of a file: « 1,4 Mo », “1.4 MB”.
    pub fn size(&self, bytes: u64) -> String {
        let units = match self.language {
            Language::Fr => ["octets", "ko", "Mo", "Go", "To"],
            Language::En => ["bytes", "kB", "MB", "GB", "TB"],
        };
        let (mut size, mut unit) = (bytes as f64, 0);
        while size >= 1000.0 && unit + 1 < units.len() {
            size /= 1000.0;
            unit += 1;
        }
        let digits = usize::from(unit > 0 && size < 10.0);
        format!("{}{HARD}{}", decimal(self.language, size, digits), units[unit])
    }
}

pub(super) fn decimal(language: Language, number: f64, digits: usize) -> String {
    let text = format!("{:.digits$}", number.abs());
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let negative = number < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let mut all = whole(language, before, negative);
    if !after.is_empty() {
        all.push(if language == Language::Fr { ',' } else { '.' });
        all += after;
    }
    all
}

fn whole(language: Language, digits: &str, negative: bool) -> String {
    let separator = if language == Language::Fr { THIN } else { ',' };
    let mut all = String::with_capacity(digits.len() * 2);
    if negative {
        all.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            all.push(separator);
        }
        all.push(digit);
    }
    all
}
