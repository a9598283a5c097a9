//! A year of moderation in figures, as one may publish them.

use axum::extract::Query;
use axum::response::Response;
use conversations::moderation::{Share, Year, year, years};
use maud::{Markup, html};
use serde::Deserialize;

use super::room_tabs;
use super::shown::ground_by_key;
use crate::parts::{empty_state, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Which year.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    year: Option<i16>,
}

/// Shows it.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let years = years(&here.actor, &mut tx).await?;
    let this = years.first().copied().unwrap_or(2026);
    let of = asked.year.filter(|year| years.contains(year)).unwrap_or(this);
    let figures = year(of, &here.actor, &mut tx).await?;
    Ok(here.show(&YearPage { figures, years }))
}

/// A year in figures.
pub struct YearPage {
    figures: Year,
    years: Vec<i16>,
}

impl YearPage {
    fn restricting(&self) -> impl Iterator<Item = &Share> {
        self.figures.rulings.iter().filter(|share| !share.ground.is_empty())
    }

    fn total(&self, of: impl Fn(&Share) -> i64) -> i64 {
        self.restricting().map(of).sum()
    }

    fn table(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.table-wrap tabindex="0" role="region" aria-labelledby="grounds" {
                table.table {
                    caption #grounds { (words.t("moderation-year-grounds")) }
                    thead { tr {
                        th scope="col" { (words.t("moderation-year-ground")) }
                        th scope="col" { (words.t("moderation-year-decision")) }
                        th.num scope="col" { (words.t("moderation-year-automated")) }
                        th.num scope="col" { (words.t("moderation-year-found")) }
                        th.num scope="col" { (words.t("moderation-year-people")) }
                    } }
                    tbody {
                        @for share in self.restricting() {
                            tr {
                                th scope="row" { (ground_by_key(words, &share.ground)) }
                                td { (words.t(&format!("moderation-decided-{}", share.decision))) }
                                td.num { (words.number(share.automated)) }
                                td.num { (words.number(share.found_by_rule)) }
                                td.num { (words.number(share.by_people)) }
                            }
                        }
                    }
                    tfoot { tr {
                        th scope="row" colspan="2" { (words.t("moderation-year-total")) }
                        td.num { (words.number(self.total(|share| share.automated))) }
                        td.num { (words.number(self.total(|share| share.found_by_rule))) }
                        td.num { (words.number(self.total(|share| share.by_people))) }
                    } }
                }
            }
        }
    }
}

impl Page for YearPage {
    fn samples() -> Vec<Self> {
        let share = |ground: &str, decision: &str| Share {
            ground: ground.to_owned(),
            decision: decision.to_owned(),
            automated: 4,
            found_by_rule: 3,
            by_people: 2,
        };
        let full = Year {
            year: 2026,
            messages: 1_240,
            rulings: vec![
                share("", "keep"),
                share("clause 3", "hide"),
                share("law insult", "hide"),
            ],
            undone: 1,
            told: 8,
            sanctions: [1, 2, 1],
            complaints: 2,
            upheld: 1,
            reversed: 1,
            answer_hours: Some(30),
        };
        let empty = Year { year: 2026, ..Year::default() };
        vec![
            Self { figures: empty, years: vec![2026] },
            Self { figures: full, years: vec![2026, 2025] },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("moderation-year-title", args![year => self.figures.year.to_string()])
    }

    fn shape(&self) -> Shape {
        Shape::Room("moderation", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let figures = &self.figures;
        let kept: i64 = figures
            .rulings
            .iter()
            .filter(|share| share.ground.is_empty())
            .map(|share| share.automated + share.found_by_rule + share.by_people)
            .sum();
        let [warned, muted, banned] = figures.sanctions;
        let fact =
            |key: &str, value: String| html! { div { dt { (words.t(key)) } dd { (value) } } };
        html! {
            (page_header(&self.title(frame), html! { (words.t("moderation-year-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "moderation/year"))
                @if self.years.len() > 1 {
                    nav.row aria-label=(words.t("moderation-year-years")) {
                        @for year in &self.years { a.button.button-small href=(frame.url(&format!("moderation/year?year={year}"))) aria-current=[(*year == figures.year).then_some("page")] { (year) } }
                    }
                }
                section.card.stack {
                    dl.person-facts {
                        (fact("moderation-year-messages", words.number(figures.messages)))
                        (fact("moderation-year-kept", words.number(kept)))
                        (fact("moderation-year-restricted", words.number(self.total(|share| share.automated + share.found_by_rule + share.by_people))))
                        (fact("moderation-year-told", words.number(figures.told)))
                        (fact("moderation-year-undone", words.number(figures.undone)))
                        (fact("moderation-year-sanctions", words.tn("moderation-year-sanctions-said", args![warned => warned, muted => muted, banned => banned])))
                        (fact("moderation-year-complaints", words.tn("moderation-year-complaints-said", args![count => figures.complaints, upheld => figures.upheld, reversed => figures.reversed])))
                        @if let Some(hours) = figures.answer_hours { (fact("moderation-year-answers", words.tn("moderation-year-hours", args![count => hours]))) }
                    }
                }
                @if self.restricting().next().is_none() {
                    (empty_state("chart-column", &words.t("moderation-year-none"), &words.t("moderation-year-none-lead"), html! {}))
                } @else { section.card { (self.table(frame)) } }
                p.small.muted { (words.t("moderation-year-how")) }
            }
        }
    }
}

page_samples!(YearPage);
