//! What is said in a crisis, by whom, and how it goes.

use std::collections::HashMap;

use channels::Channel;
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use language::Shingles;
use members::Identity;
use platform::{Actor, Right};
use primitives::Id;

use super::burst::{Basis, Prediction, Span};
use super::store::{counting, messages};
use super::watch::{Slot, zone_of};
use super::{Crisis, CrisisError, store, timeline};
use crate::conversation::Conversation;
use crate::message::Message;

/// From how alike on two messages say the same.
const ALIKE: f64 = 0.4;
/// How many messages a room shows and compares.
const MOST: i64 = 2_000;
/// How many hours the curve shows.
const HOURS: i64 = 72;

/// One message of a crisis.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// Its line in the room.
    pub id: Id<Said>,
    /// The message; none in a rehearsal.
    pub message: Option<Id<Message>>,
    /// Where it was said; none in a rehearsal.
    pub conversation: Option<Id<Conversation>>,
    /// On which channel.
    pub channel: Option<Id<Channel>>,
    /// Who said it.
    pub identity: Option<Id<Identity>>,
    /// Their name.
    pub author: String,
    /// Their handle.
    pub handle: String,
    /// How many follow them; not every network says it.
    pub followers: Option<i64>,
    /// The words.
    pub words: String,
    /// The language that they are in, as it was read: `fr`.
    pub language: Option<String>,
    /// When it was said.
    pub at: Timestamp,
    /// Its public address.
    pub url: Option<String>,
    /// When it was first answered, from the room or elsewhere.
    pub answered_at: Option<Timestamp>,
}

/// Messages that say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct LikeGroup {
    /// The messages, the oldest first.
    pub said: Vec<Said>,
    /// How many people said it.
    pub authors: usize,
    /// Followers of those of whom they are known.
    pub reach: i64,
    /// Of how many of them they are known.
    pub reach_known: usize,
}

/// Someone who speaks in a crisis.
#[derive(Debug, Clone, PartialEq)]
pub struct Author {
    /// Their name.
    pub name: String,
    /// Their handle.
    pub handle: String,
    /// How many follow them, where the network says it.
    pub followers: Option<i64>,
    /// How many of its messages are theirs.
    pub messages: usize,
    /// When they first spoke in it.
    pub first_at: Timestamp,
}

/// All that is said in a crisis.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spoken {
    /// How many messages belong to it; those below are the last [`Spoken::said`] of them.
    pub total: i64,
    /// The messages, the latest first.
    pub said: Vec<Said>,
}

/// An hour of the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct Hour {
    /// Its beginning.
    pub from: Timestamp,
    /// Negative messages in it.
    pub seen: i64,
    /// What is usual; nothing while there is too little past.
    pub prediction: Option<Prediction>,
}

impl Spoken {
    /// Messages that say the same, the most said first; of as many, the widest heard.
    pub fn groups(&self) -> Vec<LikeGroup> {
        let mut groups: Vec<(Shingles, Vec<Said>)> = Vec::new();
        for said in self.said.iter().rev() {
            let shingles = Shingles::of(&said.words);
            let like = groups
                .iter_mut()
                .find(|(first, _)| first == &shingles || first.likeness(&shingles) >= ALIKE);
            match like {
                Some((_, group)) => group.push(said.clone()),
                None => groups.push((shingles, vec![said.clone()])),
            }
        }
        let mut groups: Vec<LikeGroup> =
            groups.into_iter().map(|(_, said)| LikeGroup::of(said)).collect();
        // Stable: of groups that weigh as much, the one that began first.
        groups.sort_by_key(|group| {
            (std::cmp::Reverse(group.said.len()), std::cmp::Reverse(group.reach))
        });
        groups
    }

    /// Who speaks: those with the most followers first, then those who speak most.
    pub fn authors(&self) -> Vec<Author> {
        authors(self.said.iter().rev())
    }

