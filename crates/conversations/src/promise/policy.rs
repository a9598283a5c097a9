use channels::Channel;
use database::{Error, Tx};
use jiff::SignedDuration;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use super::{Terms, keep, store};
use crate::conversation::Priority;
use crate::label::Label;

/// The longest name.
const NAME: usize = 80;
/// The most policies of a brand.
const MOST: usize = 30;
/// The longest promise.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What is promised to some of those who write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Which one.
    pub id: Id<Policy>,
    /// What it says.
    pub says: NewPolicy,
}

/// What a policy says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPolicy {
    /// Its name, for the team.
    pub name: String,
    /// Only for this channel.
    pub channel: Option<Id<Channel>>,
    /// Only under this label.
    pub label: Option<Id<Label>>,
    /// Only of this urgency.
    pub priority: Option<Priority>,
    /// Until the first answer.
    pub first: Option<SignedDuration>,
    /// Until each next one.
    pub next: Option<SignedDuration>,
    /// Until it is settled.
    pub resolution: Option<SignedDuration>,
    /// Counted in the brand's hours; around the clock otherwise.
    pub working: bool,
}

/// Why a policy was not made or changed.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// It has no name, or too long a one.
    #[error("a policy has a name of 1 to {NAME} characters")]
    BadName,
    /// It promises nothing.
    #[error("nothing is promised")]
    NothingPromised,
    /// A delay is not between a minute and 90 days.
    #[error("a delay lies between a minute and 90 days")]
    BadDelay,
    /// The brand has as many as it may.
    #[error("a brand has {MOST} policies at most")]
    TooMany,
    /// There is no such policy, channel, label or teammate in the brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What a policy is chosen by.
#[derive(Debug, Clone)]
pub(crate) struct About {
    pub channel: Id<Channel>,
    pub labels: Vec<Id<Label>>,
    pub priority: Priority,
}

impl NewPolicy {
    /// What is proposed to a brand that promises nothing yet: an answer within half a day of
    /// work, and three days of work to settle the matter.
    pub fn proposed(name: String) -> Self {
        let hours = |hours| Some(SignedDuration::from_hours(hours));
        Self {
            name,
            channel: None,
            label: None,
            priority: None,
            first: hours(4),
            next: hours(4),
            resolution: hours(24),
            working: true,
        }
    }

    pub(crate) fn fits(&self, about: &About) -> bool {
        self.channel.is_none_or(|channel| channel == about.channel)
            && self.label.is_none_or(|label| about.labels.contains(&label))
            && self.priority.is_none_or(|priority| priority == about.priority)
    }

    pub(crate) fn terms(&self) -> Terms {
        let (first, next, resolution) = (self.first, self.next, self.resolution);
        Terms { first, next, resolution, ..Terms::default() }
    }

    async fn check(mut self, actor: &Actor, tx: &mut Tx) -> Result<Self, PolicyError> {
        self.name = self.name.trim().to_owned();
        if self.name.is_empty() || self.name.chars().count() > NAME {
            return Err(PolicyError::BadName);
        }
        let delays: Vec<_> =
            [self.first, self.next, self.resolution].into_iter().flatten().collect();
        if delays.is_empty() {
            return Err(PolicyError::NothingPromised);
        }
        if delays.iter().any(|delay| *delay < SignedDuration::from_mins(1) || *delay > LONGEST) {
            return Err(PolicyError::BadDelay);
        }
        match store::knows(actor.brand(), self.channel, self.label, tx).await? {
            true => Ok(self),
            false => Err(PolicyError::NotFound),
        }
    }
}

impl Policy {
    /// The brand's policies, in the order in which they are tried.
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Policy>, PolicyError> {
        actor.must(Right::Read)?;
        Ok(store::policies(actor.brand(), tx).await?)
    }

    /// Adds a policy, tried after those that are there. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn add(new: NewPolicy, actor: &Actor, tx: &mut Tx) -> Result<Policy, PolicyError> {
        actor.must(Right::ManageBrand)?;
        let says = new.check(actor, tx).await?;
        let count = store::policies(actor.brand(), tx).await?.len();
        if count >= MOST {
            return Err(PolicyError::TooMany);
        }
        if count == 0 {
            store::begin(actor.brand(), tx).await?;
        }
        let policy = Policy { id: tx.new_id(), says };
        store::insert_policy(actor.brand(), &policy, tx).await?;
        policy.changed("promise_policy.added", actor, tx).await?;
        Ok(policy)
    }

    /// Says something else. What has ended stays as it was promised. Needs
    /// [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn change(
        id: Id<Policy>,
        new: NewPolicy,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Policy, PolicyError> {
        actor.must(Right::ManageBrand)?;
        let policy = Policy { id, says: new.check(actor, tx).await? };
        if !store::update_policy(actor.brand(), &policy, tx).await? {
            return Err(PolicyError::NotFound);
        }
        policy.changed("promise_policy.changed", actor, tx).await?;
        Ok(policy)
    }

    /// Takes a policy away; what it promised and has not ended is promised by the next that
    /// fits, or by none. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn remove(id: Id<Policy>, actor: &Actor, tx: &mut Tx) -> Result<(), PolicyError> {
        actor.must(Right::ManageBrand)?;
        let policy = Policy::one(id, actor, tx).await?;
        store::remove_policy(actor.brand(), id, tx).await?;
        policy.changed("promise_policy.removed", actor, tx).await
    }

    /// Tries a policy one place earlier, or later. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn shift(
        id: Id<Policy>,
        earlier: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), PolicyError> {
        actor.must(Right::ManageBrand)?;
        let mut all = store::policies(actor.brand(), tx).await?;
        let at = all.iter().position(|policy| policy.id == id).ok_or(PolicyError::NotFound)?;
        let to =
            if earlier { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < all.len()) };
        let Some(to) = to else { return Ok(()) };
        all.swap(at, to);
        store::order_policies(&all, tx).await?;
        all[to].changed("promise_policy.moved", actor, tx).await
    }

    /// One of the brand's.
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn one(id: Id<Policy>, actor: &Actor, tx: &mut Tx) -> Result<Policy, PolicyError> {
        let all = Policy::all(actor, tx).await?;
        all.into_iter().find(|policy| policy.id == id).ok_or(PolicyError::NotFound)
    }

    async fn changed(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), PolicyError> {
        let subject = Subject::new("promise_policy", self.id);
        activity::record(tx, actor, verb, subject, json!({ "name": self.says.name })).await?;
        Ok(keep::work_out_all(actor.brand(), tx).await?)
    }
}
