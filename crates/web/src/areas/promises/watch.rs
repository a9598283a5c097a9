//! How promises are watched: who is reminded before their end, who is told after it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::promise::{PolicyError, Setting, Step, StepTo};
use maud::{Markup, Render, html};
use platform::Right;
use primitives::{Ambient, Id};

use super::policies::PoliciesPage;
use super::policy::{hours_text, read_hours};
use super::shown::{Named, amount};
use crate::parts::{Field, Select, csrf, error_summary, one_button, submit, switch};
use crate::words::args;
use crate::{Form, Frame, InBrand, Refusal};

/// Changes how they are watched.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    let warning = read_hours(form.get("warning"));
    if let Some(warning) = form.check("warning", warning, |()| words.t("promises-bad-warning")) {
        let mut tx = here.begin().await?;
        let (reminds, letters) = (form.has("reminds"), form.has("letters"));
        match Setting::set(warning, reminds, letters, &here.actor, &mut tx).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(here
                    .go("settings/promises")
                    .saying("promises-watch-saved")
                    .into_response());
            }
            Err(PolicyError::BadDelay) => form.refuse("warning", words.t("promises-bad-warning")),
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = PoliciesPage::load(&here, None).await?;
    page.watch = form;
    Ok(here.refused(&page))
}

/// Adds someone to tell.
pub async fn add_step(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    let late_by = read_hours(form.get("late_by"));
    if let Some(late_by) = form.check("late_by", late_by, |()| words.t("promises-bad-delay")) {
        let to = form.get("to").parse().map_or(StepTo::Managers, StepTo::Teammate);
        let mut tx = here.begin().await?;
        match Step::add(late_by, to, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(here
                    .go("settings/promises")
                    .saying("promises-step-added")
                    .into_response());
            }
            Err(PolicyError::BadDelay) => form.refuse("late_by", words.t("promises-bad-delay")),
            Err(PolicyError::TooMany) => form.refuse("late_by", words.t("promises-too-many")),
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = PoliciesPage::load(&here, None).await?;
    page.step = form;
    Ok(here.refused(&page))
}

/// Takes someone to tell away.
pub async fn remove_step(
    here: InBrand,
    Path((_, step)): Path<(String, Id<Step>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Step::remove(step, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/promises").saying("promises-step-removed").into_response())
}

/// The form of what is set.
pub fn form_of(setting: Option<&Setting>) -> Form {
    let Some(setting) = setting else { return Form::empty() };
    let mut form = Form::empty().with("warning", hours_text(setting.warning));
    for (name, on) in [("reminds", setting.reminds), ("letters", setting.letters)] {
        if on {
            form = form.with(name, "on");
        }
    }
    form
}

/// Steps made up, for the samples of pages.
pub fn sample_steps(ambient: &Ambient) -> Vec<Step> {
    let late_by = jiff::SignedDuration::from_hours(1);
    vec![Step { id: ambient.new_id(), late_by, to: StepTo::Managers }]
}

/// Both forms, beside one another.
pub fn section(frame: &Frame, watch: &Form, step: &Form, steps: &[Step], named: &Named) -> Markup {
    let words = &frame.words;
    html! {
        section.card.stack aria-labelledby="watch" {
            h2 #watch { (words.t("promises-watch")) }
            form.form method="post" action=(frame.url("settings/promises/watch")) {
                (csrf(frame))
                (error_summary(words, watch))
                (Field::new(watch, "warning", &words.t("promises-warning")).kind("number").with("step", "any")
                    .with("min", "0.05").with("inputmode", "decimal").hint(words.t("promises-warning-hint")).render())
                (switch(watch, "reminds", &words.t("promises-reminds")))
                (switch(watch, "letters", &words.t("promises-letters")))
                div.form-actions { (submit(&words.t("promises-watch-save"), "")) }
            }
        }
        section.card.stack aria-labelledby="steps" {
            h2 #steps { (words.t("promises-steps")) }
            p.muted { (words.t("promises-steps-lead")) }
            @if !steps.is_empty() { ol.list { @for step in steps { li { (line(frame, step, named)) } } } }
            form.form method="post" action=(frame.url("settings/promises/steps")) {
                (csrf(frame))
                (error_summary(words, step))
                div.fields-inline {
                    (Field::new(step, "late_by", &words.t("promises-late-by")).kind("number").required()
                        .with("step", "any").with("min", "0").with("inputmode", "decimal").render())
                    (Select::new(step, "to", &words.t("promises-step-to"), people(frame, named)))
                }
                div.form-actions { (submit(&words.t("promises-step-add"), "")) }
            }
        }
    }
}

fn people(frame: &Frame, named: &Named) -> Vec<(String, String)> {
    let managers = (String::new(), frame.words.t("promises-managers"));
    std::iter::once(managers).chain(named.team.iter().cloned()).collect()
}

fn line(frame: &Frame, step: &Step, named: &Named) -> Markup {
    let words = &frame.words;
    let who = match step.to {
        StepTo::Managers => words.t("promises-managers"),
        StepTo::Teammate(id) => named.name(words, &id.to_string()),
    };
    let said = match step.late_by.is_zero() {
        true => words.tn("promises-step-at-once", args![name => who]),
        false => {
            words.tn("promises-step-line", args![delay => amount(words, step.late_by), name => who])
        }
    };
    html! {
        div.item {
            div.item-body { p { (said) } }
            div.item-end {
                (one_button(frame, &frame.url(&format!("settings/promises/steps/{}/end", step.id)), &words.t("promises-remove"), "button-small"))
            }
        }
    }
}
