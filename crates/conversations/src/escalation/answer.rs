//! What those who are asked say: an answer, that they can't, that they miss something.

use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Membership, Right};
use primitives::Id;
use serde_json::json;

use super::ask::write;
use super::letter::Why;
use super::{Asked, AskedState, Escalation, EscalationError, Expert, Via, What, Whom, store, tidy};
use crate::conversation::about_one;
use crate::hours;

/// The longest answer, in characters.
pub const LONGEST_ANSWER: usize = 10_000;
/// The longest reason, or what is missed.
const LONGEST_WHY: usize = 1_000;

/// An answer, as it came.
pub(super) struct Given {
    pub words: String,
    pub via: Via,
    pub letter: Option<String>,
    pub from: Option<String>,
}

impl Escalation {
    /// Answers as the teammate who is asked.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn answer_here(
        &self,
        words: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        let asked = self.asked_of(actor)?;
        let given = Given { words: words.to_owned(), via: Via::Here, letter: None, from: None };
        answer(self.id, asked, given, actor, tx).await
    }

    /// Says, as the teammate who is asked, that they can't.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn decline_here(
        &self,
        why: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        let asked = self.asked_of(actor)?;
        decline(self.id, asked, why, None, actor, tx).await.map(drop)
    }

    /// Says, as the teammate who is asked, what they miss.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn miss_here(
        &self,
        what: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        let asked = self.asked_of(actor)?;
        miss(self.id, asked, what, actor, tx).await
    }

    /// The teammate's own line.
    pub fn own(&self, actor: &Actor) -> Option<&Asked> {
        let live = |one: &&Asked| one.state != AskedState::Withdrawn;
        let me = actor.teammate_id()?;
        self.asked.iter().filter(live).rev().find(|asked| asked.teammate == Some(me))
    }

    fn asked_of(&self, actor: &Actor) -> Result<Id<Asked>, EscalationError> {
        actor.must(Right::Read)?;
        self.own(actor).map(|asked| asked.id).ok_or(EscalationError::NotFound)
    }
}

/// The escalation, held; they may still speak in it.
async fn open_to(
    id: Id<Escalation>,
    asked: Id<Asked>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(Escalation, Asked), EscalationError> {
    let escalation = Escalation::load_open(id, actor, tx).await?;
    let asked = escalation.of_asked(asked).cloned().ok_or(EscalationError::NotFound)?;
    match asked.state {
        AskedState::Withdrawn | AskedState::Used => Err(EscalationError::Over),
        _ => Ok((escalation, asked)),
    }
}

pub(super) async fn answer(
    id: Id<Escalation>,
    asked: Id<Asked>,
    given: Given,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), EscalationError> {
    let words = tidy(&given.words, LONGEST_ANSWER)?;
    if words.is_empty() {
        return Err(EscalationError::Empty);
    }
    let (escalation, asked) = open_to(id, asked, actor, tx).await?;
    if asked.state == AskedState::Answered && asked.answer == words {
        return Ok(());
    }
    let again = asked.state == AskedState::Answered;
    store::set_answer(asked.id, &Given { words, ..given }, tx).await?;
    store::settle(&escalation, tx).await?;
    let what = if again { What::Corrected } else { What::Answered };
    store::happened(&escalation, what, None, &asked.name, "", tx).await?;
    let verb = if again { "escalation.answer_corrected" } else { "escalation.answered" };
    record(&escalation, verb, &asked.name, actor, tx).await?;
    Ok(tell(&escalation, "escalation.answered", &asked.name, tx).await?)
}

/// What became of someone who can't.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declined {
    /// The team decides.
    Noted,
    /// The one whom they named is known here, and has been asked.
    Passed,
}

