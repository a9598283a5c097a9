//! The words prepared in advance.

use axum::response::{IntoResponse, Response};
use conversations::crisis::HoldingStatement;
use maud::{Markup, html};
use platform::Right;
use primitives::text::shorten;

use super::{beside, room_view};
use crate::parts::{badge, empty_state, link_button, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Lists them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let statements = HoldingStatement::list(&here.actor, &mut tx).await?;
    Ok(here.show(&StatementsPage { statements }).into_response())
}

/// Whether it was approved, by whom and when.
pub(super) fn approval(frame: &Frame, statement: &HoldingStatement) -> Markup {
    let words = &frame.words;
    match &statement.approved {
        Some(_) => badge(&words.t("crisis-statement-approved"), "success"),
        None => badge(&words.t("crisis-statement-draft"), "warning"),
    }
}

/// The words prepared in advance.
pub struct StatementsPage {
    statements: Vec<HoldingStatement>,
}

impl Page for StatementsPage {
    fn samples() -> Vec<Self> {
        vec![
            Self { statements: vec![] },
            Self { statements: room_view::sample(false, true).statements },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let add = html! {
            @if frame.may(Right::Converse) {
                (link_button(&words.t("crisis-statement-new"), &frame.url("crisis/statements/new"), "button-primary"))
            }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("crisis-statements-lead")) }, add))
            (beside(frame, "crisis/statements"))
            @if self.statements.is_empty() {
                (empty_state("message-circle", &words.t("crisis-statements-none"), &words.t("crisis-statements-none-lead"), html! {}))
            } @else {
                ul.card.card-flush.list {
                    @for statement in &self.statements {
                        li.item {
                            div.item-body {
                                p.item-title { a href=(frame.url(&format!("crisis/statements/{}", statement.id))) { (statement.title) } }
                                @if let Some(text) = statement.texts.first() { p.item-meta lang=(text.language.tag()) { (shorten(&text.words, 140)) } }
                                @if let Some((name, at)) = &statement.approved {
                                    p.item-meta { (words.tn("crisis-statement-approved-by", args![name => name.clone().unwrap_or_default(), when => words.short_moment(*at)])) }
                                }
                            }
                            div.item-end { (approval(frame, statement)) }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(StatementsPage);
