//! A teammate says what a message really is.

use database::{Error, Tx};
use jiff::Timestamp;
use language::Asked;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::store::corrections::{self, Stored};
use super::store::{self, lessons, older};
use super::{Feeling, Harm, Intent, Judgement, analyser, keep, school};
use crate::conversation::{Conversation, ConversationError};
use crate::message::Message;

/// What a teammate says of a message: all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// How its author feels.
    pub feeling: Feeling,
    /// Whether it hurts.
    pub harm: Harm,
    /// Whether it is spam.
    pub spam: bool,
    /// What it wants.
    pub intents: Vec<Intent>,
}

/// A correction, as its list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectedMessage {
    /// The message.
    pub message: Id<Message>,
    /// Where it was said.
    pub conversation: Id<Conversation>,
    /// Its words.
    pub text: String,
    /// How it was read.
    pub before: Said,
    /// What it is.
    pub now: Said,
    /// Who said so.
    pub by: Option<Id<Teammate>>,
    /// Their name.
    pub by_name: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// Why a message was not corrected.
#[derive(Debug, thiserror::Error)]
pub enum JudgementError {
    /// There is no such message of theirs in the actor's brand, or it has no words.
    #[error("there is no such message in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<ConversationError> for JudgementError {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotAllowed(error) => Self::NotAllowed(error),
            ConversationError::Database(error) => Self::Database(error),
            _ => Self::NotFound,
        }
    }
}

impl Said {
    /// What a judgement says.
    #[must_use]
    pub fn of(judgement: &Judgement) -> Self {
        let mut intents = judgement.intents.clone();
        intents.sort_unstable();
        Self { feeling: judgement.sentiment, harm: judgement.harm, spam: judgement.spam, intents }
    }

    /// As a row holds it: the feeling, the harm, `spam` or `wanted`, then the intents.
    pub(super) fn written(&self) -> String {
        let spam = if self.spam { "spam" } else { "wanted" };
        let first = [self.feeling.as_str(), self.harm.as_str(), spam].into_iter();
        let all = first.chain(self.intents.iter().map(|intent| intent.as_str()));
        all.collect::<Vec<_>>().join(" ")
    }

    pub(super) fn from_written(text: &str) -> Self {
        let mut words = text.split(' ');
        let feeling = words.next().and_then(|word| word.parse().ok()).unwrap_or(Feeling::Neutral);
        let harm = words.next().and_then(|word| word.parse().ok()).unwrap_or(Harm::None);
        let spam = words.next() == Some("spam");
        Self { feeling, harm, spam, intents: words.filter_map(|word| word.parse().ok()).collect() }
    }

    fn on(mut self, read: Judgement) -> Judgement {
        self.intents.sort_unstable();
        self.intents.dedup();
        let kept = read.intent.filter(|intent| self.intents.contains(intent));
        Judgement {
            sentiment: self.feeling,
            sure: 1.0,
            harm: self.harm,
            harm_sure: if self.harm.hurts() { 1.0 } else { 0.0 },
            spam: self.spam,
            spam_sure: if self.spam { 1.0 } else { 0.0 },
            intent: kept.or_else(|| self.intents.first().copied()),
            intent_sure: if self.intents.is_empty() { 0.0 } else { 1.0 },
            intents: self.intents,
            corrected: true,
            ..read
        }
    }
}

/// Says what a message really is. It counts at once for that message, and is learnt for those
/// like it. What agrees with how Parvis reads it is no correction.
///
/// # Errors
/// [`JudgementError`].
pub async fn correct(
    message: Id<Message>,
    said: Said,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Judgement, JudgementError> {
    actor.must(Right::Converse)?;
    lessons::hold(actor.brand(), tx).await?;
    let one = older::to_read(actor.brand(), message, tx).await?;
    let one = one.ok_or(JudgementError::NotFound)?;
    if corrections::forget(actor.brand(), message, tx).await? {
        school::learn_anew(actor.brand(), tx).await?;
    }
    let analyser = analyser(actor.brand(), tx).await?;
    let read = Judgement::of_analysis(&analyser.read(&one.text, Asked::Auto), one.at);
    let before = Said::of(&read);
    let now = said.on(read.clone());
    let after = Said::of(&now);
    let settled = if before == after { read } else { now };
    if settled.corrected {
        let stored = Stored { message, before: &before, after: &after };
        corrections::add(&stored, actor, tx).await?;
        school::learn_anew(actor.brand(), tx).await?;
    }
    store::replace(actor.brand(), message, &settled, tx).await?;
    keep::sum_up_anew(&[one.conversation], tx).await?;
    record("message.corrected", one.conversation, message, actor, tx).await?;
    Ok(settled)
}

/// Takes a correction back: the message, and those like it, are read as if it had not been said.
///
/// # Errors
/// [`JudgementError`].
pub async fn withdraw(
    message: Id<Message>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Judgement, JudgementError> {
    actor.must(Right::Converse)?;
    lessons::hold(actor.brand(), tx).await?;
    if !corrections::forget(actor.brand(), message, tx).await? {
        return Err(JudgementError::NotFound);
    }
    school::learn_anew(actor.brand(), tx).await?;
    let one = older::to_read(actor.brand(), message, tx).await?;
    let one = one.ok_or(JudgementError::NotFound)?;
    let analyser = analyser(actor.brand(), tx).await?;
    let read = Judgement::of_analysis(&analyser.read(&one.text, Asked::Auto), one.at);
    store::replace(actor.brand(), message, &read, tx).await?;
    keep::sum_up_anew(&[one.conversation], tx).await?;
    record("message.correction_withdrawn", one.conversation, message, actor, tx).await?;
    Ok(read)
}

/// The brand's corrections, the latest first: `limit` of them (200 at most) after so many.
///
/// # Errors
/// [`JudgementError`].
pub async fn corrections(
    skip: usize,
    limit: usize,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<CorrectedMessage>, JudgementError> {
    actor.must(Right::Read)?;
    Ok(corrections::all(actor.brand(), skip, limit.clamp(1, 200), tx).await?)
}

async fn record(
    verb: &'static str,
    conversation: Id<Conversation>,
    message: Id<Message>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let subject = Subject::new("conversation", conversation);
    activity::record(tx, actor, verb, subject, json!({ "message": message })).await
}
