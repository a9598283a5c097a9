//! The review queue: messages that a person looks at, one after the other.

use channels::Channel;
use database::{Error, Tx};
use jiff::Timestamp;
use members::Identity;
use platform::notification::{Notification, Recipients, notify};
use platform::{Actor, Right, Subject};
use primitives::Id;
use primitives::text::fold;
use serde_json::json;

use super::condition::Why;
use super::facts::{Look, judged};
use super::log::{self, NewEntry};
use super::rule::Rule;
use super::ruling::RulingError;
use super::store;
use crate::conversation::Conversation;
use crate::message::Message;

/// A message that waits for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Which one.
    pub id: Id<Case>,
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
    /// What was said.
    pub said: String,
    /// When.
    pub said_at: Timestamp,
    /// Why it is here.
    pub because: Because,
    /// The rule that found it.
    pub rule: Option<Id<Rule>>,
    /// Its name.
    pub rule_name: Option<String>,
    /// What held.
    pub why: Vec<Why>,
    /// What equal ones share.
    pub likeness: String,
    /// Since when.
    pub opened_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
}

database::text_enum! {
    /// Why a message waits for a person.
    pub enum Because {
        /// A rule asks.
        Rule => "rule",
        /// A rule wanted what the network does not offer.
        Cannot => "cannot",
        /// The network refused what a rule wanted.
        Refused => "refused",
        /// Its author is muted.
        Muted => "muted",
        /// A teammate asks.
        Person => "person",
        /// What was decided was undone.
        Undone => "undone",
    }
}

/// How many wait.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CaseCounts {
    /// Messages in the queue.
    pub cases: i64,
    /// Complaints without an answer.
    pub complaints: i64,
}

/// The words of a message, as equal ones share them.
fn likeness(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").chars().take(400).collect()
}

/// Puts a message in the queue; one that waits there already stays as it is, one that was
/// decided comes back. Those who rule are told that the queue is no longer empty.
pub(super) async fn open(
    look: &Look,
    because: Because,
    rule: Option<(Id<Rule>, &[Why])>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<bool, Error> {
    let why = rule.map(|(_, why)| why).unwrap_or_default();
    let why = serde_json::to_string(why).map_err(|error| Error::other(error.to_string()))?;
    let rule = rule.map(|(rule, _)| rule);
    let row = store::cases::NewCase {
        brand: actor.brand(),
        look,
        because,
        rule,
        why,
        likeness: likeness(&look.text),
    };
    if !store::cases::open(row, tx).await? {
        return Ok(false);
    }
    let entry = NewEntry {
        rule,
        message: Some(look.message),
        conversation: Some(look.conversation),
        identity: look.identity,
        about: crate::ingest::preview(&look.text),
        after: because.to_string(),
        ..NewEntry::of("case.opened")
    };
    log::write(entry, actor, tx).await?;
    let to = Recipients::Right(Right::Converse);
    let subject = Subject::only("moderation");
    notify(tx, actor.brand(), "moderation.waiting", subject, json!({}), to).await?;
    Ok(true)
}

/// What the message says, as rules take it.
pub(super) fn look_of(message: &Message) -> Look {
    Look {
        message: message.id,
        conversation: message.conversation,
        channel: message.channel,
        identity: message.person.as_ref().map(|person| person.identity),
        kind: message.kind,
        text: message.text.clone(),
        sent_at: message.sent_at,
    }
}

impl Case {
    /// What waits, the oldest first; equal ones beside one another are left to the page.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn queue(limit: usize, actor: &Actor, tx: &mut Tx) -> Result<Vec<Case>, RulingError> {
        actor.must(Right::Read)?;
        Ok(store::cases::queue(actor.brand(), limit.clamp(1, 500), tx).await?)
    }

    /// One of them, decided or not.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn load(id: Id<Case>, actor: &Actor, tx: &mut Tx) -> Result<Case, RulingError> {
        actor.must(Right::Read)?;
        store::cases::load(actor.brand(), id, tx).await?.ok_or(RulingError::NotFound)
    }

    /// The others that say the same.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn equal(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Case>, RulingError> {
        actor.must(Right::Read)?;
        let mut all = store::cases::alike(actor.brand(), &self.likeness, tx).await?;
        all.retain(|case| case.id != self.id);
        Ok(all)
    }

    /// How many wait.
    ///
    /// # Errors
    /// What the database met.
    pub async fn counts(actor: &Actor, tx: &mut Tx) -> Result<CaseCounts, Error> {
        store::cases::counts(actor.brand(), tx).await
    }

    /// Puts a message in the queue by hand.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn ask(
        message: Id<Message>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Case, RulingError> {
        actor.must(Right::Converse)?;
        let found = crate::message::store::by_id(actor.brand(), message, tx).await?;
        let found = found.filter(|found| found.direction == crate::Direction::Inbound);
        let found = found.ok_or(RulingError::NotFound)?;
        open(&look_of(&found), Because::Person, None, actor, tx).await?;
        let case = store::cases::of_message(actor.brand(), message, tx).await?;
        case.ok_or(RulingError::NotFound)
    }

    /// The message, with all that is known of it.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn said(&self, actor: &Actor, tx: &mut Tx) -> Result<Message, RulingError> {
        actor.must(Right::Read)?;
        let found = crate::message::store::by_id(actor.brand(), self.message, tx).await?;
        found.ok_or(RulingError::NotFound)
    }

    /// What the brand's own analyser reads in it, with the words that weighed; in the form in
    /// which rules keep it.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn read(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Why>, RulingError> {
        let analyser = super::facts::analyser(actor.brand(), tx).await?;
        let read = judged(&analyser, &self.said);
        let mut all = Vec::new();
        let mut add = |what: &str, found: Vec<String>, score: i64| {
            let score = Some(score);
            all.push(Why { what: what.to_owned(), not: false, found, score });
        };
        if read.harm_sure >= 20 && !matches!(read.harm, language::Harm::None) {
            let kind = serde_json::to_value(read.harm).ok();
            let kind = kind.and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default();
            add(&format!("harm-{kind}"), read.hurt, read.harm_sure);
        }
        if read.spam_sure >= 20 {
            add("spam", read.lured, read.spam_sure);
        }
        if let Some(tone) = read.tone
            && !read.felt.is_empty()
            && read.tone_sure >= 35
        {
            let tone = serde_json::to_value(tone).ok();
            let tone = tone.and_then(|tone| tone.as_str().map(str::to_owned)).unwrap_or_default();
            add(&format!("feeling-{tone}"), read.felt, read.tone_sure);
        }
        Ok(all)
    }
}

/// Nothing waits any more: what was told of it is read.
pub(super) async fn settle_if_empty(actor: &Actor, tx: &mut Tx) -> Result<(), Error> {
    if store::cases::counts(actor.brand(), tx).await?.cases == 0 {
        Notification::settle(actor.brand(), &Subject::only("moderation"), tx).await?;
    }
    Ok(())
}
