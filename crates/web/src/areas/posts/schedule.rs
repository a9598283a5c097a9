//! A post gets another time, or none.

use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use maud::html;
use primitives::Id;
use publishing::Post;
use publishing::post::PostState;
use serde::Deserialize;

use super::composer::load_channels;
use super::page::PostPage;
use super::{problems, save};
use crate::{Form, InBrand, Refusal};

/// A time in the address: what the undo of a move carries.
#[derive(Debug, Default, Deserialize)]
pub struct At {
    local: Option<String>,
}

/// Moves it to the date and time of the form. The calendar's script gives the date alone: the
/// time of day stays; it is answered nothing, or a toast where there is something to know.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
    Query(at): Query<At>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let before = match &post.state {
        PostState::Scheduled(at) => Some(at.local.strftime("%Y-%m-%dT%H:%M").to_string()),
        PostState::Draft => None,
    };
    let kept = before.as_deref().and_then(|before| before.split_once('T')).map(|(_, time)| time);
    let time = Some(form.get("time")).filter(|time| !time.is_empty()).or(kept).unwrap_or_default();
    let local = at.local.unwrap_or_else(|| format!("{}T{time}", form.get("date")));
    // A drag moves, no more; the form says to let it go at that time.
    let moved = if by_script(&headers) {
        post.move_to(&local, &here.actor, &mut tx).await
    } else {
        post.schedule(&local, &here.actor, &mut tx).await
    };
    match moved {
        Ok(moved) => {
            tx.commit().await?;
            let base = here.url(&format!("posts/{id}/schedule"));
            let undo = before
                .as_ref()
                .map_or(format!("{base}/end"), |before| format!("{base}?local={before}"));
            if by_script(&headers) {
                return Ok(told(&here, &moved));
            }
            Ok(save::said(&here, &moved, true).undo(undo).into_response())
        }
        Err(error) => {
            drop(tx);
            let mut tx = here.read().await?;
            let channels = load_channels(&here, &mut tx).await?;
            drop(tx);
            let (_, said) = problems::schedule_words(error, &channels, here.words())?;
            if by_script(&headers) {
                return Ok((StatusCode::UNPROCESSABLE_ENTITY, toast(&said)).into_response());
            }
            let mut page = PostPage::load(&here, &post).await?;
            page.refuse_time(form, said);
            Ok(here.refused(&page))
        }
    }
}

/// Nothing where the move is what was asked; else what the clocks made of it.
fn told(here: &InBrand, post: &Post) -> Response {
    let PostState::Scheduled(at) = &post.state else {
        return StatusCode::NO_CONTENT.into_response();
    };
    match at.moved {
        None => StatusCode::NO_CONTENT.into_response(),
        Some(moved) => toast(&super::preview::moved_words(here.words(), at, moved)).into_response(),
    }
}

fn toast(said: &str) -> Html<String> {
    Html(html! { div.toast { span { (said) } } }.into_string())
}

fn by_script(headers: &HeaderMap) -> bool {
    headers.get("x-requested-with").is_some_and(|by| by == "fetch")
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
