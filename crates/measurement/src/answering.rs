//! Promises of answers, kept and broken, and how long answers took: response measures.
//!
//! - **Kept**: promises that ended in the period with what was promised, in time, over those that
//!   ended so in time or late. What was resolved without an answer is counted apart.
//! - **Time taken**: median and 90th percentile of the working time, in the brand's hours, that
//!   the clock ran: not while pending, put aside or resolved.

use channels::Channel;
use conversations::ConversationError;
use conversations::promise::{self, ClockKind, Kept, KeptPromise};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::Actor;
use primitives::Id;

/// What became of a brand's promises in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    /// Since when anything is promised: nothing is known of what was before.
    pub since: Option<Timestamp>,
    /// Each kind of promise: first answer, next answers, resolution.
    pub kinds: Vec<KindFigures>,
    /// How many promises run now.
    pub running: i64,
    /// Of these, how many are late.
    pub running_late: i64,
}

/// The figures of one kind of promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindFigures {
    /// Which kind.
    pub kind: ClockKind,
    /// Kept.
    pub kept: i64,
    /// Came, late.
    pub broken: i64,
    /// Resolved without it.
    pub dropped: i64,
    /// Over how many the times are taken.
    pub timed: i64,
    /// Half of them took no longer.
    pub median: Option<SignedDuration>,
    /// Nine in ten took no longer.
    pub p90: Option<SignedDuration>,
}

impl KindFigures {
    /// The share that was kept; none when none has ended.
    pub fn share(&self) -> Option<f64> {
        let all = self.kept + self.broken;
        #[expect(clippy::cast_precision_loss, reason = "counts of promises are small")]
        (all > 0).then(|| self.kept as f64 / all as f64)
    }

    fn of(kind: ClockKind, all: &[KeptPromise]) -> Self {
        let ended: Vec<_> = all.iter().filter(|one| one.kind == kind).collect();
        let count = |wanted: &dyn Fn(&KeptPromise) -> bool| {
            i64::try_from(ended.iter().filter(|one| wanted(one)).count()).unwrap_or(i64::MAX)
        };
        let mut times: Vec<_> =
            ended.iter().filter(|one| !one.dropped).map(|one| one.worked).collect();
        times.sort_unstable();
        Self {
            kind,
            kept: count(&|one| !one.dropped && !one.broken),
            broken: count(&|one| !one.dropped && one.broken),
            dropped: count(&|one| one.dropped),
            timed: i64::try_from(times.len()).unwrap_or(i64::MAX),
            median: median(&times),
            p90: nearest_rank(&times, 90),
        }
    }
}

/// What became of the promises that ended in `[from, until)`.
///
/// # Errors
/// [`ConversationError`].
pub async fn answering(
    from: Timestamp,
    until: Timestamp,
    channel: Option<Id<Channel>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Answering, ConversationError> {
    let kept: Kept = promise::kept(from, until, channel, actor, tx).await?;
    let kinds = [ClockKind::First, ClockKind::Next, ClockKind::Resolution];
    Ok(Answering {
        since: kept.since,
        kinds: kinds.into_iter().map(|kind| KindFigures::of(kind, &kept.ended)).collect(),
        running: kept.running,
        running_late: kept.running_late,
    })
}

/// The middle of what is sorted; between the two middle ones when they are two.
fn median(times: &[SignedDuration]) -> Option<SignedDuration> {
    let half = times.len() / 2;
    match times.len() {
        0 => None,
        count if count % 2 == 1 => Some(times[half]),
        _ => Some((times[half - 1] + times[half]) / 2),
    }
}

/// The smallest of what is sorted that so many in a hundred do not exceed.
fn nearest_rank(times: &[SignedDuration], hundredths: usize) -> Option<SignedDuration> {
    let rank = (times.len() * hundredths).div_ceil(100);
    times.get(rank.checked_sub(1)?).copied()
}

impl Answering {
    /// A brand that promises nothing: for the samples of pages.
    pub fn nothing_promised() -> Self {
        Self { since: None, kinds: Vec::new(), running: 0, running_late: 0 }
    }

    /// Figures made up, for the samples of pages.
    pub fn sample() -> Self {
        let minutes = |minutes| Some(SignedDuration::from_mins(minutes));
        let none = KindFigures::of(ClockKind::Next, &[]);
        let first = KindFigures {
            kind: ClockKind::First,
            kept: 41,
            broken: 3,
            dropped: 2,
            timed: 44,
            median: minutes(38),
            p90: minutes(195),
        };
        let few = KindFigures {
            kind: ClockKind::Resolution,
            kept: 7,
            broken: 1,
            timed: 8,
            ..first.clone()
        };
        let since = "2026-10-01T07:00:00Z".parse().ok();
        Self { since, kinds: vec![first, none, few], running: 6, running_late: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(all: &[i64]) -> Vec<SignedDuration> {
        all.iter().map(|one| SignedDuration::from_mins(*one)).collect()
    }

    #[test]
    fn half_took_no_longer_and_nine_in_ten_took_no_longer() {
        assert_eq!((median(&[]), nearest_rank(&[], 90)), (None, None));
        assert_eq!(median(&minutes(&[10])), Some(SignedDuration::from_mins(10)));
        assert_eq!(median(&minutes(&[10, 20])), Some(SignedDuration::from_mins(15)));
        let ten = minutes(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(nearest_rank(&ten, 90), Some(SignedDuration::from_mins(9)));
        assert_eq!(nearest_rank(&minutes(&[7]), 90), Some(SignedDuration::from_mins(7)));
    }

    #[test]
    fn what_was_dropped_is_neither_kept_nor_broken() {
        let one = |broken, dropped| KeptPromise {
            kind: ClockKind::First,
            channel: primitives::Id::from_slice(&[1; 16]).unwrap(),
            promised: SignedDuration::from_hours(4),
            worked: SignedDuration::from_hours(1),
            broken,
            dropped,
            ended_at: Timestamp::UNIX_EPOCH,
        };
        let all = [one(false, false), one(true, false), one(true, true)];
        let figures = KindFigures::of(ClockKind::First, &all);
        assert_eq!((figures.kept, figures.broken, figures.dropped, figures.timed), (1, 1, 1, 2));
        assert_eq!(figures.share(), Some(0.5));
        assert_eq!(KindFigures::of(ClockKind::Next, &all).share(), None);
    }
}
