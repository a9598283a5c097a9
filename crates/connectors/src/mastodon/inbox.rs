//! Reading notifications forward from where the last poll ended, so that none is skipped.

use std::collections::HashMap;

use async_trait::async_trait;
use channels::connector::Inbox;
use channels::{Blind, Call, InboxBatch, InboxItem, ItemKind, NetworkError, Reread};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Mastodon;
use super::client::Server;
use super::wire::{Context, Notification, Status};
use crate::answer::unreadable;

/// Pages of 40 read in one poll: each reply costs one more request, and servers take 300 in five
/// minutes.
const PAGES: usize = 3;
/// How many notifications before the newest are read again: two that come at the same moment may
/// become visible in the other order.
const OVERLAP: usize = 10;

/// Where the next poll starts.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Cursor {
    /// Only what is newer than this is read.
    after: String,
    /// Of what is newer, what has been given already, newest first.
    seen: Vec<String>,
}

#[async_trait]
impl Inbox for Mastodon {
    async fn poll(&self, call: &Call, cursor: Option<&str>) -> Result<InboxBatch, NetworkError> {
        let server = Server::of(call).await?;
        let start = cursor.and_then(|cursor| serde_json::from_str::<Cursor>(cursor).ok());
        let (pages, more) = match &start {
            None => (from_the_newest(&server).await?, false),
            Some(start) => forward(&server, start).await?,
        };
        // Newest first.
        let fresh: Vec<Value> = match &start {
            None => pages,
            Some(start) => pages
                .into_iter()
                .filter(|value| id_of(value).is_some_and(|id| !start.seen.iter().any(|s| s == id)))
                .collect(),
        };
        let cursor = next_cursor(start, &fresh);
        let mut reader = Reader { call, server, contexts: HashMap::new() };
        let mut items = Vec::new();
        for value in fresh.into_iter().rev() {
            items.extend(reader.item(value).await?);
        }
        Ok(InboxBatch { items, cursor, more })
    }

    async fn reread(
        &self,
        call: &Call,
        since: Timestamp,
        at: Option<&str>,
    ) -> Result<Reread, NetworkError> {
        let server = Server::of(call).await?;
        let page = page(&server, "max_id", at).await?;
        let last = page.last().and_then(id_of).map(str::to_owned);
        let reached = page.last().and_then(created_at);
        let done = reached.is_none_or(|reached| reached < since) || last.as_deref() == at;
        let recent = page.into_iter().filter(|value| created_at(value) >= Some(since));
        let recent: Vec<Value> = recent.collect();
        let mut reader = Reader { call, server, contexts: HashMap::new() };
        let mut items = Vec::new();
        for value in recent.into_iter().rev() {
            items.extend(reader.item(value).await?);
        }
        Ok(Reread { items, next: last.filter(|_| !done), reached })
    }

    fn blind(&self) -> &'static [Blind] {
        &[Blind::Removed, Blind::Dismissed]
    }
}

fn created_at(value: &Value) -> Option<Timestamp> {
    value.get("created_at")?.as_str()?.parse().ok()
}

/// The newest, a few hundred at most, newest first.
async fn from_the_newest(server: &Server) -> Result<Vec<Value>, NetworkError> {
    let mut all: Vec<Value> = Vec::new();
    let mut before: Option<String> = None;
    for _ in 0..PAGES {
        let page = page(server, "max_id", before.as_deref()).await?;
        before = page.last().and_then(id_of).map(str::to_owned);
        if before.is_none() || all.iter().any(|value| id_of(value) == before.as_deref()) {
            break;
        }
        all.extend(page);
    }
    Ok(all)
}

/// What is newer than the cursor, newest first, and whether more is waiting.
async fn forward(server: &Server, start: &Cursor) -> Result<(Vec<Value>, bool), NetworkError> {
    let mut all: Vec<Value> = Vec::new();
    let mut after = start.after.clone();
    for _ in 0..PAGES {
        let page = page(server, "min_id", Some(&after)).await?;
        let Some(newest) = page.first().and_then(id_of).map(str::to_owned) else {
            return Ok((all, false));
        };
        // A server that does not know `min_id` gives the newest again.
        if newest == after || all.iter().any(|value| id_of(value) == Some(&newest)) {
            return Ok((all, false));
        }
        all.splice(0..0, page);
        after = newest;
    }
    Ok((all, true))
}

async fn page(server: &Server, name: &str, id: Option<&str>) -> Result<Vec<Value>, NetworkError> {
    let mut query = vec![("limit", "40")];
    if let Some(id) = id {
        query.push((name, id));
    }
    let answer = server.ask(server.get("/api/v1/notifications").query(&query)).await?;
    answer.json().map_err(unreadable)
}

fn id_of(value: &Value) -> Option<&str> {
    value.get("id")?.as_str()
}

