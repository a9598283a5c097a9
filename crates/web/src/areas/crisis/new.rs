//! Opening a room.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use conversations::crisis::{Alert, Crisis, CrisisError, CrisisSetting, Level, NewCrisis};
use maud::{Markup, Render, html};
use platform::Right;
use serde::Deserialize;

use super::{list, problem, shown};
use crate::parts::{
    Choice, Field, Tone, choice, crumbs, csrf, error_summary, notice, page_header_under, submit,
    switch,
};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What the address says.
#[derive(Deserialize)]
pub struct From {
    /// The alert that it comes from.
    alert: Option<String>,
}

/// The form.
pub async fn get(here: InBrand, Query(from): Query<From>) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words().clone();
    let mut tx = here.read().await?;
    let checklist = checklist(&here, &words, &mut tx).await?;
    let form = Form::filled([("level", "watch"), ("pauses", "on")])
        .with("alert", from.alert.unwrap_or_default())
        .with("checklist", checklist);
    let alert = alert_of(&here, &form, &mut tx).await?;
    Ok(here.show(&NewPage { form, alert }))
}

/// Opens it.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    let alert = alert_of(&here, &form, &mut tx).await?;
    let new = NewCrisis {
        name: form.get("name").to_owned(),
        level: form.get("level").parse::<Level>().ok(),
        alert: alert.as_ref().map(|alert| alert.id),
        words: form.get("words").to_owned(),
        since: None,
        pauses: form.has("pauses") && here.actor.may(Right::Publish),
        checklist: form.get("checklist").to_owned(),
    };
    match Crisis::open(new, &here.actor, &mut tx).await {
        Ok(crisis) => {
            tx.commit().await?;
            Ok(here.go(&format!("crisis/{}", crisis.id)).saying("crisis-opened").into_response())
        }
        Err(CrisisError::AnotherRuns(other)) => {
            Ok(here.go(&format!("crisis/{other}")).saying("crisis-another-runs").into_response())
        }
        Err(error) => {
            let said = problem(&words, &error);
            let Some(said) = said else { return Err(error.into()) };
            form.refuse("name", said);
            Ok(here.refused(&NewPage { form, alert }))
        }
    }
}

async fn alert_of(
    here: &InBrand,
    form: &Form,
    tx: &mut database::Tx,
) -> Result<Option<Alert>, Refusal> {
    match form.get("alert").parse() {
        Ok(id) => Ok(Some(Alert::load(id, &here.actor, tx).await?)),
        Err(_) => Ok(None),
    }
}

/// The brand's checklist, or the one that is proposed.
pub(super) async fn checklist(
    here: &InBrand,
    words: &Words,
    tx: &mut database::Tx,
) -> Result<String, Refusal> {
    let setting = CrisisSetting::of(&here.actor, tx).await?;
    let proposed = || words.t("crisis-checklist-proposed");
    Ok(if setting.checklist.is_empty() { proposed() } else { setting.checklist })
}

/// The levels, to choose from.
pub(super) fn levels(words: &Words, form: &Form) -> Markup {
    html! {
        fieldset.fieldset {
            legend { (words.t("crisis-level")) }
            div.choices {
                @for level in Level::ALL {
                    (choice(form, "radio", "level", Choice {
                        value: level.as_str(),
                        title: &words.t(&format!("crisis-level-{level}")),
                        hint: &words.t(&format!("crisis-level-{level}-hint")),
                    }))
                }
            }
        }
    }
}

/// What it is about, how grave, what is done at once.
pub struct NewPage {
    form: Form,
    alert: Option<Alert>,
}

impl Page for NewPage {
    fn samples() -> Vec<Self> {
        let form = Form::filled([("level", "watch"), ("pauses", "on")]);
        let mut refused = form.clone();
        refused.refuse("name", "Écrivez quelque chose.");
        vec![Self { form, alert: Some(list::sample_alert()) }, Self { form: refused, alert: None }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-new-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (title, address) = (words.t("crisis-title"), frame.url("crisis"));
        html! {
            (page_header_under(crumbs(frame, &[(&title, &address)]), &self.title(frame), html! { (words.t("crisis-new-lead")) }, html! {}))
            @if let Some(alert) = &self.alert {
                (notice(Tone::Danger, &shown::burst(words, alert), html! { p { (shown::basis(words, &alert.prediction)) } }))
            }
            form.form method="post" action=(frame.url("crisis/new")) {
                (csrf(frame)) (error_summary(words, &self.form))
                input type="hidden" name="alert" value=(self.form.get("alert"));
                (Field::new(&self.form, "name", &words.t("crisis-field-name")).hint(words.t("crisis-field-name-hint")).required().render())
                (levels(words, &self.form))
                @if frame.may(Right::Publish) {
                    div.stack.stack-sm {
                        (switch(&self.form, "pauses", &words.t("crisis-field-pauses")))
                        p.hint { (words.t("crisis-field-pauses-hint")) }
                    }
                }
                (Field::new(&self.form, "words", &words.t("crisis-field-words")).lines(3).hint(words.t("crisis-field-words-hint")).render())
                (Field::new(&self.form, "checklist", &words.t("crisis-field-checklist")).lines(9).hint(words.t("crisis-field-checklist-hint")).render())
                div.form-actions { (submit(&words.t("crisis-open"), "button-primary")) }
            }
        }
    }
}

page_samples!(NewPage);
