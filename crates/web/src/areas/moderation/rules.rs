//! « What is done with what comes? » The rules, in the order in which they are tried; what each
//! did.

use std::collections::HashMap;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::moderation::{Joined, NewRule, Report, Rule, Run};
use maud::{Markup, html};
use platform::Right;
use primitives::{Ambient, Id};

use super::room_tabs;
use super::rule_form::{Around, action_line, condition_line};
use super::samples::why;
use super::shown::whys;
use crate::parts::{
    Tone, badge, crumbs, csrf, empty_state, icon, link_button, notice, one_button, page_header,
    page_header_under, time,
};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let rules = Rule::all(&here.actor, &mut tx).await?;
    let counts = Run::counts(&here.actor, &mut tx).await?;
    let around = Around::load(&here, &mut tx).await?;
    let counts = counts.into_iter().map(|(rule, messages, over)| (rule, (messages, over)));
    Ok(here.show(&RulesPage { rules, counts: counts.collect(), around }))
}

async fn turn(here: InBrand, id: Id<Rule>, on: bool) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let rule = Rule::turn(id, on, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let key = if on { "moderation-rule-on" } else { "moderation-rule-off" };
    Ok(here.go("moderation/rules").saying(key).with("name", rule.says.name).into_response())
}

/// Turns one on.
pub async fn turn_on(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    turn(here, id, true).await
}

/// Turns one off.
pub async fn turn_off(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    turn(here, id, false).await
}

async fn shift(here: InBrand, id: Id<Rule>, earlier: bool) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Rule::shift(id, earlier, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("moderation/rules").into_response())
}

/// Tries it before the one above.
pub async fn earlier(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    shift(here, id, true).await
}

/// Tries it after the one below.
pub async fn later(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    shift(here, id, false).await
}

/// Takes one away.
pub async fn remove(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Rule::remove(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let undo = here.url(&format!("moderation/rules/{id}/removal/end"));
    Ok(here.go("moderation/rules").saying("moderation-rule-removed").undo(undo).into_response())
}

/// Brings one back.
pub async fn bring_back(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Rule::bring_back(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("moderation/rules").saying("moderation-rule-back").into_response())
}

/// Shows what one did.
pub async fn report(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Rule>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let rule = Rule::load(id, &here.actor, &mut tx).await?;
    let report = Run::report(id, &here.actor, &mut tx).await?;
    Ok(here.show(&ReportPage { rule, report }))
}

/// The rules, in order.
pub struct RulesPage {
    rules: Vec<Rule>,
    counts: HashMap<Id<Rule>, (i64, i64)>,
    around: Around,
}

impl RulesPage {
    fn rule(&self, frame: &Frame, at: usize, rule: &Rule) -> Markup {
        let words = &frame.words;
        let url = |what: &str| frame.url(&format!("moderation/rules/{}{what}", rule.id));
        let (messages, overturned) = self.counts.get(&rule.id).copied().unwrap_or_default();
        let joined = match rule.says.joined {
            Joined::All => "moderation-joined-all",
            Joined::Any => "moderation-joined-any",
        };
        let named = |what: String| html! { (what) span.visually-hidden { ", " (rule.says.name) } };
        let small = |to: &str, key: &str, class: &str| {
            html! {
                form method="post" action=(url(to)) { (csrf(frame)) button class={ "button button-small " (class) } { (named(words.t(key))) } }
            }
        };
        html! {
            section.card.stack.stack-sm {
                div.card-head {
                    h2.h3 { (at + 1) ". " a href=(url("")) { (rule.says.name) } }
                    @if rule.active { (badge(&words.t("moderation-is-on"), "success")) } @else { (badge(&words.t("moderation-is-off"), "")) }
                }
                div.moderation-rule {
                    div {
                        p.small.muted { (words.t(joined)) }
                        ul { @for one in &rule.says.conditions { li { (condition_line(words, one, &self.around)) } } }
                    }
                    div {
                        p.small.muted { (words.t("moderation-then")) }
                        ul { @for one in &rule.says.actions { li { (action_line(words, one, &self.around)) } } @if rule.says.stops { li { (words.t("moderation-stops")) } } }
                    }
                }
                p.small { a href=(url("/report")) { (words.tn("moderation-did-count", args![count => messages])) }
                    @if overturned > 0 { ", " (words.tn("moderation-overturned-count", args![count => overturned])) } }
                @if frame.may(Right::ManageBrand) {
                    div.row.row-wrap {
                        @if rule.active { (small("/activity/end", "moderation-turn-off", "")) } @else { (small("/activity", "moderation-turn-on", "button-primary")) }
                        (link_button(&words.t("moderation-change"), &url(""), "button-small"))
                        @if at > 0 { (small("/earlier", "moderation-earlier", "button-quiet")) }
                        @if at + 1 < self.rules.len() { (small("/later", "moderation-later", "button-quiet")) }
                    }
                }
            }
        }
    }
}

impl Page for RulesPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 15);
        let rule = |active| Rule { id: ambient.new_id(), active, says: sample_rule() };
        let rules = vec![rule(true), rule(false)];
        let counts = [(rules[0].id, (12, 3))].into_iter().collect();
        vec![
            Self { rules: vec![], counts: HashMap::new(), around: Around::sample() },
            Self { rules, counts, around: Around::sample() },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-rules-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let manages = frame.may(Right::ManageBrand);
        let add = html! {
            @if manages { a.button.button-primary href=(frame.url("moderation/rules/new")) data-key="a" { (icon("plus")) (words.t("moderation-rule-new")) } }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-rules-lead")) }, add))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/rules"))
                @if !manages { (notice(Tone::Info, &words.t("moderation-rules-read-only"), html! {})) }
                @if self.rules.is_empty() {
                    (empty_state("shield-check", &words.t("moderation-rules-none"), &words.t("moderation-rules-none-lead"), html! {}))
                }
                @for (at, rule) in self.rules.iter().enumerate() { (self.rule(frame, at, rule)) }
                @if manages && !self.rules.is_empty() { (super::trial::asking(frame, None)) }
            }
        }
    }
}

