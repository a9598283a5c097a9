//! What authors are told in private, when a rule decided or when their complaint is answered.

use channels::Connectors;
use conversations::ReplyError;
use conversations::moderation::{ComplaintState, Statement, TellAuthor, ToldHow};
use database::Error;
use platform::Brand;

use super::{Desk, words_of};
use crate::areas::moderation::{outcome_message, private_message};

impl Desk {
    /// Tells an author of a decision, or of the answer to their complaint, where the network takes
    /// a private message; elsewhere the statement waits to be handed over.
    ///
    /// # Errors
    /// What the database met.
    pub async fn tell_author(
        &self,
        job: &TellAuthor,
        connectors: &Connectors,
    ) -> Result<(), Error> {
        let mut tx = self.database.begin().await?;
        let Some((brand, system)) = Brand::for_system(job.brand, &mut tx).await? else {
            return Ok(());
        };
        let Ok(statement) = Statement::of(job.ruling, &system, &mut tx).await else {
            return Ok(());
        };
        let state = statement.complaint.as_ref().map_or(ComplaintState::Open, |one| one.state);
        // A rule's decision that was undone meanwhile is told to nobody.
        if state == ComplaintState::Open && statement.ruling.undone_at.is_some() {
            return Ok(());
        }
        // The job may run twice; the author is told once of each thing.
        let answered = statement.complaint.as_ref().and_then(|one| one.answered_at);
        let last =
            statement.ruling.told_at.filter(|_| statement.ruling.told_how == Some(ToldHow::Sent));
        if last.is_some_and(|last| answered.is_none_or(|answered| last >= answered)) {
            return Ok(());
        }
        let sent = statement.can_be_sent(connectors, &system, &mut tx).await;
        if !sent.is_ok_and(|message| message.is_some()) {
            return Ok(());
        }
        let Ok(token) = statement.link(&system, &mut tx).await else { return Ok(()) };
        let link = format!("{}/statement/{}", self.base_url, token.reveal());
        let words = words_of(&brand, statement.ruling.language, &tx);
        let name = brand.name.as_str();
        let text = outcome_message(&words, state, name, &link)
            .unwrap_or_else(|| private_message(&words, &statement, name, &link));
        match statement.send(text, connectors, &system, &mut tx).await {
            Ok(_) => tx.commit().await,
            Err(ReplyError::Database(error)) => Err(error),
            Err(_) => Ok(()),
        }
    }
}
