//! « What would it have done? » Rules tried on what was said before.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::moderation::{Example, Rule, Trial, TrialError, TrialOf, TrialState};
use maud::{Markup, html};
use primitives::{Ambient, Id};

use super::samples::why;
use super::shown::whys;
use crate::parts::{badge, crumbs, csrf, empty_state, icon, page_header_under, time};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The form that begins a trial, of one rule or of all.
pub fn asking(frame: &Frame, rule: Option<Id<Rule>>) -> Markup {
    let words = &frame.words;
    let days = [7i64, 30, 90, 365];
    let most = [500i64, 5_000, 50_000];
    html! {
        form.card.card-quiet.stack.stack-sm method="post" action=(frame.url("moderation/trials")) {
            (csrf(frame))
            h2.h3 { (words.t(if rule.is_some() { "moderation-try-one" } else { "moderation-try-all" })) }
            p.muted { (words.t("moderation-try-lead")) }
            @if let Some(rule) = rule { input type="hidden" name="rule" value=(rule); }
            div.row.row-wrap {
                label.field { span { (words.t("moderation-try-days")) }
                    select.select name="days" { @for days in days { option value=(days) selected[days == 30] { (words.tn("moderation-days", args![count => days])) } } } }
                label.field { span { (words.t("moderation-try-most")) }
                    select.select name="most" { @for most in most { option value=(most) selected[most == 5_000] { (words.number(most)) } } } }
                button.button.push { (icon("play")) (words.t("moderation-try-go")) }
            }
        }
    }
}

/// Begins one.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let number = |name: &str| form.get(name).parse().unwrap_or(0);
    let rule = match form.get("rule") {
        "" => None,
        id => Some(id.parse().map_err(|_| Refusal::NotFound)?),
    };
    let mut tx = here.begin().await?;
    let begun = Trial::begin(rule, number("days"), number("most"), &here.actor, &mut tx).await;
    let trial = match begun {
        Ok(trial) => trial,
        Err(TrialError::TooFar | TrialError::NoRule) => return Err(Refusal::Malformed),
        Err(error) => return Err(error.into()),
    };
    tx.commit().await?;
    Ok(here.go(&format!("moderation/trials/{}", trial.id)).into_response())
}

/// Shows where it stands.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Trial>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let trial = Trial::load(id, &here.actor, &mut tx).await?;
    Ok(here.show(&TrialPage { trial }))
}

/// A trial.
pub struct TrialPage {
    trial: Trial,
}

impl TrialPage {
    fn of(&self, frame: &Frame, of: &TrialOf) -> Markup {
        let words = &frame.words;
        let actions = of.says.actions.iter();
        let actions = actions.map(|one| words.t(&format!("moderation-action-{}", one.name())));
        let actions: Vec<_> = actions.collect();
        html! {
            section.card.stack.stack-sm {
                div.card-head {
                    h2.h3 { a href=(frame.url(&format!("moderation/rules/{}", of.rule))) { (of.says.name) } }
                    (badge(&words.tn("moderation-try-count", args![count => of.count]), if of.count > 0 { "warning" } else { "" }))
                }
                p.small.muted { (words.tn("moderation-try-would", args![what => actions.join(", ")])) }
                @if !of.examples.is_empty() {
                    ul.list { @for example in &of.examples { li {
                        a.item href=(frame.url(&format!("inbox/{}#m{}", example.conversation, example.message))) {
                            div.item-body {
                                p.clip-2 { @if example.said.is_empty() { (words.t("moderation-no-words")) } @else { (example.said) } }
                                (whys(words, &example.why))
                            }
                            div.item-end { (time(words, example.at, &words.short_moment(example.at))) }
                        }
                    } } }
                }
            }
        }
    }
}

impl Page for TrialPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 18);
        let example = Example {
            message: ambient.new_id(),
            conversation: ambient.new_id(),
            said: "Bande d’abrutis".to_owned(),
            at: ambient.now(),
            why: vec![why("words", &["abrutis"], None)],
        };
        let of = |count: i64| TrialOf {
            rule: ambient.new_id(),
            says: super::rules::sample_rule(),
            count,
            examples: if count > 0 { vec![example.clone()] } else { vec![] },
        };
        let page = |state: TrialState, of: Vec<TrialOf>| Self {
            trial: Trial {
                id: ambient.new_id(),
                by: None,
                asked_at: ambient.now(),
                since: ambient.now(),
                most: 5_000,
                looked: 300,
                reached: ambient.now(),
                state,
                touched: of.iter().map(|of| of.count).sum(),
                of,
            },
        };
        vec![
            page(TrialState::Running, vec![of(0)]),
            page(TrialState::Done, vec![of(12), of(0)]),
            page(TrialState::Done, vec![of(0)]),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-trial-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let trial = &self.trial;
        let all = words.t("moderation-tab-rules");
        let above = crumbs(frame, &[(&all, &frame.url("moderation/rules"))]);
        let goes_on = trial.state == TrialState::Running;
        let here = frame.url(&format!("moderation/trials/{}", trial.id));
        let seen = args![count => trial.looked, touched => trial.touched, when => words.date(words.local(trial.since).date())];
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("moderation-trial-lead")) }, html! {}))
            div.stack.stack-lg #trial data-refresh=[goes_on.then_some(&here)] data-every=[goes_on.then_some("2")] {
                section.card.stack.stack-sm role="status" {
                    p { strong { (words.tn(if goes_on { "moderation-trial-running" } else { "moderation-trial-done" }, seen)) } }
                    @if goes_on { p.small { a href=(here) { (words.t("moderation-trial-refresh")) } } }
                }
                @if trial.looked == 0 && !goes_on {
                    (empty_state("inbox", &words.t("moderation-trial-nothing"), &words.t("moderation-trial-nothing-lead"), html! {}))
                }
                @for of in &trial.of { (self.of(frame, of)) }
            }
        }
    }
}

page_samples!(TrialPage);
