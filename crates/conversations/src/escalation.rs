//! A question about a conversation, handed to those who know, with a deadline.
//!
//! Words: an [`Escalation`] is the question; each person who is asked is an [`Asked`], a teammate
//! or an [`Expert`] of the brand's address book, who needs no account; their answer comes back as
//! a draft that the team reviews, and sends through the usual fence. A **holding reply** keeps
//! the person waiting politely: it goes out once, and is no answer, unless the brand decided that
//! it keeps its promise ([`Setting`]).
//!
//! While an escalation is open its conversation waits as it did. Whoever is asked answers from a
//! signed link ([`Opened`]), by replying to the letter ([`by_mail`]), or here when they have an
//! account. They are reminded before the deadline, then told that it has passed, with those who
//! run the brand: each thing once ([`tell_due`]).

mod answer;
mod ask;
pub mod by_mail;
mod course;
mod deadline;
mod expert;
mod figures;
mod guest;
mod letter;
mod lists;
mod remind;
mod setting;
pub(crate) mod store;

use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::{Id, Language};

use crate::conversation::{Conversation, ConversationError};
use crate::message::Message;
use crate::reply::ReplyError;
use crate::typed;

pub use answer::LONGEST_ANSWER;
pub use ask::{LONGEST_QUESTION, NewEscalation, Whom};
pub use deadline::Deadline;
pub use expert::{Expert, ExpertAbsence, ExpertEdit, ExpertError, LONGEST_NAME};
pub use figures::{ExpertFigures, Figures, figures};
pub use guest::{Opened, Shown, Through};
pub use letter::{EscalationLetter, Why};
pub use lists::{Line, Mark, Narrowed, OpenCounts, marks, open_counts};
pub use remind::tell_due;
pub use setting::Setting;

/// A question about a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Escalation {
    /// Which one.
    pub id: Id<Escalation>,
    /// Whose.
    pub brand: Id<Brand>,
    /// About which conversation.
    pub conversation: Id<Conversation>,
    /// The question.
    pub question: String,
    /// What of the conversation they see.
    pub context: Context,
    /// Whether they see the team's notes.
    pub with_notes: bool,
    /// What came later is not shown to them.
    pub context_until: Timestamp,
    /// Where it stands.
    pub state: EscalationState,
    /// Who asks.
    pub asked_by: Option<Id<Teammate>>,
    /// Since when.
    pub asked_at: Timestamp,
    /// Until when.
    pub due_at: Timestamp,
    /// The holding reply.
    pub holding: Option<Id<Message>>,
    /// Since when it is over.
    pub closed_at: Option<Timestamp>,
    /// Who is asked, in the order in which they were.
    pub asked: Vec<Asked>,
}

text_enum! {
    /// What of a conversation is shown to who is asked.
    pub enum Context {
        /// All that was said.
        Thread => "thread",
        /// The last messages.
        Last => "last",
        /// The post it answers, and the last message of the person.
        Post => "post",
    }
}

text_enum! {
    /// Where an escalation stands.
    pub enum EscalationState {
        /// An answer is awaited.
        Waiting => "waiting",
        /// Who was asked misses something: it is the team's turn.
        More => "more",
        /// An answer is there, to be reviewed.
        Answered => "answered",
        /// Nobody is asked any more: all refused.
        Refused => "refused",
        /// The answer was used.
        Done => "done",
        /// It was taken back.
        Withdrawn => "withdrawn",
    }
}

impl EscalationState {
    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Withdrawn)
    }
}

/// Someone who is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which one.
    pub id: Id<Asked>,
    /// What they are asked.
    pub escalation: Id<Escalation>,
    /// Of the address book.
    pub expert: Option<Id<Expert>>,
    /// With an account.
    pub teammate: Option<Id<Teammate>>,
    /// Their name.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// What they are written in.
    pub language: Language,
    /// Where it stands.
    pub state: AskedState,
    /// Since when.
    pub asked_at: Timestamp,
    /// Until when.
    pub due_at: Timestamp,
    /// When they were told that the deadline has passed.
    pub late_told_at: Option<Timestamp>,
    /// When they first answered.
    pub first_answered_at: Option<Timestamp>,
    /// When they last did.
    pub answered_at: Option<Timestamp>,
    /// How.
    pub via: Option<Via>,
    /// Their answer.
    pub answer: String,
    /// The letter as it came, when something was left out of it.
    pub letter: Option<String>,
    /// The address it came from.
    pub answered_from: Option<String>,
    /// What they miss, or why they refuse.
    pub why: String,
    /// Whom they name instead of themselves: a name and an address.
    pub instead: Option<(String, String)>,
}

text_enum! {
    /// Where it stands with someone who is asked.
    pub enum AskedState {
        /// Their answer is awaited.
        Waiting => "waiting",
        /// They miss something.
        More => "more",
        /// They answered; they may still correct it.
        Answered => "answered",
        /// Their answer was used.
        Used => "used",
        /// They can't.
        Declined => "declined",
        /// They are not asked any more.
        Withdrawn => "withdrawn",
    }
}

