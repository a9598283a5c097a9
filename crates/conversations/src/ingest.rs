//! Storing what a poll brought: each message of a network in exactly one place, however often
//! and in whatever order it is given.

mod draft;
mod item;
mod place;
mod store;
mod taken;
mod undelivered;

use std::collections::HashSet;

use channels::{Channel, InboxBatch, InboxItem};
use database::{Error, Tx};
use jiff::Timestamp;
use members::identity;
use members::interaction::{self, InteractionKind, NewInteraction};
use platform::activity::{self, Subject};
use platform::{Actor, Brand};
use primitives::Id;
use serde_json::json;

use crate::change::{self, Because, NewChange};
use crate::conversation::{Conversation, StateWord};
use crate::message::Message;
use crate::{assignment, crisis, feedback, judgement, moderation, promise, settle};
use draft::{Drafts, Placed};
use place::{Known, Place};

pub(crate) use draft::preview;

/// What became of a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ingested {
    /// Messages and reactions that are new here.
    pub new_messages: u64,
    /// Answers of ours, written at the network itself, that are new here.
    pub answers: u64,
    /// What was here already.
    pub seen_before: u64,
    /// What could not be read; kept aside as it came.
    pub unreadable: u64,
    /// What of ours belongs to no conversation: own posts, own likes.
    pub ours: u64,
    /// Letters that answer something else than a conversation: a question put to an expert.
    pub handed_over: u64,
}

impl Ingested {
    /// Whether anything changed for those who read the inbox.
    pub fn brought_something(&self) -> bool {
        self.new_messages + self.answers > 0
    }

    pub(crate) fn add(&mut self, other: Ingested) {
        self.new_messages += other.new_messages;
        self.answers += other.answers;
        self.seen_before += other.seen_before;
        self.unreadable += other.unreadable;
        self.ours += other.ours;
        self.handed_over += other.handed_over;
    }
}

/// Stores a batch, and in the same transaction the place where the channel's next poll starts
/// and the instant (`next_at`) of that poll. The same batch again changes nothing.
///
/// # Errors
/// What the database met.
pub async fn ingest(
    channel: &Channel,
    batch: &InboxBatch,
    next_at: Timestamp,
    tx: &mut Tx,
) -> Result<Ingested, Error> {
    // First, because it holds the channel's row: two polls of one channel never interleave.
    channel.inbox_read(batch.cursor.as_deref(), next_at, tx).await?;
    Ok(take_in(channel, &batch.items, tx).await?.0)
}

/// Stores what is new of these items, wherever they come from; which messages are new. Whoever
/// calls holds the channel's row.
pub(crate) async fn take_in(
    channel: &Channel,
    items: &[InboxItem],
    tx: &mut Tx,
) -> Result<(Ingested, Vec<Id<Message>>), Error> {
    let mut done = Ingested::default();
    let items = readable(channel, items, &mut done, tx).await?;
    let items = taken::hand_over(channel, items, &mut done, tx).await?;
    let (items, known) = unknown_here(channel, items, &mut done, tx).await?;
    if items.is_empty() {
        return Ok((done, Vec::new()));
    }
    let days = place::Days::for_items(channel, &items, tx).await?;
    let placed = place::all(channel, items, known, &days);
    done.ours += placed.ours;
    store::keep_awaiting(channel, placed.awaiting, tx).await?;
    let new = store_placed(channel, placed.places, &placed.known, &mut done, tx).await?;
    Ok((done, new))
}

/// The items that can be read, each once, oldest first; the others are kept aside.
async fn readable(
    channel: &Channel,
    items: &[InboxItem],
    done: &mut Ingested,
    tx: &mut Tx,
) -> Result<Vec<InboxItem>, Error> {
    let (mut good, mut bad) = (Vec::with_capacity(items.len()), Vec::new());
    let mut ids = HashSet::with_capacity(items.len());
    for item in items {
        match item::checked(item) {
            Some(_) if !ids.insert(item.remote_id.as_str()) => done.seen_before += 1,
            Some(item) => good.push(item),
            None => bad.push(item),
        }
    }
    if !bad.is_empty() {
        let kept = store::keep_unreadable(channel, &bad, tx).await?;
        done.unreadable += kept;
        done.seen_before += bad.len() as u64 - kept;
        tracing::warn!(channel = %channel.id, kept, "items of an inbox are unreadable; kept aside");
    }
    Ok(good)
}

