//! A bad buzz, seen early and handled calmly.
//!
//! Words: a **negative burst** is an hour or a day with far more negative messages than its past
//! predicts ([`burst`]); it raises an [`Alert`], once. A [`Crisis`] is opened from an alert or by
//! hand: its room holds what is said and by whom ([`Said`]), who does what ([`Role`], [`Task`]),
//! the [`HoldingStatement`]s, and one timeline ([`Line`]) to which lines are only added. While it
//! runs it may hold the brand's posts: the pause lives inside the send fence, answers leave, and
//! so does what the room lets through. Its **stand-down** looks at each post that was held
//! ([`Reviewed`]); nothing leaves without a person. A **rehearsal** is the same on copies of past
//! messages or on made-up ones: nothing of it leaves the house, and it can be removed whole.
//!
//! Posts are known here as publications only: who ends a crisis gets the decisions, and the page
//! above carries out those that are `publishing`'s.

mod alert;
mod answer;
pub mod burst;
mod figures;
mod gather;
mod notice;
mod rehearsal;
mod role;
mod room;
mod said;
mod setting;
mod stand_down;
mod statement;
mod store;
mod task;
mod timeline;
mod watch;

use channels::publication::ChangeError;
use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::brand::BrandError;
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::reply::ReplyError;
use crate::typed;

pub use alert::{Alert, AlertState};
pub use answer::{Answered, answer_each};
pub use figures::{Figures, ResponseTimes};
pub(crate) use gather::gather;
pub use notice::{CrisisLetter, News};
pub use rehearsal::{MadeUp, Material};
pub use role::{InRole, Role};
pub use room::{NewCrisis, Standing, standing};
pub use said::{Author, Hour, LikeGroup, Said, Spoken};
pub use setting::CrisisSetting;
pub use stand_down::{Decision, Reviewed, StandDown, ToReview};
pub use statement::{HoldingStatement, NewStatement, StatementText};
pub use task::{FollowUp, Task};
pub use timeline::{Entry, EntryKind, Line};
pub use watch::{Watched, Watching, watch, watched};

/// The longest name of a crisis, a statement or a task.
pub(crate) const NAME: usize = 160;
/// The longest of what is written in a room.
pub(crate) const LONGEST: usize = 5_000;

text_enum! {
    /// How grave it is, worded by `crisis-level-{level}`.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Level {
        /// It is watched; nothing is said yet.
        Watch => "watch",
        /// It is answered, with words that were agreed.
        Serious => "serious",
        /// Everything else waits; those who manage the house speak.
        Major => "major",
    }
}

text_enum! {
    /// Whether it runs.
    pub enum CrisisState {
        /// It runs.
        Running => "running",
        /// It was stood down.
        Ended => "ended",
    }
}

/// A crisis, or the rehearsal of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crisis {
    /// Which one.
    pub id: Id<Crisis>,
    /// Whose.
    pub brand: Id<Brand>,
    /// What it is about, in the team's words.
    pub name: String,
    /// How grave.
    pub level: Level,
    /// Whether it runs.
    pub state: CrisisState,
    /// Whether it is only a rehearsal.
    pub rehearsal: bool,
    /// The alert that it was opened from.
    pub alert: Option<Id<Alert>>,
    /// Words by which a message belongs to it, besides being negative; one a line.
    pub words: String,
    /// Messages said since then belong to it.
    pub since: Timestamp,
    /// Who opened it.
    pub opened_by: Option<Id<Teammate>>,
    /// When.
    pub opened_at: Timestamp,
    /// Who stood it down, and when.
    pub ended: Option<(Option<Id<Teammate>>, Timestamp)>,
    /// What was learnt; written at the end, and afterwards.
    pub lessons: String,
}

