//! What fades: pure, from counts and instants.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

/// How many posts a usual pace needs.
pub const MANY_POSTS: usize = 10;
/// How much comes in two days, usually, where it comes at all.
pub const LIVELY: i64 = 3;
/// How many comings-back a usual silence needs.
pub const MANY_RETURNS: usize = 20;
/// How often someone must have written for a conversation to be one.
pub const TALKS: i64 = 3;
/// The days of a post's life in which it may fade.
const AGES: std::ops::RangeInclusive<i64> = 2..=21;
/// Over how many days the pace is taken.
const WINDOW: i64 = 2;
/// The shortest and the longest silence that means something.
const SHORTEST: i64 = 48;
const LONGEST: i64 = 21 * 24;

/// A post and what came under it, day of its life by day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// When it appeared.
    pub published_at: Timestamp,
    /// How much came on each day of its life, from 0.
    pub by_day: BTreeMap<i64, i64>,
}

/// How a post goes, against the usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// What came in its last two days.
    pub recent: i64,
    /// What is usual at that age.
    pub usual: i64,
    /// Over how many posts.
    pub compared: i64,
    /// What came in all.
    pub total: i64,
}

impl Piece {
    /// How many whole days it has lived.
    pub fn age(&self, now: Timestamp) -> i64 {
        now.duration_since(self.published_at).as_hours() / 24
    }

    fn between(&self, from: i64, until: i64) -> i64 {
        self.by_day.range(from..until).map(|(_, count)| count).sum()
    }
}

/// The pace of a post that fades, against others of its channel; none when it does not, or when
/// the usual is not known.
pub fn pace(piece: &Piece, others: &[&Piece], now: Timestamp) -> Option<Pace> {
    let age = piece.age(now);
    if !AGES.contains(&age) {
        return None;
    }
    let (from, until) = (age - WINDOW, age);
    let lived = others.iter().filter(|other| other.age(now) >= age);
    let mut usual: Vec<i64> = lived.map(|other| other.between(from, until)).collect();
    if usual.len() < MANY_POSTS {
        return None;
    }
    usual.sort_unstable();
    let compared = i64::try_from(usual.len()).unwrap_or(i64::MAX);
    let usual = usual[usual.len() / 2];
    let (recent, total) = (piece.between(from, until), piece.between(0, until));
    let fades = usual >= LIVELY && total >= LIVELY && recent * 3 <= usual;
    fades.then_some(Pace { recent, usual, compared, total })
}

/// A silence, against the usual, in hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Silence {
    /// How long they have been silent.
    pub hours: i64,
    /// How long three in four take at most.
    pub usual: i64,
    /// Over how many comings-back.
    pub compared: i64,
}

/// The silence of someone who usually would have come back, since we spoke; none when it is not
/// long, or when the usual is not known.
pub fn silence(
    since: Timestamp,
    theirs: i64,
    returns: &[SignedDuration],
    now: Timestamp,
) -> Option<Silence> {
    if returns.len() < MANY_RETURNS || theirs < TALKS {
        return None;
    }
    let mut hours: Vec<i64> = returns.iter().map(SignedDuration::as_hours).collect();
    hours.sort_unstable();
    let usual = hours[hours.len() * 3 / 4].max(1);
    let silent = now.duration_since(since).as_hours();
    let compared = i64::try_from(hours.len()).unwrap_or(i64::MAX);
    let long = silent >= SHORTEST.max(usual * 3) && silent <= LONGEST;
    long.then_some(Silence { hours: silent, usual, compared })
}
