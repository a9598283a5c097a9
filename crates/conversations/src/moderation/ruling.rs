//! Rulings: what was decided about a message, on what ground, and what came of it.

mod decide;
mod undo;

use channels::{Act, Channel};
use database::{Error, Tx};
use jiff::Timestamp;
use members::Identity;
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::{Id, Language};

use super::complaint::ComplaintState;
use super::ground::{Ground, NewGround};
use super::log::{self, NewEntry};
use super::rule::{LONGEST_REASON, Rule};
use super::sanction::{NewSanction, Sanction, SanctionError};
use super::store;
use crate::act::ActError;
use crate::conversation::{Conversation, ConversationError};
use crate::message::Message;

pub(super) use decide::{ToWrite, language_of, write_down};

database::text_enum! {
    /// What becomes of a message.
    pub enum Decision {
        /// It stays.
        Keep => "keep",
        /// It is hidden at its network.
        Hide => "hide",
        /// It is deleted there.
        Delete => "delete",
    }
}

database::text_enum! {
    /// How far a decision got.
    pub enum Reached {
        /// Nothing was to be done at the network.
        Here => "here",
        /// The network is being asked.
        Asked => "asked",
        /// The network did it.
        Done => "done",
        /// The network offers no such thing.
        Cannot => "cannot",
        /// The network refused.
        Failed => "failed",
    }
}

database::text_enum! {
    /// How an author was told.
    pub enum ToldHow {
        /// By a private message.
        Sent => "sent",
        /// By a link that someone hands over.
        Handed => "handed",
    }
}

/// What is to be decided.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRuling {
    /// What becomes of the message.
    pub decision: Decision,
    /// What its author may not do for a while.
    pub sanction: Option<NewSanction>,
    /// What it rests on; none only for what stays, without sanction.
    pub ground: Option<NewGround>,
    /// The facts, in words that the author reads.
    pub reason: String,
    /// Whether its conversation is done with.
    pub resolves: bool,
}

/// What was decided about a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// Which one.
    pub id: Id<Ruling>,
    /// Of which brand.
    pub brand: Id<Brand>,
    /// The message.
    pub message: Id<Message>,
    /// Its conversation.
    pub conversation: Id<Conversation>,
    /// Its channel.
    pub channel: Id<Channel>,
    /// Its author.
    pub identity: Option<Id<Identity>>,
    /// Their name.
    pub name: Option<String>,
    /// Their handle.
    pub handle: Option<String>,
    /// What became of it.
    pub decision: Decision,
    /// What it rests on.
    pub ground: Option<Ground>,
    /// The facts.
    pub reason: String,
    /// The rule that found the message.
    pub rule: Option<Id<Rule>>,
    /// Its name.
    pub rule_name: Option<String>,
    /// Whether the rule decided, without a person.
    pub automated: bool,
    /// Who decided.
    pub by: Option<Id<Teammate>>,
    /// Their name.
    pub by_name: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What its author reads.
    pub language: Language,
    /// What was said.
    pub said: String,
    /// When it was said.
    pub said_at: Timestamp,
    /// What its author may not do.
    pub sanction: Option<Id<Sanction>>,
    /// How far it got at the network.
    pub reached: Reached,
    /// When its author was last told.
    pub told_at: Option<Timestamp>,
    /// How.
    pub told_how: Option<ToldHow>,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// By whom.
    pub undone_by: Option<Id<Teammate>>,
    /// Why.
    pub undone_because: Option<String>,
    /// Where its author's complaint stands.
    pub complaint: Option<ComplaintState>,
}

/// Why something was not decided, or not undone.
#[derive(Debug, thiserror::Error)]
pub enum RulingError {
    /// There is no such thing in the brand.
    #[error("there is no such thing in this brand")]
    NotFound,
    /// Someone else decided meanwhile.
    #[error("someone decided already")]
    Decided,
    /// The network does not offer it on this message.
    #[error("the network does not offer this")]
    NotOffered,
    /// What restricts someone rests on a ground.
    #[error("it needs a ground")]
    NoGround,
    /// What restricts someone tells why.
    #[error("it needs a reason")]
    NoReason,
    /// The reason is too long.
    #[error("longer than {LONGEST_REASON} characters")]
    TooLong,
    /// A sanction needs someone, and an end that is to come.
    #[error("such a sanction can't be")]
    BadSanction,
    /// The channel was removed.
    #[error("the channel was removed")]
    ChannelGone,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ActError> for RulingError {
    fn from(error: ActError) -> Self {
        match error {
            ActError::NotFound => Self::NotFound,
            ActError::NotOffered => Self::NotOffered,
            ActError::ChannelGone => Self::ChannelGone,
            ActError::NotAllowed(error) => Self::NotAllowed(error),
            ActError::Database(error) => Self::Database(error),
        }
    }
}

impl From<ConversationError> for RulingError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl From<SanctionError> for RulingError {
    fn from(error: SanctionError) -> Self {
        match error {
            SanctionError::NotFound => Self::NotFound,
            SanctionError::NoEndToCome => Self::BadSanction,
            SanctionError::NotAllowed(error) => Self::NotAllowed(error),
            SanctionError::Database(error) => Self::Database(error),
        }
    }
}

impl Decision {
    /// What is asked of the network.
    pub(super) fn act(self) -> Option<Act> {
        match self {
            Decision::Keep => None,
            Decision::Hide => Some(Act::Hide),
            Decision::Delete => Some(Act::Delete),
        }
    }
}

impl NewRuling {
    /// Whether it takes something from its author.
    pub fn restricts(&self) -> bool {
        self.decision != Decision::Keep || self.sanction.is_some()
    }
}

impl Ruling {
    /// The decision, if the actor's brand took it.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn load(id: Id<Ruling>, actor: &Actor, tx: &mut Tx) -> Result<Ruling, RulingError> {
        actor.must(Right::Read)?;
        store::rulings::load(actor.brand(), id, tx).await?.ok_or(RulingError::NotFound)
    }

    /// The brand's decisions, the latest first; of one author when one is named.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn list(
        of: Option<Id<Identity>>,
        before: Option<Id<Ruling>>,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Ruling>, RulingError> {
        actor.must(Right::Read)?;
        let limit = limit.clamp(1, 200);
        Ok(store::rulings::list(actor.brand(), of, before, limit, tx).await?)
    }

    /// Whether it took something from its author.
    pub fn restricts(&self) -> bool {
        self.decision != Decision::Keep || self.sanction.is_some()
    }

    pub(super) async fn note(
        &self,
        what: &'static str,
        reason: &str,
        before: String,
        after: String,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        let entry = NewEntry {
            rule: self.rule,
            message: Some(self.message),
            conversation: Some(self.conversation),
            identity: self.identity,
            ruling: Some(self.id),
            about: crate::ingest::preview(&self.said),
            reason: reason.to_owned(),
            before,
            after,
            ..NewEntry::of(what)
        };
        log::write(entry, actor, tx).await
    }
}
