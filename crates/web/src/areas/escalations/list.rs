//! « Whom do we wait for? »

use axum::extract::Query;
use axum::response::Response;
use conversations::escalation::{Escalation, Line, Narrowed, OpenCounts, open_counts};
use maud::{Markup, html};
use serde::Deserialize;

use super::one::sample;
use super::room_tabs;
use super::shown::{due, names, state_badge};
use crate::parts::{empty_state, link_button, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What the address asks.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// `open` (when nothing is said), `late`, `review`, `over`.
    #[serde(default)]
    show: String,
    /// `me`: only what one is asked.
    #[serde(default)]
    of: String,
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let shown = asked.show.parse().unwrap_or(Narrowed::Open);
    let mine = asked.of == "me";
    let of = mine.then_some(here.teammate.id);
    let lines = Escalation::list(shown, of, 100, &here.actor, &mut tx).await?;
    let counts = open_counts(&here.actor, &mut tx).await?;
    Ok(here.show(&EscalationsPage { lines, counts, shown, mine }))
}

/// What is asked, the soonest deadline first.
pub struct EscalationsPage {
    lines: Vec<Line>,
    counts: OpenCounts,
    shown: Narrowed,
    mine: bool,
}

impl Page for EscalationsPage {
    fn samples() -> Vec<Self> {
        let line = |escalation| Line { escalation, person: "Léa Fontaine".to_owned() };
        let lines = sample().into_iter().map(line).collect();
        let counts = OpenCounts { open: 3, late: 1, to_review: 1 };
        vec![
            Self {
                lines: vec![],
                counts: OpenCounts::default(),
                shown: Narrowed::Open,
                mine: false,
            },
            Self { lines, counts, shown: Narrowed::Open, mine: false },
            Self { lines: vec![], counts, shown: Narrowed::Late, mine: true },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.tn("escalations-title", args![count => self.counts.open])
    }

    fn shape(&self) -> Shape {
        Shape::Room("escalations", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("escalations-lead")) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "escalations"))
                (self.filters(frame))
                @if self.lines.is_empty() {
                    @let none = if self.counts.open == 0 && self.shown == Narrowed::Open { "escalations-none" } else { "escalations-none-here" };
                    (empty_state("circle-question-mark", &words.t(none), &words.t("escalations-none-lead"), html! {
                        (link_button(&words.t("escalations-to-inbox"), &frame.url("inbox"), ""))
                    }))
                } @else {
                    ul.list.card.card-flush { @for line in &self.lines { li { (self.line(frame, line)) } } }
                }
            }
        }
    }
}

page_samples!(EscalationsPage);

impl EscalationsPage {
    fn address(&self, frame: &Frame, shown: Narrowed, mine: bool) -> String {
        let mine = if mine { "&of=me" } else { "" };
        frame.url(&format!("escalations?show={shown}{mine}"))
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let count = |which: Narrowed| match which {
            Narrowed::Open => self.counts.open,
            Narrowed::Late => self.counts.late,
            Narrowed::ToReview => self.counts.to_review,
            Narrowed::Over => 0,
        };
        html! {
            div.spread {
                nav.button-group aria-label=(words.t("escalations-filter")) {
                    @for which in Narrowed::ALL {
                        a.button.button-small href=(self.address(frame, *which, self.mine))
                            aria-current=[(*which == self.shown).then_some("true")] {
                            (words.t(&format!("escalations-filter-{which}")))
                            @if count(*which) > 0 { " " span.count { (words.number(count(*which))) } }
                        }
                    }
                }
                nav.button-group aria-label=(words.t("escalations-filter-whose")) {
                    @for mine in [false, true] {
                        a.button.button-small href=(self.address(frame, self.shown, mine))
                            aria-current=[(mine == self.mine).then_some("true")] {
                            (words.t(if mine { "escalations-asked-of-me" } else { "escalations-of-all" }))
                        }
                    }
                }
            }
        }
    }

    fn line(&self, frame: &Frame, line: &Line) -> Markup {
        let words = &frame.words;
        let escalation = &line.escalation;
        let now = words.now().unwrap_or(escalation.due_at);
        let person = match line.person.as_str() {
            "" => words.t("inbox-someone"),
            name => name.to_owned(),
        };
        let names = names(escalation);
        html! {
            a.item.due-item href=(frame.url(&format!("escalations/{}", escalation.id))) {
                div.item-body {
                    p.item-title.clip-2 { (escalation.question) }
                    p.item-meta {
                        span { (words.tn("escalations-for", args![name => person])) }
                        @if !names.is_empty() { span { (words.tn("escalations-asked-to", args![name => names])) } }
                    }
                }
                div.item-end {
                    @if !escalation.is_late(now) { (state_badge(words, escalation.state, false)) }
                    (due(words, escalation))
                }
            }
        }
    }
}
