use channels::Channel;
use channels::publication::{Publication, StateName};
use jiff::Timestamp;
use platform::Teammate;
use primitives::Id;
use strategy::{Format, Topic};

use crate::{Campaign, Post};

/// Where an occasion stands in time, and which post it is: what pages go on from.
pub type Key = (Timestamp, Id<Post>);

/// One post at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The post.
    pub post: Id<Post>,
    /// When: the time its publications are due at, or the time that a draft is meant for.
    pub at: Timestamp,
    /// Where it stands.
    pub standing: Standing,
    /// The channels it is for, in no order that means anything.
    pub channels: Vec<Id<Channel>>,
    /// The first words of the post.
    pub excerpt: String,
    /// The kind of piece.
    pub format: Format,
    /// What it speaks about.
    pub topic: Option<Id<Topic>>,
    /// What it belongs to.
    pub campaign: Option<Id<Campaign>>,
    /// Who wrote it.
    pub author: Option<Id<Teammate>>,
}

/// Where an occasion stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// A draft; nothing leaves for it.
    Draft,
    /// A draft that someone is asked to agree to.
    Asked,
    /// Given to the send fence: its publications at that time, each with its state.
    Given(Vec<(Id<Publication>, StateName)>),
}

impl Occasion {
    /// Its place in a list.
    pub fn key(&self) -> Key {
        (self.at, self.post)
    }

    /// The state that matters most, `None` for a draft.
    pub fn state(&self) -> Option<StateName> {
        match &self.standing {
            Standing::Draft | Standing::Asked => None,
            Standing::Given(publications) => {
                publications.iter().map(|(_, state)| *state).max_by_key(|state| weight(*state))
            }
        }
    }

    /// Whether all of it may still be moved.
    pub fn may_move(&self) -> bool {
        match &self.standing {
            Standing::Draft | Standing::Asked => true,
            Standing::Given(publications) => publications.iter().all(|(_, state)| may_move(*state)),
        }
    }
}

/// Whether a publication that stands there may still be moved.
pub(super) fn may_move(state: StateName) -> bool {
    matches!(state, StateName::Planned | StateName::Held | StateName::Failed)
}

fn weight(state: StateName) -> u8 {
    match state {
        StateName::Failed => 9,
        StateName::NeedsPerson => 8,
        StateName::Uncertain => 7,
        StateName::Held => 6,
        StateName::Sending => 5,
        StateName::Processing => 4,
        StateName::Prepared => 3,
        StateName::Planned => 2,
        StateName::Published => 1,
        StateName::Cancelled => 0,
    }
}
