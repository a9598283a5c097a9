use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::Conversation;
use primitives::Id;

use crate::{InBrand, Refusal};

/// Done with.
pub async fn resolve(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.resolve(&here.actor, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("inbox/{id}/resolution/end"));
    Ok(here.go("inbox").saying("inbox-resolved").undo(undo).into_response())
}

/// Taken up again.
pub async fn reopen(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    conversation.reopen(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("inbox/{id}")).saying("inbox-reopened").into_response())
}
