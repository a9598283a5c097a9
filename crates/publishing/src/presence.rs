//! Who has a post open at the same time.

mod store;

use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Right, Teammate};
use primitives::Id;

use crate::post::{Post, PostError};

/// How long someone is taken to be there after they were last seen: composers say so every ten
/// seconds, and may miss once.
pub const STAYS: SignedDuration = SignedDuration::from_secs(25);
/// Traces older than this are swept by whoever comes next.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// Someone who has a post open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// Who.
    pub teammate: Id<Teammate>,
    /// Their name.
    pub name: String,
    /// When they were last seen there.
    pub seen_at: Timestamp,
}

impl Post {
    /// Notes that the actor has it open.
    pub async fn note_presence(&self, actor: &Actor, tx: &mut Tx) -> Result<(), PostError> {
        actor.must(Right::Draft)?;
        if let Some(teammate) = actor.teammate_id() {
            store::sweep(tx.now() - KEPT, tx).await?;
            store::note(self, teammate, tx).await?;
        }
        Ok(())
    }

    /// Notes that the actor left it.
    pub async fn note_absence(&self, actor: &Actor, tx: &mut Tx) -> Result<(), PostError> {
        if let Some(teammate) = actor.teammate_id() {
            store::forget(self.id, teammate, tx).await?;
        }
        Ok(())
    }

    /// The others who have it open, by name.
    pub async fn others_present(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Present>, PostError> {
        actor.must(Right::Read)?;
        let mut there = store::since(actor.brand(), self.id, tx.now() - STAYS, tx).await?;
        there.retain(|present| Some(present.teammate) != actor.teammate_id());
        Ok(there)
    }
}
