//! Scales: round ticks that hold every value, and how values are written.

use crate::words::Words;

/// What the numbers of a chart are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Whole numbers: « 12 480 ».
    Count,
    /// Shares of one: « 3,4 % ».
    Share,
}

impl Unit {
    /// A value in words.
    pub fn worded(self, words: &Words, value: f64) -> String {
        match self {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "counts are whole and far below 2^53"
            )]
            Unit::Count => words.number(value.round() as i64),
            Unit::Share => share(words, value),
        }
    }
}

/// A share as a percentage, with the digits that keep a small one from being written 0.
pub(crate) fn share(words: &Words, share: f64) -> String {
    let digits = match share.abs() {
        share if share >= 0.009_95 || share == 0.0 => return words.percent(share),
        share if share >= 0.000_95 => 2,
        _ => 3,
    };
    // The sign and its space as the language sets them.
    let zero = words.percent(0.0);
    format!("{}{}", words.decimal(share * 100.0, digits), zero.trim_start_matches('0'))
}

/// A scale from zero to a round end.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// The end, above 0.
    pub end: f64,
    /// Round values from 0 to the end.
    pub ticks: Vec<f64>,
}

impl Scale {
    /// A scale that holds `most`, with about `count` steps; whole steps for counts.
    pub fn holding(most: f64, count: u32, unit: Unit) -> Self {
        let most = if most.is_finite() && most > 0.0 { most } else { least_end(unit) };
        let mut step = round_up(most / f64::from(count.max(1)));
        if unit == Unit::Count {
            step = step.max(1.0).round();
        }
        let steps = (most / step - 1e-9).ceil().max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
        let ticks = (0..=steps as u32).map(|n| f64::from(n) * step).collect();
        Self { end: steps * step, ticks }
    }

    /// Where a value lies, 0 to 1.
    pub fn place(&self, value: f64) -> f64 {
        (value / self.end).clamp(0.0, 1.0)
    }
}

fn least_end(unit: Unit) -> f64 {
    match unit {
        Unit::Count => 1.0,
        Unit::Share => 0.01,
    }
}

/// The next of 1, 2, 2.5, 5, 10 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let times = [1.0, 2.0, 2.5, 5.0, 10.0];
    let found = times.into_iter().find(|times| times * power >= value * (1.0 - 1e-9));
    found.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_share_is_not_written_as_nothing() {
        let words = Words::new(primitives::Language::Fr);
        assert_eq!(share(&words, 0.0), "0\u{202f}%");
        assert_eq!(share(&words, 0.034), "3,4\u{202f}%");
        assert_eq!(share(&words, 0.000_4), "0,040\u{202f}%");
        assert_eq!(share(&words, 0.001_2), "0,12\u{202f}%");
    }

    #[test]
    fn ticks_are_round_and_hold_every_value() {
        assert_eq!(Scale::holding(31.0, 4, Unit::Count).ticks, [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(Scale::holding(3.0, 4, Unit::Count).ticks, [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(Scale::holding(0.0, 4, Unit::Count).ticks, [0.0, 1.0]);
        assert_eq!(Scale::holding(f64::NAN, 4, Unit::Share).end, 0.01);
        let shares = Scale::holding(0.37, 4, Unit::Share);
        assert_eq!(shares.ticks.len(), 5);
        assert!(shares.end >= 0.37 && shares.place(0.37) <= 1.0);
        for most in [1.0, 7.0, 99.0, 1_248.0, 205_934.0, 1e12] {
            let scale = Scale::holding(most, 4, Unit::Count);
            assert!(scale.end >= most && scale.ticks.len() <= 6, "{scale:?}");
        }
    }
}