page_samples!(RulesPage);

/// A rule made up.
pub fn sample_rule() -> NewRule {
    use conversations::moderation::{Action, Condition, Law, NewGround, What};
    NewRule {
        name: "Insultes".to_owned(),
        joined: Joined::Any,
        conditions: vec![
            Condition { not: false, what: What::Words { lines: "abruti*\nimbécile".to_owned() } },
            Condition { not: true, what: What::FirstMessage },
        ],
        actions: vec![Action::Hide, Action::Ask],
        stops: true,
        ground: Some(NewGround::Law { law: Law::Insult, words: String::new() }),
        reason: "Une insulte".to_owned(),
        tells: true,
    }
}

/// What one rule did.
pub struct ReportPage {
    rule: Rule,
    report: Report,
}

impl ReportPage {
    fn item(&self, frame: &Frame, run: &Run) -> Markup {
        let words = &frame.words;
        html! {
            a.item href=(frame.url(&format!("inbox/{}#m{}", run.conversation, run.message))) {
                div.item-body {
                    p.item-title.clip-2 { @if run.said.is_empty() { (words.t("moderation-no-words")) } @else { (run.said) } }
                    (whys(words, &run.why))
                    p.item-meta {
                        @for did in &run.did { span { (words.t(&format!("moderation-action-{}", did.action))) ", " (words.t(&format!("moderation-outcome-{}", did.outcome.as_str()))) } }
                        @if let Some(handle) = &run.handle { span { "@" (handle) } }
                        (time(words, run.at, &words.relative(run.at)))
                    }
                }
                div.item-end { @if run.overturned_at.is_some() { (badge(&words.t("moderation-overturned"), "warning")) } }
            }
        }
    }
}

impl Page for ReportPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 16);
        let did = |action: &str| conversations::moderation::Did {
            action: action.to_owned(),
            outcome: conversations::moderation::Outcome::Asked,
        };
        let run = |over: bool| Run {
            id: ambient.new_id(),
            rule: ambient.new_id(),
            message: ambient.new_id(),
            conversation: ambient.new_id(),
            said: "Bande d’abrutis".to_owned(),
            handle: Some("karl@mastodon.test".to_owned()),
            at: ambient.now(),
            why: vec![why("words", &["abrutis"], None)],
            did: vec![did("hide"), did("draft")],
            overturned_at: over.then(|| ambient.now()),
            overturned_by: None,
        };
        let rule = Rule { id: ambient.new_id(), active: true, says: sample_rule() };
        let now = Some(ambient.now());
        let latest = vec![run(false), run(true)];
        let full =
            Report { messages: 2, overturned: 1, waiting: 1, first_at: now, last_at: now, latest };
        vec![Self { rule: rule.clone(), report: Report::default() }, Self { rule, report: full }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("moderation-report-title", args![name => self.rule.says.name.as_str()])
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let report = &self.report;
        let all = words.t("moderation-tab-rules");
        let name = &self.rule.says.name;
        let one = frame.url(&format!("moderation/rules/{}", self.rule.id));
        let above = crumbs(frame, &[(&all, &frame.url("moderation/rules")), (name, &one)]);
        let fact =
            |key: &str, value: String| html! { div { dt { (words.t(key)) } dd { (value) } } };
        html! {
            (page_header_under(above, &self.title(frame), html! {}, html! {}))
            div.stack.stack-lg {
                @if report.messages == 0 {
                    (empty_state("chart-column", &words.t("moderation-report-none"), &words.t("moderation-report-none-lead"), html! {}))
                } @else {
                    dl.card.person-facts {
                        (fact("moderation-report-messages", words.number(report.messages)))
                        (fact("moderation-report-overturned", words.number(report.overturned)))
                        (fact("moderation-report-waiting", words.number(report.waiting)))
                        @if let Some(first) = report.first_at { (fact("moderation-report-first", words.moment(first))) }
                        @if let Some(last) = report.last_at { (fact("moderation-report-last", words.moment(last))) }
                    }
                    p.small.muted { (words.t("moderation-report-how")) }
                    ul.list.card.card-flush { @for run in &report.latest { li { (self.item(frame, run)) } } }
                }
            }
        }
    }
}

page_samples!(ReportPage);

/// A button of its own, for pages beside.
pub fn removal(frame: &Frame, id: Id<Rule>) -> Markup {
    let words = &frame.words;
    html! {
        section.card.card-quiet.spread {
            p.muted { (words.t("moderation-rule-remove-lead")) }
            (one_button(frame, &frame.url(&format!("moderation/rules/{id}/removal")), &words.t("moderation-rule-remove"), "button-danger"))
        }
    }
}
