//! What hours and days add to the usual rate, pulled back as far as posts are few.
//!
//! Rates are skewed, so the fit is made on their square roots `y` (the usual rate and what is
//! expected at a time are squared back). Each account has a level of its own, pulled towards the
//! level of all by five posts' worth, and is taken away first: an account that publishes at noon
//! and engages more does not make noon better. Then, on what is left, one after the other:
//!
//! 1. hours: the mean around each hour, neighbours counting (weights 1, ½, ⅕ at 0, 1, 2 hours,
//!    around the clock);
//! 2. each hour by itself, on what that leaves, so that many posts show a sharp edge;
//! 3. weekdays, on what hours leave; 4. each hour of each weekday, on what all leave.
//!
//! Each mean of `n` posts (after weighting, Kish's effective number) is multiplied by
//! `B = t² / (t² + s²/n)`, where `s²` is the variance within groups and `t²` that between them by
//! the method of moments (never below 0; 0 makes every `B` nought: all times alike). What is
//! uncertain of it is `t²·(1 - B)`; the four add up, and the interval is the estimate ± 1.96
//! standard deviations. A time without posts keeps the whole `t²`: its interval is wide.
//!
//! Whether times differ at all is asked apart, since the best of 168 always looks good: the
//! spread between hours and between weekdays is compared with that of 199 shuffles of the posts
//! among their times.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use crate::statistics::Interval;

const NEAR: [f64; 3] = [1.0, 0.5, 0.2];
const SHUFFLES: usize = 199;
/// Times are held to differ when shuffles do as well less often than this.
const CHANCE: f64 = 0.05;
const SEED: u64 = 2016;
/// How many posts' worth an account's level is pulled towards that of all.
const PULL: f64 = 5.0;

/// One post: where, when and how it did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen {
    /// Its account.
    pub group: usize,
    /// 0 for Monday to 6 for Sunday.
    pub weekday: usize,
    /// 0 to 23.
    pub hour: usize,
    /// Its rate, 0.034 for 3.4 %.
    pub rate: f64,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    level: f64,
    hours: Effects,
    edges: Effects,
    days: Effects,
    cells: Effects,
    counts: Vec<usize>,
    chance: f64,
}

#[derive(Debug, Clone, PartialEq)]
struct Effects {
    between: f64,
    /// The effect of each, and what is uncertain of it.
    each: Vec<(f64, f64)>,
}

/// Fits; none without posts.
#[must_use]
pub fn fit(seen: &[Seen]) -> Option<Fit> {
    if seen.is_empty() {
        return None;
    }
    let (level, mut left) = without_accounts(seen);
    let chance = chance(seen, &left);
    let hour = |index: usize| seen[index].hour;
    let day = |index: usize| seen[index].weekday;
    let cell = |index: usize| seen[index].weekday * 24 + seen[index].hour;
    let hours = effects(&left, &hour, 24, true);
    take_away(&mut left, &hour, &hours);
    let edges = effects(&left, &hour, 24, false);
    take_away(&mut left, &hour, &edges);
    let days = effects(&left, &day, 7, false);
    take_away(&mut left, &day, &days);
    let cells = effects(&left, &cell, 168, false);
    let mut counts = vec![0; 168];
    for index in 0..seen.len() {
        counts[cell(index)] += 1;
    }
    Some(Fit { level, hours, edges, days, cells, counts, chance })
}

impl Fit {
    /// The usual rate.
    #[must_use]
    pub fn usual(&self) -> f64 {
        self.level * self.level
    }

    /// What is expected at an hour of a weekday, with its 95 % interval.
    #[must_use]
    pub fn at(&self, weekday: usize, hour: usize) -> (f64, Interval) {
        let parts = [
            self.hours.each[hour],
            self.edges.each[hour],
            self.days.each[weekday],
            self.cells.each[weekday * 24 + hour],
        ];
        let root = self.level + parts.iter().map(|part| part.0).sum::<f64>();
        let wide = 1.96 * parts.iter().map(|part| part.1).sum::<f64>().sqrt();
        let square = |root: f64| root.max(0.0).powi(2);
        (square(root), Interval { low: square(root - wide), high: square(root + wide) })
    }

    /// How many posts came out then.
    #[must_use]
    pub fn posts_at(&self, weekday: usize, hour: usize) -> usize {
        self.counts[weekday * 24 + hour]
    }

    /// Whether times differ by more than chance makes them.
    #[must_use]
    pub fn is_beyond_chance(&self) -> bool {
        self.chance <= CHANCE
    }

    /// Whether hours differ, on some day at least.
    #[must_use]
    pub fn hours_differ(&self) -> bool {
        self.hours.between > 0.0 || self.edges.between > 0.0 || self.cells.between > 0.0
    }

