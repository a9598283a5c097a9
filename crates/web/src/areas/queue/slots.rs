//! The slots of the week.

use axum::response::{IntoResponse, Response};
use maud::{Markup, Render, html};
use measurement::best_time::{BestTimes, TimeVerdict, best_times};
use platform::Right;
use publishing::Slot;
use publishing::slot::SlotEdit;
use strategy::Topic;

use super::act::undoable;
use super::shown::{
    channel_boxes, days, marks, minute, slot_words, topic, topic_options, topic_samples, ways,
    weekday,
};
use super::words::{queue_refusal, said};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{
    Field, Select, csrf, empty_state, error_summary, icon, link_button, page_header, submit,
};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// A first set for who has no best times yet: twice a week, in the morning. A place to begin, and
/// said to be no more.
const TO_BEGIN: [(i64, i64); 3] = [(2, 540), (4, 540), (6, 600)];

/// The week.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let page = SlotsPage::load(&here, None).await?;
    Ok(here.show(&page))
}

/// Adds slots.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let edits: Vec<SlotEdit> = form
        .all("day")
        .filter_map(|day| day.parse().ok())
        .map(|weekday| read(&form, weekday))
        .collect();
    if edits.is_empty() {
        form.refuse("day", here.words().t("queue-error-no-day"));
        return again(&here, form).await;
    }
    let mut tx = here.begin().await?;
    match Slot::add(edits, &here.actor, &mut tx).await {
        Ok((change, added)) => {
            tx.commit().await?;
            let go = here.go("queue/slots").saying("queue-slots-added");
            Ok(undoable(&here, go.with("count", added.len().to_string()), change).into_response())
        }
        Err(error) => {
            drop(tx);
            let page = SlotsPage::load(&here, None).await?;
            let why = said(error, &page.channels, here.words())?;
            form.refuse("channel", why);
            again(&here, form).await
        }
    }
}

/// What the fields of a slot say.
pub(super) fn read(form: &Form, weekday: i64) -> SlotEdit {
    SlotEdit {
        weekday,
        minute: minute(form.get("time")).unwrap_or(-1),
        topic: form.get("topic").parse().ok(),
        channels: form.all("channel").filter_map(|id| id.parse().ok()).collect(),
    }
}

async fn again(here: &InBrand, form: Form) -> Result<Response, Refusal> {
    let page = SlotsPage::load(here, Some(form)).await?;
    Ok(here.refused(&page))
}

