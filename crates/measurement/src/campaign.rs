//! What a campaign brought: its interactions apart, its rate, and its posts beside the brand's
//! other posts of the same period.

mod store;

use channels::Publication;
use database::Tx;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;
use publishing::Campaign;

use crate::measured::{MeasuredPost, Reading};
use crate::statistics::{
    Comparison, Coverage, Group, Ingredient, Measure, PeriodRate, PostFigures, RESAMPLES, Sample,
    compare, period_rate,
};

/// What intervals are drawn from: fixed, so that the same posts always give the same figures.
const SEED: u64 = 2016;

/// Interactions and what stands beside them, each kept apart.
pub const COUNTED: [Ingredient; 6] = [
    Ingredient::Reactions,
    Ingredient::Comments,
    Ingredient::Shares,
    Ingredient::Clicks,
    Ingredient::Saves,
    Ingredient::VideoViews,
];

/// What a campaign brought.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignFigures {
    /// Its sends that were published, in order of time, with their latest figures.
    pub sends: Vec<Send>,
    /// How many of its sends have figures.
    pub coverage: Coverage,
    /// Each interaction added up over the sends that have it, with how many do.
    pub totals: Vec<Total>,
    /// Its reach: the median over its sends.
    pub reach: (Option<f64>, Coverage),
    /// The days compared, both included; `None` until something was published.
    pub period: Option<(Date, Date)>,
    /// The measure compared by.
    pub measure: Measure,
    /// Its rate: median, quartiles, coverage.
    pub rate: PeriodRate,
    /// The rate of the brand's other posts of those days.
    pub others: PeriodRate,
    /// Both compared by their medians.
    pub compared: Comparison<Side>,
}

/// One published send of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Send {
    /// The publication.
    pub publication: Id<Publication>,
    /// When it was published.
    pub published_at: Timestamp,
    /// What is followed of it; `None` where nothing is.
    pub post: Option<MeasuredPost>,
    /// Its latest figures; `None` until they were read.
    pub latest: Option<Reading>,
}

/// A figure added up over sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// Which figure.
    pub ingredient: Ingredient,
    /// Its sum; `None` when no send has it.
    pub sum: Option<i64>,
    /// How many sends have it.
    pub coverage: Coverage,
}

/// The two sides compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The campaign's posts.
    Campaign,
    /// The brand's other posts of the same days.
    Others,
}

/// Why a campaign's figures could not be read.
#[derive(Debug, thiserror::Error)]
pub enum CampaignFiguresError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

/// What a campaign brought, by the measure asked for; by default the one that most of its sends
/// have, engagement by reach first.
///
/// # Errors
/// [`CampaignFiguresError`].
pub async fn campaign_figures(
    campaign: &Campaign,
    measure: Option<Measure>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<CampaignFigures, CampaignFiguresError> {
    actor.must(Right::Read)?;
    let sends = store::sends(campaign.id, actor.brand(), tx).await?;
    let zone = Brand::of(actor, tx).await?.zone.name().to_owned();
    let zone = TimeZone::get(&zone).unwrap_or(TimeZone::UTC);
    let period = period(campaign, &sends, &zone);
    let others = match period.and_then(|days| instants(days, &zone)) {
        Some((from, to)) => store::others(campaign.id, actor.brand(), from, to, tx).await?,
        None => Vec::new(),
    };
    Ok(figures(sends, &others, period, measure))
}

/// The campaign's own days where it has both, else from its first send to its last.
fn period(campaign: &Campaign, sends: &[Send], zone: &TimeZone) -> Option<(Date, Date)> {
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let first = day(sends.first()?.published_at);
    let last = day(sends.last()?.published_at);
    let first = campaign.starts_on.map_or(first, |start| start.min(first));
    let last = campaign.ends_on.map_or(last, |end| end.max(last));
    Some((first, last))
}

fn instants((first, last): (Date, Date), zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
    let from = first.to_zoned(zone.clone()).ok()?.timestamp();
    let to = last.checked_add(1.day()).ok()?.to_zoned(zone.clone()).ok()?.timestamp();
    Some((from, to))
}

fn figures(
    sends: Vec<Send>,
    others: &[(MeasuredPost, Option<Reading>)],
    period: Option<(Date, Date)>,
    measure: Option<Measure>,
) -> CampaignFigures {
    let own: Vec<PostFigures> = sends.iter().map(figures_of).collect();
    let measure = measure.unwrap_or_else(|| best_known(&own));
    let theirs: Vec<PostFigures> =
        others.iter().map(|(post, latest)| known(post, latest.as_ref())).collect();
    let rate = period_rate(measure, &own);
    let others = period_rate(measure, &theirs);
    let group = |key, rate: &PeriodRate| Group { key, sample: rate.sample.clone() };
    let groups = [group(Side::Campaign, &rate), group(Side::Others, &others)];
    let all = sends.len();
    let read = sends.iter().filter(|send| send.latest.is_some()).count();
    let totals = COUNTED.map(|ingredient| total(ingredient, &own)).into();
    let reached = Sample::new(own.iter().filter_map(|one| one.reach_total).map(|n| n as f64));
    CampaignFigures {
        coverage: Coverage { known: read, all },
        totals,
        reach: (reached.median(), Coverage { known: reached.len(), all }),
        period,
        measure,
        compared: compare(&groups, RESAMPLES, SEED),
        rate,
        others,
        sends,
    }
}

/// The measure that most posts have, the first of equals.
fn best_known(posts: &[PostFigures]) -> Measure {
    let candidates = [
        Measure::EngagementByReach,
        Measure::PublicEngagement,
        Measure::EngagementByViews,
        Measure::EngagementByImpressions,
    ];
    let known = |measure: Measure| posts.iter().filter(|one| measure.of(one).is_ok()).count();
    let mut best = candidates[0];
    for measure in candidates {
        if known(measure) > known(best) {
            best = measure;
        }
    }
    best
}

fn total(ingredient: Ingredient, posts: &[PostFigures]) -> Total {
    let values: Vec<i64> = posts.iter().filter_map(|post| post.get(ingredient)).collect();
    let sum = (!values.is_empty()).then(|| values.iter().sum());
    Total { ingredient, sum, coverage: Coverage { known: values.len(), all: posts.len() } }
}

fn figures_of(send: &Send) -> PostFigures {
    send.post.as_ref().map_or_else(PostFigures::default, |post| known(post, send.latest.as_ref()))
}

/// What is known of a post; until the first reading, only its followers.
fn known(post: &MeasuredPost, latest: Option<&Reading>) -> PostFigures {
    let followers = post.followers;
    latest.map_or(PostFigures { followers, ..PostFigures::default() }, |latest| latest.figures)
}
