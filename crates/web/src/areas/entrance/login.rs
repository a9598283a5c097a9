//! Signing in and out.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::setup::needs_setup;
use platform::teammate::{SignIn, SignInError, sign_in};
use serde::Deserialize;

use super::{hand_over, inside};
use crate::parts::{Field, csrf, error_summary};
use crate::security::Visitor;
use crate::security::visitor::{SESSION_COOKIE, set_cookie};
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, page_samples};

/// Where to go once signed in.
#[derive(Debug, Default, Deserialize)]
pub struct Back {
    #[serde(default)]
    pub(super) back: String,
}

/// Asks for the address and the password.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Query(asked): Query<Back>,
) -> Result<Response, Refusal> {
    if let Some((session, _)) = &visitor.session {
        return match session.second_factor_pending {
            true => Err(Refusal::SecondFactorFirst),
            false => Ok(Go::to(inside(&asked.back)).into_response()),
        };
    }
    let mut tx = house.database().read().await?;
    if needs_setup(&mut tx).await? {
        return Ok(Go::to("/setup").into_response());
    }
    let form = Form::empty().with("back", asked.back);
    Ok(visitor.frame(&house).show(&LoginPage { form }))
}

/// Signs in.
pub async fn post(
    State(house): State<House>,
    visitor: Visitor,
    mut form: Form,
) -> Result<Response, Refusal> {
    let (email, password) = (form.get("email"), form.get("password"));
    house.limits.try_as(visitor.address, email)?;
    let answer = sign_in(email, password, &visitor.device, house.database()).await?;
    let back = inside(form.get("back"));
    let (session, to) = match answer {
        SignIn::SignedIn(session) => (session, back.to_owned()),
        SignIn::SecondFactorNeeded(session) => (session, second_step(back)),
        SignIn::Refused => {
            let frame = visitor.frame(&house);
            form.refuse("", frame.words.t("login-refused"));
            return Ok(frame.refused(&LoginPage { form: form.without(&["password"]) }));
        }
    };
    let mut response = Go::to(to).into_response();
    hand_over(&house, &session, &mut response);
    Ok(response)
}

fn second_step(back: &str) -> String {
    let back: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
    format!("/login/second-factor?back={back}")
}

/// Signs out.
pub async fn end(State(house): State<House>, visitor: Visitor) -> Result<Response, Refusal> {
    if let Some((session, _)) = visitor.session {
        let mut tx = house.database().begin().await?;
        session.end(&mut tx).await?;
        tx.commit().await?;
    }
    let mut response = Go::to("/login").saying("login-ended").into_response();
    set_cookie(&house, &mut response, SESSION_COOKIE, "", Some(0));
    Ok(response)
}

impl From<SignInError> for Refusal {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

/// The page that asks who one is.
pub struct LoginPage {
    form: Form,
}

impl Page for LoginPage {
    fn samples() -> Vec<Self> {
        let mut refused = Form::filled([("email", "louise@fournil-de-louise.fr")]);
        refused.refuse("", "Adresse ou mot de passe incorrect");
        vec![Self { form: Form::empty() }, Self { form: refused }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("login-title")
    }

    fn shape(&self) -> Shape {
        Shape::Centered(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            div.stack {
                h1 { (self.title(frame)) }
                form.card.form method="post" action="/login" {
                    (csrf(frame))
                    input type="hidden" name="back" value=(form.get("back"));
                    (error_summary(words, form))
                    (Field::new(form, "email", &words.t("field-email")).kind("email").required().autocomplete("username"))
                    (Field::new(form, "password", &words.t("field-password")).kind("password").required().autocomplete("current-password"))
                    div.form-actions { button.button.button-primary.button-block { (words.t("login-go")) } }
                    p.hint { (words.t("login-forgotten")) }
                }
            }
        }
    }
}

page_samples!(LoginPage);
