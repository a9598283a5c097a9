//! Whose a conversation is, how urgent, and under which labels.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::{Conversation, Priority};
use platform::Teammate;
use primitives::Id;

use super::asked::Asked;
use super::state::undo_of;
use crate::{Form, InBrand, Refusal};

/// Whom a form gives it to: `me`, `nobody`, or a teammate.
pub fn chosen(here: &InBrand, form: &Form) -> Result<Option<Id<Teammate>>, Refusal> {
    match form.get("assignee") {
        "me" => Ok(here.actor.teammate_id()),
        "" | "nobody" => Ok(None),
        other => other.parse().map(Some).map_err(|_| Refusal::NotFound),
    }
}

/// Gives it to someone.
pub async fn assign(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let to = chosen(&here, &form)?;
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.assign(to, &here.actor, &mut tx).await?;
    let undo = undo_of(&here, tx.now(), &asked);
    tx.commit().await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying("inbox-assigned").undo(undo).into_response())
}

/// Says how urgent it is.
pub async fn prioritise(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let priority: Priority = form.get("priority").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.prioritise(priority, &here.actor, &mut tx).await?;
    let undo = undo_of(&here, tx.now(), &asked);
    tx.commit().await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying("inbox-prioritised").undo(undo).into_response())
}

/// Puts the labels on that are checked, takes off those that are not.
pub async fn label(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let wanted: Vec<Id<_>> = form.all("label").filter_map(|id| id.parse().ok()).collect();
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let carried = conversation.labels(&here.actor, &mut tx).await?;
    for label in carried.iter().filter(|label| !wanted.contains(&label.id)) {
        conversation.unlabel(label.id, &here.actor, &mut tx).await?;
    }
    for label in wanted.iter().filter(|id| carried.iter().all(|label| label.id != **id)) {
        conversation.label(*label, &here.actor, &mut tx).await?;
    }
    let undo = undo_of(&here, tx.now(), &asked);
    tx.commit().await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying("inbox-labelled").undo(undo).into_response())
}
