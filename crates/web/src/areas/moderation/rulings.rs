//! « What was decided? »

use axum::extract::Query;
use axum::response::Response;
use conversations::moderation::Ruling;
use maud::{Markup, html};
use primitives::Id;
use serde::Deserialize;

use super::room_tabs;
use super::samples::sample_ruling;
use super::shown::{decision_badge, ground_line, reached};
use crate::parts::{Way, badge, empty_state, page_header, pagination, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many a page has.
const PAGE: usize = 50;

/// Where a page begins.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    before: Option<Id<Ruling>>,
}

/// Shows them.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let rulings = Ruling::list(None, asked.before, PAGE, &here.actor, &mut tx).await?;
    let next = rulings.last().filter(|_| rulings.len() == PAGE).map(|last| last.id);
    let way = Way {
        back: asked.before.map(|_| here.url("moderation/rulings")),
        on: next.map(|next| here.url(&format!("moderation/rulings?before={next}"))),
    };
    Ok(here.show(&RulingsPage { rulings, way }))
}

/// The decisions, the latest first.
pub struct RulingsPage {
    rulings: Vec<Ruling>,
    way: Way,
}

impl RulingsPage {
    fn item(&self, frame: &Frame, ruling: &Ruling) -> Markup {
        let words = &frame.words;
        let rule = ruling.rule_name.as_deref().unwrap_or_default();
        html! {
            a.item href=(frame.url(&format!("moderation/rulings/{}", ruling.id))) {
                div.item-body {
                    p.item-title.clip-2 { @if ruling.said.is_empty() { (words.t("moderation-no-words")) } @else { (ruling.said) } }
                    p.item-meta {
                        @if let Some(handle) = &ruling.handle { span { "@" (handle) } }
                        @if let Some(ground) = &ruling.ground { span { (ground_line(words, ground)) } }
                        @match (&ruling.by_name, ruling.automated) {
                            (Some(name), false) => span { (name) },
                            _ => span { (words.tn("moderation-by-rule", args![name => rule])) },
                        }
                        (time(words, ruling.at, &words.relative(ruling.at)))
                    }
                    @if let Some(reached) = reached(words, ruling) { p.small.muted { (reached) } }
                }
                div.item-end {
                    @if let Some(state) = ruling.complaint { (badge(&words.t(&format!("moderation-complaint-{state}")), "info")) }
                    (decision_badge(words, ruling))
                }
            }
        }
    }
}

impl Page for RulingsPage {
    fn samples() -> Vec<Self> {
        let automated = Ruling { automated: true, by_name: None, ..sample_ruling(2) };
        vec![
            Self { rulings: vec![], way: Way::default() },
            Self {
                rulings: vec![sample_ruling(1), automated],
                way: Way { back: None, on: Some("#".to_owned()) },
            },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("moderation-rulings-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-rulings-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/rulings"))
                @if self.rulings.is_empty() {
                    (empty_state("scale", &words.t("moderation-rulings-none"), &words.t("moderation-rulings-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for ruling in &self.rulings { li { (self.item(frame, ruling)) } } }
                    (pagination(frame, &self.way))
                }
            }
        }
    }
}

page_samples!(RulingsPage);
