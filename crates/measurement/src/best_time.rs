//! The best times to publish, from the brand's own measured posts.
//!
//! What is compared is one measure, engagement by reach where the networks give reach, else
//! public engagement (reactions, comments and shares over followers), of posts that were not
//! paid for and whose hour of publication is known. How it is computed is in [`fit`]: effects of
//! hour, weekday and their crossing, each pulled back to the brand's own usual rate as far as
//! its posts are few. No table of good hours from elsewhere is mixed in: a brand without posts
//! has no best time.
//!
//! An hour is advised only when three things hold: there are at least [`FEWEST_POSTS`] posts;
//! shuffling the times among the posts gives differences as large less than once in twenty; and
//! the 95 % interval of that time lies wholly above the brand's usual rate.

pub mod fit;

use channels::Channel;
use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};
use primitives::Id;

use crate::comparing::{CompareError, PostFilter};
use crate::measured::{MeasuredPost, Reading, store};
use crate::statistics::{Interval, Measure, Rate};
use fit::{Fit, Seen};

/// Under so many posts nothing is advised.
pub const FEWEST_POSTS: usize = 30;
/// Under so many posts at a time, that time is not advised.
pub const FEWEST_AT_A_TIME: usize = 3;
/// The most posts looked at, the latest: what a brand did years ago says less of today.
pub const MOST_POSTS: usize = 5_000;
/// The most times advised.
const MOST_ADVISED: usize = 6;

/// What is known of the brand's times.
#[derive(Debug, Clone, PartialEq)]
pub struct BestTimes {
    /// What is compared.
    pub measure: Measure,
    /// How many posts it rests on.
    pub posts: usize,
    /// Out of how many measured posts.
    pub all: usize,
    /// How many were left out because their reach was bought.
    pub paid: usize,
    /// The first and the last day of publication, where dates are known.
    pub period: Option<(Timestamp, Timestamp)>,
    /// The brand's usual rate; none without posts.
    pub usual: Option<f64>,
    /// What may be said.
    pub verdict: TimeVerdict,
    /// Each hour of the week, Monday at midnight first.
    pub hours: Vec<HourOfWeek>,
    /// The times that are shown to do better, the best first.
    pub advised: Vec<Advised>,
}

/// What may be said of the times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeVerdict {
    /// Too few posts to say anything.
    TooFew,
    /// The differences are no larger than chance makes them.
    NoDifferenceShown,
    /// Some times are shown to do better.
    Shown,
}

/// One hour of the week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HourOfWeek {
    /// 1 for Monday to 7 for Sunday.
    pub weekday: i64,
    /// 0 to 23.
    pub hour: i64,
    /// How many posts came out then.
    pub posts: usize,
    /// The rate expected then, and its 95 % interval; none without any post at all.
    pub expected: Option<(f64, Interval)>,
}

/// A time shown to do better than usual.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Advised {
    /// The day; none when days are not shown to differ.
    pub weekday: Option<i64>,
    /// The hour; none when hours are not shown to differ.
    pub hour: Option<i64>,
    /// How many posts came out then.
    pub posts: usize,
    /// The rate expected then.
    pub expected: f64,
    /// Its 95 % interval.
    pub interval: Interval,
}

