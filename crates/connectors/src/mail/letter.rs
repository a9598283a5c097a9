//! A letter as an item of the inbox.

use std::str::FromStr;

use channels::{InboxItem, ItemKind, Letter, RemoteProfile};
use jiff::Timestamp;
use lettre::Address;
use mail_parser::{Addr, HeaderValue, Message, MessageParser};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{bounce, parts, quoted};

/// The longest Message-ID that is kept as it is, in bytes.
const LONGEST_ID: usize = 400;
/// How many earlier letters of a thread are kept: the first and the last ones.
const MOST_REFERENCES: usize = 30;
/// How much of what is repeated is kept, in characters.
const MOST_QUOTED: usize = 8000;

/// Where a letter was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Spot {
    pub folder: String,
    pub validity: u32,
    pub uid: u32,
}

/// What an answer must give back, kept with the message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Back {
    /// Whom to write to.
    pub to: Vec<String>,
    pub subject: String,
    /// The letter's Message-ID, if it has one.
    pub id: Option<String>,
    #[serde(default)]
    pub references: Vec<String>,
    #[serde(default)]
    pub spot: Option<Spot>,
}

/// The item that a letter is. `at` is when the server got it; `own` the mailbox's address; `sent`
/// says that it was read among sent letters.
pub(super) fn item(raw: &[u8], at: Timestamp, spot: Spot, own: &str, sent: bool) -> InboxItem {
    let Some(message) = MessageParser::default().parse(raw) else {
        return unreadable(raw, at, spot);
    };
    let id = message.message_id().and_then(clean_id);
    let references = references(&message);
    let in_reply_to = ids(message.in_reply_to()).pop();
    let in_reply_to = in_reply_to.or_else(|| references.last().cloned());
    let (subject, answers) = subject(message.subject().unwrap_or_default());
    let (author, to) = people(&message, own, sent);
    let by_form = author.remote_id != address_of(first(message.from())) && !sent;
    let machine = bounce::machine(&message).filter(|_| !by_form);
    let undelivered = machine.and_then(|_| bounce::undelivered(&message));
    let words = parts::words(&message);
    let (said, old) = quoted::split(&words);
    let begins = !answers && references.is_empty() && in_reply_to.is_none();
    let letter = Letter {
        thread: shortened(references.clone()),
        answers,
        quoted: primitives::text::shorten(old, MOST_QUOTED).into_owned(),
        to: recipients(&message),
        files: parts::files(&message).into_iter().map(parts::told).collect(),
        machine,
        undelivered,
        subject: subject.clone(),
    };
    let text = match (begins || said.is_empty(), subject.is_empty(), said.is_empty()) {
        (true, false, false) => format!("{subject}\n\n{said}"),
        (true, false, true) => subject.clone(),
        _ => said.to_owned(),
    };
    let back = Back { to, subject, id: id.clone(), references, spot: Some(spot) };
    InboxItem {
        remote_id: id.unwrap_or_else(|| by_content(raw)),
        kind: ItemKind::Direct,
        author,
        text,
        url: None,
        at,
        in_reply_to,
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: json!(back),
        letter: Some(Box::new(letter)),
    }
}

/// What can't be read at all is told to be there.
pub(super) fn unreadable(raw: &[u8], at: Timestamp, spot: Spot) -> InboxItem {
    let back = Back { spot: Some(spot), ..Back::default() };
    InboxItem {
        remote_id: by_content(raw),
        kind: ItemKind::Direct,
        author: profile("unknown@invalid", None),
        text: String::from_utf8_lossy(&raw[..raw.len().min(2000)]).into_owned(),
        url: None,
        at,
        in_reply_to: None,
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: json!(back),
        letter: Some(Box::default()),
    }
}

/// A letter without a Message-ID is the same when all of it is. What servers add on the way stands
/// above the first line that is the sender's own.
fn by_content(raw: &[u8]) -> String {
    let mut hash = Sha256::new();
    let message = MessageParser::default().parse(raw);
    match message {
        Some(message) => {
            for name in ["From", "To", "Date", "Subject"] {
                hash.update(message.header_raw(name).unwrap_or_default().trim());
                hash.update([0]);
            }
            hash.update(parts::words(&message));
        }
        None => hash.update(raw),
    }
    format!("sha256-{}", hex::encode(hash.finalize()))
}

