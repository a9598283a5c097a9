//! A campaign's plan: laid out, turned into drafts, moved with its day.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use jiff::civil::Date;
use platform::Right;
use primitives::Id;
use publishing::Campaign;
use publishing::campaign::{CampaignError, Following, phases};

use super::ideas;
use super::one::CampaignPage;
use super::wording::{of, refuse};
use crate::{Form, InBrand, Refusal};

/// Gives the campaign the plan of its kind.
pub async fn lay_out(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let steps = ideas::proposed(&campaign, &here.brand, here.words());
    campaign.lay_out(steps, &here.actor, &mut tx).await.map_err(of)?;
    tx.commit().await?;
    Ok(here.go(&format!("campaigns/{id}")).saying("campaigns-laid-out").into_response())
}

/// Makes the drafts of the plan.
pub async fn prepare(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let chosen = phases(campaign.kind).map(|phase| {
        let field = format!("channel-{phase}");
        let ids: Vec<Id<Channel>> = form.all(&field).filter_map(|id| id.parse().ok()).collect();
        (phase, ids)
    });
    match campaign.prepare(&chosen, &here.actor, &mut tx).await {
        Ok(made) => {
            tx.commit().await?;
            let key =
                if made.is_empty() { "campaigns-prepared-none" } else { "campaigns-prepared" };
            let to = format!("campaigns/{id}");
            Ok(here.go(&to).saying(key).with("count", made.len().to_string()).into_response())
        }
        Err(error @ CampaignError::NoDay) => {
            drop(tx);
            refuse(error, &mut form, here.words())?;
            let page = CampaignPage::load(&here, id, None, form).await?;
            Ok(here.refused(&page))
        }
        Err(error) => Err(of(error)),
    }
}

/// Moves the campaign's day: drafts that follow move with it.
pub async fn day(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let text = form.get("day").trim().to_owned();
    let day = match text.as_str() {
        "" => None,
        text => {
            let words = here.words().clone();
            let day =
                form.check("day", text.parse::<Date>(), |_| words.t("campaigns-problem-date"));
            if day.is_none() {
                let page = CampaignPage::load(&here, id, None, form).await?;
                return Ok(here.refused(&page));
            }
            day
        }
    };
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let moved = match campaign.move_day(day, &here.actor, &mut tx).await {
        Ok(moved) => moved,
        Err(error) => {
            drop(tx);
            refuse(error, &mut form, here.words())?;
            let page = CampaignPage::load(&here, id, None, form).await?;
            return Ok(here.refused(&page));
        }
    };
    tx.commit().await?;
    let key = match (moved.drafts, moved.scheduled.len()) {
        (0, 0) => "campaigns-day-moved",
        (_, 0) => "campaigns-day-moved-drafts",
        (..) => "campaigns-day-moved-not-all",
    };
    let to = here.go(&format!("campaigns/{id}")).saying(key);
    Ok(to.with("count", moved.drafts.to_string()).into_response())
}

/// Moves what is scheduled apart from the plan to the plan's time, all at once.
pub async fn bring_all(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Campaign>)>,
) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let mut tx = here.begin().await?;
    let campaign = Campaign::load(id, &here.actor, &mut tx).await.map_err(of)?;
    let steps = campaign.steps(&here.actor, &mut tx).await.map_err(of)?;
    let apart = steps.iter().filter(|step| {
        step.following(campaign.day, here.brand.zone.name()) == Following::ScheduledApart
    });
    let ids: Vec<_> = apart.map(|step| step.id).collect();
    brought(&here, &campaign, &ids, tx).await
}

/// Brings steps to the plan's time and says how many moved, or why none did.
pub(super) async fn brought(
    here: &InBrand,
    campaign: &Campaign,
    steps: &[Id<publishing::campaign::Step>],
    mut tx: database::Tx,
) -> Result<Response, Refusal> {
    let to = here.go(&format!("campaigns/{}", campaign.id));
    match campaign.bring_to_plan(steps, &here.actor, &mut tx).await {
        Ok(count) => {
            tx.commit().await?;
            Ok(to.saying("campaigns-brought").with("count", count.to_string()).into_response())
        }
        Err(CampaignError::Schedule(publishing::post::ScheduleError::InThePast)) => {
            Ok(to.saying("campaigns-not-brought-past").into_response())
        }
        Err(CampaignError::Schedule(_)) => Ok(to.saying("campaigns-not-brought").into_response()),
        Err(error) => Err(of(error)),
    }
}
