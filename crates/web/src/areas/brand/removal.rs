//! Removing a brand, once its name was typed; the demonstration, in one click.

use axum::response::{IntoResponse, Response};
use platform::Right;

use super::settings::{SettingsPage, form_of};
use crate::{Form, Go, InBrand, Refusal};

/// Removes the brand and every record of it, for good.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    here.must(Right::RemoveBrand)?;
    let typed = form.get("typed_name").trim();
    if !here.brand.demo && typed != here.brand.name.as_str() {
        let mut shown = form_of(&here).with("typed_name", typed);
        shown.refuse("typed_name", here.words().t("removal-another-name"));
        return Ok(here.refused(&SettingsPage::new(&here, shown)));
    }
    let name = here.brand.name.to_string();
    let mut tx = here.begin().await?;
    here.brand.clone().remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(Go::to("/").saying("removal-done").with("name", name).into_response())
}
