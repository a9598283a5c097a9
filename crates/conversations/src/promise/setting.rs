use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::activity::{self, Subject};
use platform::{Actor, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::{PolicyError, keep, store};

/// How a brand's promises are watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Nothing was promised before.
    pub since: Timestamp,
    /// How long before its end a promise is at risk, in the time it is counted in.
    pub warning: SignedDuration,
    /// Whether who looks after a conversation is told when its promise is at risk.
    pub reminds: bool,
    /// Whether also by letter.
    pub letters: bool,
}

/// Whom a broken promise is told once it is late by so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which one.
    pub id: Id<Step>,
    /// How late, in the time that the promise is counted in.
    pub late_by: SignedDuration,
    /// Whom.
    pub to: StepTo,
}

/// Whom a step tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTo {
    /// Those who manage the brand.
    Managers,
    /// One teammate.
    Teammate(Id<Teammate>),
}

/// How many steps a brand may have.
const MOST: usize = 10;

impl Setting {
    /// One hour, reminders by notification and letter.
    pub(crate) const WARNING: SignedDuration = SignedDuration::from_hours(1);

    /// How the brand's promises are watched; none when it promises nothing.
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Option<Setting>, PolicyError> {
        actor.must(Right::Read)?;
        Ok(store::setting(actor.brand(), tx).await?)
    }

    /// Changes how they are watched. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn set(
        warning: SignedDuration,
        reminds: bool,
        letters: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), PolicyError> {
        actor.must(Right::ManageBrand)?;
        if warning < SignedDuration::from_mins(1) || warning > SignedDuration::from_hours(72) {
            return Err(PolicyError::BadDelay);
        }
        if !store::update_setting(actor.brand(), warning, reminds, letters, tx).await? {
            return Err(PolicyError::NotFound);
        }
        let subject = Subject::new("brand", actor.brand());
        let data = json!({ "reminds": reminds, "letters": letters });
        activity::record(tx, actor, "promises.watch_changed", subject, data).await?;
        Ok(keep::work_out_all(actor.brand(), tx).await?)
    }
}

impl Step {
    /// The brand's steps, the soonest first.
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Step>, PolicyError> {
        actor.must(Right::Read)?;
        Ok(store::steps(actor.brand(), tx).await?)
    }

    /// Adds a step. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn add(
        late_by: SignedDuration,
        to: StepTo,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Step>, PolicyError> {
        actor.must(Right::ManageBrand)?;
        if late_by < SignedDuration::ZERO || late_by > SignedDuration::from_hours(24 * 90) {
            return Err(PolicyError::BadDelay);
        }
        if store::steps(actor.brand(), tx).await?.len() >= MOST {
            return Err(PolicyError::TooMany);
        }
        if let StepTo::Teammate(teammate) = to
            && store::role_of(actor.brand(), teammate, tx).await?.is_none()
        {
            return Err(PolicyError::NotFound);
        }
        let step = Step { id: tx.new_id(), late_by, to };
        store::insert_step(actor.brand(), &step, tx).await?;
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "promises.step_added", subject, json!({})).await?;
        keep::work_out_all(actor.brand(), tx).await?;
        Ok(step.id)
    }

    /// Takes a step away. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`PolicyError`].
    pub async fn remove(id: Id<Step>, actor: &Actor, tx: &mut Tx) -> Result<(), PolicyError> {
        actor.must(Right::ManageBrand)?;
        if !store::remove_step(actor.brand(), id, tx).await? {
            return Err(PolicyError::NotFound);
        }
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "promises.step_removed", subject, json!({})).await?;
        Ok(keep::work_out_all(actor.brand(), tx).await?)
    }
}