/// Leaves out what is here already, adds our own answers that waited for one of these, and
/// reads what the rest refers to.
async fn unknown_here(
    channel: &Channel,
    mut items: Vec<InboxItem>,
    done: &mut Ingested,
    tx: &mut Tx,
) -> Result<(Vec<InboxItem>, Known), Error> {
    let known = store::known(channel, &items, tx).await?;
    let before = items.len();
    items.retain(|item| !known.has(&item.remote_id));
    done.seen_before += (before - items.len()) as u64;
    let mut ids: Vec<String> = items.iter().map(|item| item.remote_id.clone()).collect();
    while !ids.is_empty() {
        let waited = store::take_awaiting(channel, &ids, tx).await?;
        ids = waited.iter().map(|item| item.remote_id.clone()).collect();
        items.extend(waited);
    }
    items.sort_by_key(|item| item.at);
    let mut seen = HashSet::with_capacity(items.len());
    items.retain(|item| seen.insert(item.remote_id.clone()));
    Ok((items, known))
}

async fn store_placed(
    channel: &Channel,
    places: Vec<(InboxItem, Place)>,
    known: &Known,
    done: &mut Ingested,
    tx: &mut Tx,
) -> Result<Vec<Id<Message>>, Error> {
    let is_ours = |item: &InboxItem| item.author.remote_id == channel.remote_account_id;
    let authors = places.iter().map(|(item, _)| &item.author);
    let authors = authors.filter(|author| author.remote_id != channel.remote_account_id);
    let identities = identity::observe_all(channel.brand, &channel.network, authors, tx).await?;
    let mut keys: Vec<&str> = places.iter().map(|(_, place)| place.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut drafts = Drafts::new(channel, store::existing(channel, &keys, tx).await?);
    let (mut acts, mut returned) = (Vec::with_capacity(places.len()), Vec::new());
    for (item, place) in places {
        let ours = is_ours(&item);
        let identity = identities.get(&item.author.remote_id).copied().filter(|_| !ours);
        if let Some(back) = item.letter.as_deref().and_then(|letter| letter.undelivered.clone()) {
            returned.push(back);
        }
        let publication = place.root.as_deref().and_then(|root| known.publication(root));
        let machine = item.letter.as_deref().is_some_and(|letter| letter.machine.is_some());
        if let Some(identity) = identity.filter(|_| !machine) {
            let kind = InteractionKind::from(item.kind);
            acts.push(NewInteraction {
                identity,
                channel: Some(channel.id),
                publication,
                kind,
                source_key: interaction::source_key(channel.id, kind, &item.remote_id),
                at: item.at.min(tx.now()),
            });
        }
        *(if ours { &mut done.answers } else { &mut done.new_messages }) += 1;
        drafts.add(Placed { item, place, identity, ours, publication }, tx);
    }
    let written = drafts.finish();
    store::insert_conversations(channel, &written.new, tx).await?;
    store::update_conversations(&written.changed, tx).await?;
    let messages: Vec<_> = written.messages.iter().map(|message| message.id).collect();
    let looks = moderation::arrived(&written.messages);
    let told = written.new.iter().chain(&written.changed);
    let told = told.filter(|draft| !draft.place.kind.is_reactions() && draft.of_people);
    let told: Vec<_> = told.map(|draft| draft.id).collect();
    let came = judgement::Came::of(&written.messages);
    crate::message::store::insert(written.messages, tx).await?;
    judgement::at_arrival(channel.brand, came, tx).await?;
    interaction::record_all(channel.brand, acts, tx).await?;
    settle::wait_again(&written.to_work_out, tx).await?;
    undelivered::note(channel, &returned, tx).await?;
    note_reopened(channel, written.reopened, tx).await?;
    moderation::examine(channel, &looks, tx).await?;
    assignment::give_out(channel.brand, &told, tx).await?;
    promise::work_out(channel.brand, &told, tx).await?;
    crisis::gather(channel.brand, &messages, tx).await?;
    feedback::at_arrival(channel.brand, &messages, tx).await?;
    Ok(messages)
}

async fn note_reopened(
    channel: &Channel,
    reopened: Vec<(Id<Conversation>, StateWord)>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let actor = Actor::system(channel.brand);
    let (open, because) = (StateWord::Open.as_str(), Because::NewMessage);
    let change = |(id, was): &(Id<Conversation>, StateWord)| {
        NewChange::of_state(*id, was.as_str(), open, because)
    };
    // Its promises are worked out with those of what came.
    change::write(reopened.iter().map(change).collect(), &actor, tx).await?;
    for (conversation, _) in reopened {
        let data = json!({ "because": because.as_str() });
        let subject = Subject::new("conversation", conversation);
        activity::record(tx, &actor, "conversation.reopened", subject, data).await?;
    }
    Ok(())
}

/// The brand's time zone, by which days begin.
async fn zone_of(channel: &Channel, tx: &mut Tx) -> Result<jiff::tz::TimeZone, Error> {
    let brand = Brand::for_system(channel.brand, tx).await?;
    Ok(brand.map_or(jiff::tz::TimeZone::UTC, |(brand, _)| brand.zone.time_zone().clone()))
}
