//! Comparing groups of posts: which has the higher median, and whether that is shown.

use super::bootstrap::{
    CONFIDENCE, Interval, NotEnough, enough, interval, interval_of_differences, resampled_medians,
};
use super::sample::{Quartiles, Sample};

/// Draws that should lie beyond each end of an interval for that end to be steady.
const DRAWS_IN_A_TAIL: usize = 8;

/// A group to compare, by a key of the caller's: a format, a topic, an hour.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<K> {
    /// What the group is.
    pub key: K,
    /// Its posts' figures.
    pub sample: Sample,
}

/// What is known of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupSummary<K> {
    /// What the group is.
    pub key: K,
    /// How many figures.
    pub count: usize,
    /// Median and quartiles, if there is any figure.
    pub quartiles: Option<Quartiles>,
    /// The 95 % interval of the median, or why there is none.
    pub interval: Result<Interval, NotEnough>,
}

/// Two groups compared; indices in [`Comparison::groups`], `higher` having the higher median.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The group with the higher median, or the first of two equal ones.
    pub higher: usize,
    /// The other group.
    pub lower: usize,
    /// Interval of `median(higher) - median(lower)`, at 95 % for all pairs together.
    pub difference: Interval,
    /// Whether the difference is shown.
    pub verdict: PairVerdict,
}

/// Whether two groups are shown to differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairVerdict {
    /// The interval of the difference holds zero.
    NoDifferenceShown,
    /// The interval of the difference excludes zero.
    Higher,
}

/// What may be said of all the groups together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer than two groups are large enough.
    NotEnough,
    /// No pair is shown to differ. It is a result, not a failure.
    NoDifferenceShown,
    /// One group is shown higher than others: the one higher than most, then by median.
    Higher {
        /// Index of the group in [`Comparison::groups`].
        group: usize,
        /// Indices of those it is shown higher than.
        than: Vec<usize>,
    },
}

/// Groups compared two by two.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<K> {
    /// The groups, in the order given.
    pub groups: Vec<GroupSummary<K>>,
    /// Every pair of groups large enough.
    pub pairs: Vec<Pair>,
    /// What may be said.
    pub verdict: Verdict,
}

/// Compares the medians of `groups`, two by two.
///
/// The intervals of the groups' medians are at 95 % each. Those of the differences are at 95 %
/// for all pairs together (Bonferroni), so that comparing ten topics does not find one by
/// chance; with two groups it is the plain 95 %. More pairs need finer intervals: `resamples` is
/// raised to what they need. The same seed gives the same comparison.
#[must_use]
pub fn compare<K: Clone>(groups: &[Group<K>], resamples: usize, seed: u64) -> Comparison<K> {
    let large = groups.iter().filter(|group| enough(&group.sample).is_ok()).count();
    let pair_count = (large * large.saturating_sub(1) / 2).max(1);
    let resamples = resamples.max(resamples_for(pair_count));
    let medians: Vec<Result<Vec<f64>, NotEnough>> = groups
        .iter()
        .zip(0..)
        .map(|(group, stream)| {
            enough(&group.sample)?;
            Ok(resampled_medians(&group.sample, resamples, seed, stream))
        })
        .collect();
    let summaries: Vec<GroupSummary<K>> =
        groups.iter().zip(&medians).map(|(group, medians)| summary(group, medians)).collect();
    let pairs = pairs(&summaries, &medians, 1.0 - (1.0 - CONFIDENCE) / pair_count as f64);
    let verdict = verdict(&summaries, &pairs);
    Comparison { groups: summaries, pairs, verdict }
}

fn resamples_for(pair_count: usize) -> usize {
    let tail = (1.0 - CONFIDENCE) / 2.0 / pair_count as f64;
    (DRAWS_IN_A_TAIL as f64 / tail).ceil() as usize
}

fn summary<K: Clone>(group: &Group<K>, medians: &Result<Vec<f64>, NotEnough>) -> GroupSummary<K> {
    GroupSummary {
        key: group.key.clone(),
        count: group.sample.len(),
        quartiles: group.sample.quartiles(),
        interval: medians
            .as_ref()
            .map(|medians| interval(medians.iter().copied(), medians.len(), CONFIDENCE))
            .map_err(|not_enough| *not_enough),
    }
}

fn pairs<K>(
    groups: &[GroupSummary<K>],
    medians: &[Result<Vec<f64>, NotEnough>],
    confidence: f64,
) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (i, a) in medians.iter().enumerate() {
        for (j, b) in medians.iter().enumerate().skip(i + 1) {
            let (Ok(a), Ok(b)) = (a, b) else { continue };
            let swapped = median(&groups[j]) > median(&groups[i]);
            let difference = if swapped {
                interval_of_differences(b, a, confidence)
            } else {
                interval_of_differences(a, b, confidence)
            };
            let (higher, lower) = if swapped { (j, i) } else { (i, j) };
            // Entirely below zero cannot happen to the group with the higher median but by a
            // freak of the draws, and would show nothing.
            let verdict = if difference.low > 0.0 {
                PairVerdict::Higher
            } else {
                PairVerdict::NoDifferenceShown
            };
            pairs.push(Pair { higher, lower, difference, verdict });
        }
    }
    pairs
}

fn verdict<K>(groups: &[GroupSummary<K>], pairs: &[Pair]) -> Verdict {
    if pairs.is_empty() {
        return Verdict::NotEnough;
    }
    let lower_than = |group: usize| -> Vec<usize> {
        pairs
            .iter()
            .filter(|pair| pair.higher == group && pair.verdict == PairVerdict::Higher)
            .map(|pair| pair.lower)
            .collect()
    };
    (0..groups.len())
        .map(|group| (group, lower_than(group)))
        .filter(|(_, than)| !than.is_empty())
        .max_by(|(a, than_a), (b, than_b)| {
            than_a
                .len()
                .cmp(&than_b.len())
                .then(median(&groups[*a]).total_cmp(&median(&groups[*b])))
                .then(b.cmp(a))
        })
        .map_or(Verdict::NoDifferenceShown, |(group, than)| Verdict::Higher { group, than })
}

fn median<K>(group: &GroupSummary<K>) -> f64 {
    group.quartiles.map_or(f64::NEG_INFINITY, |quartiles| quartiles.median)
}
