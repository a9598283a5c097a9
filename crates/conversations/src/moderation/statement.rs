//! The statement of reasons: what its author is told of a decision. `web` words it from these
//! facts; here it is sent through the send fence, or a link to it is made.

use channels::{Channel, Connectors, ItemKind};
use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use platform::link::{Link, NewLink, Person};
use platform::{Actor, Brand, Right, Secret, Subject};
use primitives::Id;

use super::complaint::Complaint;
use super::ruling::{Ruling, RulingError, ToldHow};
use super::sanction::Sanction;
use super::store;
use crate::conversation::Conversation;
use crate::message::Message;
use crate::reply::{NewReply, ReplyError};

/// What the links of statements are made for.
const PURPOSE: &str = "statement";
/// How long one may complain: six months, and a few days for the letter to arrive.
const WINDOW: SignedDuration = SignedDuration::from_hours(24 * 190);

/// What its author is to know of a decision.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The decision.
    pub ruling: Ruling,
    /// What came with it.
    pub sanction: Option<Sanction>,
    /// Where it was said.
    pub channel: Option<Channel>,
    /// What its author said against it.
    pub complaint: Option<Complaint>,
}

/// A statement that its author opened by the link.
#[derive(Debug, Clone)]
pub struct OpenStatement {
    /// The brand that decided.
    pub brand: Brand,
    /// What is to be known.
    pub says: Statement,
    /// The link they came by.
    pub link: Link,
}

impl Statement {
    /// The statement of a decision.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn of(
        ruling: Id<Ruling>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Statement, RulingError> {
        let ruling = Ruling::load(ruling, actor, tx).await?;
        Ok(read(ruling, tx).await?)
    }

    /// Until when its author may complain.
    pub fn complains_until(&self) -> Timestamp {
        self.ruling.at.checked_add(WINDOW).unwrap_or(self.ruling.at)
    }

    /// The message, if its network takes an answer that only its author reads.
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn can_be_sent(
        &self,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Message>, RulingError> {
        let message = crate::message::store::by_id(actor.brand(), self.ruling.message, tx).await?;
        let open = self.channel.as_ref().filter(|channel| channel.removed_at.is_none());
        let (Some(message), Some(channel)) = (message, open) else { return Ok(None) };
        let direct = message.kind == ItemKind::Direct && message.remote_id.is_some();
        let can = direct || message.can_be_answered_privately(channel, connectors);
        Ok(can.then_some(message))
    }

    /// Makes a link to it, to be handed over or sent; the author complains by it too. Needs
    /// [`Right::Converse`].
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn link(&self, actor: &Actor, tx: &mut Tx) -> Result<Secret, RulingError> {
        actor.must(Right::Converse)?;
        // An answer to a complaint is still read a month after the end.
        let left = self.complains_until().duration_since(tx.now());
        let life = left.max(SignedDuration::ZERO) + SignedDuration::from_hours(24 * 31);
        let name = self.ruling.name.clone().or_else(|| self.ruling.handle.clone());
        let new = NewLink {
            purpose: PURPOSE,
            subject: Subject::new("ruling", self.ruling.id),
            person: Person { name: name.unwrap_or_default(), email: String::new(), teammate: None },
            life: Some(life),
        };
        Ok(Link::make(new, actor, tx).await?.1)
    }

    /// Notes that someone hands the link over. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`RulingError`].
    pub async fn handed(&self, actor: &Actor, tx: &mut Tx) -> Result<(), RulingError> {
        actor.must(Right::Converse)?;
        self.told(ToldHow::Handed, actor, tx).await
    }

    /// Tells its author, in these words, by a private message. Needs [`Right::Converse`].
    ///
    /// # Errors
    /// [`ReplyError`]; [`ReplyError::NothingToAnswer`] where the network takes no private one.
    pub async fn send(
        &self,
        text: String,
        connectors: &Connectors,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Message, ReplyError> {
        actor.must(Right::Converse)?;
        let other = |error: RulingError| match error {
            RulingError::Database(error) => ReplyError::Database(error),
            RulingError::NotAllowed(error) => ReplyError::NotAllowed(error),
            _ => ReplyError::NothingToAnswer,
        };
        let message = self.can_be_sent(connectors, actor, tx).await.map_err(other)?;
        let message = message.ok_or(ReplyError::NothingToAnswer)?;
        let channel = self.channel.as_ref().ok_or(ReplyError::ChannelGone)?;
        let private = message.privately(channel, connectors);
        let conversation = Conversation::load(message.conversation, actor, tx).await?;
        let reply = NewReply { text, to: Some(message.id), private, ..NewReply::default() };
        let sent = conversation.reply(reply, actor, tx).await?;
        self.told(ToldHow::Sent, actor, tx).await.map_err(other)?;
        Ok(sent)
    }

    async fn told(&self, how: ToldHow, actor: &Actor, tx: &mut Tx) -> Result<(), RulingError> {
        store::rulings::told(actor.brand(), self.ruling.id, how, tx).await?;
        let what = match how {
            ToldHow::Sent => "statement.sent",
            ToldHow::Handed => "statement.handed",
        };
        Ok(self.ruling.note(what, "", String::new(), String::new(), actor, tx).await?)
    }
}

async fn read(ruling: Ruling, tx: &mut Tx) -> Result<Statement, Error> {
    let sanction = match ruling.sanction {
        Some(sanction) => store::sanctions::load(ruling.brand, sanction, tx).await?,
        None => None,
    };
    let channel = Channel::of_system(ruling.channel, tx).await?;
    let complaint = store::complaints::of_ruling(ruling.brand, ruling.id, tx).await?;
    Ok(Statement { ruling, sanction, channel, complaint })
}

impl OpenStatement {
    /// The statement that a link opens.
    ///
    /// # Errors
    /// What the database met.
    pub async fn by(secret: &Secret, tx: &mut Tx) -> Result<Option<OpenStatement>, Error> {
        let Some(link) = Link::open(PURPOSE, secret, tx).await? else { return Ok(None) };
        let Some((brand, _)) = Brand::for_system(link.brand, tx).await? else { return Ok(None) };
        let Some(id) = link.subject.id else { return Ok(None) };
        let Some(ruling) = store::rulings::load(brand.id, id.cast(), tx).await? else {
            return Ok(None);
        };
        let says = read(ruling, tx).await?;
        Ok(Some(OpenStatement { brand, says, link }))
    }

    /// Whether its author may still complain.
    pub fn may_complain(&self, now: Timestamp) -> bool {
        let ruling = &self.says.ruling;
        self.says.complaint.is_none()
            && ruling.restricts()
            && ruling.undone_at.is_none()
            && now < self.says.complains_until()
    }
}
