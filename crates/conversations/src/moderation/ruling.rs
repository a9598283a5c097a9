//! Rulings: what was decided about a message, on what ground, and what came of it.

use channels::{Act, Channel, Connectors};
use database::{Error, Tx};
use jiff::Timestamp;
use members::Identity;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::{Id, Language};
use serde_json::json;

use super::case::{self, Because, Case};
use super::complaint::ComplaintState;
use super::ground::{Ground, NewGround};
use super::log::{self, NewEntry};
use super::rule::{LONGEST_REASON, Rule};
use super::sanction::{NewSanction, Sanction, SanctionError};
use super::store;
use crate::act::{ActError, Deed};
use crate::conversation::{Conversation, ConversationError};
use crate::message::Message;

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

/// What is written of a decision.
pub(super) struct ToWrite {
    pub id: Id<Ruling>,
    pub message: Message,
    pub decision: Decision,
    pub ground: Option<Ground>,
    pub reason: String,
    pub rule: Option<Id<Rule>>,
    pub automated: bool,
    pub sanction: Option<Id<Sanction>>,
    pub deed: Option<Id<Deed>>,
    pub reached: Reached,
    pub language: Language,
}

/// What its author writes in, as far as that can be told.
pub(super) async fn language_of(
    message: &Message,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Language, Error> {
    let guess = language::identify(&message.text);
    match guess.spoken.tag() {
        "fr" => return Ok(Language::Fr),
        "en" => return Ok(Language::En),
        _ => {}
    }
    let brand = Brand::for_system(brand, tx).await?;
    Ok(brand.map_or(Language::Fr, |(brand, _)| brand.language))
}

impl NewRuling {
    /// Whether it takes something from its author.
    pub fn restricts(&self) -> bool {
        self.decision != Decision::Keep || self.sanction.is_some()
    }

    async fn checked(
        &self,
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<(Option<Ground>, String), RulingError> {
        let reason = self.reason.replace("\r\n", "\n").replace('\0', "").trim().to_owned();
        if reason.chars().count() > LONGEST_REASON {
            return Err(RulingError::TooLong);
        }
        let ground = match &self.ground {
            Some(ground) => Ground::of(ground, brand, tx).await?,
            None => None,
        };
        if self.restricts() && ground.is_none() {
            return Err(RulingError::NoGround);
        }
        if self.restricts() && reason.is_empty() {
            return Err(RulingError::NoReason);
        }
        Ok((ground.filter(|_| self.restricts()), reason))
    }
}

impl Case {
    /// What a decision would be, for its author to be shown before it is taken; nothing is
    /// written.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn foresee(
        &self,
        new: &NewRuling,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Ruling, Option<Sanction>), RulingError> {
        actor.must(Right::Converse)?;
        let (ground, reason) = new.checked(actor.brand(), tx).await?;
        let message = self.said(actor, tx).await?;
        let language = language_of(&message, actor.brand(), tx).await?;
        let sanction = new.sanction.as_ref().zip(self.identity);
        let sanction =
            sanction.map(|(new, identity)| Sanction::foreseen(new, identity, self.channel, tx));
        let ruling = Ruling {
            id: tx.new_id(),
            brand: actor.brand(),
            message: self.message,
            conversation: self.conversation,
            channel: self.channel,
            identity: self.identity,
            name: self.name.clone(),
            handle: self.handle.clone(),
            decision: new.decision,
            ground,
            reason,
            rule: self.rule,
            rule_name: self.rule_name.clone(),
            automated: false,
            by: actor.teammate_id(),
            by_name: None,
            at: tx.now(),
            language,
            said: message.text,
            said_at: message.sent_at,
            sanction: sanction.as_ref().map(|sanction| sanction.id),
            reached: Reached::Here,
            told_at: None,
            told_how: None,
            undone_at: None,
            undone_by: None,
            undone_because: None,
            complaint: None,
        };
        Ok((ruling, sanction))
    }

    /// Decides. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn decide(
        &self,
        new: NewRuling,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Ruling, RulingError> {
        actor.must(Right::Converse)?;
        let (ground, reason) = new.checked(actor.brand(), tx).await?;
        if !store::cases::close(actor.brand(), self.id, tx).await? {
            return Err(RulingError::Decided);
        }
        let message = self.said(actor, tx).await?;
        let conversation = Conversation::load(message.conversation, actor, tx).await?;
        let deed = match new.decision.act() {
            Some(act) => Some(conversation.act(message.id, act, connectors, actor, tx).await?),
            None => None,
        };
        let id = tx.new_id();
        let identity = message.person.as_ref().map(|person| person.identity);
        let sanction = match (&new.sanction, identity) {
            (Some(new), Some(identity)) => {
                let why = (id, reason.as_str());
                let channel = message.channel;
                Some(Sanction::impose(new, identity, channel, why, actor, tx).await?.id)
            }
            (Some(_), None) => return Err(RulingError::BadSanction),
            (None, _) => None,
        };
        if new.resolves {
            conversation.resolve(actor, tx).await?;
        }
        if let Some(rule) = self.rule.filter(|_| !new.restricts()) {
            store::runs::overturn(rule, self.message, actor.teammate_id(), tx).await?;
        }
        let language = language_of(&message, actor.brand(), tx).await?;
        let write = ToWrite {
            id,
            message,
            decision: new.decision,
            ground,
            reason,
            rule: self.rule,
            automated: false,
            sanction,
            reached: if deed.is_some() { Reached::Asked } else { Reached::Here },
            deed: deed.map(|deed| deed.id),
            language,
        };
        let ruling = write_down(write, actor, tx).await?;
        case::settle_if_empty(actor, tx).await?;
        Ok(ruling)
    }
}

/// Writes a decision down, whoever took it.
pub(super) async fn write_down(
    write: ToWrite,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Ruling, RulingError> {
    store::rulings::insert(&write, actor, tx).await?;
    let ruling = store::rulings::load(actor.brand(), write.id, tx).await?;
    let ruling = ruling.ok_or(RulingError::NotFound)?;
    let what = match ruling.decision {
        Decision::Keep => "ruling.keep",
        Decision::Hide => "ruling.hide",
        Decision::Delete => "ruling.delete",
    };
    let after = write.ground.as_ref().map(Ground::key).unwrap_or_default();
    ruling.note(what, &ruling.reason, String::new(), after, actor, tx).await?;
    let subject = Subject::new("ruling", ruling.id);
    let data = json!({ "decision": ruling.decision.as_str(), "automated": ruling.automated,
        "conversation": ruling.conversation, "message": ruling.message });
    activity::record(tx, actor, "moderation.ruled", subject, data).await?;
    Ok(ruling)
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

    /// Undoes it: what was hidden is shown again where the network can, the sanction is lifted.
    /// What was deleted stays so. `reopens` puts the message back in the queue. Needs
    /// [`Right::Converse`].
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn undo(
        id: Id<Ruling>,
        because: &str,
        reopens: bool,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Ruling, RulingError> {
        actor.must(Right::Converse)?;
        let because = because.replace('\0', "").trim().to_owned();
        if because.chars().count() > LONGEST_REASON {
            return Err(RulingError::TooLong);
        }
        // Of another brand, it is not there; of this one, it may be undone already.
        Ruling::load(id, actor, tx).await?;
        if !store::rulings::undo(actor.brand(), id, actor.teammate_id(), &because, tx).await? {
            return Err(RulingError::Decided);
        }
        let ruling = Ruling::load(id, actor, tx).await?;
        let shown = ruling.show_again(connectors, actor, tx).await?;
        if let Some(sanction) = ruling.sanction {
            match Sanction::lift(sanction, &because, actor, tx).await {
                Ok(_) | Err(SanctionError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if let Some(rule) = ruling.rule.filter(|_| ruling.restricts()) {
            store::runs::overturn(rule, ruling.message, actor.teammate_id(), tx).await?;
        }
        if reopens {
            let found = crate::message::store::by_id(actor.brand(), ruling.message, tx).await?;
            if let Some(message) = found {
                case::open(&case::look_of(&message), Because::Undone, None, actor, tx).await?;
            }
        }
        let before = ruling.decision.to_string();
        let after = if shown { "shown" } else { "kept_as_is" };
        ruling.note("ruling.undone", &because, before, after.to_owned(), actor, tx).await?;
        let subject = Subject::new("ruling", ruling.id);
        let data = json!({ "decision": ruling.decision.as_str(), "message": ruling.message });
        activity::record(tx, actor, "moderation.undone", subject, data).await?;
        Ok(ruling)
    }

    /// Whether the network was asked to show it again.
    async fn show_again(
        &self,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<bool, RulingError> {
        let asked = matches!(self.reached, Reached::Asked | Reached::Done);
        if self.decision != Decision::Hide || !asked {
            return Ok(false);
        }
        let found = crate::message::store::by_id(actor.brand(), self.message, tx).await?;
        let Some(message) = found else { return Ok(false) };
        let conversation = Conversation::load(message.conversation, actor, tx).await?;
        match conversation.act(message.id, Act::Unhide, connectors, actor, tx).await {
            Ok(_) => Ok(true),
            Err(ActError::NotOffered | ActError::ChannelGone | ActError::NotFound) => Ok(false),
            Err(error) => Err(error.into()),
        }
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
