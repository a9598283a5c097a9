//! The page of a letter's link: one question, to one person, without an account.

use database::{Error, Tx};
use jiff::SignedDuration;
use platform::activity::Subject;
use platform::link::{Link, NewLink, Person};
use platform::{Actor, Secret};

use super::answer::{self, Declined, Given};
use super::{Asked, AskedState, Context, Escalation, EscalationError, Via, store};
use crate::conversation::{About, Conversation};
use crate::message::{Direction, Message};
use crate::note::Note;

/// What links to a question are made for.
pub(super) const PURPOSE: &str = "escalation";
/// How long a link opens after the deadline.
const LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How many messages are "the last".
const LAST: usize = 6;
/// The most that is shown.
const MOST: usize = 100;

/// A question as a letter's link opens it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The link.
    pub link: Link,
    /// The question.
    pub escalation: Escalation,
    /// Who holds the link.
    pub asked: Asked,
}

/// What a link leads to.
#[derive(Debug)]
pub enum Through {
    /// A question they may answer, or correct their answer to.
    Open(Box<Opened>),
    /// The link has had its time: a fresh one may be asked for.
    Expired(Box<Opened>),
    /// It is over: answered and used, taken back, or refused.
    Over(Box<Opened>),
}

/// What of a conversation who is asked may see.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// The piece it is about.
    pub about: About,
    /// What was said, the oldest first.
    pub messages: Vec<Message>,
    /// What the team noted, where that was chosen.
    pub notes: Vec<Note>,
}

impl Opened {
    /// What the link of that secret leads to; nothing at all for a secret that was never made.
    ///
    /// # Errors
    /// What the database met.
    pub async fn by(secret: &Secret, tx: &mut Tx) -> Result<Option<Through>, Error> {
        let Some(link) = Link::find(PURPOSE, secret, tx).await? else { return Ok(None) };
        let Some(id) = link.subject.id else { return Ok(None) };
        let Some((escalation, asked)) = of_asked(link.brand, id.cast(), tx).await? else {
            return Ok(None);
        };
        let opens = link.opens_at(tx.now());
        let speaks = escalation.state.is_open()
            && !matches!(
                asked.state,
                AskedState::Withdrawn | AskedState::Used | AskedState::Declined
            );
        let opened = Box::new(Opened { link, escalation, asked });
        Ok(Some(match (speaks, opens) {
            (true, true) => Through::Open(opened),
            (true, false) => Through::Expired(opened),
            (false, _) => Through::Over(opened),
        }))
    }

    /// What they may see of the conversation.
    ///
    /// # Errors
    /// What the database met.
    pub async fn shown(&self, tx: &mut Tx) -> Result<Shown, Error> {
        self.escalation.shown(tx).await
    }

    /// Answers, or corrects the answer.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn answer(&self, words: &str, tx: &mut Tx) -> Result<(), EscalationError> {
        let given = Given { words: words.to_owned(), via: Via::Page, letter: None, from: None };
        let system = Actor::system(self.escalation.brand);
        answer::answer(self.escalation.id, self.asked.id, given, &system, tx).await?;
        self.link.use_up(tx).await?;
        Ok(())
    }

    /// Says that they can't, and who could.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn decline(
        &self,
        why: &str,
        instead: Option<(String, String)>,
        tx: &mut Tx,
    ) -> Result<Declined, EscalationError> {
        let system = Actor::system(self.escalation.brand);
        let (escalation, asked) = (self.escalation.id, self.asked.id);
        answer::decline(escalation, asked, why, instead, &system, tx).await
    }

    /// Says what they miss.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn miss(&self, what: &str, tx: &mut Tx) -> Result<(), EscalationError> {
        let system = Actor::system(self.escalation.brand);
        answer::miss(self.escalation.id, self.asked.id, what, &system, tx).await
    }

    /// Has a fresh link sent, to the address that was asked and to no other.
    ///
    /// # Errors
    /// What the database met.
    pub async fn ask_fresh_link(&self, tx: &mut Tx) -> Result<(), Error> {
        answer::fresh_link(&self.escalation, &self.asked, tx).await
    }
}

/// Someone who is asked, and what.
pub(super) async fn of_asked(
    brand: primitives::Id<platform::Brand>,
    asked: primitives::Id<Asked>,
    tx: &mut Tx,
) -> Result<Option<(Escalation, Asked)>, Error> {
    let Some(escalation) = store::escalation_of(brand, asked, tx).await? else { return Ok(None) };
    let asked = escalation.of_asked(asked).cloned();
    Ok(asked.map(|asked| (escalation, asked)))
}

impl Escalation {
    /// Makes the link that a letter to them carries.
    ///
    /// # Errors
    /// What the database met.
    pub async fn link_for(&self, asked: &Asked, tx: &mut Tx) -> Result<(Link, Secret), Error> {
        self.link(PURPOSE, asked, tx).await
    }

    pub(super) async fn link(
        &self,
        purpose: &'static str,
        asked: &Asked,
        tx: &mut Tx,
    ) -> Result<(Link, Secret), Error> {
        let left = self.due_at.duration_since(tx.now()).max(SignedDuration::ZERO);
        let new = NewLink {
            purpose,
            subject: Subject::new("escalation_asked", asked.id),
            person: Person {
                name: asked.name.clone(),
                email: asked.email.clone(),
                teammate: asked.teammate,
            },
            life: Some(left + LIFE),
        };
        Link::make(new, &Actor::system(self.brand), tx).await
    }

    /// What those who are asked may see of the conversation: what was chosen, and nothing that
    /// came since.
    ///
    /// # Errors
    /// What the database met.
    pub async fn shown(&self, tx: &mut Tx) -> Result<Shown, Error> {
        let system = Actor::system(self.brand);
        let failed = |error: crate::ConversationError| Error::other(error.to_string());
        let conversation = Conversation::load(self.conversation, &system, tx).await;
        let conversation = conversation.map_err(failed)?;
        let conversation = match conversation.state {
            crate::ConversationState::Merged { into } => {
                Conversation::load(into, &system, tx).await.map_err(failed)?
            }
            _ => conversation,
        };
        let page = conversation.messages(None, MOST, &system, tx).await.map_err(failed)?;
        let mut messages = page.messages;
        // A holding reply that went out with the question belongs to what was known then.
        messages.retain(|message| {
            message.received_at <= self.context_until || Some(message.id) == self.holding
        });
        let last = match self.context {
            Context::Thread => MOST,
            Context::Last => LAST,
            Context::Post => {
                messages.retain(|message| message.direction == Direction::Inbound);
                1
            }
        };
        let from = messages.len().saturating_sub(last);
        let messages = messages.split_off(from);
        let notes = if self.with_notes {
            let notes = conversation.notes(&system, tx).await;
            notes.map_err(|error| Error::other(error.to_string()))?
        } else {
            Vec::new()
        };
        let notes =
            notes.into_iter().filter(|note| note.created_at <= self.context_until).collect();
        Ok(Shown { about: conversation.about, messages, notes })
    }
}