    /// Whether days differ, at some hour at least.
    #[must_use]
    pub fn days_differ(&self) -> bool {
        self.days.between > 0.0 || self.cells.between > 0.0
    }
}

/// The level of all, and what each post has beyond its account's.
fn without_accounts(seen: &[Seen]) -> (f64, Vec<f64>) {
    let roots: Vec<f64> = seen.iter().map(|one| one.rate.max(0.0).sqrt()).collect();
    let level = mean(roots.iter().copied());
    let groups = seen.iter().map(|one| one.group).max().unwrap_or(0) + 1;
    let mut sums = vec![(0.0, 0.0); groups];
    for (one, root) in seen.iter().zip(&roots) {
        sums[one.group].0 += root;
        sums[one.group].1 += 1.0;
    }
    let own = |group: usize| (sums[group].0 + PULL * level) / (sums[group].1 + PULL);
    let mut left: Vec<f64> =
        seen.iter().zip(&roots).map(|(one, root)| root - own(one.group)).collect();
    let rest = mean(left.iter().copied());
    left.iter_mut().for_each(|value| *value -= rest);
    (level, left)
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

fn effects(left: &[f64], key: &dyn Fn(usize) -> usize, keys: usize, around: bool) -> Effects {
    let mut sums = vec![(0.0_f64, 0.0_f64); keys];
    for (index, value) in left.iter().enumerate() {
        let (sum, count) = &mut sums[key(index)];
        *sum += value;
        *count += 1.0;
    }
    let own = |k: usize| if sums[k].1 > 0.0 { sums[k].0 / sums[k].1 } else { 0.0 };
    let used = sums.iter().filter(|(_, count)| *count > 0.0).count() as f64;
    let all = left.len() as f64;
    let inside: f64 = left.iter().enumerate().map(|(i, v)| (v - own(key(i))).powi(2)).sum();
    if used < 2.0 || all - used < 1.0 {
        return Effects { between: 0.0, each: vec![(0.0, 0.0); keys] };
    }
    let within = inside / (all - used);
    let squares: f64 = sums.iter().map(|(_, count)| count * count).sum();
    let size = (all - squares / all) / (used - 1.0);
    let spread: f64 = (0..keys).map(|k| sums[k].1 * own(k).powi(2)).sum::<f64>() / (used - 1.0);
    let between = if size > 0.0 { ((spread - within) / size).max(0.0) } else { 0.0 };
    let each = (0..keys).map(|k| pulled(&sums, k, around, between, within)).collect();
    Effects { between, each }
}

/// The mean of a key, neighbours counting where it is around the clock, pulled back.
fn pulled(sums: &[(f64, f64)], key: usize, around: bool, between: f64, within: f64) -> (f64, f64) {
    if between <= 0.0 {
        return (0.0, 0.0);
    }
    let (mut sum, mut weight, mut squares) = (0.0, 0.0, 0.0);
    for (other, (own, count)) in sums.iter().enumerate() {
        let apart = key.abs_diff(other);
        let apart = if around { apart.min(sums.len() - apart) } else { apart };
        let near = match NEAR.get(apart) {
            Some(near) if around => *near,
            _ if apart == 0 => 1.0,
            _ => continue,
        };
        sum += near * own;
        weight += near * count;
        squares += near * near * count;
    }
    if weight <= 0.0 {
        return (0.0, between);
    }
    let effective = weight * weight / squares;
    let keep = between / (between + within / effective);
    (keep * sum / weight, between * (1.0 - keep))
}

fn take_away(left: &mut [f64], key: &dyn Fn(usize) -> usize, effects: &Effects) {
    for (index, value) in left.iter_mut().enumerate() {
        *value -= effects.each[key(index)].0;
    }
}

/// How often shuffled posts spread between hours and between days as much as these.
fn chance(seen: &[Seen], left: &[f64]) -> f64 {
    let spread = |values: &[f64]| {
        let mut sums = [(0.0_f64, 0.0_f64); 31];
        for (one, value) in seen.iter().zip(values) {
            for key in [one.hour, 24 + one.weekday] {
                sums[key].0 += value;
                sums[key].1 += 1.0;
            }
        }
        let part = |(sum, count): &(f64, f64)| if *count > 0.0 { sum * sum / count } else { 0.0 };
        sums.iter().map(part).sum::<f64>()
    };
    let found = spread(left);
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    let mut shuffled = left.to_vec();
    let mut as_much = 0_usize;
    for _ in 0..SHUFFLES {
        shuffled.shuffle(&mut rng);
        if spread(&shuffled) >= found - 1e-12 {
            as_much += 1;
        }
    }
    (as_much + 1) as f64 / (SHUFFLES + 1) as f64
}
