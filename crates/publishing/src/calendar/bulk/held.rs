//! Holding and releasing several posts.

use channels::Channel;
use channels::publication::{Publication, PublicationState, StateName};
use database::Tx;
use platform::{Actor, Brand};

use super::{Back, BulkError, Left, Tried, Why, of_post};
use crate::approval;
use crate::guard::{self, AcceptError};
use crate::post::{Post, PostError};

pub(super) async fn hold(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<Tried, BulkError> {
    let mut held = Vec::new();
    for mut publication in of_post(post, actor, tx).await? {
        if matches!(publication.state.name(), StateName::Planned | StateName::Prepared) {
            publication.hold(actor, tx).await.map_err(PostError::from)?;
            held.push(publication.id);
        }
    }
    Ok(if held.is_empty() {
        Err(Why::NothingToDo.into())
    } else {
        Ok(Back::Release { publications: held })
    })
}

/// A second look at each: what a check kept back goes with this person's word ([`guard::release`]),
/// what would be held again at once stays held, and says why.
pub(super) async fn release(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<Tried, BulkError> {
    let (mut released, mut stays) = (Vec::new(), None);
    for mut publication in of_post(post, actor, tx).await? {
        if !matches!(publication.state, PublicationState::Held { .. }) {
            continue;
        }
        match keeps_back(post, &publication, actor, tx).await? {
            Some(why) => stays = Some(why),
            None => {
                guard::release(&mut publication, actor, tx).await.map_err(of_release)?;
                released.push(publication.id);
            }
        }
    }
    let back = (!released.is_empty()).then_some(Back::Hold { publications: released });
    Ok(match (back, stays) {
        (Some(back), None) => Ok(back),
        (Some(back), Some(why)) => Err(Left { back: Some(back), why }),
        (None, why) => Err(why.unwrap_or(Why::NothingToDo).into()),
    })
}

/// Why a publication would be held again as soon as it is released.
async fn keeps_back(
    post: &Post,
    publication: &Publication,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Option<Why>, BulkError> {
    if approval::lacks(post, publication, tx).await? {
        return Ok(Some(Why::NeedsApproval));
    }
    if publication.due_at > tx.now() {
        return Ok(None);
    }
    let channel = Channel::load(publication.channel, actor, tx).await;
    let paused = Brand::of(actor, tx).await?.paused.is_some()
        || channel.is_ok_and(|channel| channel.paused_at.is_some());
    Ok(paused.then_some(Why::Paused))
}

fn of_release(error: AcceptError) -> BulkError {
    match error {
        AcceptError::Post(error) => error.into(),
        AcceptError::Change(error) => PostError::from(error).into(),
        AcceptError::Guard(guard::GuardError::NotAllowed(error)) => error.into(),
        AcceptError::Guard(error) => database::Error::from(error).into(),
    }
}
