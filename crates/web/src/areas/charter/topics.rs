//! What the brand speaks about.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use strategy::topic::TopicEdit;
use strategy::{Topic, TopicError};

use super::fields::{Line, bar, swatch};
use super::page::{CharterPage, again, change, section};
use super::{items, number};
use crate::areas::posts::problems::of_topic;
use crate::parts::{badge, csrf, error_summary, one_button, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

/// Colours proposed for new topics, told apart on both grounds.
const COLOURS: [&str; 8] =
    ["#b3402a", "#2a6b8f", "#3d7a3a", "#8a5a9e", "#a8741a", "#1f7a74", "#9c3d6b", "#5b5fa8"];

fn read(form: &mut Form, words: &Words) -> Option<TopicEdit> {
    let share = number(form, "share");
    let share = form.check("share", share.ok_or(()), |()| words.t("charter-share-wrong"))?;
    Some(TopicEdit {
        name: form.get("name").to_owned(),
        about: form.get("about").to_owned(),
        colour: form.get("colour").to_owned(),
        target_share: share.filter(|share| *share != 0),
        words: items(form.get("words")),
    })
}

fn refuse(form: &mut Form, error: TopicError, words: &Words) -> Result<(), Refusal> {
    let (field, key) = match error {
        TopicError::Name => ("name", "charter-topic-name-wrong"),
        TopicError::NameTaken => ("name", "charter-topic-taken"),
        TopicError::Share => ("share", "charter-share-wrong"),
        TopicError::Colour => ("colour", "charter-colour-wrong"),
        error => return Err(of_topic(error)),
    };
    form.refuse(field, words.t(key));
    Ok(())
}

/// Adds one.
pub async fn add(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    if let Some(edit) = read(&mut form, &words) {
        let mut tx = here.begin().await?;
        match Topic::add(edit, &here.actor, &mut tx).await {
            Ok(topic) => {
                tx.commit().await?;
                let go = here.go("charter#part-topics").saying("charter-topic-added");
                return Ok(go.with("name", topic.name).into_response());
            }
            Err(error) => refuse(&mut form, error, &words)?,
        }
    }
    again(&here, "topic-new", form).await
}

/// Changes one.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Topic>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let words = here.words().clone();
    if let Some(edit) = read(&mut form, &words) {
        let mut tx = here.begin().await?;
        let topic = Topic::load(id, &here.actor, &mut tx).await.map_err(of_topic)?;
        match topic.edit(edit, &here.actor, &mut tx).await {
            Ok(_) => {
                tx.commit().await?;
                return Ok(here.go("charter#part-topics").saying("charter-saved").into_response());
            }
            Err(error) => refuse(&mut form, error, &words)?,
        }
    }
    again(&here, format!("topic-{id}"), form).await
}

/// Puts one away.
pub async fn archive(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Topic>)>,
) -> Result<Response, Refusal> {
    put(here, id, true).await
}

/// Takes one up again.
pub async fn take_up(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Topic>)>,
) -> Result<Response, Refusal> {
    put(here, id, false).await
}

async fn put(here: InBrand, id: Id<Topic>, away: bool) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let topic = Topic::load(id, &here.actor, &mut tx).await.map_err(of_topic)?;
    topic.archive(away, &here.actor, &mut tx).await.map_err(of_topic)?;
    tx.commit().await?;
    let said = if away { "charter-topic-archived" } else { "charter-topic-taken-up" };
    let back = if away { "archive/end" } else { "archive" };
    let undo = here.url(&format!("charter/topics/{id}/{back}"));
    let go = here.go("charter#part-topics").saying(said).with("name", topic.name);
    Ok(go.undo(undo).into_response())
}

