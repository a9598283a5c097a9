//! What is proposed, and what the team decides.

use channels::Channel;
use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::{AFTER, Fading, FadingError, FadingState, Way, store};
use crate::conversation::Conversation;

/// The longest reason.
const REASON: usize = 300;

/// Someone who took part under a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TookPart {
    /// Their conversation there.
    pub conversation: Id<Conversation>,
    /// Their name.
    pub name: String,
    /// Their handle.
    pub handle: String,
}

impl Fading {
    /// What is proposed, the latest first; or what was decided, with what came of it.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn list(
        proposed: bool,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Fading>, FadingError> {
        actor.must(Right::Read)?;
        Ok(store::list(actor.brand(), proposed, limit.clamp(1, 100), tx).await?)
    }

    /// How many are proposed.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn count(actor: &Actor, tx: &mut Tx) -> Result<i64, FadingError> {
        actor.must(Right::Read)?;
        Ok(store::count(actor.brand(), tx).await?)
    }

    /// One of them, if the actor's brand has it.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn load(id: Id<Fading>, actor: &Actor, tx: &mut Tx) -> Result<Fading, FadingError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(FadingError::NotFound)
    }

    /// Those who took part, the latest first: whom a relaunch may speak to. For a conversation,
    /// the person it is with.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn took_part(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<TookPart>, FadingError> {
        actor.must(Right::Read)?;
        Ok(store::took_part(self, tx).await?)
    }

    /// The channel it is on.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn channel(&self, actor: &Actor, tx: &mut Tx) -> Result<Channel, FadingError> {
        let loaded = Channel::load(self.channel, actor, tx).await;
        loaded.map_err(|_| FadingError::NotFound)
    }

    /// Notes that it is relaunched that way, now; `post` is the draft that does it, for a post of
    /// its own. What comes in seven days is counted, once something has really been sent.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn relaunch(
        &self,
        way: Way,
        post: Option<Id<()>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FadingError> {
        actor.must(Right::Converse)?;
        let until = tx.now() + AFTER;
        if !store::relaunch(self, way, post, until, actor.teammate_id(), tx).await? {
            return Err(FadingError::Decided);
        }
        let data = json!({ "way": way.as_str() });
        Ok(activity::record(tx, actor, "fading.relaunched", self.subject(), data).await?)
    }

    /// Sets it aside, saying why.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn dismiss(
        &self,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), FadingError> {
        actor.must(Right::Converse)?;
        let reason = reason.replace('\0', "").trim().to_owned();
        if reason.chars().count() > REASON {
            return Err(FadingError::TooLong);
        }
        if !store::dismiss(self, &reason, actor.teammate_id(), tx).await? {
            return Err(FadingError::Decided);
        }
        let data = json!({ "reason": reason });
        Ok(activity::record(tx, actor, "fading.dismissed", self.subject(), data).await?)
    }

    /// Proposes it again, after it was set aside.
    ///
    /// # Errors
    /// [`FadingError`].
    pub async fn propose_again(&self, actor: &Actor, tx: &mut Tx) -> Result<(), FadingError> {
        actor.must(Right::Converse)?;
        if self.state != FadingState::Dismissed {
            return Err(FadingError::Decided);
        }
        Ok(store::propose_again(self, tx).await?)
    }

    fn subject(&self) -> Subject {
        match (self.publication, self.conversation) {
            (Some(publication), _) => Subject::new("publication", publication),
            (None, Some(conversation)) => Subject::new("conversation", conversation),
            (None, None) => Subject::only("fading"),
        }
    }
}
