//! What the server keeps.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;
use primitives::text::{CountRule, count};
use serde::Deserialize;

use super::Options;
use crate::networks::control::{Deed, DeedKind, Marks, PostSeen};

/// The account under test.
pub(super) const ACCOUNT: u64 = 101;
pub(super) const USERNAME: &str = "boulangerie";
/// The one who talks to it.
pub(super) const CUSTOMER: u64 = 102;
pub(super) const TOKEN: &str = "fake-mastodon-token-of-the-bakery";

/// The state of the server.
pub(super) struct State {
    pub base: String,
    pub options: Options,
    pub accounts: BTreeMap<u64, Account>,
    pub tokens: BTreeMap<String, u64>,
    pub apps: BTreeMap<String, App>,
    pub codes: BTreeMap<String, Code>,
    pub statuses: BTreeMap<u64, Status>,
    pub media: BTreeMap<u64, Media>,
    pub notifications: VecDeque<Notification>,
    keys: BTreeMap<(u64, String), u64>,
    /// Whom the account under test blocks.
    pub blocked: std::collections::BTreeSet<u64>,
    last_id: u64,
    last_at: Timestamp,
}

#[derive(Clone)]
pub(super) struct Account {
    pub id: u64,
    pub username: String,
    pub name: String,
    pub followers: u64,
}

pub(super) struct App {
    pub secret: String,
    pub redirect: String,
}

/// An authorization code, with the PKCE challenge it was asked with.
pub(super) struct Code {
    pub client: String,
    pub challenge: Option<String>,
}

#[derive(Clone)]
pub(super) struct Status {
    pub id: u64,
    pub account: u64,
    pub text: String,
    pub key: Option<String>,
    pub media: Vec<u64>,
    pub in_reply_to: Option<u64>,
    pub visibility: String,
    pub language: Option<String>,
    pub poll: Option<Poll>,
    pub at: Timestamp,
    pub likes: u64,
    pub shares: u64,
    /// Whether the account under test likes it.
    pub liked: bool,
}

#[derive(Clone)]
pub(super) struct Media {
    pub id: u64,
    pub description: String,
    pub content_type: String,
    pub bytes: usize,
    /// How many more times it says that it is processing.
    pub waits: u32,
}

#[derive(Clone)]
pub(super) struct Notification {
    pub id: u64,
    pub kind: &'static str,
    pub account: u64,
    pub status: Option<u64>,
    pub at: Timestamp,
}

/// A question's answers.
#[derive(Clone, Deserialize)]
pub(super) struct Poll {
    pub options: Vec<String>,
    /// In seconds.
    pub expires_in: u64,
    #[serde(default)]
    pub multiple: bool,
}

/// A status to be.
pub(super) struct Draft {
    pub text: String,
    pub key: Option<String>,
    pub media: Vec<u64>,
    pub in_reply_to: Option<u64>,
    pub visibility: String,
    pub language: Option<String>,
    pub poll: Option<Poll>,
}

/// Why a status is refused: the HTTP status and Mastodon's words.
pub(super) type Refusal = (u16, String);

impl State {
    pub(super) fn new(base: String, options: Options) -> Self {
        let account = |id: u64, username: &str, name: &str, followers| Account {
            id,
            username: username.to_owned(),
            name: name.to_owned(),
            followers,
        };
        let accounts = [
            account(ACCOUNT, USERNAME, "Boulangerie Martin", 42),
            account(CUSTOMER, "camille", "Camille", 7),
        ];
        Self {
            base,
            accounts: accounts.into_iter().map(|account| (account.id, account)).collect(),
            tokens: BTreeMap::from([(TOKEN.to_owned(), ACCOUNT)]),
            apps: BTreeMap::new(),
            codes: BTreeMap::new(),
            statuses: BTreeMap::new(),
            media: BTreeMap::new(),
            notifications: VecDeque::new(),
            keys: BTreeMap::new(),
            blocked: std::collections::BTreeSet::new(),
            last_id: 115_000_000_000_000_000,
            last_at: options.ambient.now(),
            options,
        }
    }

