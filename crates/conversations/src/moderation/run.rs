//! What each rule did, once a message, and why; and what people thought of it.

use database::{Error, Tx};
use jiff::Timestamp;
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::condition::Why;
use super::rule::Rule;
use super::store;
use crate::conversation::Conversation;
use crate::message::Message;

/// What a rule did with one message.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Which one.
    pub id: Id<Run>,
    /// The rule.
    pub rule: Id<Rule>,
    /// The message.
    pub message: Id<Message>,
    /// Its conversation.
    pub conversation: Id<Conversation>,
    /// What was said.
    pub said: String,
    /// The author's handle.
    pub handle: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What held.
    pub why: Vec<Why>,
    /// What was done.
    pub did: Vec<Did>,
    /// When a person decided otherwise.
    pub overturned_at: Option<Timestamp>,
    /// Who did.
    pub overturned_by: Option<Id<Teammate>>,
}

/// One action, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Did {
    /// The action: `hide`, `label`.
    pub action: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// A job asks the network.
    Asked,
    /// It could not be: what it names is gone, or the answer is too long.
    Cannot,
    /// Another rule had done it.
    Already,
}

impl Outcome {
    /// Its name, for words.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Asked => "asked",
            Outcome::Cannot => "cannot",
            Outcome::Already => "already",
        }
    }
}

/// What a rule did in all.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// How many messages.
    pub messages: i64,
    /// How many of them people decided otherwise about.
    pub overturned: i64,
    /// How many of them still wait for a person.
    pub waiting: i64,
    /// The first and the last time.
    pub first_at: Option<Timestamp>,
    /// The last time.
    pub last_at: Option<Timestamp>,
    /// The latest, at most 100.
    pub latest: Vec<Run>,
}

impl Run {
    /// What a rule did.
    ///
    /// # Errors
    /// When the role may not read, or the database failed.
    pub async fn report(rule: Id<Rule>, actor: &Actor, tx: &mut Tx) -> Result<Report, RunError> {
        actor.must(Right::Read)?;
        let mut report = store::runs::counted(actor.brand(), rule, tx).await?;
        report.latest = store::runs::of_rule(actor.brand(), rule, 100, tx).await?;
        Ok(report)
    }

    /// How many messages each rule applied to, and how many of them people overturned.
    ///
    /// # Errors
    /// When the role may not read, or the database failed.
    pub async fn counts(actor: &Actor, tx: &mut Tx) -> Result<Vec<(Id<Rule>, i64, i64)>, RunError> {
        actor.must(Right::Read)?;
        Ok(store::runs::counts(actor.brand(), tx).await?)
    }

    /// What rules did with a message, in the order in which they did.
    ///
    /// # Errors
    /// When the role may not read, or the database failed.
    pub async fn of_message(
        message: Id<Message>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Run>, RunError> {
        actor.must(Right::Read)?;
        Ok(store::runs::of_message(actor.brand(), message, tx).await?)
    }
}

/// Why runs were not read.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}
