//! What a batch changes in each conversation, worked out before anything is written.

use std::collections::HashMap;

use channels::{Channel, InboxItem, Publication};
use database::Tx;
use jiff::Timestamp;
use members::Identity;
use primitives::Id;
use primitives::text::shorten;

use super::place::Place;
use crate::conversation::{Conversation, ConversationKind, StateWord};
use crate::message::store::NewMessage;
use crate::message::{Direction, MessageData};

/// How much of a message a list shows, in graphemes.
const PREVIEW: usize = 160;

/// One item with everything that is known of it.
pub(super) struct Placed {
    pub item: InboxItem,
    pub place: Place,
    /// Its author, unless it is ours.
    pub identity: Option<Id<Identity>>,
    pub ours: bool,
    /// The publication it answers or reacts to.
    pub publication: Option<Id<Publication>>,
}

/// A conversation as it is stored.
#[derive(Debug, Clone)]
pub(super) struct Existing {
    pub id: Id<Conversation>,
    pub state: StateWord,
    pub unread: bool,
    pub waiting_since: Option<Timestamp>,
    pub answered_at: Option<Timestamp>,
    pub last_message_at: Timestamp,
    pub identity: Option<Id<Identity>>,
    pub publication: Option<Id<Publication>>,
    /// Whether the words or the address of what it is about are known.
    pub about_is_known: bool,
    /// The conversation of the key itself, when it was put with this one.
    pub origin: Option<Id<Conversation>>,
}

/// A conversation as it will be.
#[derive(Debug)]
pub(super) struct Draft {
    pub id: Id<Conversation>,
    pub place: Place,
    pub identity: Option<Id<Identity>>,
    pub publication: Option<Id<Publication>>,
    pub about_text: Option<String>,
    pub about_url: Option<String>,
    /// The last message's preview, when it is one of these.
    pub preview: Option<String>,
    /// How many messages come in addition.
    pub more: i64,
    pub last_message_at: Timestamp,
    pub waiting_since: Option<Timestamp>,
    pub answered_at: Option<Timestamp>,
    pub reopens: bool,
    /// Whether something of theirs came.
    pub unread: bool,
    /// Whether somebody wrote any of it.
    pub of_people: bool,
    existing: Option<Existing>,
    /// When their new messages were said.
    said: Vec<Timestamp>,
    last_text: Option<String>,
}

/// The changes of a batch, by conversation.
pub(super) struct Drafts<'a> {
    channel: &'a Channel,
    existing: HashMap<String, Existing>,
    merged: bool,
    by_key: HashMap<String, (usize, Option<Id<Conversation>>)>,
    drafts: Vec<Draft>,
    messages: Vec<NewMessage>,
}

/// What is to be written.
pub(super) struct Written {
    pub new: Vec<Draft>,
    pub changed: Vec<Draft>,
    pub messages: Vec<NewMessage>,
    /// Conversations that an answer written at the network came into: who waits there follows
    /// from all their messages.
    pub to_work_out: Vec<Id<Conversation>>,
    /// Conversations that a new message opens again, and what they were.
    pub reopened: Vec<(Id<Conversation>, StateWord)>,
}

impl<'a> Drafts<'a> {
    pub fn new(channel: &'a Channel, existing: HashMap<String, Existing>) -> Self {
        let (by_key, drafts, messages) = (HashMap::new(), Vec::new(), Vec::new());
        let merged = existing.values().any(|existing| existing.origin.is_some());
        Self { channel, existing, merged, by_key, drafts, messages }
    }

    /// Adds an item to its conversation.
    pub fn add(&mut self, placed: Placed, tx: &Tx) {
        // A network's clock may be ahead of ours; nothing was said after it came.
        let sent_at = placed.item.at.min(tx.now());
        let (at, origin) = match self.by_key.get(&placed.place.key) {
            Some(known) => *known,
            None => self.begin(&placed, sent_at, tx),
        };
        let draft = &mut self.drafts[at];
        draft.take(&placed, sent_at);
        let message = message(self.channel, draft.id, origin, placed, sent_at, tx);
        self.messages.push(message);
    }

    fn begin(
        &mut self,
        placed: &Placed,
        sent_at: Timestamp,
        tx: &Tx,
    ) -> (usize, Option<Id<Conversation>>) {
        let existing = self.existing.remove(&placed.place.key);
        let origin = existing.as_ref().and_then(|existing| existing.origin);
        // Of conversations put together, several keys lead to one.
        let same = existing.as_ref().filter(|_| self.merged).map(|existing| existing.id);
        let there = same.and_then(|id| self.drafts.iter().position(|draft| draft.id == id));
        let at = there.unwrap_or_else(|| {
            self.drafts.push(Draft::begin(existing, placed, sent_at, tx));
            self.drafts.len() - 1
        });
        self.by_key.insert(placed.place.key.clone(), (at, origin));
        (at, origin)
    }

