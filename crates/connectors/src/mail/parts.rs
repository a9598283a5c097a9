//! The parts of a letter: its words and the files joined to it.

use bytes::Bytes;
use channels::JoinedFile;
use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use crate::html::plain_text;

/// How many characters of a letter are kept.
const MOST_WORDS: usize = 60_000;
/// How much HTML is looked at: what is longer is decoration.
const MOST_HTML: usize = 1024 * 1024;
/// How many files are told.
const MOST_FILES: usize = 50;

/// Its words as plain text: the plain part where there is one, else the HTML without its marks.
pub(super) fn words(message: &Message<'_>) -> String {
    let mut text = String::new();
    for part in message.text_bodies() {
        let words = match &part.body {
            PartType::Text(words) => words.replace("\r\n", "\n"),
            PartType::Html(html) => of_html(html),
            _ => continue,
        };
        if !text.is_empty() && !words.trim().is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(words.trim_end());
    }
    if text.trim().is_empty() {
        let html = message.html_bodies().find_map(|part| match &part.body {
            PartType::Html(html) => Some(of_html(html)),
            _ => None,
        });
        text = html.unwrap_or_default();
    }
    bounded(text.trim().replace('\0', ""))
}

fn of_html(html: &str) -> String {
    let end = (0..=html.len().min(MOST_HTML)).rev().find(|at| html.is_char_boundary(*at));
    plain_text(&html[..end.unwrap_or(0)])
}

pub(super) fn bounded(text: String) -> String {
    match text.char_indices().nth(MOST_WORDS) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// The files joined to it, in order; pictures that only dress its HTML are none.
pub(super) fn files<'m>(message: &'m Message<'m>) -> Vec<&'m MessagePart<'m>> {
    let dresses = |part: &MessagePart<'_>| {
        let attached = part.content_disposition().is_some_and(|how| how.is_attachment());
        part.content_id().is_some() && !attached && message.html_body_count() > 0
    };
    let tells = |part: &MessagePart<'_>| {
        part.is_content_type("message", "delivery-status")
            || part.is_content_type("text", "rfc822-headers")
    };
    let all = message.attachments();
    all.filter(|part| !dresses(part) && !tells(part)).take(MOST_FILES).collect()
}

/// What is told of a file.
pub(super) fn told(part: &MessagePart<'_>) -> JoinedFile {
    let content_type = part.content_type().map(|kind| match kind.subtype() {
        Some(sub) => format!("{}/{sub}", kind.ctype()).to_ascii_lowercase(),
        None => kind.ctype().to_ascii_lowercase(),
    });
    let name = part.attachment_name().map(clean).filter(|name| !name.is_empty());
    let letter =
        || part.message().and_then(|letter| letter.subject()).map(|s| format!("{}.eml", clean(s)));
    JoinedFile {
        name: name.or_else(letter).unwrap_or_default(),
        content_type: content_type.unwrap_or_else(|| "application/octet-stream".to_owned()),
        size: bytes(part).len() as u64,
    }
}

/// A name without a path or anything that a disk or a header would choke on.
fn clean(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '"' | '<' | '>' | ':' | '|' | '?' | '*'))
        // Marks that turn the direction of writing disguise an extension.
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
        .take(150)
        .collect();
    kept.trim().trim_start_matches('.').to_owned()
}

/// A file's bytes.
pub(super) fn bytes(part: &MessagePart<'_>) -> Bytes {
    match &part.body {
        PartType::Message(letter) => Bytes::copy_from_slice(letter.raw_message()),
        _ => Bytes::copy_from_slice(part.contents()),
    }
}
