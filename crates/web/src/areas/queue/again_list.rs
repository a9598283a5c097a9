//! The posts that come back.

use axum::response::Response;
use channels::Channel;
use jiff::civil::Weekday;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::recurrence::{Coming, Recurrence, RecurrenceState, Rhythm, Rule, When};

use super::again_form::sample;
use super::shown::{marks, reading, ways, weekday};
use super::words::refusal;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::parts::{badge, empty_state, icon, link_button, page_header};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The list.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let channels = load_channels(&here, &mut tx).await?;
    let mut rows = Vec::new();
    for recurrence in Recurrence::all(&here.actor, &mut tx).await.map_err(refusal)? {
        let next = recurrence.coming(1, &mut tx).await.map_err(refusal)?.into_iter().next();
        rows.push((recurrence, next));
    }
    Ok(here.show(&RecurrencesPage { rows, channels }))
}

/// The posts that come back.
pub struct RecurrencesPage {
    rows: Vec<(Recurrence, Option<Coming>)>,
    channels: Vec<ShownChannel>,
}

/// « Chaque mardi à 9 h », « Tous les 10 jours à 9 h »…
pub(super) fn rhythm_words(words: &Words, rhythm: &Rhythm) -> String {
    let When::Rule { rule, minute } = &rhythm.when else {
        let When::Free { gap_days } = rhythm.when else { return String::new() };
        return words.tn("again-free", args![count => i64::from(gap_days)]);
    };
    let part = |value: i64| i8::try_from(value).unwrap_or(0);
    let time =
        words.time(jiff::civil::Time::constant(part(minute / 60 % 24), part(minute % 60), 0, 0));
    match rule {
        Rule::Days { every } => {
            words.tn("again-days", args![count => i64::from(*every), time => time])
        }
        Rule::Weeks { every, on } => {
            let days: Vec<_> = on.iter().map(|day| weekday(words, i64::from(*day))).collect();
            let days = days.join(", ");
            words.tn("again-weeks", args![count => i64::from(*every), days => days, time => time])
        }
        Rule::MonthDay { every, day } => words.tn(
            "again-month-day",
            args![count => i64::from(*every), day => i64::from(*day), time => time],
        ),
        Rule::MonthWeekday { every, nth, weekday: day } => {
            let nth = words.t(&format!(
                "again-nth-{}",
                if *nth < 0 { "last".to_owned() } else { nth.to_string() }
            ));
            let day = Weekday::from_monday_one_offset(*day).map(|day| words.weekday(day));
            words.tn(
                "again-month-weekday",
                args![count => i64::from(*every), nth => nth, day => day.unwrap_or_default(), time => time],
            )
        }
    }
}

/// « jusqu’au 31 décembre », « 10 fois », « sans fin ».
pub(super) fn end_words(words: &Words, recurrence: &Recurrence) -> String {
    let rhythm = &recurrence.rhythm;
    let mut parts = Vec::new();
    if let Some(until) = rhythm.until {
        parts.push(words.tn("again-until-day", args![day => words.date(until)]));
    }
    if let Some(times) = rhythm.times {
        parts.push(words.tn("again-times-count", args![count => i64::from(times)]));
    }
    if recurrence.ends_when_used {
        parts.push(words.tn("again-until-used", args![count => recurrence.texts.len()]));
    }
    if parts.is_empty() { words.t("again-no-end") } else { parts.join(", ") }
}

/// Whether it comes back.
pub(super) fn state_badge(words: &Words, state: RecurrenceState) -> Markup {
    let tone = match state {
        RecurrenceState::Active => "good",
        RecurrenceState::Paused => "warn",
        RecurrenceState::Ended => "",
    };
    badge(&words.t(&format!("again-state-{state}")), tone)
}

impl RecurrencesPage {
    fn row(&self, frame: &Frame, recurrence: &Recurrence, next: Option<&Coming>) -> Markup {
        let words = &frame.words;
        let text = recurrence.texts.first().map(String::as_str).unwrap_or_default();
        let ids: Vec<Id<Channel>> = recurrence.piece.channels();
        html! {
            li {
                a.item href=(frame.url(&format!("queue/recurring/{}", recurrence.id))) {
                    (icon("repeat-2"))
                    div.again-row {
                        strong { (headline(text, &words.t("posts-without-words"))) }
                        span.hint { (rhythm_words(words, &recurrence.rhythm)) " · " (end_words(words, recurrence)) }
                        @if let Some(next) = next { span.hint { (words.tn("again-next", args![when => reading(words, next.at.local)])) } }
                    }
                    span.end.row { (marks(&self.channels, &ids)) (state_badge(words, recurrence.state)) }
                }
            }
        }
    }
}

impl Page for RecurrencesPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let ended = Recurrence { state: RecurrenceState::Ended, ..sample() };
        vec![
            Self { rows: vec![], channels: channels.clone() },
            Self { rows: vec![(sample(), None), (ended, None)], channels },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("again-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let new = html! {
            @if frame.may(Right::Publish) { a.button.button-primary href=(frame.url("queue/recurring/new")) { (icon("plus")) (words.t("again-new")) } }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("again-lead")) }, if self.rows.is_empty() { html! {} } else { new }))
            (ways(frame, "recurring"))
            @if self.rows.is_empty() {
                (empty_state("repeat-2", &words.t("again-none"), &words.t("again-none-lead"), html! {
                    @if frame.may(Right::Publish) { (link_button(&words.t("again-new"), &frame.url("queue/recurring/new"), "button-primary")) }
                }))
            } @else {
                ul.card.card-flush.list { @for (recurrence, next) in &self.rows { (self.row(frame, recurrence, next.as_ref())) } }
            }
        }
    }
}

page_samples!(RecurrencesPage);
