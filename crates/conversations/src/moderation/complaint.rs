//! Complaints: what an author says against a decision, and the answer of a person who did not
//! take it.

use channels::Connectors;
use database::{Error, Tx};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::membership::Membership;
use platform::notification::{Notification, Recipients, notify};
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::ruling::{Ruling, RulingError};
use super::statement::OpenStatement;
use super::store;
use crate::typed;

/// The longest complaint and the longest answer, in characters.
const LONGEST: usize = 4_000;

database::text_enum! {
    /// Where a complaint stands.
    pub enum ComplaintState {
        /// It waits for an answer.
        Open => "open",
        /// The decision stands.
        Upheld => "upheld",
        /// The decision is undone.
        Reversed => "reversed",
    }
}

/// What an author says against a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Which one.
    pub id: Id<Complaint>,
    /// Against which decision.
    pub ruling: Id<Ruling>,
    /// What they say.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// Where it stands.
    pub state: ComplaintState,
    /// What they are answered.
    pub answer: String,
    /// By whom.
    pub answered_by: Option<Id<Teammate>>,
    /// When.
    pub answered_at: Option<Timestamp>,
    /// Whom it is from.
    pub handle: Option<String>,
    /// What was said, in a few words.
    pub about: String,
    /// Who took the decision; none when a rule did.
    pub decided_by: Option<Id<Teammate>>,
}

/// Why a complaint was not taken, or not answered.
#[derive(Debug, thiserror::Error)]
pub enum ComplaintError {
    /// There is no such complaint in the brand.
    #[error("there is no such complaint in this brand")]
    NotFound,
    /// Nothing is said.
    #[error("nothing is said")]
    Empty,
    /// It is longer than complaints may be.
    #[error("longer than {LONGEST} characters")]
    TooLong,
    /// The time is over, or one was made already.
    #[error("no complaint can be made any more")]
    Closed,
    /// It was answered already.
    #[error("it was answered already")]
    Answered,
    /// Who decided does not answer, since others may.
    #[error("someone else is to answer: this teammate took the decision")]
    SamePerson,
    /// Only a person answers.
    #[error("only a person answers")]
    NobodyAnswers,
    /// Undoing the decision did not work.
    #[error(transparent)]
    Ruling(RulingError),
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

fn checked(words: &str) -> Result<String, ComplaintError> {
    let words = typed::words(words);
    if words.is_empty() {
        return Err(ComplaintError::Empty);
    }
    if words.chars().count() > LONGEST {
        return Err(ComplaintError::TooLong);
    }
    Ok(words)
}

impl OpenStatement {
    /// Complains. Those who may answer are told.
    ///
    /// # Errors
    /// [`ComplaintError`].
    pub async fn complain(&self, words: &str, tx: &mut Tx) -> Result<(), ComplaintError> {
        let words = checked(words)?;
        if !self.may_complain(tx.now()) {
            return Err(ComplaintError::Closed);
        }
        let (brand, ruling) = (self.brand.id, &self.says.ruling);
        let id: Id<Complaint> = tx.new_id();
        if !store::complaints::insert(brand, id, ruling.id, &words, tx).await? {
            return Err(ComplaintError::Closed);
        }
        let system = Actor::system(brand);
        ruling.note("complaint.made", &words, String::new(), String::new(), &system, tx).await?;
        self.link.use_up(tx).await?;
        let subject = Subject::new("complaint", id);
        let data = json!({ "handle": ruling.handle });
        activity::record(tx, &system, "moderation.complained", subject.clone(), data.clone())
            .await?;
        let to = Recipients::Right(Right::Converse);
        notify(tx, brand, "moderation.complaint", subject, data, to).await?;
        Ok(())
    }
}

impl Complaint {
    /// The brand's complaints: those without an answer above, the oldest first; then the others,
    /// the latest first.
    ///
    /// # Errors
    /// [`ComplaintError`].
    pub async fn list(actor: &Actor, tx: &mut Tx) -> Result<Vec<Complaint>, ComplaintError> {
        actor.must(Right::Read)?;
        let mut all = store::complaints::list(actor.brand(), 200, tx).await?;
        all.sort_by_key(|one| match one.state {
            ComplaintState::Open => (false, one.at.as_microsecond()),
            _ => (true, -one.at.as_microsecond()),
        });
        Ok(all)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`ComplaintError`].
    pub async fn load(
        id: Id<Complaint>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Complaint, ComplaintError> {
        actor.must(Right::Read)?;
        let found = store::complaints::load(actor.brand(), id, tx).await?;
        found.ok_or(ComplaintError::NotFound)
    }

    /// Whether this teammate may answer: who took the decision does not, when others may.
    ///
    /// # Errors
    /// What the database met.
    pub async fn may_answer(&self, actor: &Actor, tx: &mut Tx) -> Result<bool, ComplaintError> {
        let Some(me) = actor.teammate_id() else { return Ok(false) };
        if !actor.may(Right::Converse) {
            return Ok(false);
        }
        if self.decided_by != Some(me) {
            return Ok(true);
        }
        let team = Membership::of_brand(actor, tx).await;
        let team = team.map_err(|error| Error::other(error.to_string()))?;
        let others = team.iter().filter(|one| one.teammate != me);
        Ok(!others.into_iter().any(|one| one.role.may(Right::Converse)))
    }

    /// Answers: the decision stands, or is undone (what was hidden is shown again where the
    /// network can, the sanction is lifted). Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`ComplaintError`].
    pub async fn answer(
        id: Id<Complaint>,
        reverses: bool,
        words: &str,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Complaint, ComplaintError> {
        actor.must(Right::Converse)?;
        let words = checked(words)?;
        let by = actor.teammate_id().ok_or(ComplaintError::NobodyAnswers)?;
        let complaint = Complaint::load(id, actor, tx).await?;
        if !complaint.may_answer(actor, tx).await? {
            return Err(ComplaintError::SamePerson);
        }
        let state = if reverses { ComplaintState::Reversed } else { ComplaintState::Upheld };
        if !store::complaints::answer(actor.brand(), id, state, &words, by, tx).await? {
            return Err(ComplaintError::Answered);
        }
        if reverses {
            match Ruling::undo(complaint.ruling, &words, false, connectors, actor, tx).await {
                Ok(_) | Err(RulingError::Decided) => {}
                Err(RulingError::Database(error)) => return Err(error.into()),
                Err(error) => return Err(ComplaintError::Ruling(error)),
            }
        }
        let ruling = Ruling::load(complaint.ruling, actor, tx).await;
        let ruling = ruling.map_err(ComplaintError::Ruling)?;
        let what = if reverses { "complaint.reversed" } else { "complaint.upheld" };
        ruling.note(what, &words, String::new(), state.to_string(), actor, tx).await?;
        let subject = Subject::new("complaint", id);
        Notification::settle(actor.brand(), &subject, tx).await?;
        let data = json!({ "state": state.as_str() });
        activity::record(tx, actor, "moderation.complaint_answered", subject, data).await?;
        Complaint::load(id, actor, tx).await
    }
}
