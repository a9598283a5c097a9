//! What is late and what is at risk, the soonest first.

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, Right, Teammate};
use primitives::Id;

use super::store::{kept, lists};
use super::{ClockKind, Measure};
use crate::conversation::{Conversation, ConversationError, ConversationRow};
use crate::figures::MOST_COUNTED;

/// The nearest promise of a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promised {
    /// What.
    pub kind: ClockKind,
    /// Until when.
    pub due_at: Timestamp,
    /// From when on it is at risk.
    pub at_risk_at: Timestamp,
}

text_enum! {
    /// How near the end of a promise is.
    pub enum DueState {
        /// There is time.
        OnTime => "on_time",
        /// It ends soon.
        AtRisk => "at_risk",
        /// It should have been kept.
        Late => "late",
    }
}

impl Promised {
    /// How near its end is.
    pub fn state(&self, now: Timestamp) -> DueState {
        match () {
            () if self.due_at <= now => DueState::Late,
            () if self.at_risk_at <= now => DueState::AtRisk,
            () => DueState::OnTime,
        }
    }
}

/// A line of a list: a conversation and its nearest promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// The conversation and its person.
    pub row: ConversationRow,
    /// Its nearest promise.
    pub promised: Promised,
}

/// How many promises are late and at risk; [`MOST_COUNTED`] at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DueCounts {
    /// Late, in the whole brand.
    pub late: i64,
    /// At risk, not late, in the whole brand.
    pub at_risk: i64,
    /// Late or at risk, and the teammate's own or nobody's.
    pub mine: i64,
}

/// Conversations whose promise is in that state (all that are promised when none is said), the
/// soonest first; only a teammate's with `of`. 100 at most.
///
/// # Errors
/// [`ConversationError`].
pub async fn due_list(
    state: Option<DueState>,
    of: Option<Id<Teammate>>,
    limit: usize,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<DueRow>, ConversationError> {
    actor.must(Right::Read)?;
    Ok(lists::due(actor.brand(), state, of, limit.clamp(1, 100), tx).await?)
}

/// How many promises are late and at risk: what the sidebar and the home page ask.
///
/// # Errors
/// [`ConversationError`].
pub async fn due_counts(actor: &Actor, tx: &mut Tx) -> Result<DueCounts, ConversationError> {
    actor.must(Right::Read)?;
    Ok(lists::counts(actor.brand(), actor.teammate_id(), MOST_COUNTED, tx).await?)
}

/// Every promise of a conversation, the oldest first, kept and broken ones included.
///
/// # Errors
/// [`ConversationError`].
pub async fn of_conversation(
    conversation: &Conversation,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Measure>, ConversationError> {
    actor.must(Right::Read)?;
    let loaded = Conversation::load(conversation.id, actor, tx).await?;
    let rows = kept::of_conversation(loaded.id, tx).await?;
    Ok(rows.into_iter().map(|row| row.measure).collect())
}

impl DueRow {
    /// A line made up, for the samples of pages.
    pub fn sample(now: Timestamp, due_at: Timestamp) -> Self {
        use crate::conversation::{
            About, ConversationKind, ConversationState, Person, Priority, Reading,
        };
        let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 17);
        let promised = Promised { kind: ClockKind::First, due_at, at_risk_at: due_at };
        let person = Person {
            identity: ambient.new_id(),
            handle: "lea.test".to_owned(),
            name: "Léa Fontaine".to_owned(),
            profile_url: None,
            avatar_url: None,
        };
        let conversation = Conversation {
            reading: Reading::default(),
            id: ambient.new_id(),
            brand: ambient.new_id(),
            channel: ambient.new_id(),
            kind: ConversationKind::Mention,
            state: ConversationState::Open,
            assignee: None,
            priority: Priority::Normal,
            unread: true,
            language: None,
            identity: Some(person.identity),
            about: About::default(),
            preview: "Vous ouvrez dimanche\u{202f}?".to_owned(),
            message_count: 1,
            last_message_at: now,
            waiting_since: Some(now),
            promised: Some(promised),
            created_at: now,
        };
        let row = ConversationRow { conversation, person: Some(person) };
        DueRow { row, promised }
    }
}
