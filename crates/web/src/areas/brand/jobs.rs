//! Work that failed too often and waits for a person: to be tried again, or thrown away.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jobs::{DeadLetter, JobRecord, Scope};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::settings_tabs;
use crate::parts::{empty_state, one_button, page_header, time};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows the latest hundred.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    let letters = jobs::dead_letters(&mut tx, Scope::brand(here.brand.id), 100).await?;
    Ok(here.show(&JobsPage { lines: letters.into_iter().map(line).collect() }))
}

/// Gives one all its tries again.
pub async fn retry(
    here: InBrand,
    Path((_, job)): Path<(String, Id<JobRecord>)>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.begin().await?;
    if !jobs::retry(&mut tx, Scope::brand(here.brand.id), job).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    Ok(here.go("settings/jobs").saying("jobs-retried").into_response())
}

/// Throws one away.
pub async fn discard(
    here: InBrand,
    Path((_, job)): Path<(String, Id<JobRecord>)>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.begin().await?;
    if !jobs::discard(&mut tx, Scope::brand(here.brand.id), job).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    Ok(here.go("settings/jobs").saying("jobs-discarded").into_response())
}

fn line(letter: DeadLetter) -> Line {
    Line {
        id: letter.id.to_string(),
        kind: letter.kind,
        attempts: letter.attempts,
        error: letter.last_error,
        at: letter.ended_at,
    }
}

/// The work that stopped.
pub struct JobsPage {
    lines: Vec<Line>,
}

struct Line {
    id: String,
    kind: String,
    attempts: i64,
    error: String,
    at: Timestamp,
}

impl Page for JobsPage {
    fn samples() -> Vec<Self> {
        let line = |kind: &str| Line {
            id: "1".to_owned(),
            kind: kind.to_owned(),
            attempts: 8,
            error: "the mail server can’t be reached".to_owned(),
            at: "2026-11-23T07:00:00Z".parse().unwrap_or_default(),
        };
        vec![Self { lines: vec![] }, Self { lines: vec![line("send_mail"), line("unheard_of")] }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("jobs-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("jobs-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/jobs"))
                @if self.lines.is_empty() {
                    (empty_state("circle-check", &words.t("jobs-none"), &words.t("jobs-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for line in &self.lines { li { (item(frame, words, line)) } } }
                }
            }
        }
    }
}

fn item(frame: &Frame, words: &Words, line: &Line) -> Markup {
    let key = format!("job-{}", line.kind.replace(['.', '_'], "-"));
    let name = if words.has(&key) { words.t(&key) } else { line.kind.clone() };
    let act = |what: &str| frame.url(&format!("settings/jobs/{}/{what}", line.id));
    html! {
        div.item {
            div.item-body {
                p.item-title { (name) }
                p.item-meta {
                    (time(words, line.at, &words.short_moment(line.at)))
                    span { (words.tn("jobs-attempts", args![count => line.attempts])) }
                }
                p.small.muted { (line.error) }
            }
            div.item-end {
                (one_button(frame, &act("retry"), &words.t("jobs-retry"), "button-small"))
                (one_button(frame, &act("end"), &words.t("jobs-discard"), "button-small button-quiet"))
            }
        }
    }
}

page_samples!(JobsPage);
