//! The checklist of a crisis, and what is to be done after it.

use database::Tx;
use jiff::Timestamp;
use jiff::civil::Date;
use platform::{Actor, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::timeline::{self, EntryKind};
use super::{Crisis, CrisisError, LONGEST, NAME, one_line, setting, store};

/// The most tasks, and follow-ups, of a crisis.
pub(super) const MOST: usize = 60;

/// A line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Which one.
    pub id: Id<Task>,
    /// What is to be done.
    pub words: String,
    /// Who did it (their name), and when.
    pub done: Option<(String, Timestamp)>,
}

/// What is to be done once the crisis is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Which one.
    pub id: Id<FollowUp>,
    /// What.
    pub words: String,
    /// By whom.
    pub teammate: Option<Id<Teammate>>,
    /// Their name.
    pub name: Option<String>,
    /// Until when.
    pub due_on: Option<Date>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
}

impl Crisis {
    /// The checklist, in order.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn tasks(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Task>, CrisisError> {
        actor.must(Right::Read)?;
        Ok(store::parts::tasks(self.id, tx).await?)
    }

    /// Adds a line to the checklist.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn add_task(
        id: Id<Crisis>,
        words: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let words = one_line(words, NAME)?;
        let count = store::parts::tasks(id, tx).await?.len();
        if count >= MOST {
            return Err(CrisisError::TooMany(MOST));
        }
        store::parts::add_task(&crisis, count as i64, &words, tx).await?;
        timeline::write(id, EntryKind::TaskAdded, &words, json!({}), actor, tx).await?;
        crisis.record("crisis.task_added", json!({}), actor, tx).await
    }

    /// Ticks a line, or takes the tick back.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn tick(
        id: Id<Crisis>,
        task: Id<Task>,
        done: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let tasks = store::parts::tasks(id, tx).await?;
        let found = tasks.into_iter().find(|one| one.id == task).ok_or(CrisisError::NotFound)?;
        if found.done.is_some() == done {
            return Ok(());
        }
        store::parts::tick(task, done, actor.teammate_id(), tx).await?;
        let kind = if done { EntryKind::TaskDone } else { EntryKind::TaskUndone };
        timeline::write(id, kind, &found.words, json!({}), actor, tx).await?;
        crisis.record("crisis.task_ticked", json!({ "done": done }), actor, tx).await
    }

    /// What is to be done after it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn follow_ups(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<FollowUp>, CrisisError> {
        actor.must(Right::Read)?;
        Ok(store::parts::follow_ups(self.id, tx).await?)
    }

    /// Adds something to be done after it; also once it is over.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn add_follow_up(
        id: Id<Crisis>,
        words: &str,
        teammate: Option<Id<Teammate>>,
        due_on: Option<Date>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        actor.must(Right::Converse)?;
        let crisis = Crisis::load(id, actor, tx).await?;
        let words = one_line(words, NAME)?;
        if store::parts::follow_ups(id, tx).await?.len() >= MOST {
            return Err(CrisisError::TooMany(MOST));
        }
        if let Some(teammate) = teammate {
            let team = setting::team(crisis.brand, tx).await?;
            if !team.iter().any(|(member, _)| *member == teammate) {
                return Err(CrisisError::NoSuchTeammate);
            }
        }
        store::parts::add_follow_up(&crisis, &words, teammate, due_on, tx).await?;
        timeline::write(id, EntryKind::FollowUpAdded, &words, json!({}), actor, tx).await?;
        crisis.record("crisis.follow_up_added", json!({}), actor, tx).await
    }

    /// Says that it was done, or not yet.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn tick_follow_up(
        id: Id<Crisis>,
        follow_up: Id<FollowUp>,
        done: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        actor.must(Right::Converse)?;
        let crisis = Crisis::load(id, actor, tx).await?;
        let all = store::parts::follow_ups(id, tx).await?;
        let found = all.into_iter().find(|one| one.id == follow_up);
        let found = found.ok_or(CrisisError::NotFound)?;
        if found.done_at.is_some() == done {
            return Ok(());
        }
        store::parts::tick_follow_up(follow_up, done, tx).await?;
        if done {
            timeline::write(id, EntryKind::FollowUpDone, &found.words, json!({}), actor, tx)
                .await?;
        }
        crisis.record("crisis.follow_up_ticked", json!({ "done": done }), actor, tx).await
    }

    /// Writes what was learnt; also once it is over.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn learn(
        id: Id<Crisis>,
        lessons: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        actor.must(Right::Converse)?;
        let crisis = Crisis::load(id, actor, tx).await?;
        let lessons = lessons.trim();
        if lessons.chars().count() > LONGEST {
            return Err(CrisisError::TooLong(LONGEST));
        }
        if lessons == crisis.lessons {
            return Ok(());
        }
        store::set_lessons(id, lessons, tx).await?;
        crisis.record("crisis.lessons_written", json!({}), actor, tx).await
    }
}
