//! Slots: the times of the week that a brand keeps for publishing.

mod store;

use channels::Channel;
use database::Tx;
use jiff::civil::{DateTime, Time};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, Right};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;
use strategy::Topic;

use crate::queue::{Change, QueueError, Replaced, place, take_turn};

/// The most slots a brand may have: one every half hour of the week, and more.
pub const MOST_SLOTS: usize = 400;

/// A time of the week kept for publishing, on the clock of the brand's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Its id.
    pub id: Id<Slot>,
    /// 1 for Monday to 7 for Sunday.
    pub weekday: i64,
    /// Minutes after midnight.
    pub minute: i64,
    /// The topic it is kept for; `None` takes any post.
    pub topic: Option<Id<Topic>>,
    /// The channels it is for.
    pub channels: Vec<Id<Channel>>,
}

/// What a slot becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlotEdit {
    /// 1 for Monday to 7 for Sunday.
    pub weekday: i64,
    /// Minutes after midnight.
    pub minute: i64,
    /// The topic it is kept for.
    pub topic: Option<Id<Topic>>,
    /// The channels it is for; at least one.
    pub channels: Vec<Id<Channel>>,
}

impl Slot {
    /// The time of day.
    pub fn time(&self) -> Time {
        let minute = self.minute.clamp(0, 1439);
        let part = |value: i64| i8::try_from(value).unwrap_or(0);
        Time::constant(part(minute / 60), part(minute % 60), 0, 0)
    }

    /// The slot's weekday and time, with the slot's own words replaced: what a form shows.
    pub fn as_edit(&self) -> SlotEdit {
        SlotEdit {
            weekday: self.weekday,
            minute: self.minute,
            topic: self.topic,
            channels: self.channels.clone(),
        }
    }

    /// Whether this reading of the clock is one of its times.
    pub fn is_at(&self, local: DateTime) -> bool {
        i64::from(local.weekday().to_monday_one_offset()) == self.weekday
            && local.time() == self.time()
    }

    /// Whether a post on this topic may take it.
    pub fn takes(&self, topic: Option<Id<Topic>>) -> bool {
        self.topic.is_none() || self.topic == topic
    }

    /// The brand's slots, from Monday morning to Sunday night.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Slot>, QueueError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The slot, if the actor's brand has it.
    pub async fn load(id: Id<Slot>, actor: &Actor, tx: &mut Tx) -> Result<Slot, QueueError> {
        let all = Slot::all(actor, tx).await?;
        all.into_iter().find(|slot| slot.id == id).ok_or(QueueError::NotFound)
    }

    /// Adds slots, those that the brand already has left out. Returns how to undo it, and how
    /// many were added.
    pub async fn add(
        edits: Vec<SlotEdit>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Id<Change>, Vec<Slot>), QueueError> {
        actor.must(Right::Publish)?;
        take_turn(actor, tx).await?;
        let mut known = store::all(actor.brand(), tx).await?;
        let mut added = Vec::new();
        for edit in edits {
            let edit = checked(edit, actor, tx).await?;
            if known.iter().any(|slot| slot.as_edit() == edit) {
                continue;
            }
            let SlotEdit { weekday, minute, topic, channels } = edit;
            let slot = Slot { id: tx.new_id(), weekday, minute, topic, channels };
            if known.len() >= MOST_SLOTS {
                return Err(QueueError::TooManySlots);
            }
            store::insert(&slot, actor, tx).await?;
            known.push(slot.clone());
            added.push(slot);
        }
        if added.is_empty() {
            return Err(QueueError::SameSlot);
        }
        let gone = added.iter().map(|slot| (slot.clone(), false)).collect();
        let change = place::note_change(gone, &[], actor, tx).await?;
        let data = json!({ "count": added.len() });
        let subject = Subject::new("slot", added[0].id);
        activity::record(tx, actor, "slot.added", subject, data).await?;
        Ok((change, added))
    }

    /// Gives other days the slots of one day.
    pub async fn copy_day(
        from: i64,
        to: &[i64],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Id<Change>, Vec<Slot>), QueueError> {
        let mut edits = Vec::new();
        for slot in Slot::all(actor, tx).await?.iter().filter(|slot| slot.weekday == from) {
            for weekday in to.iter().filter(|weekday| **weekday != from) {
                edits.push(SlotEdit { weekday: *weekday, ..slot.as_edit() });
            }
        }
        Slot::add(edits, actor, tx).await
    }

    /// Changes it. What waits in it follows to its new time of the same week where it can, else
    /// to the next free slot that suits, else stays where it is, out of the queue.
    pub async fn edit(
        &self,
        edit: SlotEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Replaced, QueueError> {
        actor.must(Right::Publish)?;
        take_turn(actor, tx).await?;
        let edit = checked(edit, actor, tx).await?;
        let same = |slot: &Slot| slot.id != self.id && slot.as_edit() == edit;
        if store::all(actor.brand(), tx).await?.iter().any(same) {
            return Err(QueueError::SameSlot);
        }
        let inside = place::inside(self, actor, tx).await?;
        let SlotEdit { weekday, minute, topic, channels } = edit;
        let changed = Slot { id: self.id, weekday, minute, topic, channels };
        store::update(&changed, tx).await?;
        let replaced = place::replace(inside, Some(&changed), self, actor, tx).await?;
        let data = json!({ "moved": replaced.moved, "kept": replaced.kept });
        activity::record(tx, actor, "slot.changed", Subject::new("slot", self.id), data).await?;
        Ok(replaced)
    }

    /// Takes it away. What waits in it goes to the next free slot that suits, else stays where
    /// it is, out of the queue.
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<Replaced, QueueError> {
        actor.must(Right::Publish)?;
        take_turn(actor, tx).await?;
        let inside = place::inside(self, actor, tx).await?;
        store::set_removed(self.id, true, tx).await?;
        let replaced = place::replace(inside, None, self, actor, tx).await?;
        let data = json!({ "moved": replaced.moved, "kept": replaced.kept });
        activity::record(tx, actor, "slot.removed", Subject::new("slot", self.id), data).await?;
        Ok(replaced)
    }

    /// Puts it back as it was: what undoing needs.
    pub(crate) async fn put_back(&self, there: bool, tx: &mut Tx) -> Result<(), database::Error> {
        store::update(self, tx).await?;
        store::set_removed(self.id, !there, tx).await
    }
}

async fn checked(mut edit: SlotEdit, actor: &Actor, tx: &mut Tx) -> Result<SlotEdit, QueueError> {
    if !(1..=7).contains(&edit.weekday) || !(0..1440).contains(&edit.minute) {
        return Err(QueueError::NotATime);
    }
    edit.channels.sort();
    edit.channels.dedup();
    if edit.channels.is_empty() {
        return Err(QueueError::NoChannel);
    }
    for channel in &edit.channels {
        let channel = Channel::load(*channel, actor, tx).await;
        if !channel.is_ok_and(|channel| channel.removed_at.is_none() && channel.takes_posts()) {
            return Err(QueueError::NoSuchChannel);
        }
    }
    if let Some(topic) = edit.topic {
        Topic::load(topic, actor, tx).await.map_err(|_| QueueError::NoSuchTopic)?;
    }
    Ok(edit)
}

/// Stands in signatures for the brand whose slots they are.
pub(crate) async fn of_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<Vec<Slot>, database::Error> {
    store::all(brand, tx).await
}
