//! Comparing posts: by format, hour, day of the week, paid or not, and network, as `measures`
//! defines it (medians, 95 % intervals, no difference shown when they hold zero).

use std::collections::BTreeMap;

use channels::Channel;
use database::Tx;
use jiff::Timestamp;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;

use crate::insights::Import;
use crate::measured::{Format, MeasuredPost, Reading, store};
use crate::statistics::{
    Comparison, Group, Ingredient, Interval, Measure, NotEnough, PeriodRate, PostFigures,
    RESAMPLES, Rate, Unknown, compare, median_interval, period_rate,
};

/// What intervals are drawn from: fixed, so that the same posts always give the same figures.
const SEED: u64 = 2016;
/// How many hours a band has.
pub const BAND_HOURS: i64 = 3;

/// Which posts are looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostFilter {
    /// Only of this network, by key.
    pub network: Option<String>,
    /// Only on this channel.
    pub channel: Option<Id<Channel>>,
    /// Only those that this import says something of.
    pub import: Option<Id<Import>>,
    /// Published at or after; posts without a date are left out.
    pub from: Option<Timestamp>,
    /// Published before; posts without a date are left out.
    pub to: Option<Timestamp>,
}

/// Why posts could not be compared.
#[derive(Debug, thiserror::Error)]
pub enum CompareError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

/// Posts compared by one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct PostComparisons {
    /// The measure.
    pub measure: Measure,
    /// All the posts: median, quartiles, coverage ("294 of 300"), reasons of the unknown.
    pub overall: PeriodRate,
    /// The 95 % interval of that median, or why there is none.
    pub interval: Result<Interval, NotEnough>,
    /// By what they are made of.
    pub by_format: Split<Format>,
    /// By bands of [`BAND_HOURS`] local hours; the key is the first hour of the band.
    pub by_hour: Split<i64>,
    /// By day of the week, 1 for Monday to 7 for Sunday.
    pub by_weekday: Split<i64>,
    /// Paid (true) or organic (false): whether reach was bought for the post.
    pub by_paid: Split<bool>,
    /// By network, by key.
    pub by_network: Split<String>,
    /// Posts that have no date: a period would leave them out.
    pub undated: usize,
}

/// Posts in groups, compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Split<K> {
    /// Medians, intervals, pairs and verdict, in the order of the keys.
    pub comparison: Comparison<K>,
    /// Each group's rate with its coverage, in the same order.
    pub rates: Vec<PeriodRate>,
    /// Posts of which it is not known to which group they belong; they are in none.
    pub unplaced: usize,
}

/// A post of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    /// The post.
    pub post: MeasuredPost,
    /// Its latest figures.
    pub latest: Option<Reading>,
    /// The measure asked for; `Err(None)` until figures were read.
    pub value: Result<Rate, Option<Unknown>>,
}

/// How a list is sorted, greatest first; what is not known comes last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SortBy {
    /// By date of publication, the latest first.
    #[default]
    Published,
    /// By the measure.
    Measure,
    /// By one figure.
    Figure(Ingredient),
}

/// A page of posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostPage {
    /// The rows.
    pub rows: Vec<PostRow>,
    /// Which page, from 1.
    pub page: usize,
    /// How many pages, at least 1.
    pub pages: usize,
    /// How many posts in all.
    pub all: usize,
}

type Measured = (MeasuredPost, Option<Reading>);

