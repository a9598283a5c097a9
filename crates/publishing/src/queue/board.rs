//! The queue as it stands: slots, what is scheduled, and which openings are free.

use std::collections::{BTreeMap, HashMap};

use channels::Channel;
use database::Tx;
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};
use platform::{Actor, Brand};
use primitives::Id;
use strategy::Topic;

use super::{QueueError, Spot, WEEKS_AHEAD, store};
use crate::local_time::LocalSchedule;
use crate::{Post, slot, slot::Slot};

/// What a post asks of an opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needs {
    /// Its channels.
    pub channels: Vec<Id<Channel>>,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
}

impl Needs {
    /// What a post asks.
    pub fn of(post: &Post) -> Self {
        let channels = post.variants.iter().map(|variant| variant.channel).collect();
        Self { channels, topic: post.topic }
    }
}

/// A reading of the clock at which the brand has slots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// When; with what a change of clocks makes of it.
    pub at: LocalSchedule,
    /// The slots of that reading.
    pub slots: Vec<Slot>,
    /// What is scheduled for that instant on the channels of these slots.
    pub filled: Vec<Filled>,
    /// The channels for which a slot of this reading is still free.
    pub free: Vec<Id<Channel>>,
}

/// A post in an opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The post.
    pub post: Id<Post>,
    /// The first words of its text.
    pub excerpt: String,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// The channels on which it is planned then.
    pub channels: Vec<Id<Channel>>,
    /// Its place of the queue; one scheduled by hand for this very time has none.
    pub queued: bool,
    /// Whether it comes from a recurrence.
    pub recurring: bool,
}

/// One post on one channel, scheduled.
pub(crate) struct Planned {
    pub post: Id<Post>,
    pub at: Timestamp,
    pub local: DateTime,
    pub topic: Option<Id<Topic>>,
    pub excerpt: String,
    pub recurring: bool,
    pub channel: Id<Channel>,
    pub slot: Option<Id<Slot>>,
}

pub(crate) struct Board {
    zone: String,
    pub slots: Vec<Slot>,
    planned: Vec<Planned>,
    /// Who is on a channel at an instant.
    taken: HashMap<(Timestamp, Id<Channel>), Vec<Id<Post>>>,
}

/// A post of the queue: where it is and what it asks.
#[derive(Debug, Clone)]
pub(crate) struct Queued {
    pub post: Id<Post>,
    pub at: Timestamp,
    pub spot: Spot,
    pub needs: Needs,
}

impl Board {
    pub async fn load(actor: &Actor, tx: &mut Tx) -> Result<Self, database::Error> {
        let zone = Brand::of(actor, tx).await?.zone.name().to_owned();
        let slots = slot::of_brand(actor.brand(), tx).await?;
        let planned = store::planned(actor.brand(), tx.now(), tx).await?;
        let mut taken: HashMap<_, Vec<_>> = HashMap::new();
        for one in &planned {
            taken.entry((one.at, one.channel)).or_default().push(one.post);
        }
        Ok(Self { zone, slots, planned, taken })
    }

    /// The readings of the coming days with their slots, in the order of their instants.
    fn readings(&self, from: Timestamp, days: i32) -> Vec<(LocalSchedule, Vec<&Slot>)> {
        let Ok(first) = LocalSchedule::at_instant(from, &self.zone) else { return Vec::new() };
        let mut found: BTreeMap<(Timestamp, DateTime), (LocalSchedule, Vec<&Slot>)> =
            BTreeMap::new();
        // A day more on each side: clocks may carry a reading over midnight.
        let days = i64::from(days) + 1;
        for day in first.local.date().series(1.day()).take(usize::try_from(days).unwrap_or(0)) {
            for (at, slot) in self.on(day) {
                if at.at > from {
                    let key = (at.at, at.local);
                    found.entry(key).or_insert_with(|| (at, Vec::new())).1.push(slot);
                }
            }
        }
        found.into_values().collect()
    }

    fn on(&self, day: Date) -> impl Iterator<Item = (LocalSchedule, &Slot)> {
        let weekday = i64::from(day.weekday().to_monday_one_offset());
        self.slots.iter().filter(move |slot| slot.weekday == weekday).filter_map(move |slot| {
            let at = LocalSchedule::resolve(day.to_datetime(slot.time()), &self.zone).ok()?;
            Some((at, slot))
        })
    }

    /// The slots that take these needs at a reading, one for each channel; `without` are posts
    /// that are as if they were not there.
    fn fit(
        &self,
        at: &LocalSchedule,
        slots: &[&Slot],
        needs: &Needs,
        without: &[Id<Post>],
    ) -> Option<Spot> {
        let mut places = Vec::new();
        for channel in &needs.channels {
            let taken = self.taken.get(&(at.at, *channel));
            if taken.is_some_and(|posts| posts.iter().any(|post| !without.contains(post))) {
                return None;
            }
            let suits = |slot: &&&Slot| slot.channels.contains(channel) && slot.takes(needs.topic);
            // A slot kept for the topic comes before one that takes any.
            let own = slots.iter().filter(suits).max_by_key(|slot| slot.topic.is_some())?;
            places.push((own.id, *channel));
        }
        (!places.is_empty()).then_some(Spot { local: at.local, places })
    }