    pub(super) fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// The present; never the same instant twice.
    fn tick(&mut self) -> Timestamp {
        let just_after = self.last_at + jiff::SignedDuration::from_millis(1);
        self.last_at = self.options.ambient.now().max(just_after);
        self.last_at
    }

    /// Publishes, or gives back the status that had the same key.
    pub(super) fn publish(&mut self, account: u64, draft: Draft) -> Result<Status, Refusal> {
        let known = draft.key.clone().map(|key| (account, key));
        if let Some(id) = known.as_ref().and_then(|known| self.keys.get(known))
            && let Some(status) = self.statuses.get(id)
            && self.options.honours_idempotency
        {
            return Ok(status.clone());
        }
        self.check(&draft)?;
        let status = self.store(account, draft);
        if let Some(known) = known {
            self.keys.insert(known, status.id);
        }
        Ok(status)
    }

    fn check(&self, draft: &Draft) -> Result<(), Refusal> {
        let refused = |words: &str| Err((422, format!("Validation failed: {words}")));
        let max = self.options.max_characters;
        let rule = CountRule::graphemes(max).with_urls(23, false).with_mentions_without_server();
        if draft.text.trim().is_empty() && draft.media.is_empty() {
            return refused("Text can't be blank");
        }
        if count(&draft.text, &rule).over {
            return refused(&format!("Text character limit of {max} exceeded"));
        }
        if draft.media.len() > 4 {
            return refused("Cannot attach more than 4 files");
        }
        if draft.media.iter().any(|id| !self.media.contains_key(id)) {
            return refused("Media not found");
        }
        if draft.media.iter().any(|id| self.media.get(id).is_some_and(|media| media.waits > 0)) {
            return refused("Cannot attach files that have not finished processing");
        }
        self.check_poll(draft)?;
        let videos = draft.media.iter().filter(|id| self.moves(**id)).count();
        if videos > 0 && draft.media.len() > 1 {
            return refused("Cannot attach a video to a post that already contains images");
        }
        if draft.in_reply_to.is_some_and(|id| !self.statuses.contains_key(&id)) {
            let words = "The post you are trying to reply to does not appear to exist.";
            return Err((404, words.to_owned()));
        }
        Ok(())
    }

    /// Whether a file is shown alone: a video, or an animation, which becomes one.
    fn moves(&self, id: u64) -> bool {
        self.media.get(&id).is_some_and(|media| {
            media.content_type.starts_with("video/") || media.content_type == "image/gif"
        })
    }

    fn check_poll(&self, draft: &Draft) -> Result<(), Refusal> {
        let Some(poll) = &draft.poll else { return Ok(()) };
        let refused = |words: &str| Err((422, format!("Validation failed: {words}")));
        if !draft.media.is_empty() {
            return refused("Cannot attach both a poll and media");
        }
        if draft.text.trim().is_empty() {
            return refused("Text can't be blank");
        }
        if !(2..=4).contains(&poll.options.len()) {
            return refused("Options must be from two to four items");
        }
        if poll.options.iter().any(|option| option.trim().is_empty() || option.chars().count() > 50)
        {
            return refused("Options cannot be longer than 50 characters each");
        }
        let distinct: std::collections::BTreeSet<_> = poll.options.iter().collect();
        if distinct.len() != poll.options.len() {
            return refused("Options contain duplicate items");
        }
        if !(300..=2_629_746).contains(&poll.expires_in) {
            return refused("Expires at is too soon or too far");
        }
        Ok(())
    }

    fn store(&mut self, account: u64, draft: Draft) -> Status {
        let status = Status {
            id: self.next_id(),
            account,
            text: draft.text.trim().to_owned(),
            key: draft.key,
            media: draft.media,
            in_reply_to: draft.in_reply_to,
            visibility: draft.visibility,
            language: draft.language,
            poll: draft.poll,
            at: self.tick(),
            likes: 0,
            shares: 0,
            liked: false,
        };
        self.statuses.insert(status.id, status.clone());
        status
    }

    pub(super) fn post_by_hand(&mut self, text: &str) -> String {
        self.store(ACCOUNT, Draft::said(text, None, "public")).id.to_string()
    }

