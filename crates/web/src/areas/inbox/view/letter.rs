//! What a letter shows beside its words.

use channels::{JoinedFile, Letter};
use conversations::Message;
use maud::{Markup, html};

use super::thread::linked;
use crate::Frame;
use crate::areas::inbox::one::Opened;
use crate::parts::{badge, icon};
use crate::words::{Words, args};

/// Its words, the subject set apart where they begin with it.
pub(super) fn said(message: &Message) -> Markup {
    let subject = message.letter.as_deref().map_or("", |letter| letter.subject.as_str());
    let rest = message.text.strip_prefix(subject).filter(|_| !subject.is_empty());
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with("\n\n"));
    match rest {
        Some(rest) => {
            html! { strong.letter-subject { (subject) } (linked(rest.trim_start_matches('\n'))) }
        }
        None => linked(&message.text),
    }
}

/// Whether it came back, who wrote it if nobody did, its files, and what it repeats.
pub(super) fn beneath(frame: &Frame, opened: &Opened, message: &Message) -> Markup {
    let words = &frame.words;
    html! {
        @if let Some(reason) = &message.undelivered {
            p.letter-returned {
                (icon("triangle-alert")) " " strong { (words.t("inbox-letter-returned")) } " "
                span.muted { (reason) }
            }
        }
        @if let Some(letter) = message.letter.as_deref() {
            (files(frame, opened, message, letter))
            @if !letter.quoted.is_empty() {
                details.disclosure.letter-quoted {
                    summary { (words.t("inbox-letter-quoted")) }
                    p.bubble-text { (letter.quoted) }
                }
            }
            @if let Some(machine) = letter.machine {
                p { (badge(&words.t(&format!("inbox-letter-{machine}")), "info")) }
            }
        }
    }
}

fn files(frame: &Frame, opened: &Opened, message: &Message, letter: &Letter) -> Markup {
    let words = &frame.words;
    let base =
        frame.url(&format!("inbox/{}/messages/{}/files", opened.conversation.id, message.id));
    html! {
        @if !letter.files.is_empty() {
            ul.letter-files aria-label=(words.t("inbox-letter-files")) {
                @for (at, file) in letter.files.iter().enumerate() {
                    li {
                        a.letter-file href=(format!("{base}/{at}")) download {
                            (icon("download"))
                            span { span.clip { (name_of(words, file, at)) } span.muted.small { (file.content_type) ", " (words.size(file.size)) } }
                        }
                    }
                }
            }
        }
    }
}

/// Its name, or its number where its sender gave none.
pub(in crate::areas::inbox) fn name_of(words: &Words, file: &JoinedFile, at: usize) -> String {
    let number = i64::try_from(at + 1).unwrap_or(0);
    match file.name.as_str() {
        "" => words.tn("inbox-letter-file", args![number => number]),
        name => name.to_owned(),
    }
}
