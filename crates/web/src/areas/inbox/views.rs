//! Lists that are kept.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use conversations::{View, ViewError};
use primitives::Id;

use super::asked::Asked;
use super::list::of_view;
use crate::{Form, InBrand, Refusal};

/// Keeps the list as it is narrowed.
pub async fn post(
    here: InBrand,
    Query(asked): Query<Asked>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let shared = form.has("shared");
    let kept = View::keep(form.get("name"), &asked.kept(), shared, &here.actor, &mut tx).await;
    let said = match kept {
        Ok(_) => "inbox-view-kept",
        Err(ViewError::BadName) => "inbox-view-bad-name",
        Err(ViewError::TooMany) => "inbox-view-too-many",
        Err(other) => return Err(of_view(other)),
    };
    tx.commit().await?;
    Ok(here.go(&format!("inbox{}", asked.query())).saying(said).into_response())
}

/// Forgets one.
pub async fn end(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<View>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    View::forget(id, &here.actor, &mut tx).await.map_err(of_view)?;
    tx.commit().await?;
    Ok(here.go("inbox").saying("inbox-view-forgotten").into_response())
}
