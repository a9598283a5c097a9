//! Deciding: what a decision would be, what it is once taken, and how it is written down.

use channels::Connectors;
use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, Right};
use primitives::{Id, Language};
use serde_json::json;

use super::{Decision, LONGEST_REASON, NewRuling, Reached, Ruling, RulingError};
use crate::act::Deed;
use crate::conversation::Conversation;
use crate::message::Message;
use crate::moderation::case::{self, Case};
use crate::moderation::ground::Ground;
use crate::moderation::rule::Rule;
use crate::moderation::sanction::Sanction;
use crate::moderation::store;
use crate::typed;

/// What is written of a decision.
pub(in crate::moderation) struct ToWrite {
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
pub(in crate::moderation) async fn language_of(
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
    async fn checked(
        &self,
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<(Option<Ground>, String), RulingError> {
        let reason = typed::words(&self.reason);
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
pub(in crate::moderation) async fn write_down(
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
