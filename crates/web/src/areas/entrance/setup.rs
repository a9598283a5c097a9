//! The first visit: organization, brand and owner, on one screen, in the browser's language.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, Render, html};
use platform::Session;
use platform::setup::{CheckError, SetUp, SetUpError, SetUpProblems, needs_setup, set_up};
use primitives::Language;

use super::hand_over;
use crate::parts::{Choice, Field, Select, choice, csrf, error_summary};
use crate::security::Visitor;
use crate::words::{Worded, Words};
use crate::{Form, Frame, Go, House, Page, Refusal, Shape, Width, page_samples};

/// The colour proposed: a bread crust.
const COLOUR: &str = "#b3402a";

/// Shows the screen, once.
pub async fn get(State(house): State<House>, visitor: Visitor) -> Result<Response, Refusal> {
    let mut tx = house.database().read().await?;
    if !needs_setup(&mut tx).await? {
        return Ok(Go::to("/login").into_response());
    }
    let language = visitor.language.tag();
    let form = Form::filled([("colour", COLOUR), ("zone", "Europe/Paris"), ("language", language)]);
    Ok(visitor.frame(&house).show(&SetUpPage { form, demo: house.demo.is_some() }))
}

/// Makes the organization, its brand and its owner, who is signed in.
pub async fn post(
    State(house): State<House>,
    visitor: Visitor,
    mut form: Form,
) -> Result<Response, Refusal> {
    house.limits.try_as(visitor.address, "setup")?;
    let checked = match read(&form, visitor.language).check(house.ambient()).await {
        Ok(checked) => checked,
        Err(CheckError::Fields(problems)) => {
            let frame = visitor.frame(&house);
            word(&problems, &mut form, &frame.words);
            let form = form.without(&["password"]);
            return Ok(frame.refused(&SetUpPage { form, demo: house.demo.is_some() }));
        }
        Err(CheckError::Unhashable(error)) => return Err(Refusal::fault(error)),
    };
    let mut tx = house.database().begin().await?;
    let done = match set_up(checked, &mut tx).await {
        Ok(done) => done,
        Err(SetUpError::AlreadyDone) => return Ok(Go::to("/login").into_response()),
        Err(SetUpError::Database(error)) => return Err(error.into()),
    };
    let session = Session::open(&done.teammate, &visitor.device, &mut tx).await?;
    tx.commit().await?;
    let mut go = Go::to(format!("/b/{}", done.brand.slug)).saying("setup-done");
    if form.has("demo")
        && let Some(add) = &house.demo
        && let Err(error) = add(done.brand.organization, done.teammate.id).await
    {
        tracing::error!(%error, "the demonstration could not be added");
        go = go.saying("setup-demo-failed");
    }
    let mut response = go.into_response();
    hand_over(&house, &session, &mut response);
    Ok(response)
}

fn read(form: &Form, fallback: Language) -> SetUp {
    let text = |name: &str| form.get(name).to_owned();
    SetUp {
        organization: text("organization"),
        brand: text("brand"),
        colour: text("colour"),
        zone: text("zone"),
        language: form.get("language").parse().unwrap_or(fallback),
        name: text("name"),
        email: text("email"),
        password: text("password"),
    }
}

fn word(problems: &SetUpProblems, form: &mut Form, words: &Words) {
    let mut note = |name: &'static str, problem: Option<String>| {
        if let Some(problem) = problem {
            form.refuse(name, problem);
        }
    };
    note("organization", problems.organization.map(|problem| problem.worded(words)));
    note("brand", problems.brand.map(|problem| problem.worded(words)));
    note("colour", problems.colour.map(|problem| problem.worded(words)));
    note("zone", problems.zone.map(|problem| problem.worded(words)));
    note("name", problems.name.map(|problem| problem.worded(words)));
    note("email", problems.email.map(|problem| problem.worded(words)));
    note("password", problems.password.map(|problem| problem.worded(words)));
}

/// The first screen of a new house.
pub struct SetUpPage {
    form: Form,
    demo: bool,
}

impl Page for SetUpPage {
    fn samples() -> Vec<Self> {
        let first = Form::filled([("colour", COLOUR), ("zone", "Europe/Paris")]);
        let mut refused = Form::filled([("organization", "Maison Moreau"), ("email", "louise")]);
        refused.refuse("email", "Une adresse s’écrit ainsi : louise@exemple.fr");
        vec![Self { form: first, demo: true }, Self { form: refused, demo: false }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("setup-title")
    }

    fn shape(&self) -> Shape {
        Shape::Centered(Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.stack {
                div { h1 { (self.title(frame)) } p.page-lead { (words.t("setup-lead")) } }
                form.card.form method="post" action="/setup" {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (self.house(words))
                    (self.owner(words))
                    @if self.demo {
                        (choice(&self.form, "checkbox", "demo", Choice {
                            value: "on",
                            title: &words.t("setup-demo"),
                            hint: &words.t("setup-demo-hint"),
                        }))
                    }
                    div.form-actions { button.button.button-primary.button-block { (words.t("setup-open")) } }
                }
            }
        }
    }
}

impl SetUpPage {
    fn house(&self, words: &Words) -> Markup {
        let form = &self.form;
        let languages = [("fr", "Français"), ("en", "English")];
        html! {
            fieldset.fieldset.stack {
                legend { (words.t("setup-house")) }
                (Field::new(form, "organization", &words.t("setup-organization")).required().autocomplete("organization"))
                div.fields-inline data-fit="last" {
                    (Field::new(form, "brand", &words.t("brand-field-name")).required())
                    (Field::new(form, "colour", &words.t("brand-field-colour")).kind("color").with("data-brand-color", ""))
                }
                p.hint { (words.t("brand-field-colour-hint")) }
                div.fields-inline {
                    (Select::new(form, "zone", &words.t("brand-field-zone"), Words::zones()).guessing_the_zone().render())
                    (Select::new(form, "language", &words.t("brand-field-language"), languages))
                }
            }
        }
    }

    fn owner(&self, words: &Words) -> Markup {
        let form = &self.form;
        html! {
            fieldset.fieldset.stack {
                legend { (words.t("setup-you")) }
                div.fields-inline {
                    (Field::new(form, "name", &words.t("field-your-name")).required().autocomplete("name"))
                    (Field::new(form, "email", &words.t("field-email")).kind("email").required().autocomplete("email"))
                }
                (Field::new(form, "password", &words.t("field-password")).kind("password").required()
                    .autocomplete("new-password").hint(words.t("field-password-hint")))
            }
        }
    }
}

page_samples!(SetUpPage);
