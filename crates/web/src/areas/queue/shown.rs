//! Pieces that the pages of the queue share.

use channels::Channel;
use jiff::civil::{DateTime, Time, Weekday};
use maud::{Markup, html};
use primitives::Id;
use publishing::slot::Slot;
use strategy::Topic;

use crate::areas::posts::shown::ShownChannel;
use crate::parts::{Tab, tabs};
use crate::words::{Words, args};
use crate::{Form, Frame};

/// The four pages of the area.
pub(super) fn ways(frame: &Frame, current: &str) -> Markup {
    let words = &frame.words;
    let one = |name: &str, path: &str| {
        (words.t(&format!("queue-tab-{name}")), frame.url(path), name == current)
    };
    let all = [
        one("queue", "queue"),
        one("slots", "queue/slots"),
        one("recurring", "queue/recurring"),
        one("times", "queue/times"),
    ];
    let all: Vec<Tab<'_>> =
        all.iter().map(|(label, href, current)| Tab { label, href, current: *current }).collect();
    tabs(&words.t("queue-title"), &all)
}

/// The networks of some channels, in the brand's order.
pub(super) fn marks(all: &[ShownChannel], ids: &[Id<Channel>]) -> Markup {
    html! {
        span.marks {
            @for channel in all.iter().filter(|channel| ids.contains(&channel.id)) {
                span title=(format!("{} {}", channel.network, channel.account())) { (channel.mark("network-sm")) }
            }
        }
    }
}

/// A topic's name.
pub(super) fn topic(topics: &[Topic], id: Option<Id<Topic>>) -> Markup {
    let found = topics.iter().find(|topic| Some(topic.id) == id);
    html! {
        @if let Some(topic) = found {
            span.badge { (topic.name) }
        }
    }
}

/// A weekday by its number from Monday.
pub(super) fn weekday(words: &Words, number: i64) -> String {
    let day = i8::try_from(number).ok().and_then(|n| Weekday::from_monday_one_offset(n).ok());
    day.map_or_else(String::new, |day| words.weekday(day))
}

/// « mardi à 9 h ».
pub(super) fn slot_words(words: &Words, slot: &Slot) -> String {
    let day = weekday(words, slot.weekday);
    words.tn("queue-day-at", args![day => day, time => words.time(slot.time())])
}

/// Begins a title.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// « mardi 24 novembre à 9 h ».
pub(super) fn reading(words: &Words, at: DateTime) -> String {
    words.tn("queue-day-at", args![day => words.day(at.date()), time => words.time(at.time())])
}

/// Minutes after midnight, as a field of time shows them.
pub(super) fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// What a field of time sent, in minutes after midnight.
pub(super) fn minute(text: &str) -> Option<i64> {
    let time: Time = text.trim().parse().ok()?;
    Some(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

/// The days of the week to tick.
pub(super) fn days(words: &Words, form: &Form, name: &str) -> Markup {
    html! {
        div.choices.choices-compact {
            @for day in 1..=7_i64 {
                label.choice { input type="checkbox" name=(name) value=(day) checked[form.chose(name, &day.to_string())]; span { (weekday(words, day)) } }
            }
        }
    }
}

/// The channels to tick.
pub(super) fn channel_boxes(words: &Words, form: &Form, channels: &[ShownChannel]) -> Markup {
    html! {
        fieldset.fieldset {
            legend { (words.t("queue-channels")) }
            div.choices.choices-compact {
                @for channel in channels {
                    label.choice {
                        input type="checkbox" name="channel" value=(channel.id) checked[form.chose("channel", &channel.id.to_string())];
                        (channel.mark("network-sm")) span { (channel.network) " " (channel.account()) }
                    }
                }
            }
            @if let Some(error) = form.error("channel") { p.error id="channel-error" { (error) } }
        }
    }
}

/// The topics to choose from, none first.
pub(super) fn topic_options(words: &Words, topics: &[Topic], none: &str) -> Vec<(String, String)> {
    let all = topics.iter().filter(|topic| !topic.archived);
    std::iter::once((String::new(), words.t(none)))
        .chain(all.map(|topic| (topic.id.to_string(), topic.name.clone())))
        .collect()
}

/// Two topics of the named world.
pub(super) fn topic_samples() -> Vec<Topic> {
    let one = |n: u128, name: &str, colour: &str| Topic {
        id: Id::from_uuid(uuid::Uuid::from_u128(n)),
        brand: Id::from_uuid(uuid::Uuid::from_u128(1)),
        name: name.to_owned(),
        about: String::new(),
        colour: colour.to_owned(),
        target_share: None,
        words: Vec::new(),
        archived: false,
    };
    vec![one(31, "Les coulisses du fournil", "#2e6f73"), one(32, "Recettes", "#b3402a")]
}
