//! A first charter, proposed to a brand that has none: what one keeps is written down.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use platform::Right;
use strategy::charter::{ChannelLineEdit, VoiceEdit};
use strategy::topic::TopicEdit;
use strategy::{Charter, Topic, TopicError};

use super::fields::swatch;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems::of_topic;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{csrf, icon, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

/// Topics that any small company has, worded by `charter-proposal-{key}`, with a colour and a
/// share.
const TOPICS: [(&str, &str, i64); 5] = [
    ("products", "#b3402a", 30),
    ("making", "#2a6b8f", 25),
    ("advice", "#3d7a3a", 20),
    ("people", "#8a5a9e", 15),
    ("news", "#a8741a", 10),
];
/// Posts a week: 10 to 20 a month and network is the usual advice.
const PER_WEEK: i64 = 3;
const MOST_PER_DAY: i64 = 2;
const LEAST_GAP: i64 = 180;

/// Writes down what was kept.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    let mut tx = here.begin().await?;
    for (key, colour, share) in TOPICS.iter().filter(|(key, ..)| form.chose("topic", key)) {
        match Topic::add(proposed(&words, key, colour, *share), &here.actor, &mut tx).await {
            // Pressed twice, or named so by someone meanwhile.
            Ok(_) | Err(TopicError::NameTaken) => {}
            Err(error) => return Err(of_topic(error)),
        }
    }
    if form.has("tone") {
        let edit = VoiceEdit {
            tone: words.t("charter-proposal-tone"),
            tone_words: super::items(&words.t("charter-proposal-tone-words")),
            ..VoiceEdit::default()
        };
        Charter::say_voice(edit, &here.actor, &mut tx).await?;
    }
    if form.has("cadence") {
        for channel in load_channels(&here, &mut tx).await? {
            let edit = ChannelLineEdit {
                per_week: Some(PER_WEEK),
                most_per_day: Some(MOST_PER_DAY),
                least_gap: Some(LEAST_GAP),
                ..ChannelLineEdit::default()
            };
            Charter::say_channel(channel.id.cast(), edit, &here.actor, &mut tx).await?;
        }
    }
    tx.commit().await?;
    Ok(here.go("charter").saying("charter-proposal-kept").into_response())
}

fn proposed(words: &Words, key: &str, colour: &str, share: i64) -> TopicEdit {
    TopicEdit {
        name: words.t(&format!("charter-proposal-{key}")),
        about: words.t(&format!("charter-proposal-{key}-about")),
        colour: colour.to_owned(),
        target_share: Some(share),
        words: super::items(&words.t(&format!("charter-proposal-{key}-words"))),
    }
}

/// What is proposed.
pub(super) fn section(frame: &Frame, channels: &[ShownChannel]) -> Markup {
    let words = &frame.words;
    html! {
        section.card.stack.charter-proposal aria-labelledby="proposal" {
            div.charter-hello {
                (icon("compass"))
                div {
                    h2 id="proposal" { (words.t("charter-proposal")) }
                    p { (words.t("charter-proposal-lead")) }
                }
            }
            form.form method="post" action=(frame.url("charter/proposal")) {
                (csrf(frame))
                fieldset.fieldset {
                    legend { (words.t("charter-proposal-topics")) }
                    div.choices {
                        @for (key, colour, share) in TOPICS {
                            label.choice {
                                input type="checkbox" name="topic" value=(key) checked;
                                span {
                                    span.choice-title { (swatch(colour)) (words.t(&format!("charter-proposal-{key}"))) " " span.muted { (words.percent(share as f64 / 100.0)) } }
                                    span.hint { (words.t(&format!("charter-proposal-{key}-about"))) }
                                }
                            }
                        }
                    }
                }
                fieldset.fieldset {
                    legend { (words.t("charter-proposal-more")) }
                    label.check {
                        input type="checkbox" name="tone" value="on" checked;
                        span { (words.tn("charter-proposal-tone-box", args![words => words.t("charter-proposal-tone-words")])) }
                    }
                    @if !channels.is_empty() {
                        label.check {
                            input type="checkbox" name="cadence" value="on" checked;
                            span { (words.tn("charter-proposal-cadence", args![week => PER_WEEK, day => MOST_PER_DAY, hours => LEAST_GAP / 60])) }
                        }
                    }
                }
                div.form-actions { (submit(&words.t("charter-proposal-keep"), "button-primary")) }
                p.hint { (words.t("charter-proposal-after")) }
            }
        }
    }
}
