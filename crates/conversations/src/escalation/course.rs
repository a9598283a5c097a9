//! What the team does with an escalation under way.

use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, Right, Secret};
use primitives::Id;
use serde_json::json;

use super::answer::hours_of;
use super::ask::write;
use super::letter::Why;
use super::{
    Asked, AskedState, Deadline, Escalation, EscalationError, LONGEST_QUESTION, What, deadline,
    store, tidy,
};

impl Escalation {
    /// Adds to the question: for those who miss something, or for one who answered already.
    /// They are asked anew, and see the conversation as it is now.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn complete(
        &self,
        words: &str,
        to: Option<Id<Asked>>,
        deadline: Option<Deadline>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        let words = tidy(words, LONGEST_QUESTION)?;
        if words.is_empty() {
            return Err(EscalationError::Empty);
        }
        let question = tidy(&format!("{}\n\n{words}", open.question), 4 * LONGEST_QUESTION)?;
        let whom: Vec<&Asked> = open
            .asked
            .iter()
            .filter(|asked| match to {
                Some(to) => {
                    asked.id == to && matches!(asked.state, AskedState::More | AskedState::Answered)
                }
                None => asked.state == AskedState::More,
            })
            .collect();
        if whom.is_empty() {
            return Err(EscalationError::Nobody);
        }
        store::set_question(open.id, &question, tx).await?;
        for asked in &whom {
            store::set_waiting(asked.id, tx).await?;
            write(&open, asked.id, Why::Completed, tx).await?;
        }
        store::happened(&open, What::Completed, actor.teammate_id(), "", &words, tx).await?;
        if let Some(deadline) = deadline {
            open.due(deadline, actor, tx).await?;
        }
        store::settle(&open, tx).await
    }

    /// Gives another deadline. Those who are still to answer are told, and reminded anew.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn extend(
        &self,
        deadline: Deadline,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        open.due(deadline, actor, tx).await?;
        for asked in open.asked.iter().filter(|asked| asked.state == AskedState::Waiting) {
            write(&open, asked.id, Why::Extended, tx).await?;
        }
        Ok(())
    }

    async fn due(
        &self,
        deadline: Deadline,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        let hours = hours_of(self, tx).await?;
        let now = tx.now();
        let due = deadline.resolve(&hours, now)?;
        store::set_due(self.id, due, deadline::reminder(&hours, now, due), tx).await?;
        store::happened(self, What::Extended, actor.teammate_id(), "", &due.to_string(), tx)
            .await?;
        Ok(())
    }

    /// Asks nobody any more. Those who were still to answer are told.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn withdraw(&self, actor: &Actor, tx: &mut Tx) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        open.release(None, tx).await?;
        store::close(open.id, super::EscalationState::Withdrawn, tx).await?;
        store::happened(&open, What::Withdrawn, actor.teammate_id(), "", "", tx).await?;
        let subject = Subject::new("conversation", open.conversation);
        let data = json!({ "escalation": open.id });
        Ok(activity::record(tx, actor, "escalation.withdrawn", subject, data).await?)
    }

    /// Does not ask this person any more.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn withdraw_from(
        &self,
        asked: Id<Asked>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        let asked = open.of_asked(asked).ok_or(EscalationError::NotFound)?;
        if matches!(asked.state, AskedState::Waiting | AskedState::More) {
            write(&open, asked.id, Why::Withdrawn, tx).await?;
        }
        store::set_state(asked.id, AskedState::Withdrawn, tx).await?;
        store::happened(&open, What::Withdrawn, actor.teammate_id(), &asked.name, "", tx).await?;
        store::settle(&open, tx).await
    }

    /// Notes that an answer went into a reply: the matter is settled. Others who were still to
    /// answer are told that it is no longer needed.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn used(
        &self,
        asked: Id<Asked>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        let asked = open.of_asked(asked).ok_or(EscalationError::NotFound)?;
        if asked.state != AskedState::Answered {
            return Err(EscalationError::Empty);
        }
        store::set_used(asked.id, tx).await?;
        open.release(Some(asked.id), tx).await?;
        store::close(open.id, super::EscalationState::Done, tx).await?;
        store::happened(&open, What::Used, actor.teammate_id(), &asked.name, "", tx).await?;
        let subject = Subject::new("conversation", open.conversation);
        let data = json!({ "escalation": open.id, "name": asked.name });
        Ok(activity::record(tx, actor, "escalation.used", subject, data).await?)
    }

    /// Whoever is still to answer need not any more.
    async fn release(&self, but: Option<Id<Asked>>, tx: &mut Tx) -> Result<(), EscalationError> {
        for asked in self.asked.iter().filter(|asked| Some(asked.id) != but) {
            if matches!(asked.state, AskedState::Waiting | AskedState::More) {
                store::set_state(asked.id, AskedState::Withdrawn, tx).await?;
                write(self, asked.id, Why::Withdrawn, tx).await?;
            }
        }
        Ok(())
    }

    /// Makes a link to be handed to someone without an account by other means than a letter.
    ///
    /// # Errors
    /// [`EscalationError`].
    pub async fn hand_link(
        &self,
        asked: Id<Asked>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Secret, EscalationError> {
        actor.must(Right::Converse)?;
        let open = Escalation::load_open(self.id, actor, tx).await?;
        let asked = open.of_asked(asked).filter(|asked| asked.teammate.is_none());
        let asked = asked.ok_or(EscalationError::NotFound)?;
        let (_, secret) = open.link_for(asked, tx).await?;
        store::happened(&open, What::Link, actor.teammate_id(), &asked.name, "", tx).await?;
        Ok(secret)
    }
}
