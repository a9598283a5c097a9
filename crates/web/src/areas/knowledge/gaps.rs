//! What people asked and no article answers.

use axum::response::{IntoResponse, Response};
use conversations::article::{Gap, GapSource, dismiss_gap, gaps};
use maud::{Markup, html};
use platform::Right;
use primitives::text::shorten;
use primitives::{Id, Language};

use super::beside;
use crate::parts::{csrf, empty_state, icon, page_header};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The most asked first.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let gaps = gaps(&here.actor, &mut tx).await?;
    Ok(here.show(&GapsPage { gaps }))
}

/// Sets one aside.
pub async fn dismiss(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    dismiss_gap(form.get("gap"), &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("knowledge/gaps").saying("gaps-dismissed").into_response())
}

/// What nobody has answered yet.
pub struct GapsPage {
    gaps: Vec<Gap>,
}

impl GapsPage {
    fn line(&self, frame: &Frame, gap: &Gap) -> Markup {
        let words = &frame.words;
        let first = gap.sources.iter().find_map(|source| match source {
            GapSource::Conversation(id) => Some(id),
            GapSource::Search => None,
        });
        let asked = gap.sources.iter().filter(|source| **source != GapSource::Search).count();
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("title", &shorten(&gap.question.replace('\n', " "), 150))
            .append_pair("language", gap.language.tag())
            .extend_pairs(first.map(|id| ("conversation", id.to_string())))
            .finish();
        html! {
            li.item {
                div.item-body {
                    p.item-title lang=(gap.language.tag()) { (shorten(&gap.question, 160)) }
                    p.item-meta {
                        (words.tn("gaps-times", args![count => gap.times]))
                        @if asked == 0 { " · " (words.t("gaps-searched")) }
                        @if let Some(id) = first { " · " a href=(frame.url(&format!("inbox/{id}"))) { (words.t("gaps-see")) } }
                    }
                }
                @if frame.may(Right::Converse) {
                    div.item-end.row.row-tight {
                        a.button.button-small href=(frame.url(&format!("knowledge/new?{query}"))) { (words.t("gaps-write")) }
                        form method="post" action=(frame.url("knowledge/gaps/end")) {
                            (csrf(frame))
                            button.button.button-quiet.button-icon.button-small name="gap" value=(gap.key) title=(words.t("gaps-dismiss"))
                                aria-label=(words.tn("gaps-dismiss-one", args![name => shorten(&gap.question, 60).as_ref()])) { (icon("x")) }
                        }
                    }
                }
            }
        }
    }
}

impl Page for GapsPage {
    fn samples() -> Vec<Self> {
        let id = Id::from_uuid(uuid::Uuid::from_u128(1));
        let gap = |question: &str, sources| Gap {
            key: "dimanch".to_owned(),
            question: question.to_owned(),
            language: Language::Fr,
            times: 3,
            sources,
        };
        let asked = gap("Vous livrez à Rezé ?", vec![GapSource::Conversation(id)]);
        let searched = gap("carte cadeau", vec![GapSource::Search]);
        vec![Self { gaps: vec![] }, Self { gaps: vec![asked, searched] }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("knowledge-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("knowledge", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("gaps-lead")) }, html! {}))
            (beside(frame, "knowledge/gaps"))
            @if self.gaps.is_empty() {
                (empty_state("circle-check", &words.t("gaps-none"), &words.t("gaps-none-lead"), html! {}))
            } @else {
                ul.card.card-flush.list { @for gap in &self.gaps { (self.line(frame, gap)) } }
            }
        }
    }
}

page_samples!(GapsPage);
