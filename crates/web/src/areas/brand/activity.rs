//! What was done in the brand, by whom, when: the audit log.

use axum::extract::Query;
use axum::response::Response;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::activity::{self, Activity, ActivityError, By};
use primitives::Id;
use serde::Deserialize;

use super::settings_tabs;
use crate::parts::{Way, empty_state, page_header, pagination, time};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many acts a page has.
const PAGE: usize = 50;

/// Where a page begins.
#[derive(Deserialize)]
pub struct From {
    before: Option<Id<Activity>>,
}

/// Shows the stream, newest first.
pub async fn get(here: InBrand, Query(from): Query<From>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let page = activity::page(&here.actor, from.before, PAGE, &mut tx).await?;
    let lines = page.activities.into_iter().map(|act| line(here.words(), act)).collect();
    let on = page.next.map(|next| here.url(&format!("settings/activity?before={next}")));
    let back = from.before.map(|_| here.url("settings/activity"));
    Ok(here.show(&ActivityPage { lines, way: Way { back, on } }))
}

impl std::convert::From<ActivityError> for Refusal {
    fn from(error: ActivityError) -> Self {
        match error {
            ActivityError::NotAllowed(_) => Refusal::NotAllowed,
            ActivityError::Database(error) => error.into(),
        }
    }
}

fn line(words: &Words, act: Activity) -> Line {
    let key = format!("activity-{}", act.verb.replace(['.', '_'], "-"));
    let what = if words.has(&key) { words.t(&key) } else { act.verb };
    let about = ["name", "title", "email", "reason", "handle", "role", "url"].into_iter();
    let about = about.filter_map(|field| act.data.get(field)?.as_str().map(str::to_owned));
    let about = about.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    Line { what, about, who: who(words, act.by), at: act.at }
}

/// The one who did it, as they are named today.
pub fn who(words: &Words, by: By) -> String {
    match by {
        By::Teammate { name: Some(name), .. } => name,
        By::Teammate { name: None, .. } => words.t("activity-someone-gone"),
        By::Token { token, teammate } => {
            let token = token.unwrap_or_else(|| words.t("activity-token-gone"));
            let teammate = teammate.unwrap_or_else(|| words.t("activity-someone-gone"));
            words.tn("activity-by-token", args![token => token, name => teammate])
        }
        By::System => "Parvis".to_owned(),
    }
}

/// The audit log.
pub struct ActivityPage {
    lines: Vec<Line>,
    way: Way,
}

struct Line {
    what: String,
    about: String,
    who: String,
    at: Timestamp,
}

impl Page for ActivityPage {
    fn samples() -> Vec<Self> {
        let line = |what: &str| Line {
            what: what.to_owned(),
            about: "Coupure d’eau".to_owned(),
            who: "Louise Moreau".to_owned(),
            at: "2026-11-23T07:00:00Z".parse().unwrap_or_default(),
        };
        let way = Way { back: Some("#".to_owned()), on: Some("#".to_owned()) };
        vec![
            Self { lines: vec![], way: Way::default() },
            Self { lines: vec![line("Envois mis en pause"), line("Envois repris")], way },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("activity-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("activity-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/activity"))
                @if self.lines.is_empty() {
                    (empty_state("list", &words.t("activity-none"), &words.t("activity-none-lead"), html! {}))
                } @else {
                    div.card.card-flush.table-wrap tabindex="0" role="region" aria-label=(self.title(frame)) {
                        table.table.table-cards {
                            caption.visually-hidden { (self.title(frame)) }
                            thead { tr {
                                th scope="col" { (words.t("activity-what")) }
                                th scope="col" { (words.t("activity-who")) }
                                th scope="col" { (words.t("activity-when")) }
                            } }
                            tbody { @for line in &self.lines { (row(words, line)) } }
                        }
                    }
                    (pagination(frame, &self.way))
                }
            }
        }
    }
}

fn row(words: &Words, line: &Line) -> Markup {
    html! {
        tr {
            th scope="row" {
                (line.what)
                @if !line.about.is_empty() { " " span.muted { (line.about) } }
            }
            td data-label=(words.t("activity-who")) { (line.who) }
            td data-label=(words.t("activity-when")) { (time(words, line.at, &words.short_moment(line.at))) }
        }
    }
}

page_samples!(ActivityPage);
