//! Rates, kept as their two numbers.

use serde::{Deserialize, Serialize};

/// Under this many people a rate shows its two numbers, not a percentage alone.
pub const FEW_PEOPLE: i64 = 20;

/// A share of people, kept as its two numbers. The denominator is at least 1; the numerator may
/// pass it, since one person may react, comment and share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(i64, i64)", into = "(i64, i64)")]
pub struct Rate {
    numerator: i64,
    denominator: i64,
}

/// How a rate may be shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ShownRate {
    /// "3 of 12": too few people for a percentage.
    Parts {
        /// What was counted.
        numerator: i64,
        /// Out of how many people.
        denominator: i64,
    },
    /// "3.4 %".
    Share {
        /// 0.034 for 3.4 %.
        share: f64,
    },
}

impl Rate {
    /// `numerator` out of `denominator`; `None` unless the first is at least 0 and the second 1.
    #[must_use]
    pub const fn new(numerator: i64, denominator: i64) -> Option<Self> {
        if numerator < 0 || denominator < 1 {
            return None;
        }
        Some(Self { numerator, denominator })
    }

    /// What was counted.
    #[must_use]
    pub const fn numerator(self) -> i64 {
        self.numerator
    }

    /// Out of how many; at least 1.
    #[must_use]
    pub const fn denominator(self) -> i64 {
        self.denominator
    }

    /// The rate as a number: 0.034 for 3.4 %.
    #[must_use]
    pub fn share(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// How it may be shown: its two numbers under [`FEW_PEOPLE`] people, a share from there on.
    #[must_use]
    pub fn shown_as(self) -> ShownRate {
        let Self { numerator, denominator } = self;
        if denominator < FEW_PEOPLE {
            ShownRate::Parts { numerator, denominator }
        } else {
            ShownRate::Share { share: self.share() }
        }
    }
}

impl TryFrom<(i64, i64)> for Rate {
    type Error = &'static str;

    fn try_from((numerator, denominator): (i64, i64)) -> Result<Self, Self::Error> {
        Self::new(numerator, denominator).ok_or("a rate is a count of at least 0 over at least 1")
    }
}

impl From<Rate> for (i64, i64) {
    fn from(rate: Rate) -> Self {
        (rate.numerator, rate.denominator)
    }
}
