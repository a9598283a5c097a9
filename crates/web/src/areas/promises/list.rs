//! « What have we promised, and until when? »

use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use conversations::promise::{self, DueCounts, DueRow, DueState, Setting};
use maud::{Markup, html};
use platform::{Right, Teammate};
use primitives::Id;
use serde::Deserialize;

use super::room_tabs;
use super::shown::{Named, due_badge, key, sample_rows, state_badge};
use crate::parts::{channel_mark, empty_state, link_button, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What the address asks.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// `late`, `risk`, `on-time`; what is late or at risk when not said.
    #[serde(default)]
    show: String,
    /// `me`: only one's own.
    #[serde(default)]
    of: String,
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let state = [DueState::Late, DueState::AtRisk, DueState::OnTime];
    let shown = state.into_iter().find(|state| key(*state) == asked.show);
    let of = (asked.of == "me").then_some(here.teammate.id);
    let rows = promise::due_list(shown, of, 100, &here.actor, &mut tx).await?;
    let counts = promise::due_counts(&here.actor, &mut tx).await?;
    let setting = Setting::of(&here.actor, &mut tx).await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let named = Named::load(&here, &mut tx).await?;
    let promises = setting.is_some();
    Ok(here.show(&DuePage { rows, counts, channels, named, shown, mine: of.is_some(), promises }))
}

/// What is promised, the soonest first.
pub struct DuePage {
    rows: Vec<DueRow>,
    counts: DueCounts,
    channels: Vec<Channel>,
    named: Named,
    shown: Option<DueState>,
    mine: bool,
    promises: bool,
}

impl Page for DuePage {
    fn samples() -> Vec<Self> {
        let of = |rows, late, promises| Self {
            rows,
            counts: DueCounts { late, at_risk: 1, mine: late },
            channels: Vec::new(),
            named: Named::sample(),
            shown: None,
            mine: false,
            promises,
        };
        vec![of(vec![], 0, false), of(vec![], 0, true), of(sample_rows(), 1, true)]
    }

    fn title(&self, frame: &Frame) -> String {
        match (self.promises, self.counts.late) {
            (true, late @ 1..) => frame.words.tn("promises-title-late", args![count => late]),
            _ => frame.words.t("promises-title"),
        }
    }

    fn shape(&self) -> Shape {
        Shape::Room("promises", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let settings = html! {
            @if frame.may(Right::ManageBrand) {
                (link_button(&words.t("promises-settings"), &frame.url("settings/promises"), ""))
            }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("promises-lead")) }, settings))
            div.stack.stack-lg {
                (room_tabs(frame, "promises"))
                @if !self.promises {
                    (empty_state("clock", &words.t("promises-nothing"), &words.t("promises-nothing-lead"), html! {
                        @if frame.may(Right::ManageBrand) {
                            (link_button(&words.t("promises-begin"), &frame.url("settings/promises"), "button-primary"))
                        }
                    }))
                } @else {
                    (self.filters(frame))
                    @if self.rows.is_empty() {
                        (empty_state("circle-check", &words.t("promises-none"), &words.t("promises-none-lead"), html! {}))
                    } @else {
                        ul.list.card.card-flush { @for row in &self.rows { li { (self.line(frame, row)) } } }
                    }
                }
            }
        }
    }
}

page_samples!(DuePage);

impl DuePage {
    fn address(&self, frame: &Frame, shown: Option<DueState>, mine: bool) -> String {
        let mut address = frame.url("promises");
        let mut sign = '?';
        if let Some(state) = shown {
            address.push_str(&format!("{sign}show={}", key(state)));
            sign = '&';
        }
        if mine {
            address.push_str(&format!("{sign}of=me"));
        }
        address
    }

    fn filters(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let count = |state: Option<DueState>| match state {
            Some(DueState::Late) => self.counts.late,
            Some(DueState::AtRisk) => self.counts.at_risk,
            _ => 0,
        };
        let states = [None, Some(DueState::Late), Some(DueState::AtRisk), Some(DueState::OnTime)];
        html! {
            div.spread {
                nav.button-group aria-label=(words.t("promises-filter-state")) {
                    @for state in states {
                        a.button.button-small href=(self.address(frame, state, self.mine))
                            aria-current=[(state == self.shown).then_some("true")] {
                            (words.t(&format!("promises-filter-{}", state.map_or("all", key))))
                            @if count(state) > 0 { " " span.count { (words.number(count(state))) } }
                        }
                    }
                }
                nav.button-group aria-label=(words.t("promises-filter-whose")) {
                    @for mine in [false, true] {
                        a.button.button-small href=(self.address(frame, self.shown, mine))
                            aria-current=[(mine == self.mine).then_some("true")] {
                            (words.t(if mine { "promises-mine" } else { "promises-whole-team" }))
                        }
                    }
                }
            }
        }
    }

    fn assignee(&self, frame: &Frame, assignee: Option<Id<Teammate>>) -> String {
        match assignee {
            Some(id) => self.named.name(&frame.words, &id.to_string()),
            None => frame.words.t("promises-nobody"),
        }
    }

    fn line(&self, frame: &Frame, due: &DueRow) -> Markup {
        let words = &frame.words;
        let conversation = &due.row.conversation;
        let channel = self.channels.iter().find(|channel| channel.id == conversation.channel);
        let now = words.now().unwrap_or(due.promised.due_at);
        let person = due.row.person.as_ref().map(|person| person.name.clone());
        let person = person.unwrap_or_else(|| words.t("inbox-someone"));
        html! {
            a.item.due-item href=(frame.url(&format!("inbox/{}", conversation.id))) {
                @if let Some(channel) = channel { (channel_mark(channel, "network-sm")) }
                div.item-body {
                    p.item-title.clip { (person) " " span.muted { (conversation.preview) } }
                    p.item-meta {
                        span { (words.t(&format!("promises-kind-{}", due.promised.kind))) }
                        span { (self.assignee(frame, conversation.assignee)) }
                    }
                }
                div.item-end {
                    (due_badge(words, due.promised))
                    span.visually-hidden { (state_badge(words, due.promised.state(now))) }
                }
            }
        }
    }
}
