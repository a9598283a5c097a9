//! A post gets another time, or none.

use axum::Json;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use primitives::Id;
use publishing::Post;
use publishing::post::PostState;
use serde::Deserialize;
use serde_json::json;

use super::composer::load_channels;
use super::page::PostPage;
use super::{problems, save};
use crate::{Form, InBrand, Refusal};

/// A time in the address: what the undo of a move carries.
#[derive(Debug, Default, Deserialize)]
pub struct At {
    local: Option<String>,
}

/// Moves it to the date and time of the form; the calendar's script asks for JSON.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    Query(at): Query<At>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Refusal> {
    let local = at.local.unwrap_or_else(|| format!("{}T{}", form.get("date"), form.get("time")));
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let before = match &post.state {
        PostState::Scheduled(at) => Some(at.local.strftime("%Y-%m-%dT%H:%M").to_string()),
        PostState::Draft => None,
    };
    match post.schedule(&local, &here.actor, &mut tx).await {
        Ok(moved) => {
            tx.commit().await?;
            let base = here.url(&format!("posts/{id}/schedule"));
            let undo = before.map_or(format!("{base}/end"), |before| format!("{base}?local={before}"));
            if wants_json(&headers) {
                return Ok(Json(told(&here, &moved, &undo)).into_response());
            }
            Ok(save::said(&here, &moved, true).undo(undo).into_response())
        }
        Err(error) => {
            drop(tx);
            let mut tx = here.read().await?;
            let channels = load_channels(&here, &mut tx).await?;
            drop(tx);
            let (_, said) = problems::schedule_words(error, &channels, here.words())?;
            if wants_json(&headers) {
                let said = json!({ "said": said });
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(said)).into_response());
            }
            let mut page = PostPage::load(&here, &post).await?;
            page.refuse_time(form, said);
            Ok(here.refused(&page))
        }
    }
}

fn told(here: &InBrand, post: &Post, undo: &str) -> serde_json::Value {
    let words = here.words();
    let PostState::Scheduled(at) = &post.state else { return json!({}) };
    let said = words.tn("posts-scheduled", crate::words::args![when => words.moment(at.at)]);
    let moved = at.moved.map(|moved| super::preview::moved_words(words, at, moved));
    let said = moved.map_or(said.clone(), |moved| format!("{said} {moved}"));
    json!({ "said": said, "undo": undo, "undo_label": words.t("shell-undo") })
}

fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    accept.is_some_and(|accept| accept.starts_with("application/json"))
}

/// Takes it back to a draft.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    post.unschedule(&here.actor, &mut tx).await.map_err(problems::of_post)?;
    tx.commit().await?;
    Ok(here.go(&format!("posts/{id}")).saying("posts-unscheduled").into_response())
}