/// Who wrote it, and whom an answer goes to. A form of our own site writes from our own address
/// for the person whom it says to answer.
fn people(message: &Message<'_>, own: &str, sent: bool) -> (RemoteProfile, Vec<String>) {
    let from = first(message.from()).or_else(|| first(message.sender()));
    let from_address = address_of(from);
    let answer_to: Vec<&Addr<'_>> =
        message.reply_to().map(|all| all.iter().collect()).unwrap_or_default();
    let others: Vec<String> =
        answer_to.iter().map(|one| address_of(Some(one))).filter(|one| is_address(one)).collect();
    if sent {
        return (profile(own, name_of(from)), others);
    }
    if from_address == own {
        return match answer_to
            .iter()
            .find(|one| is_address(&address_of(Some(one))) && address_of(Some(one)) != own)
        {
            Some(person) => (profile(&address_of(Some(person)), name_of(Some(person))), others),
            // Nobody to answer but ourselves: still something that came.
            None => (
                RemoteProfile { remote_id: format!("{own} (form)"), ..profile(own, name_of(from)) },
                vec![own.to_owned()],
            ),
        };
    }
    let from_address =
        if from_address.is_empty() { "unknown@invalid".to_owned() } else { from_address };
    let to = if others.is_empty() { vec![from_address.clone()] } else { others };
    (profile(&from_address, name_of(from)), to)
}

fn profile(address: &str, name: Option<String>) -> RemoteProfile {
    RemoteProfile {
        remote_id: address.to_owned(),
        handle: address.to_owned(),
        name: name.unwrap_or_else(|| address.to_owned()),
        url: Some(format!("mailto:{address}")),
        avatar_url: None,
        followers: None,
    }
}

fn first<'m>(all: Option<&'m mail_parser::Address<'m>>) -> Option<&'m Addr<'m>> {
    all.and_then(|all| all.iter().find(|one| one.address().is_some()))
}

fn address_of(one: Option<&Addr<'_>>) -> String {
    let address = one.and_then(|one| one.address()).unwrap_or_default().trim().to_lowercase();
    if address.len() > 320 { String::new() } else { address }
}

fn name_of(one: Option<&Addr<'_>>) -> Option<String> {
    let name = one.and_then(|one| one.name())?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then(|| primitives::text::shorten(&name, 120).into_owned())
}

fn is_address(address: &str) -> bool {
    Address::from_str(address).is_ok()
}

/// Everyone it was sent to.
fn recipients(message: &Message<'_>) -> Vec<String> {
    let shown = message.to().into_iter().chain(message.cc()).flat_map(|all| all.iter());
    let mut all: Vec<String> = shown.map(|one| address_of(Some(one))).collect();
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        all.extend(message.header_raw(name).map(|value| value.trim().to_lowercase()));
    }
    all.retain(|one| !one.is_empty() && one.len() <= 320);
    all.dedup();
    all.truncate(30);
    all
}

/// The letters before it, the first first.
fn references(message: &Message<'_>) -> Vec<String> {
    let mut all = ids(message.references());
    for one in ids(message.in_reply_to()) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn shortened(mut all: Vec<String>) -> Vec<String> {
    if all.len() > MOST_REFERENCES {
        all.drain(1..all.len() - MOST_REFERENCES + 1);
    }
    all
}

/// The Message-IDs of a header.
pub(super) fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(one) => clean_id(one).into_iter().collect(),
        HeaderValue::TextList(all) => all.iter().filter_map(|one| clean_id(one)).collect(),
        _ => Vec::new(),
    }
}

/// A Message-ID without its brackets; one too long by its hash.
pub(super) fn clean_id(id: &str) -> Option<String> {
    let id: String = id.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let id = id.trim_matches(['<', '>']);
    match id.len() {
        0 => None,
        1..=LONGEST_ID => Some(id.to_owned()),
        _ => Some(format!("sha256-{}", hex::encode(Sha256::digest(id)))),
    }
}

/// A subject without the marks of answers and relays, and whether it was an answer's.
pub(super) fn subject(written: &str) -> (String, bool) {
    let line = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut rest, mut answers) = (line.as_str(), false);
    while let Some((mark, after)) = rest.split_once(':') {
        let mark = mark
            .trim()
            .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')'));
        match mark.trim().to_lowercase().as_str() {
            "re" | "ré" | "réf" | "rép" | "aw" | "sv" | "antw" => answers = true,
            "fw" | "fwd" | "tr" | "wg" => {}
            _ => break,
        }
        rest = after.trim_start();
    }
    (primitives::text::shorten(rest, 300).into_owned(), answers)
}