    /// How many have no answer yet.
    pub fn unanswered(&self) -> usize {
        self.said.iter().filter(|said| said.answered_at.is_none()).count()
    }
}

impl LikeGroup {
    fn of(said: Vec<Said>) -> Self {
        let authors = authors(said.iter());
        let known = authors.iter().filter_map(|author| author.followers);
        Self {
            authors: authors.len(),
            reach: known.clone().sum(),
            reach_known: known.count(),
            said,
        }
    }
}

fn authors<'a>(said: impl Iterator<Item = &'a Said>) -> Vec<Author> {
    let mut places: HashMap<(Option<Id<Channel>>, &str), usize> = HashMap::new();
    let mut authors: Vec<Author> = Vec::new();
    for one in said {
        let key = if one.handle.is_empty() { &one.author } else { &one.handle };
        let place = *places.entry((one.channel, key)).or_insert(authors.len());
        if place == authors.len() {
            authors.push(Author {
                name: one.author.clone(),
                handle: one.handle.clone(),
                followers: one.followers,
                messages: 0,
                first_at: one.at,
            });
        }
        let author = &mut authors[place];
        author.messages += 1;
        author.followers = author.followers.max(one.followers);
        author.first_at = author.first_at.min(one.at);
    }
    authors.sort_by_key(|author| {
        (std::cmp::Reverse(author.followers), std::cmp::Reverse(author.messages), author.first_at)
    });
    authors
}

impl Crisis {
    /// What is said in it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn spoken(&self, actor: &Actor, tx: &mut Tx) -> Result<Spoken, CrisisError> {
        actor.must(Right::Read)?;
        let total = messages::count(self.id, tx).await?;
        let said = messages::said(self.id, MOST, tx).await?;
        Ok(Spoken { total, said })
    }

    /// Leaves messages out: they are about something else.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn leave_out(
        id: Id<Crisis>,
        said: &[Id<Said>],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<u64, CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let count = messages::leave_out(id, said, actor.teammate_id(), tx).await?;
        if count > 0 {
            let data = serde_json::json!({ "count": count });
            let kind = timeline::EntryKind::LeftOut;
            timeline::write(id, kind, "", data.clone(), actor, tx).await?;
            crisis.record("crisis.messages_left_out", data, actor, tx).await?;
        }
        Ok(count)
    }

    /// Negative messages of each hour since it began, the last 72 of them, against what is usual.
    /// Of a rehearsal, those of the rehearsal.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn curve(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Hour>, CrisisError> {
        actor.must(Right::Read)?;
        let zone = zone_of(self.brand, tx).await?;
        let until = self.ended.map_or(tx.now(), |(_, at)| at);
        let first = self.since.max(until - SignedDuration::from_hours(HOURS));
        let mut slot = Slot::holding(Span::Hour, first, &zone)?;
        let listening = counting::listening_since(self.brand, tx).await?;
        let all_since = slot.from - SignedDuration::from_hours(24 * 29);
        let real = counting::instants(self.brand, all_since, until, tx).await?;
        let shown = match self.rehearsal {
            true => store::messages::instants(self.id, tx).await?,
            false => real.clone(),
        };
        let mut hours = Vec::new();
        while slot.from <= until {
            let prediction = slot.past(listening, &zone)?.and_then(|(basis, past): (Basis, _)| {
                let past = past.iter().map(|slot| between(&real, slot.from, slot.to)).collect();
                Prediction::of(basis, past)
            });
            let seen = between(&shown, slot.from, slot.to);
            hours.push(Hour { from: slot.from, seen, prediction });
            slot = Slot::holding(Span::Hour, slot.to, &zone)?;
        }
        Ok(hours)
    }
}

/// How many of these instants, which are in order, lie in `[from, to)`.
fn between(instants: &[Timestamp], from: Timestamp, to: Timestamp) -> i64 {
    let place = |limit: Timestamp| instants.partition_point(|at| *at < limit);
    (place(to) - place(from)) as i64
}
