use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use jiff::civil::Date;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::queue::{self, Filled, Opening};
use publishing::{LocalSchedule, Moved, Slot};
use serde::Deserialize;
use strategy::Topic;

use super::shown::{marks, reading, topic, topic_samples, ways};
use super::words::queue_refusal;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::{ShownChannel, headline};
use crate::parts::{csrf, empty_state, icon, link_button, page_header};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The most weeks shown.
const MOST_WEEKS: i32 = 26;

/// What is looked at.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// How many weeks, 2 when not said.
    #[serde(default)]
    weeks: String,
    /// Only this channel.
    #[serde(default)]
    channel: String,
}

/// The queue.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let weeks = asked.weeks.parse().unwrap_or(2).clamp(1, MOST_WEEKS);
    let channel: Option<Id<Channel>> = asked.channel.parse().ok();
    let mut tx = here.read().await?;
    let slots = Slot::all(&here.actor, &mut tx).await.map_err(queue_refusal)?;
    let mut openings =
        queue::coming(weeks * 7, &here.actor, &mut tx).await.map_err(queue_refusal)?;
    let waiting = queue::waiting(&here.actor, &mut tx).await.map_err(queue_refusal)?;
    let topics = Topic::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let channels = load_channels(&here, &mut tx).await?;
    if let Some(only) = channel {
        openings.retain(|one| one.slots.iter().any(|slot| slot.channels.contains(&only)));
    }
    let has_slots = !slots.is_empty();
    let page = QueuePage { openings, waiting, topics, channels, channel, weeks, has_slots };
    Ok(here.show(&page))
}

/// What waits in the brand's slots.
pub struct QueuePage {
    openings: Vec<Opening>,
    waiting: usize,
    topics: Vec<Topic>,
    channels: Vec<ShownChannel>,
    channel: Option<Id<Channel>>,
    weeks: i32,
    has_slots: bool,
}

impl QueuePage {
    fn days(&self) -> Vec<(Date, Vec<&Opening>)> {
        let mut days: Vec<(Date, Vec<&Opening>)> = Vec::new();
        for opening in &self.openings {
            let day = opening.at.local.date();
            match days.last_mut().filter(|(last, _)| *last == day) {
                Some((_, of_day)) => of_day.push(opening),
                None => days.push((day, vec![opening])),
            }
        }
        days
    }

    fn bar(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            div.calendar-bar {
                form.row method="get" action=(frame.url("queue")) {
                    input type="hidden" name="weeks" value=(self.weeks);
                    label.visually-hidden for="channel" { (words.t("queue-channel")) }
                    select.select id="channel" name="channel" data-auto-submit {
                        option value="" { (words.t("queue-every-channel")) }
                        @for channel in &self.channels {
                            option value=(channel.id) selected[self.channel == Some(channel.id)] { (channel.network) " " (channel.account()) }
                        }
                    }
                    noscript { button.button { (words.t("queue-filter")) } }
                }
                @if frame.may(Right::Publish) && self.waiting > 1 {
                    form.end method="post" action=(frame.url("queue/shuffle")) {
                        (csrf(frame))
                        @if let Some(channel) = self.channel { input type="hidden" name="channel" value=(channel); }
                        button.button { (icon("shuffle")) (words.t("queue-shuffle")) }
                    }
                }
            }
        }
    }

    fn opening(&self, frame: &Frame, opening: &Opening) -> Markup {
        let words = &frame.words;
        let local = opening.at.local;
        let shown = |ids: &[Id<Channel>]| {
            let ids = ids.iter().copied();
            ids.filter(|id| self.channel.is_none_or(|only| only == *id)).collect::<Vec<_>>()
        };
        let free = shown(&opening.free);
        let kept = opening.slots.iter().find_map(|slot| slot.topic);
        html! {
            li.opening data-opening=(local) {
                div.opening-time {
                    time datetime=(opening.at.at) { (words.time(local.time())) }
                    (topic(&self.topics, kept))
                }
                div.opening-posts {
                    @for filled in &opening.filled {
                        @if self.channel.is_none_or(|only| filled.channels.contains(&only)) { (self.filled(frame, opening, filled)) }
                    }
                    @if !free.is_empty() {
                        p.opening-free {
                            span { (words.t("queue-free")) } (marks(&self.channels, &free))
                            @if frame.may(Right::Draft) && opening.filled.is_empty() {
                                a.end href=(frame.url(&format!("posts/new?date={}", local.date()))) { (words.t("queue-write")) span.visually-hidden { " " (reading(words, local)) } }
                            }
                        }
                    }
                    @if let Some(moved) = &opening.at.moved { p.hint { (moved_words(frame, *moved)) } }
                }
            }
        }
    }

    fn filled(&self, frame: &Frame, opening: &Opening, filled: &Filled) -> Markup {
        let words = &frame.words;
        let name = headline(&filled.excerpt, &words.t("posts-without-words"));
        let movable = filled.queued && frame.may(Right::Publish);
        let kept = opening.slots.iter().any(|slot| slot.topic.is_some());
        html! {
            div.queued data-queued=[movable.then_some(filled.post)] {
                a.queued-text href=(frame.url(&format!("posts/{}", filled.post))) { (name) }
                span.queued-about {
                    (marks(&self.channels, &filled.channels))
                    @if !kept { (topic(&self.topics, filled.topic)) }
                    @if filled.recurring { span.badge { (icon("repeat-2")) (words.t("queue-recurring")) } }
                    @if !filled.queued && !filled.recurring { span.badge { (words.t("queue-by-hand")) } }
                }
                @if movable { (self.buttons(frame, filled, &name)) }
            }
        }
    }

    fn buttons(&self, frame: &Frame, filled: &Filled, name: &str) -> Markup {
        let words = &frame.words;
        let button = |value: &str, picture: &str, key: &str| {
            let label = words.tn(key, args![name => name]);
            html! {
                button.button.button-quiet.button-icon name="way" value=(value) aria-label=(label) title=(words.t(&format!("{key}-short"))) { (icon(picture)) }
            }
        };
        html! {
            form.queued-ways method="post" action=(frame.url("queue/order")) {
                (csrf(frame))
                input type="hidden" name="post" value=(filled.post);
                (button("earlier", "arrow-up", "queue-earlier"))
                (button("later", "arrow-down", "queue-later"))
                button.button.button-quiet.button-icon formaction=(frame.url(&format!("posts/{}/queue/end", filled.post)))
                    aria-label=(words.tn("queue-leave", args![name => name])) title=(words.t("queue-leave-short")) { (icon("x")) }
            }
        }
    }

    fn more(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let mut path = format!("queue?weeks={}", (self.weeks * 2).min(MOST_WEEKS));
        if let Some(channel) = self.channel {
            path += &format!("&channel={channel}");
        }
        html! {
            @if self.weeks < MOST_WEEKS { p { (link_button(&words.t("queue-more"), &frame.url(&path), "")) } }
        }
    }
}