/// Compares the posts of a brand by one measure.
///
/// # Errors
/// [`CompareError`].
pub async fn compare_posts(
    filter: &PostFilter,
    measure: Measure,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<PostComparisons, CompareError> {
    actor.must(Right::Read)?;
    let posts = store::filtered(actor.brand(), filter, tx).await?;
    Ok(comparisons(&posts, measure))
}

/// A page of the brand's measured posts. `page` begins at 1; beyond the last it is the last.
///
/// # Errors
/// [`CompareError`].
pub async fn measured_posts(
    filter: &PostFilter,
    measure: Measure,
    sort: SortBy,
    (page, size): (usize, usize),
    actor: &Actor,
    tx: &mut Tx,
) -> Result<PostPage, CompareError> {
    actor.must(Right::Read)?;
    let found = store::filtered(actor.brand(), filter, tx).await?;
    let all = found.len();
    let mut rows: Vec<PostRow> = found.into_iter().map(|post| row(post, measure)).collect();
    // Stable over the order by date: equal posts stay the latest first.
    rows.reverse();
    match sort {
        SortBy::Published => rows.sort_by_key(|row| row.post.published_at.is_none()),
        SortBy::Measure => rows.sort_by(|a, b| share(b).total_cmp(&share(a))),
        SortBy::Figure(kind) => rows.sort_by_key(|row| {
            std::cmp::Reverse(row.latest.and_then(|latest| latest.figures.get(kind)))
        }),
    }
    let size = size.clamp(1, 500);
    let pages = all.div_ceil(size).max(1);
    let page = page.clamp(1, pages);
    let rows = rows.into_iter().skip((page - 1) * size).take(size).collect();
    Ok(PostPage { rows, page, pages, all })
}

/// The networks of the brand's measured posts, by key: what the filter offers.
///
/// # Errors
/// [`CompareError`].
pub async fn networks(actor: &Actor, tx: &mut Tx) -> Result<Vec<String>, CompareError> {
    actor.must(Right::Read)?;
    Ok(store::networks(actor.brand(), tx).await?)
}

fn row((post, latest): Measured, measure: Measure) -> PostRow {
    let value = match &latest {
        Some(latest) => measure.of(&latest.figures).map_err(Some),
        None => Err(None),
    };
    PostRow { post, latest, value }
}

fn share(row: &PostRow) -> f64 {
    row.value.as_ref().map_or(f64::NEG_INFINITY, |rate| rate.share())
}

fn comparisons(posts: &[Measured], measure: Measure) -> PostComparisons {
    let figures: Vec<PostFigures> = posts.iter().map(figures_of).collect();
    let overall = period_rate(measure, &figures);
    let interval = median_interval(&overall.sample, RESAMPLES, SEED);
    let by_format = split(posts, measure, |post| match post.format {
        Format::Unknown => None,
        format => Some(format),
    });
    let band = |hour: i64| hour / BAND_HOURS * BAND_HOURS;
    PostComparisons {
        measure,
        overall,
        interval,
        by_format,
        by_hour: split(posts, measure, |post| post.placed.hour.map(band)),
        by_weekday: split(posts, measure, |post| post.placed.weekday),
        by_paid: split(posts, measure, |post| post.paid),
        by_network: split(posts, measure, |post| Some(post.network.clone())),
        undated: posts.iter().filter(|(post, _)| post.published_at.is_none()).count(),
    }
}

/// What is known of a post; until the first reading, only its followers.
fn figures_of((post, latest): &Measured) -> PostFigures {
    let followers = post.followers;
    latest.map_or(PostFigures { followers, ..PostFigures::default() }, |latest| latest.figures)
}

fn split<K: Ord + Clone>(
    posts: &[Measured],
    measure: Measure,
    key: impl Fn(&MeasuredPost) -> Option<K>,
) -> Split<K> {
    let mut groups: BTreeMap<K, Vec<PostFigures>> = BTreeMap::new();
    let mut unplaced = 0;
    for measured in posts {
        match key(&measured.0) {
            Some(key) => groups.entry(key).or_default().push(figures_of(measured)),
            None => unplaced += 1,
        }
    }
    let rates: Vec<PeriodRate> =
        groups.values().map(|figures| period_rate(measure, figures)).collect();
    let samples: Vec<Group<K>> = groups
        .into_keys()
        .zip(&rates)
        .map(|(key, rate)| Group { key, sample: rate.sample.clone() })
        .collect();
    Split { comparison: compare(&samples, RESAMPLES, SEED), rates, unplaced }
}
