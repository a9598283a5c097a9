//! Reading a mailbox: what came since the last time, by the numbers that the server gives letters.
//! Nothing is marked as read and nothing is moved.

use std::collections::BTreeMap;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use channels::connector::Inbox;
use channels::{Blind, Call, InboxBatch, InboxItem, NetworkError, Piece, Rejection, Reread};
use futures_util::TryStreamExt;
use jiff::{SignedDuration, Timestamp};
use mail_parser::MessageParser;
use serde::{Deserialize, Serialize};
use tokio::time::timeout;

use super::account::Account;
use super::folders::INBOX;
use super::letter::{Back, Spot, clean_id, item};
use super::session::{Session, reopen, within};
use super::{Mail, letter, parts};
use crate::answer::{rejected, unreadable};

/// How many letters one poll brings.
const BATCH: usize = 25;
/// How far back a mailbox is read the first time, in days and in letters.
const FIRST: SignedDuration = SignedDuration::from_hours(24 * 14);
const MOST_FIRST: usize = 200;
/// How far before the last reading one looks once the server has numbered its letters anew: what
/// comes twice is known by its Message-ID.
const AGAIN: SignedDuration = SignedDuration::from_hours(24 * 3);
/// The rest of a second.
const WITHIN: SignedDuration = SignedDuration::from_millis(999);
/// Letters heavier than this are read by their beginning only.
const MOST_WHOLE: u32 = 40 * 1024 * 1024;
const BEGINNING: u32 = 2 * 1024 * 1024;

/// Where the next reading of each folder starts.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Cursor {
    folders: BTreeMap<String, Place>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Place {
    /// The numbering that `next` belongs to.
    validity: u32,
    /// The first number that was not read.
    next: u32,
    /// When it was last read, in seconds.
    seen: i64,
}

#[async_trait]
impl Inbox for Mail {
    async fn poll(&self, call: &Call, cursor: Option<&str>) -> Result<InboxBatch, NetworkError> {
        let account = Account::of(call).await?;
        let cursor = cursor.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default();
        let session = reopen(&call.http, &account).await?;
        let mut reader = Reader { call, account: &account, session, cursor };
        let mut batch = InboxBatch::default();
        reader.folder(INBOX, false, &mut batch).await?;
        if let Some(sent) = &account.sent {
            reader.folder(sent, true, &mut batch).await?;
        }
        batch.items.sort_by_key(|item| item.at);
        batch.cursor = serde_json::to_string(&reader.cursor).ok();
        leave(reader.session).await;
        Ok(batch)
    }

    async fn reread(
        &self,
        call: &Call,
        since: Timestamp,
        at: Option<&str>,
    ) -> Result<Reread, NetworkError> {
        let account = Account::of(call).await?;
        let session = reopen(&call.http, &account).await?;
        let mut reader = Reader { call, account: &account, session, cursor: Cursor::default() };
        let validity =
            reader.examine(INBOX).await?.ok_or_else(|| unreadable("there is no INBOX"))?.0;
        let (numbering, before) = at.and_then(|at| at.split_once(' ')).unwrap_or_default();
        let before = match numbering == validity.to_string() {
            true => before.parse().unwrap_or(u32::MAX),
            false => u32::MAX,
        };
        let mut uids = reader.search(&format!("SINCE {}", day(since))).await?;
        uids.retain(|uid| *uid < before);
        let part = uids.split_off(uids.len().saturating_sub(BATCH));
        let mut items = Vec::with_capacity(part.len());
        reader.read(INBOX, validity, &part, false, &mut items).await?;
        items.retain(|item| item.at >= since);
        items.sort_by_key(|item| item.at);
        leave(reader.session).await;
        let next =
            part.first().filter(|_| !uids.is_empty()).map(|first| format!("{validity} {first}"));
        let reached = items.first().map(|item| item.at).filter(|_| next.is_some()).or(Some(since));
        Ok(Reread { items, next, reached })
    }

