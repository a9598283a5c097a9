//! The last look, in the transaction that would freeze a publication.

use async_trait::async_trait;
use channels::LastLook;
use channels::publication::{HeldBy, Publication, Purpose};
use database::Tx;
use jiff::Timestamp;
use platform::notification::{Recipients, notify};
use platform::{Actor, Right, Subject};
use primitives::Id;
use serde_json::json;

use super::{Finding, Guard, GuardError, Level, look, store};
use crate::post::{Post, PostError};

/// Looks again when a post is about to leave: what stops, and nobody overrode, holds it.
#[derive(Debug, Clone, Copy, Default)]
pub struct GuardLook;

#[async_trait]
impl LastLook for GuardLook {
    async fn look(
        &self,
        publication: &Publication,
        tx: &mut Tx,
    ) -> Result<Option<HeldBy>, database::Error> {
        let Purpose::Post { post, .. } = publication.purpose else { return Ok(None) };
        if publication.place.after.is_some() {
            // What follows was looked at with the first part; it leaves only after it.
            return Ok(None);
        }
        let actor = Actor::system(publication.brand);
        let post = match Post::load(post.cast(), &actor, tx).await {
            Ok(post) => post,
            Err(PostError::NotFound) => return Ok(None),
            Err(PostError::Database(error)) => return Err(error),
            Err(other) => return Err(database::Error::other(other.to_string())),
        };
        let at = publication.due_at.max(tx.now());
        let mut found = look(&post, Some(at), &actor, tx).await?;
        found.retain(|finding| {
            finding.level == Level::Stops
                && !finding.accepted
                && finding.guard != Guard::Paused
                && finding.channel.is_none_or(|channel| channel == publication.channel)
        });
        if found.is_empty() {
            return Ok(None);
        }
        store::write_hold(publication, &found, tx).await?;
        let subject = Subject::new("publication", publication.id);
        let data = json!({ "check": found[0].guard.as_str() });
        let to = Recipients::Right(Right::Publish);
        notify(tx, publication.brand, "publication.held_by_check", subject, data, to).await?;
        Ok(Some(HeldBy::Guard))
    }
}

/// What kept a publication back.
#[derive(Debug, Clone)]
pub struct Hold {
    /// The checks, with what they saw.
    pub findings: Vec<Finding>,
    /// When.
    pub at: Timestamp,
}

impl Hold {
    /// What last kept this publication of the actor's brand back, if a check ever did.
    pub async fn of(
        publication: Id<Publication>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Hold>, GuardError> {
        actor.must(Right::Read)?;
        let found = store::hold(actor.brand(), publication, tx).await?;
        Ok(found.map(|(findings, at)| Hold { findings, at }))
    }
}
