//! One medium put in the bin, and the way back.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use platform::media::Media;
use primitives::Id;
use publishing::library::{self, RemoveError};
use serde::Deserialize;

use super::one::MediaPage;
use crate::{Form, InBrand, Refusal};

/// Puts it in the bin, unless a planned post uses it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Media>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let found = Media::find(id, &here.actor, &mut tx).await?.ok_or(Refusal::NotFound)?;
    match library::remove(&[id], &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            let undo = here.url(&format!("library/removal/end?ids={id}"));
            let go = here.go("library").saying("library-removed").with("count", "1");
            Ok(go.undo(undo).into_response())
        }
        Err(RemoveError::Planned { .. }) => {
            drop(tx);
            let mut form = Form::empty();
            form.refuse("removal", here.words().t("library-planned-one"));
            Ok(here.refused(&MediaPage::load(&here, found, form).await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Which come back.
#[derive(Debug, Deserialize)]
pub struct Back {
    ids: String,
}

/// Takes media back from the bin.
pub async fn end(here: InBrand, Query(back): Query<Back>) -> Result<Response, Refusal> {
    let ids: Vec<_> = back.ids.split(',').filter_map(|id| id.parse().ok()).take(100).collect();
    let mut tx = here.begin().await?;
    let back = library::restore(&ids, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let go = here.go("library").saying("library-restored");
    Ok(go.with("count", back.len().to_string()).into_response())
}