    pub(super) fn delete(&mut self, id: &str) {
        if let Ok(id) = id.parse::<u64>() {
            self.statuses.remove(&id);
            self.notifications.retain(|notification| notification.status != Some(id));
        }
    }

    pub(super) fn notify(&mut self, kind: &'static str, account: u64, status: Option<u64>) {
        let (id, at) = (self.next_id(), self.tick());
        self.notifications.push_back(Notification { id, kind, account, status, at });
    }

    pub(super) fn people(&mut self, deed: &Deed) -> String {
        let to = deed.to.parse::<u64>().ok();
        match deed.kind {
            DeedKind::Reply => self.speak(&deed.text, to, "public"),
            DeedKind::Mention => self.speak(&deed.text, None, "public"),
            DeedKind::Direct => self.speak(&deed.text, None, "direct"),
            DeedKind::Quote => {
                let text = format!("RE: {}/@{USERNAME}/{}\n\n{}", self.base, deed.to, deed.text);
                let status = self.store(CUSTOMER, Draft::said(&text, None, "public"));
                self.notify("quote", CUSTOMER, Some(status.id));
                status.id.to_string()
            }
            DeedKind::Like | DeedKind::Share => self.react(deed.kind, to),
            DeedKind::Follow => {
                self.notify("follow", CUSTOMER, None);
                CUSTOMER.to_string()
            }
        }
    }

    fn speak(&mut self, text: &str, to: Option<u64>, visibility: &str) -> String {
        let text = match text.contains(&format!("@{USERNAME}")) {
            true => text.to_owned(),
            false => format!("@{USERNAME} {text}"),
        };
        let status = self.store(CUSTOMER, Draft::said(&text, to, visibility));
        self.notify("mention", CUSTOMER, Some(status.id));
        status.id.to_string()
    }

    fn react(&mut self, kind: DeedKind, to: Option<u64>) -> String {
        let Some(status) = to.and_then(|id| self.statuses.get_mut(&id)) else {
            return String::new();
        };
        let (id, name) = (status.id, if kind == DeedKind::Like { "favourite" } else { "reblog" });
        match kind {
            DeedKind::Like => status.likes += 1,
            _ => status.shares += 1,
        }
        self.notify(name, CUSTOMER, Some(id));
        id.to_string()
    }

    /// What the account under test likes; such a server hides nothing.
    pub(super) fn marks(&self) -> Marks {
        let liked = self.statuses.values().filter(|status| status.liked);
        Marks {
            liked: liked.map(|status| status.id.to_string()).collect(),
            hidden: Vec::new(),
            blocked: self.blocked.iter().map(u64::to_string).collect(),
        }
    }

    /// Likes or no longer likes; again changes nothing.
    pub(super) fn like(&mut self, id: u64, liked: bool) {
        if let Some(status) = self.statuses.get_mut(&id).filter(|status| status.liked != liked) {
            status.liked = liked;
            status.likes = if liked { status.likes + 1 } else { status.likes - 1 };
        }
    }

    pub(super) fn posts_seen(&self) -> Vec<PostSeen> {
        let ours = self.statuses.values().filter(|status| status.account == ACCOUNT);
        ours.map(|status| PostSeen {
            id: status.id.to_string(),
            text: status.text.clone(),
            key: status.key.clone(),
            alt_texts: status
                .media
                .iter()
                .filter_map(|id| self.media.get(id))
                .map(|media| media.description.clone())
                .collect(),
            in_reply_to: status.in_reply_to.map(|id| id.to_string()),
            choices: status.poll.iter().flat_map(|poll| poll.options.clone()).collect(),
            media_types: status
                .media
                .iter()
                .filter_map(|id| Some(self.media.get(id)?.content_type.clone()))
                .collect(),
            visibility: status.visibility.clone(),
            at: status.at.as_microsecond(),
        })
        .collect()
    }
}

impl Draft {
    fn said(text: &str, in_reply_to: Option<u64>, visibility: &str) -> Draft {
        Draft {
            text: text.to_owned(),
            key: None,
            media: Vec::new(),
            in_reply_to,
            visibility: visibility.to_owned(),
            language: Some("fr".to_owned()),
            poll: None,
        }
    }
}
