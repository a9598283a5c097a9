//! Changing one's password: every other session ends.

use axum::response::{IntoResponse, Response};
use platform::field::Password;
use platform::teammate::PasswordError;

use super::page::AccountPage;
use super::profile::form_of;
use crate::words::Worded;
use crate::{Form, Go, Refusal, SignedIn};

/// Changes it.
pub async fn post(here: SignedIn, form: Form) -> Result<Response, Refusal> {
    here.house.limits.try_as(here.visitor.address, &format!("password:{}", here.teammate.id))?;
    let words = here.words().clone();
    let mut shown = form_of(&here);
    let new = Password::parse(form.get("new_password"));
    if let Some(new) = shown.check("new_password", new, |problem| problem.worded(&words)) {
        let present = form.get("present_password");
        let database = here.house.database();
        match here.teammate.change_password(present, new, here.session.id, database).await {
            Ok(()) => {
                return Ok(Go::to("/account").saying("account-password-changed").into_response());
            }
            Err(PasswordError::WrongPassword) => {
                shown.refuse("present_password", words.t("account-password-wrong"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    let mut tx = here.read().await?;
    Ok(here.frame.refused(&AccountPage::load(&here, shown, &mut tx).await?))
}

impl From<PasswordError> for Refusal {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}
