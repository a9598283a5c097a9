//! A campaign's plan, the drafts made of it, its day, and what it brought.

use std::collections::BTreeMap;

use axum::Json;
use axum::response::Response;
use channels::Channel;
use database::Tx;
use measurement::campaign::campaign_figures;
use measurement::statistics::PairVerdict;
use platform::Brand;
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::{Following, PhaseName, Step};
use serde::{Deserialize, Serialize};
use strategy::Format;
use utoipa::{IntoParams, ToSchema};

use super::measures::{GroupBody, group, measure};
use super::posts::{PieceWord, ScheduleBody, day};
use super::shared::{At, Caller, Ident, Input, Params, Problem, present, word};
use super::slots::clock;

word! {
    /// A part of a campaign.
    PhaseWord(PhaseName);
}

/// One post that a campaign’s plan foresees.
#[derive(Serialize, ToSchema)]
#[schema(as = CampaignStep)]
pub struct StepBody {
    id: Ident,
    phase: PhaseWord,
    /// Days after the campaign’s day; before it, below 0.
    days: i64,
    #[schema(example = "18:00")]
    time: String,
    /// When it is due, for a campaign with a day.
    due: Option<ScheduleBody>,
    /// What the team means to say.
    brief: String,
    /// The words that its draft begins with.
    opening: String,
    format: Option<PieceWord>,
    /// The post made of it.
    post: Option<Ident>,
    /// `not_begun`, `deleted`, `follows`, `apart`, `scheduled`, `scheduled_apart`, `left`.
    #[schema(example = "follows")]
    following: &'static str,
}

impl StepBody {
    pub(super) async fn all(
        campaign: &Campaign,
        caller: &Caller,
        tx: &mut Tx,
    ) -> Result<Vec<Self>, Problem> {
        let zone = Brand::of(&caller.actor, tx).await?.zone;
        let steps = campaign.steps(&caller.actor, tx).await?;
        let of = |step: Step| {
            let due = campaign.day.and_then(|day| step.due(day, zone.name()));
            Self {
                id: step.id.into(),
                phase: step.phase.into(),
                days: step.days,
                time: clock(step.minute),
                due: due.as_ref().map(ScheduleBody::from),
                following: following(step.following(campaign.day, zone.name())),
                format: step.format.map(|format: Format| format.into()),
                post: step.post.map(|post| post.id.into()),
                brief: step.brief,
                opening: step.opening,
            }
        };
        Ok(steps.into_iter().map(of).collect())
    }
}

fn following(following: Following) -> &'static str {
    match following {
        Following::NotBegun => "not_begun",
        Following::Deleted => "deleted",
        Following::Follows => "follows",
        Following::Apart => "apart",
        Following::Scheduled => "scheduled",
        Following::ScheduledApart => "scheduled_apart",
        Following::Left => "left",
    }
}

/// The channels of each phase: `{"teasing": ["…"], "day": ["…"]}`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Prepare {
    /// A phase left out has none: its drafts are for no channel yet.
    #[serde(default)]
    #[schema(example = json!({"teasing": ["019ab0de-3c00-7c3e-9d6f-2a1b4c5d6e7f"]}))]
    channels: BTreeMap<String, Vec<Ident>>,
}

/// Drafts that were made.
#[derive(Serialize, ToSchema)]
pub struct Prepared {
    posts: Vec<Ident>,
}

/// Make a draft of each step of the plan that never had one
#[utoipa::path(post, path = "/api/v1/campaigns/{campaign}/drafts", operation_id = "campaign_prepare", tag = "campaigns",
    security(("token" = ["posts:write"])), params(("campaign" = Ident, Path, description = "The campaign")),
    request_body = Prepare,
    responses((status = 201, description = "The posts made", body = Prepared)))]
pub async fn prepare(
    caller: Caller,
    At(id): At<Campaign>,
    Input(asked): Input<Prepare>,
) -> Result<Response, Problem> {
    let mut channels: Vec<(PhaseName, Vec<Id<Channel>>)> = Vec::new();
    for (phase, of) in asked.channels {
        let phase = super::shared::known("channels", &phase)?;
        channels.push((phase, of.into_iter().map(Ident::of).collect()));
    }
    let mut tx = caller.begin().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    let made = campaign.prepare(&channels, &caller.actor, &mut tx).await?;
    caller.created(tx, &Prepared { posts: made.into_iter().map(Ident::from).collect() }).await
}

/// A campaign’s day.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CampaignDay {
    /// The day that its plan turns around; null for none.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, format = "date", example = "2026-12-15")]
    day: Option<Option<String>>,
}

