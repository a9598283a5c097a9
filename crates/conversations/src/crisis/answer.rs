//! Answering chosen messages from the room with words that were approved, each once.

use database::{Database, Tx};
use platform::{Actor, Brand};
use primitives::{Id, Language};
use serde_json::json;

use super::store::messages;
use super::timeline::{self, EntryKind};
use super::{Crisis, CrisisError, HoldingStatement, Said, store};
use crate::conversation::Conversation;
use crate::reply::{NewReply, ReplyError};

/// The most messages answered in one go.
const MOST: usize = 200;

/// What became of messages that were to be answered.
#[derive(Debug, Default)]
pub struct Answered {
    /// Answers that are on their way; in a rehearsal, those that would be.
    pub sent: usize,
    /// Messages that had an answer already.
    pub already: usize,
    /// Messages whose answer was refused, with the last reason.
    pub refused: usize,
    /// Why the last of them was.
    pub because: Option<ReplyError>,
}

/// Answers messages with a statement that is approved: each in its language, with the words of
/// its channel, through the reply fence, each in its own transaction and once. `language` answers
/// all in that one.
///
/// # Errors
/// [`CrisisError`].
pub async fn answer_each(
    crisis: Id<Crisis>,
    said: &[Id<Said>],
    statement: Id<HoldingStatement>,
    language: Option<Language>,
    actor: &Actor,
    database: &Database,
) -> Result<Answered, CrisisError> {
    let mut done = Answered::default();
    let mut tx = database.read().await?;
    let statement = HoldingStatement::load(statement, actor, &mut tx).await?;
    let own = Brand::of(actor, &mut tx).await?.language;
    drop(tx);
    if !statement.is_approved() {
        return Err(CrisisError::NotApproved);
    }
    for id in said.iter().take(MOST) {
        let mut tx = database.begin().await?;
        let answered = answer(crisis, *id, &statement, (language, own), actor, &mut tx).await;
        match answered {
            Ok(true) => {
                tx.commit().await?;
                done.sent += 1;
            }
            Ok(false) => done.already += 1,
            Err(CrisisError::Reply(error)) => {
                done.refused += 1;
                done.because = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    if done.sent > 0 {
        let mut tx = database.begin().await?;
        let data = json!({ "count": done.sent, "title": statement.title });
        let words = statement.on_or_other(None, language.unwrap_or(own)).unwrap_or_default();
        timeline::write(crisis, EntryKind::Answered, words, data.clone(), actor, &mut tx).await?;
        let room = Crisis::load(crisis, actor, &mut tx).await?;
        room.record("crisis.messages_answered", data, actor, &mut tx).await?;
        tx.commit().await?;
    }
    Ok(done)
}

/// Answers one; false when it has an answer already.
async fn answer(
    crisis: Id<Crisis>,
    said: Id<Said>,
    statement: &HoldingStatement,
    (chosen, own): (Option<Language>, Language),
    actor: &Actor,
    tx: &mut Tx,
) -> Result<bool, CrisisError> {
    let crisis = Crisis::lock_running(crisis, actor, tx).await?;
    let found = messages::one(crisis.id, said, tx).await?;
    let said = found.ok_or(CrisisError::NotFound)?;
    if said.answered_at.is_some() {
        return Ok(false);
    }
    let theirs = match said.language.as_deref() {
        Some("fr") => Language::Fr,
        Some("en") => Language::En,
        _ => own,
    };
    let words = statement.on_or_other(said.channel, chosen.unwrap_or(theirs));
    let words = words.ok_or(CrisisError::NoWords)?;
    if !store::messages::answered(said.id, words, actor.teammate_id(), tx).await? {
        return Ok(false);
    }
    if crisis.rehearsal {
        return Ok(true);
    }
    let Some(conversation) = said.conversation else { return Err(CrisisError::NotFound) };
    let conversation = Conversation::load(conversation, actor, tx).await;
    let conversation = conversation.map_err(|error| CrisisError::Reply(error.into()))?;
    let reply = NewReply { text: words.to_owned(), to: said.message, ..NewReply::default() };
    conversation.reply(reply, actor, tx).await.map_err(CrisisError::Reply)?;
    Ok(true)
}
