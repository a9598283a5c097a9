//! Publishing: one record under a key chosen beforehand. Writing it again is writing the same
//! record, so a lost answer costs nothing but asking.

use async_trait::async_trait;
use channels::connector::{Publish, Repeat};
use channels::{
    Call, Content, Found, Limits, NetworkError, Outcome, Prepared, Rejection, Remote, Staged,
};
use jiff::Timestamp;
use primitives::text::count;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::pds::{self, Pds, Trouble};
use super::wire::{Reply, Stored, Written, text_of};
use super::{Bluesky, POST, page, rich_text, stage, tid};
use crate::answer::{in_doubt, rejected, send_unanswered, unanswered, unreadable};
use crate::pictures;

/// The frozen publication.
#[derive(Serialize, Deserialize)]
pub(super) struct Payload {
    /// The record, which staging completes.
    pub record: Value,
    /// The link that a card is made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
}

impl Payload {
    pub(super) fn of(prepared: &Prepared) -> Result<Self, NetworkError> {
        serde_json::from_value(prepared.payload.clone())
            .map_err(|_| rejected(Rejection::Other, "the frozen payload is unreadable"))
    }

    pub(super) fn text(&self) -> String {
        text_of(&self.record)
    }

    /// The record's own date: the one that the network shows.
    fn at(&self) -> Option<Timestamp> {
        self.record["createdAt"].as_str()?.parse().ok()
    }
}

#[async_trait]
impl Publish for Bluesky {
    fn send_key(&self, publication: [u8; 16], now: Timestamp) -> String {
        tid::tid(publication, now)
    }

    fn prepare(
        &self,
        content: &Content,
        limits: &Limits,
        now: Timestamp,
    ) -> Result<Value, NetworkError> {
        let (text, card) = words(content);
        check(&text, content, limits)?;
        let mut record = json!({
            "$type": POST,
            "text": text,
            "createdAt": now.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        });
        if let Some(language) = &content.language {
            record["langs"] = json!([language]);
        }
        let reply = content.reply_to.as_ref();
        if let Some(reply) = reply.and_then(|target| Reply::deserialize(&target.data).ok()) {
            record["reply"] = json!(reply);
        }
        Ok(json!(Payload { record, card }))
    }

    async fn stage(&self, call: &Call, prepared: &Prepared) -> Result<Staged, NetworkError> {
        stage::stage(call, prepared).await.map(Staged::Ready)
    }

    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError> {
        let payload = Payload::of(prepared)?;
        let pds = Pds::of(call);
        let url = pds.method("com.atproto.repo.putRecord");
        let body = json!({
            "repo": call.remote_account_id, "collection": POST, "rkey": prepared.send_key,
            "swapRecord": null, "record": payload.record,
        });
        let exchanged = match pds.exchange(|http| http.post(&url).json(&body)).await {
            Ok(exchanged) => exchanged,
            Err(Trouble::Out(error)) => return send_unanswered(&error),
            Err(Trouble::Network(error)) => return Err(error),
        };
        let answer = &exchanged.answer;
        if answer.is_success() {
            return Ok(match answer.json::<Written>() {
                Ok(written) => Outcome::Published(remote(call, written.uri, &payload)),
                Err(error) => Outcome::Uncertain { detail: error.to_string() },
            });
        }
        // Another record under our key: an earlier attempt, staged otherwise. Reading it tells.
        let swapped = pds::failure(answer).error == "InvalidSwap";
        if swapped || in_doubt(answer) {
            let detail = format!("status {}: {}", answer.status, exchanged.said());
            return Ok(Outcome::Uncertain { detail });
        }
        Err(exchanged.refusal(call.now))
    }

