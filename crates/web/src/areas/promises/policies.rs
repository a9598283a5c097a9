//! « What do we promise to those who write? »

use axum::response::{IntoResponse, Response};
use conversations::hours::Hours;
use conversations::promise::{NewPolicy, Policy, PolicyError, Setting, Step};
use maud::{Markup, html};
use platform::Right;

use super::policy::{fields, form_of, read, refuse};
use super::preview::Preview;
use super::shown::{Named, promised_lines, scope};
use super::watch;
use crate::areas::brand::settings_tabs;
use crate::parts::{csrf, error_summary, icon, link_button, one_button, page_header, submit};
use crate::words::Words;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let page = PoliciesPage::load(&here, None).await?;
    Ok(here.show(&page))
}

/// Adds one.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    if let Some(new) = read(&mut form, &words) {
        let mut tx = here.begin().await?;
        match Policy::add(new, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(here
                    .go("settings/promises")
                    .saying("promises-policy-added")
                    .into_response());
            }
            Err(error) => refuse(&mut form, error, &words)?,
        }
    }
    let page = PoliciesPage::load(&here, Some(form)).await?;
    Ok(here.refused(&page))
}

/// Takes what is proposed.
pub async fn accept(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    if Policy::all(&here.actor, &mut tx).await?.is_empty() {
        let new = NewPolicy::proposed(here.words().t("promises-proposed-name"));
        Policy::add(new, &here.actor, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(here.go("settings/promises").saying("promises-policy-added").into_response())
}

/// What is promised, in order; how it is watched.
pub struct PoliciesPage {
    policies: Vec<Policy>,
    setting: Option<Setting>,
    steps: Vec<Step>,
    named: Named,
    preview: Preview,
    pub(super) watch: Form,
    pub(super) step: Form,
    form: Form,
}

impl PoliciesPage {
    pub(super) async fn load(here: &InBrand, form: Option<Form>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let setting = Setting::of(&here.actor, &mut tx).await?;
        Ok(Self {
            policies: Policy::all(&here.actor, &mut tx).await?,
            steps: Step::all(&here.actor, &mut tx).await?,
            named: Named::load(here, &mut tx).await?,
            preview: Preview { hours: Hours::of(&here.actor, &mut tx).await?, now: tx.now() },
            watch: watch::form_of(setting.as_ref()),
            step: Form::empty(),
            setting,
            form: form.unwrap_or_else(|| Form::filled([("working", "on")])),
        })
    }
}

impl Page for PoliciesPage {
    fn samples() -> Vec<Self> {
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 5);
        let setting = Setting {
            since: ambient.now(),
            warning: jiff::SignedDuration::from_hours(1),
            reminds: true,
            letters: true,
        };
        let says = NewPolicy::proposed("Tout le monde".to_owned());
        let around = NewPolicy { working: false, resolution: None, ..says.clone() };
        let page = |policies: Vec<NewPolicy>, form: Form| Self {
            setting: (!policies.is_empty()).then_some(setting),
            policies: policies
                .into_iter()
                .map(|says| Policy { id: ambient.new_id(), says })
                .collect(),
            steps: watch::sample_steps(&ambient),
            named: Named::sample(),
            preview: Preview::sample(),
            watch: watch::form_of(Some(&setting)),
            step: Form::empty(),
            form,
        };
        let mut refused = form_of(&says);
        refused.refuse("first", "Un délai va d’une minute à 90 jours");
        vec![page(vec![], Form::empty()), page(vec![around, says], refused)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("promises-policies-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("promises-policies-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/promises"))
                @if self.policies.is_empty() { (self.proposal(frame)) } @else { (self.list(frame)) }
                (self.adding(frame))
                @if self.setting.is_some() { (watch::section(frame, &self.watch, &self.step, &self.steps, &self.named)) }
            }
        }
    }
}

page_samples!(PoliciesPage);

impl PoliciesPage {
    fn proposal(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let proposed = NewPolicy::proposed(words.t("promises-proposed-name"));
        html! {
            section.card.stack aria-labelledby="proposal" {
                h2 #proposal { (words.t("promises-proposal")) }
                p { (words.t("promises-proposal-lead")) }
                (self.says(words, &proposed))
                @if self.preview.hours.is_always() {
                    p.row { (icon("info")) span { (words.t("promises-no-hours")) " "
                        a href=(frame.url("settings/hours")) { (words.t("promises-set-hours")) } } }
                }
                (one_button(frame, &frame.url("settings/promises/proposal"), &words.t("promises-accept"), "button-primary"))
            }
        }
    }

    fn says(&self, words: &Words, policy: &NewPolicy) -> Markup {
        html! {
            ul.promise-list { @for line in promised_lines(words, policy) { li { (line) } } }
            @for line in self.preview.lines(words, policy) { p.small.muted { (line) } }
        }
    }

    fn list(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.stack aria-labelledby="policies" {
                h2 #policies { (words.t("promises-in-order")) }
                @if self.policies.len() > 1 { p.muted { (words.t("promises-in-order-lead")) } }
                ol.stack.promise-list { @for (at, policy) in self.policies.iter().enumerate() { li { (self.one(frame, at, policy)) } } }
            }
        }
    }

    fn one(&self, frame: &Frame, at: usize, policy: &Policy) -> Markup {
        let words = &frame.words;
        let url = |what: &str| frame.url(&format!("settings/promises/{}{what}", policy.id));
        let says = &policy.says;
        let (channel, label) =
            (says.channel.map(|id| id.to_string()), says.label.map(|id| id.to_string()));
        html! {
            section.card.stack {
                div.card-head {
                    div {
                        h3 { (says.name) }
                        p.small.muted { (scope(words, &self.named, channel, label, says.priority)) }
                    }
                    div.row {
                        @if at > 0 { (one_button(frame, &url("/earlier"), &words.t("promises-earlier"), "button-small")) }
                        (link_button(&words.t("promises-change"), &url(""), "button-small"))
                    }
                }
                (self.says(words, says))
            }
        }
    }

    fn adding(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            details.card.disclosure open[self.form.is_refused()] {
                summary { (words.t("promises-add")) }
                form.form method="post" action=(frame.url("settings/promises")) {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (fields(frame, &self.form, &self.named))
                    div.form-actions { (submit(&words.t("promises-policy-save"), "button-primary")) }
                }
            }
        }
    }
}

/// Words for what a policy refuses, for those who write it elsewhere.
pub fn problem(error: &PolicyError) -> Option<(&'static str, &'static str)> {
    Some(match error {
        PolicyError::BadName => ("name", "promises-bad-name"),
        PolicyError::NothingPromised => ("first", "promises-nothing-promised"),
        PolicyError::BadDelay => ("first", "promises-bad-delay"),
        PolicyError::TooMany => ("name", "promises-too-many"),
        _ => return None,
    })
}
