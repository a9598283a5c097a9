//! How posts compare: by format, hour, day of the week, paid or not, and network.

use axum::Json;
use measurement::comparing::{PostFilter, Split, compare_posts};
use measurement::statistics::{Interval, NotEnough, PairVerdict, PeriodRate, Quartiles, Verdict};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shape::{because_of, measure, reason};
use crate::areas::api::shared::{Caller, Ident, Moment, Params, Problem};

/// Which posts, by which measure.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComparisonAsked {
    /// Only of this network.
    network: Option<String>,
    /// Only on this channel.
    channel: Option<Ident>,
    /// Only those that this import brought.
    import: Option<Ident>,
    /// Published at or after.
    from: Option<Moment>,
    /// Published before.
    to: Option<Moment>,
    /// The measure: `engagement_by_reach` when nothing is said.
    #[param(example = "engagement_by_reach")]
    measure: Option<String>,
}

/// How posts compare by one measure.
#[derive(Serialize, ToSchema)]
pub struct Comparisons {
    #[schema(example = "engagement_by_reach")]
    measure: &'static str,
    overall: GroupBody,
    by_format: SplitBody,
    /// By bands of three hours, named by the first one, in the brand’s zone.
    by_hour: SplitBody,
    /// 1 is Monday.
    by_weekday: SplitBody,
    by_paid: SplitBody,
    by_network: SplitBody,
    /// How many posts have no date.
    undated: usize,
}

/// Posts in groups.
#[derive(Serialize, ToSchema)]
pub struct SplitBody {
    groups: Vec<GroupBody>,
    /// `not_enough`, `no_difference_shown` or `higher`.
    #[schema(example = "no_difference_shown")]
    verdict: &'static str,
    /// The group that stands above others, and those.
    highest: Option<String>,
    #[schema(example = json!([]))]
    higher_than: Vec<String>,
    /// The differences of medians, two groups at a time.
    pairs: Vec<PairBody>,
    /// How many posts are in no group.
    unplaced: usize,
}

/// A group of posts.
#[derive(Serialize, ToSchema)]
pub struct GroupBody {
    /// What its posts have in common.
    #[schema(example = "picture")]
    key: String,
    /// How many posts the measure is known of.
    known: usize,
    /// How many posts there are.
    all: usize,
    /// Null where the measure is known of none.
    #[schema(required)]
    quartiles: Option<QuartilesBody>,
    /// The 95 % interval of the median; null where there are too few posts.
    #[schema(required)]
    interval: Option<IntervalBody>,
    /// Why the interval is not known: `not_enough`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// Why the measure is not known of some.
    unknown: Vec<UnknownBody>,
}

/// The three values that cut a sample in four.
#[derive(Serialize, ToSchema)]
#[schema(as = Quartiles)]
pub struct QuartilesBody {
    first: f64,
    median: f64,
    third: f64,
}

/// From a low to a high value.
#[derive(Serialize, ToSchema)]
#[schema(as = Interval)]
pub struct IntervalBody {
    low: f64,
    high: f64,
}

/// Posts of which a measure is not known.
#[derive(Serialize, ToSchema)]
#[schema(as = Unknown)]
pub struct UnknownBody {
    /// `missing`, `nobody` or `impossible`.
    #[schema(example = "missing")]
    reason: &'static str,
    because_of: Vec<&'static str>,
    count: usize,
}

/// Two groups compared.
#[derive(Serialize, ToSchema)]
pub struct PairBody {
    higher: String,
    lower: String,
    /// The interval of the difference of their medians.
    difference: IntervalBody,
    /// Whether a difference is shown: the interval does not hold 0.
    shown: bool,
}

impl From<Interval> for IntervalBody {
    fn from(interval: Interval) -> Self {
        Self { low: interval.low, high: interval.high }
    }
}

impl From<Quartiles> for QuartilesBody {
    fn from(quartiles: Quartiles) -> Self {
        Self { first: quartiles.first, median: quartiles.median, third: quartiles.third }
    }
}

pub fn group(key: String, rate: &PeriodRate, interval: Result<Interval, NotEnough>) -> GroupBody {
    let unknown = rate.unknown.iter().map(|(why, count)| UnknownBody {
        reason: reason(why),
        because_of: because_of(why),
        count: *count,
    });
    GroupBody {
        key,
        known: rate.coverage.known,
        all: rate.coverage.all,
        quartiles: rate.quartiles.map(QuartilesBody::from),
        reason: interval.err().map(|_| "not_enough"),
        interval: interval.ok().map(IntervalBody::from),
        unknown: unknown.collect(),
    }
}

fn split<K>(split: &Split<K>, name: impl Fn(&K) -> String) -> SplitBody {
    let comparison = &split.comparison;
    let key = |index: usize| name(&comparison.groups[index].key);
    let groups = comparison.groups.iter().zip(&split.rates);
    let (verdict, highest, higher_than) = match &comparison.verdict {
        Verdict::NotEnough => ("not_enough", None, Vec::new()),
        Verdict::NoDifferenceShown => ("no_difference_shown", None, Vec::new()),
        Verdict::Higher { group, than } => {
            ("higher", Some(key(*group)), than.iter().map(|index| key(*index)).collect())
        }
    };
    SplitBody {
        groups: groups.map(|(known, rate)| group(name(&known.key), rate, known.interval)).collect(),
        verdict,
        highest,
        higher_than,
        pairs: comparison
            .pairs
            .iter()
            .map(|pair| PairBody {
                higher: key(pair.higher),
                lower: key(pair.lower),
                difference: pair.difference.into(),
                shown: pair.verdict == PairVerdict::Higher,
            })
            .collect(),
        unplaced: split.unplaced,
    }
}

/// How posts compare by format, hour, day, paid or not, and network
///
/// Medians, with 95 % intervals; no difference is shown where they hold 0.
#[utoipa::path(get, path = "/api/v1/measures/comparisons", operation_id = "comparisons", tag = "measures",
    security(("token" = ["measures:read"])), params(ComparisonAsked),
    responses((status = 200, description = "The comparisons", body = Comparisons)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<ComparisonAsked>,
) -> Result<Json<Comparisons>, Problem> {
    let measure = measure(asked.measure.as_deref())?;
    let filter = PostFilter {
        network: asked.network,
        channel: asked.channel.map(Ident::of),
        import: asked.import.map(Ident::of),
        from: asked.from.map(Moment::at),
        to: asked.to.map(Moment::at),
    };
    let mut tx = caller.read().await?;
    let found = compare_posts(&filter, measure, &caller.actor, &mut tx).await?;
    Ok(Json(Comparisons {
        measure: measure.id(),
        overall: group("all".to_owned(), &found.overall, found.interval),
        by_format: split(&found.by_format, |format| format.to_string()),
        by_hour: split(&found.by_hour, i64::to_string),
        by_weekday: split(&found.by_weekday, i64::to_string),
        by_paid: split(&found.by_paid, bool::to_string),
        by_network: split(&found.by_network, String::clone),
        undated: found.undated,
    }))
}