/// Copies a day's slots to others.
pub async fn copy(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let from = form.get("from").parse().unwrap_or(0);
    let to: Vec<i64> = form.all("to").filter_map(|day| day.parse().ok()).collect();
    let mut tx = here.begin().await?;
    match Slot::copy_day(from, &to, &here.actor, &mut tx).await {
        Ok((change, added)) => {
            tx.commit().await?;
            let go = here.go("queue/slots").saying("queue-slots-added");
            Ok(undoable(&here, go.with("count", added.len().to_string()), change).into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(super::act::not_done(&here, "queue/slots", error).await?.into_response())
        }
    }
}

/// Adds the first set that was proposed, for every channel.
pub async fn propose(here: InBrand) -> Result<Response, Refusal> {
    let page = SlotsPage::load(&here, None).await?;
    let channels: Vec<_> = page.channels.iter().map(|channel| channel.id).collect();
    let edits = page.proposed.iter().map(|(weekday, minute)| SlotEdit {
        weekday: *weekday,
        minute: *minute,
        topic: None,
        channels: channels.clone(),
    });
    let mut tx = here.begin().await?;
    match Slot::add(edits.collect(), &here.actor, &mut tx).await {
        Ok((change, added)) => {
            tx.commit().await?;
            let go = here.go("queue/slots").saying("queue-slots-added");
            Ok(undoable(&here, go.with("count", added.len().to_string()), change).into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(super::act::not_done(&here, "queue/slots", error).await?.into_response())
        }
    }
}

/// The times of a first set: the brand's own best ones where they are shown.
fn proposed(best: &BestTimes) -> Vec<(i64, i64)> {
    if best.verdict != TimeVerdict::Shown {
        return TO_BEGIN.to_vec();
    }
    let mut times = Vec::new();
    for one in &best.advised {
        let hour = one.hour.unwrap_or(9);
        match one.weekday {
            Some(weekday) => times.push((weekday, hour * 60)),
            // An hour that is good every day: three working days to begin with.
            None => times.extend([1, 3, 5].map(|weekday| (weekday, hour * 60))),
        }
    }
    times.sort_unstable();
    times.dedup();
    times
}

/// The slots of the week, and what changes them.
pub struct SlotsPage {
    slots: Vec<Slot>,
    topics: Vec<Topic>,
    channels: Vec<ShownChannel>,
    proposed: Vec<(i64, i64)>,
    from_own: bool,
    posts: usize,
    form: Form,
}

impl SlotsPage {
    async fn load(here: &InBrand, form: Option<Form>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let slots = Slot::all(&here.actor, &mut tx).await.map_err(queue_refusal)?;
        let topics = Topic::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
        let channels = load_channels(here, &mut tx).await?;
        let best = best_times(None, &here.actor, &mut tx).await.map_err(Refusal::fault)?;
        let every = || {
            let all = channels.iter();
            all.fold(Form::filled([("time", "09:00")]), |form, channel| {
                form.with("channel", channel.id.to_string())
            })
        };
        Ok(Self {
            slots,
            topics,
            proposed: proposed(&best),
            from_own: best.verdict == TimeVerdict::Shown,
            posts: best.posts,
            form: form.unwrap_or_else(every),
            channels,
        })
    }

    fn week(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            ul.slot-week {
                @for day in 1..=7_i64 {
                    li {
                        h2 { (weekday(words, day)) }
                        ul {
                            @for slot in self.slots.iter().filter(|slot| slot.weekday == day) {
                                li { (self.slot(frame, slot)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn slot(&self, frame: &Frame, slot: &Slot) -> Markup {
        let words = &frame.words;
        let inside = html! {
            span.slot-time { (words.time(slot.time())) }
            (marks(&self.channels, &slot.channels))
            @if slot.channels.is_empty() { span.hint { (words.t("queue-slot-without-channel")) } }
            (topic(&self.topics, slot.topic))
        };
        html! {
            @if frame.may(Right::Publish) {
                a.slot href=(frame.url(&format!("queue/slots/{}", slot.id))) {
                    span.visually-hidden { (words.t("queue-slot-change")) " " (weekday(words, slot.weekday)) " " } (inside)
                }
            } @else { div.slot { (inside) } }
        }
    }

    fn proposal(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.card.stack {
                h2 { (words.t("queue-propose")) }
                ul.plain-list {
                    @for (day, minute) in &self.proposed {
                        @let slot = Slot { id: primitives::Id::from_uuid(uuid::Uuid::nil()), weekday: *day, minute: *minute, topic: None, channels: vec![] };
                        li { (icon("clock")) " " (slot_words(words, &slot)) }
                    }
                }
                p.hint {
                    @if self.from_own { (words.tn("queue-propose-own", args![count => self.posts])) } @else { (words.tn("queue-propose-none", args![count => self.posts])) }
                    " " a href=(frame.url("queue/times")) { (words.t("queue-see-times")) }
                }
                form method="post" action=(frame.url("queue/proposal")) {
                    (csrf(frame)) (submit(&words.t("queue-propose-do"), if self.slots.is_empty() { "button-primary" } else { "" }))
                }
            }
        }
    }

    /// Whether the week lacks some of what is proposed.
    fn lacks_proposed(&self) -> bool {
        let has = |time: &(i64, i64)| self.slots.iter().any(|s| (s.weekday, s.minute) == *time);
        !self.proposed.iter().all(has)
    }

    fn adding(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            form.card.stack method="post" action=(frame.url("queue/slots")) {
                (csrf(frame))
                h2 { (words.t("queue-slot-add")) }
                (error_summary(words, &self.form))
                fieldset.fieldset {
                    legend { (words.t("queue-days")) }
                    (days(words, &self.form, "day"))
                    @if let Some(error) = self.form.error("day") { p.error id="day-error" { (error) } }
                }
                div.fields-inline {
                    (Field::new(&self.form, "time", &words.t("queue-time")).kind("time").required())
                    (Select::new(&self.form, "topic", &words.t("queue-topic"), topic_options(words, &self.topics, "queue-topic-any"))
                        .hint(html! { (words.t("queue-topic-hint")) }).render())
                }
                (channel_boxes(words, &self.form, &self.channels))
                div.form-actions { (submit(&words.t("queue-slot-add-do"), "button-primary")) }
            }
        }
    }

    fn copying(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let none = Form::empty();
        let used = (1..=7_i64).filter(|day| self.slots.iter().any(|slot| slot.weekday == *day));
        html! {
            form.card.stack method="post" action=(frame.url("queue/copies")) {
                (csrf(frame))
                h2 { (words.t("queue-copy")) }
                (Select::new(&none, "from", &words.t("queue-copy-from"), used.map(|day| (day.to_string(), weekday(words, day)))).render())
                fieldset.fieldset { legend { (words.t("queue-copy-to")) } (days(words, &none, "to")) }
                div.form-actions { (submit(&words.t("queue-copy-do"), "")) }
            }
        }
    }
}

impl Page for SlotsPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let topics = topic_samples();
        let slot = |n: u128, weekday, minute, topic| Slot {
            id: primitives::Id::from_uuid(uuid::Uuid::from_u128(n)),
            weekday,
            minute,
            topic,
            channels: channels.iter().map(|channel| channel.id).collect(),
        };
        let slots = vec![
            slot(1, 2, 540, None),
            slot(2, 2, 1080, Some(topics[0].id)),
            slot(3, 5, 750, None),
        ];
        let page = |slots, from_own, form| Self {
            slots,
            topics: topics.clone(),
            channels: channels.clone(),
            proposed: TO_BEGIN.to_vec(),
            from_own,
            posts: 120,
            form,
        };
        let mut refused = Form::filled([("time", "25:00")]);
        refused.refuse("day", "x");
        vec![
            page(vec![], false, Form::empty()),
            page(slots, true, Form::empty()),
            page(vec![], true, refused),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("queue-slots-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("queue-slots-lead")) }, html! {}))
            (ways(frame, "slots"))
            @if self.channels.is_empty() {
                (empty_state("plug", &words.t("queue-no-channels"), &words.t("queue-no-channels-lead"),
                    link_button(&words.t("queue-no-channels-do"), &frame.url("channels"), "button-primary")))
            } @else {
                @if !self.slots.is_empty() { (self.week(frame)) }
                @if frame.may(Right::Publish) {
                    div.columns.columns-wide {
                        (self.adding(frame))
                        div.stack { @if self.lacks_proposed() { (self.proposal(frame)) } @if !self.slots.is_empty() { (self.copying(frame)) } }
                    }
                } @else if self.slots.is_empty() { p { (words.t("queue-slots-none")) } }
            }
        }
    }
}

page_samples!(SlotsPage);
