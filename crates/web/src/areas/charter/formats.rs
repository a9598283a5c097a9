//! The share that each format should have.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use strategy::{Charter, CharterError, Format};

use super::fields::{Line, bar};
use super::page::{CharterPage, again, change, section};
use crate::parts::{csrf, error_summary, submit};
use crate::{Form, Frame, InBrand, Refusal};

/// Decides them.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    let mut shares = Vec::new();
    let mut wrong = false;
    for format in Format::ALL {
        match super::number(&form, format.as_str()) {
            Some(share) => shares.push((*format, share.unwrap_or(0))),
            None => wrong = true,
        }
    }
    if !wrong {
        let mut tx = here.begin().await?;
        match Charter::share_formats(&shares, &here.actor, &mut tx).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(here.go("charter#part-formats").saying("charter-saved").into_response());
            }
            Err(CharterError::Shares) => {}
            Err(error) => return Err(error.into()),
        }
    }
    form.refuse("", here.words().t("charter-formats-wrong"));
    again(&here, "formats", form).await
}

impl CharterPage {
    pub(super) fn formats(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let name = |format: Format| words.t(&format!("charter-format-{format}"));
        section(
            "formats",
            &words.t("charter-formats"),
            &words.t("charter-formats-lead"),
            html! {
                @if self.charter.formats.is_empty() { p.faint { (words.t("charter-formats-none")) } }
                ul.charter-list {
                    @for (format, share) in &self.charter.formats {
                        li.charter-item {
                            div.spread { span { (name(*format)) } span.muted { (words.percent(*share as f64 / 100.0)) } }
                            (bar(*share, "var(--accent)"))
                        }
                    }
                }
                (change(frame, &words.t("charter-change"), self.is_open("formats"), self.formats_form(frame)))
            },
        )
    }

    fn formats_form(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let form = self.form("formats", || {
            self.charter.formats.iter().fold(Form::empty(), |form, (format, share)| {
                form.with(format.as_str(), share.to_string())
            })
        });
        let line = Line { place: "format", form: &form };
        html! {
            form.form method="post" action=(frame.url("charter/formats")) {
                (csrf(frame)) (error_summary(words, &form))
                div.fields-inline.fields-small {
                    @for format in Format::ALL {
                        (line.input(format.as_str(), "number", &words.t(&format!("charter-format-{format}")), ""))
                    }
                }
                p.hint { (words.t("charter-formats-hint")) }
                div.form-actions { (submit(&words.t("charter-save"), "button-primary")) }
            }
        }
    }
}
