//! Reading notifications back from the newest until what was read before, with an overlap: what
//! is dated earlier than it arrives is not missed.

use std::collections::BTreeMap;

use async_trait::async_trait;
use channels::connector::Inbox;
use channels::{Blind, Call, InboxBatch, InboxItem, ItemKind, NetworkError, Reread};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::pds::Pds;
use super::wire::{Notification, Notifications, Post, Reply, Strong, text_of};
use super::{Bluesky, page, posts};

/// Pages of 100 read in one poll.
const PAGES: usize = 3;
/// How far before the newest known the reading goes on.
const OVERLAP: SignedDuration = SignedDuration::from_mins(30);
/// How many marks are kept of what was given. Should more come within the overlap, some is given
/// twice, under the same id.
const MARKS: usize = 300;

/// Where the next poll starts.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
struct Cursor {
    /// The newest that was given.
    newest: Option<Timestamp>,
    /// Marks of the newest that was given, with their instants.
    given: BTreeMap<String, Timestamp>,
    /// Everything older than this was given, or was too old for the first reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    floor: Option<Timestamp>,
    /// A reading that is not done: where it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    walk: Option<Walk>,
}

/// A reading that goes on in the next poll.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Walk {
    /// The network's own cursor.
    at: String,
    /// Down to where it reads.
    until: Option<Timestamp>,
}

#[async_trait]
impl Inbox for Bluesky {
    async fn poll(&self, call: &Call, cursor: Option<&str>) -> Result<InboxBatch, NetworkError> {
        let pds = Pds::of(call);
        let known = cursor.and_then(|cursor| serde_json::from_str::<Cursor>(cursor).ok());
        let first = known.is_none();
        let mut known = known.unwrap_or_default();
        let (read, walk) = read_back(&pds, &known).await?;
        let mut fresh = Vec::new();
        let until = known.until();
        let old = |at: Timestamp| Some(at) < known.floor && until.is_some_and(|until| at < until);
        let read: Vec<Notification> = read.into_iter().filter(|n| !old(n.indexed_at)).collect();
        if first && walk.is_some() {
            known.floor = read.last().map(|notification| notification.indexed_at);
        }
        for notification in read {
            let mark = mark(&notification);
            if known.given.insert(mark, notification.indexed_at).is_none() {
                known.newest = known.newest.max(Some(notification.indexed_at));
                fresh.push(notification);
            }
        }
        // The very first reading stops where it stops.
        known.walk = walk.filter(|_| !first);
        let more = known.walk.is_some();
        if !more {
            known.forget_old();
        }
        fresh.reverse();
        let items = items(call, &pds, fresh).await?;
        Ok(InboxBatch { items, cursor: serde_json::to_string(&known).ok(), more })
    }

    async fn reread(
        &self,
        call: &Call,
        since: Timestamp,
        at: Option<&str>,
    ) -> Result<Reread, NetworkError> {
        let pds = Pds::of(call);
        let mut query = vec![("limit", "100")];
        query.extend(at.map(|at| ("cursor", at)));
        let method = "app.bsky.notification.listNotifications";
        let answer: Notifications = pds.get(method, &query).await?;
        let read = answer.notifications.into_iter();
        let read: Vec<Notification> =
            read.filter_map(|value| serde_json::from_value(value).ok()).collect();
        let reached = read.last().map(|last| last.indexed_at);
        let done = reached.is_none_or(|reached| reached < since) || answer.cursor.as_deref() == at;
        let recent = read.into_iter().filter(|notification| notification.indexed_at >= since);
        let mut recent: Vec<Notification> = recent.collect();
        recent.reverse();
        let items = items(call, &pds, recent).await?;
        Ok(Reread { items, next: answer.cursor.filter(|_| !done), reached })
    }

    fn blind(&self) -> &'static [Blind] {
        &[Blind::Removed, Blind::Direct]
    }
}

/// Reads from the newest (or from where the last poll stopped) down to the overlap; newest
/// first, with where to go on if that is not done.
async fn read_back(
    pds: &Pds<'_>,
    known: &Cursor,
) -> Result<(Vec<Notification>, Option<Walk>), NetworkError> {
    let until = known.until();
    let mut at = known.walk.as_ref().map(|walk| walk.at.clone());
    let mut read: Vec<Notification> = Vec::new();
    for _ in 0..PAGES {
        let mut query = vec![("limit", "100")];
        if let Some(at) = &at {
            query.push(("cursor", at));
        }
        let method = "app.bsky.notification.listNotifications";
        let answer: Notifications = pds.get(method, &query).await?;
        let oldest = answer.notifications.last().and_then(|last| last["indexedAt"].as_str());
        let oldest = oldest.and_then(|at| at.parse::<Timestamp>().ok());
        let empty = answer.notifications.is_empty();
        read.extend(answer.notifications.into_iter().filter_map(|notification| {
            let read = serde_json::from_value(notification);
            read.inspect_err(|error| tracing::warn!(%error, "a notification is unreadable")).ok()
        }));
        let reached = until.is_some_and(|until| oldest.is_none_or(|oldest| oldest < until));
        match answer.cursor {
            Some(next) if !reached && !empty => at = Some(next),
            _ => return Ok((read, None)),
        }
    }
    Ok((read, at.map(|at| Walk { at, until })))
}

