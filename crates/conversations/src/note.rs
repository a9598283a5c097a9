//! Notes: what teammates say among themselves of a conversation. Never sent.

mod store;

use database::{Error, Tx};
use jiff::Timestamp;
use platform::activity::Subject;
use platform::mention::mentioned;
use platform::notification::{Recipients, notify};
use platform::{Actor, NotAllowed, Right, Role, Teammate};
use primitives::Id;
use serde_json::json;

use crate::conversation::{Conversation, ConversationError};
use crate::typed;

/// The longest note, in characters.
const LONGEST: usize = 4000;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which one.
    pub id: Id<Note>,
    /// Of which conversation.
    pub conversation: Id<Conversation>,
    /// Who says it.
    pub teammate: Option<Id<Teammate>>,
    /// Their name.
    pub name: String,
    /// What they say; `@Name` speaks to a teammate.
    pub words: String,
    /// When.
    pub created_at: Timestamp,
    /// When it was last reworded.
    pub edited_at: Option<Timestamp>,
}

/// Why a note was not taken or changed.
#[derive(Debug, thiserror::Error)]
pub enum NoteError {
    /// There is no such note or conversation in the actor's brand.
    #[error("there is no such note in this brand")]
    NotFound,
    /// Nothing is said.
    #[error("nothing is said")]
    Empty,
    /// Longer than notes are.
    #[error("longer than {LONGEST} characters")]
    TooLong,
    /// The actor's role does not allow it, or it is another's.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Conversation {
    /// Says something among teammates. Those it speaks to are told; a colleague whose the
    /// conversation is, too.
    ///
    /// # Errors
    /// [`NoteError`].
    pub async fn note(&self, words: &str, actor: &Actor, tx: &mut Tx) -> Result<Note, NoteError> {
        may_speak(actor)?;
        let words = checked(words)?;
        let now = Conversation::load(self.id, actor, tx).await.map_err(|error| match error {
            ConversationError::Database(error) => NoteError::Database(error),
            _ => NoteError::NotFound,
        })?;
        let teammate = actor.teammate_id().ok_or(NoteError::NotFound)?;
        let name = Teammate::by_id(teammate, tx).await?.map(|teammate| teammate.name.to_string());
        let note = Note {
            id: tx.new_id(),
            conversation: now.id,
            teammate: Some(teammate),
            name: name.unwrap_or_default(),
            words,
            created_at: tx.now(),
            edited_at: None,
        };
        store::insert(&note, now.brand, tx).await?;
        now.record("conversation.noted", json!({ "note": note.id }), actor, tx)
            .await
            .map_err(|error| NoteError::Database(Error::other(error.to_string())))?;
        tell(&now, &note, tx).await?;
        Ok(note)
    }

    /// Its notes, those of conversations put with it too, the oldest first.
    ///
    /// # Errors
    /// [`NoteError`].
    pub async fn notes(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<Note>, NoteError> {
        actor.must(Right::Read)?;
        Ok(store::of_conversation(actor.brand(), self.id, tx).await?)
    }
}

impl Note {
    /// The note, if the actor's brand has it.
    ///
    /// # Errors
    /// [`NoteError`].
    pub async fn load(id: Id<Note>, actor: &Actor, tx: &mut Tx) -> Result<Note, NoteError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(NoteError::NotFound)
    }

    /// Says it otherwise; one's own only.
    ///
    /// # Errors
    /// [`NoteError`].
    pub async fn reword(&self, words: &str, actor: &Actor, tx: &mut Tx) -> Result<(), NoteError> {
        self.must_be_of(actor)?;
        Ok(store::reword(actor.brand(), self.id, &checked(words)?, tx).await?)
    }

    /// Takes it away: one's own, or anyone's for those who run the brand.
    ///
    /// # Errors
    /// [`NoteError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), NoteError> {
        if self.must_be_of(actor).is_err() {
            actor.must(Right::ManageBrand)?;
        }
        Ok(store::remove(actor.brand(), self.id, tx).await?)
    }

    fn must_be_of(&self, actor: &Actor) -> Result<(), NoteError> {
        if self.teammate.is_some() && self.teammate == actor.teammate_id() {
            return Ok(());
        }
        Err(NotAllowed { role: actor.role(), right: Right::Converse }.into())
    }
}

/// Everyone who works here may say something, but those who only read.
fn may_speak(actor: &Actor) -> Result<(), NotAllowed> {
    let right = if actor.role() == Role::ReadOnly { Right::Converse } else { Right::Read };
    actor.must(right)
}

fn checked(words: &str) -> Result<String, NoteError> {
    let words = typed::words(words);
    if words.is_empty() {
        return Err(NoteError::Empty);
    }
    if words.chars().count() > LONGEST {
        return Err(NoteError::TooLong);
    }
    Ok(words)
}

async fn tell(conversation: &Conversation, note: &Note, tx: &mut Tx) -> Result<(), Error> {
    let team = store::team(conversation.brand, tx).await?;
    let named = mentioned(&note.words, &team);
    let owner = conversation.assignee.filter(|owner| !named.contains(owner));
    let whom = named.into_iter().map(|id| (id, "note.mentioned"));
    let whom = whom.chain(owner.map(|id| (id, "note.said")));
    for (teammate, kind) in whom.filter(|(id, _)| Some(*id) != note.teammate).collect::<Vec<_>>() {
        let subject = Subject::new("conversation", conversation.id);
        let data = json!({ "name": note.name, "title": crate::ingest::preview(&note.words) });
        let to = Recipients::Teammate(teammate);
        notify(tx, conversation.brand, kind, subject, data, to).await?;
    }
    Ok(())
}