/// The brand's best times, on all its channels or one.
///
/// # Errors
/// [`CompareError`].
pub async fn best_times(
    channel: Option<Id<Channel>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<BestTimes, CompareError> {
    actor.must(Right::Read)?;
    let filter = PostFilter { channel, ..PostFilter::default() };
    let posts = store::filtered(actor.brand(), &filter, tx).await?;
    // They come by date, those without one first.
    Ok(of_posts(&posts[posts.len().saturating_sub(MOST_POSTS)..]))
}

type Measured = (MeasuredPost, Option<Reading>);

fn of_posts(posts: &[Measured]) -> BestTimes {
    let organic: Vec<&Measured> = posts.iter().filter(|post| post.0.paid != Some(true)).collect();
    let by_reach = seen(&organic, Measure::EngagementByReach);
    let public = seen(&organic, Measure::PublicEngagement);
    let (measure, seen) = if by_reach.len() >= FEWEST_POSTS || by_reach.len() >= public.len() {
        (Measure::EngagementByReach, by_reach)
    } else {
        (Measure::PublicEngagement, public)
    };
    let dates = seen.iter().filter_map(|(post, _)| post.published_at);
    let period = dates.clone().min().zip(dates.max());
    let observed: Vec<Seen> = observed(&seen);
    let fit = fit::fit(&observed);
    let mut best = BestTimes {
        measure,
        posts: observed.len(),
        all: posts.len(),
        paid: posts.len() - organic.len(),
        period,
        usual: fit.as_ref().map(Fit::usual),
        verdict: TimeVerdict::TooFew,
        hours: hours(fit.as_ref()),
        advised: Vec::new(),
    };
    if let Some(fit) = fit.filter(|_| best.posts >= FEWEST_POSTS) {
        best.advised = if fit.is_beyond_chance() { advised(&fit) } else { Vec::new() };
        best.verdict = if best.advised.is_empty() {
            TimeVerdict::NoDifferenceShown
        } else {
            TimeVerdict::Shown
        };
    }
    best
}

fn seen<'a>(posts: &[&'a Measured], measure: Measure) -> Vec<(&'a MeasuredPost, Rate)> {
    let known = posts.iter().filter_map(|(post, latest)| {
        let placed = post.placed.weekday.is_some() && post.placed.hour.is_some();
        let rate = measure.of(&latest.as_ref()?.figures).ok()?;
        placed.then_some((post, rate))
    });
    known.collect()
}

/// Posts as the fit takes them; an account is a group, since each has a level of its own.
fn observed(seen: &[(&MeasuredPost, Rate)]) -> Vec<Seen> {
    let mut accounts: Vec<(&str, &str)> = Vec::new();
    let mut observed = Vec::with_capacity(seen.len());
    for (post, rate) in seen {
        let account = (post.network.as_str(), post.account.as_str());
        let group = accounts.iter().position(|known| *known == account).unwrap_or_else(|| {
            accounts.push(account);
            accounts.len() - 1
        });
        let place = |value: Option<i64>| usize::try_from(value.unwrap_or(0)).unwrap_or(0);
        let weekday = place(post.placed.weekday).clamp(1, 7) - 1;
        let hour = place(post.placed.hour).min(23);
        observed.push(Seen { group, weekday, hour, rate: rate.share() });
    }
    observed
}

fn hours(fit: Option<&Fit>) -> Vec<HourOfWeek> {
    let mut hours = Vec::with_capacity(168);
    for weekday in 0..7_usize {
        for hour in 0..24_usize {
            hours.push(HourOfWeek {
                weekday: i64::try_from(weekday).unwrap_or(0) + 1,
                hour: i64::try_from(hour).unwrap_or(0),
                posts: fit.map_or(0, |fit| fit.posts_at(weekday, hour)),
                expected: fit.map(|fit| fit.at(weekday, hour)),
            });
        }
    }
    hours
}

/// The times whose interval lies above the usual rate; where days do not differ, an hour is
/// named once for all of them, and the other way round.
fn advised(fit: &Fit) -> Vec<Advised> {
    let number = |value: usize| i64::try_from(value).unwrap_or(0);
    let mut found = Vec::new();
    let days = if fit.days_differ() { 7 } else { 1 };
    let hours = if fit.hours_differ() { 24 } else { 1 };
    for day in 0..days {
        for hour in 0..hours {
            let posts: usize = (0..7)
                .filter(|d| days == 1 || *d == day)
                .flat_map(|d| {
                    (0..24).filter(move |h| hours == 1 || *h == hour).map(move |h| (d, h))
                })
                .map(|(d, h)| fit.posts_at(d, h))
                .sum();
            let (expected, interval) = fit.at(day, hour);
            if posts >= FEWEST_AT_A_TIME && interval.low > fit.usual() {
                found.push(Advised {
                    weekday: (days > 1).then(|| number(day) + 1),
                    hour: (hours > 1).then(|| number(hour)),
                    posts,
                    expected,
                    interval,
                });
            }
        }
    }
    found.sort_by(|a, b| b.expected.total_cmp(&a.expected));
    let mut apart: Vec<Advised> = Vec::new();
    for one in found {
        // Two hours side by side are one piece of advice.
        let near = |other: &Advised| {
            other.weekday == one.weekday
                && other.hour.zip(one.hour).is_some_and(|(a, b)| (a - b).abs() <= 1)
        };
        if !apart.iter().any(near) && apart.len() < MOST_ADVISED {
            apart.push(one);
        }
    }
    apart
}
