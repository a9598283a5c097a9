use database::Tx;
use jiff::SignedDuration;
use platform::Actor;
use platform::activity::{self, Subject};
use platform::notification::Notification;
use serde_json::json;

use super::{ApprovalError, Request, RequestState, Speaker, key_of, store, tell};
use crate::post::{Post, PostState, ScheduleError};

/// A minute that has just passed while the last one agreed still counts.
const GRACE: SignedDuration = SignedDuration::from_mins(2);

/// What someone answers.
#[derive(Debug, Clone)]
pub struct NewAnswer {
    /// Whether they agree; else they ask for changes.
    pub agrees: bool,
    /// What they say; needed to ask for changes.
    pub words: String,
    /// The hash of what they read ([`super::seen`]): nobody agrees to what they have not seen.
    pub seen: String,
}

impl Request {
    /// Takes someone's answer. The last agreement schedules the post at the time it was wanted
    /// for; asking for changes makes it a draft again.
    pub async fn answer(
        &self,
        answer: NewAnswer,
        speaker: &Speaker,
        tx: &mut Tx,
    ) -> Result<Request, ApprovalError> {
        // Two answers at the same moment pass one after the other.
        store::lock(self.id, tx).await?;
        let system = Actor::system(self.brand);
        let mut request = Request::load(self.id, &system, tx).await?;
        if request.brand != speaker.brand() {
            return Err(ApprovalError::NotFound);
        }
        if request.state != RequestState::Waiting {
            return Err(ApprovalError::Settled);
        }
        if request.content_hash != answer.seen {
            return Err(ApprovalError::Changed);
        }
        let key = speaker.key();
        if !request.awaits(&key) {
            return Err(ApprovalError::NotAsked);
        }
        let words: String = answer.words.trim().chars().take(4000).collect();
        if !answer.agrees && words.is_empty() {
            return Err(ApprovalError::SayWhat);
        }
        let name = request.steps[request.step].people.iter().find(|asked| asked.key == key);
        let name = name.map(|asked| asked.name.clone()).unwrap_or_default();
        store::insert_answer(&request, &key, &name, answer.agrees, &words, tx).await?;
        let verb = if answer.agrees { "approval.agreed" } else { "approval.refused" };
        let mut data = json!({ "reason": words });
        if speaker.is_outside() {
            data["name"] = name.into();
        }
        let subject = Subject::new("post", request.post);
        activity::record(tx, &speaker.actor(), verb, subject, data).await?;
        request.answers =
            store::answers(&[request.id], tx).await?.remove(&request.id).unwrap_or_default();
        if answer.agrees { advance(request, false, tx).await } else { refuse(request, tx).await }
    }
}

/// Goes from step to step as long as each is agreed. Whoever asked agrees by asking.
pub(super) async fn advance(
    mut request: Request,
    mut ask: bool,
    tx: &mut Tx,
) -> Result<Request, ApprovalError> {
    let before = request.step;
    while let Some(step) = request.steps.get(request.step) {
        let own = request.asked_by.map(key_of);
        let own = step.people.iter().find(|asked| Some(&asked.key) == own.as_ref()).cloned();
        if let Some(own) = own.filter(|own| !request.has_agreed(request.step, &own.key)) {
            store::insert_answer(&request, &own.key, &own.name, true, "", tx).await?;
            let id = request.id;
            request.answers = store::answers(&[id], tx).await?.remove(&id).unwrap_or_default();
        }
        if !request.step_is_agreed() {
            break;
        }
        request.step += 1;
        ask = true;
    }
    if request.step != before {
        store::put_step(request.id, request.step, tx).await?;
    }
    if request.step == request.steps.len() {
        return agreed(request, tx).await;
    }
    if ask {
        // What the step before was told of is done.
        Notification::settle(request.brand, &Subject::new("approval", request.id), tx).await?;
        let keys: Vec<_> = request.awaited().iter().map(|asked| asked.key.clone()).collect();
        let keys: Vec<_> = keys.iter().collect();
        tell::ask_people(&request, &keys, false, tx).await?;
    }
    Ok(request)
}

/// Everyone has agreed: it is scheduled, unless its time has passed.
async fn agreed(mut request: Request, tx: &mut Tx) -> Result<Request, ApprovalError> {
    store::settle(request.id, RequestState::Agreed, tx).await?;
    request.state = RequestState::Agreed;
    request.settled_at = Some(tx.now());
    let system = Actor::system(request.brand);
    Notification::settle(request.brand, &Subject::new("approval", request.id), tx).await?;
    let subject = Subject::new("post", request.post);
    activity::record(tx, &system, "approval.given", subject, json!({})).await?;
    let post = Post::load(request.post, &system, tx).await?;
    let fact = match &request.wanted {
        None => "approval.given",
        Some(wanted) if wanted.at < tx.now() - GRACE => "approval.too_late",
        Some(wanted) => {
            match post.schedule(&wanted.local.to_string(), &system, tx).await {
                Ok(_) => "approval.scheduled",
                Err(ScheduleError::InThePast) => "approval.too_late",
                Err(ScheduleError::Post(error)) => return Err(error.into()),
                // A network or a guard rail would refuse: the author decides.
                Err(_) => "approval.not_scheduled",
            }
        }
    };
    tell::author(&request, &post, fact, tx).await?;
    Ok(request)
}

/// Someone asks for changes: a draft again.
async fn refuse(mut request: Request, tx: &mut Tx) -> Result<Request, ApprovalError> {
    store::settle(request.id, RequestState::Refused, tx).await?;
    request.state = RequestState::Refused;
    request.settled_at = Some(tx.now());
    let system = Actor::system(request.brand);
    Notification::settle(request.brand, &Subject::new("approval", request.id), tx).await?;
    let post = Post::load(request.post, &system, tx).await?;
    if matches!(post.state, PostState::Scheduled(_)) {
        post.unschedule(&system, tx).await?;
    }
    tell::author(&request, &post, "approval.refused", tx).await?;
    Ok(request)
}
