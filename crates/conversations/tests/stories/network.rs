//! A network in memory: it gives the batches that the story lays down, and takes answers.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use channels::connector::{Connector, Inbox, PreviewStyle, Publish, Repeat};
use channels::{
    Act, Call, Content, Found, InboxBatch, InboxItem, ItemKind, Limits, Moderate, Network,
    NetworkError, Outcome, Piece, Prepared, Remote, RemoteProfile, Reread,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// What the story lays down and sees.
#[derive(Default)]
pub struct State {
    /// What the next polls give.
    pub batches: VecDeque<Result<InboxBatch, NetworkError>>,
    /// The cursors that polls came with.
    pub cursors: Vec<Option<String>>,
    /// What the next sends meet; then all are accepted.
    pub sends: VecDeque<Result<Outcome, NetworkError>>,
    /// What was accepted.
    pub accepted: Vec<Content>,
    /// What it likes and hides, and what was deleted: act and piece.
    pub acts: Vec<(Act, String)>,
    /// Whether it hides nothing.
    pub hides_nothing: bool,
    /// Whom it was asked to block, or to let back.
    pub blocked: Vec<(String, bool)>,
    /// What the next acts meet.
    pub refusals: VecDeque<NetworkError>,
    /// What the network has, when it is read again.
    pub there: Vec<InboxItem>,
    /// How many of them it gives at once; all when nought.
    pub part: usize,
    /// After how many parts reading again fails.
    pub rereads_fail_after: Option<(usize, NetworkError)>,
}

/// The network.
#[derive(Clone, Default)]
pub struct Pretend(pub Arc<Mutex<State>>);

static NETWORK: Network =
    Network { key: "pretend", name: "Pretend", icon: "globe", preview: PreviewStyle::Plain };

impl Pretend {
    pub fn gives(&self, batch: Result<InboxBatch, NetworkError>) {
        self.0.lock().unwrap().batches.push_back(batch);
    }

    pub fn refuses_to_publish(&self) {
        let reason = channels::Rejection::ReplyTargetGone;
        let error = NetworkError::Rejected { reason, detail: "gone".to_owned() };
        self.0.lock().unwrap().sends.push_back(Err(error));
    }
}

impl Connector for Pretend {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn publish(&self) -> Option<&dyn Publish> {
        Some(self)
    }
    fn moderate(&self) -> Option<&dyn Moderate> {
        Some(self)
    }
    fn inbox(&self) -> Option<&dyn Inbox> {
        Some(self)
    }
}

#[async_trait]
impl Inbox for Pretend {
    async fn poll(&self, _: &Call, cursor: Option<&str>) -> Result<InboxBatch, NetworkError> {
        let mut state = self.0.lock().unwrap();
        state.cursors.push(cursor.map(str::to_owned));
        let nothing = InboxBatch { cursor: cursor.map(str::to_owned), ..InboxBatch::default() };
        state.batches.pop_front().unwrap_or(Ok(nothing))
    }

    async fn reread(
        &self,
        _: &Call,
        since: Timestamp,
        at: Option<&str>,
    ) -> Result<Reread, NetworkError> {
        let state = self.0.lock().unwrap();
        let first: usize = at.map_or(0, |at| at.parse().unwrap());
        let part = if state.part == 0 { state.there.len().max(1) } else { state.part };
        if let Some((parts, error)) = &state.rereads_fail_after
            && first / part >= *parts
        {
            return Err(error.clone());
        }
        let newest = state.there.iter().rev().skip(first).take(part);
        let mut items: Vec<_> = newest.filter(|item| item.at >= since).cloned().collect();
        items.reverse();
        let reached = items.first().map(|item| item.at);
        let next = Some(first + part).filter(|next| *next < state.there.len());
        Ok(Reread { items, next: next.map(|next| next.to_string()), reached })
    }
}

#[async_trait]
impl Moderate for Pretend {
    fn offers(&self, _: &str, piece: &Piece) -> Vec<Act> {
        match piece.ours {
            true => vec![Act::Delete],
            false if self.0.lock().unwrap().hides_nothing => vec![Act::Like, Act::Unlike],
            false => vec![Act::Like, Act::Unlike, Act::Hide, Act::Unhide],
        }
    }

    async fn act(&self, _: &Call, act: Act, piece: &Piece) -> Result<(), NetworkError> {
        let mut state = self.0.lock().unwrap();
        if let Some(refusal) = state.refusals.pop_front() {
            return Err(refusal);
        }
        state.acts.push((act, piece.remote_id.clone()));
        Ok(())
    }

    fn privately(&self, _: &Piece) -> Option<Value> {
        Some(json!({ "visibility": "direct" }))
    }

    fn blocks(&self) -> bool {
        true
    }

    async fn block(&self, _: &Call, person: &str, blocked: bool) -> Result<(), NetworkError> {
        let mut state = self.0.lock().unwrap();
        if let Some(refusal) = state.refusals.pop_front() {
            return Err(refusal);
        }
        state.blocked.push((person.to_owned(), blocked));
        Ok(())
    }
}

#[async_trait]
impl Publish for Pretend {
    fn send_key(&self, publication: [u8; 16], _: Timestamp) -> String {
        format!("{publication:02x?}")
    }

    fn prepare(&self, content: &Content, _: &Limits, _: Timestamp) -> Result<Value, NetworkError> {
        Ok(json!({ "text": content.text }))
    }

    async fn stage(&self, _: &Call, prepared: &Prepared) -> Result<channels::Staged, NetworkError> {
        Ok(channels::Staged::Ready(prepared.payload.clone()))
    }

    async fn send(&self, call: &Call, prepared: &Prepared) -> Result<Outcome, NetworkError> {
        let mut state = self.0.lock().unwrap();
        if let Some(answer) = state.sends.pop_front() {
            return answer;
        }
        state.accepted.push(prepared.content.clone());
        let id = format!("ours-{}", state.accepted.len());
        let url = Some(format!("https://pretend.test/{id}"));
        Ok(Outcome::Published(Remote { id, url, at: Some(call.now) }))
    }

    async fn find(&self, call: &Call, _: &Prepared, _: &[String]) -> Result<Found, NetworkError> {
        let remote = Remote { id: "ours-found".to_owned(), url: None, at: Some(call.now) };
        Ok(Found::There(remote))
    }

    fn repeat(&self) -> Repeat {
        Repeat::AfterReadingBack
    }
}

/// When the things of these stories were said, in minutes after eight.
pub fn at(minutes: i64) -> Timestamp {
    let eight: Timestamp = "2026-11-22T08:00:00Z".parse().unwrap();
    eight + SignedDuration::from_mins(minutes)
}

/// Something said by someone; the story changes what it needs.
pub fn item(id: &str, kind: ItemKind, author: &str, text: &str, minutes: i64) -> InboxItem {
    InboxItem {
        remote_id: id.to_owned(),
        kind,
        author: person(author),
        text: text.to_owned(),
        url: Some(format!("https://pretend.test/{id}")),
        at: at(minutes),
        in_reply_to: None,
        root: None,
        root_text: None,
        root_url: None,
        pictures: Vec::new(),
        data: json!({ "visibility": "public" }),
        letter: None,
    }
}

/// An answer under our post `root`.
pub fn answer(id: &str, author: &str, to: &str, root: &str, minutes: i64) -> InboxItem {
    InboxItem {
        in_reply_to: Some(to.to_owned()),
        root: Some(root.to_owned()),
        root_text: Some("Le pain du jour".to_owned()),
        root_url: Some(format!("https://pretend.test/{root}")),
        ..item(id, ItemKind::Reply, author, &format!("{author} dit {id}"), minutes)
    }
}

/// What we wrote at the network itself.
pub fn ours(id: &str, to: &str, minutes: i64) -> InboxItem {
    let mut item = answer(id, "fournil", to, "post", minutes);
    item.author.remote_id = "1".to_owned();
    item
}

pub fn like(id: &str, author: &str, post: &str, minutes: i64) -> InboxItem {
    InboxItem { root: Some(post.to_owned()), ..item(id, ItemKind::Like, author, "", minutes) }
}

pub fn person(name: &str) -> RemoteProfile {
    RemoteProfile {
        remote_id: format!("id-{name}"),
        handle: format!("{name}@pretend.social"),
        name: name.to_owned(),
        url: Some(format!("https://pretend.test/@{name}")),
        avatar_url: None,
        followers: None,
    }
}

pub fn batch(items: Vec<InboxItem>, cursor: &str) -> InboxBatch {
    InboxBatch { items, cursor: Some(cursor.to_owned()), more: false }
}
