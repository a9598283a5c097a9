//! « Has anything been missed? » Channels read again, and what that found.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::{Blind, Channel, Mode};
use conversations::readback::{AskedBy, Check, CheckError, CheckState, DAYS, Found};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::room_tabs;
use crate::parts::{
    badge, channel_mark, crumbs, csrf, empty_state, icon, page_header, page_header_under, time,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many checks are listed.
const SHOWN: usize = 40;

/// Shows them.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let checks = Check::list(None, SHOWN, &here.actor, &mut tx).await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    Ok(here.show(&ChecksPage { checks, channels }))
}

/// Asks for a channel to be read again now.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let channel = form.get("channel").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = here.begin().await?;
    match Check::ask(channel, &here.actor, &mut tx).await {
        Ok(_) => {
            tx.commit().await?;
            Ok(here.go("promises/checks").saying("promises-check-asked").into_response())
        }
        Err(CheckError::UnderWay) => {
            Ok(here.go("promises/checks").saying("promises-check-under-way").into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Shows what one check found.
pub async fn one(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Check>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let checks = Check::list(None, 100, &here.actor, &mut tx).await?;
    let check = checks.into_iter().find(|check| check.id == id).ok_or(Refusal::NotFound)?;
    let found = Check::found(id, &here.actor, &mut tx).await?;
    let channel = Channel::load(check.channel, &here.actor, &mut tx).await.ok();
    Ok(here.show(&FoundPage { check, found, channel }))
}

/// The channels, each with its last check; the checks, the latest first.
pub struct ChecksPage {
    checks: Vec<Check>,
    channels: Vec<Channel>,
}

impl Page for ChecksPage {
    fn samples() -> Vec<Self> {
        let channels = crate::areas::channels::sample_channels();
        let checks = sample_checks(channels[0].id);
        vec![Self { checks: vec![], channels: vec![] }, Self { checks, channels }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("promises-checks-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("promises", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let lead = words.tn("promises-checks-lead", args![count => DAYS]);
        let refresh = self.checks.iter().any(|check| check.state == CheckState::Running);
        html! {
            (page_header(&self.title(frame), html! { (lead) }, html! {}))
            div.stack.stack-lg {
                (room_tabs(frame, "promises/checks"))
                @if self.channels.is_empty() {
                    (empty_state("plug", &words.t("promises-checks-no-channel"), &words.t("promises-checks-no-channel-lead"), html! {}))
                } @else {
                    section.stack.stack-lg #checks data-refresh=[refresh.then(|| frame.url("promises/checks"))] data-every=[refresh.then_some("5")] {
                        ul.list.card.card-flush { @for channel in &self.channels { li { (self.channel(frame, channel)) } } }
                        @if !self.checks.is_empty() {
                            h2 { (words.t("promises-checks-past")) }
                            ul.list.card.card-flush { @for check in &self.checks { li { (self.past(frame, check)) } } }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(ChecksPage);

impl ChecksPage {
    fn channel(&self, frame: &Frame, channel: &Channel) -> Markup {
        let words = &frame.words;
        let last = self.checks.iter().find(|check| check.channel == channel.id);
        html! {
            div.item {
                (channel_mark(channel, "network-sm"))
                div.item-body {
                    p.item-title { (channel.name) }
                    p.item-meta {
                        @match last {
                            None if channel.mode != Mode::Api => span { (words.t("promises-check-no-reading")) },
                            None => span { (words.t("promises-check-never")) },
                            Some(check) => {
                                span { (outcome(frame, check)) }
                                (time(words, check.started_at, &words.relative(check.started_at)))
                            }
                        }
                    }
                    @if let Some(check) = last.filter(|check| !check.blind.is_empty()) { p.small.muted { (blind(frame, check)) } }
                }
                div.item-end {
                    @if channel.mode == Mode::Api && frame.may(Right::Converse) {
                        form method="post" action=(frame.url("promises/checks")) {
                            (csrf(frame))
                            input type="hidden" name="channel" value=(channel.id);
                            button.button.button-small {
                                (icon("refresh-cw")) (words.t("promises-check-now"))
                                span.visually-hidden { ", " (channel.name) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn past(&self, frame: &Frame, check: &Check) -> Markup {
        let words = &frame.words;
        let channel = self.channels.iter().find(|channel| channel.id == check.channel);
        let name = channel.map_or_else(|| words.t("promises-gone"), |channel| channel.name.clone());
        html! {
            a.item href=(frame.url(&format!("promises/checks/{}", check.id))) {
                @if let Some(channel) = channel { (channel_mark(channel, "network-sm")) }
                div.item-body {
                    p.item-title { (name) }
                    p.item-meta {
                        span { (outcome(frame, check)) }
                        span { (words.t(match check.asked { AskedBy::Clock => "promises-check-by-clock", AskedBy::Hand => "promises-check-by-hand" })) }
                    }
                }
                div.item-end {
                    @if check.missing > 0 { (badge(&words.tn("promises-check-missing", args![count => check.missing]), "warning")) }
                    (time(words, check.started_at, &words.short_moment(check.started_at)))
                }
            }
        }
    }
}

/// What a check came to, in one sentence.
fn outcome(frame: &Frame, check: &Check) -> String {
    let words = &frame.words;
    let read = args![count => check.was_read, missing => check.missing];
    match check.state {
        CheckState::Running => words.t("promises-check-running"),
        CheckState::Done if check.missing == 0 => words.tn("promises-check-all-there", read),
        CheckState::Done => words.tn("promises-check-found", read),
        CheckState::Partial => words.tn("promises-check-partial", read),
        CheckState::Failed => {
            let why = check.trouble.as_deref().unwrap_or("retry").replace('_', "-");
            words.t(&format!("promises-check-trouble-{why}"))
        }
    }
}

/// What this network does not let one read again.
fn blind(frame: &Frame, check: &Check) -> String {
    let words = &frame.words;
    let name = |blind: &Blind| words.t(&format!("promises-blind-{blind}"));
    let all: Vec<_> = check.blind.iter().map(name).collect();
    words.tn("promises-blind", args![what => all.join(", ")])
}

/// What one check found.
pub struct FoundPage {
    check: Check,
    found: Vec<Found>,
    channel: Option<Channel>,
}

impl Page for FoundPage {
    fn samples() -> Vec<Self> {
        let channels = crate::areas::channels::sample_channels();
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 4);
        let found = |person: Option<&str>| Found {
            message: ambient.new_id(),
            conversation: ambient.new_id(),
            person: person.map(str::to_owned),
            text: "Vous livrez à Lyon\u{202f}?".to_owned(),
            sent_at: ambient.now(),
        };
        let mut checks = sample_checks(channels[0].id).into_iter();
        let mut next = || checks.next().map(|check| (check, Some(channels[0].clone())));
        let mut all = Vec::new();
        if let (Some((first, channel)), Some((second, _))) = (next(), next()) {
            let found = vec![found(Some("Léa Fontaine")), found(None)];
            all.push(Self { check: first, found, channel });
            all.push(Self { check: second, found: vec![], channel: None });
        }
        all
    }

    fn title(&self, frame: &Frame) -> String {
        let words = &frame.words;
        let name = self
            .channel
            .as_ref()
            .map_or_else(|| words.t("promises-gone"), |channel| channel.name.clone());
        words.tn("promises-found-title", args![name => name])
    }

    fn shape(&self) -> Shape {
        Shape::Room("promises", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let check = &self.check;
        let above =
            crumbs(frame, &[(&words.t("promises-checks-title"), &frame.url("promises/checks"))]);
        let lead = html! { (outcome(frame, check)) };
        html! {
            (page_header_under(above, &self.title(frame), lead, html! {}))
            div.stack.stack-lg {
                dl.facts {
                    dt { (words.t("promises-check-when")) } dd { (words.moment(check.started_at)) }
                    dt { (words.t("promises-check-back-to")) } dd { (words.moment(check.back_to)) }
                    @if check.state != CheckState::Done && let Some(reached) = check.reached {
                        dt { (words.t("promises-check-reached")) } dd { (words.moment(reached)) }
                    }
                    dt { (words.t("promises-check-read")) } dd { (words.number(check.was_read)) }
                    @if check.unreadable > 0 {
                        dt { (words.t("promises-check-unreadable")) }
                        dd { a href=(frame.url("promises/unplaced")) { (words.number(check.unreadable)) } }
                    }
                }
                @if !check.blind.is_empty() { p.muted { (blind(frame, check)) } }
                @if self.found.is_empty() {
                    (empty_state("circle-check", &words.t("promises-found-none"), &words.t("promises-found-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush {
                        @for one in &self.found {
                            li { a.item href=(frame.url(&format!("inbox/{}", one.conversation))) {
                                div.item-body {
                                    p.item-title.clip { (one.person.clone().unwrap_or_else(|| words.t("promises-found-ours"))) }
                                    p.item-meta { span.clip { (one.text) } }
                                }
                                div.item-end { (time(words, one.sent_at, &words.short_moment(one.sent_at))) }
                            } }
                        }
                    }
                }
            }
        }
    }
}

page_samples!(FoundPage);

fn sample_checks(channel: Id<Channel>) -> Vec<Check> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 3);
    let at = ambient.now();
    let check = |state, missing, trouble: Option<&str>| Check {
        id: ambient.new_id(),
        channel,
        asked: AskedBy::Hand,
        state,
        back_to: at,
        reached: Some(at),
        was_read: 214,
        missing,
        unreadable: missing,
        blind: vec![Blind::Removed, Blind::Direct],
        trouble: trouble.map(str::to_owned),
        started_at: at,
        ended_at: None,
    };
    vec![
        check(CheckState::Done, 2, None),
        check(CheckState::Partial, 0, Some("rate_limited")),
        check(CheckState::Done, 0, None),
        check(CheckState::Running, 0, None),
        check(CheckState::Failed, 0, Some("unsupported")),
    ]
}
