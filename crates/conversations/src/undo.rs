//! Taking back what one teammate did to conversations at one instant: a state, an owner, a
//! priority, a label, of one conversation or of many at once.

mod store;

use database::Tx;
use jiff::Timestamp;
use platform::{Actor, Right};

use crate::change::{Change, Changed};
use crate::conversation::{Conversation, ConversationError, StateWord};

/// Takes back every change that the actor made at that instant, the last first; how many
/// conversations. What was put aside before is opened: its time is not known any more.
///
/// # Errors
/// [`ConversationError`].
pub async fn undo(at: Timestamp, actor: &Actor, tx: &mut Tx) -> Result<usize, ConversationError> {
    actor.must(Right::Converse)?;
    let Some(teammate) = actor.teammate_id() else { return Ok(0) };
    let changes = store::of_instant(actor.brand(), teammate, at, tx).await?;
    let mut touched: Vec<_> = changes.iter().map(|change| change.conversation).collect();
    touched.sort_unstable();
    touched.dedup();
    for change in changes {
        match take_back(&change, actor, tx).await {
            // A label or a colleague that has gone since stays gone.
            Ok(()) | Err(ConversationError::NoSuchLabel | ConversationError::NoSuchTeammate) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(touched.len())
}

async fn take_back(change: &Change, actor: &Actor, tx: &mut Tx) -> Result<(), ConversationError> {
    let conversation = Conversation::load(change.conversation, actor, tx).await?;
    let (from, to) = (change.from.as_deref(), change.to.as_deref());
    match change.what {
        Changed::State => {
            if Some(conversation.state.word().as_str()) != to {
                return Ok(());
            }
            match from.and_then(|from| from.parse().ok()) {
                Some(StateWord::Resolved) => conversation.resolve(actor, tx).await?,
                Some(StateWord::Pending) => conversation.await_person(actor, tx).await?,
                _ => conversation.reopen(actor, tx).await?,
            };
        }
        Changed::Assignee => {
            let before = from.and_then(|id| id.parse().ok());
            conversation.assign(before, actor, tx).await?;
        }
        Changed::Priority => {
            if let Some(before) = from.and_then(|before| before.parse().ok()) {
                conversation.prioritise(before, actor, tx).await?;
            }
        }
        Changed::Label => match (from, to) {
            (None, Some(put)) => {
                if let Ok(label) = put.parse() {
                    conversation.unlabel(label, actor, tx).await?;
                }
            }
            (Some(taken), None) => {
                if let Ok(label) = taken.parse() {
                    conversation.label(label, actor, tx).await?;
                }
            }
            _ => {}
        },
    }
    Ok(())
}
