//! « What waits for a decision? »

use axum::response::{IntoResponse, Response};
use conversations::moderation::{Case, CaseCounts, NewRuling};
use maud::{Markup, html};
use platform::Right;

use super::decide::{clauses, fields, grounds, must_decide, read, refuse};
use super::room_tabs;
use super::samples::{sample_case, sample_clauses};
use super::shown::whys;
use crate::parts::{
    Tone, badge, csrf, empty_state, error_summary, icon, notice, page_header, submit, time,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many are listed.
const SHOWN: usize = 200;

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    Ok(here.show(&QueuePage::load(&here, Form::empty()).await?))
}

/// Decides the same of several at once.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::Converse)?;
    let words = here.words().clone();
    let ids: Vec<_> = form.all("case").filter_map(|id| id.parse().ok()).collect();
    if ids.is_empty() {
        form.refuse("case", words.t("moderation-none-chosen"));
        return Ok(here.refused(&QueuePage::load(&here, form).await?));
    }
    if !must_decide(&mut form, &words) {
        return Ok(here.refused(&QueuePage::load(&here, form).await?));
    }
    let new: NewRuling = read(&form);
    let mut tx = here.begin().await?;
    let connectors = &here.house.kit.connectors;
    let mut decided = 0u64;
    for id in ids {
        let case = Case::load(id, &here.actor, &mut tx).await?;
        // Someone else may have decided meanwhile: the others go on.
        if case.decided_at.is_some() {
            continue;
        }
        match case.decide(new.clone(), connectors, &here.actor, &mut tx).await {
            Ok(_) => decided += 1,
            Err(error) => {
                refuse(&mut form, error, &words)?;
                drop(tx);
                return Ok(here.refused(&QueuePage::load(&here, form).await?));
            }
        }
    }
    tx.commit().await?;
    let go = here.go("moderation").saying("moderation-decided-many");
    Ok(go.with("count", decided.to_string()).into_response())
}

/// What waits.
pub struct QueuePage {
    cases: Vec<Case>,
    counts: CaseCounts,
    grounds: Vec<conversations::moderation::Clause>,
    form: Form,
}

impl QueuePage {
    async fn load(here: &InBrand, form: Form) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        Ok(Self {
            cases: Case::queue(SHOWN, &here.actor, &mut tx).await?,
            counts: Case::counts(&here.actor, &mut tx).await?,
            grounds: clauses(here, &mut tx).await?,
            form,
        })
    }

    fn item(&self, frame: &Frame, case: &Case) -> Markup {
        let words = &frame.words;
        let equal = self.cases.iter().filter(|one| one.likeness == case.likeness).count();
        let id = case.id.to_string();
        html! {
            div.item.moderation-item {
                @if frame.may(Right::Converse) {
                    label.check.moderation-pick {
                        input type="checkbox" name="case" value=(id) form="together" checked[self.form.chose("case", &id)];
                        span.visually-hidden { (words.t("moderation-choose")) ", " (case.name.as_deref().unwrap_or_default()) }
                    }
                }
                div.item-body {
                    p.item-title { a href=(frame.url(&format!("moderation/cases/{id}"))) { span.clip-2 { @if case.said.is_empty() { (words.t("moderation-no-words")) } @else { (case.said) } } } }
                    p.item-meta {
                        @if let Some(handle) = &case.handle { span { "@" (handle) } }
                        (time(words, case.said_at, &words.relative(case.said_at)))
                        @match &case.rule_name {
                            Some(name) => span { (words.tn(&format!("moderation-because-{}", case.because), args![name => name.as_str()])) },
                            None => span { (words.tn(&format!("moderation-because-{}", case.because), args![name => ""])) },
                        }
                    }
                    (whys(words, &case.why))
                }
                div.item-end { @if equal > 1 { (badge(&words.tn("moderation-equal", args![count => equal]), "info")) } }
            }
        }
    }

    fn together(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let offers = [channels::Act::Hide, channels::Act::Delete];
        html! {
            details.card.disclosure open[self.form.is_refused()] {
                summary data-key="b" { (words.t("moderation-together")) }
                p.muted { (words.t("moderation-together-lead")) }
                form.form #together method="post" action=(frame.url("moderation/decisions")) {
                    (csrf(frame))
                    (error_summary(words, &self.form))
                    (fields(frame, &self.form, &grounds(words, &self.grounds), &offers))
                    div.form-actions { (submit(&words.t("moderation-together-go"), "button-primary")) }
                }
            }
        }
    }
}

impl Page for QueuePage {
    fn samples() -> Vec<Self> {
        let page = |cases: Vec<Case>, form: Form| Self {
            counts: CaseCounts { cases: cases.len().try_into().unwrap_or(0), complaints: 1 },
            cases,
            grounds: sample_clauses(),
            form,
        };
        let mut refused = Form::filled([("decision", "hide")]);
        refused.refuse("reason", "Dites pourquoi");
        vec![
            page(vec![], Form::empty()),
            page(vec![sample_case(1), sample_case(2)], Form::empty()),
            page(vec![sample_case(1)], refused),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("moderation-title", args![count => self.counts.cases])
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let first =
            self.cases.first().map(|case| frame.url(&format!("moderation/cases/{}", case.id)));
        let action = html! {
            @if let Some(first) = first { a.button.button-primary href=(first) data-key="e" { (icon("play")) (words.t("moderation-begin")) } }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-lead")) }, action))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation"))
                @if self.counts.complaints > 0 {
                    (notice(Tone::Info, &words.tn("moderation-complaints-waiting", args![count => self.counts.complaints]), html! {
                        a href=(frame.url("moderation/complaints")) { (words.t("moderation-see-complaints")) }
                    }))
                }
                @if self.cases.is_empty() {
                    (empty_state("shield-check", &words.t("moderation-empty"), &words.t("moderation-empty-lead"), html! {
                        a.button href=(frame.url("moderation/rules")) { (words.t("moderation-see-rules")) }
                    }))
                } @else {
                    ul.list.card.card-flush { @for case in &self.cases { li { (self.item(frame, case)) } } }
                    @if frame.may(Right::Converse) { (self.together(frame)) }
                }
            }
        }
    }
}

page_samples!(QueuePage);
