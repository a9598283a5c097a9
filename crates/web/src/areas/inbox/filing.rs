//! Filing what a conversation suggests or complains of.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::Conversation;
use conversations::feedback::{Case, CaseState, FeedbackError, ToFile};
use primitives::Id;

use super::asked::Asked;
use crate::{Form, InBrand, Refusal};

/// Files its last message, or the one that is said, in a category.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let file = ToFile {
        conversation: id,
        message: form.get("message").parse().ok(),
        category: form.get("category").parse().map_err(|_| Refusal::NotFound)?,
        kind: form.get("kind").parse().ok(),
    };
    let mut tx = here.begin().await?;
    match Case::file(file, &here.actor, &mut tx).await {
        Ok(case) => {
            tx.commit().await?;
            let go = here.go(&format!("inbox/{id}{}", asked.query())).saying("feedback-filed");
            Ok(go.with("name", case.category_name).into_response())
        }
        Err(FeedbackError::FiledAlready(case)) => Ok(here
            .go(&format!("feedback/{case}"))
            .saying("feedback-filed-already")
            .into_response()),
        Err(error) => Err(error.into()),
    }
}

/// Says that what Parvis proposed is no such thing.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Conversation>)>,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let case = form.get("case").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    let case = Case::load(case, &here.actor, &mut tx).await?;
    case.advance(CaseState::Dismissed, "", &here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go(&format!("inbox/{id}{}", asked.query()));
    Ok(go.saying("feedback-dismissed").into_response())
}
