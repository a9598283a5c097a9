//! Campaigns: launches, exclusives and themes that group posts.

use axum::Json;
use axum::response::Response;
use platform::Brand;
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::{CampaignEdit, CampaignKind, Tally};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::campaign_plan::StepBody;
use super::posts::day;
use super::shared::{At, Caller, Ident, Input, Listing, Problem, word};
use crate::areas::campaigns::ideas::proposed;

word! {
    /// What a campaign is for.
    CampaignKindWord(CampaignKind);
}

/// A campaign.
#[derive(Serialize, ToSchema)]
#[schema(as = Campaign)]
pub struct CampaignBody {
    id: Ident,
    #[schema(example = "Noël au fournil")]
    name: String,
    kind: CampaignKindWord,
    /// What it is about, for the team.
    about: String,
    #[schema(example = "#b3402a")]
    colour: String,
    #[schema(format = "date", example = "2026-12-01")]
    starts_on: Option<String>,
    #[schema(format = "date")]
    ends_on: Option<String>,
    /// The day that its plan turns around.
    #[schema(format = "date")]
    day: Option<String>,
    /// Whether it is over and put away.
    archived: bool,
    posts: TallyBody,
}

/// How far the posts of a campaign are.
#[derive(Serialize, ToSchema)]
#[schema(as = Tally)]
pub struct TallyBody {
    drafts: i64,
    /// Scheduled, nothing of them published.
    scheduled: i64,
    /// Published on at least one channel.
    published: i64,
}

impl CampaignBody {
    fn of(campaign: Campaign, tallies: &[(Id<Campaign>, Tally)]) -> Self {
        let tally = tallies.iter().find(|(id, _)| *id == campaign.id).map(|(_, tally)| *tally);
        let tally = tally.unwrap_or_default();
        let text = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        Self {
            id: campaign.id.into(),
            name: campaign.name,
            kind: campaign.kind.into(),
            about: campaign.about,
            colour: campaign.colour,
            starts_on: text(campaign.starts_on),
            ends_on: text(campaign.ends_on),
            day: text(campaign.day),
            archived: campaign.archived,
            posts: TallyBody {
                drafts: tally.drafts,
                scheduled: tally.scheduled,
                published: tally.published,
            },
        }
    }

    async fn load(
        id: Id<Campaign>,
        caller: &Caller,
        tx: &mut database::Tx,
    ) -> Result<Self, Problem> {
        let campaign = Campaign::load(id, &caller.actor, tx).await?;
        let tallies = Campaign::tallies(&caller.actor, tx).await?;
        Ok(Self::of(campaign, &tallies))
    }
}

/// What a campaign is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCampaign {
    #[schema(example = "Noël au fournil")]
    name: String,
    kind: CampaignKindWord,
    /// What it is about, for the team.
    #[serde(default)]
    about: String,
    #[schema(example = "#b3402a")]
    colour: String,
    #[schema(value_type = Option<String>, format = "date", example = "2026-12-01")]
    starts_on: Option<String>,
    #[schema(value_type = Option<String>, format = "date")]
    ends_on: Option<String>,
    /// The day that its plan turns around; a change leaves it, `/day` moves it.
    #[schema(value_type = Option<String>, format = "date")]
    day: Option<String>,
}

impl NewCampaign {
    fn edit(self) -> Result<CampaignEdit, Problem> {
        let of = |field: &str, given: Option<String>| {
            given.map(|given| day(field, Some(&given))).transpose()
        };
        Ok(CampaignEdit {
            name: self.name,
            kind: self.kind.0,
            about: self.about,
            colour: self.colour,
            starts_on: of("starts_on", self.starts_on)?,
            ends_on: of("ends_on", self.ends_on)?,
            day: of("day", self.day)?,
        })
    }
}

/// The campaigns, the newest first, archived ones last
#[utoipa::path(get, path = "/api/v1/campaigns", operation_id = "campaigns", tag = "campaigns",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All of them", body = Listing<CampaignBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<CampaignBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Campaign::all(&caller.actor, &mut tx).await?;
    let tallies = Campaign::tallies(&caller.actor, &mut tx).await?;
    let body = |campaign| CampaignBody::of(campaign, &tallies);
    Ok(Json(Listing::whole(all.into_iter().map(body))))
}

/// Add a campaign
#[utoipa::path(post, path = "/api/v1/campaigns", operation_id = "campaign_add", tag = "campaigns",
    security(("token" = ["posts:write"])), request_body = NewCampaign,
    responses((status = 201, description = "The campaign", body = CampaignBody)))]
