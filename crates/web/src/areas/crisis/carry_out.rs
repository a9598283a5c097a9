//! What was decided of posts at the end of a crisis, done: the verbs are those of `publishing`.

use channels::publication::{Publication, PublicationState, Purpose};
use conversations::crisis::{Decision, Reviewed};
use database::{Error, Tx};
use platform::Actor;
use publishing::Post;

/// Does what was decided, in the transaction that ends the crisis; how many could not be done as
/// decided and stay held (a check, an agreement, a time that has passed).
pub(crate) async fn carry_out(
    decided: &[Reviewed],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<usize, Error> {
    let mut stays = 0;
    for reviewed in decided {
        let loaded = Publication::load_locked(reviewed.publication, actor, tx).await;
        // Gone since: there is nothing left to do.
        let Ok(mut publication) = loaded else { continue };
        stays += usize::from(!one(&mut publication, reviewed, actor, tx).await?);
    }
    Ok(stays)
}

/// False when it stays held although it was to leave.
async fn one(
    publication: &mut Publication,
    reviewed: &Reviewed,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let held = matches!(publication.state, PublicationState::Held { .. });
    let waits = publication.state.may_change()
        || matches!(publication.state, PublicationState::Prepared { .. });
    match reviewed.decision {
        Decision::Release if held => {
            let released = publishing::guard::release(publication, actor, tx).await;
            released.map_err(|error| Error::other(error.to_string()))?;
        }
        Decision::Move if publication.state.may_change() => {
            let local = reviewed.moved_to.as_deref().unwrap_or_default();
            let Purpose::Post { post, .. } = publication.purpose else { return Ok(true) };
            let post = Post::load(post.cast(), actor, tx).await;
            let post = post.map_err(|error| Error::other(error.to_string()))?;
            // A refusal is found before anything is written: the post stays as it is.
            if post.schedule(local, actor, tx).await.is_err() {
                return Ok(false);
            }
        }
        Decision::Keep if waits => {
            let kept = publication.hold(actor, tx).await;
            kept.map_err(|error| Error::other(error.to_string()))?;
        }
        Decision::GiveUp if waits => {
            let given_up = publication.cancel(actor, tx).await;
            given_up.map_err(|error| Error::other(error.to_string()))?;
        }
        _ => {}
    }
    Ok(true)
}