/// What followed the day.
#[derive(Serialize, ToSchema)]
pub struct DayMovedBody {
    /// How many drafts moved with it.
    drafts: usize,
    /// Steps whose post is scheduled and stayed.
    scheduled: Vec<Ident>,
}

/// Give a campaign another day; its drafts follow, what is scheduled stays
#[utoipa::path(put, path = "/api/v1/campaigns/{campaign}/day", operation_id = "campaign_move_day", tag = "campaigns",
    security(("token" = ["posts:write"])), params(("campaign" = Ident, Path, description = "The campaign")),
    request_body = CampaignDay,
    responses((status = 200, description = "What followed", body = DayMovedBody)))]
pub async fn move_day(
    caller: Caller,
    At(id): At<Campaign>,
    Input(asked): Input<CampaignDay>,
) -> Result<Response, Problem> {
    let to = asked.day.ok_or_else(|| Problem::field("day", "missing"))?;
    let to = to.map(|to| day("day", Some(&to))).transpose()?;
    let mut tx = caller.begin().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    let moved = campaign.move_day(to, &caller.actor, &mut tx).await?;
    let scheduled = moved.scheduled.into_iter().map(Ident::from).collect();
    caller.changed(tx, &DayMovedBody { drafts: moved.drafts, scheduled }).await
}

/// By what it is measured.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FiguresAsked {
    /// The measure; the one that most of its sends have when nothing is said.
    #[param(example = "engagement_by_reach")]
    measure: Option<String>,
}

/// What a campaign brought.
#[derive(Serialize, ToSchema)]
#[schema(as = CampaignFigures)]
pub struct FiguresBody {
    /// How many of its sends have figures.
    known: usize,
    /// Its sends that were published.
    sends: usize,
    /// The days compared, both included; null until something was published.
    #[schema(format = "date")]
    from: Option<String>,
    #[schema(format = "date")]
    to: Option<String>,
    /// Each interaction added up, by name.
    totals: BTreeMap<&'static str, TotalBody>,
    /// The median reach of its sends; null where not known of any.
    #[schema(required)]
    median_reach: Option<f64>,
    #[schema(example = "engagement_by_reach")]
    measure: &'static str,
    rate: GroupBody,
    /// The brand’s other posts of those days.
    others: GroupBody,
    /// `not_enough`, `no_difference_shown`, `campaign_higher` or `others_higher`.
    #[schema(example = "not_enough")]
    verdict: &'static str,
}

/// A figure added up over sends.
#[derive(Serialize, ToSchema)]
pub struct TotalBody {
    /// Null where not known of any send, which is not 0.
    #[schema(required)]
    sum: Option<i64>,
    /// How many sends have it.
    known: usize,
    /// Out of how many.
    all: usize,
}

/// What a campaign brought, beside the brand’s other posts of the same days
#[utoipa::path(get, path = "/api/v1/campaigns/{campaign}/figures", operation_id = "campaign_figures", tag = "campaigns",
    security(("token" = ["measures:read"])),
    params(("campaign" = Ident, Path, description = "The campaign"), FiguresAsked),
    responses((status = 200, description = "Its figures", body = FiguresBody)))]
pub async fn figures(
    caller: Caller,
    At(id): At<Campaign>,
    Params(asked): Params<FiguresAsked>,
) -> Result<Json<FiguresBody>, Problem> {
    let by = asked.measure.as_deref().map(|asked| measure(Some(asked))).transpose()?;
    let mut tx = caller.read().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    let found = campaign_figures(&campaign, by, &caller.actor, &mut tx).await?;
    let totals = found.totals.iter().map(|total| {
        let body =
            TotalBody { sum: total.sum, known: total.coverage.known, all: total.coverage.all };
        (total.ingredient.id(), body)
    });
    let compared = &found.compared;
    let verdict = match compared.pairs.first() {
        None => "not_enough",
        Some(pair) if pair.verdict == PairVerdict::NoDifferenceShown => "no_difference_shown",
        Some(pair) if pair.higher == 0 => "campaign_higher",
        Some(_) => "others_higher",
    };
    let side = |at: usize, rate| {
        let name = ["campaign", "others"][at];
        group(name.to_owned(), rate, compared.groups[at].interval)
    };
    Ok(Json(FiguresBody {
        known: found.coverage.known,
        sends: found.coverage.all,
        from: found.period.map(|(from, _)| from.to_string()),
        to: found.period.map(|(_, to)| to.to_string()),
        totals: totals.collect(),
        median_reach: found.reach.0,
        measure: found.measure.id(),
        rate: side(0, &found.rate),
        others: side(1, &found.others),
        verdict,
    }))
}
