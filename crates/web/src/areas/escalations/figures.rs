//! « Do those who are asked answer in time? »

use axum::extract::Query;
use axum::response::Response;
use conversations::escalation::{ExpertFigures, Figures, figures};
use jiff::SignedDuration;
use maud::{Markup, html};
use serde::Deserialize;

use super::room_tabs;
use crate::parts::{empty_state, page_header};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The periods on offer, in days.
const PERIODS: [i64; 3] = [28, 90, 365];
/// Below so many, a share says less than its two numbers.
const FEW: i64 = 20;

/// What the address asks.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    days: Option<i64>,
}

/// The figures.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let days = asked.days.filter(|days| PERIODS.contains(days)).unwrap_or(90);
    let mut tx = here.read().await?;
    let until = tx.now();
    let from = until - SignedDuration::from_hours(24 * days);
    let figures = figures(from, until, &here.actor, &mut tx).await?;
    Ok(here.show(&AnsweredPage { figures, days }))
}

/// What became of what was asked.
pub struct AnsweredPage {
    figures: Figures,
    days: i64,
}

impl Page for AnsweredPage {
    fn samples() -> Vec<Self> {
        let one = |name: &str, judged: i64| ExpertFigures {
            name: name.to_owned(),
            asked: judged + 2,
            in_time: judged - 1,
            judged,
            declined: 1,
            median: Some(SignedDuration::from_mins(95)),
            timed: judged,
        };
        let none = ExpertFigures { name: "Karim".to_owned(), asked: 1, ..Default::default() };
        let each = vec![one("Anna Bérard", 40), one("Bruno Le Goff", 6), none];
        vec![
            Self { figures: Figures::default(), days: 90 },
            Self { figures: Figures { all: one("", 46), each }, days: 28 },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("escalations-figures-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("escalations", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("escalations-figures-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "escalations/figures"))
                nav.button-group aria-label=(words.t("escalations-figures-period")) {
                    @for days in PERIODS {
                        a.button.button-small href=(frame.url(&format!("escalations/figures?days={days}")))
                            aria-current=[(days == self.days).then_some("true")] {
                            (words.tn("escalations-figures-days", args![count => days]))
                        }
                    }
                }
                @if self.figures.all.asked == 0 {
                    (empty_state("chart-column", &words.t("escalations-figures-none"), &words.t("escalations-none-lead"), html! {}))
                } @else {
                    ul.tiles {
                        li.tile { span.tile-label { (words.t("escalations-figure-asked")) } span.tile-value { (words.number(self.figures.all.asked)) } }
                        li.tile {
                            span.tile-label { (words.t("escalations-figure-in-time")) }
                            span.tile-value { (in_time(words, &self.figures.all)) }
                            span.tile-note { (words.tn("escalations-figure-over", args![count => self.figures.all.judged])) }
                        }
                        li.tile {
                            span.tile-label { (words.t("escalations-figure-median")) }
                            span.tile-value { (median(words, &self.figures.all)) }
                            span.tile-note { (words.tn("escalations-figure-over", args![count => self.figures.all.timed])) }
                        }
                    }
                    (self.table(frame))
                }
                section.card.card-quiet.stack {
                    h2 { (words.t("escalations-figures-how")) }
                    p { (words.t("escalations-figures-definition")) }
                    p { (words.t("escalations-figures-definition-time")) }
                }
            }
        }
    }
}

page_samples!(AnsweredPage);

impl AnsweredPage {
    fn table(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.table-wrap tabindex="0" role="region" aria-label=(words.t("escalations-figures-each")) {
                table.table {
                    caption.visually-hidden { (words.t("escalations-figures-each")) }
                    thead { tr {
                        th scope="col" { (words.t("escalations-figure-who")) }
                        th.number scope="col" { (words.t("escalations-figure-asked")) }
                        th.number scope="col" { (words.t("escalations-figure-in-time")) }
                        th.number scope="col" { (words.t("escalations-figure-median")) }
                        th.number scope="col" { (words.t("escalations-figure-declined")) }
                    } }
                    tbody {
                        @for one in &self.figures.each {
                            tr {
                                th scope="row" { (one.name) }
                                td.number { (words.number(one.asked)) }
                                td.number { (in_time(words, one)) }
                                td.number { (median(words, one)) }
                                td.number { (words.number(one.declined)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A share, or its two numbers while there are few.
fn in_time(words: &Words, figures: &ExpertFigures) -> String {
    match figures.share() {
        Some(_) if figures.judged < FEW => {
            format!("{} / {}", words.number(figures.in_time), words.number(figures.judged))
        }
        Some(share) => words.percent(share),
        None => words.t("escalations-figure-unknown"),
    }
}

fn median(words: &Words, figures: &ExpertFigures) -> String {
    match figures.median {
        Some(median) => crate::areas::promises::amount(words, median),
        None => words.t("escalations-figure-unknown"),
    }
}
