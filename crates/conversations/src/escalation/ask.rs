//! Asking.

use database::{Error, Tx};
use jiff::Timestamp;
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Membership, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::letter::{EscalationLetter, Why};
use super::{
    Asked, AskedState, Context, Deadline, Escalation, EscalationError, EscalationState, Expert,
    What, deadline, store, tidy,
};
use crate::conversation::Conversation;
use crate::hours::{self, Hours};
use crate::reply::NewReply;
use crate::{ingest, promise};

/// The longest question, in characters.
pub const LONGEST_QUESTION: usize = 4_000;
/// How many may be asked in one escalation.
const MOST_ASKED: usize = 20;

/// Whom to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Someone of the address book.
    Expert(Id<Expert>),
    /// A teammate.
    Teammate(Id<Teammate>),
}

/// A question to hand over.
#[derive(Debug, Clone)]
pub struct NewEscalation {
    /// About which conversation.
    pub conversation: Id<Conversation>,
    /// The question.
    pub question: String,
    /// Whom.
    pub to: Vec<Whom>,
    /// Until when.
    pub deadline: Deadline,
    /// What they see.
    pub context: Context,
    /// Whether also the team's notes.
    pub with_notes: bool,
    /// A holding reply to the person; empty for none.
    pub holding: String,
}

impl Escalation {
    /// Asks. Each person gets a letter with a link of their own; the holding reply goes out
    /// through the send fence.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn ask(
        new: NewEscalation,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Escalation, EscalationError> {
        let conversation = Conversation::load_to_change(new.conversation, actor, tx).await?;
        let question = tidy(&new.question, LONGEST_QUESTION)?;
        if question.is_empty() {
            return Err(EscalationError::NoQuestion);
        }
        if new.to.is_empty() {
            return Err(EscalationError::Nobody);
        }
        let hours = hours::store::hours(actor.brand(), tx).await?;
        let now = tx.now();
        let escalation = Escalation {
            id: tx.new_id(),
            brand: actor.brand(),
            conversation: conversation.id,
            question,
            context: new.context,
            with_notes: new.with_notes,
            context_until: now,
            state: EscalationState::Waiting,
            asked_by: actor.teammate_id(),
            asked_at: now,
            due_at: new.deadline.resolve(&hours, now)?,
            holding: None,
            closed_at: None,
            asked: Vec::new(),
        };
        store::insert(&escalation, tx).await?;
        for whom in &new.to {
            escalation.add(*whom, &hours, actor, tx).await?;
        }
        let loaded = store::load(actor.brand(), escalation.id, "", tx).await?;
        let mut escalation = loaded.ok_or(EscalationError::NotFound)?;
        let names: Vec<&str> = escalation.asked.iter().map(|asked| asked.name.as_str()).collect();
        let data = json!({ "escalation": escalation.id, "names": names });
        let subject = Subject::new("conversation", conversation.id);
        activity::record(tx, actor, "conversation.escalated", subject, data).await?;
        if !new.holding.trim().is_empty() {
            escalation.holding = Some(escalation.send_holding(&new.holding, actor, tx).await?);
        }
        Ok(escalation)
    }

