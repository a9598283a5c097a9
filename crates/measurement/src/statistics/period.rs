//! A period's rate: the median of its posts' rates, with what it rests on.

use std::collections::BTreeMap;

use super::engagement::{Measure, Unknown};
use super::figures::PostFigures;
use super::sample::{Quartiles, Sample};

/// On how many a figure rests: "12 of 14 posts".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those whose figure is known.
    pub known: usize,
    /// All of them.
    pub all: usize,
}

impl Coverage {
    /// Whether nothing is missing.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.known == self.all
    }
}

/// A measure over the posts of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodRate {
    /// What was measured.
    pub measure: Measure,
    /// The known rates, as shares.
    pub sample: Sample,
    /// Median and quartiles of the known rates; `None` when none is known.
    pub quartiles: Option<Quartiles>,
    /// How many posts' rates are known.
    pub coverage: Coverage,
    /// Why the others are not, with how many posts for each reason.
    pub unknown: BTreeMap<Unknown, usize>,
}

/// The median of the posts' rates, with quartiles. Never the sum of interactions over the number
/// of fans: one post seen by many would hide all others.
#[must_use]
pub fn period_rate<'a>(
    measure: Measure,
    posts: impl IntoIterator<Item = &'a PostFigures>,
) -> PeriodRate {
    let mut shares = Vec::new();
    let mut unknown = BTreeMap::new();
    let mut all = 0;
    for post in posts {
        all += 1;
        match measure.of(post) {
            Ok(rate) => shares.push(rate.share()),
            Err(reason) => *unknown.entry(reason).or_insert(0) += 1,
        }
    }
    let coverage = Coverage { known: shares.len(), all };
    let sample = Sample::new(shares);
    PeriodRate { measure, quartiles: sample.quartiles(), sample, coverage, unknown }
}
