//! « I know »: a person's word on what a check asks, for one text.

use channels::publication::{ChangeError, HeldBy, Publication, PublicationState, Purpose};
use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{Guard, GuardError, GuardSettings, Level, look, store};
use crate::post::{Post, PostError};

/// Why a person's word was not taken.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// The checks could not be made.
    #[error(transparent)]
    Guard(#[from] GuardError),
    /// The post could not be read.
    #[error(transparent)]
    Post(#[from] PostError),
    /// The publication could not be released.
    #[error(transparent)]
    Change(#[from] ChangeError),
}

impl From<NotAllowed> for AcceptError {
    fn from(error: NotAllowed) -> Self {
        GuardError::from(error).into()
    }
}
impl From<database::Error> for AcceptError {
    fn from(error: database::Error) -> Self {
        GuardError::from(error).into()
    }
}

impl Post {
    /// Takes a person's word for checks that ask, for what the post says now: once it says
    /// something else they ask again. What stops is not talked round: it is put right, or
    /// released by [`release`] once it has held something back. Needs [`Right::Publish`].
    pub async fn accept(
        &self,
        guards: &[Guard],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), AcceptError> {
        actor.must(Right::Publish)?;
        let settings = GuardSettings::of(actor, tx).await?;
        let asks = |guard: &Guard| settings.level(*guard) != Some(Level::Stops);
        let guards: Vec<Guard> = guards.iter().copied().filter(asks).collect();
        self.take_word(&guards, actor, tx).await
    }

    async fn take_word(
        &self,
        guards: &[Guard],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), AcceptError> {
        if guards.is_empty() {
            return Ok(());
        }
        store::accept(self.id, guards, &hash(self), actor, tx).await?;
        let names: Vec<_> = guards.iter().map(|guard| guard.as_str()).collect();
        let data = json!({ "checks": names });
        let subject = Subject::new("post", self.id);
        activity::record(tx, actor, "post.checks_accepted", subject, data).await?;
        Ok(())
    }
}

/// Releases a held publication after a second look: what a check kept back is accepted for what
/// the post says now, then it goes. One held for another reason is only released.
pub async fn release(
    publication: &mut Publication,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), AcceptError> {
    actor.must(Right::Publish)?;
    let by_guard = matches!(publication.state, PublicationState::Held { reason: HeldBy::Guard });
    if by_guard && let Purpose::Post { post, .. } = publication.purpose {
        let post = Post::load(post.cast(), actor, tx).await?;
        let found = look(&post, Some(publication.due_at.max(tx.now())), actor, tx).await?;
        let mut guards: Vec<Guard> = Vec::new();
        for finding in found.iter().filter(|finding| finding.level == Level::Stops) {
            if !guards.contains(&finding.guard) {
                guards.push(finding.guard);
            }
        }
        post.take_word(&guards, actor, tx).await?;
    }
    Ok(publication.release(actor, tx).await?)
}

/// What a word is given for: everything that people will see.
pub(super) fn hash(post: &Post) -> String {
    let variants: Vec<_> =
        post.variants.iter().map(|v| json!([v.channel.to_string(), v.text, v.extras])).collect();
    let media: Vec<_> = post.media.iter().map(|m| json!([m.media.hash, m.alt_text])).collect();
    let seen = json!([post.text, post.link, variants, media, post.extras, post.language]);
    digest(&seen.to_string())
}

pub(super) fn digest(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}