    /// Asks others too.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn ask_also(
        &self,
        to: &[Whom],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        if to.is_empty() {
            return Err(EscalationError::Nobody);
        }
        if open.due_at <= tx.now() {
            return Err(EscalationError::InThePast);
        }
        let hours = hours::store::hours(actor.brand(), tx).await?;
        for whom in to {
            open.add(*whom, &hours, actor, tx).await?;
        }
        store::settle(&open, tx).await
    }

    /// Asks someone instead of another.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn reassign(
        &self,
        from: Id<Asked>,
        to: Whom,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        self.ask_also(&[to], actor, tx).await?;
        self.withdraw_from(from, actor, tx).await
    }

    /// The holding reply: it goes out once.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn hold(
        &self,
        text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        if open.holding.is_some() {
            return Err(EscalationError::HeldAlready);
        }
        open.send_holding(text, actor, tx).await.map(drop)
    }

    async fn send_holding(
        &self,
        text: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<crate::Message>, EscalationError> {
        let setting = store::setting(actor.brand(), tx).await?;
        let conversation = Conversation::load(self.conversation, actor, tx).await?;
        let holding = !setting.holding_counts;
        let new = NewReply { text: text.to_owned(), holding, ..NewReply::default() };
        let message = conversation.reply(new, actor, tx).await?;
        store::set_holding(self.id, message.id, tx).await?;
        store::happened(self, What::Held, actor.teammate_id(), "", &message.text, tx).await?;
        promise::work_out(actor.brand(), &[conversation.id], tx).await?;
        Ok(message.id)
    }

    /// Adds someone who is asked, and has the letter written.
    async fn add(
        &self,
        whom: Whom,
        hours: &Hours,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        let asked = self.person(whom, hours, actor, tx).await?;
        let known = store::asked(self.id, tx).await?;
        let live =
            |one: &&Asked| !matches!(one.state, AskedState::Declined | AskedState::Withdrawn);
        let same = |one: &Asked| one.email.eq_ignore_ascii_case(&asked.asked.email);
        if known.iter().filter(live).any(same) || known.len() >= MOST_ASKED {
            return Err(EscalationError::AskedAlready);
        }
        store::insert_asked(self.brand, &asked.asked, asked.remind_at, tx).await?;
        let person = &asked.asked;
        store::happened(self, What::Asked, actor.teammate_id(), &person.name, "", tx).await?;
        if let Some(teammate) = person.teammate.filter(|id| Some(*id) != actor.teammate_id()) {
            let subject = Subject::new("escalation", self.id);
            let data = json!({ "title": ingest::preview(&self.question) });
            let to = Recipients::Teammate(teammate);
            notify(tx, self.brand, "escalation.asked", subject, data, to).await?;
        }
        Ok(write(self, person.id, Why::Asked, tx).await?)
    }

    async fn person(
        &self,
        whom: Whom,
        hours: &Hours,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<NewAsked, EscalationError> {
        let (expert, teammate, name, email, language) = match whom {
            Whom::Expert(id) => {
                let expert = Expert::load(id, actor, tx).await;
                let expert = expert.map_err(|_| EscalationError::NoSuchPerson)?;
                (Some(id), None, expert.name, expert.email, expert.language)
            }
            Whom::Teammate(id) => {
                let team = Membership::of_brand(actor, tx).await;
                let team = team.map_err(|error| Error::other(error.to_string()))?;
                let known = team.iter().any(|member| member.teammate == id);
                let teammate = Teammate::by_id(id, tx).await?.filter(|_| known);
                let teammate = teammate.ok_or(EscalationError::NoSuchPerson)?;
                let (name, email) = (teammate.name.to_string(), teammate.email.to_string());
                (None, Some(id), name, email, teammate.language)
            }
        };
        let now = tx.now();
        let asked = Asked {
            id: tx.new_id(),
            escalation: self.id,
            expert,
            teammate,
            name,
            email,
            language,
            state: AskedState::Waiting,
            asked_at: now,
            due_at: self.due_at,
            late_told_at: None,
            first_answered_at: None,
            answered_at: None,
            via: None,
            answer: String::new(),
            letter: None,
            answered_from: None,
            why: String::new(),
            instead: None,
        };
        Ok(NewAsked { remind_at: deadline::reminder(hours, now, self.due_at), asked })
    }
}

struct NewAsked {
    asked: Asked,
    remind_at: Timestamp,
}

/// Has a letter written to someone who is asked.
pub(super) async fn write(
    escalation: &Escalation,
    asked: Id<Asked>,
    why: Why,
    tx: &mut Tx,
) -> Result<(), Error> {
    let letter = EscalationLetter::ToAsked { escalation: escalation.id, asked, why };
    jobs::enqueue(tx, &letter, Enqueue::now().brand(escalation.brand)).await.map(drop)
}
