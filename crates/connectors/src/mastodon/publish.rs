//! Publishing. Servers of Mastodon honour the Idempotency-Key for a while; some compatible ones
//! ignore it: after a lost answer, the account's own statuses are read back.

use async_trait::async_trait;
use channels::connector::{Publish, Repeat};
use channels::{
    Call, Content, Found, Limits, NetworkError, Outcome, Poll, Prepared, Rejection, ReplyTarget,
    Staged,
};
use jiff::Timestamp;
use primitives::Id;
use primitives::text::{EntityKind, count, entities};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;

use super::client::Server;
use super::wire::Status;
use super::{Mastodon, read_back, uploads};
use crate::answer::{in_doubt, rejected, send_unanswered};
use crate::pictures;

/// The frozen status, as the server takes it.
#[derive(Serialize, Deserialize)]
pub(super) struct Payload {
    pub status: String,
    pub visibility: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_reply_to_id: Option<String>,
    #[serde(default)]
    pub media_ids: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poll: Option<PollPayload>,
}

/// A question's answers, as the server takes them.
#[derive(Serialize, Deserialize)]
pub(super) struct PollPayload {
    options: Vec<String>,
    /// In seconds.
    expires_in: u64,
    multiple: bool,
}

impl PollPayload {
    fn of(poll: &Poll) -> Self {
        let options = poll.choices.iter().map(|choice| choice.trim().to_owned());
        let expires_in = u64::from(poll.minutes) * 60;
        Self { options: options.collect(), expires_in, multiple: poll.several }
    }
}

impl Payload {
    pub(super) fn of(prepared: &Prepared) -> Result<Self, NetworkError> {
        serde_json::from_value(prepared.payload.clone())
            .map_err(|_| rejected(Rejection::Other, "the frozen payload is unreadable"))
    }
}

#[async_trait]
impl Publish for Mastodon {
    fn send_key(&self, publication: [u8; 16], _: Timestamp) -> String {
        Id::<()>::from_slice(&publication)
            .map_or_else(|_| hex::encode(publication), |id| id.to_string())
    }

    fn prepare(
        &self,
        content: &Content,
        limits: &Limits,
        _: Timestamp,
    ) -> Result<Value, NetworkError> {
        let status = words(content);
        check(&status, content, limits)?;
        let reply = content.reply_to.as_ref();
        // A server knows languages by their first subtag only.
        let language = content.language.as_deref().and_then(|tag| tag.split('-').next());
        Ok(json!(Payload {
            status,
            visibility: reply.map_or("public", visibility).to_owned(),
            language: language.map(str::to_owned),
            in_reply_to_id: reply.map(|target| target.remote_id.clone()),
            media_ids: Vec::new(),
            poll: content.poll.as_ref().map(PollPayload::of),
        }))
    }

    async fn stage(&self, call: &Call, prepared: &Prepared) -> Result<Staged, NetworkError> {
        let mut payload = Payload::of(prepared)?;
        let server = Server::of(call).await?;
        let ready =
            uploads::stage(call, &server, &prepared.content.media, &mut payload.media_ids).await?;
        let payload = json!(payload);
        Ok(if ready {
            Staged::Ready(payload)
        } else {
            Staged::Later { payload, after: uploads::LATER }
        })
    }

    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError> {
        let server = Server::of(call).await?;
        let request = server
            .post("/api/v1/statuses")
            .header("Idempotency-Key", &prepared.send_key)
            .json(&prepared.payload);
        let answer = match request.send().await {
            Ok(answer) => answer,
            Err(error) => return send_unanswered(&error),
        };
        if answer.is_success() {
            return Ok(match answer.json::<Status>() {
                Ok(status) => Outcome::Published(status.remote()),
                Err(error) => Outcome::Uncertain { detail: error.to_string() },
            });
        }
        if in_doubt(&answer) {
            let detail = format!("status {}: {}", answer.status, server.said(&answer));
            return Ok(Outcome::Uncertain { detail });
        }
        let answers_someone = prepared.content.reply_to.is_some();
        match answer.status {
            404 | 410 if answers_someone => {
                Err(rejected(Rejection::ReplyTargetGone, server.said(&answer)))
            }
            _ => Err(server.refusal(&answer)),
        }
    }