impl CharterPage {
    pub(super) fn topics(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let live: Vec<_> = self.charter.live_topics().collect();
        let away: Vec<_> = self.charter.topics.iter().filter(|topic| topic.archived).collect();
        let total: i64 = live.iter().filter_map(|topic| topic.target_share).sum();
        section(
            "topics",
            &words.t("charter-topics"),
            &words.t("charter-topics-lead"),
            html! {
                @if live.is_empty() { p.faint { (words.t("charter-topics-none")) } }
                ul.charter-list { @for topic in &live { (self.topic(frame, topic)) } }
                @if total > 100 { p.small.warned { (words.tn("charter-shares-over", args![total => total])) } }
                (change(frame, &words.t("charter-topic-add"), self.is_open("topic-new"), self.topic_form(frame, None)))
                @if !away.is_empty() {
                    details.disclosure {
                        summary { (words.tn("charter-topics-away", args![count => i64::try_from(away.len()).unwrap_or(0)])) }
                        ul.charter-list {
                            @for topic in away {
                                li.spread { span.row { (swatch(&topic.colour)) (topic.name) }
                                    @if frame.may(Right::ManageBrand) {
                                        (one_button(frame, &frame.url(&format!("charter/topics/{}/archive/end", topic.id)), &words.t("charter-topic-take-up"), "button-small button-quiet"))
                                    }
                                }
                            }
                        }
                    }
                }
            },
        )
    }

    fn topic(&self, frame: &Frame, topic: &Topic) -> Markup {
        let words = &frame.words;
        html! {
            li.charter-item {
                div.spread {
                    p.strong.row { (swatch(&topic.colour)) (topic.name) }
                    @if let Some(share) = topic.target_share { span.muted { (words.percent(share as f64 / 100.0)) } }
                }
                @if !topic.about.is_empty() { p.muted { (topic.about) } }
                @if let Some(share) = topic.target_share { (bar(share, &topic.colour)) }
                @if topic.words.is_empty() { p.faint.small { (words.t("charter-topic-no-words")) } }
                @else { p.row.small { @for word in &topic.words { (badge(word, "")) } } }
                @let place = format!("topic-{}", topic.id);
                (change(frame, &words.t("charter-change"), self.is_open(&place), self.topic_form(frame, Some(topic))))
            }
        }
    }

    fn topic_form(&self, frame: &Frame, topic: Option<&Topic>) -> Markup {
        let words = &frame.words;
        let place = topic.map_or("topic-new".to_owned(), |topic| format!("topic-{}", topic.id));
        let action = match topic {
            Some(topic) => frame.url(&format!("charter/topics/{}", topic.id)),
            None => frame.url("charter/topics"),
        };
        let form = self.form(&place, || match topic {
            Some(topic) => Form::empty()
                .with("name", topic.name.as_str())
                .with("about", topic.about.as_str())
                .with("colour", topic.colour.as_str())
                .with(
                    "share",
                    topic.target_share.map(|share| share.to_string()).unwrap_or_default(),
                )
                .with("words", topic.words.join(", ")),
            None => {
                Form::empty().with("colour", COLOURS[self.charter.topics.len() % COLOURS.len()])
            }
        });
        let line = Line { place: &place, form: &form };
        html! {
            form.form method="post" action=(action) {
                (csrf(frame)) (error_summary(words, &form))
                div.fields-inline data-fit="last" {
                    (line.input("name", "text", &words.t("charter-topic-name"), ""))
                    (line.input("colour", "color", &words.t("charter-colour"), ""))
                }
                (line.lines("about", 2, &words.t("charter-topic-about"), ""))
                (line.input("words", "text", &words.t("charter-topic-words"), &words.t("charter-topic-words-hint")))
                (line.input("share", "number", &words.t("charter-share"), &words.t("charter-share-hint")))
                div.form-actions { (submit(&words.t("charter-save"), "button-primary")) }
            }
            @if let Some(topic) = topic {
                (one_button(frame, &frame.url(&format!("charter/topics/{}/archive", topic.id)), &words.t("charter-topic-archive"), "button-small button-quiet"))
            }
        }
    }
}
