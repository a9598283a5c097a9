//! Acting on messages at their network, and showing their pictures.

use axum::body::Body;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use channels::Act;
use conversations::{Conversation, Message};
use http::header;
use primitives::Id;

use super::asked::Asked;
use crate::{Form, InBrand, Refusal};

/// The largest picture that is shown, in bytes.
const LARGEST: usize = 10_000_000;

/// Asks the network.
pub async fn post(
    here: InBrand,
    Path((_brand, id, message)): Path<(String, Id<Conversation>, Id<Message>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let act: Act = form.get("act").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let connectors = &here.house.kit.connectors;
    let done = conversation.act(message, act, connectors, &here.actor, &mut tx).await;
    done.map_err(super::of_act)?;
    tx.commit().await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying(&format!("inbox-asked-{act}")).into_response())
}

/// A picture that someone joined to a message, fetched from its network for those who work here:
/// their browsers speak to no network.
pub async fn picture(
    here: InBrand,
    Path((_brand, id, message, number)): Path<(String, Id<Conversation>, Id<Message>, usize)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let message = conversation.message(message, &here.actor, &mut tx).await?;
    drop(tx);
    let message = message.ok_or(Refusal::NotFound)?;
    let picture = message.pictures.get(number).ok_or(Refusal::NotFound)?;
    let answer = here.house.kit.http.get(&picture.url).max_body(LARGEST).send().await;
    let answer = answer.map_err(|_| Refusal::NotFound)?;
    let kind = answer.header("content-type").unwrap_or_default();
    let kinds = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];
    let kind = kinds.into_iter().find(|known| kind.starts_with(known));
    match kind.filter(|_| answer.is_success()) {
        Some(kind) => Ok((
            [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "private, max-age=86400")],
            Body::from(answer.body),
        )
            .into_response()),
        None => Err(Refusal::NotFound),
    }
}
