//! What is to be posted by hand: late, now, put off, held, coming.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use jiff::SignedDuration;
use maud::{Markup, html};
use platform::Right;
use publishing::by_hand::{self, ByHand, Stage};
use serde::Deserialize;

use crate::areas::posts::problems;
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::parts::{Tab, avatar, empty_state, icon, page_header, tabs, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How far ahead the list looks.
const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The stages that have a section, in their order.
const SECTIONS: [(Stage, &str); 5] = [
    (Stage::Late, "late"),
    (Stage::Due, "due"),
    (Stage::Snoozed, "snoozed"),
    (Stage::Held, "held"),
    (Stage::Coming, "coming"),
];

/// Whose.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// `all` shows the whole team's.
    #[serde(default)]
    whose: String,
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let now = tx.now();
    let found = ByHand::list(now + AHEAD, &here.actor, &mut tx).await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(problems::of_channel)?;
    let connectors = &here.house.kit.connectors;
    let channels: BTreeMap<_, _> =
        channels.iter().map(|one| (one.id, ShownChannel::of(one, connectors))).collect();
    let team = by_hand::team(&here.actor, &mut tx).await?;
    let names: BTreeMap<_, _> =
        team.iter().map(|one| (one.teammate, one.name.to_string())).collect();
    let mine = |hand: &ByHand| hand.assignee.is_none_or(|id| id == here.teammate.id);
    let all = asked.whose == "all";
    let counts = (found.iter().filter(|hand| mine(hand)).count(), found.len());
    let lines = found.into_iter().filter(|hand| all || mine(hand)).filter_map(|hand| {
        Some(Line {
            channel: channels.get(&hand.publication.channel)?.clone(),
            stage: hand.stage(now),
            who: hand.assignee.and_then(|id| names.get(&id).cloned()),
            hand,
        })
    });
    let page = ToPostListPage { lines: lines.collect(), all, counts };
    Ok(here.show(&page).into_response())
}

/// What is to be posted by hand.
pub struct ToPostListPage {
    lines: Vec<Line>,
    all: bool,
    /// How many are the person's, and how many there are.
    counts: (usize, usize),
}

struct Line {
    hand: ByHand,
    channel: ShownChannel,
    stage: Stage,
    who: Option<String>,
}

impl Page for ToPostListPage {
    fn samples() -> Vec<Self> {
        let pages = super::load::samples().into_iter();
        let lines = pages.map(|page| {
            let stage = page.hand.stage(page.now);
            let who = Some("Inès Morel".to_owned());
            Line { stage, who, channel: page.channel, hand: page.hand }
        });
        let full = Self { lines: lines.collect(), all: true, counts: (2, 11) };
        let none = |all| Self { lines: Vec::new(), all, counts: (0, 0) };
        vec![full, none(false), none(true)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("to-post-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("to-post", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let actions = html! {
            a.button.button-quiet href="/account/devices" { (icon("bell")) (words.t("to-post-devices")) }
            @if frame.may(Right::ManageBrand) {
                a.button.button-quiet href=(frame.url("to-post/settings")) { (icon("settings")) (words.t("to-post-settings")) }
            }
        };
        let (mine, all) = (words.t("to-post-mine"), words.t("to-post-all"));
        let tab = |name: &str, count: usize| format!("{name} ({count})");
        html! {
            (page_header(&self.title(frame), html! { (words.t("to-post-lead")) }, actions))
            div.stack.stack-lg {
                (tabs(&words.t("to-post-whose"), &[
                    Tab { label: &tab(&mine, self.counts.0), href: &frame.url("to-post"), current: !self.all },
                    Tab { label: &tab(&all, self.counts.1), href: &frame.url("to-post?whose=all"), current: self.all },
                ]))
                @if self.lines.is_empty() {
                    @let key = if self.all || self.counts.1 == 0 { "to-post-none" } else { "to-post-none-mine" };
                    (empty_state("hand", &words.t(key), &words.t(&format!("{key}-lead")), html! {}))
                }
                @for (stage, name) in SECTIONS { (self.section(frame, stage, name)) }
            }
        }
    }
}

impl ToPostListPage {
    fn section(&self, frame: &Frame, stage: Stage, name: &str) -> Markup {
        let words = &frame.words;
        let lines: Vec<_> = self.lines.iter().filter(|line| line.stage == stage).collect();
        let id = format!("section-{name}");
        html! {
            @if !lines.is_empty() {
                section aria-labelledby=(id) {
                    h2.section-title id=(id) { (words.t(&format!("to-post-section-{name}"))) " " span.count { (words.number(lines.len() as i64)) } }
                    ul.list.card.card-flush { @for line in lines { (self.line(frame, line)) } }
                }
            }
        }
    }

    fn line(&self, frame: &Frame, line: &Line) -> Markup {
        let words = &frame.words;
        let publication = &line.hand.publication;
        let at = line.hand.snoozed_until.filter(|_| line.stage == Stage::Snoozed);
        let at = at.unwrap_or(publication.due_at);
        let files = publication.content.media.len();
        html! {
            li { a.item href=(frame.url(&format!("to-post/{}", publication.id))) {
                (line.channel.mark(""))
                div.item-body {
                    p.item-title.clip-2 { (headline(&publication.content.text, &words.t("posts-without-words"))) }
                    p.item-meta {
                        (line.channel.network) " · " (line.channel.account()) " · " (time(words, at, &words.short_moment(at)))
                        @if files > 0 { " · " (words.tn("to-post-files", args![count => files])) }
                        @if line.who.is_none() { " · " (words.t("to-post-nobody")) }
                    }
                }
                @if let (true, Some(name)) = (self.all, &line.who) {
                    div.item-end { (avatar(name, None)) span.visually-hidden { (words.tn("to-post-for", args![name => name.as_str()])) } }
                }
                (icon("chevron-right"))
            } }
        }
    }
}

page_samples!(ToPostListPage);