    /// What is to be written.
    pub fn finish(self) -> Written {
        let mut written = Written {
            new: Vec::new(),
            changed: Vec::new(),
            messages: self.messages,
            to_work_out: Vec::new(),
            reopened: Vec::new(),
        };
        for mut draft in self.drafts {
            draft.settle();
            let was = draft.existing.as_ref().map(|existing| existing.state);
            if let Some(was) = was.filter(|_| draft.reopens) {
                written.reopened.push((draft.id, was));
                // What was put aside before it was answered waits again too.
                if was == StateWord::Snoozed {
                    written.to_work_out.push(draft.id);
                }
            }
            match &draft.existing {
                None => written.new.push(draft),
                Some(existing) => {
                    if draft.answered_at > existing.answered_at {
                        written.to_work_out.push(draft.id);
                    }
                    written.changed.push(draft);
                }
            }
        }
        // Rows are held in one order everywhere, so that nobody waits crosswise.
        written.changed.sort_by_key(|draft| draft.id);
        written
    }
}

impl Draft {
    fn begin(existing: Option<Existing>, placed: &Placed, sent_at: Timestamp, tx: &Tx) -> Self {
        Draft {
            id: existing.as_ref().map_or_else(|| tx.new_id(), |existing| existing.id),
            place: placed.place.clone(),
            identity: None,
            publication: None,
            about_text: None,
            about_url: None,
            preview: None,
            more: 0,
            last_message_at: existing.as_ref().map_or(sent_at, |e| e.last_message_at),
            waiting_since: existing.as_ref().and_then(|e| e.waiting_since),
            answered_at: existing.as_ref().and_then(|e| e.answered_at),
            reopens: false,
            unread: existing.as_ref().is_some_and(|e| e.unread),
            of_people: false,
            existing,
            said: Vec::new(),
            last_text: None,
        }
    }

    fn take(&mut self, placed: &Placed, sent_at: Timestamp) {
        self.more += 1;
        if sent_at >= self.last_message_at {
            self.last_message_at = sent_at;
            self.last_text = Some(placed.item.text.clone());
        }
        let machine = placed.item.letter.as_ref().is_some_and(|letter| letter.machine.is_some());
        self.of_people |= !machine;
        if placed.ours {
            self.answered_at = self.answered_at.max(Some(sent_at));
            return;
        }
        let known = self.identity.or(self.existing.as_ref().and_then(|there| there.identity));
        // A notice in their thread is not from them.
        self.identity = if machine { known.or(placed.identity) } else { placed.identity.or(known) };
        let letter = placed.item.letter.as_deref();
        // Nobody waits where nobody wrote.
        if !machine {
            self.said.push(sent_at);
            self.unread |= !self.place.kind.is_reactions();
        }
        if let Some(letter) = letter.filter(|letter| !letter.subject.is_empty()) {
            self.about_text = self.about_text.take().or_else(|| Some(letter.subject.clone()));
        }
        if self.place.kind != ConversationKind::Direct {
            self.publication = self.publication.or(placed.publication);
            self.about_text = self.about_text.take().or_else(|| placed.item.root_text.clone());
            self.about_url = self.about_url.take().or_else(|| placed.item.root_url.clone());
        }
    }

    /// Whether more changes than its last message: columns that rarely do are left alone, for
    /// their indexes' sake.
    pub fn changes_more(&self) -> bool {
        let Some(existing) = &self.existing else { return false };
        let about =
            !existing.about_is_known && (self.about_text.is_some() || self.about_url.is_some());
        about
            || self.waiting_since != existing.waiting_since
            || self.answered_at != existing.answered_at
            || self.unread != existing.unread
            || (self.identity.is_some() && self.identity != existing.identity)
            || (self.publication.is_some() && existing.publication.is_none())
    }

    /// Works out who waits, once everything of the batch is known.
    fn settle(&mut self) {
        self.preview = self.last_text.take().map(|text| preview(&text));
        if self.place.kind.is_reactions() {
            return;
        }
        let unanswered = self.said.iter().copied().filter(|at| Some(*at) > self.answered_at).min();
        if let Some(since) = unanswered {
            self.reopens = self.existing.as_ref().is_some_and(|e| e.state != StateWord::Open);
            self.waiting_since = Some(self.waiting_since.map_or(since, |before| before.min(since)));
        }
    }
}

fn message(
    channel: &Channel,
    conversation: Id<Conversation>,
    origin: Option<Id<Conversation>>,
    placed: Placed,
    sent_at: Timestamp,
    tx: &Tx,
) -> NewMessage {
    let item = placed.item;
    NewMessage {
        id: tx.new_id(),
        brand: channel.brand,
        conversation,
        channel: channel.id,
        direction: if placed.ours { Direction::Outbound } else { Direction::Inbound },
        kind: item.kind,
        remote_id: Some(item.remote_id),
        publication: None,
        identity: placed.identity,
        teammate: None,
        text: item.text,
        url: item.url,
        in_reply_to: item.in_reply_to,
        origin,
        data: MessageData {
            root: item.root,
            pictures: item.pictures,
            media: Vec::new(),
            letter: item.letter,
            network: item.data,
        },
        sent_at,
    }
}

/// The beginning of a text, on one line.
pub(crate) fn preview(text: &str) -> String {
    // Of a very long text only the beginning is looked at.
    let end = text.char_indices().nth(PREVIEW * 8).map_or(text.len(), |(at, _)| at);
    let line = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
    // Most messages are short, and looking for graphemes costs more than storing them.
    if line.len() <= PREVIEW { line } else { shorten(&line, PREVIEW).into_owned() }
}