    async fn find(
        &self,
        call: &Call,
        prepared: &Prepared,
        _: &[String],
    ) -> Result<Found, NetworkError> {
        let payload = Payload::of(prepared)?;
        // The repository itself answers, to anyone, and at once.
        let url = format!("{}/xrpc/com.atproto.repo.getRecord", call.server);
        let request = call.http.get(&url).query(&[
            ("repo", call.remote_account_id.as_str()),
            ("collection", POST),
            ("rkey", &prepared.send_key),
        ]);
        let answer = request.send().await.map_err(|error| unanswered(&error))?;
        if answer.is_success() {
            let stored: Stored = answer.json().map_err(unreadable)?;
            let ours = text_of(&stored.value) == payload.text();
            let remote = remote(call, stored.uri, &payload);
            return Ok(if ours { Found::There(remote) } else { Found::CannotTell(vec![remote]) });
        }
        match pds::failure(&answer).error.as_str() {
            "RecordNotFound" => Ok(Found::Absent),
            _ => Err(pds::refusal(&answer, &[], Some(call.now))),
        }
    }

    /// The page of a post names its record key; the account is ours.
    fn locate(&self, url: &str, _: &str, account: &str) -> Option<String> {
        let (_, after) =
            url.split_once("/post/").or_else(|| url.split_once(&format!("/{POST}/")))?;
        let key = after.split(['/', '?', '#']).next()?;
        let named = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric());
        named.then(|| format!("at://{account}/{POST}/{key}"))
    }

    fn repeat(&self) -> Repeat {
        Repeat::SameRecord
    }
}

fn remote(call: &Call, uri: String, payload: &Payload) -> Remote {
    Remote { url: page(&call.handle, &uri), id: uri, at: payload.at() }
}

/// The words, and the link to make a card of. Beside pictures there is no card: a link that is
/// not in the text is then put under it.
fn words(content: &Content) -> (String, Option<String>) {
    let text = content.text.trim();
    let beside = content.link.as_deref().filter(|link| !text.contains(*link));
    match (beside, content.media.is_empty()) {
        (Some(link), false) => (format!("{text}\n\n{link}").trim().to_owned(), None),
        (_, false) => (text.to_owned(), None),
        (_, true) => {
            let card = content.link.clone().or_else(|| rich_text::first_link(text));
            (text.to_owned(), card)
        }
    }
}

fn check(text: &str, content: &Content, limits: &Limits) -> Result<(), NetworkError> {
    if text.is_empty() && content.media.is_empty() && content.link.is_none() {
        return Err(rejected(Rejection::Empty, "there is nothing to publish"));
    }
    let length = count(text, &limits.text);
    if length.over {
        let detail = match length.bytes.filter(|bytes| bytes.used > bytes.max) {
            Some(bytes) => format!("{} bytes of {}", bytes.used, bytes.max),
            None => format!("{} of {}", length.used, length.max),
        };
        return Err(rejected(Rejection::TextTooLong, detail));
    }
    pictures::check(content, limits)
}

#[cfg(test)]
mod tests {
    use channels::ReplyTarget;

    use super::*;

    fn prepared(content: &Content) -> Result<Value, NetworkError> {
        let now = "2026-11-22T09:00:00.123456Z".parse().unwrap();
        Bluesky::default().prepare(content, &super::super::limits(), now)
    }

    #[test]
    fn the_record_is_frozen_with_its_date_and_what_it_answers() {
        let strong = |uri: &str| json!({ "uri": uri, "cid": "bafy" });
        let reply = json!({ "root": strong("at://a"), "parent": strong("at://b") });
        let content = Content {
            text: "Merci".to_owned(),
            language: Some("fr".to_owned()),
            reply_to: Some(ReplyTarget {
                remote_id: "at://b".to_owned(),
                root: None,
                handle: "camille.test".to_owned(),
                data: reply.clone(),
            }),
            ..Content::default()
        };
        let record = &prepared(&content).unwrap()["record"];
        assert_eq!(record["createdAt"], "2026-11-22T09:00:00.123Z");
        assert_eq!(record["langs"], json!(["fr"]));
        assert_eq!(record["reply"], reply);
    }

    #[test]
    fn both_limits_of_the_text_are_kept() {
        let long = |text: String| prepared(&Content { text, ..Content::default() }).unwrap_err();
        for text in ["é".repeat(301), "👨‍👩‍👧‍👦".repeat(125)] {
            let error = long(text);
            assert!(matches!(error, NetworkError::Rejected { reason: Rejection::TextTooLong, .. }));
        }
        assert!(prepared(&Content { text: "é".repeat(300), ..Content::default() }).is_ok());
        assert!(prepared(&Content::default()).is_err());
    }
}