/// What a change of clocks makes of an opening.
fn moved_words(frame: &Frame, moved: Moved) -> String {
    let words = &frame.words;
    match moved {
        Moved::Skipped { to } => words.tn("queue-skipped", args![time => words.time(to.time())]),
        Moved::Twice { .. } => words.t("queue-twice"),
    }
}

impl Page for QueuePage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let ids: Vec<_> = channels.iter().map(|channel| channel.id).collect();
        let topics = topic_samples();
        let id = |n: u128| uuid::Uuid::from_u128(n);
        let slot = |n: u128, weekday: i64, hour: i64, topic| Slot {
            id: Id::from_uuid(id(n)),
            weekday,
            minute: hour * 60,
            topic,
            channels: ids.clone(),
        };
        let filled = |n: u128, text: &str, queued| Filled {
            post: Id::from_uuid(id(n)),
            excerpt: text.to_owned(),
            topic: Some(topics[1].id),
            channels: ids[..2].to_vec(),
            queued,
            recurring: !queued,
        };
        let opening = |slot: Slot, local: &str, filled: Vec<Filled>| Opening {
            at: LocalSchedule::parse(local, "Europe/Paris").expect("a sample's time"),
            slots: vec![slot],
            free: if filled.is_empty() { ids.clone() } else { ids[2..].to_vec() },
            filled,
        };
        let openings = vec![
            opening(
                slot(41, 2, 9, None),
                "2026-11-24T09:00",
                vec![filled(1, "La brioche des rois est de retour", true)],
            ),
            opening(
                slot(42, 2, 18, Some(topics[0].id)),
                "2026-11-24T18:00",
                vec![filled(2, "Le four à bois, à quatre heures du matin", false)],
            ),
            opening(slot(43, 7, 3, None), "2027-03-28T02:30", vec![]),
        ];
        let page = |openings: Vec<Opening>, has_slots| Self {
            waiting: openings.len(),
            openings,
            topics: topics.clone(),
            channels: channels.clone(),
            channel: None,
            weeks: 2,
            has_slots,
        };
        vec![page(vec![], false), page(openings, true), page(vec![], true)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("queue-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let lead = words.tn("queue-lead", args![count => self.waiting]);
        html! {
            (page_header(&self.title(frame), html! { (lead) }, html! {}))
            (ways(frame, "queue"))
            @if !self.has_slots {
                (empty_state("list-ordered", &words.t("queue-none"), &words.t("queue-none-lead"),
                    link_button(&words.t("queue-none-do"), &frame.url("queue/slots"), "button-primary")))
            } @else {
                (self.bar(frame))
                @if self.openings.is_empty() { p { (words.t("queue-nothing-here")) } }
                @if frame.may(Right::Publish) {
                    form.visually-hidden id="queue-move" method="post" action=(frame.url("queue/order")) hidden {
                        (csrf(frame)) input type="hidden" name="post"; input type="hidden" name="to";
                    }
                }
                @for (day, openings) in self.days() {
                    section.queue-day aria-labelledby={ "day-" (day) } {
                        h2 id={ "day-" (day) } { (words.day(day)) }
                        ul.card.card-flush.list { @for opening in openings { (self.opening(frame, opening)) } }
                    }
                }
                (self.more(frame))
            }
        }
    }
}

page_samples!(QueuePage);
