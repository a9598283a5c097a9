use database::Tx;
use jiff::Timestamp;
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::{Value, json};

use super::timeline::{self, StepKind};
use super::{
    Deliver, Failure, HeldBy, Place, Publication, PublicationState, Purpose, StateName, store,
};
use crate::channel::Channel;
use crate::prepared::Content;

/// What a new publication is made from.
#[derive(Debug, Clone)]
pub struct NewPublication {
    /// Where it goes.
    pub channel: Id<Channel>,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it stands among what appears together; the default is alone.
    pub place: Place,
    /// When it is to appear; a past instant means at once.
    pub due_at: Timestamp,
    /// What is to appear.
    pub content: Content,
}

/// Why a publication could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// It is leaving, has left or may have left: nothing of it can be changed.
    #[error("a publication that is {0} can't be changed")]
    TooLate(StateName),
    /// There is no such channel in the brand, or it was removed.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// Someone changed it at the same moment.
    #[error("someone changed it at the same moment")]
    Moved,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

/// What a person must be allowed to do.
pub(super) fn right_for(purpose: Purpose) -> Right {
    match purpose {
        Purpose::Post { .. } => Right::Publish,
        Purpose::Reply { .. } => Right::Converse,
    }
}

impl Publication {
    /// Plans a content on a channel of the actor's brand and queues its delivery, in the
    /// caller's transaction.
    pub async fn plan(
        new: NewPublication,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Publication, ChangeError> {
        actor.must(right_for(new.purpose))?;
        let channel = Channel::load(new.channel, actor, tx).await;
        if !channel.is_ok_and(|channel| channel.removed_at.is_none()) {
            return Err(ChangeError::NoSuchChannel);
        }
        let publication = Publication {
            id: tx.new_id(),
            brand: actor.brand(),
            channel: new.channel,
            purpose: new.purpose,
            place: new.place,
            due_at: new.due_at,
            content: new.content,
            state: PublicationState::Planned,
            attempts: 0,
            created_by: actor.teammate_id(),
            created_at: tx.now(),
            updated_at: tx.now(),
            late_alerted_at: None,
        };
        store::write::insert(&publication, tx).await?;
        let data = json!({ "due_at": publication.due_at.to_string() });
        timeline::note(publication.id, StepKind::Planned, actor, data, tx).await?;
        publication.queue(publication.due_at, tx).await?;
        Ok(publication)
    }

    /// Replaces the content of a publication that has not been prepared.
    pub async fn change(
        &mut self,
        mut content: Content,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        self.must_be_changeable(actor)?;
        // What a part answers is filled in when its turn comes: no change of its own.
        if self.place.after.is_some() {
            content.reply_to = self.content.reply_to.clone();
        }
        if self.content == content {
            return Ok(());
        }
        self.content = content;
        store::write::rewrite(self, tx).await?;
        timeline::note(self.id, StepKind::Changed, actor, json!({}), tx).await?;
        self.back_to_planned_if_failed(tx).await
    }

    /// Replaces a part that has not been prepared, its kind with its content.
    pub async fn change_part(
        &mut self,
        kind: super::PartKind,
        content: Content,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        if self.place.kind != kind {
            self.must_be_changeable(actor)?;
            self.place.kind = kind;
            store::write::rewrite(self, tx).await?;
        }
        self.change(content, actor, tx).await
    }

    /// Moves it in time, with what follows it. A failed or held one is planned again.
    pub async fn reschedule(
        &mut self,
        due_at: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        self.move_in_time(due_at, actor, tx).await?;
        for mut follower in self.followers(tx).await? {
            if follower.state.may_change() {
                follower.move_in_time(due_at, actor, tx).await?;
            }
        }
        Ok(())
    }

    async fn move_in_time(
        &mut self,
        due_at: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        self.must_be_changeable(actor)?;
        if let Some(there) = self.already(StateName::Planned, tx).await?
            && there.due_at == due_at
        {
            *self = there;
            return Ok(());
        }
        let data = json!({ "from": self.due_at.to_string(), "due_at": due_at.to_string() });
        self.due_at = due_at;
        store::write::rewrite(self, tx).await?;
        if self.state != PublicationState::Planned {
            self.move_to(PublicationState::Planned, self.attempts, tx).await?;
        }
        timeline::note(self.id, StepKind::Rescheduled, actor, data, tx).await?;
        self.queue(due_at, tx).await
    }

    /// Keeps it back until a person releases it.
    pub async fn hold(&mut self, actor: &Actor, tx: &mut Tx) -> Result<(), ChangeError> {
        self.hold_for(HeldBy::Person, actor, tx).await
    }

    /// Keeps it back for that reason until a person releases it.
    pub async fn hold_for(
        &mut self,
        reason: HeldBy,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        self.must_not_have_left(actor)?;
        self.move_to(PublicationState::Held { reason }, self.attempts, tx).await?;
        let data = json!({ "by": reason.as_str() });
        self.tell(StepKind::Held, "publication.held", data, actor, tx).await
    }

    /// Lets a held one go, at its time, or at once when that has passed; or tries a failed one
    /// again.
    pub async fn release(&mut self, actor: &Actor, tx: &mut Tx) -> Result<(), ChangeError> {
        actor.must(right_for(self.purpose))?;
        match self.state {
            PublicationState::Held { .. } | PublicationState::Failed { .. } => {}
            _ => return Err(ChangeError::TooLate(self.state.name())),
        }
        if let Some(released) = self.already(StateName::Planned, tx).await? {
            *self = released;
            return Ok(());
        }
        self.move_to(PublicationState::Planned, self.attempts, tx).await?;
        self.tell(StepKind::Released, "publication.released", json!({}), actor, tx).await?;
        self.queue(self.due_at.max(tx.now()), tx).await?;
        // Kept back together, let go together.
        let held = PublicationState::Held { reason: HeldBy::Person };
        for mut follower in self.followers(tx).await? {
            if follower.state == held {
                follower.move_to(PublicationState::Planned, follower.attempts, tx).await?;
                timeline::note(follower.id, StepKind::Released, actor, json!({}), tx).await?;
                follower.queue(follower.due_at.max(tx.now()), tx).await?;
            }
        }
        Ok(())
    }

    /// Lets it leave although a crisis holds the brand's posts: what a crisis makes one say. Needs
    /// [`Right::Publish`].
    pub async fn let_through(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ChangeError> {
        actor.must(Right::Publish)?;
        store::write::let_through(self.id, tx).await?;
        activity::record(
            tx,
            actor,
            "publication.let_through",
            Subject::new("publication", self.id),
            json!({}),
        )
        .await?;
        Ok(())
    }

    /// Gives it up, with what follows it, unless it has left or may have.
    pub async fn cancel(&mut self, actor: &Actor, tx: &mut Tx) -> Result<(), ChangeError> {
        self.must_not_have_left(actor)?;
        if let Some(cancelled) = self.already(StateName::Cancelled, tx).await? {
            *self = cancelled;
            return Ok(());
        }
        self.give_up(actor, tx).await?;
        self.cancel_followers(actor, tx).await
    }

    pub(super) async fn give_up(&mut self, actor: &Actor, tx: &mut Tx) -> Result<(), ChangeError> {
        self.move_to(PublicationState::Cancelled, self.attempts, tx).await?;
        self.tell(StepKind::Cancelled, "publication.cancelled", json!({}), actor, tx).await
    }

    /// The part as it is now, when what was done to the one before it has brought it there.
    async fn already(
        &self,
        state: StateName,
        tx: &mut Tx,
    ) -> Result<Option<Publication>, ChangeError> {
        if self.place.after.is_none() {
            return Ok(None);
        }
        Ok(store::load(self.id, tx).await?.filter(|now| now.state.name() == state))
    }

    fn must_be_changeable(&self, actor: &Actor) -> Result<(), ChangeError> {
        actor.must(right_for(self.purpose))?;
        if self.state.may_change() { Ok(()) } else { Err(ChangeError::TooLate(self.state.name())) }
    }

    /// A prepared one is certainly not there, so it may still be held or given up.
    fn must_not_have_left(&self, actor: &Actor) -> Result<(), ChangeError> {
        actor.must(right_for(self.purpose))?;
        if self.state.may_change() || matches!(self.state, PublicationState::Prepared { .. }) {
            Ok(())
        } else {
            Err(ChangeError::TooLate(self.state.name()))
        }
    }

    async fn back_to_planned_if_failed(&mut self, tx: &mut Tx) -> Result<(), ChangeError> {
        if matches!(self.state, PublicationState::Failed { .. }) {
            self.move_to(PublicationState::Planned, self.attempts, tx).await?;
            self.queue(self.due_at.max(tx.now()), tx).await?;
        }
        Ok(())
    }

    /// Moves it to `state`, if nobody moved it since it was read.
    pub(super) async fn move_to(
        &mut self,
        state: PublicationState,
        attempts: i64,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        if !store::write::put_state(self, &state, attempts, None, tx).await? {
            return Err(ChangeError::Moved);
        }
        self.state = state;
        self.attempts = attempts;
        Ok(())
    }

    /// Queues its delivery; a part is queued by the appearance of the one before it.
    pub(super) async fn queue(&self, at: Timestamp, tx: &mut Tx) -> Result<(), ChangeError> {
        if self.waits_for_another(tx).await? {
            return Ok(());
        }
        let job = Deliver { publication: self.id };
        let how = Enqueue::at(at).brand(self.brand).once(format!("deliver:{}", self.id));
        jobs::enqueue(tx, &job, how).await?;
        Ok(())
    }

    /// Notes a step on the timeline and, under `verb`, in the brand's stream.
    pub(super) async fn tell(
        &self,
        kind: StepKind,
        verb: &'static str,
        data: Value,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChangeError> {
        timeline::note(self.id, kind, actor, data.clone(), tx).await?;
        activity::record(tx, actor, verb, Subject::new("publication", self.id), data).await?;
        Ok(())
    }
}

/// Gives up everything that still waits on a channel that is being removed; returns how many.
pub async fn cancel_planned_of(
    channel: Id<Channel>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<i64, database::Error> {
    let waiting =
        [StateName::Planned, StateName::Prepared, StateName::Held, StateName::NeedsPerson];
    let mut cancelled = 0;
    for publication in store::of_channel_in(channel, &waiting, tx).await? {
        let failed =
            PublicationState::Failed { reason: Failure::ChannelGone, detail: String::new() };
        if store::write::put_state(&publication, &failed, publication.attempts, None, tx).await? {
            let data = json!({ "reason": Failure::ChannelGone.key() });
            timeline::note(publication.id, StepKind::Failed, actor, data, tx).await?;
            cancelled += 1;
        }
    }
    Ok(cancelled)
}
