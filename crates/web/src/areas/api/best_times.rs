//! The best times to publish, from the brand's own measured posts; what is not known says so.

use axum::Json;
use channels::Channel;
use measurement::best_time::{FEWEST_POSTS, TimeVerdict, best_times};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::measures::IntervalBody;
use super::shared::{Caller, Ident, Moment, Params, Problem};

/// On what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TimesAsked {
    /// Only on this channel.
    channel: Option<Ident>,
}

/// What is known of the brand’s times.
#[derive(Serialize, ToSchema)]
#[schema(as = BestTimes)]
pub struct BestTimesBody {
    /// What is compared.
    #[schema(example = "engagement_by_reach")]
    measure: &'static str,
    /// How many posts it rests on.
    posts: usize,
    /// Out of how many measured posts.
    all: usize,
    /// How many were left out because their reach was bought.
    paid: usize,
    /// Under so many posts nothing is advised.
    #[schema(example = 30)]
    fewest_posts: usize,
    /// The first and the last publication; null where dates are not known.
    from: Option<Moment>,
    to: Option<Moment>,
    /// The brand’s usual rate; null where not known.
    #[schema(required)]
    usual: Option<f64>,
    /// `too_few` posts, `no_difference_shown` or `shown`.
    #[schema(example = "too_few")]
    verdict: &'static str,
    /// The times shown to do better, the best first; none unless `shown`.
    advised: Vec<AdvisedTime>,
    /// Each hour of the week.
    hours: Vec<HourBody>,
}

/// A time shown to do better than usual.
#[derive(Serialize, ToSchema)]
pub struct AdvisedTime {
    /// 1 for Monday to 7 for Sunday; null when days are not shown to differ.
    weekday: Option<i64>,
    /// 0 to 23; null when hours are not shown to differ.
    hour: Option<i64>,
    /// How many posts came out then.
    posts: usize,
    expected: f64,
    interval: IntervalBody,
}

/// One hour of the week.
#[derive(Serialize, ToSchema)]
#[schema(as = HourOfWeek)]
pub struct HourBody {
    weekday: i64,
    hour: i64,
    /// How many posts came out then.
    posts: usize,
    /// The rate expected then, drawn towards the usual one; null where not known.
    #[schema(required)]
    expected: Option<f64>,
    #[schema(required)]
    interval: Option<IntervalBody>,
}

/// The best times to publish, with how many posts they rest on
#[utoipa::path(get, path = "/api/v1/best-times", operation_id = "best_times", tag = "measures",
    security(("token" = ["measures:read"])), params(TimesAsked),
    responses((status = 200, description = "The times", body = BestTimesBody)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<TimesAsked>,
) -> Result<Json<BestTimesBody>, Problem> {
    let mut tx = caller.read().await?;
    let channel = asked.channel.map(Ident::of::<Channel>);
    if let Some(channel) = channel {
        let known = Channel::load(channel, &caller.actor, &mut tx).await;
        known.map_err(|error| match error {
            channels::ChannelError::NotFound => Problem::field("channel", "no_such_channel"),
            error => error.into(),
        })?;
    }
    let best = best_times(channel, &caller.actor, &mut tx).await?;
    let hours = best.hours.iter().map(|hour| HourBody {
        weekday: hour.weekday,
        hour: hour.hour,
        posts: hour.posts,
        expected: hour.expected.map(|(rate, _)| rate),
        interval: hour.expected.map(|(_, interval)| interval.into()),
    });
    let advised = best.advised.iter().map(|one| AdvisedTime {
        weekday: one.weekday,
        hour: one.hour,
        posts: one.posts,
        expected: one.expected,
        interval: one.interval.into(),
    });
    Ok(Json(BestTimesBody {
        measure: best.measure.id(),
        posts: best.posts,
        all: best.all,
        paid: best.paid,
        fewest_posts: FEWEST_POSTS,
        from: best.period.map(|(from, _)| from.into()),
        to: best.period.map(|(_, to)| to.into()),
        usual: best.usual,
        verdict: match best.verdict {
            TimeVerdict::TooFew => "too_few",
            TimeVerdict::NoDifferenceShown => "no_difference_shown",
            TimeVerdict::Shown => "shown",
        },
        advised: advised.collect(),
        hours: hours.collect(),
    }))
}
