//! A person's word on a publication that waits for one.

use database::Tx;
use platform::Actor;
use serde_json::{Value, json};

use super::plan::{ChangeError, right_for};
use super::timeline::StepKind;
use super::{NeedsPerson, Publication, PublicationState, chain};
use crate::outcome::Remote;

/// What a person says of a publication that waits for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonSays {
    /// It is there; the link, when they have it.
    ItIsThere {
        /// The piece's public address.
        url: Option<String>,
    },
    /// It is not there: send it (again).
    SendIt,
    /// Leave it.
    GiveUp,
}

/// Why a person's word could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// It does not wait for a person.
    #[error("this publication does not wait for a person")]
    NotWaiting,
    /// The link is not an address of the web.
    #[error("this is not a link")]
    NotALink,
    /// What follows it answers it: without its link, it can't.
    #[error("what follows it can only answer it by its link")]
    LinkNeeded,
    /// The change was refused.
    #[error(transparent)]
    Change(#[from] ChangeError),
}

impl From<platform::NotAllowed> for DecideError {
    fn from(error: platform::NotAllowed) -> Self {
        ChangeError::from(error).into()
    }
}

impl Publication {
    /// Takes a person's word.
    pub async fn decide(
        &mut self,
        says: PersonSays,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), DecideError> {
        actor.must(right_for(self.purpose))?;
        let PublicationState::NeedsPerson { why, frozen, .. } = self.state.clone() else {
            return Err(DecideError::NotWaiting);
        };
        match says {
            PersonSays::ItIsThere { url } => self.confirm(url, actor, tx).await,
            PersonSays::SendIt if why == NeedsPerson::Assisted => Err(DecideError::NotWaiting),
            PersonSays::SendIt => {
                let again = match frozen {
                    Some(frozen) => PublicationState::Prepared { frozen, next_at: tx.now() },
                    None => PublicationState::Planned,
                };
                self.move_to(again, self.attempts, tx).await?;
                let verb = "publication.sent_again";
                self.tell(StepKind::Denied, verb, json!({}), actor, tx).await?;
                Ok(self.queue(tx.now(), tx).await?)
            }
            PersonSays::GiveUp => self.leave(json!({}), actor, tx).await,
        }
    }

    /// Leaves one that waits for a person, who says why.
    pub async fn give_up_because(
        &mut self,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), DecideError> {
        actor.must(right_for(self.purpose))?;
        if !matches!(self.state, PublicationState::NeedsPerson { .. }) {
            return Err(DecideError::NotWaiting);
        }
        self.leave(json!({ "reason": reason }), actor, tx).await
    }

    async fn leave(&mut self, data: Value, actor: &Actor, tx: &mut Tx) -> Result<(), DecideError> {
        self.move_to(PublicationState::Cancelled, self.attempts, tx).await?;
        self.tell(StepKind::Cancelled, "publication.cancelled", data, actor, tx).await?;
        Ok(self.cancel_followers(actor, tx).await?)
    }

    async fn confirm(
        &mut self,
        url: Option<String>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), DecideError> {
        let url = url.map(|url| url.trim().to_owned()).filter(|url| !url.is_empty());
        if url.is_none() && !self.followers(tx).await.map_err(ChangeError::from)?.is_empty() {
            return Err(DecideError::LinkNeeded);
        }
        if let Some(url) = &url {
            let parsed = url::Url::parse(url).map_err(|_| DecideError::NotALink)?;
            if !matches!(parsed.scheme(), "http" | "https") {
                return Err(DecideError::NotALink);
            }
        }
        let at = tx.now();
        let remote = Remote { id: String::new(), url: url.clone(), at: Some(at) };
        self.move_to(PublicationState::Published { remote, at }, self.attempts, tx).await?;
        let data = json!({ "url": url });
        self.tell(StepKind::Confirmed, "publication.confirmed", data, actor, tx).await?;
        Ok(chain::wake(self, tx).await.map_err(ChangeError::from)?)
    }
}
