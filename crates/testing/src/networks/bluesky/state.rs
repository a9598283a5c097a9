//! What the server keeps.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use primitives::text::{CountRule, count};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Options;
use crate::networks::control::{Deed, DeedKind, Marks, PostSeen};

/// The account under test.
pub(super) const DID: &str = "did:plc:boulangerie2222222222222";
pub(super) const HANDLE: &str = "boulangerie.test";
pub(super) const PASSWORD: &str = "abcd-efgh-ijkl-mnop";
/// The one who talks to it.
pub(super) const CUSTOMER: &str = "did:plc:camille22222222222222222";
pub(super) const CUSTOMER_HANDLE: &str = "camille.test";

pub(super) const POST: &str = "app.bsky.feed.post";

/// The state of the server.
pub(super) struct State {
    pub base: String,
    pub options: Options,
    /// Access tokens, with when they run out.
    pub access: BTreeMap<String, Timestamp>,
    /// Access tokens that ran out or were taken away early: `ExpiredToken`, not `InvalidToken`.
    pub known_access: BTreeSet<String>,
    pub refresh: BTreeSet<String>,
    pub password_works: bool,
    pub opened: u32,
    pub renewed: u32,
    pub records: BTreeMap<String, Record>,
    pub blobs: BTreeMap<String, Blob>,
    pub notifications: Vec<Notification>,
    last: u64,
    last_at: Timestamp,
}

#[derive(Clone)]
pub(super) struct Record {
    pub uri: String,
    pub cid: String,
    pub value: Value,
    pub at: Timestamp,
}

pub(super) struct Blob {
    pub content_type: String,
    pub size: usize,
}

pub(super) struct Notification {
    pub uri: String,
    pub reason: &'static str,
    pub subject: Option<String>,
    pub at: Timestamp,
}

