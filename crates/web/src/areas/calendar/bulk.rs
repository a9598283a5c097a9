//! Several posts changed in one go.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use primitives::Id;
use publishing::Post;
use publishing::calendar::{self, Bulk, Change, Done};

use super::actions::back;
use super::words::{of_bulk, why_words};
use crate::{Form, InBrand, Refusal};

/// Does to every chosen post (`post`) what the button says (`do`).
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let posts: Result<Vec<Id<Post>>, _> = form.all("post").map(str::parse).collect();
    let mut posts = posts.map_err(|_| Refusal::Malformed)?;
    posts.sort();
    posts.dedup();
    let Some(bulk) = asked(&form) else {
        return Ok(back(&here, &form).saying("calendar-change-unclear").into_response());
    };
    if posts.is_empty() {
        return Ok(back(&here, &form).saying("calendar-change-nothing-chosen").into_response());
    }
    let mut tx = here.begin().await?;
    let done = calendar::apply(bulk, &posts, &here.actor, &mut tx).await.map_err(of_bulk)?;
    tx.commit().await?;
    let said = match (bulk, done.changed, done.refused.is_empty()) {
        (_, 0, _) => "calendar-changed-none",
        (Bulk::Hold, _, true) => "calendar-changed-hold",
        (Bulk::Release, _, true) => "calendar-changed-release",
        (Bulk::Remove, _, true) => "calendar-changed-remove",
        (_, _, true) => "calendar-changed-moved",
        (_, _, false) => "calendar-changed-some",
    };
    let mut go = back(&here, &form)
        .saying(said)
        .with("count", done.changed.to_string())
        .with("name", reasons(&done, &here));
    if let Some(change) = done.change {
        go = go.undo(here.url(&format!("calendar/changes/{change}/end")));
    }
    Ok(go.into_response())
}

fn asked(form: &Form) -> Option<Bulk> {
    let number = |name: &str| match form.get(name).trim() {
        "" => Some(0),
        text => text.parse::<i32>().ok(),
    };
    match form.get("do") {
        "shift" => {
            let days = number("days").filter(|days| (-3660..=3660).contains(days))?;
            let hours = number("hours").filter(|hours| (-8760..=8760).contains(hours))?;
            (days != 0 || hours != 0).then_some(Bulk::Shift { days, minutes: hours * 60 })
        }
        "to" => form.get("to").parse::<Date>().ok().map(Bulk::To),
        "hold" => Some(Bulk::Hold),
        "release" => Some(Bulk::Release),
        "remove" => Some(Bulk::Remove),
        _ => None,
    }
}

/// Why some were left as they are: each reason once, with how many.
fn reasons(done: &Done, here: &InBrand) -> String {
    let mut whys: Vec<_> = done.refused.iter().map(|(_, why)| *why).collect();
    whys.sort();
    let mut said: Vec<String> = Vec::new();
    for group in whys.chunk_by(|a, b| a == b) {
        said.push(format!("{} {}", group.len(), why_words(group[0], here.words())));
    }
    said.join(", ")
}

/// Brings everything back to where it was.
pub async fn end(
    here: InBrand,
    Path((_brand, change)): Path<(String, Id<Change>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let count = calendar::undo(change, &here.actor, &mut tx).await.map_err(of_bulk)?;
    tx.commit().await?;
    let go = back(&here, &form).saying("calendar-change-undone");
    Ok(go.with("count", count.to_string()).into_response())
}
