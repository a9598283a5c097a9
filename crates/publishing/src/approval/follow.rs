use channels::publication::{HeldBy, Publication, StateName};
use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, Who};
use serde_json::json;

use super::{
    ApprovalError, AskedStep, Mode, Path, Request, RequestState, answer, ask, key_of, seen, store,
};
use crate::post::{Post, PostError, PostState, ScheduleError};

/// Refuses what needs an agreement that these words and pictures do not have. A teammate whose
/// own agreement is enough gives it by scheduling.
pub(crate) async fn must_be_agreed(
    post: &Post,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), ScheduleError> {
    let applies = Path::of(post, tx).await.map_err(PostError::from)?;
    if applies.is_empty() {
        return Ok(());
    }
    let hash = seen(post);
    if store::is_agreed(post.brand, post.id, &hash, tx).await.map_err(PostError::from)? {
        return Ok(());
    }
    let people = applies.people(actor, tx).await.map_err(PostError::from)?;
    if enough_alone(&people, actor) {
        agree_alone(post, people, actor, tx).await.map_err(PostError::from)?;
        return Ok(());
    }
    let names = people.into_iter().next().map(|step| step.people).unwrap_or_default();
    Err(ScheduleError::NeedsApproval(names.into_iter().map(|asked| asked.name).collect()))
}

/// Whether the actor's own agreement settles every step.
fn enough_alone(steps: &[AskedStep], actor: &Actor) -> bool {
    // A program does not read: its owner's agreement is given on a screen.
    let Who::Teammate(me) = actor.who() else { return false };
    let key = key_of(me);
    steps.iter().all(|step| {
        step.people.iter().any(|asked| asked.key == key)
            && (step.mode == Mode::Any || step.people.len() == 1)
    })
}

async fn agree_alone(
    post: &Post,
    steps: Vec<AskedStep>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), ApprovalError> {
    ask::withdraw_waiting(post, actor, tx).await?;
    let last = steps.len();
    let request = Request {
        id: tx.new_id(),
        brand: post.brand,
        post: post.id,
        state: RequestState::Agreed,
        content_hash: seen(post),
        steps,
        step: last,
        wanted: None,
        asked_by: actor.teammate_id(),
        note: String::new(),
        reminded: 0,
        created_at: tx.now(),
        settled_at: Some(tx.now()),
        answers: Vec::new(),
    };
    store::insert(&request, tx).await?;
    let subject = Subject::new("post", post.id);
    Ok(activity::record(tx, actor, "approval.agreed", subject, json!({})).await?)
}

/// What an edit does to what was asked and agreed: what waits is read anew by everyone, what
/// was agreed to and has changed is agreed to no more; if the post has its time, what is planned
/// of it is held and everyone is asked again.
pub(crate) async fn content_changed(
    post: &Post,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), PostError> {
    let hash = seen(post);
    let mut waits = false;
    for request in store::of_post(post.brand, post.id, tx).await? {
        match request.state {
            RequestState::Waiting => {
                waits = true;
                if request.content_hash != hash {
                    read_anew(request, &hash, actor, tx).await?;
                }
            }
            RequestState::Agreed | RequestState::Bypassed if request.content_hash != hash => {
                store::withdraw(request.id, tx).await?;
            }
            _ => {}
        }
    }
    let PostState::Scheduled(at) = &post.state else { return Ok(()) };
    let applies = Path::of(post, tx).await?;
    if applies.is_empty() || store::is_agreed(post.brand, post.id, &hash, tx).await? {
        return Ok(());
    }
    let people = applies.people(actor, tx).await?;
    if enough_alone(&people, actor) {
        agree_alone(post, people, actor, tx).await?;
        return Ok(());
    }
    for mut publication in Publication::of_post(post.id.cast(), actor, tx).await? {
        let state = &publication.state;
        if state.name() == StateName::Prepared
            || state.may_change() && state.name() != StateName::Held
        {
            publication.hold_for(HeldBy::Approval, actor, tx).await?;
        }
    }
    let subject = Subject::new("post", post.id);
    activity::record(tx, actor, "approval.lost", subject, json!({})).await?;
    if !waits {
        ask::begin(post, Some(at.clone()), String::new(), actor, tx).await?;
    }
    Ok(())
}

/// What waits has changed: those who had agreed are asked again; those who had not read it yet
/// will read the new words.
async fn read_anew(
    request: Request,
    hash: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), ApprovalError> {
    let had_answers = request.step > 0 || request.answers.iter().any(|answer| !answer.void);
    store::read_anew(request.id, hash, tx).await?;
    if !had_answers {
        return Ok(());
    }
    let subject = Subject::new("post", request.post);
    activity::record(tx, actor, "approval.asked_again", subject, json!({})).await?;
    let request = Request::load(request.id, &Actor::system(request.brand), tx).await?;
    let fresh = Request { answers: Vec::new(), ..request };
    answer::advance(fresh, true, tx).await.map(drop)
}
