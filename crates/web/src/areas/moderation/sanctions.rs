//! « Who may not write freely, and until when? »

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use conversations::moderation::Sanction;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::room_tabs;
use super::samples::sample_sanction;
use super::shown::{at_network, sanction_badge, until};
use crate::parts::{badge, csrf, empty_state, page_header, time};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let sanctions = Sanction::list(None, &here.actor, &mut tx).await?;
    Ok(here.show(&SanctionsPage { sanctions, now: tx.now() }))
}

/// Lifts one before its end.
pub async fn lift(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Sanction>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Sanction::lift(id, form.get("because"), &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("moderation/sanctions").saying("moderation-lifted").into_response())
}

/// Sanctions: those that hold, then the others.
pub struct SanctionsPage {
    sanctions: Vec<Sanction>,
    now: Timestamp,
}

impl SanctionsPage {
    fn item(&self, frame: &Frame, sanction: &Sanction) -> Markup {
        let words = &frame.words;
        let holds = sanction.holds_at(self.now);
        let id = sanction.id.to_string();
        html! {
            div.item.moderation-sanction {
                div.item-body {
                    p.item-title { (sanction.name) " " span.muted { "@" (sanction.handle) } }
                    p.item-meta {
                        span { (until(words, sanction.until)) }
                        @if let Some(state) = at_network(words, sanction) { span { (state) } }
                        @if let Some(name) = &sanction.by_name { span { (name) } }
                        (time(words, sanction.since, &words.relative(sanction.since)))
                    }
                    @if !sanction.reason.is_empty() { p.small { (sanction.reason) } }
                    @if let Some(detail) = &sanction.detail { p.small.muted { (detail) } }
                    @if let Some(ruling) = sanction.ruling { p { a.button.button-small.button-quiet href=(frame.url(&format!("moderation/rulings/{ruling}"))) { (words.t("moderation-see-ruling")) } } }
                    @if holds && frame.may(Right::Converse) {
                        details.disclosure {
                            summary { (words.t("moderation-lift")) span.visually-hidden { ", " (sanction.name) } }
                            form.row method="post" action=(frame.url(&format!("moderation/sanctions/{id}/end"))) {
                                (csrf(frame))
                                input.input.grow name="because" maxlength="2000" aria-label=(words.t("moderation-field-because")) placeholder=(words.t("moderation-field-because"));
                                button.button { (words.t("moderation-lift-go")) }
                            }
                        }
                    }
                }
                div.item-end {
                    (sanction_badge(words, sanction.kind))
                    @if sanction.lifted_at.is_some() { (badge(&words.t("moderation-sanction-lifted"), "")) }
                    @else if !holds { (badge(&words.t("moderation-sanction-over"), "")) }
                }
            }
        }
    }
}

impl Page for SanctionsPage {
    fn samples() -> Vec<Self> {
        let now = sample_sanction().since;
        let lifted = Sanction { lifted_at: Some(now), ..sample_sanction() };
        vec![
            Self { sanctions: vec![], now },
            Self { sanctions: vec![sample_sanction(), lifted], now },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        let hold = self.sanctions.iter().filter(|one| one.holds_at(self.now)).count();
        frame.words.tn("moderation-sanctions-title", args![count => hold])
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-sanctions-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/sanctions"))
                @if self.sanctions.is_empty() {
                    (empty_state("users", &words.t("moderation-sanctions-none"), &words.t("moderation-sanctions-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for sanction in &self.sanctions { li { (self.item(frame, sanction)) } } }
                }
            }
        }
    }
}

page_samples!(SanctionsPage);
