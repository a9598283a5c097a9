//! A second look at what is held: each is released, moved, changed or given up, one by one.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use channels::publication::{Filter, Publication, PublicationState, Purpose, StateName};
use database::Tx;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use primitives::Id;
use publishing::LocalSchedule;
use publishing::calendar::held_count;
use serde::Deserialize;

use super::get::known;
use super::held_page::{HeldPage, ShownHeld};
use crate::areas::posts::problems;
use crate::{Form, InBrand, Refusal};

/// How many a page holds.
const ON_A_PAGE: i64 = 20;

/// Where the page starts.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// Microseconds and id of the last one seen.
    #[serde(default)]
    after: String,
}

/// The page.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    Ok(here.show(&load(&here, &asked.after).await?))
}

async fn load(here: &InBrand, after: &str) -> Result<HeldPage, Refusal> {
    let after = after.split_once('_').and_then(|(at, id)| {
        Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?))
    });
    let mut tx = here.read().await?;
    let filter =
        Filter { states: vec![StateName::Held], after, most: ON_A_PAGE + 1, ..Filter::default() };
    let found = Publication::list(&filter, &here.actor, &mut tx).await;
    let mut found = found.map_err(problems::of_load)?;
    let more = found.len() > ON_A_PAGE as usize;
    found.truncate(ON_A_PAGE as usize);
    let on = found
        .last()
        .filter(|_| more)
        .map(|last| format!("calendar/held?after={}_{}", last.due_at.as_microsecond(), last.id));
    let known = known(here, &mut tx).await?;
    let count = held_count(&here.actor, &mut tx).await.map_err(problems::of_calendar)?;
    let now = tx.now();
    let held = found.into_iter().filter_map(|publication| {
        let channel = known.channels.iter().find(|c| c.id == publication.channel)?.clone();
        let paused = known.paused.contains(&publication.channel);
        Some(ShownHeld { publication, channel, paused })
    });
    Ok(HeldPage { held: held.collect(), count, now, on, error: None })
}

/// Does what the button says (`do`): `release` at its time, or at once when that has passed;
/// `move` to another (`date`, `time`); `cancel`; `hold` again, which undoes a release.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Publication>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let publication = Publication::load(id, &here.actor, &mut tx).await;
    let mut publication = publication.map_err(problems::of_load)?;
    let asked = if form.get("do").is_empty() { "hold" } else { form.get("do") };
    // Two people may look at once: what is no longer held is not acted upon twice.
    let held = matches!(publication.state, PublicationState::Held { .. });
    if (asked != "hold") != held {
        return Ok(here.go("calendar/held").saying("calendar-held-changed").into_response());
    }
    let mut undo = None;
    let said = match asked {
        "release" => {
            publishing::guard::release(&mut publication, &here.actor, &mut tx).await?;
            undo = Some(here.url(&format!("calendar/held/{id}")));
            "calendar-held-released"
        }
        "move" => match at(&form, &here, &mut tx).await? {
            Ok(at) => {
                let moved = publication.reschedule(at, &here.actor, &mut tx).await;
                moved.map_err(problems::of_change)?;
                undo = Some(here.url(&format!("calendar/held/{id}")));
                "calendar-held-moved"
            }
            Err(said) => {
                drop(tx);
                let mut page = load(&here, "").await?;
                page.error = Some((id, said));
                return Ok(here.refused(&page));
            }
        },
        "cancel" => {
            publication.cancel(&here.actor, &mut tx).await.map_err(problems::of_change)?;
            "calendar-held-cancelled"
        }
        "hold" => {
            publication.hold(&here.actor, &mut tx).await.map_err(problems::of_change)?;
            "calendar-held-again"
        }
        _ => return Err(Refusal::Malformed),
    };
    if matches!(publication.purpose, Purpose::Reply { .. }) {
        conversations::reply_settled(id, &mut tx).await?;
    }
    tx.commit().await?;
    let mut go = here.go("calendar/held").saying(said);
    if said == "calendar-held-moved" {
        go = go.with("when", here.words().moment(publication.due_at));
    }
    if let Some(undo) = undo {
        go = go.undo(undo);
    }
    Ok(go.into_response())
}

/// The instant that the form's date and time mean, or why they can't be.
async fn at(
    form: &Form,
    here: &InBrand,
    tx: &mut Tx,
) -> Result<Result<Timestamp, String>, Refusal> {
    let words = here.words();
    let brand = Brand::of(&here.actor, tx).await?;
    let local = format!("{}T{}", form.get("date"), form.get("time"));
    let Ok(local) = local.parse::<DateTime>() else {
        return Ok(Err(words.t("posts-when-missing")));
    };
    let at = LocalSchedule::resolve(local, brand.zone.name());
    let Ok(at) = at.and_then(|at| at.within_ten_years(tx.now())) else {
        return Ok(Err(words.t("posts-when-too-far")));
    };
    if at.at < tx.now() - SignedDuration::from_mins(2) {
        return Ok(Err(words.t("posts-when-past")));
    }
    Ok(Ok(at.at))
}