/// Why a record is refused: the error's name and words.
pub(super) type Refusal = (&'static str, String);

impl State {
    pub(super) fn new(base: String, options: Options) -> Self {
        Self {
            base,
            access: BTreeMap::new(),
            known_access: BTreeSet::new(),
            refresh: BTreeSet::new(),
            password_works: true,
            opened: 0,
            renewed: 0,
            records: BTreeMap::new(),
            blobs: BTreeMap::new(),
            notifications: Vec::new(),
            last: 0,
            last_at: options.ambient.now(),
            options,
        }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// The present to the millisecond, as the network writes it; never the same instant twice.
    fn tick(&mut self) -> Timestamp {
        let just_after = self.last_at + SignedDuration::from_millis(1);
        let now = self.options.ambient.now().max(just_after).as_millisecond();
        self.last_at = Timestamp::from_millisecond(now).unwrap_or(just_after);
        self.last_at
    }

    /// A new pair of tokens.
    pub(super) fn open(&mut self) -> (String, String) {
        let number = self.next();
        let (access, refresh) = (format!("fake-access-{number}"), format!("fake-refresh-{number}"));
        let until =
            self.options.ambient.now() + SignedDuration::from_secs(self.options.access_seconds);
        self.access.insert(access.clone(), until);
        self.known_access.insert(access.clone());
        self.refresh.insert(refresh.clone());
        (access, refresh)
    }

    /// Writes a record under a key: again is the same, another one there is refused. The second
    /// value says whether anything was written.
    /// `swap` is the version that may be replaced, as the network has it: not given, any may;
    /// null, none.
    pub(super) fn put(
        &mut self,
        uri: &str,
        value: &Value,
        swap: Option<&Value>,
    ) -> Result<(Record, bool), Refusal> {
        self.check(value)?;
        let cid = cid(value);
        if let Some(there) = self.records.get(uri) {
            if there.cid == cid {
                return Ok((there.clone(), false));
            }
            if swap.is_some_and(|swap| *swap != json!(there.cid)) {
                return Err(("InvalidSwap", format!("Record was at {}", there.cid)));
            }
        } else if swap.is_some_and(|swap| !swap.is_null()) {
            return Err(("InvalidSwap", "Record was at null".to_owned()));
        }
        let at = self.tick();
        let record = Record { uri: uri.to_owned(), cid, value: value.clone(), at };
        self.records.insert(uri.to_owned(), record.clone());
        Ok((record, true))
    }

    fn check(&self, value: &Value) -> Result<(), Refusal> {
        let refused = |words: String| {
            Err(("InvalidRequest", format!("Invalid app.bsky.feed.post record: {words}")))
        };
        let text = value["text"].as_str().unwrap_or_default();
        let graphemes = count(text, &CountRule::graphemes(300));
        if graphemes.over {
            let used = graphemes.used;
            return refused(format!("grapheme too big (maximum 300, got {used}) at $.record.text"));
        }
        if text.len() > 3000 {
            let used = text.len();
            return refused(format!("string too big (maximum 3000, got {used}) at $.record.text"));
        }
        if value["createdAt"].as_str().and_then(|at| at.parse::<Timestamp>().ok()).is_none() {
            return refused("Missing required key \"createdAt\" at $.record".to_owned());
        }
        let empty = Vec::new();
        let images = value["embed"]["images"].as_array().unwrap_or(&empty);
        if images.len() > 4 {
            return refused("array too big (maximum 4) at $.record.embed.images".to_owned());
        }
        let thumb = value["embed"]["external"].get("thumb");
        for (blob, most) in images
            .iter()
            .map(|image| (&image["image"], 2_000_000))
            .chain(thumb.map(|t| (t, 1_000_000)))
        {
            let reference = blob["ref"]["$link"].as_str().unwrap_or_default();
            let Some(known) = self.blobs.get(reference) else {
                return Err(("BlobNotFound", format!("Could not find blob: {reference}")));
            };
            if known.size > most {
                return refused(format!("blob too big (maximum {most}, got {})", known.size));
            }
        }
        self.check_video(&value["embed"])?;
        self.check_reply(&value["reply"])?;
        self.check_facets(text, value)
    }

    fn check_video(&self, embed: &Value) -> Result<(), Refusal> {
        if embed["$type"] != "app.bsky.embed.video" {
            return Ok(());
        }
        let refused = |words: &str| {
            Err(("InvalidRequest", format!("Invalid app.bsky.feed.post record: {words}")))
        };
        let reference = embed["video"]["ref"]["$link"].as_str().unwrap_or_default();
        let Some(known) = self.blobs.get(reference) else {
            return Err(("BlobNotFound", format!("Could not find blob: {reference}")));
        };
        if known.content_type != "video/mp4" {
            return refused("wrong mime type at $.record.embed.video");
        }
        let side = |name: &str| embed["aspectRatio"][name].as_u64().unwrap_or(0);
        if embed.get("aspectRatio").is_some() && (side("width") == 0 || side("height") == 0) {
            return refused("integer too small (minimum 1) at $.record.embed.aspectRatio");
        }
        Ok(())
    }

    /// Stricter than the network, which shows such a post nowhere: what is answered is there, as
    /// it is named, and the thread begins where it says.
    fn check_reply(&self, reply: &Value) -> Result<(), Refusal> {
        if reply.is_null() {
            return Ok(());
        }
        let there = |of: &Value| {
            let record = self.records.get(of["uri"].as_str().unwrap_or_default())?;
            (record.cid == of["cid"].as_str().unwrap_or_default()).then_some(record)
        };
        let (root, parent) = (&reply["root"], &reply["parent"]);
        let Some((_, above)) = there(root).zip(there(parent)) else {
            return Err(("InvalidRequest", "what is answered is not there".to_owned()));
        };
        let begins = &above.value["reply"]["root"];
        let first = if begins.is_null() { parent } else { begins };
        if first["uri"] != root["uri"] {
            return Err(("InvalidRequest", "the thread begins elsewhere".to_owned()));
        }
        Ok(())
    }

    fn check_facets(&self, text: &str, value: &Value) -> Result<(), Refusal> {
        for facet in value["facets"].as_array().unwrap_or(&Vec::new()) {
            let (start, end) = (&facet["index"]["byteStart"], &facet["index"]["byteEnd"]);
            let place = start.as_u64().zip(end.as_u64());
            let sound = place.is_some_and(|(start, end)| {
                start < end && text.get(start as usize..end as usize).is_some()
            });
            if !sound {
                return Err(("InvalidRequest", format!("Invalid facet index {start}..{end}")));
            }
        }
        Ok(())
    }

    pub(super) fn people(&mut self, deed: &Deed) -> String {
        let strong = self.records.get(&deed.to).map(|to| json!({ "uri": to.uri, "cid": to.cid }));
        let at = self.tick().to_string();
        let (collection, reason, value) = match deed.kind {
            DeedKind::Reply => {
                let root = self.records.get(&deed.to).map(|to| to.value["reply"]["root"].clone());
                let root = root.filter(|root| !root.is_null()).or_else(|| strong.clone());
                (
                    POST,
                    "reply",
                    json!({ "text": deed.text, "langs": ["fr"],
                    "reply": { "root": root, "parent": strong } }),
                )
            }
            DeedKind::Quote => (
                POST,
                "quote",
                json!({ "text": deed.text,
                "embed": { "$type": "app.bsky.embed.record", "record": strong } }),
            ),
            DeedKind::Mention | DeedKind::Direct => {
                let text = format!("@{HANDLE} {}", deed.text);
                let feature = json!({ "$type": "app.bsky.richtext.facet#mention", "did": DID });
                (
                    POST,
                    "mention",
                    json!({ "text": text, "facets": [{ "features": [feature],
                    "index": { "byteStart": 0, "byteEnd": HANDLE.len() + 1 } }] }),
                )
            }
            DeedKind::Like => ("app.bsky.feed.like", "like", json!({ "subject": strong })),
            DeedKind::Share => ("app.bsky.feed.repost", "repost", json!({ "subject": strong })),
            DeedKind::Follow => ("app.bsky.graph.follow", "follow", json!({ "subject": DID })),
        };
        let mut value = value;
        value["$type"] = json!(collection);
        value["createdAt"] = json!(at);
        let uri = self.store(CUSTOMER, collection, value);
        let subject = (!deed.to.is_empty()).then(|| deed.to.clone());
        self.notify(&uri, reason, subject);
        uri
    }

    fn store(&mut self, did: &str, collection: &str, value: Value) -> String {
        let uri = format!("at://{did}/{collection}/fake{}", self.next());
        let (cid, at) = (cid(&value), self.tick());
        self.records.insert(uri.clone(), Record { uri: uri.clone(), cid, value, at });
        uri
    }

    fn notify(&mut self, uri: &str, reason: &'static str, subject: Option<String>) {
        let at = self.tick();
        self.notifications.push(Notification { uri: uri.to_owned(), reason, subject, at });
    }

    pub(super) fn unknown(&mut self) {
        let value =
            json!({ "$type": "app.bsky.graph.starterpack", "createdAt": self.tick().to_string() });
        let uri = self.store(CUSTOMER, "app.bsky.graph.starterpack", value);
        self.notify(&uri, "starterpack-joined", None);
    }

    pub(super) fn our_likes(&self) -> impl Iterator<Item = &Record> {
        let start = format!("at://{DID}/app.bsky.feed.like/");
        self.records.values().filter(move |record| record.uri.starts_with(&start))
    }

    /// What the account under test likes, and what it hides under its posts.
    pub(super) fn marks(&self) -> Marks {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let start = format!("at://{DID}/app.bsky.feed.threadgate/");
        let gates = self.records.values().filter(|record| record.uri.starts_with(&start));
        Marks {
            liked: self.our_likes().map(|like| text(&like.value["subject"]["uri"])).collect(),
            hidden: gates
                .flat_map(|gate| gate.value["hiddenReplies"].as_array().into_iter().flatten())
                .map(text)
                .collect(),
            blocked: self.our_blocks().map(|block| text(&block.value["subject"])).collect(),
        }
    }

    pub(super) fn our_blocks(&self) -> impl Iterator<Item = &Record> {
        let start = format!("at://{DID}/app.bsky.graph.block/");
        self.records.values().filter(move |record| record.uri.starts_with(&start))
    }

    pub(super) fn posts_seen(&self) -> Vec<PostSeen> {
        let start = format!("at://{DID}/{POST}/");
        let mut seen: Vec<PostSeen> = self
            .records
            .values()
            .filter_map(|record| Some((record.uri.strip_prefix(&start)?, record)))
            .map(|(key, record)| PostSeen {
                id: record.uri.clone(),
                text: record.value["text"].as_str().unwrap_or_default().to_owned(),
                key: Some(key.to_owned()),
                alt_texts: joined(record)
                    .map(|(joined, _)| joined["alt"].as_str().unwrap_or_default().to_owned())
                    .collect(),
                choices: Vec::new(),
                media_types: joined(record)
                    .map(|(_, blob)| blob["mimeType"].as_str().unwrap_or_default().to_owned())
                    .collect(),
                in_reply_to: record.value["reply"]["parent"]["uri"].as_str().map(str::to_owned),
                visibility: "public".to_owned(),
                at: record.at.as_microsecond(),
            })
            .collect();
        seen.sort_by_key(|post| post.at);
        seen
    }
}

/// The pictures or the video of a post, each with its blob.
fn joined(record: &Record) -> impl Iterator<Item = (&Value, &Value)> {
    let embed = &record.value["embed"];
    let images = embed["images"].as_array().into_iter().flatten();
    let video = embed.get("video").map(|blob| (embed, blob));
    images.map(|image| (image, &image["image"])).chain(video)
}

/// A content id: the same for the same content, whatever the order of its keys.
pub(super) fn cid(value: &Value) -> String {
    let digest = hex::encode(Sha256::digest(value.to_string()));
    format!("bafyrei{}", &digest[..52])
}
