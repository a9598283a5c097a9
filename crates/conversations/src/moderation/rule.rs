//! Rules: what the brand has done with what comes, in order.

mod check;
mod fit;
mod verb;

use database::Error;
use platform::{NotAllowed, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::condition::{Bad, Condition};
use super::ground::NewGround;
use super::pattern::PatternError;
use crate::conversation::Priority;
use crate::label::Label;
use crate::saved::SavedReply;

pub(super) use fit::{fitting, ready};

/// The most rules of a brand.
const MOST: usize = 60;
/// The longest name and the longest reason, in characters.
const LONGEST_NAME: usize = 80;
pub(super) const LONGEST_REASON: usize = 2_000;

database::text_enum! {
    /// How conditions go together.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Joined {
        /// All of them hold.
        All => "all",
        /// One holds at least.
        Any => "any",
    }
}

/// One thing that a rule does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// Puts a label on the conversation.
    Label {
        /// Which one.
        label: Id<Label>,
    },
    /// Gives the conversation to a teammate.
    Assign {
        /// To whom.
        to: Id<Teammate>,
    },
    /// Says how urgent it is.
    Priority {
        /// How urgent.
        priority: PriorityWord,
    },
    /// Hides the message at its network.
    Hide,
    /// Deletes it.
    Delete,
    /// Puts it in the review queue.
    Ask,
    /// Answers with a ready reply.
    Reply {
        /// Which one.
        saved: Id<SavedReply>,
        /// Sent at once; otherwise laid out for a person.
        send: bool,
    },
    /// Resolves the conversation.
    Resolve,
}

/// An urgency, as it is written in a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriorityWord(pub Priority);

impl Serialize for PriorityWord {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for PriorityWord {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(PriorityWord).map_err(serde::de::Error::custom)
    }
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewRule {
    /// What teammates call it.
    pub name: String,
    /// How its conditions go together.
    pub joined: Joined,
    /// What it asks, each kind once at most.
    pub conditions: Vec<Condition>,
    /// What it does, each kind once at most.
    pub actions: Vec<Action>,
    /// Whether rules after it are left aside when it applies.
    #[serde(default)]
    pub stops: bool,
    /// What hiding or deleting rests on.
    #[serde(default)]
    pub ground: Option<NewGround>,
    /// The facts, as their author reads them.
    #[serde(default)]
    pub reason: String,
    /// Whether the author is sent the statement of reasons where the network allows it.
    #[serde(default)]
    pub tells: bool,
}

/// A rule of the brand.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Which one.
    pub id: Id<Rule>,
    /// Whether it is applied to what comes.
    pub active: bool,
    /// What it says.
    pub says: NewRule,
}

/// Why a rule was not taken.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// There is no such rule in the brand.
    #[error("there is no such rule in this brand")]
    NotFound,
    /// It has no name, or one that is too long.
    #[error("a name has 1 to {LONGEST_NAME} characters")]
    BadName,
    /// It asks nothing.
    #[error("it asks nothing")]
    NoCondition,
    /// It does nothing.
    #[error("it does nothing")]
    NoAction,
    /// It asks, or does, the same kind of thing twice.
    #[error("twice the same kind")]
    Twice,
    /// A pattern can't be used.
    #[error("a pattern: {0}")]
    Pattern(PatternError),
    /// A list of words holds none, or too many.
    #[error("no words")]
    Words,
    /// That is no host.
    #[error("not a host: {0}")]
    Host(String),
    /// A choice among several names none.
    #[error("nothing chosen: {0}")]
    Choice(&'static str),
    /// A number is out of bounds.
    #[error("out of bounds: {0}")]
    Number(&'static str),
    /// Hours that are none.
    #[error("not a span of hours")]
    Time,
    /// Hiding and deleting rest on a ground, with a reason.
    #[error("hiding and deleting need a ground and a reason")]
    NoGround,
    /// The reason is too long.
    #[error("longer than {LONGEST_REASON} characters")]
    TooLong,
    /// It names a label, a channel, a ready reply, a clause or a teammate that the brand lacks.
    #[error("it names something that this brand lacks: {0}")]
    Unknown(&'static str),
    /// The brand has as many as it may.
    #[error("a brand has {MOST} rules at most")]
    TooMany,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<Bad> for RuleError {
    fn from(bad: Bad) -> Self {
        match bad {
            Bad::Pattern(error) => Self::Pattern(error),
            Bad::Words => Self::Words,
            Bad::Host(host) => Self::Host(host),
            Bad::Choice(what) => Self::Choice(what),
            Bad::Number(what) => Self::Number(what),
            Bad::Time => Self::Time,
        }
    }
}

impl Action {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Action::Label { .. } => "label",
            Action::Assign { .. } => "assign",
            Action::Priority { .. } => "priority",
            Action::Hide => "hide",
            Action::Delete => "delete",
            Action::Ask => "ask",
            Action::Reply { send: false, .. } => "draft",
            Action::Reply { .. } => "reply",
            Action::Resolve => "resolve",
        }
    }
}

impl NewRule {
    /// Whether it hides or deletes.
    pub fn restricts(&self) -> bool {
        self.actions.iter().any(|action| matches!(action, Action::Hide | Action::Delete))
    }
}