fn next_cursor(start: Option<Cursor>, fresh: &[Value]) -> Option<String> {
    let start = start.unwrap_or_default();
    let new = fresh.iter().filter_map(id_of).map(str::to_owned);
    let mut seen: Vec<String> = new.chain(start.seen).collect();
    if seen.is_empty() {
        return None;
    }
    let after = match seen.get(OVERLAP) {
        Some(id) => id.clone(),
        // Too few yet to step forward: everything from the beginning is read again.
        None if start.after.is_empty() => "0".to_owned(),
        None => start.after,
    };
    seen.truncate(OVERLAP);
    serde_json::to_string(&Cursor { after, seen }).ok()
}

struct Reader<'a> {
    call: &'a Call,
    server: Server,
    /// The posts above a status, by the status they answer.
    contexts: HashMap<String, Vec<Status>>,
}

impl Reader<'_> {
    /// What a notification means for the inbox; `None` for what Parvis does not know.
    async fn item(&mut self, value: Value) -> Result<Option<InboxItem>, NetworkError> {
        let notification: Notification = match serde_json::from_value(value) {
            Ok(notification) => notification,
            Err(error) => {
                tracing::warn!(server = %self.call.server, %error, "a notification is unreadable");
                return Ok(None);
            }
        };
        let kind = notification.kind.as_str();
        match (kind, &notification.status) {
            ("mention" | "quote", Some(_)) => self.words(notification).await.map(Some),
            ("favourite", Some(_)) => Ok(self.reaction(notification, ItemKind::Like)),
            ("reblog", Some(_)) => Ok(self.reaction(notification, ItemKind::Share)),
            ("follow", _) => Ok(Some(self.follow(notification))),
            _ => Ok(None),
        }
    }

    async fn words(&mut self, notification: Notification) -> Result<InboxItem, NetworkError> {
        let quoting = notification.kind == "quote";
        let Some(status) = notification.status else {
            return Err(unreadable("a mention without its status"));
        };
        let call = self.call;
        let above = self.above(&status).await?;
        let ours = |account: &str| account == call.remote_account_id;
        let in_our_thread = above.iter().any(|status| ours(&status.account.id))
            || status.in_reply_to_account_id.as_deref().is_some_and(ours);
        let kind = match status.visibility.as_str() {
            "direct" => ItemKind::Direct,
            _ if quoting => ItemKind::Quote,
            _ if in_our_thread => ItemKind::Reply,
            _ => ItemKind::Mention,
        };
        let root = above.first();
        let data = json!({ "acct": status.account.acct, "visibility": status.visibility });
        Ok(InboxItem {
            remote_id: status.id.clone(),
            kind,
            author: status.account.profile(&call.server),
            text: status.text(),
            url: status.url.clone(),
            at: status.created_at,
            root: root.map(|root| root.id.clone()).or_else(|| status.in_reply_to_id.clone()),
            root_text: root.map(Status::text),
            root_url: root.and_then(|root| root.url.clone()),
            pictures: status.pictures(),
            in_reply_to: status.in_reply_to_id,
            data,
            letter: None,
        })
    }

    /// The posts above a status, the first of the thread first.
    async fn above(&mut self, status: &Status) -> Result<&[Status], NetworkError> {
        let Some(parent) = status.in_reply_to_id.clone() else { return Ok(&[]) };
        if !self.contexts.contains_key(&parent) {
            let path = format!("/api/v1/statuses/{}/context", status.id);
            let context: Option<Context> = self.server.find(self.server.get(&path)).await?;
            self.contexts.insert(parent.clone(), context.unwrap_or_default().ancestors);
        }
        Ok(self.contexts.get(&parent).map_or(&[], Vec::as_slice))
    }

    fn reaction(&self, notification: Notification, kind: ItemKind) -> Option<InboxItem> {
        let status = notification.status?;
        let author = notification.account.profile(&self.call.server);
        Some(InboxItem {
            // Given, taken back and given again, it is the same like.
            remote_id: format!("{}:{}:{}", kind.as_str(), status.id, notification.account.id),
            kind,
            author,
            text: String::new(),
            url: None,
            at: notification.created_at,
            in_reply_to: None,
            root: Some(status.id.clone()),
            root_text: Some(status.text()),
            root_url: status.url,
            pictures: Vec::new(),
            data: Value::Null,
            letter: None,
        })
    }

    fn follow(&self, notification: Notification) -> InboxItem {
        let author = notification.account.profile(&self.call.server);
        InboxItem {
            remote_id: format!("follow:{}", notification.account.id),
            kind: ItemKind::Follow,
            text: String::new(),
            url: author.url.clone(),
            author,
            at: notification.created_at,
            in_reply_to: None,
            root: None,
            root_text: None,
            root_url: None,
            pictures: Vec::new(),
            data: Value::Null,
            letter: None,
        }
    }
}
