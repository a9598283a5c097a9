//! How a message is read, why, and saying what it really is.

use conversations::Message;
use conversations::judgement::{Feeling, For, Harm, Intent, Judgement, Weighed};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::detail::place;
use crate::Frame;
use crate::areas::inbox::list::Listed;
use crate::areas::inbox::one::Opened;
use crate::parts::{csrf, icon};
use crate::words::{Words, args};

/// Languages that have a name here; others are only said to be others.
const NAMED: [&str; 7] = ["fr", "en", "es", "de", "it", "pt", "nl"];

/// One line under a message, which opens on why and on what to say otherwise.
pub(super) fn reading(
    frame: &Frame,
    listed: &Listed,
    opened: &Opened,
    message: Id<Message>,
) -> Markup {
    let words = &frame.words;
    let Some((read, weighed)) = opened.readings.get(&message) else { return html! {} };
    let to = |what: &str| place(frame, listed, opened, &format!("messages/{message}/{what}"));
    html! {
        details.reading data-feeling=[read.feeling()] data-harm[read.harm.hurts() || read.spam] {
            summary {
                span.visually-hidden { (words.t("reading-read-as")) " " }
                (said(words, read))
                @if read.corrected { span.reading-by { (icon("check")) (words.t("reading-corrected")) } }
            }
            div.reading-panel {
                (why(words, read, weighed))
                @if frame.may(Right::Converse) {
                    (form(frame, read, &to("judgement"), &message.to_string()))
                    @if read.corrected {
                        form method="post" action=(to("judgement/end")) { (csrf(frame)) button.link-button { (words.t("reading-withdraw")) } }
                    }
                    p.small { a href=(frame.url("settings/corrections")) { (words.t("reading-all-corrections")) } }
                }
            }
        }
    }
}

/// How it is read, in a few words.
pub fn said(words: &Words, read: &Judgement) -> String {
    let mut parts = Vec::new();
    if read.harm != Harm::None {
        parts.push(words.t(&format!("reading-harm-{}", read.harm)));
    }
    if read.spam {
        parts.push(words.t("reading-spam"));
    }
    match (read.feeling(), read.unread_language()) {
        (None, _) | (_, Some(_)) if !read.corrected => parts.push(not_known(words, read)),
        (Some(feeling), _) if read.is_sure() => {
            parts.push(words.t(&format!("reading-feeling-{feeling}")));
        }
        (Some(feeling), _) => parts.push(words.t(&format!("reading-perhaps-{feeling}"))),
        _ => {}
    }
    parts.extend(read.intents.iter().map(|intent| words.t(&format!("reading-intent-{intent}"))));
    parts.join(", ")
}

fn not_known(words: &Words, read: &Judgement) -> String {
    match read.unread_language() {
        Some(tag) if NAMED.contains(&tag) => {
            let language = words.t(&format!("reading-language-{tag}"));
            words.tn("reading-not-known-in", args![language => language])
        }
        Some(_) => words.t("reading-not-known-other"),
        None => words.t("reading-not-known"),
    }
}

fn why(words: &Words, read: &Judgement, weighed: &[Weighed]) -> Markup {
    let line = |on: &dyn Fn(For) -> bool| {
        let mut told: Vec<String> = Vec::new();
        for one in weighed.iter().filter(|one| on(one.on)) {
            let quoted = words.tn("reading-quoted", args![words => one.words.as_str()]);
            if !told.contains(&quoted) {
                told.push(quoted);
            }
        }
        told.join(", ")
    };
    let mut lines: Vec<(String, String)> = vec![
        ("reading-why-feeling".to_owned(), line(&|on| on == For::Sentiment)),
        ("reading-why-harm".to_owned(), line(&|on| on == For::Toxicity)),
        ("reading-why-spam".to_owned(), line(&|on| on == For::Spam)),
    ];
    for intent in &read.intents {
        let on = For::Intent((*intent).into());
        lines.push((format!("reading-why-{intent}"), line(&|other| other == on)));
    }
    lines.retain(|(_, told)| !told.is_empty());
    html! {
        div.reading-why {
            h4 { (words.t("reading-why")) }
            @if lines.is_empty() { p.small.muted { (words.t("reading-why-nothing")) } }
            @else {
                dl.small { @for (key, told) in &lines { div { dt { (words.t(key)) } dd { (told) } } } }
            }
            @if read.feeling().is_some() && !read.is_sure() { p.small.muted { (words.t("reading-unsure")) } }
        }
    }
}

fn form(frame: &Frame, read: &Judgement, to: &str, id: &str) -> Markup {
    let words = &frame.words;
    html! {
        form.reading-form method="post" action=(to) {
            (csrf(frame))
            fieldset {
                legend { (words.t("reading-say")) }
                div.row.row-tight {
                    @for feeling in Feeling::ALL {
                        label.check { input type="radio" name="feeling" value=(feeling) checked[*feeling == read.sentiment]; span { (words.t(&format!("reading-feeling-{feeling}"))) } }
                    }
                }
            }
            fieldset {
                legend { (words.t("reading-wants")) }
                div.row.row-tight {
                    @for intent in Intent::ALL {
                        label.check { input type="checkbox" name="intent" value=(intent) checked[read.wants(*intent)]; span { (words.t(&format!("reading-intent-{intent}"))) } }
                    }
                }
            }
            div.row.row-tight {
                div.field {
                    label.label for={ "harm-" (id) } { (words.t("reading-harm")) }
                    select.select #{ "harm-" (id) } name="harm" {
                        @for harm in Harm::ALL { option value=(harm) selected[*harm == read.harm] { (words.t(&format!("reading-harm-{harm}"))) } }
                    }
                }
                label.check { input type="checkbox" name="spam" value="yes" checked[read.spam]; span { (words.t("reading-is-spam")) } }
            }
            div.row { button.button.button-small.button-primary { (words.t("reading-save")) } }
            p.small.muted { (words.t("reading-learns")) }
        }
    }
}

/// What a list marks of a conversation: who is displeased, whom it hurts, spam.
pub(super) fn mark(words: &Words, read: &conversations::Reading) -> Markup {
    let told = match (read.spam, read.harm, read.feeling) {
        (true, ..) => Some(("ban", words.t("reading-spam"))),
        (_, Some(harm), _) => Some(("triangle-alert", words.t(&format!("reading-harm-{harm}")))),
        (.., Some(Feeling::Negative)) => Some(("frown", words.t("reading-feeling-negative"))),
        _ => None,
    };
    html! {
        @if let Some((mark, said)) = told {
            span.reading-mark data-mark=(mark) title=(said) { (icon(mark)) span.visually-hidden { (said) } }
        }
    }
}
