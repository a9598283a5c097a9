//! What came of relaunches, against what came without.

use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};

use super::{FadingError, store};

/// How many of each an effect needs.
pub const ENOUGH: usize = 10;
/// One-sided, 5 %.
const Z: f64 = 1.645;

/// What came in the seven days after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// How many were relaunched, and measured.
    pub relaunched: usize,
    /// What came after, on average.
    pub came: Option<f64>,
    /// How many were not, and measured.
    pub others: usize,
    /// What came for those, on average: what was to be expected.
    pub expected: Option<f64>,
    /// What that shows.
    pub verdict: Verdict,
}

/// What the figures show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// There is too little of either.
    NotKnown,
    /// No effect shown.
    NoEffect,
    /// More came after relaunches.
    More,
}

/// What came of what was relaunched since an instant.
///
/// # Errors
/// [`FadingError`].
pub async fn effect(since: Timestamp, actor: &Actor, tx: &mut Tx) -> Result<Effect, FadingError> {
    actor.must(Right::Read)?;
    let (relaunched, others) = store::effect::measured(actor.brand(), since, tx).await?;
    Ok(Effect {
        relaunched: relaunched.len(),
        came: mean(&relaunched),
        others: others.len(),
        expected: mean(&others),
        verdict: verdict(&relaunched, &others),
    })
}

/// Whether more came of the first than of the second: a rank test, ties counted half.
pub fn verdict(relaunched: &[i64], others: &[i64]) -> Verdict {
    if relaunched.len() < ENOUGH || others.len() < ENOUGH {
        return Verdict::NotKnown;
    }
    let mut won = 0.0;
    for came in relaunched {
        for other in others {
            won += match came.cmp(other) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    let (n, m) = (float(relaunched.len()), float(others.len()));
    let mut all: Vec<i64> = relaunched.iter().chain(others).copied().collect();
    all.sort_unstable();
    let total = n + m;
    let ties: f64 =
        all.chunk_by(|a, b| a == b).map(|tied| float(tied.len()).powi(3) - float(tied.len())).sum();
    let spread = n * m / 12.0 * (total + 1.0 - ties / (total * (total - 1.0)));
    if spread <= 0.0 {
        return Verdict::NoEffect;
    }
    let z = (won - n * m / 2.0) / spread.sqrt();
    if z > Z { Verdict::More } else { Verdict::NoEffect }
}

fn mean(counts: &[i64]) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let sum: f64 = counts.iter().map(|count| *count as f64).sum();
    (!counts.is_empty()).then(|| sum / float(counts.len()))
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn float(count: usize) -> f64 {
    count as f64
}
