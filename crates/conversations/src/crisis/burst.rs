//! What the past predicts of an hour or a day, and when a count is a burst.
//!
//! The definition is that of the measures: the count of an hour (a day) against what the same
//! weekday and hour of the last 28 days predict; a burst is beyond the 99.9th percentile of that
//! prediction, and at least 5.
//!
//! The prediction is the predictive distribution of a Poisson count whose rate is not known but
//! was seen `n` times: with Jeffreys' prior, gamma(1/2, 0), the rate is gamma(Σx + 1/2, n) and the
//! next count negative binomial, of size Σx + 1/2 and probability n / (n + 1). It is what
//! outbreak detection uses for so few past counts (the Bayes method of A. Riebler, 2004; M. Höhle,
//! « surveillance: An R package for the monitoring of infectious diseases », Computational
//! Statistics 22, 2007; on the prior, Bernardo & Smith, *Bayesian Theory*, 5.4). Why this one: it
//! is exact for four counts, knows how little four counts say (a plain Poisson about their mean
//! would cry wolf many times more often), and stays defined when all of them are nought. What it
//! can't know from four counts is whether they vary more than chance: a brand whose ordinary days
//! differ widely is told a little more often than once in a thousand.

use database::text_enum;
use serde::{Deserialize, Serialize};

/// How many past weeks are looked at.
pub const WEEKS: usize = 4;
/// How many past days stand in for them while a brand is new.
pub const EARLY_DAYS: usize = 7;
/// Fewer is never a burst.
pub const AT_LEAST: i64 = 5;
/// The share of what is predicted that a burst goes beyond.
const PERCENTILE: f64 = 0.999;

text_enum! {
    /// How long what is counted lasts.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Span {
        /// An hour of the brand's clock.
        Hour => "hour",
        /// A day of the brand's calendar.
        Day => "day",
    }
}

text_enum! {
    /// What a prediction rests on.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Basis {
        /// The last 28 days, the same weekday and hour: the measure as it is defined.
        Measured => "measured",
        /// The last 7 days, the same hour whatever the weekday: a first sign, under its own
        /// name, while there are not 28 days yet.
        Early => "early",
    }
}

/// What is predicted of a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prediction {
    /// What it rests on.
    pub basis: Basis,
    /// The past counts, the latest first.
    pub past: Vec<i64>,
    /// The 99.9th percentile of what they predict: the most that is usual.
    pub most: i64,
}

impl Prediction {
    /// What these counts predict; nothing without any.
    pub fn of(basis: Basis, past: Vec<i64>) -> Option<Self> {
        let most = percentile(&past, PERCENTILE)?;
        Some(Self { basis, past, most })
    }

    /// Whether a count is a burst.
    pub fn is_burst(&self, seen: i64) -> bool {
        seen > self.most && seen >= AT_LEAST
    }

    /// The middle of what is usual: the median of what is predicted.
    pub fn usual(&self) -> i64 {
        percentile(&self.past, 0.5).unwrap_or_default()
    }

    /// From how many on a count is a burst.
    pub fn threshold(&self) -> i64 {
        (self.most + 1).max(AT_LEAST)
    }
}

/// The smallest count at which the predictive distribution reaches `share`.
fn percentile(past: &[i64], share: f64) -> Option<i64> {
    if past.is_empty() {
        return None;
    }
    let seen = past.len() as f64;
    let size = past.iter().map(|count| (*count).max(0) as f64).sum::<f64>() + 0.5;
    let (stays, goes_on) = ((seen / (seen + 1.0)).ln(), (1.0 / (seen + 1.0)).ln());
    // Of logarithms, since the first terms of a large rate are smaller than any number.
    let mut logarithm = size * stays;
    let (mut sum, mut count) = (logarithm.exp(), 0_i64);
    let last = (size / seen) * 4.0 + 1_000.0;
    while sum < share && (count as f64) < last {
        let at = count as f64;
        logarithm += (at + size).ln() - (at + 1.0).ln() + goes_on;
        sum += logarithm.exp();
        count += 1;
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn most(past: &[i64]) -> i64 {
        percentile(past, PERCENTILE).expect("there is a past")
    }

    #[test]
    fn the_percentiles_are_those_of_the_negative_binomial() {
        // R: qnbinom(0.999, size = sum + 0.5, prob = 4/5)
        assert_eq!(most(&[0, 0, 0, 0]), 3);
        assert_eq!(most(&[2, 1, 3, 2]), 9);
        assert_eq!(percentile(&[2, 1, 3, 2], 0.5), Some(2));
        assert!(percentile(&[], PERCENTILE).is_none());
    }

    #[test]
    fn a_rate_of_thousands_is_no_trouble() {
        let most = most(&[5_000, 5_100, 4_900, 5_000]);
        assert!((5_200..5_300).contains(&most), "{most}");
    }

    #[test]
    fn four_are_never_a_burst_and_five_after_silence_are() {
        let silence = Prediction::of(Basis::Measured, vec![0; WEEKS]).expect("a prediction");
        assert!(!silence.is_burst(4));
        assert!(silence.is_burst(5));
        assert_eq!(silence.threshold(), 5);
    }
}
