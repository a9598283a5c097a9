//! Trying rules on what was said before: what they would have done, and nothing is changed.

use database::{Database, Error, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::{Done, Enqueue};
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::condition::Why;
use super::facts::{Look, Reader};
use super::rule::{NewRule, Rule, fitting, ready};
use super::store;
use crate::conversation::Conversation;
use crate::message::Message;

/// How many messages are looked at in one go.
const AT_ONCE: usize = 300;
/// How many examples of each rule are kept.
const EXAMPLES: usize = 12;
/// The most messages and the most days that a trial goes over.
const MOST: i64 = 50_000;
const MOST_DAYS: i64 = 365;

database::text_enum! {
    /// Where a trial stands.
    pub enum TrialState {
        /// It goes on.
        Running => "running",
        /// It is over.
        Done => "done",
    }
}

/// Rules tried on what was said before.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// Which one.
    pub id: Id<Trial>,
    /// Who asked.
    pub by: Option<Id<Teammate>>,
    /// When.
    pub asked_at: Timestamp,
    /// From which instant on.
    pub since: Timestamp,
    /// How many messages at most.
    pub most: i64,
    /// How many were looked at.
    pub looked: i64,
    /// How far back it got.
    pub reached: Timestamp,
    /// Where it stands.
    pub state: TrialState,
    /// What each rule would have done, in order.
    pub of: Vec<TrialOf>,
    /// How many messages one rule at least would have applied to.
    pub touched: i64,
}

/// What one rule would have done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrialOf {
    /// The rule.
    pub rule: Id<Rule>,
    /// What it said then.
    pub says: NewRule,
    /// To how many messages.
    pub count: i64,
    /// The latest.
    pub examples: Vec<Example>,
}

/// A message that a rule would have applied to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The message.
    pub message: Id<Message>,
    /// Its conversation.
    pub conversation: Id<Conversation>,
    /// Its beginning.
    pub said: String,
    /// When it was said.
    pub at: Timestamp,
    /// What held.
    pub why: Vec<Why>,
}

/// What was found so far, as it is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct FoundSoFar {
    pub touched: i64,
    pub of: Vec<TrialOf>,
}

/// The job that goes over the past, a part at a time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunTrial {
    /// The trial.
    pub trial: Id<Trial>,
    /// In which brand.
    pub brand: Id<Brand>,
}

impl jobs::Job for RunTrial {
    const KIND: &'static str = "try_moderation_rules";
    const MAX_ATTEMPTS: u32 = 5;
}

/// Why a trial was not begun or read.
#[derive(Debug, thiserror::Error)]
pub enum TrialError {
    /// There is no such trial in the brand.
    #[error("there is no such trial in this brand")]
    NotFound,
    /// There is no rule to try.
    #[error("there is no rule to try")]
    NoRule,
    /// It would go too far back, or over too many messages.
    #[error("from 1 to {MOST_DAYS} days, from 1 to {MOST} messages")]
    TooFar,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Trial {
    /// Tries a rule, on or off, with those that are on around it; or, when none is named, all
    /// rules as if they were on. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`TrialError`].
    pub async fn begin(
        rule: Option<Id<Rule>>,
        days: i64,
        most: i64,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Trial, TrialError> {
        actor.must(Right::ManageBrand)?;
        if !(1..=MOST_DAYS).contains(&days) || !(1..=MOST).contains(&most) {
            return Err(TrialError::TooFar);
        }
        let mut rules = store::rules::all(actor.brand(), tx).await?;
        if rule.is_some_and(|id| !rules.iter().any(|rule| rule.id == id)) {
            return Err(TrialError::NotFound);
        }
        rules.retain(|one| rule.is_none_or(|id| one.id == id || one.active));
        if rules.is_empty() {
            return Err(TrialError::NoRule);
        }
        let of =
            |rule: Rule| TrialOf { rule: rule.id, says: rule.says, count: 0, examples: Vec::new() };
        let back = SignedDuration::from_hours(24 * days);
        let trial = Trial {
            id: tx.new_id(),
            by: actor.teammate_id(),
            asked_at: tx.now(),
            since: tx.now().checked_sub(back).unwrap_or(tx.now()),
            most,
            looked: 0,
            reached: tx.now(),
            state: TrialState::Running,
            of: rules.into_iter().map(of).collect(),
            touched: 0,
        };
        store::trials::insert(actor.brand(), &trial, tx).await?;
        store::trials::forget_old(actor.brand(), 20, tx).await?;
        let job = RunTrial { trial: trial.id, brand: actor.brand() };
        jobs::enqueue(tx, &job, Enqueue::now().brand(actor.brand())).await?;
        Ok(trial)
    }

    /// A trial, if the actor's brand has it.
    ///
    /// # Errors
    /// [`TrialError`].
    pub async fn load(id: Id<Trial>, actor: &Actor, tx: &mut Tx) -> Result<Trial, TrialError> {
        actor.must(Right::Read)?;
        let found = store::trials::load(actor.brand(), id, tx).await?;
        found.map(|found| found.trial).ok_or(TrialError::NotFound)
    }
}

/// Goes over a part of the past; for the job, which comes back until all is done.
///
/// # Errors
/// What the database met.
pub async fn run_trial(database: &Database, job: &RunTrial) -> Result<Done, Error> {
    let mut tx = database.read().await?;
    let Some(found) = store::trials::load(job.brand, job.trial, &mut tx).await? else {
        return Ok(Done::Finished);
    };
    let mut trial = found.trial;
    if trial.state == TrialState::Done {
        return Ok(Done::Finished);
    }
    let left = usize::try_from(trial.most - trial.looked).unwrap_or(0).min(AT_ONCE);
    let cursor = (trial.reached, found.cursor);
    let looks = store::trials::past(job.brand, trial.since, cursor, left, &mut tx).await?;
    let next = looks.last().map_or(cursor, |(last, received)| (*received, last.message));
    look_at(&mut trial, &looks, job.brand, &mut tx).await?;
    drop(tx);
    trial.looked += i64::try_from(looks.len()).unwrap_or(0);
    let over = looks.len() < left || trial.looked >= trial.most;
    trial.reached = next.0;
    if over {
        trial.state = TrialState::Done;
    }
    let mut tx = database.begin().await?;
    store::trials::go_on(&trial, next.1, &mut tx).await?;
    let now = tx.now();
    tx.commit().await?;
    Ok(if over { Done::Finished } else { Done::Again(now) })
}

async fn look_at(
    trial: &mut Trial,
    looks: &[(Look, Timestamp)],
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let rules = trial.of.iter();
    let rules = rules.map(|of| Rule { id: of.rule, active: true, says: of.says.clone() });
    let (rules, needs) = ready(rules.collect());
    let reader = Reader::of(brand, needs, tx).await?;
    for (look, _) in looks {
        let facts = reader.facts(look, tx).await?;
        let fits = fitting(&rules, &facts);
        trial.touched += i64::from(!fits.is_empty());
        for (rule, why) in fits {
            let Some(of) = trial.of.iter_mut().find(|of| of.rule == rule.id) else { continue };
            of.count += 1;
            if of.examples.len() < EXAMPLES {
                of.examples.push(Example {
                    message: look.message,
                    conversation: look.conversation,
                    said: crate::ingest::preview(&look.text),
                    at: look.sent_at,
                    why,
                });
            }
        }
    }
    Ok(())
}