/// Why something of a crisis was refused.
#[derive(Debug, thiserror::Error)]
pub enum CrisisError {
    /// Nothing was written.
    #[error("nothing was written")]
    Empty,
    /// It is longer than it may be.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// Another crisis of the brand runs.
    #[error("another crisis runs")]
    AnotherRuns(Id<Crisis>),
    /// It has been stood down: nothing of it changes but its lessons and follow-ups.
    #[error("this crisis is over")]
    Over,
    /// It runs: it is stood down first.
    #[error("this crisis runs")]
    Runs,
    /// These posts wait for a decision.
    #[error("{0} posts wait for a decision")]
    Undecided(usize),
    /// The time to which a post is moved is not one, or has passed.
    #[error("not a time to come")]
    NotATime,
    /// Giving up a post asks for a reason.
    #[error("a reason is asked for")]
    ReasonNeeded,
    /// No manager has approved these words.
    #[error("this statement is not approved")]
    NotApproved,
    /// It has no words for this channel and language.
    #[error("no words in this language")]
    NoWords,
    /// Only a rehearsal is made up, or removed.
    #[error("this is not a rehearsal")]
    NotARehearsal,
    /// The period holds no message, or is not one.
    #[error("nothing to rehearse on")]
    NothingToRehearse,
    /// Nothing leaves the house in a rehearsal.
    #[error("this is a rehearsal")]
    OnlyARehearsal,
    /// There are as many as there may be.
    #[error("{0} at most")]
    TooMany(usize),
    /// There is no such teammate in the brand.
    #[error("there is no such teammate in this brand")]
    NoSuchTeammate,
    /// There is no such thing in the actor's brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// An answer was refused.
    #[error(transparent)]
    Reply(ReplyError),
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<BrandError> for CrisisError {
    fn from(error: BrandError) -> Self {
        match error {
            BrandError::NotAllowed(error) => error.into(),
            BrandError::Database(error) => error.into(),
            other => Self::Database(Error::other(other.to_string())),
        }
    }
}

impl From<ChangeError> for CrisisError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::NotAllowed(error) => error.into(),
            ChangeError::Database(error) => error.into(),
            other => Self::Database(Error::other(other.to_string())),
        }
    }
}

impl Crisis {
    /// The crisis, if the actor's brand has it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn load(id: Id<Crisis>, actor: &Actor, tx: &mut Tx) -> Result<Crisis, CrisisError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, "", tx).await?.ok_or(CrisisError::NotFound)
    }

    /// The brand's crises and rehearsals, the latest first; 100 at most.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn list(actor: &Actor, tx: &mut Tx) -> Result<Vec<Crisis>, CrisisError> {
        actor.must(Right::Read)?;
        Ok(store::list(actor.brand(), 100, tx).await?)
    }

    /// The one that runs in the brand, rehearsals left out.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn running(actor: &Actor, tx: &mut Tx) -> Result<Option<Crisis>, CrisisError> {
        actor.must(Right::Read)?;
        let running = store::running(actor.brand(), tx).await?;
        Ok(running.into_iter().find(|crisis| !crisis.rehearsal))
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.state == CrisisState::Running
    }

    /// Reads it for a change while it runs: its row is held until the transaction ends.
    pub(crate) async fn lock_running(
        id: Id<Crisis>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Crisis, CrisisError> {
        actor.must(Right::Converse)?;
        let lock = tx.for_update();
        let found = store::load(actor.brand(), id, lock, tx).await?;
        let crisis = found.ok_or(CrisisError::NotFound)?;
        if crisis.runs() { Ok(crisis) } else { Err(CrisisError::Over) }
    }
}

/// A text of one line, trimmed, that is there and not too long.
pub(crate) fn one_line(text: &str, most: usize) -> Result<String, CrisisError> {
    let line = typed::line(text);
    checked(line, most)
}

/// A text that is there and not too long.
pub(crate) fn written(text: &str, most: usize) -> Result<String, CrisisError> {
    checked(typed::words(text), most)
}

fn checked(text: String, most: usize) -> Result<String, CrisisError> {
    match text.chars().count() {
        0 => Err(CrisisError::Empty),
        count if count > most => Err(CrisisError::TooLong(most)),
        _ => Ok(text),
    }
}