    /// The spot that a reading gives to these needs, if it does.
    pub fn spot_at(
        &self,
        local: DateTime,
        needs: &Needs,
        now: Timestamp,
        without: &[Id<Post>],
    ) -> Option<Spot> {
        let at = LocalSchedule::resolve(local, &self.zone).ok()?;
        let slots: Vec<_> = self.slots.iter().filter(|slot| slot.is_at(local)).collect();
        if at.at <= now || slots.is_empty() { None } else { self.fit(&at, &slots, needs, without) }
    }

    /// The first spot after an instant that suits.
    pub fn next_for(
        &self,
        needs: &Needs,
        from: Timestamp,
        without: &[Id<Post>],
    ) -> Result<Spot, QueueError> {
        if needs.channels.is_empty() {
            return Err(crate::post::ScheduleError::NoChannel.into());
        }
        if self.slots.is_empty() {
            return Err(QueueError::NoSlots);
        }
        let found = self
            .readings(from, WEEKS_AHEAD * 7)
            .into_iter()
            .find_map(|(at, slots)| self.fit(&at, &slots, needs, without));
        found.ok_or_else(|| self.why_not(needs))
    }

    /// Whether nothing ever suits, or everything that does is taken.
    fn why_not(&self, needs: &Needs) -> QueueError {
        let has = |slots: &[&Slot], channel: &Id<Channel>| {
            slots.iter().any(|slot| slot.channels.contains(channel) && slot.takes(needs.topic))
        };
        let together = self.slots.iter().any(|one| {
            let same = |slot: &&Slot| (slot.weekday, slot.minute) == (one.weekday, one.minute);
            let slots: Vec<_> = self.slots.iter().filter(same).collect();
            needs.channels.iter().all(|channel| has(&slots, channel))
        });
        if together {
            return QueueError::Full;
        }
        let all: Vec<_> = self.slots.iter().collect();
        let missing = needs.channels.iter().filter(|channel| !has(&all, channel));
        QueueError::NoSlotSuits(missing.copied().collect())
    }

    /// The posts that wait in the queue, by time.
    pub fn queued(&self, now: Timestamp) -> Vec<Queued> {
        let mut posts: Vec<Queued> = Vec::new();
        for one in self.planned.iter().filter(|one| one.at > now) {
            // Rows of one post come together, by time.
            let known = posts.last_mut().filter(|last| last.post == one.post);
            let queued = match known {
                Some(queued) => queued,
                None => {
                    posts.push(Queued {
                        post: one.post,
                        at: one.at,
                        spot: Spot { local: one.local, places: Vec::new() },
                        needs: Needs { channels: Vec::new(), topic: one.topic },
                    });
                    let last = posts.len() - 1;
                    &mut posts[last]
                }
            };
            queued.needs.channels.push(one.channel);
            queued.spot.places.extend(one.slot.map(|slot| (slot, one.channel)));
        }
        posts.retain(|queued| !queued.spot.places.is_empty());
        posts
    }

    pub fn spot_of(&self, post: Id<Post>) -> Option<Spot> {
        self.queued(Timestamp::MIN).into_iter().find(|q| q.post == post).map(|q| q.spot)
    }

    /// Who is on these channels at a reading.
    pub fn at(&self, local: DateTime, channels: &[Id<Channel>]) -> Vec<Id<Post>> {
        let Ok(at) = LocalSchedule::resolve(local, &self.zone) else { return Vec::new() };
        let mut posts: Vec<Id<Post>> = channels
            .iter()
            .filter_map(|channel| self.taken.get(&(at.at, *channel)))
            .flatten()
            .copied()
            .collect();
        posts.sort();
        posts.dedup();
        posts
    }

    /// The readings around, for going earlier or later.
    pub fn times(&self, from: Timestamp, days: i32) -> Vec<LocalSchedule> {
        self.readings(from, days).into_iter().map(|(at, _)| at).collect()
    }

    pub fn openings(&self, from: Timestamp, days: i32) -> Vec<Opening> {
        let readings = self.readings(from, days);
        readings.into_iter().map(|(at, slots)| self.opening(at, &slots)).collect()
    }

    fn opening(&self, at: LocalSchedule, slots: &[&Slot]) -> Opening {
        let mut channels: Vec<Id<Channel>> =
            slots.iter().flat_map(|slot| slot.channels.iter().copied()).collect();
        channels.sort();
        channels.dedup();
        let begin = self.planned.partition_point(|one| one.at < at.at);
        let now = self.planned[begin..].iter().take_while(|one| one.at == at.at);
        let mut filled: Vec<Filled> = Vec::new();
        for one in now.filter(|one| channels.contains(&one.channel)) {
            match filled.iter_mut().find(|filled| filled.post == one.post) {
                Some(filled) => {
                    filled.channels.push(one.channel);
                    filled.queued |= one.slot.is_some();
                }
                None => filled.push(Filled {
                    post: one.post,
                    excerpt: one.excerpt.clone(),
                    topic: one.topic,
                    channels: vec![one.channel],
                    queued: one.slot.is_some(),
                    recurring: one.recurring,
                }),
            }
        }
        let is_free = |channel: &Id<Channel>| !self.taken.contains_key(&(at.at, *channel));
        let free = channels.into_iter().filter(is_free).collect();
        Opening { at, slots: slots.iter().map(|slot| (*slot).clone()).collect(), filled, free }
    }
}
