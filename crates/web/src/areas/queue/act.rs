//! What a person does to the queue; each can be undone.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::civil::DateTime;
use primitives::Id;
use publishing::Post;
use publishing::queue::{self, Change, QueueError, Way};

use super::shown::reading;
use super::words::said;
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems;
use crate::{Form, Go, InBrand, Refusal};

/// Puts a post elsewhere: at the opening it was dropped on, or one earlier or later.
pub async fn order(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let post: Id<Post> = form.get("post").parse().map_err(|_| Refusal::Malformed)?;
    let to: Option<DateTime> = form.get("to").parse().ok();
    let way = match form.get("way") {
        "earlier" => Some(Way::Earlier),
        "later" => Some(Way::Later),
        _ => None,
    };
    let mut tx = here.begin().await?;
    let moved = match (to, way) {
        (Some(to), _) => queue::put(post, to, &here.actor, &mut tx).await,
        (None, Some(way)) => queue::earlier_or_later(post, way, &here.actor, &mut tx).await,
        (None, None) => return Err(Refusal::Malformed),
    };
    match moved {
        Ok((change, when)) => {
            tx.commit().await?;
            let go =
                here.go("queue").saying("queue-moved").with("when", reading(here.words(), when));
            Ok(undoable(&here, go, change).into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(not_done(&here, "queue", error).await?.into_response())
        }
    }
}

/// Mixes what waits.
pub async fn shuffle(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let channel = form.get("channel").parse().ok();
    let mut tx = here.begin().await?;
    match queue::shuffle(channel, &here.actor, &mut tx).await {
        Ok((_, 0)) => Ok(here.go("queue").saying("queue-shuffled-nothing").into_response()),
        Ok((change, count)) => {
            tx.commit().await?;
            let go = here.go("queue").saying("queue-shuffled").with("count", count.to_string());
            Ok(undoable(&here, go, change).into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(not_done(&here, "queue", error).await?.into_response())
        }
    }
}

/// Gives a post the next free opening.
pub async fn enqueue(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    match post.enqueue(&here.actor, &mut tx).await {
        Ok((_, spot)) => {
            tx.commit().await?;
            Ok(queued(&here, id, spot.local).into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(not_done(&here, &format!("posts/{id}"), error).await?.into_response())
        }
    }
}

/// Where a post that was just queued is shown, with a way back.
pub(super) fn queued(here: &InBrand, id: Id<Post>, when: DateTime) -> Go {
    here.go(&format!("posts/{id}"))
        .saying("queue-queued")
        .with("when", reading(here.words(), when))
        .undo(here.url(&format!("posts/{id}/schedule/end")))
}

/// Takes a post out of the queue.
pub async fn leave(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Post>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    match post.leave_queue(&here.actor, &mut tx).await {
        Ok(change) => {
            tx.commit().await?;
            Ok(undoable(&here, here.go("queue").saying("queue-left"), change).into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(not_done(&here, "queue", error).await?.into_response())
        }
    }
}

/// Undoes a change.
pub async fn undo(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Change>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    match Change::undo(id, &here.actor, &mut tx).await {
        Ok(undone) => {
            tx.commit().await?;
            let go = match undone.kept {
                0 => here.go("queue").saying("queue-undone"),
                kept => {
                    here.go("queue").saying("queue-undone-some").with("count", kept.to_string())
                }
            };
            Ok(go.into_response())
        }
        Err(error) => {
            drop(tx);
            Ok(not_done(&here, "queue", error).await?.into_response())
        }
    }
}

pub(super) fn undoable(here: &InBrand, go: Go, change: Id<Change>) -> Go {
    go.undo(here.url(&format!("queue/changes/{change}/end")))
}

/// Goes back and says why it was not done.
pub(super) async fn not_done(here: &InBrand, path: &str, error: QueueError) -> Result<Go, Refusal> {
    let mut tx = here.read().await?;
    let channels = load_channels(here, &mut tx).await?;
    let why = said(error, &channels, here.words())?;
    Ok(here.go(path).saying("queue-not-done").with("where", why))
}
