//! Answering an invitation: with a new account, or with the one that one has.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::field::{Name, Password};
use platform::invitation::{AcceptError, Invitation, Opened};
use platform::{Secret, Session};

use super::hand_over;
use crate::parts::{Field, csrf, error_summary, link_button};
use crate::security::Visitor;
use crate::words::{Worded, args};
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, page_samples};

/// Shows who invites to what.
pub async fn get(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let page = page(&house, &visitor, token, Form::empty()).await?;
    Ok(visitor.frame(&house).show(&page))
}

/// Accepts.
pub async fn post(
    State(house): State<House>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response, Refusal> {
    house.limits.try_as(visitor.address, &format!("invitation:{token}"))?;
    let page = page(&house, &visitor, token, form).await?;
    match page.answer {
        Answer::NotValid | Answer::SignInFirst | Answer::AnotherTeammate => {
            Ok(visitor.frame(&house).refused(&page))
        }
        Answer::AsOneself => as_oneself(&house, &visitor, &page).await,
        Answer::AsNew => as_new(&house, &visitor, page).await,
    }
}

async fn as_oneself(
    house: &House,
    visitor: &Visitor,
    page: &InvitationPage,
) -> Result<Response, Refusal> {
    let Some((_, teammate)) = &visitor.session else { return Err(Refusal::NotFound) };
    let mut tx = house.database().begin().await?;
    Invitation::accept_as(&Secret::received(&page.token), teammate, &mut tx).await?;
    tx.commit().await?;
    let to = format!("/b/{}", page.brand_slug);
    Ok(Go::to(to).saying("invitation-accepted").with("name", &page.brand).into_response())
}

async fn as_new(
    house: &House,
    visitor: &Visitor,
    mut page: InvitationPage,
) -> Result<Response, Refusal> {
    let frame = visitor.frame(house);
    let words = &frame.words;
    let form = &mut page.form;
    let name = Name::parse(form.get("name"));
    let name = form.check("name", name, |problem| problem.worded(words));
    let password = Password::parse(form.get("password"));
    let password = form.check("password", password, |problem| problem.worded(words));
    let (Some(name), Some(password)) = (name, password) else {
        page.form = page.form.without(&["password"]);
        return Ok(frame.refused(&page));
    };
    let password = password.hash(house.ambient()).await.map_err(Refusal::fault)?;
    let secret = Secret::received(&page.token);
    let mut tx = house.database().begin().await?;
    let (teammate, _) =
        Invitation::accept_as_new(&secret, name, visitor.language, password, &mut tx).await?;
    let session = Session::open(&teammate, &visitor.device, &mut tx).await?;
    tx.commit().await?;
    let to = format!("/b/{}", page.brand_slug);
    let go = Go::to(to).saying("invitation-accepted").with("name", &page.brand);
    let mut response = go.into_response();
    hand_over(house, &session, &mut response);
    Ok(response)
}

impl From<AcceptError> for Refusal {
    fn from(error: AcceptError) -> Self {
        match error {
            AcceptError::Database(error) => error.into(),
            AcceptError::NotValid | AcceptError::AnotherTeammate => Refusal::NotFound,
            AcceptError::HasAccount | AcceptError::AlreadyAMember => Refusal::Stale,
        }
    }
}

async fn page(
    house: &House,
    visitor: &Visitor,
    token: String,
    form: Form,
) -> Result<InvitationPage, Refusal> {
    let mut tx = house.database().read().await?;
    let opened = Invitation::open(&Secret::received(&token), &mut tx).await?;
    Ok(InvitationPage::new(token, opened, visitor, form))
}

/// What can be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    NotValid,
    AsNew,
    AsOneself,
    SignInFirst,
    AnotherTeammate,
}

/// An invitation, to be answered.
pub struct InvitationPage {
    token: String,
    brand: String,
    brand_slug: String,
    email: String,
    invited_by: Option<String>,
    answer: Answer,
    form: Form,
}

impl InvitationPage {
    fn new(token: String, opened: Option<Opened>, visitor: &Visitor, form: Form) -> Self {
        let Some(opened) = opened else {
            let empty = String::new;
            let answer = Answer::NotValid;
            return Self {
                token,
                brand: empty(),
                brand_slug: empty(),
                email: empty(),
                invited_by: None,
                answer,
                form,
            };
        };
        let signed_in =
            visitor.session.as_ref().filter(|(session, _)| !session.second_factor_pending);
        let answer = match signed_in {
            Some((_, teammate)) if teammate.email == opened.invitation.email => Answer::AsOneself,
            Some(_) => Answer::AnotherTeammate,
            None if opened.has_account => Answer::SignInFirst,
            None => Answer::AsNew,
        };
        Self {
            token,
            brand: opened.brand_name.to_string(),
            brand_slug: opened.brand_slug,
            email: opened.invitation.email.to_string(),
            invited_by: opened.invited_by,
            answer,
            form,
        }
    }
}

impl Page for InvitationPage {
    fn samples() -> Vec<Self> {
        [
            Answer::NotValid,
            Answer::AsNew,
            Answer::AsOneself,
            Answer::SignInFirst,
            Answer::AnotherTeammate,
        ]
        .map(|answer| Self {
            token: "t0k3n".to_owned(),
            brand: "Le Fournil de Louise".to_owned(),
            brand_slug: "le-fournil-de-louise".to_owned(),
            email: "ines@fournil-de-louise.fr".to_owned(),
            invited_by: Some("Louise Moreau".to_owned()),
            answer,
            form: Form::empty(),
        })
        .into()
    }

    fn title(&self, frame: &Frame) -> String {
        match self.answer {
            Answer::NotValid => frame.words.t("invitation-not-valid-title"),
            _ => frame.words.tn("invitation-title", args![brand => &self.brand]),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Centered(Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let action = format!("/invitations/{}", self.token);
        html! {
            div.stack {
                h1 { (self.title(frame)) }
                @if self.answer != Answer::NotValid && let Some(name) = &self.invited_by {
                    p.page-lead { (words.tn("invitation-lead", args![name => name, email => &self.email])) }
                }
                @match self.answer {
                    Answer::NotValid => div.card { p { (words.t("invitation-not-valid-lead")) } },
                    Answer::AnotherTeammate => div.card { p { (words.tn("invitation-another", args![email => &self.email])) } },
                    Answer::SignInFirst => div.card.stack {
                        p { (words.t("invitation-has-account")) }
                        div.row { (link_button(&words.t("login-go"), &format!("/login?back={action}"), "button-primary")) }
                    },
                    Answer::AsOneself => form.card method="post" action=(action) {
                        (csrf(frame))
                        button.button.button-primary.button-block { (words.t("invitation-accept")) }
                    },
                    Answer::AsNew => (self.new_account(frame, &action)),
                }
            }
        }
    }
}

impl InvitationPage {
    fn new_account(&self, frame: &Frame, action: &str) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            form.card.form method="post" action=(action) {
                (csrf(frame))
                (error_summary(words, form))
                (Field::new(form, "name", &words.t("field-your-name")).required().autocomplete("name"))
                (Field::new(form, "password", &words.t("field-password")).kind("password").required()
                    .autocomplete("new-password").hint(words.t("field-password-hint")))
                div.form-actions { button.button.button-primary.button-block { (words.t("invitation-accept")) } }
            }
        }
    }
}

page_samples!(InvitationPage);
