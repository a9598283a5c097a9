//! Suggestions and complaints: each has a category whose owner looks after it, a course that ends
//! with an answer, and authors who are told at each step.
//!
//! Words: a **category** says what it takes, whose it is and how its authors are told; a **case**
//! is one thing asked or complained of, by one person or several (its **sources**); its **step**
//! is received, in progress, done or declined. What is told of a step goes to each source once:
//! sent through the usual fence, or prepared as a draft that a person reviews.

mod arrive;
mod case;
mod category;
mod figures;
mod remind;
mod store;
mod tell;

use database::text_enum;
use jiff::Timestamp;
use platform::{NotAllowed, Teammate};
use primitives::{Id, Language};
use serde::{Deserialize, Serialize};

use crate::conversation::{Conversation, ConversationError};
use crate::message::Message;

pub(crate) use arrive::at_arrival;
pub use case::{CaseFilter, CasePage, Event, Filed, Source, filed_of};
pub use category::{NewCategory, StepWords};
pub use figures::{CategoryFigures, Month, month_of};
pub use remind::{FeedbackLetter, remind_due, write_summaries};
pub use tell::{Told, ToldState, WhyDraft};

text_enum! {
    /// What something filed is.
    pub enum CaseKind {
        /// That something be done better or otherwise.
        Suggestion => "suggestion",
        /// That something went wrong.
        Complaint => "complaint",
    }
}

text_enum! {
    /// What a category takes.
    pub enum Takes {
        /// Suggestions alone.
        Suggestion => "suggestion",
        /// Complaints alone.
        Complaint => "complaint",
        /// Both.
        Both => "both",
    }
}

text_enum! {
    /// How messages come to a category.
    pub enum Filing {
        /// Teammates file them.
        ByHand => "by_hand",
        /// Parvis proposes them; a teammate agrees.
        Proposed => "proposed",
        /// Parvis files them.
        Automatic => "automatic",
    }
}

text_enum! {
    /// How authors are told.
    pub enum Telling {
        /// As drafts that a teammate reviews.
        Draft => "draft",
        /// At once.
        Send => "send",
    }
}

text_enum! {
    /// Where a case stands.
    pub enum CaseState {
        /// Parvis proposed it; nobody agreed yet.
        Proposed => "proposed",
        /// It is here.
        Received => "received",
        /// Someone is at it.
        InProgress => "in_progress",
        /// It was done.
        Done => "done",
        /// It won't be done.
        Declined => "declined",
        /// It was no such thing.
        Dismissed => "dismissed",
    }
}

impl CaseState {
    /// Whether someone still has to do something.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::InProgress)
    }

    /// The states of which authors are told.
    pub const TOLD: [CaseState; 4] = [Self::Received, Self::InProgress, Self::Done, Self::Declined];

    /// Where it may go from there.
    #[must_use]
    pub fn next(self) -> &'static [CaseState] {
        match self {
            Self::Proposed => &[Self::Received, Self::Dismissed],
            Self::Received => &[Self::InProgress, Self::Done, Self::Declined],
            Self::InProgress => &[Self::Done, Self::Declined],
            Self::Done | Self::Declined => &[Self::InProgress],
            Self::Dismissed => &[Self::Received],
        }
    }
}

/// A category of a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Which one.
    pub id: Id<Category>,
    /// What it is.
    pub says: NewCategory,
    /// Its owner's name.
    pub owner_name: String,
}

/// One thing asked or complained of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Which one.
    pub id: Id<Case>,
    /// Where it belongs.
    pub category: Id<Category>,
    /// The category's name.
    pub category_name: String,
    /// Who looks after it.
    pub owner: Id<Teammate>,
    /// Their name.
    pub owner_name: String,
    /// What it is.
    pub kind: CaseKind,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: CaseState,
    /// Why it was declined, or what was done.
    pub reason: String,
    /// The case that took its sources.
    pub merged_into: Option<Id<Case>>,
    /// How many people said it.
    pub people: i64,
    /// When it came.
    pub filed_at: Timestamp,
    /// When it last moved.
    pub moved_at: Timestamp,
    /// When someone began.
    pub begun_at: Option<Timestamp>,
    /// When it ended.
    pub closed_at: Option<Timestamp>,
    /// Until when it may take.
    pub due_at: Timestamp,
}

impl Case {
    /// Whether it took longer than it may.
    #[must_use]
    pub fn sleeps(&self, now: Timestamp) -> bool {
        self.state.is_open() && self.due_at < now
    }
}

/// Why something about suggestions and complaints was refused.
#[derive(Debug, thiserror::Error)]
pub enum FeedbackError {
    /// There is no such category, case, message or draft in the actor's brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// A category has a name of 1 to 80 characters.
    #[error("a name has 1 to 80 characters")]
    BadName,
    /// Its owner must work in the brand.
    #[error("there is no such teammate in this brand")]
    NoSuchTeammate,
    /// 1 to 365 days.
    #[error("1 to 365 days")]
    BadDays,
    /// Texts are too long, or hold a blank that nothing fills.
    #[error("a text is wrong: {0}")]
    BadWords(String),
    /// The brand has as many categories as it may.
    #[error("there are too many")]
    TooMany,
    /// From where it stands, it can't go there.
    #[error("it can't go there from where it stands")]
    Stale,
    /// Declining needs a reason.
    #[error("declining needs a reason")]
    ReasonMissing,
    /// The message was filed already.
    #[error("it was filed already")]
    FiledAlready(Id<Case>),
    /// The network would not take the answer: its words are too long, or none.
    #[error("the network would not take it")]
    NotSendable,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<ConversationError> for FeedbackError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

/// A message to file, and how.
#[derive(Debug, Clone)]
pub struct ToFile {
    /// The message; their last when none is said.
    pub message: Option<Id<Message>>,
    /// Where.
    pub conversation: Id<Conversation>,
    /// In which category.
    pub category: Id<Category>,
    /// As what; what it reads like when none is said.
    pub kind: Option<CaseKind>,
}

/// What is told of a step, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words2 {
    /// In French.
    #[serde(default)]
    pub fr: String,
    /// In English.
    #[serde(default)]
    pub en: String,
}

impl Words2 {
    /// In that language, or in the other where there is none.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::Fr => (&self.fr, &self.en),
            Language::En => (&self.en, &self.fr),
        };
        if first.trim().is_empty() { second } else { first }
    }
}
