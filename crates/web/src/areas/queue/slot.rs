//! One slot: changing it, taking it away.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, Render, html};
use platform::Right;
use primitives::Id;
use publishing::Slot;
use publishing::queue::Replaced;
use strategy::Topic;

use super::act::undoable;
use super::shown::{
    capital, channel_boxes, clock, slot_words, topic_options, topic_samples, weekday,
};
use super::slots::read;
use super::words::{queue_refusal, said};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{Field, Select, crumbs, csrf, error_summary, page_header_under, submit};
use crate::{Form, Frame, Go, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The slot's form.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Slot>)>,
) -> Result<Response, Refusal> {
    here.must(Right::Publish)?;
    let page = SlotPage::load(&here, id, None).await?;
    Ok(here.show(&page))
}

/// Changes it.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Slot>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let weekday = form.get("weekday").parse().unwrap_or(0);
    let mut tx = here.begin().await?;
    let slot = Slot::load(id, &here.actor, &mut tx).await.map_err(queue_refusal)?;
    match slot.edit(read(&form, weekday), &here.actor, &mut tx).await {
        Ok(replaced) => {
            tx.commit().await?;
            Ok(told(&here, "queue-slot-changed", replaced).into_response())
        }
        Err(error) => {
            drop(tx);
            let mut page = SlotPage::load(&here, id, None).await?;
            form.refuse("channel", said(error, &page.channels, here.words())?);
            page.form = form;
            Ok(here.refused(&page))
        }
    }
}

/// Takes it away.
pub async fn remove(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Slot>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let slot = Slot::load(id, &here.actor, &mut tx).await.map_err(queue_refusal)?;
    let replaced = slot.remove(&here.actor, &mut tx).await.map_err(queue_refusal)?;
    tx.commit().await?;
    Ok(told(&here, "queue-slot-removed", replaced).into_response())
}

/// Says what became of what was in it.
fn told(here: &InBrand, key: &str, replaced: Replaced) -> Go {
    let go = here.go("queue/slots");
    let go = match (replaced.moved, replaced.kept) {
        (0, 0) => go.saying(key),
        (moved, 0) => go.saying(&format!("{key}-moved")).with("count", moved.to_string()),
        (moved, kept) => go
            .saying(&format!("{key}-kept"))
            .with("count", kept.to_string())
            .with("where", here.words().number(i64::try_from(moved).unwrap_or(0))),
    };
    undoable(here, go, replaced.change)
}

/// One slot.
pub struct SlotPage {
    slot: Slot,
    topics: Vec<Topic>,
    channels: Vec<ShownChannel>,
    form: Form,
}

impl SlotPage {
    async fn load(here: &InBrand, id: Id<Slot>, form: Option<Form>) -> Result<Self, Refusal> {
        let mut tx = here.read().await?;
        let slot = Slot::load(id, &here.actor, &mut tx).await.map_err(queue_refusal)?;
        let topics = Topic::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
        let channels = load_channels(here, &mut tx).await?;
        let form = form.unwrap_or_else(|| filled(&slot));
        Ok(Self { slot, topics, channels, form })
    }
}

fn filled(slot: &Slot) -> Form {
    let topic = slot.topic.map(|topic| topic.to_string()).unwrap_or_default();
    let form = Form::empty()
        .with("weekday", slot.weekday.to_string())
        .with("time", clock(slot.minute))
        .with("topic", topic);
    slot.channels.iter().fold(form, |form, channel| form.with("channel", channel.to_string()))
}

impl Page for SlotPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let topics = topic_samples();
        let slot = Slot {
            id: Id::from_uuid(uuid::Uuid::from_u128(1)),
            weekday: 2,
            minute: 540,
            topic: Some(topics[0].id),
            channels: vec![channels[0].id],
        };
        let mut refused = filled(&slot);
        refused.refuse("channel", "x");
        vec![
            Self {
                form: filled(&slot),
                slot: slot.clone(),
                topics: topics.clone(),
                channels: channels.clone(),
            },
            Self { form: refused, slot, topics, channels },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        capital(&slot_words(&frame.words, &self.slot))
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let back = crumbs(frame, &[(&words.t("queue-slots-title"), &frame.url("queue/slots"))]);
        let here = frame.url(&format!("queue/slots/{}", self.slot.id));
        let all = (1..=7_i64).map(|day| (day.to_string(), weekday(words, day)));
        html! {
            (page_header_under(back, &self.title(frame), html! { (words.t("queue-slot-lead")) }, html! {}))
            form.card.stack method="post" action=(here) {
                (csrf(frame))
                (error_summary(words, &self.form))
                div.fields-inline {
                    (Select::new(&self.form, "weekday", &words.t("queue-day"), all).render())
                    (Field::new(&self.form, "time", &words.t("queue-time")).kind("time").required())
                }
                (Select::new(&self.form, "topic", &words.t("queue-topic"), topic_options(words, &self.topics, "queue-topic-any")).render())
                (channel_boxes(words, &self.form, &self.channels))
                div.form-actions {
                    (submit(&words.t("queue-slot-save"), "button-primary"))
                    button.button.button-danger.end formaction={ (here) "/removal" } formnovalidate { (words.t("queue-slot-remove")) }
                }
            }
        }
    }
}

page_samples!(SlotPage);
