use channels::Channel;
use channels::publication::{Publication, StateName};
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::Brand;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right, Who};
use primitives::Id;
use serde_json::json;

use super::{Post, PostError, PostState, Problem, store};
use crate::guard::{self, Finding, Level};
use crate::local_time::{LocalSchedule, TimeError};
use crate::tracking::Sent;

/// A minute that has just begun when the form arrives still counts as now.
const GRACE: SignedDuration = SignedDuration::from_mins(2);

/// Links are looked at again this long before the post leaves.
const LINKS_BEFORE: SignedDuration = SignedDuration::from_mins(15);

/// Why a post could not be scheduled.
#[derive(Debug, thiserror::Error)]
pub enum ScheduleError {
    /// The time has passed.
    #[error("this time has passed")]
    InThePast,
    /// Not a time, not a zone, or out of range.
    #[error(transparent)]
    Time(#[from] TimeError),
    /// No channel is chosen.
    #[error("the post is for no channel")]
    NoChannel,
    /// A network would refuse it.
    #[error("{} would refuse it", .0.len())]
    Refused(Vec<(Id<Channel>, Problem)>),
    /// Guard rails stop it: these, and those that ask.
    #[error("{} checks stop it", .0.len())]
    Stopped(Vec<Finding>),
    /// Guard rails ask, and nobody has answered for this text; see [`Post::accept`].
    #[error("{} checks ask", .0.len())]
    Asked(Vec<Finding>),
    /// These people must agree first (`Post::ask_approval`).
    #[error("it needs the agreement of {}", .0.join(", "))]
    NeedsApproval(Vec<String>),
    /// Not found, not allowed, or the database.
    #[error(transparent)]
    Post(#[from] PostError),
}

impl From<NotAllowed> for ScheduleError {
    fn from(error: NotAllowed) -> Self {
        PostError::from(error).into()
    }
}
impl From<database::Error> for ScheduleError {
    fn from(error: database::Error) -> Self {
        PostError::from(error).into()
    }
}

impl Post {
    /// Gives the post to the send fence for a clock reading in the brand's zone, or moves what
    /// is already planned of it.
    pub async fn schedule(
        &self,
        local: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, ScheduleError> {
        actor.must(Right::Publish)?;
        let brand = Brand::of(actor, tx).await?;
        let at = LocalSchedule::parse(local, brand.zone.name())?.within_ten_years(tx.now())?;
        if at.at < tx.now() - GRACE {
            return Err(ScheduleError::InThePast);
        }
        self.schedule_at(at, actor, tx).await
    }

    /// Gives the post to the send fence at once.
    pub async fn publish_now(&self, actor: &Actor, tx: &mut Tx) -> Result<Post, ScheduleError> {
        actor.must(Right::Publish)?;
        let brand = Brand::of(actor, tx).await?;
        let at = LocalSchedule::at_instant(tx.now(), brand.zone.name())?;
        self.schedule_at(at, actor, tx).await
    }

    async fn schedule_at(
        &self,
        at: LocalSchedule,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, ScheduleError> {
        self.must_be_acceptable(actor, tx).await?;
        self.must_pass_the_guards(at.at, actor, tx).await?;
        crate::approval::must_be_agreed(self, actor, tx).await?;
        store::set_schedule(self.id, Some(&at), tx).await?;
        let publications =
            Publication::of_post(self.id.cast(), actor, tx).await.map_err(PostError::from)?;
        for mut publication in publications {
            if publication.state.may_change() {
                publication.reschedule(at.at, actor, tx).await.map_err(PostError::from)?;
            }
        }
        let post = Post::load(self.id, actor, tx).await?;
        post.plan_missing(at.at, actor, tx).await?;
        let title = crate::approval::title_in(&self.text);
        let data = json!({ "local": at.local.to_string(), "zone": at.zone, "title": title });
        activity::record(tx, actor, "post.scheduled", Subject::new("post", self.id), data).await?;
        Ok(post)
    }

    /// Takes it back to a draft; what has left stays published.
    pub async fn unschedule(&self, actor: &Actor, tx: &mut Tx) -> Result<Post, PostError> {
        actor.must(Right::Publish)?;
        self.cancel_unsent(actor, tx).await?;
        store::set_schedule(self.id, None, tx).await?;
        let subject = Subject::new("post", self.id);
        let data = json!({ "title": crate::approval::title_in(&self.text) });
        activity::record(tx, actor, "post.unscheduled", subject, data).await?;
        Post::load(self.id, actor, tx).await
    }

    pub(super) async fn cancel_unsent(&self, actor: &Actor, tx: &mut Tx) -> Result<(), PostError> {
        for mut publication in Publication::of_post(self.id.cast(), actor, tx).await? {
            let waits =
                publication.state.may_change() || publication.state.name() == StateName::Prepared;
            if waits {
                publication.cancel(actor, tx).await?;
            }
        }
        Ok(())
    }

    pub(crate) async fn must_be_acceptable(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ScheduleError> {
        if self.variants.is_empty() {
            return Err(ScheduleError::NoChannel);
        }
        let mut refused = Vec::new();
        let sent = Sent::of(self, actor, tx).await.map_err(PostError::from)?;
        for variant in &self.variants {
            let channel =
                Channel::load(variant.channel, actor, tx).await.map_err(|_| PostError::NotFound)?;
            let (post, own) = sent.on(self, variant);
            let check = post.check(&own, &channel.limits);
            let stops = check.problems.into_iter().filter(Problem::stops);
            refused.extend(stops.map(|problem| (channel.id, problem)));
        }
        if refused.is_empty() { Ok(()) } else { Err(ScheduleError::Refused(refused)) }
    }

    /// What stops refuses everyone, at that time.
    pub(crate) async fn must_not_be_stopped(
        &self,
        at: Option<Timestamp>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ScheduleError> {
        let mut found = guard::look(self, at, actor, tx).await.map_err(database::Error::from)?;
        found.retain(Finding::is_open);
        if found.iter().any(|finding| finding.level == Level::Stops) {
            return Err(ScheduleError::Stopped(found));
        }
        Ok(())
    }

    /// What stops refuses everyone. What asks is asked of a person who schedules: a move of what
    /// is scheduled was asked before, and Parvis itself can't answer.
    async fn must_pass_the_guards(
        &self,
        at: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ScheduleError> {
        let mut found =
            guard::look(self, Some(at), actor, tx).await.map_err(database::Error::from)?;
        found.retain(Finding::is_open);
        if found.iter().any(|finding| finding.level == Level::Stops) {
            return Err(ScheduleError::Stopped(found));
        }
        if self.is_draft() && actor.who() != Who::System && !found.is_empty() {
            return Err(ScheduleError::Asked(found));
        }
        let links = guard::links::links_of(self);
        guard::links::look_at(links.clone(), None, actor, tx).await?;
        let before = at - LINKS_BEFORE;
        if before > tx.now() {
            guard::links::look_at(links, Some(before), actor, tx).await?;
        }
        Ok(())
    }

    /// Whether it may still be edited: a draft, or scheduled and nothing of it has left.
    pub fn is_draft(&self) -> bool {
        self.state == PostState::Draft
    }
}
