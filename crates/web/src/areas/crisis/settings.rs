//! How a brand watches, who is told, and what is done in a crisis.

use axum::response::{IntoResponse, Response};
use conversations::crisis::CrisisSetting;
use maud::{Markup, Render, html};
use platform::Right;

use super::rehearsal::team;
use super::shown::Person;
use super::{beside, problem};
use crate::parts::{Choice, Field, choice, csrf, error_summary, page_header, submit, switch};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let setting = CrisisSetting::of(&here.actor, &mut tx).await?;
    let team = team(&here, &mut tx).await?;
    let checklist = match setting.checklist.as_str() {
        "" => here.words().t("crisis-checklist-proposed"),
        own => own.to_owned(),
    };
    let mut form = Form::filled([("checklist", checklist.as_str())]);
    for (name, on) in [("watching", setting.watching), ("letters", setting.letters)] {
        form = if on { form.with(name, "on") } else { form };
    }
    let form = setting.watchers.iter().fold(form, |form, id| form.with("watchers", id.to_string()));
    Ok(here.show(&SettingsPage { form, team }))
}

/// Changes it.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let setting = CrisisSetting {
        watching: form.has("watching"),
        letters: form.has("letters"),
        watchers: form.all("watchers").filter_map(|id| id.parse().ok()).collect(),
        checklist: form.get("checklist").to_owned(),
    };
    let mut tx = here.begin().await?;
    match setting.set(&here.actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(here.go("crisis/settings").saying("crisis-settings-done").into_response())
        }
        Err(error) => {
            let Some(said) = problem(here.words(), &error) else { return Err(error.into()) };
            form.refuse("checklist", said);
            let team = team(&here, &mut tx).await?;
            Ok(here.refused(&SettingsPage { form, team }))
        }
    }
}

/// How the brand watches.
pub struct SettingsPage {
    form: Form,
    team: Vec<Person>,
}

impl Page for SettingsPage {
    fn samples() -> Vec<Self> {
        let form = Form::filled([("watching", "on"), ("letters", "on")]);
        vec![Self { form, team: super::room_view::sample(false, true).team }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let may = frame.may(Right::ManageBrand);
        html! {
            (page_header(&self.title(frame), html! { (words.t("crisis-settings-lead")) }, html! {}))
            (beside(frame, "crisis/settings"))
            form.form method="post" action=(frame.url("crisis/settings")) {
                (csrf(frame)) (error_summary(words, &self.form))
                (switch(&self.form, "watching", &words.t("crisis-settings-watching")))
                (switch(&self.form, "letters", &words.t("crisis-settings-letters")))
                fieldset.fieldset {
                    legend { (words.t("crisis-settings-watchers")) }
                    p.hint { (words.t("crisis-settings-watchers-hint")) }
                    div.choices.choices-compact {
                        @for person in &self.team {
                            (choice(&self.form, "checkbox", "watchers", Choice { value: &person.id.to_string(), title: &person.name, hint: "" }))
                        }
                    }
                }
                (Field::new(&self.form, "checklist", &words.t("crisis-field-checklist")).lines(12).hint(words.t("crisis-field-checklist-hint")).render())
                @if may { div.form-actions { (submit(&words.t("crisis-settings-save"), "button-primary")) } }
                @else { p.muted { (words.t("crisis-settings-managers")) } }
            }
        }
    }
}

page_samples!(SettingsPage);