    async fn find(
        &self,
        call: &Call,
        prepared: &Prepared,
        taken: &[String],
    ) -> Result<Found, NetworkError> {
        read_back::find(call, prepared, taken).await
    }

    /// A server's own page of a status ends in its number.
    fn locate(&self, url: &str, server: &str, _: &str) -> Option<String> {
        let (url, server) = (Url::parse(url).ok()?, Url::parse(server).ok()?);
        let last = url.path_segments()?.rfind(|part| !part.is_empty())?;
        let ours = url.host_str() == server.host_str() && url.port() == server.port();
        let named = last.chars().all(|c| c.is_ascii_alphanumeric());
        (ours && named).then(|| last.to_owned())
    }

    fn repeat(&self) -> Repeat {
        Repeat::AfterReadingBack
    }
}

/// The words sent: those answered are named first (else they would not be told), and a link that
/// is not in the text is put under it, for the server to make a card of.
fn words(content: &Content) -> String {
    let mut status = content.text.trim().to_owned();
    if let Some(target) = &content.reply_to {
        let name = name_of(target);
        if !name.is_empty() && !names(&status, &name) {
            status = format!("@{name} {status}");
        }
    }
    if let Some(link) = content.link.as_deref().filter(|link| !status.contains(*link)) {
        let gap = if status.is_empty() { "" } else { "\n\n" };
        status = format!("{status}{gap}{link}");
    }
    status
}

fn name_of(target: &ReplyTarget) -> String {
    let acct = target.data.get("acct").and_then(Value::as_str);
    acct.unwrap_or(&target.handle).trim_start_matches('@').to_owned()
}

/// Whether the text names the account, with or without its server.
fn names(text: &str, account: &str) -> bool {
    let local = account.split('@').next().unwrap_or(account);
    entities(text).iter().filter(|entity| matches!(entity.kind, EntityKind::Mention { .. })).any(
        |mention| {
            let named = mention.name(text);
            named.eq_ignore_ascii_case(account) || named.eq_ignore_ascii_case(local)
        },
    )
}

/// A reply is seen by those who saw what it answers, and never by more.
fn visibility(target: &ReplyTarget) -> &str {
    let given = target.data.get("visibility").and_then(Value::as_str).unwrap_or("public");
    match given {
        "direct" | "private" | "unlisted" => given,
        // What other servers call local, or anything unheard of, is not made wider.
        "public" | "" => "public",
        _ => "private",
    }
}

fn check(status: &str, content: &Content, limits: &Limits) -> Result<(), NetworkError> {
    if status.is_empty() && content.media.is_empty() {
        return Err(rejected(Rejection::Empty, "there is nothing to publish"));
    }
    let length = count(status, &limits.text);
    if length.over {
        let detail = format!("{} of {}", length.used, length.max);
        return Err(rejected(Rejection::TextTooLong, detail));
    }
    pictures::check(content, limits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answering(handle: &str, data: Value) -> Option<ReplyTarget> {
        Some(ReplyTarget { remote_id: "1".to_owned(), root: None, handle: handle.to_owned(), data })
    }

    #[test]
    fn the_one_answered_is_named_once() {
        let data = json!({ "acct": "camille@a.example", "visibility": "direct" });
        let content = |text: &str| Content {
            text: text.to_owned(),
            reply_to: answering("camille@a.example", data.clone()),
            ..Content::default()
        };
        assert_eq!(words(&content("Merci !")), "@camille@a.example Merci !");
        assert_eq!(words(&content("Merci @camille !")), "Merci @camille !");
        let payload = Mastodon.prepare(
            &content("Merci"),
            &super::super::limits::usual(),
            Timestamp::UNIX_EPOCH,
        );
        assert_eq!(payload.unwrap()["visibility"], "direct");
    }

    #[test]
    fn a_link_beside_the_text_is_put_under_it() {
        let content = Content {
            text: "Notre pain".to_owned(),
            link: Some("https://example.fr/pain".to_owned()),
            language: Some("fr-FR".to_owned()),
            ..Content::default()
        };
        assert_eq!(words(&content), "Notre pain\n\nhttps://example.fr/pain");
        let limits = super::super::limits::usual();
        let payload = Mastodon.prepare(&content, &limits, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(payload["language"], "fr");
        assert_eq!(payload["visibility"], "public");
    }
}