/// A short mark of what was given: the address tells records apart.
fn mark(notification: &Notification) -> String {
    hex::encode(&Sha256::digest(&notification.uri)[..8])
}

impl Cursor {
    /// Down to where a reading goes.
    fn until(&self) -> Option<Timestamp> {
        match &self.walk {
            Some(walk) => walk.until,
            None => self.newest.and_then(|newest| newest.checked_sub(OVERLAP).ok()),
        }
    }

    /// Keeps the newest marks only.
    fn forget_old(&mut self) {
        if self.given.len() <= MARKS {
            return;
        }
        let mut instants: Vec<Timestamp> = self.given.values().copied().collect();
        instants.sort_unstable();
        let floor = instants[instants.len() - MARKS];
        self.given.retain(|_, at| *at >= floor);
        self.floor = Some(floor);
    }
}

/// What the notifications mean, oldest first, with the posts they are about.
async fn items(
    call: &Call,
    pds: &Pds<'_>,
    notifications: Vec<Notification>,
) -> Result<Vec<InboxItem>, NetworkError> {
    let kinds: Vec<(ItemKind, Notification)> = notifications
        .into_iter()
        .filter_map(|notification| Some((kind(&notification.reason)?, notification)))
        .collect();
    let about = kinds.iter().flat_map(|(kind, notification)| {
        [Some(notification.uri.clone()), root(*kind, notification).map(|root| root.uri)]
    });
    let about: Vec<String> = about.flatten().collect();
    let shown = posts::by_uri(pds, about.iter().map(String::as_str)).await?;
    let items =
        kinds.into_iter().map(|(kind, notification)| item(call, kind, notification, &shown));
    Ok(items.collect())
}

/// What Parvis calls it; `None` for what it does not know.
fn kind(reason: &str) -> Option<ItemKind> {
    Some(match reason {
        "reply" => ItemKind::Reply,
        "mention" => ItemKind::Mention,
        "quote" => ItemKind::Quote,
        "like" => ItemKind::Like,
        "repost" => ItemKind::Share,
        "follow" => ItemKind::Follow,
        _ => return None,
    })
}

/// What the record of a reply answers.
fn reply_of(notification: &Notification) -> Option<Reply> {
    serde_json::from_value(notification.record["reply"].clone()).ok()
}

/// The first post of its thread, or the post that it is about.
fn root(kind: ItemKind, notification: &Notification) -> Option<Strong> {
    match kind {
        ItemKind::Reply | ItemKind::Mention => reply_of(notification).map(|reply| reply.root),
        ItemKind::Follow => None,
        _ => {
            let uri = notification.reason_subject.clone()?;
            Some(Strong { uri, cid: String::new() })
        }
    }
}

fn item(
    call: &Call,
    kind: ItemKind,
    notification: Notification,
    shown: &BTreeMap<String, Post>,
) -> InboxItem {
    let root = root(kind, &notification).map(|root| root.uri);
    let root_post = root.as_ref().and_then(|uri| shown.get(uri));
    let root_author = root.as_ref().and_then(|uri| uri.strip_prefix("at://")?.split('/').next());
    let reply = reply_of(&notification);
    let speaks = matches!(kind, ItemKind::Reply | ItemKind::Mention | ItemKind::Quote);
    let own = shown.get(&notification.uri).filter(|_| speaks);
    let author = notification.author.profile();
    InboxItem {
        kind,
        text: if speaks { text_of(&notification.record) } else { String::new() },
        url: match kind {
            ItemKind::Follow => author.url.clone(),
            _ if speaks => page(&author.handle, &notification.uri),
            _ => None,
        },
        author,
        at: notification.indexed_at,
        in_reply_to: reply.as_ref().map(|reply| reply.parent.uri.clone()),
        root_text: root_post.map(Post::text),
        root_url: root.as_ref().zip(root_author).and_then(|(uri, author)| {
            page(if author == call.remote_account_id { &call.handle } else { author }, uri)
        }),
        root,
        pictures: own.map(Post::pictures).unwrap_or_default(),
        data: if speaks { answerable(&notification, reply) } else { Value::Null },
        remote_id: notification.uri,
        letter: None,
    }
}

/// What an answer to this must give back: the thread's root and this very record.
fn answerable(notification: &Notification, reply: Option<Reply>) -> Value {
    let Some(cid) = notification.cid.clone() else { return Value::Null };
    let parent = Strong { uri: notification.uri.clone(), cid };
    let root = reply.map_or_else(|| parent.clone(), |reply| reply.root);
    json!(Reply { root, parent })
}
