use async_trait::async_trait;
use channels::LastLook;
use channels::publication::{HeldBy, Publication, Purpose};
use database::Tx;
use platform::Actor;

use super::{Path, seen, store, tell};
use crate::post::{Post, PostError};

/// Holds what comes due without the agreement that it needs.
#[derive(Debug, Clone, Copy, Default)]
pub struct ApprovalLook;

#[async_trait]
impl LastLook for ApprovalLook {
    async fn look(
        &self,
        publication: &Publication,
        tx: &mut Tx,
    ) -> Result<Option<HeldBy>, database::Error> {
        let Purpose::Post { post, .. } = publication.purpose else { return Ok(None) };
        let system = Actor::system(publication.brand);
        let post = match Post::load(post.cast(), &system, tx).await {
            Ok(post) => post,
            Err(PostError::Database(error)) => return Err(error),
            Err(_) => return Ok(None),
        };
        if !lacks(&post, publication, tx).await? {
            return Ok(None);
        }
        tell::held(&post, tx).await?;
        Ok(Some(HeldBy::Approval))
    }
}

/// Whether an agreement that the post needs is missing, so that this publication would be held.
pub(crate) async fn lacks(
    post: &Post,
    publication: &Publication,
    tx: &mut Tx,
) -> Result<bool, database::Error> {
    let applies = Path::of(post, tx).await?;
    if applies.is_empty() || store::is_agreed(post.brand, post.id, &seen(post), tx).await? {
        return Ok(false);
    }
    // Planned before anybody's agreement was asked for: what was decided then stands.
    let asked = !store::of_post(post.brand, post.id, tx).await?.is_empty();
    Ok(asked || publication.created_at >= applies.since)
}
