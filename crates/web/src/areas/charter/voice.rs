//! How the brand speaks.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use strategy::charter::VoiceEdit;
use strategy::{Charter, CharterError};

use super::fields::Line;
use super::items;
use super::page::{CharterPage, again, change, section};
use crate::areas::checks::wording;
use crate::parts::{badge, csrf, error_summary, submit};
use crate::{Form, Frame, InBrand, Refusal};

/// Says it.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let edit = VoiceEdit {
        tone: form.get("tone").to_owned(),
        tone_words: items(form.get("tone_words")),
        languages: items(form.get("languages")),
        sites: items(form.get("sites")),
    };
    let mut tx = here.begin().await?;
    match Charter::say_voice(edit, &here.actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            return Ok(here.go("charter").saying("charter-saved").into_response());
        }
        Err(CharterError::TooLong(40)) => {
            form.refuse("tone_words", here.words().t("charter-tone-words-long"));
        }
        Err(CharterError::TooLong(_)) => form.refuse("tone", here.words().t("charter-tone-long")),
        Err(CharterError::Language) => {
            form.refuse("languages", here.words().t("charter-languages-wrong"));
        }
        Err(CharterError::Site) => form.refuse("sites", here.words().t("charter-sites-wrong")),
        Err(error) => return Err(error.into()),
    }
    drop(tx);
    again(&here, "voice", form).await
}

impl CharterPage {
    pub(super) fn voice(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let voice = &self.charter.voice;
        let languages = match voice.languages.as_slice() {
            [] => vec![wording::language(words, &self.language)],
            some => some.iter().map(|tag| wording::language(words, tag)).collect(),
        };
        section(
            "voice",
            &words.t("charter-voice"),
            &words.t("charter-voice-lead"),
            html! {
                @if voice.tone.is_empty() && voice.tone_words.is_empty() {
                    p.faint { (words.t("charter-voice-none")) }
                }
                @if !voice.tone.is_empty() { p.pre.charter-tone { (voice.tone) } }
                @if !voice.tone_words.is_empty() {
                    p.row { @for word in &voice.tone_words { (badge(word, "info")) } }
                }
                dl.facts.facts-plain {
                    dt { (words.t("charter-languages")) }
                    dd { (languages.join(", ")) }
                    dt { (words.t("charter-sites")) }
                    dd { @if voice.sites.is_empty() { span.faint { (words.t("charter-sites-none")) } } @else { (voice.sites.join(", ")) } }
                }
                (change(frame, &words.t("charter-change"), self.is_open("voice"), self.voice_form(frame)))
            },
        )
    }

    fn voice_form(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let voice = &self.charter.voice;
        let form = self.form("voice", || {
            Form::empty()
                .with("tone", voice.tone.as_str())
                .with("tone_words", voice.tone_words.join(", "))
                .with("languages", voice.languages.join(", "))
                .with("sites", voice.sites.join("\n"))
        });
        let line = Line { place: "voice", form: &form };
        html! {
            form.form method="post" action=(frame.url("charter/voice")) {
                (csrf(frame)) (error_summary(words, &form))
                (line.lines("tone", 4, &words.t("charter-tone"), &words.t("charter-tone-hint")))
                (line.input("tone_words", "text", &words.t("charter-tone-words"), &words.t("charter-tone-words-hint")))
                (line.input("languages", "text", &words.t("charter-languages"), &words.t("charter-languages-hint")))
                (line.lines("sites", 2, &words.t("charter-sites"), &words.t("charter-sites-hint")))
                div.form-actions { (submit(&words.t("charter-save"), "button-primary")) }
            }
        }
    }
}