pub async fn add(caller: Caller, Input(new): Input<NewCampaign>) -> Result<Response, Problem> {
    let edit = new.edit()?;
    let mut tx = caller.begin().await?;
    let campaign = Campaign::add(edit, &caller.actor, &mut tx).await?;
    caller.created(tx, &CampaignBody::of(campaign, &[])).await
}

/// One campaign
#[utoipa::path(get, path = "/api/v1/campaigns/{campaign}", operation_id = "campaign", tag = "campaigns",
    security(("token" = ["posts:read"])), params(("campaign" = Ident, Path, description = "The campaign")),
    responses((status = 200, description = "The campaign", body = CampaignBody)))]
pub async fn get(caller: Caller, At(id): At<Campaign>) -> Result<Json<CampaignBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(CampaignBody::load(id, &caller, &mut tx).await?))
}

/// Change a campaign, but for its day
#[utoipa::path(put, path = "/api/v1/campaigns/{campaign}", operation_id = "campaign_change", tag = "campaigns",
    security(("token" = ["posts:write"])), params(("campaign" = Ident, Path, description = "The campaign")),
    request_body = NewCampaign,
    responses((status = 200, description = "The campaign as it is now", body = CampaignBody)))]
pub async fn put(
    caller: Caller,
    At(id): At<Campaign>,
    Input(new): Input<NewCampaign>,
) -> Result<Response, Problem> {
    let edit = new.edit()?;
    let mut tx = caller.begin().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    campaign.edit(edit, &caller.actor, &mut tx).await?;
    let body = CampaignBody::load(id, &caller, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Put a campaign away
#[utoipa::path(post, path = "/api/v1/campaigns/{campaign}/archive", operation_id = "campaign_archive", tag = "campaigns",
    security(("token" = ["posts:write"])), params(("campaign" = Ident, Path, description = "The campaign")),
    responses((status = 200, description = "The campaign, put away", body = CampaignBody)))]
pub async fn archive(caller: Caller, At(id): At<Campaign>) -> Result<Response, Problem> {
    archived(caller, id, true).await
}

/// Take a campaign up again
#[utoipa::path(delete, path = "/api/v1/campaigns/{campaign}/archive", operation_id = "campaign_take_up", tag = "campaigns",
    security(("token" = ["posts:write"])), params(("campaign" = Ident, Path, description = "The campaign")),
    responses((status = 200, description = "The campaign, taken up", body = CampaignBody)))]
pub async fn take_up(caller: Caller, At(id): At<Campaign>) -> Result<Response, Problem> {
    archived(caller, id, false).await
}

async fn archived(caller: Caller, id: Id<Campaign>, archived: bool) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    campaign.archive(archived, &caller.actor, &mut tx).await?;
    let body = CampaignBody::load(id, &caller, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// The steps of a campaign’s plan, in order of time
#[utoipa::path(get, path = "/api/v1/campaigns/{campaign}/plan", operation_id = "campaign_plan", tag = "campaigns",
    security(("token" = ["posts:read"])), params(("campaign" = Ident, Path, description = "The campaign")),
    responses((status = 200, description = "All of them", body = Listing<StepBody>)))]
pub async fn plan(
    caller: Caller,
    At(id): At<Campaign>,
) -> Result<Json<Listing<StepBody>>, Problem> {
    let mut tx = caller.read().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    Ok(Json(Listing { items: StepBody::all(&campaign, &caller, &mut tx).await?, next: None }))
}

/// Lay out the plan proposed for a campaign of its kind
///
/// In the language asked for. A plan that has steps stays as it is.
#[utoipa::path(post, path = "/api/v1/campaigns/{campaign}/plan", operation_id = "campaign_lay_out", tag = "campaigns",
    security(("token" = ["posts:write"])), params(("campaign" = Ident, Path, description = "The campaign")),
    responses((status = 200, description = "The plan", body = Listing<StepBody>)))]
pub async fn lay_out(caller: Caller, At(id): At<Campaign>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let campaign = Campaign::load(id, &caller.actor, &mut tx).await?;
    let brand = Brand::of(&caller.actor, &mut tx).await?;
    let words = caller.local_words(&mut tx).await?;
    let steps = proposed(&campaign, &brand, &words);
    campaign.lay_out(steps, &caller.actor, &mut tx).await?;
    let items = StepBody::all(&campaign, &caller, &mut tx).await?;
    caller.changed(tx, &Listing { items, next: None }).await
}
