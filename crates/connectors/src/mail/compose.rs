//! An answer as the letter that leaves: the same bytes at every attempt.

use std::time::{Duration, SystemTime};

use channels::{Call, NetworkError, Prepared, Rejection};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use serde::{Deserialize, Serialize};

use super::account::{Account, domain};
use super::letter::Back;
use crate::answer::rejected;

/// How heavy a letter's files may be together.
const HEAVIEST: u64 = 18 * 1024 * 1024;

/// What is frozen of an answer; the rest follows from the publication.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Payload {
    pub to: String,
    pub subject: String,
    #[serde(default)]
    pub in_reply_to: Option<String>,
    #[serde(default)]
    pub references: Vec<String>,
    pub text: String,
}

impl Payload {
    /// An answer to what was kept of a letter.
    pub fn answering(back: &Back, handle: &str, text: &str) -> Result<Self, NetworkError> {
        let to = back.to.first().map_or(handle, String::as_str);
        let gone = |detail: &str| rejected(Rejection::ReplyTargetGone, detail);
        let address: Address = to.parse().map_err(|_| gone("there is no address to answer"))?;
        if address.domain() == "invalid" {
            return Err(gone("there is no address to answer"));
        }
        let mut references = back.references.clone();
        references.extend(back.id.clone());
        // Old programs take lines of 998 bytes; the first letter and the last ones are enough.
        if references.len() > 12 {
            references.drain(1..references.len() - 11);
        }
        let subject = match back.subject.as_str() {
            "" => "Re:".to_owned(),
            subject => format!("Re: {subject}"),
        };
        let in_reply_to = back.id.clone();
        Ok(Self {
            to: address.to_string(),
            subject,
            in_reply_to,
            references,
            text: text.to_owned(),
        })
    }

    pub fn of(prepared: &Prepared) -> Result<Self, NetworkError> {
        serde_json::from_value(prepared.payload.clone())
            .map_err(|_| rejected(Rejection::Other, "the frozen letter is unreadable"))
    }
}

/// The Message-ID of a publication's letter, without brackets.
pub(super) fn message_id(prepared: &Prepared, call: &Call) -> String {
    format!("{}@{}", prepared.send_key, domain(&call.remote_account_id))
}

/// The letter, whole.
pub(super) async fn letter(
    call: &Call,
    account: &Account,
    prepared: &Prepared,
) -> Result<Message, NetworkError> {
    let payload = Payload::of(prepared)?;
    let wrong = |error: &dyn std::fmt::Display| rejected(Rejection::Other, error.to_string());
    let from: Address = account.address.parse().map_err(|error| wrong(&error))?;
    let name = (!account.name.is_empty()).then(|| account.name.clone());
    let to: Address = payload.to.parse().map_err(|error| wrong(&error))?;
    let bracketed = |id: &String| format!("<{id}>");
    let mut draft = Message::builder()
        .from(Mailbox::new(name, from))
        .to(Mailbox::new(None, to))
        .subject(payload.subject)
        .date(instant(prepared.prepared_at.as_second()))
        .message_id(Some(bracketed(&message_id(prepared, call))));
    if let Some(id) = &payload.in_reply_to {
        draft = draft.in_reply_to(bracketed(id));
    }
    if !payload.references.is_empty() {
        let all: Vec<String> = payload.references.iter().map(bracketed).collect();
        draft = draft.references(all.join(" "));
    }
    let words = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(payload.text);
    let media = &prepared.content.media;
    if media.is_empty() {
        return draft.singlepart(words).map_err(|error| wrong(&error));
    }
    let boundary = format!("parvis-{}", prepared.send_key);
    let mut parts = MultiPart::mixed().boundary(boundary).singlepart(words);
    let mut weight = 0;
    for (number, one) in media.iter().enumerate() {
        let bytes = call.media.get(&one.hash).await;
        let bytes = bytes.map_err(|error| rejected(Rejection::Media, error.to_string()))?;
        weight += bytes.len() as u64;
        if weight > HEAVIEST {
            return Err(rejected(Rejection::Media, "the files weigh too much together"));
        }
        let kind = ContentType::parse(&one.content_type).map_err(|error| wrong(&error))?;
        let extension = one.content_type.rsplit('/').next().unwrap_or("bin");
        let file = Attachment::new(format!("image-{}.{extension}", number + 1));
        parts = parts.singlepart(file.body(bytes.to_vec(), kind));
    }
    draft.multipart(parts).map_err(|error| wrong(&error))
}

fn instant(seconds: i64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
}
