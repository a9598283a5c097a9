//! Name, language and theme.

use axum::response::{IntoResponse, Response};
use platform::field::Name;
use platform::teammate::Theme;
use primitives::Language;

use super::page::AccountPage;
use crate::words::Worded;
use crate::{Form, Go, Refusal, SignedIn};

/// Shows the account.
pub async fn get(here: SignedIn) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let form = form_of(&here);
    Ok(here.frame.show(&AccountPage::load(&here, form, &mut tx).await?))
}

/// Changes it.
pub async fn post(here: SignedIn, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let name = Name::parse(form.get("name"));
    let Some(name) = form.check("name", name, |problem| problem.worded(&words)) else {
        let mut tx = here.read().await?;
        return Ok(here.frame.refused(&AccountPage::load(&here, form, &mut tx).await?));
    };
    let language: Language = form.get("language").parse().unwrap_or(here.teammate.language);
    let theme: Theme = form.get("theme").parse().unwrap_or(here.teammate.theme);
    let mut tx = here.begin().await?;
    here.teammate.edit(name, language, theme, &mut tx).await?;
    tx.commit().await?;
    Ok(Go::to("/account").saying("account-saved").into_response())
}

pub(super) fn form_of(here: &SignedIn) -> Form {
    let teammate = &here.teammate;
    let (language, theme) = (teammate.language.tag(), teammate.theme.as_str());
    Form::filled([("name", teammate.name.as_str()), ("language", language), ("theme", theme)])
}
