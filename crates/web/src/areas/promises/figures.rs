//! « Do we keep our promises? »

use axum::extract::Query;
use axum::response::Response;
use conversations::promise::ClockKind;
use jiff::SignedDuration;
use maud::{Markup, html};
use measurement::answering::{Answering, KindFigures, answering};
use serde::Deserialize;

use super::room_tabs;
use super::shown::amount;
use crate::parts::{empty_state, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The periods on offer, in days.
const PERIODS: [i64; 3] = [7, 28, 90];

/// What the address asks.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    days: Option<i64>,
}

/// The figures.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let days = asked.days.filter(|days| PERIODS.contains(days)).unwrap_or(28);
    let mut tx = here.read().await?;
    let until = tx.now();
    let from = until - SignedDuration::from_hours(24 * days);
    let figures = answering(from, until, None, &here.actor, &mut tx).await?;
    Ok(here.show(&KeptPage { figures, days }))
}

/// What became of promises.
pub struct KeptPage {
    figures: Answering,
    days: i64,
}

impl Page for KeptPage {
    fn samples() -> Vec<Self> {
        vec![
            Self { figures: Answering::nothing_promised(), days: 28 },
            Self { figures: Answering::sample(), days: 7 },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("promises-figures-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("promises", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("promises-figures-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "promises/figures"))
                @match self.figures.since {
                    None => (empty_state("chart-column", &words.t("promises-figures-nothing"), &words.t("promises-nothing-lead"), html! {})),
                    Some(since) => {
                        nav.button-group aria-label=(words.t("promises-figures-period")) {
                            @for days in PERIODS {
                                a.button.button-small href=(frame.url(&format!("promises/figures?days={days}")))
                                    aria-current=[(days == self.days).then_some("true")] {
                                    (words.tn("promises-figures-days", args![count => days]))
                                }
                            }
                        }
                        @for figures in &self.figures.kinds { (kind(frame, figures)) }
                        section.card.stack {
                            h2 { (words.t("promises-figures-now")) }
                            p { (words.tn("promises-figures-running", args![count => self.figures.running])) " "
                                (words.tn("promises-figures-running-late", args![count => self.figures.running_late])) }
                        }
                        section.card.card-quiet.stack {
                            h2 { (words.t("promises-figures-how")) }
                            p { (words.t("promises-figures-definition")) }
                            p { (words.t("promises-figures-definition-time")) }
                            p { (words.tn("promises-figures-coverage", args![when => words.moment(since)])) }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(KeptPage);

fn name(kind: ClockKind) -> String {
    format!("promises-kind-{kind}")
}

fn kind(frame: &Frame, figures: &KindFigures) -> Markup {
    let words = &frame.words;
    let title = words.t(&name(figures.kind));
    html! {
        section.stack aria-labelledby={ "kind-" (figures.kind) } {
            h2 id={ "kind-" (figures.kind) } { (title) }
            ul.tiles {
                (share(frame, figures))
                (length(frame, "promises-figure-median", figures.median, figures.timed))
                (length(frame, "promises-figure-p90", figures.p90, figures.timed))
            }
            @if figures.dropped > 0 {
                p.small.muted { (words.tn("promises-figures-dropped", args![count => figures.dropped])) }
            }
        }
    }
}

fn share(frame: &Frame, figures: &KindFigures) -> Markup {
    let words = &frame.words;
    let judged = figures.kept + figures.broken;
    let note = words.tn("promises-figure-of", args![count => figures.kept, total => judged]);
    html! {
        @match figures.share() {
            // Over a few only, a share says less than its two numbers.
            _ if judged > 0 && judged < 20 => li.tile {
                span.tile-label { (words.t("promises-figure-kept")) }
                span.tile-value { (words.number(figures.kept)) " / " (words.number(judged)) }
                span.tile-note { (words.t("promises-figure-few")) }
            },
            Some(share) => li.tile {
                span.tile-label { (words.t("promises-figure-kept")) }
                span.tile-value { (words.percent(share)) }
                span.tile-note { (note) }
            },
            None => (unknown(frame, "promises-figure-kept")),
        }
    }
}

fn length(frame: &Frame, label: &str, length: Option<SignedDuration>, timed: i64) -> Markup {
    let words = &frame.words;
    html! {
        @match length {
            Some(length) => li.tile {
                span.tile-label { (words.t(label)) }
                span.tile-value { (amount(words, length)) }
                span.tile-note { (words.tn("promises-figure-over", args![count => timed])) }
            },
            None => (unknown(frame, label)),
        }
    }
}

fn unknown(frame: &Frame, label: &str) -> Markup {
    let words = &frame.words;
    html! {
        li.tile.tile-unknown {
            span.tile-label { (words.t(label)) }
            span.tile-value { (words.t("promises-figure-unknown")) }
            span.tile-note { (words.t("promises-figure-unknown-why")) }
        }
    }
}
