//! Putting conversations together, and taking them apart.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::{Conversation, MergeError, Message};
use primitives::Id;

use super::asked::Asked;
use crate::{Form, InBrand, Refusal};

fn of_merge(error: MergeError) -> Result<&'static str, Refusal> {
    match error {
        MergeError::NotAlike => Ok("inbox-merge-not-alike"),
        MergeError::NothingLeft => Ok("inbox-split-nothing-left"),
        MergeError::NotMerged => Err(Refusal::Stale),
        MergeError::NotFound => Err(Refusal::NotFound),
        MergeError::NotAllowed(error) => Err(error.into()),
        MergeError::Database(error) => Err(error.into()),
    }
}

/// Takes in another conversation.
pub async fn merge(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let other = form.get("other").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    match conversation.merge(other, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            let undo = here.url(&format!("inbox/{other}/merge/end"));
            Ok(go.saying("inbox-merged").undo(undo).into_response())
        }
        Err(error) => Ok(go.saying(of_merge(error)?).into_response()),
    }
}

/// Gives a conversation its messages back.
pub async fn unmerge(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    if let Err(error) = conversation.unmerge(&here.actor, &mut tx).await {
        return Err(of_merge(error).err().unwrap_or(Refusal::Stale));
    }
    tx.commit().await?;
    Ok(here.go(&format!("inbox/{id}")).saying("inbox-unmerged").into_response())
}

/// Makes a conversation of its own out of a message and those after it.
pub async fn split(
    here: InBrand,
    Path((_brand, id, message)): Path<(String, Id<Conversation>, Id<Message>)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    match conversation.split(message, &here.actor, &mut tx).await {
        Ok(new) => {
            tx.commit().await?;
            let undo = here.url(&format!("inbox/{id}/takes/{}", new.id));
            let go = here.go(&format!("inbox/{}", new.id));
            Ok(go.saying("inbox-was-split").undo(undo).into_response())
        }
        Err(error) => {
            let go = here.go(&format!("inbox/{id}{}", asked.query()));
            Ok(go.saying(of_merge(error)?).into_response())
        }
    }
}

/// Takes back what was split off: the undo of a split.
pub async fn takes(
    here: InBrand,
    Path((_brand, id, other)): Path<(String, Id<Conversation>, Id<Conversation>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let conversation = Conversation::load(id, &here.actor, &mut tx).await?;
    let go = here.go(&format!("inbox/{id}"));
    match conversation.merge(other, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(go.saying("inbox-merged").into_response())
        }
        Err(error) => Ok(go.saying(of_merge(error)?).into_response()),
    }
}
