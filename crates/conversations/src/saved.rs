//! Texts kept for answers: written once, in one language or both, with blanks that the
//! conversation fills, and proposed where a message looks like those they answered.

mod fill;
mod store;

use crate::typed;
use database::Tx;
use jiff::Timestamp;
use language::{Likest, matter};
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::{Id, Language};
use serde_json::json;

pub use fill::{Blank, Fields, unknown_blank};

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;
/// The longest text, in characters: longer than any network's answer.
pub const LONGEST_TEXT: usize = 5_000;
/// How many past messages of each text suggestions learn from.
const REMEMBERED: usize = 30;
/// Below this likeness nothing is proposed.
const LIKE_ENOUGH: f64 = 0.2;

/// A text kept for answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedReply {
    /// Which one.
    pub id: Id<SavedReply>,
    /// What teammates call it.
    pub name: String,
    /// The answer in French; empty where there is none.
    pub french: String,
    /// The answer in English; empty where there is none.
    pub english: String,
    /// How often it was used.
    pub used: i64,
    /// When it was last used.
    pub last_used_at: Option<Timestamp>,
}

/// What a text kept for answers becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SavedReplyEdit {
    /// What teammates call it.
    pub name: String,
    /// The answer in French.
    pub french: String,
    /// The answer in English.
    pub english: String,
}

/// Why a text kept for answers could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum SavedReplyError {
    /// There is no such text in the actor's brand.
    #[error("there is no such text in this brand")]
    NotFound,
    /// It needs a name of at most [`LONGEST_NAME`] characters.
    #[error("it needs a name of at most {LONGEST_NAME} characters")]
    Name,
    /// It needs words in one language at least.
    #[error("it needs words in one language at least")]
    Empty,
    /// Longer than [`LONGEST_TEXT`].
    #[error("longer than {LONGEST_TEXT} characters")]
    TooLong,
    /// A blank that nothing fills.
    #[error("nothing fills {{{0}}}")]
    UnknownBlank(String),
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl SavedReply {
    /// Every text that the brand keeps for answers, by name.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<SavedReply>, SavedReplyError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The text, if the actor's brand keeps it.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn load(
        id: Id<SavedReply>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<SavedReply, SavedReplyError> {
        let all = SavedReply::all(actor, tx).await?;
        all.into_iter().find(|saved| saved.id == id).ok_or(SavedReplyError::NotFound)
    }

    /// Keeps a text.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn add(
        edit: SavedReplyEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<SavedReply, SavedReplyError> {
        actor.must(Right::Converse)?;
        let edit = checked(edit)?;
        let id = tx.new_id();
        store::insert(id, &edit, actor, tx).await?;
        note("saved_reply.added", id, &edit.name, actor, tx).await?;
        SavedReply::load(id, actor, tx).await
    }

    /// Changes it.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn edit(
        &self,
        edit: SavedReplyEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<SavedReply, SavedReplyError> {
        actor.must(Right::Converse)?;
        let edit = checked(edit)?;
        store::update(actor.brand(), self.id, &edit, tx).await?;
        note("saved_reply.changed", self.id, &edit.name, actor, tx).await?;
        SavedReply::load(self.id, actor, tx).await
    }

    /// Takes it away.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), SavedReplyError> {
        actor.must(Right::Converse)?;
        store::set_removed(actor.brand(), self.id, Some(tx.now()), tx).await?;
        note("saved_reply.removed", self.id, &self.name, actor, tx).await
    }

    /// Brings back what was just taken away.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn bring_back(
        id: Id<SavedReply>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<SavedReply, SavedReplyError> {
        actor.must(Right::Converse)?;
        store::set_removed(actor.brand(), id, None, tx).await?;
        let saved = SavedReply::load(id, actor, tx).await?;
        note("saved_reply.brought_back", id, &saved.name, actor, tx).await?;
        Ok(saved)
    }

    /// Those that fit a message, the likest first: by their own words, and by the messages they
    /// answered before.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn suggested(
        message: &str,
        most: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<SavedReply>, SavedReplyError> {
        let all = SavedReply::all(actor, tx).await?;
        let uses = store::uses(actor.brand(), tx).await?;
        let own = all.iter().enumerate().flat_map(|(at, saved)| {
            // Each language apart: together they would look half as like.
            let texts = [&saved.french, &saved.english].into_iter().filter(|text| !text.is_empty());
            texts.map(move |text| (at, matter(&format!("{}. {text}", saved.name))))
        });
        let past = uses.into_iter().filter_map(|(id, stems)| {
            let at = all.iter().position(|saved| saved.id == id)?;
            Some((at, stems.split(' ').map(str::to_owned).collect()))
        });
        let (whose, texts): (Vec<usize>, Vec<Vec<String>>) = own.chain(past).unzip();
        let mut found: Vec<usize> = Vec::new();
        for (at, likeness) in Likest::of(texts).rank(&matter(message)) {
            if likeness >= LIKE_ENOUGH && !found.contains(&whose[at]) {
                found.push(whose[at]);
            }
        }
        Ok(found.into_iter().take(most).map(|at| all[at].clone()).collect())
    }

    /// Counts it as used to answer that message, and remembers what the message was about.
    ///
    /// # Errors
    /// [`SavedReplyError`].
    pub async fn note_use(
        &self,
        message: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), SavedReplyError> {
        actor.must(Right::Converse)?;
        let stems = matter(message);
        let stems: Vec<_> = stems.into_iter().take(40).collect();
        store::note_use(actor.brand(), self.id, &stems.join(" "), REMEMBERED, tx).await?;
        Ok(())
    }

    /// A text with its blanks filled, as those of ready replies are.
    pub(crate) fn filled(text: &str, fields: &Fields) -> String {
        fill::fill(text, fields)
    }

    /// Its words in that language, or in the other where it has none, the blanks filled.
    #[must_use]
    pub fn words(&self, language: Language, fields: &Fields) -> String {
        let (first, second) = match language {
            Language::Fr => (&self.french, &self.english),
            Language::En => (&self.english, &self.french),
        };
        fill::fill(if first.is_empty() { second } else { first }, fields)
    }
}

async fn note(
    verb: &'static str,
    id: Id<SavedReply>,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), SavedReplyError> {
    let subject = Subject::new("saved_reply", id);
    activity::record(tx, actor, verb, subject, json!({ "name": name })).await?;
    Ok(())
}

fn checked(edit: SavedReplyEdit) -> Result<SavedReplyEdit, SavedReplyError> {
    let name = edit.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(SavedReplyError::Name);
    }
    let tidy = typed::words;
    let edit = SavedReplyEdit { name, french: tidy(&edit.french), english: tidy(&edit.english) };
    if edit.french.is_empty() && edit.english.is_empty() {
        return Err(SavedReplyError::Empty);
    }
    for text in [&edit.french, &edit.english] {
        if text.chars().count() > LONGEST_TEXT {
            return Err(SavedReplyError::TooLong);
        }
        if let Some(blank) = unknown_blank(text) {
            return Err(SavedReplyError::UnknownBlank(blank));
        }
    }
    Ok(edit)
}