text_enum! {
    /// How an answer came.
    pub enum Via {
        /// From the page of the letter's link.
        Page => "page",
        /// As a reply to the letter.
        Mail => "mail",
        /// From a teammate's account.
        Here => "here",
    }
}

text_enum! {
    /// What happens in the course of an escalation.
    pub enum What {
        /// Someone was asked.
        Asked => "asked",
        /// A holding reply went out.
        Held => "held",
        /// Someone was reminded.
        Reminded => "reminded",
        /// The deadline passed.
        Late => "late",
        /// Someone answered.
        Answered => "answered",
        /// Someone corrected their answer.
        Corrected => "corrected",
        /// Someone can't.
        Declined => "declined",
        /// Someone misses something.
        More => "more",
        /// The team completed the question.
        Completed => "completed",
        /// There is more time, or less.
        Extended => "extended",
        /// Someone is not asked any more; nobody, without a name.
        Withdrawn => "withdrawn",
        /// An answer was used.
        Used => "used",
        /// A fresh link was sent.
        Link => "link",
        /// Someone wrote once it was over.
        After => "after",
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// In which escalation.
    pub escalation: Id<Escalation>,
    /// What.
    pub what: What,
    /// The teammate who did it.
    pub by: Option<String>,
    /// Of whom it tells.
    pub name: String,
    /// In their words.
    pub words: String,
    /// When.
    pub at: Timestamp,
}

/// Why an escalation could not be made or changed.
#[derive(Debug, thiserror::Error)]
pub enum EscalationError {
    /// There is no such escalation or conversation in the actor's brand.
    #[error("there is no such escalation in this brand")]
    NotFound,
    /// It is over.
    #[error("it is over")]
    Over,
    /// There is no question.
    #[error("there is no question")]
    NoQuestion,
    /// Longer than [`LONGEST_QUESTION`] or [`LONGEST_ANSWER`].
    #[error("it is too long")]
    TooLong,
    /// Nobody is asked.
    #[error("nobody is asked")]
    Nobody,
    /// There is no such teammate or expert.
    #[error("there is no such teammate or expert in this brand")]
    NoSuchPerson,
    /// They are asked already.
    #[error("they are asked already")]
    AskedAlready,
    /// The deadline is past.
    #[error("the deadline is past")]
    InThePast,
    /// The deadline is more than ninety days away, or the brand is not open before it.
    #[error("the deadline is too far away")]
    TooFar,
    /// There are no words.
    #[error("there are no words")]
    Empty,
    /// A holding reply went out already.
    #[error("a holding reply went out already")]
    HeldAlready,
    /// The holding reply was not taken.
    #[error(transparent)]
    Reply(#[from] ReplyError),
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for EscalationError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl Escalation {
    /// The escalation, if the actor's brand has it.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn load(
        id: Id<Escalation>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Escalation, EscalationError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, "", tx).await?.ok_or(EscalationError::NotFound)
    }

    /// Holds its row until the transaction ends; it is still open.
    async fn load_open(
        id: Id<Escalation>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Escalation, EscalationError> {
        let lock = tx.for_update();
        let found = store::load(actor.brand(), id, lock, tx).await?;
        let found = found.ok_or(EscalationError::NotFound)?;
        if found.state.is_open() { Ok(found) } else { Err(EscalationError::Over) }
    }

    /// Whom it asks, by id.
    pub fn of_asked(&self, id: Id<Asked>) -> Option<&Asked> {
        self.asked.iter().find(|asked| asked.id == id)
    }

    /// Whether its deadline has passed without an answer.
    pub fn is_late(&self, now: Timestamp) -> bool {
        matches!(self.state, EscalationState::Waiting | EscalationState::More) && self.due_at <= now
    }

    /// What happened in it, the oldest first.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn course(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Happened>, EscalationError> {
        actor.must(Right::Read)?;
        Ok(store::course(actor.brand(), self.id, tx).await?)
    }
}

impl Conversation {
    /// Its escalations, the oldest first, those of conversations put with it too.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn escalations(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Escalation>, EscalationError> {
        actor.must(Right::Read)?;
        Ok(store::of_conversation(actor.brand(), self.id, tx).await?)
    }

    /// The course of its escalations, the oldest first.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn escalation_course(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Happened>, EscalationError> {
        actor.must(Right::Read)?;
        Ok(store::course_of_conversation(actor.brand(), self.id, tx).await?)
    }
}

/// Says anew where an escalation stands, from those it asks.
fn standing(asked: &[Asked]) -> EscalationState {
    let any = |state: AskedState| asked.iter().any(|one| one.state == state);
    if any(AskedState::Answered) {
        EscalationState::Answered
    } else if any(AskedState::Waiting) {
        EscalationState::Waiting
    } else if any(AskedState::More) {
        EscalationState::More
    } else {
        EscalationState::Refused
    }
}

/// Longer than `most` characters is refused; line ends are as elsewhere.
fn tidy(text: &str, most: usize) -> Result<String, EscalationError> {
    let text = typed::words(text);
    if text.chars().count() > most { Err(EscalationError::TooLong) } else { Ok(text) }
}
