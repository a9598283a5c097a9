use database::Tx;
use platform::activity::{self, Subject};
use platform::notification::Notification;
use platform::{Actor, Brand, Right, Role, Teammate, Who};
use primitives::Id;
use serde_json::json;

use super::path::{named_outside, outside, team_of};
use super::{
    ApprovalError, Approver, Asked, AskedStep, Path, Request, RequestState, key_of, seen, store,
    tell,
};
use crate::local_time::LocalSchedule;
use crate::post::{Post, ScheduleError};

/// What an author asks agreement for.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// When it is to appear once agreed, as a clock reading in the brand's zone; `None` leaves
    /// that for later.
    pub wanted: Option<String>,
    /// What they have to say to those who are asked.
    pub note: String,
}

impl Post {
    /// Asks those whose agreement this post needs; once the last has agreed, it is scheduled at
    /// the time it was wanted for. What was asked before is withdrawn. An author who is among
    /// those asked agrees by asking. A post that a check stops is not asked for.
    pub async fn ask_approval(
        &self,
        ask: Ask,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Request, ApprovalError> {
        actor.must(Right::Draft)?;
        let wanted = match &ask.wanted {
            Some(local) => {
                let brand = Brand::of(actor, tx).await?;
                let at = LocalSchedule::parse(local, brand.zone.name())
                    .and_then(|at| at.within_ten_years(tx.now()))
                    .map_err(ScheduleError::Time)?;
                if at.at < tx.now() {
                    return Err(ScheduleError::InThePast.into());
                }
                Some(at)
            }
            None => None,
        };
        self.must_be_acceptable(actor, tx).await?;
        // What checks ask about is shown to those who agree: their agreement answers it.
        self.must_not_be_stopped(wanted.as_ref().map(|at| at.at), actor, tx).await?;
        let note = ask.note.trim().chars().take(2000).collect();
        begin(self, wanted, note, actor, tx).await
    }

    /// Lets it leave without the agreement it needs, for this once and for a reason. Owners only.
    pub async fn bypass_approval(
        &self,
        reason: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Request, ApprovalError> {
        actor.must(Right::RemoveBrand)?;
        let reason: String = reason.trim().chars().take(2000).collect();
        if reason.is_empty() {
            return Err(ApprovalError::SayWhat);
        }
        let steps = Path::of(self, tx).await?.people(actor, tx).await?;
        withdraw_waiting(self, actor, tx).await?;
        let mut request = new(self, steps, None, reason.clone(), actor, tx);
        request.state = RequestState::Bypassed;
        request.settled_at = Some(tx.now());
        store::insert(&request, tx).await?;
        let data = json!({ "reason": reason });
        activity::record(tx, actor, "approval.bypassed", Subject::new("post", self.id), data)
            .await?;
        Ok(request)
    }
}

/// Asks, whatever the time: also what a change of an agreed post does by itself.
pub(super) async fn begin(
    post: &Post,
    wanted: Option<LocalSchedule>,
    note: String,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Request, ApprovalError> {
    let applies = Path::of(post, tx).await?;
    if applies.is_empty() {
        return Err(ApprovalError::NobodyToAsk);
    }
    let steps = applies.people(actor, tx).await?;
    withdraw_waiting(post, actor, tx).await?;
    let request = new(post, steps, wanted, note, actor, tx);
    store::insert(&request, tx).await?;
    if let Some(wanted) = &request.wanted {
        store::set_wanted(post.id, wanted, tx).await?;
    }
    let names: Vec<_> =
        request.steps.iter().flat_map(|s| s.people.iter().map(|p| p.name.as_str())).collect();
    let data = json!({ "name": names.join(", "), "reason": request.note });
    activity::record(tx, actor, "approval.asked", Subject::new("post", post.id), data).await?;
    super::answer::advance(request, true, tx).await
}

fn new(
    post: &Post,
    steps: Vec<AskedStep>,
    wanted: Option<LocalSchedule>,
    note: String,
    actor: &Actor,
    tx: &mut Tx,
) -> Request {
    Request {
        id: tx.new_id(),
        brand: post.brand,
        post: post.id,
        state: RequestState::Waiting,
        content_hash: seen(post),
        steps,
        step: 0,
        wanted,
        asked_by: match actor.who() {
            Who::Teammate(id) | Who::Token(_, id) => Some(id),
            Who::System => post.author,
        },
        note,
        reminded: 0,
        created_at: tx.now(),
        settled_at: None,
        answers: Vec::new(),
    }
}

/// Takes back what is asked for a post and waits.
pub(super) async fn withdraw_waiting(
    post: &Post,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), database::Error> {
    for request in store::of_post(post.brand, post.id, tx).await? {
        if request.state == RequestState::Waiting {
            store::settle(request.id, RequestState::Withdrawn, tx).await?;
            let subject = Subject::new("approval", request.id);
            Notification::settle(actor.brand(), &subject, tx).await?;
        }
    }
    Ok(())
}

impl Request {
    /// The request, if the actor's brand has it.
    pub async fn load(
        id: Id<Request>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Request, ApprovalError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(ApprovalError::NotFound)
    }

    /// Everything that waits for an answer in the brand, the soonest wanted first.
    pub async fn waiting(actor: &Actor, tx: &mut Tx) -> Result<Vec<Request>, ApprovalError> {
        actor.must(Right::Read)?;
        Ok(store::waiting(actor.brand(), tx).await?)
    }

    /// What was settled last.
    pub async fn settled(
        most: i64,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Request>, ApprovalError> {
        actor.must(Right::Read)?;
        Ok(store::settled(actor.brand(), most.clamp(1, 200), tx).await?)
    }

    /// What was asked for a post, the newest first.
    pub async fn of_post(
        post: Id<Post>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Request>, ApprovalError> {
        actor.must(Right::Read)?;
        Ok(store::of_post(actor.brand(), post, tx).await?)
    }

    /// How many wait for the actor's own answer.
    pub async fn count_for(actor: &Actor, tx: &mut Tx) -> Result<i64, ApprovalError> {
        let Some(me) = actor.teammate_id() else { return Ok(0) };
        let key = key_of(me);
        let all = Request::waiting(actor, tx).await?;
        let mine = all.iter().filter(|request| request.awaits(&key)).count();
        Ok(i64::try_from(mine).unwrap_or(i64::MAX))
    }

    /// Takes the request back: the post is a plain draft again. Whoever asked, or may publish.
    pub async fn withdraw(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ApprovalError> {
        if actor.teammate_id().is_none() || actor.teammate_id() != self.asked_by {
            actor.must(Right::Publish)?;
        }
        if !store::settle(self.id, RequestState::Withdrawn, tx).await? {
            return Err(ApprovalError::Settled);
        }
        Notification::settle(self.brand, &Subject::new("approval", self.id), tx).await?;
        let subject = Subject::new("post", self.post);
        Ok(activity::record(tx, actor, "approval.withdrawn", subject, json!({})).await?)
    }

    /// Hands someone's place in the present step to another person. Those who are asked pass
    /// their own place on; those who run the brand pass anyone's.
    pub async fn reassign(
        &self,
        from: &str,
        to: Approver,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Request, ApprovalError> {
        if actor.teammate_id().map(key_of).as_deref() != Some(from) {
            actor.must(Right::ManageBrand)?;
        }
        store::lock(self.id, tx).await?;
        let mut request = Request::load(self.id, actor, tx).await?;
        if !request.awaits(from) {
            return Err(ApprovalError::NotAsked);
        }
        let newcomer = newcomer(to, actor, tx).await?;
        let step = request.step;
        let people = &mut request.steps[step].people;
        let Some(place) = people.iter().position(|asked| asked.key == from) else {
            return Err(ApprovalError::NotAsked);
        };
        let left = people.remove(place);
        if people.iter().all(|asked| asked.key != newcomer.key) {
            people.insert(place, Asked { instead_of: Some(left.name.clone()), ..newcomer.clone() });
        }
        store::put_steps(request.id, &request.steps, tx).await?;
        let data = json!({ "name": newcomer.name, "title": left.name });
        let subject = Subject::new("post", self.post);
        activity::record(tx, actor, "approval.reassigned", subject, data).await?;
        tell::ask_people(&request, &[&newcomer.key], false, tx).await?;
        // The one who was awaited may have been the last.
        super::answer::advance(request, false, tx).await
    }
}

async fn newcomer(to: Approver, actor: &Actor, tx: &mut Tx) -> Result<Asked, ApprovalError> {
    match to {
        Approver::Managers => Err(ApprovalError::NobodyNamed),
        Approver::Outside { name, email } => match named_outside(&name, &email)? {
            Approver::Outside { name, email } => Ok(outside(&name, &email)),
            _ => Err(ApprovalError::NotAnAddress),
        },
        Approver::Teammate { id } => {
            let team = team_of(actor, tx).await?;
            let member = team.into_iter().find(|member| member.teammate == id);
            let member = member.ok_or(ApprovalError::NotFound)?;
            Ok(Asked {
                key: key_of(id),
                name: member.name.to_string(),
                email: member.email.to_string(),
                teammate: Some(id),
                instead_of: None,
            })
        }
    }
}

/// The role of a teammate of a brand, if they still work there.
pub(super) async fn role_of(
    teammate: Id<Teammate>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Option<Role>, database::Error> {
    let team = team_of(actor, tx).await?;
    Ok(team.into_iter().find(|member| member.teammate == teammate).map(|member| member.role))
}
