//! How often, on each channel.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use strategy::charter::{ChannelLine, ChannelLineEdit};
use strategy::{Charter, CharterError};

use super::fields::Line;
use super::number;
use super::page::{CharterPage, again, change, section};
use crate::areas::checks::wording;
use crate::areas::posts::problems;
use crate::areas::posts::shown::ShownChannel;
use crate::parts::{badge, check, csrf, error_summary, link_button, submit};
use crate::words::{Words, args};
use crate::{Form, Frame, InBrand, Refusal};

/// Says what is wanted of one.
pub async fn post(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Channel>)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let numbers = ["per_week", "most_per_day", "least_gap"].map(|name| number(&form, name));
    let language = form.get("language").trim().to_owned();
    if let [Some(per_week), Some(most_per_day), Some(least_gap)] = numbers {
        let edit = ChannelLineEdit {
            per_week,
            most_per_day,
            least_gap,
            language: Some(language).filter(|tag| !tag.is_empty()),
            personal: form.has("personal"),
        };
        let mut tx = here.begin().await?;
        let channel =
            Channel::load(id, &here.actor, &mut tx).await.map_err(problems::of_channel)?;
        match Charter::say_channel(channel.id.cast(), edit, &here.actor, &mut tx).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(here.go("charter#part-cadence").saying("charter-saved").into_response());
            }
            Err(CharterError::Cadence) => {}
            Err(error) => return Err(error.into()),
        }
    }
    form.refuse("", words.t("charter-cadence-wrong"));
    again(&here, format!("channel-{id}"), form).await
}

impl CharterPage {
    pub(super) fn cadence(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        section(
            "cadence",
            &words.t("charter-cadence"),
            &words.t("charter-cadence-lead"),
            html! {
                @if self.channels.is_empty() {
                    p.faint { (words.t("charter-cadence-no-channel")) }
                    @if frame.may(Right::ManageChannels) {
                        div.row { (link_button(&words.t("posts-connect"), &frame.url("channels"), "button-small")) }
                    }
                }
                ul.charter-list { @for channel in &self.channels { (self.channel(frame, channel)) } }
            },
        )
    }

    fn channel(&self, frame: &Frame, channel: &ShownChannel) -> Markup {
        let words = &frame.words;
        let line = self.charter.channel(channel.id);
        let place = format!("channel-{}", channel.id);
        html! {
            li.charter-item {
                p.strong.row { (channel.mark("")) (channel.network) span.muted { (channel.account()) } }
                @match line {
                    None => p.faint { (words.t("charter-cadence-none")) },
                    Some(line) => p.row {
                        (said(words, line))
                        @if let Some(tag) = &line.language { (badge(&wording::language(words, tag), "info")) }
                        @if line.personal { (badge(&words.t("charter-personal"), "warning")) }
                    },
                }
                (change(frame, &words.t("charter-change"), self.is_open(&place), self.channel_form(frame, channel, line)))
            }
        }
    }

    fn channel_form(
        &self,
        frame: &Frame,
        channel: &ShownChannel,
        said: Option<&ChannelLine>,
    ) -> Markup {
        let words = &frame.words;
        let place = format!("channel-{}", channel.id);
        let text = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
        let form = self.form(&place, || {
            let Some(said) = said else { return Form::empty() };
            let form = Form::empty()
                .with("per_week", text(said.per_week))
                .with("most_per_day", text(said.most_per_day))
                .with("least_gap", text(said.least_gap.map(|gap| gap.as_secs() / 60)))
                .with("language", said.language.clone().unwrap_or_default());
            if said.personal { form.with("personal", "on") } else { form }
        });
        let line = Line { place: &place, form: &form };
        let mut languages = vec![(String::new(), words.t("charter-channel-language-usual"))];
        let tags = ["fr", "en", "de", "es", "it", "nl", "pt", "br"];
        languages.extend(tags.map(|tag| (tag.to_owned(), wording::language(words, tag))));
        html! {
            form.form method="post" action=(frame.url(&format!("charter/channels/{}", channel.id))) {
                (csrf(frame)) (error_summary(words, &form))
                div.fields-inline {
                    (line.input("per_week", "number", &words.t("charter-per-week"), &words.t("charter-per-week-hint")))
                    (line.input("most_per_day", "number", &words.t("charter-most-per-day"), ""))
                    (line.input("least_gap", "number", &words.t("charter-least-gap"), &words.t("charter-least-gap-hint")))
                }
                (line.select("language", &words.t("charter-channel-language"), &languages))
                (check(&form, "personal", "on", &words.t("charter-channel-personal")))
                div.form-actions { (submit(&words.t("charter-save"), "button-primary")) }
            }
        }
    }
}

/// A cadence in words.
fn said(words: &Words, line: &ChannelLine) -> String {
    let mut parts = Vec::new();
    if let Some(count) = line.per_week {
        parts.push(words.tn("charter-said-per-week", args![count => count]));
    }
    if let Some(count) = line.most_per_day {
        parts.push(words.tn("charter-said-per-day", args![count => count]));
    }
    if let Some(gap) = line.least_gap {
        parts.push(
            words.tn("charter-said-gap", args![gap => wording::span(words, gap.as_secs() / 60)]),
        );
    }
    parts.join(" · ")
}
