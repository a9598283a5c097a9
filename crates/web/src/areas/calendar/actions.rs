//! Ideas are noted, drafts are given a day, and give it back.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::civil::{Date, DateTime, Time};
use maud::html;
use primitives::Id;
use publishing::Post;
use publishing::holidays::marker;
use publishing::post::{Edit, PostSource};
use serde::Deserialize;

use super::words::want_words;
use crate::areas::posts::problems;
use crate::flash::Go;
use crate::{Form, InBrand, Refusal};

type AtPost = Path<(String, Id<Post>)>;

/// A time in the address: what the undo of a move carries.
#[derive(Debug, Default, Deserialize)]
pub struct At {
    local: Option<String>,
}

/// Whether our script asked, rather than a form.
pub(super) fn by_script(headers: &HeaderMap) -> bool {
    headers.get("x-requested-with").is_some_and(|by| by == "fetch")
}

/// A toast for the script to show, where what was asked could not be done.
pub(super) fn not_done(said: &str) -> Response {
    let toast = html! { div.toast { span { (said) } } };
    (StatusCode::UNPROCESSABLE_ENTITY, toast).into_response()
}

/// Back to where in the calendar one was.
pub(super) fn back(here: &InBrand, form: &Form) -> Go {
    let asked = form.get("back");
    // Only our own pages.
    let ours = asked == "calendar" || asked.starts_with("calendar?") || asked == "calendar/days";
    here.go(if ours { asked } else { "calendar" })
}

/// Nine in the morning; the next hour that begins where that has passed.
pub(super) fn proposed(day: Date, here: &InBrand) -> DateTime {
    let nine = day.at(9, 0, 0, 0);
    let now = here.words().now().map(|now| here.words().local(now).datetime());
    match now {
        Some(now) if now.date() == day && now >= nine => day.at((now.hour() + 1).min(23), 0, 0, 0),
        _ => nine,
    }
}

/// Notes an idea: its words alone, a day if one is given, or the name of a day worth writing
/// about (`moment`).
pub async fn idea(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let words = here.words();
    let text = match marker(form.get("moment")) {
        Some(marker) => words.t(&format!("moment-{}", marker.key)),
        None => form.get("text").trim().to_owned(),
    };
    if text.is_empty() {
        return Ok(back(&here, &form).saying("calendar-idea-empty").into_response());
    }
    let day = form.get("date").parse::<Date>().ok();
    let mut tx = here.begin().await?;
    let edit = Edit { text, ..Edit::default() };
    let post = match Post::begin(edit, PostSource::Written, &here.actor, &mut tx).await {
        Ok(post) => post,
        Err(error) => {
            let (_, said) = problems::edit_words(error, words)?;
            return Err(Refusal::fault(said));
        }
    };
    let said = match day {
        None => "calendar-idea-noted",
        Some(day) => {
            let at = Some(proposed(day, &here));
            if let Err(error) = post.want(at, &here.actor, &mut tx).await {
                want_words(error, words)?;
            }
            "calendar-idea-drafted"
        }
    };
    tx.commit().await?;
    let undo = here.url(&format!("posts/{}/removal", post.id));
    let when = day.map(|day| words.day(day)).unwrap_or_default();
    Ok(back(&here, &form).saying(said).with("when", when).undo(undo).into_response())
}

/// Gives a draft a day; the time is the one given, else its own, else nine.
pub async fn want(
    here: InBrand,
    Path((_brand, id)): AtPost,
    Query(at): Query<At>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let before = post.wanted.as_ref().map(|at| at.local);
    let local = match at.local.as_deref().map(str::parse::<DateTime>) {
        Some(local) => local.map_err(|_| Refusal::Malformed)?,
        None => {
            let day: Date = form.get("date").parse().map_err(|_| Refusal::Malformed)?;
            let given = form.get("time").parse::<Time>().ok();
            match given.or(before.map(|before| before.time())) {
                Some(time) => day.to_datetime(time),
                None => proposed(day, &here),
            }
        }
    };
    let wanted = post.want(Some(local), &here.actor, &mut tx).await;
    if let Err(error) = wanted {
        let said = want_words(error, here.words())?;
        if by_script(&headers) {
            return Ok(not_done(&said));
        }
        return Ok(back(&here, &form).saying("calendar-day-past").into_response());
    }
    tx.commit().await?;
    if by_script(&headers) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let base = here.url(&format!("posts/{id}/wanted"));
    let undo = before.map_or(format!("{base}/end"), |before| format!("{base}?local={before}"));
    let when = here.words().day(local.date());
    Ok(back(&here, &form).saying("calendar-wanted").with("when", when).undo(undo).into_response())
}

/// Takes its day away: it is an idea again.
pub async fn unwant(
    here: InBrand,
    Path((_brand, id)): AtPost,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let before = post.wanted.as_ref().map(|at| at.local);
    if let Err(error) = post.want(None, &here.actor, &mut tx).await {
        want_words(error, here.words())?;
    }
    tx.commit().await?;
    if by_script(&headers) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let mut go = back(&here, &form).saying("calendar-unwanted");
    if let Some(before) = before {
        go = go.undo(here.url(&format!("posts/{id}/wanted?local={before}")));
    }
    Ok(go.into_response())
}
