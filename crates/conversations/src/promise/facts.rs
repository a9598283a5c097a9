//! The facts of one conversation, as its messages and changes tell them.

use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use primitives::Id;

use super::policy::About;
use super::store::history::{self, Moved, Written};
use super::{ClockKind, Fact, Standing, What};
use crate::change::Because;
use crate::conversation::{Conversation, StateWord};
use crate::settle::answers_nobody;

/// What promises look at of a conversation's own row.
pub(super) struct Facing {
    pub id: Id<Conversation>,
    pub about: About,
    pub reactions: bool,
    pub state: StateWord,
    /// When it came to its present state, where its row says.
    pub state_since: Option<Timestamp>,
    pub due_at: Option<Timestamp>,
    pub at_risk_at: Option<Timestamp>,
    pub due_kind: Option<ClockKind>,
}

/// That conversation, held until the transaction ends.
pub(super) async fn facing(
    brand: Id<Brand>,
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<Option<Facing>, Error> {
    history::facing(brand, id, tx).await
}

/// What happened in it.
pub(super) async fn of(facing: &Facing, tx: &mut Tx) -> Result<Vec<Fact>, Error> {
    let written = history::messages(facing.id, tx).await?;
    let moved = history::states(facing.id, tx).await?;
    Ok(told(facing, &written, &moved))
}

/// The smallest step after what a late message comes after.
const AFTER: SignedDuration = SignedDuration::from_micros(1);

fn told(facing: &Facing, written: &[Written], moved: &[Moved]) -> Vec<Fact> {
    let mut facts = Vec::with_capacity(written.len() + moved.len() + 1);
    let mut heard = Vec::new();
    for message in written {
        if message.inbound {
            let at = heard_at(message, written, moved);
            heard.push((message.received_at, at));
            facts.push(Fact { at, what: What::Said });
        } else if let Some(at) = answered_at(message, written, moved) {
            facts.push(Fact { at, what: What::Answered });
        }
    }
    for change in moved {
        let by_message = change.because == Because::NewMessage;
        let first = heard.iter().filter(|(received, _)| *received == change.at).map(|(_, at)| *at);
        let at = first.min().filter(|_| by_message).unwrap_or(change.at);
        let again = !by_message;
        facts.push(Fact { at, what: What::Became { to: standing(change.to), again } });
    }
    // What was settled before changes were written down.
    let last = moved.last().map_or(StateWord::Open, |change| change.to);
    if let Some(at) = facing.state_since.filter(|_| last != facing.state) {
        let to = standing(facing.state);
        facts.push(Fact { at, what: What::Became { to, again: false } });
    }
    facts
}

fn standing(state: StateWord) -> Standing {
    match state {
        StateWord::Open => Standing::Open,
        StateWord::Pending | StateWord::Snoozed => Standing::Stopped,
        StateWord::Resolved | StateWord::Merged => Standing::Resolved,
    }
}

/// When they said it. One that came late comes after what was answered and decided without it:
/// it still has no answer.
fn heard_at(message: &Written, written: &[Written], moved: &[Moved]) -> Timestamp {
    let decided = moved.iter().map(|change| change.at);
    let ours = written.iter().filter(|other| !other.inbound && other.publication.is_some());
    let answered = ours.map(|answer| answer.received_at);
    let known = decided.chain(answered).filter(|at| *at < message.received_at).max();
    match known {
        Some(known) if known >= message.sent_at => known.saturating_add(AFTER).unwrap_or(known),
        _ => message.sent_at,
    }
}

/// When a person of ours answered: what Parvis writes by itself and what did not leave are no
/// answers; what was written at the network was written by a person. One that waited (for someone
/// to post it, for a network that was away) answers from when it left; where more was said or the
/// matter was closed meanwhile, from when it was written, as it answers only what came before.
fn answered_at(message: &Written, written: &[Written], moved: &[Moved]) -> Option<Timestamp> {
    match message.publication {
        None => Some(message.sent_at),
        Some(state) if answers_nobody(state) => None,
        Some(_) if !message.by_teammate => None,
        Some(_) => {
            let wrote = message.received_at;
            let left = message.left_at.filter(|left| *left > wrote).unwrap_or(wrote);
            let meanwhile = |at: Timestamp| at > wrote && at <= left;
            let more = written.iter().any(|other| other.inbound && meanwhile(other.received_at));
            let last =
                moved.iter().filter(|change| change.at <= left).max_by_key(|change| change.at);
            let closed = last.is_some_and(|change| change.to != StateWord::Open);
            Some(if more || closed { wrote } else { left })
        }
    }
}
