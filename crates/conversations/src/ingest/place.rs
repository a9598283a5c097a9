//! Which conversation an item belongs to.
//!
//! - An answer, a mention or a quote: the thread with its author under the first post of the
//!   thread, so that two people under one post are two conversations.
//! - A review: a conversation of its own.
//! - A private message: the one private conversation with its author.
//! - A letter: its thread, by the letters that it names; without any, the thread with its author on
//!   the same subject, when it says that it answers.
//! - A like or a share: the reactions to that post. A follow: the follows of that day.
//! - What we wrote at the network itself: the conversation of the message it answers.

use std::collections::HashMap;

use channels::{Channel, InboxItem, ItemKind, Letter, Publication};
use database::{Error, Tx};
use jiff::tz::TimeZone;
use primitives::Id;

use super::zone_of;
use crate::conversation::ConversationKind;

/// A conversation, by what makes it the same one.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// Its key, unique in the channel.
    pub key: String,
    /// What it is, if it is new.
    pub kind: ConversationKind,
    /// The first post of the thread, or the post reacted to.
    pub root: Option<String>,
}

/// What the channel's ids that a batch names stand for here.
#[derive(Default)]
pub(super) struct Known {
    /// Messages, by id: where they are.
    pub messages: HashMap<String, Place>,
    /// Publications, by id.
    pub publications: HashMap<String, OurPublication>,
    /// Of letters that name none, the thread on their subject, by their own id.
    pub by_subject: HashMap<String, Place>,
}

/// Something that Parvis published.
pub(super) struct OurPublication {
    pub id: Id<Publication>,
    /// Where it answers, for an answer.
    pub place: Option<Place>,
}

impl Known {
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id) || self.publications.contains_key(id)
    }

    pub fn publication(&self, id: &str) -> Option<Id<Publication>> {
        self.publications.get(id).map(|publication| publication.id)
    }

    fn place_of(&self, id: &str) -> Option<&Place> {
        let of_publication = || self.publications.get(id).and_then(|ours| ours.place.as_ref());
        self.messages.get(id).or_else(of_publication)
    }
}

/// The zone by which a follow's day is told; read only when there is a follow.
pub(super) struct Days(TimeZone);

impl Days {
    pub async fn for_items(
        channel: &Channel,
        items: &[InboxItem],
        tx: &mut Tx,
    ) -> Result<Self, Error> {
        if items.iter().any(|item| item.kind == ItemKind::Follow) {
            return Ok(Self(zone_of(channel, tx).await?));
        }
        Ok(Self(TimeZone::UTC))
    }
}

/// Where everything goes.
pub(super) struct AllPlaced {
    /// What has a place, oldest first.
    pub places: Vec<(InboxItem, Place)>,
    /// Our answers to messages that have not come.
    pub awaiting: Vec<InboxItem>,
    /// How many of ours belong to no conversation.
    pub ours: u64,
    pub known: Known,
}

/// Finds the place of each item; they come oldest first.
pub(super) fn all(
    channel: &Channel,
    items: Vec<InboxItem>,
    mut known: Known,
    days: &Days,
) -> AllPlaced {
    let (mut places, mut later) = (Vec::with_capacity(items.len()), Vec::new());
    for item in items {
        let ours = item.author.remote_id == channel.remote_account_id;
        let place = match ours {
            true => answered_by(&item, &known),
            false => Some(of_person(&item, &known, days)),
        };
        match place {
            Some(place) => {
                known.messages.insert(item.remote_id.clone(), place.clone());
                places.push((item, place));
            }
            None => later.push(item),
        }
    }
    // Once more: a network's clocks may put an answer before what it answers.
    let (mut awaiting, mut ours) = (Vec::new(), 0);
    for item in later {
        if let Some(place) = answered_by(&item, &known) {
            known.messages.insert(item.remote_id.clone(), place.clone());
            places.push((item, place));
        } else if belongs_nowhere(&item, &known) {
            ours += 1;
        } else {
            awaiting.push(item);
        }
    }
    AllPlaced { places, awaiting, ours, known }
}

fn of_person(item: &InboxItem, known: &Known, days: &Days) -> Place {
    let kind = ConversationKind::from(item.kind);
    let author = &item.author.remote_id;
    if let Some(letter) = item.letter.as_deref() {
        return of_letter(item, letter, known);
    }
    match item.kind {
        ItemKind::Direct => Place { key: format!("direct {author}"), kind, root: None },
        ItemKind::Follow => {
            let day = item.at.to_zoned(days.0.clone()).date();
            Place { key: format!("follows {day}"), kind, root: None }
        }
        ItemKind::Like | ItemKind::Share => {
            let root = item.root.as_ref().or(item.in_reply_to.as_ref()).unwrap_or(&item.remote_id);
            Place { key: format!("reactions {root}"), kind, root: Some(root.clone()) }
        }
        ItemKind::Reply | ItemKind::Mention | ItemKind::Quote | ItemKind::Review => {
            let parent = item.in_reply_to.as_deref().and_then(|id| known.place_of(id));
            // What answers a message that was split off follows it.
            if let Some(split) = parent.filter(|place| place.key.starts_with("split ")) {
                return split.clone();
            }
            let root = root_of(item, known);
            Place { key: format!("thread {root} {author}"), kind, root: Some(root) }
        }
    }
}

fn of_letter(item: &InboxItem, letter: &Letter, known: &Known) -> Place {
    let there = thread_of(item, letter, known).or_else(|| known.by_subject.get(&item.remote_id));
    if let Some(place) = there {
        return place.clone();
    }
    let first = letter.thread.first().or(item.in_reply_to.as_ref()).unwrap_or(&item.remote_id);
    let (key, kind) = (format!("letters {first}"), ConversationKind::from(item.kind));
    Place { key, kind, root: None }
}

/// The thread of the nearest letter before it that is here.
fn thread_of<'a>(item: &InboxItem, letter: &Letter, known: &'a Known) -> Option<&'a Place> {
    let back = letter.undelivered.as_ref().map(|undelivered| &undelivered.letter);
    let named = back.into_iter().chain(&item.in_reply_to).chain(letter.thread.iter().rev());
    named.filter_map(|id| known.place_of(id)).find(|place| !place.kind.is_reactions())
}

/// The first post of the thread: that of the message answered when it is here, else the one the
/// network names, else the message answered, else the message itself begins a thread.
fn root_of(item: &InboxItem, known: &Known) -> String {
    let parent = item.in_reply_to.as_deref().and_then(|id| known.place_of(id));
    let inherited = parent.filter(|place| !place.kind.is_reactions()).and_then(|p| p.root.as_ref());
    let given = item.root.as_ref().or(item.in_reply_to.as_ref());
    inherited.or(given).unwrap_or(&item.remote_id).clone()
}

/// The conversation of the message that an item of ours answers, if it is here.
fn answered_by(item: &InboxItem, known: &Known) -> Option<Place> {
    if ConversationKind::from(item.kind).is_reactions() {
        return None;
    }
    if let Some(letter) = item.letter.as_deref() {
        return thread_of(item, letter, known).cloned();
    }
    let place = known.place_of(item.in_reply_to.as_deref()?)?;
    (!place.kind.is_reactions()).then(|| place.clone())
}

/// Whether an item of ours answers nobody: our own posts, threads and likes.
fn belongs_nowhere(item: &InboxItem, known: &Known) -> bool {
    let answers_a_post = |id: &String| known.publications.contains_key(id);
    ConversationKind::from(item.kind).is_reactions()
        || item.in_reply_to.as_ref().is_none_or(answers_a_post)
}
