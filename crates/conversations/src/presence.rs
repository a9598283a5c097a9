//! Who has a conversation open at the same time, and who is writing.

mod store;

use database::Tx;
use jiff::SignedDuration;
use platform::{Actor, Right, Teammate};
use primitives::Id;

use crate::conversation::{Conversation, ConversationError};

/// How long someone is taken to be there after they were last seen: screens say so every ten
/// seconds, and may miss once.
const STAYS: SignedDuration = SignedDuration::from_secs(25);
/// Traces older than this are swept by whoever comes next.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A colleague who has a conversation open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// Who.
    pub teammate: Id<Teammate>,
    /// Their name.
    pub name: String,
    /// Whether they are writing an answer.
    pub writing: bool,
}

impl Conversation {
    /// Notes that the actor has it open, and whether they are writing.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn note_presence(
        &self,
        writing: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        actor.must(Right::Read)?;
        let now = Conversation::load(self.id, actor, tx).await?;
        if let Some(teammate) = actor.teammate_id() {
            store::sweep(tx.now() - KEPT, tx).await?;
            store::note(&now, teammate, writing, tx).await?;
        }
        Ok(())
    }

    /// Notes that the actor left it.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn note_absence(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ConversationError> {
        if let Some(teammate) = actor.teammate_id() {
            store::forget(actor.brand(), self.id, teammate, tx).await?;
        }
        Ok(())
    }

    /// The colleagues who have it open, by name.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn others_present(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Present>, ConversationError> {
        actor.must(Right::Read)?;
        let mut there = store::since(actor.brand(), self.id, tx.now() - STAYS, tx).await?;
        there.retain(|present| Some(present.teammate) != actor.teammate_id());
        Ok(there)
    }
}
