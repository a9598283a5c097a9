//! Who is there at the same time, and whether anything happened.

use std::time::Duration;

use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Response};
use conversations::Conversation;
use http::StatusCode;
use primitives::Id;
use serde::Deserialize;

use super::view::present;
use crate::{Form, InBrand, Refusal};

/// How long a question about what happened is kept open, in looks, and how far apart these are.
const LOOKS: u32 = 16;
const APART: Duration = Duration::from_millis(500);

/// Someone is still there, writing or not.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.note_presence(form.has("writing"), &here.actor, &mut tx).await?;
    let others = conversation.others_present(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(Html(present(here.words(), &others).into_string()).into_response())
}

/// Someone left.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.note_absence(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The mark that a screen knows.
#[derive(Deserialize)]
pub struct Seen {
    #[serde(default)]
    seen: String,
}

/// Answers once something happened that the screen has not seen, or after a while without.
pub async fn pulse(here: InBrand, Query(seen): Query<Seen>) -> Result<Response, Refusal> {
    for look in 0..LOOKS {
        if look > 0 {
            tokio::time::sleep(APART).await;
        }
        let mark = conversations::pulse(&here.actor, &mut here.read().await?).await?;
        if mark != seen.seen {
            return Ok(mark.into_response());
        }
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