    async fn file(&self, call: &Call, of: &Piece, number: usize) -> Result<Bytes, NetworkError> {
        let account = Account::of(call).await?;
        let session = reopen(&call.http, &account).await?;
        let mut reader = Reader { call, account: &account, session, cursor: Cursor::default() };
        let raw = reader.again(of).await?;
        leave(reader.session).await;
        let gone =
            || rejected(Rejection::ReplyTargetGone, "the letter is no longer in the mailbox");
        let raw = raw.ok_or_else(gone)?;
        let found = tokio::task::spawn_blocking(move || {
            let message = MessageParser::default().parse(&raw)?;
            let files = parts::files(&message);
            files.get(number).map(|part| parts::bytes(part))
        });
        found.await.map_err(|_| unreadable("the letter can't be read"))?.ok_or_else(gone)
    }

    fn blind(&self) -> &'static [Blind] {
        &[Blind::Removed]
    }
}

struct Reader<'a> {
    call: &'a Call,
    account: &'a Account,
    session: Session,
    cursor: Cursor,
}

impl Reader<'_> {
    /// Reads what is new in a folder, as far as the batch has room.
    async fn folder(
        &mut self,
        name: &str,
        sent: bool,
        batch: &mut InboxBatch,
    ) -> Result<(), NetworkError> {
        let Some((validity, uid_next)) = self.examine(name).await? else { return Ok(()) };
        let known = self.cursor.folders.get(name).copied();
        let next = match known.filter(|place| place.validity == validity) {
            Some(place) => place.next,
            None => self.start(known, sent, uid_next).await?,
        };
        let mut uids = Vec::new();
        if uid_next != Some(next) {
            uids = self.search(&format!("UID {next}:*")).await?;
            uids.retain(|uid| *uid >= next);
        }
        let room = BATCH.saturating_sub(batch.items.len());
        batch.more |= uids.len() > room;
        uids.truncate(room);
        self.read(name, validity, &uids, sent, &mut batch.items).await?;
        let next = uids.last().map_or(next, |last| last.saturating_add(1));
        let place = Place { validity, next, seen: self.call.now.as_second() };
        self.cursor.folders.insert(name.to_owned(), place);
        Ok(())
    }

    /// Opens a folder for reading only: its numbering, and the number of the letter to come.
    async fn examine(&mut self, name: &str) -> Result<Option<(u32, Option<u32>)>, NetworkError> {
        let patience = self.call.http.patience();
        let opened = within(patience, self.account, async {
            match self.session.examine(name).await {
                Err(async_imap::error::Error::No(_)) if name != INBOX => Ok(None),
                opened => opened.map(Some),
            }
        });
        let opened = opened.await?;
        Ok(opened.map(|folder| (folder.uid_validity.unwrap_or(0), folder.uid_next)))
    }

    /// Where reading starts in a folder never read, or numbered anew since.
    async fn start(
        &mut self,
        known: Option<Place>,
        sent: bool,
        uid_next: Option<u32>,
    ) -> Result<u32, NetworkError> {
        let since = match known.and_then(|place| Timestamp::from_second(place.seen).ok()) {
            Some(seen) => seen.saturating_sub(AGAIN).unwrap_or(seen),
            // What we sent before is nobody's question.
            None if sent => return Ok(uid_next.unwrap_or(1)),
            None => self.call.now.saturating_sub(FIRST).unwrap_or(self.call.now),
        };
        let mut uids = self.search(&format!("SINCE {}", day(since))).await?;
        if known.is_none() {
            uids = uids.split_off(uids.len().saturating_sub(MOST_FIRST));
        }
        Ok(uids.first().copied().or(uid_next).unwrap_or(1))
    }

    async fn search(&mut self, query: &str) -> Result<Vec<u32>, NetworkError> {
        let patience = self.call.http.patience();
        let found = within(patience, self.account, self.session.uid_search(query)).await?;
        let mut uids: Vec<u32> = found.into_iter().collect();
        uids.sort_unstable();
        Ok(uids)
    }

    /// Reads letters by their numbers; one that went meanwhile is passed over.
    async fn read(
        &mut self,
        folder: &str,
        validity: u32,
        uids: &[u32],
        sent: bool,
        items: &mut Vec<InboxItem>,
    ) -> Result<(), NetworkError> {
        if uids.is_empty() {
            return Ok(());
        }
        for (uid, size, at) in self.facts(uids).await? {
            let Some(raw) = self.raw(uid, size).await? else { continue };
            let spot = Spot { folder: folder.to_owned(), validity, uid };
            let own = self.call.remote_account_id.clone();
            // Servers tell seconds: it came before that one was over, and after what came in it.
            let at = at.map(|at| at.saturating_add(WITHIN).unwrap_or(at)).unwrap_or(self.call.now);
            let kept = (raw.clone(), spot.clone());
            // A letter that no reader could bear must not keep the others from coming.
            let read = tokio::task::spawn_blocking(move || item(&raw, at, spot, &own, sent)).await;
            items.push(read.unwrap_or_else(|_| letter::unreadable(&kept.0, at, kept.1)));
        }
        Ok(())
    }

    /// The size of each letter, and when the server got it, by number.
    async fn facts(
        &mut self,
        uids: &[u32],
    ) -> Result<Vec<(u32, u32, Option<Timestamp>)>, NetworkError> {
        let set: Vec<String> = uids.iter().map(u32::to_string).collect();
        let patience = self.call.http.patience();
        let fetched = within(patience, self.account, async {
            let query = "(UID RFC822.SIZE INTERNALDATE)";
            self.session.uid_fetch(set.join(","), query).await?.try_collect::<Vec<_>>().await
        });
        let mut facts = Vec::with_capacity(uids.len());
        for one in fetched.await? {
            let Some(uid) = one.uid.filter(|uid| uids.contains(uid)) else { continue };
            let at = one.internal_date().and_then(|at| Timestamp::from_second(at.timestamp()).ok());
            facts.push((uid, one.size.unwrap_or(0), at));
        }
        facts.sort_unstable_by_key(|(uid, ..)| *uid);
        facts.dedup_by_key(|(uid, ..)| *uid);
        Ok(facts)
    }

    /// A letter as it is, or its beginning.
    async fn raw(&mut self, uid: u32, size: u32) -> Result<Option<Bytes>, NetworkError> {
        let query = match size > MOST_WHOLE {
            true => format!("(UID BODY.PEEK[]<0.{BEGINNING}>)"),
            false => "(UID BODY.PEEK[])".to_owned(),
        };
        let patience = self.call.http.patience() * 4;
        let fetched = within(patience, self.account, async {
            self.session.uid_fetch(uid.to_string(), query).await?.try_collect::<Vec<_>>().await
        });
        let fetched = fetched.await?;
        let one = fetched.iter().find(|one| one.uid == Some(uid));
        Ok(one.and_then(|one| one.body()).map(Bytes::copy_from_slice))
    }

    /// A letter read before: where it was, else wherever its Message-ID is.
    async fn again(&mut self, of: &Piece) -> Result<Option<Bytes>, NetworkError> {
        let back: Back = serde_json::from_value(of.data.clone()).unwrap_or_default();
        if let Some(spot) = &back.spot
            && let Some((validity, _)) = self.examine(&spot.folder).await?
            && validity == spot.validity
            && let Some(raw) = self.raw(spot.uid, 0).await?
            && is_that_one(&raw, back.id.as_deref())
        {
            return Ok(Some(raw));
        }
        let Some(id) = back.id.filter(|id| !id.contains(['"', '\\'])) else { return Ok(None) };
        for folder in [Some(INBOX.to_owned()), self.account.sent.clone()].into_iter().flatten() {
            if self.examine(&folder).await?.is_none() {
                continue;
            }
            let found = self.search(&format!("HEADER Message-ID \"{id}\"")).await?;
            if let Some(uid) = found.last() {
                return self.raw(*uid, 0).await;
            }
        }
        Ok(None)
    }
}

fn is_that_one(raw: &[u8], id: Option<&str>) -> bool {
    let headers = MessageParser::default().parse_headers(raw);
    let found = headers.and_then(|headers| headers.message_id().and_then(clean_id));
    id.is_none() || found.as_deref() == id
}

async fn leave(mut session: Session) {
    // Whether the server says goodbye or not, it is over.
    drop(timeout(Duration::from_secs(2), session.logout()).await);
}

/// A day as IMAP writes it; the server's own days may differ by one from ours.
fn day(at: Timestamp) -> String {
    let before = at.saturating_sub(SignedDuration::from_hours(24)).unwrap_or(at);
    before.strftime("%-d-%b-%Y").to_string()
}
