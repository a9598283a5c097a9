//! What happened before Parvis knew of it: a history moved in, the demonstration.

use database::Tx;
use platform::{Actor, Right};
use serde_json::json;

use super::plan::ChangeError;
use super::timeline::StepKind;
use super::{Publication, PublicationState, chain};

/// Why a past could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum PastError {
    /// Only what rests for good or waits for a person can be a past: nothing may be sent by it.
    #[error("a publication that moves by itself has no past to be told")]
    NotAtRest,
    /// The change was refused.
    #[error(transparent)]
    Change(#[from] ChangeError),
}

impl Publication {
    /// Writes down, at the transaction's instant, what became of a planned publication without
    /// Parvis's doing. Nothing is sent by it, now or later: only states at rest are taken.
    /// Nobody is told; the step is noted on its timeline and in the brand's stream.
    ///
    /// # Errors
    /// [`PastError`].
    pub async fn tell_past(
        &mut self,
        state: PublicationState,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), PastError> {
        actor.must(Right::Publish).map_err(ChangeError::from)?;
        let (step, verb, data) = match &state {
            PublicationState::Published { remote, .. } => {
                (StepKind::Published, "publication.published", json!({ "url": remote.url }))
            }
            PublicationState::Failed { reason, detail } => {
                let data = json!({ "reason": reason.key(), "detail": detail });
                (StepKind::Failed, "publication_failed", data)
            }
            PublicationState::NeedsPerson { why, detail, .. } => {
                let data = json!({ "why": why.as_str(), "detail": detail });
                (StepKind::NeedsPerson, "publication_needs_person", data)
            }
            _ => return Err(PastError::NotAtRest),
        };
        self.move_to(state, self.attempts.max(1), tx).await?;
        self.tell(step, verb, data, actor, tx).await?;
        if matches!(self.state, PublicationState::Published { .. }) {
            chain::wake(self, tx).await.map_err(ChangeError::from)?;
        }
        Ok(())
    }
}