/// Says that they can't. Whom they name instead is asked at once when the brand knows them: the
/// words of a link's holder send nothing to an address that nobody here has written down.
pub(super) async fn decline(
    id: Id<Escalation>,
    asked: Id<Asked>,
    why: &str,
    instead: Option<(String, String)>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Declined, EscalationError> {
    let why = tidy(why, LONGEST_WHY)?;
    let instead = instead.filter(|(name, email)| !name.is_empty() || !email.is_empty());
    if why.is_empty() && instead.is_none() {
        return Err(EscalationError::Empty);
    }
    let (escalation, asked) = open_to(id, asked, actor, tx).await?;
    let system = Actor::system(escalation.brand);
    let whom = match &instead {
        Some((_, email)) => known(email, &asked, &system, tx).await?,
        None => None,
    };
    store::set_said(asked.id, AskedState::Declined, &why, instead.as_ref(), tx).await?;
    store::happened(&escalation, What::Declined, None, &asked.name, &why, tx).await?;
    let mut done = Declined::Noted;
    if let Some(whom) = whom.filter(|_| escalation.due_at > tx.now()) {
        done = Declined::Passed;
        match escalation.ask_also(&[whom], &system, tx).await {
            Ok(()) | Err(EscalationError::AskedAlready) => {}
            Err(error) => return Err(error),
        }
    }
    store::settle(&escalation, tx).await?;
    record(&escalation, "escalation.declined", &asked.name, actor, tx).await?;
    tell(&escalation, "escalation.declined", &asked.name, tx).await?;
    Ok(done)
}

async fn known(
    email: &str,
    asked: &Asked,
    system: &Actor,
    tx: &mut Tx,
) -> Result<Option<Whom>, EscalationError> {
    if email.eq_ignore_ascii_case(&asked.email) {
        return Ok(None);
    }
    let experts = Expert::all(system, tx).await;
    let experts = experts.map_err(|error| Error::other(error.to_string()))?;
    if let Some(expert) = experts.iter().find(|one| one.email.eq_ignore_ascii_case(email)) {
        return Ok(Some(Whom::Expert(expert.id)));
    }
    let team = Membership::of_brand(system, tx).await;
    let team = team.map_err(|error| Error::other(error.to_string()))?;
    let member = team.iter().find(|one| one.email.as_str().eq_ignore_ascii_case(email));
    Ok(member.map(|member| Whom::Teammate(member.teammate)))
}

/// Says what they miss: the question comes back to the team, who completes it.
pub(super) async fn miss(
    id: Id<Escalation>,
    asked: Id<Asked>,
    what: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), EscalationError> {
    let what = tidy(what, LONGEST_WHY)?;
    if what.is_empty() {
        return Err(EscalationError::Empty);
    }
    let (escalation, asked) = open_to(id, asked, actor, tx).await?;
    store::set_said(asked.id, AskedState::More, &what, None, tx).await?;
    store::settle(&escalation, tx).await?;
    store::happened(&escalation, What::More, None, &asked.name, &what, tx).await?;
    record(&escalation, "escalation.more_asked", &asked.name, actor, tx).await?;
    Ok(tell(&escalation, "escalation.more_asked", &asked.name, tx).await?)
}

/// What someone writes once it is over: kept in its course, and told.
pub(super) async fn after(
    escalation: &Escalation,
    asked: &Asked,
    words: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let words: String = words.chars().take(LONGEST_ANSWER).collect();
    store::happened(escalation, What::After, None, &asked.name, &words, tx).await?;
    tell(escalation, "escalation.answered", &asked.name, tx).await
}

async fn record(
    escalation: &Escalation,
    verb: &'static str,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), Error> {
    let subject = Subject::new("conversation", escalation.conversation);
    let data = json!({ "escalation": escalation.id, "name": name });
    activity::record(tx, actor, verb, subject, data).await
}

/// Tells who asked, and who looks after the conversation.
pub(super) async fn tell(
    escalation: &Escalation,
    kind: &'static str,
    name: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    let owner = about_one(escalation.conversation, tx).await?.assignee;
    let mut whom: Vec<Recipients> =
        escalation.asked_by.into_iter().chain(owner).map(Recipients::Teammate).collect();
    whom.dedup();
    if whom.is_empty() {
        whom.push(Recipients::Right(Right::Converse));
    }
    for to in whom {
        let subject = Subject::new("conversation", escalation.conversation);
        let data = json!({ "name": name, "escalation": escalation.id });
        notify(tx, escalation.brand, kind, subject, data, to).await?;
    }
    Ok(())
}

/// Has a fresh link sent to the address that was asked, and to no other.
pub(super) async fn fresh_link(
    escalation: &Escalation,
    asked: &Asked,
    tx: &mut Tx,
) -> Result<(), Error> {
    store::happened(escalation, What::Link, None, &asked.name, "", tx).await?;
    write(escalation, asked.id, Why::Link, tx).await
}

/// The brand's hours.
pub(super) async fn hours_of(escalation: &Escalation, tx: &mut Tx) -> Result<hours::Hours, Error> {
    hours::store::hours(escalation.brand, tx).await
}
