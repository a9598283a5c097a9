//! The second step of signing in: a code of the application, or a recovery code.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Session;
use platform::teammate::SecondFactorError;

use super::login::Back;
use super::{hand_over, inside};
use crate::parts::{Field, csrf, error_summary};
use crate::security::Visitor;
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, page_samples};

/// Asks for the code.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Back>,
) -> Result<Response, Refusal> {
    match pending(&visitor) {
        Ok(_) => {
            let form = Form::empty().with("back", asked.back);
            Ok(visitor.frame(&house).show(&SecondFactorPage { form }))
        }
        Err(elsewhere) => Ok(elsewhere.into_response()),
    }
}

/// Takes the code; the session is replaced by a whole one.
pub async fn post(
    State(house): State<House>,
    visitor: Visitor,
    mut form: Form,
) -> Result<Response, Refusal> {
    let session = match pending(&visitor) {
        Ok(session) => session,
        Err(elsewhere) => return Ok(elsewhere.into_response()),
    };
    house.limits.try_code(visitor.address, session.teammate)?;
    let mut tx = house.database().begin().await?;
    match session.pass_second_factor(form.get("code"), &house.kit.vault, &mut tx).await {
        Ok(whole) => {
            tx.commit().await?;
            let mut response = Go::to(inside(form.get("back"))).into_response();
            hand_over(&house, &whole, &mut response);
            Ok(response)
        }
        Err(SecondFactorError::WrongCode) => {
            let frame = visitor.frame(&house);
            form.refuse("code", frame.words.t("second-factor-wrong"));
            Ok(frame.refused(&SecondFactorPage { form: form.without(&["code"]) }))
        }
        Err(error) => Err(error.into()),
    }
}

/// The session that waits for its second factor, or where to go without one.
fn pending(visitor: &Visitor) -> Result<Session, Go> {
    match &visitor.session {
        Some((session, _)) if session.second_factor_pending => Ok(session.clone()),
        Some(_) => Err(Go::to("/")),
        None => Err(Go::to("/login")),
    }
}

impl From<SecondFactorError> for Refusal {
    fn from(error: SecondFactorError) -> Self {
        match error {
            SecondFactorError::Database(error) => error.into(),
            SecondFactorError::AlreadyConfirmed => Refusal::Stale,
            error => Refusal::fault(error),
        }
    }
}

/// The page that asks for a code.
pub struct SecondFactorPage {
    form: Form,
}

impl Page for SecondFactorPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::empty();
        refused.refuse("code", "Ce code n’est pas le bon");
        vec![Self { form: Form::empty() }, Self { form: refused }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("second-factor-title")
    }

    fn shape(&self) -> Shape {
        Shape::Centered(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            div.stack {
                h1 { (self.title(frame)) }
                form.card.form method="post" action="/login/second-factor" {
                    (csrf(frame))
                    input type="hidden" name="back" value=(form.get("back"));
                    (error_summary(words, form))
                    (Field::new(form, "code", &words.t("second-factor-code")).required().autocomplete("one-time-code")
                        .with("inputmode", "text").with("autocapitalize", "none").with("spellcheck", "false")
                        .hint(words.t("second-factor-hint")))
                    div.form-actions { button.button.button-primary.button-block { (words.t("login-go")) } }
                }
                form method="post" action="/session/end" {
                    (csrf(frame))
                    button.link-button { (words.t("second-factor-leave")) }
                }
            }
        }
    }
}

page_samples!(SecondFactorPage);
