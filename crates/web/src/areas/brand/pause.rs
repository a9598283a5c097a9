//! Pausing everything of a brand at once, and resuming.

use axum::response::{IntoResponse, Response};
use platform::brand::BrandError;

use crate::{Form, InBrand, Refusal};

/// Pauses: nothing is sent until someone resumes.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match here.brand.clone().pause(form.get("reason"), &here.actor, &mut tx).await {
        // Someone did it meanwhile: it is as asked.
        Ok(_) | Err(BrandError::AlreadyPaused) => {}
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(here.go("settings").saying("pause-done").undo(here.url("pause/end")).into_response())
}

/// Resumes.
pub async fn end(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match here.brand.clone().resume(&here.actor, &mut tx).await {
        Ok(_) | Err(BrandError::NotPaused) => {}
        Err(error) => return Err(error.into()),
    }
    tx.commit().await?;
    Ok(here.go("settings").saying("pause-ended").into_response())
}
