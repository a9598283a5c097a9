//! What is said to the person, and what is asked of them.

use maud::{Markup, html};

use super::icon;
use crate::form::Form;
use crate::words::Words;

/// How something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// To know.
    Info,
    /// It worked.
    Success,
    /// Take care.
    Warning,
    /// It failed.
    Danger,
    /// Nobody can tell yet.
    Doubt,
}

impl Tone {
    fn class_and_icon(self) -> (&'static str, &'static str) {
        match self {
            Tone::Info => ("notice", "info"),
            Tone::Success => ("notice notice-success", "circle-check"),
            Tone::Warning => ("notice notice-warning", "triangle-alert"),
            Tone::Danger => ("notice notice-danger", "circle-alert"),
            Tone::Doubt => ("notice notice-doubt", "circle-question-mark"),
        }
    }
}

/// Something to be read: what happened and what to do. `body` holds paragraphs or a `div.row` of
/// buttons.
pub fn notice(tone: Tone, title: &str, body: Markup) -> Markup {
    let (class, picture) = tone.class_and_icon();
    html! {
        div class=(class) {
            (icon(picture))
            div.notice-body { p.notice-title { (title) } (body) }
        }
    }
}

/// Above a refused form: that something is to be corrected, and what concerns no single field.
pub fn error_summary(words: &Words, form: &Form) -> Markup {
    html! {
        @if form.is_refused() {
            div.notice.notice-danger role="alert" tabindex="-1" autofocus {
                (icon("circle-alert"))
                div.notice-body {
                    @match form.error("") {
                        Some(error) => p.notice-title { (error) },
                        None => p.notice-title { (words.t("parts-form-refused")) },
                    }
                }
            }
        }
    }
}

/// A dialog that a button opens with `data-open="#id"`; without script it is not needed, so let
/// what it asks also be a page.
pub fn dialog(words: &Words, id: &str, title: &str, body: Markup) -> Markup {
    let title_id = format!("{id}-title");
    html! {
        dialog.dialog id=(id) aria-labelledby=(title_id) {
            div.card-head {
                h2 id=(title_id) { (title) }
                form method="dialog" {
                    button.button.button-quiet.button-icon aria-label=(words.t("shell-close")) { (icon("x")) }
                }
            }
            (body)
        }
    }
}

/// A text to be copied: a link, a token, a code.
pub fn secret(words: &Words, text: &str) -> Markup {
    html! {
        div.secret {
            code.pre { (text) }
            button.button.button-quiet.button-small type="button" data-copy=(text) {
                (icon("copy")) (words.t("parts-copy"))
            }
        }
    }
}
