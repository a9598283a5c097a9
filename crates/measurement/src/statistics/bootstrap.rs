//! Bootstrap intervals of medians (percentile method).
//!
//! A resample of `n` values has for median one or two of its order statistics, and the ranks of
//! order statistics of uniform draws follow a beta law. So one draw of that law replaces `n`
//! draws and a sort: the result has exactly the distribution of the plain bootstrap, at a cost
//! that does not depend on the size of the sample.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::sample::Sample;

/// The resamples an interval usually rests on.
pub const RESAMPLES: usize = 2_000;
/// The fewest values an interval is given for. On skewed values, as rates are, intervals hold the
/// true median 93 times in 100 from 10 values on and 95 from 40; below 10 they fall to 91.
pub const SMALLEST_SAMPLE: usize = 10;
/// The share of intervals that hold what they estimate.
pub(super) const CONFIDENCE: f64 = 0.95;

/// Where a median, or a difference of medians, lies about 95 times in 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end, never below `low`.
    pub high: f64,
}

impl Interval {
    /// Whether zero lies in the interval, ends included.
    #[must_use]
    pub fn holds_zero(&self) -> bool {
        self.low <= 0.0 && self.high >= 0.0
    }
}

/// The sample is too small for an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{have} values, {need} are needed for an interval")]
pub struct NotEnough {
    /// Values in the smaller sample.
    pub have: usize,
    /// Values needed: [`SMALLEST_SAMPLE`].
    pub need: usize,
}

/// The 95 % interval of a median. The same seed gives the same interval.
///
/// # Errors
/// [`NotEnough`] under [`SMALLEST_SAMPLE`] values.
pub fn median_interval(
    sample: &Sample,
    resamples: usize,
    seed: u64,
) -> Result<Interval, NotEnough> {
    enough(sample)?;
    let medians = resampled_medians(sample, resamples, seed, 0);
    Ok(interval(medians.iter().copied(), medians.len(), CONFIDENCE))
}

/// The 95 % interval of `median(a) - median(b)`. The same seed gives the same interval.
///
/// # Errors
/// [`NotEnough`] if either sample has under [`SMALLEST_SAMPLE`] values.
pub fn difference_interval(
    a: &Sample,
    b: &Sample,
    resamples: usize,
    seed: u64,
) -> Result<Interval, NotEnough> {
    enough(a)?;
    enough(b)?;
    let a = resampled_medians(a, resamples, seed, 0);
    let b = resampled_medians(b, resamples, seed, 1);
    Ok(interval_of_differences(&a, &b, CONFIDENCE))
}

pub(super) const fn enough(sample: &Sample) -> Result<(), NotEnough> {
    if sample.len() < SMALLEST_SAMPLE {
        return Err(NotEnough { have: sample.len(), need: SMALLEST_SAMPLE });
    }
    Ok(())
}

/// The medians of `resamples` resamples of a sample that is not empty. `stream` tells apart the
/// samples of one comparison, so that each keeps its draws when another is added.
pub(super) fn resampled_medians(
    sample: &Sample,
    resamples: usize,
    seed: u64,
    stream: u64,
) -> Vec<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    (0..resamples.max(1)).map(|_| resampled_median(sample.values(), &mut rng)).collect()
}

pub(super) fn interval_of_differences(a: &[f64], b: &[f64], confidence: f64) -> Interval {
    interval(a.iter().zip(b).map(|(a, b)| a - b), a.len().min(b.len()), confidence)
}

/// The values between which the middle `confidence` of `count` draws lie. The ends are draws,
/// rounded outwards: never narrower than asked.
pub(super) fn interval(
    draws: impl Iterator<Item = f64>,
    count: usize,
    confidence: f64,
) -> Interval {
    let beyond = ((1.0 - confidence) / 2.0 * count.saturating_sub(1) as f64).floor() as usize;
    let (mut least, mut greatest) = (Tail::new(beyond + 1), Tail::new(beyond + 1));
    for draw in draws {
        least.offer(draw);
        greatest.offer(-draw);
    }
    Interval { low: least.end, high: -greatest.end }
}

/// The few least values of many, kept in order. Both ends of an interval are found in one pass
/// over the draws, which is quicker than sorting them: most draws cost one comparison.
struct Tail {
    values: Vec<f64>,
    size: usize,
    /// The greatest value kept once the tail is full, infinite until then.
    end: f64,
}

impl Tail {
    fn new(size: usize) -> Self {
        Self { values: Vec::with_capacity(size + 1), size, end: f64::INFINITY }
    }

    fn offer(&mut self, value: f64) {
        if value >= self.end {
            return;
        }
        let at = self.values.partition_point(|kept| *kept <= value);
        self.values.insert(at, value);
        self.values.truncate(self.size);
        if self.values.len() == self.size {
            self.end = self.values[self.size - 1];
        }
    }
}

fn resampled_median(sorted: &[f64], rng: &mut impl Rng) -> f64 {
    let n = sorted.len();
    let half = n / 2;
    let at = |uniform: f64| sorted[((uniform * n as f64) as usize).min(n - 1)];
    if n % 2 == 1 {
        return at(symmetric_beta(half as f64 + 1.0, rng));
    }
    // The spaces below, between and above the two middle draws follow a Dirichlet law of
    // parameters (half, 1, half): the space between is independent of how the rest is shared.
    let between = 1.0 - open_unit(rng).powf(1.0 / n as f64);
    let lower = symmetric_beta(half as f64, rng) * (1.0 - between);
    f64::midpoint(at(lower), at(lower + between))
}

/// A draw of the beta law whose two parameters are `shape`, by Ulrich's formula.
fn symmetric_beta(shape: f64, rng: &mut impl Rng) -> f64 {
    let radius = (1.0 - open_unit(rng).powf(2.0 / (2.0 * shape - 1.0))).sqrt();
    0.5 + 0.5 * radius * (std::f64::consts::TAU * rng.random::<f64>()).cos()
}

/// A uniform draw in (0, 1].
fn open_unit(rng: &mut impl Rng) -> f64 {
    1.0 - rng.random::<f64>()
}
