//! Where a conversation stands, and how urgent it is.

use database::text_enum;
use jiff::Timestamp;
use platform::Teammate;
use primitives::Id;

use super::Conversation;

/// Where a conversation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConversationState {
    /// To be looked after.
    Open,
    /// Something was asked of the person: it is theirs to write.
    Pending {
        /// Who said so.
        by: Option<Id<Teammate>>,
        /// When.
        at: Timestamp,
    },
    /// Put aside until an instant.
    Snoozed {
        /// When it comes back.
        until: Timestamp,
        /// Who said so.
        by: Option<Id<Teammate>>,
        /// When.
        at: Timestamp,
    },
    /// Done with, until something new comes.
    Resolved {
        /// Who said so.
        by: Option<Id<Teammate>>,
        /// When.
        at: Timestamp,
    },
    /// Its messages are in another conversation.
    Merged {
        /// That one.
        into: Id<Conversation>,
    },
}

text_enum! {
    /// The name of a state.
    pub enum StateWord {
        /// To be looked after.
        Open => "open",
        /// Waiting for the person.
        Pending => "pending",
        /// Put aside until an instant.
        Snoozed => "snoozed",
        /// Done with.
        Resolved => "resolved",
        /// Its messages are in another conversation.
        Merged => "merged",
    }
}

impl ConversationState {
    /// Its name.
    pub fn word(self) -> StateWord {
        match self {
            Self::Open => StateWord::Open,
            Self::Pending { .. } => StateWord::Pending,
            Self::Snoozed { .. } => StateWord::Snoozed,
            Self::Resolved { .. } => StateWord::Resolved,
            Self::Merged { .. } => StateWord::Merged,
        }
    }
}

text_enum! {
    /// How urgent a conversation is; declared from the least to the most.
    pub enum Priority {
        /// When there is time.
        Low => "low",
        /// As everything.
        Normal => "normal",
        /// Before the others.
        High => "high",
        /// Now.
        Urgent => "urgent",
    }
}
