//! Escalations in lists and counts.

use std::collections::HashMap;

use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, Right, Teammate};
use primitives::Id;

use super::{Escalation, EscalationError, EscalationState, store};
use crate::conversation::Conversation;

text_enum! {
    /// Which escalations.
    pub enum Narrowed {
        /// Those under way, the soonest deadline first.
        Open => "open",
        /// Those whose deadline has passed without an answer.
        Late => "late",
        /// Those where it is the team's turn: answered, refused, or something is missed.
        ToReview => "review",
        /// Those that are over, the latest first.
        Over => "over",
    }
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The escalation.
    pub escalation: Escalation,
    /// Whom the conversation is with.
    pub person: String,
}

/// How many are under way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OpenCounts {
    /// In all.
    pub open: i64,
    /// Late.
    pub late: i64,
    /// Where it is the team's turn.
    pub to_review: i64,
}

/// An open escalation of a conversation, in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub state: EscalationState,
    /// Until when.
    pub due_at: Timestamp,
}

impl Mark {
    /// Whether its deadline has passed without an answer.
    pub fn is_late(&self, now: Timestamp) -> bool {
        matches!(self.state, EscalationState::Waiting | EscalationState::More) && self.due_at <= now
    }
}

impl Escalation {
    /// The brand's escalations; only those that this teammate is asked, with `asked`. 100 at most.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn list(
        which: Narrowed,
        asked: Option<Id<Teammate>>,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Line>, EscalationError> {
        actor.must(Right::Read)?;
        Ok(store::list(actor.brand(), which, asked, limit.clamp(1, 100), tx).await?)
    }
}

/// How many escalations are under way.
///
/// # Errors
/// [`EscalationError`].
pub async fn open_counts(actor: &Actor, tx: &mut Tx) -> Result<OpenCounts, EscalationError> {
    actor.must(Right::Read)?;
    Ok(store::counts(actor.brand(), tx).await?)
}

/// The open escalations of these conversations, one each: the most pressing.
///
/// # Errors
/// What the database met.
pub async fn marks(
    conversations: &[Id<Conversation>],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<HashMap<Id<Conversation>, Mark>, Error> {
    let mut marks: HashMap<_, Mark> = HashMap::new();
    for (conversation, mark) in store::marks(actor.brand(), conversations, tx).await? {
        let known = marks.entry(conversation).or_insert(mark);
        if mark.due_at < known.due_at {
            *known = mark;
        }
    }
    Ok(marks)
}
