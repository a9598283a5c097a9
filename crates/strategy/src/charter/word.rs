//! Words to prefer and words to avoid.

use database::{Tx, text_enum};
use platform::{Actor, Right};
use primitives::Id;
use serde_json::json;

use super::{CharterError, note, store};

const LONGEST_WORD: usize = 200;
const LONGEST_WHY: usize = 300;

text_enum! {
    /// Why a word is in the charter.
    pub enum WordKind {
        /// Another is preferred to it.
        Prefer => "prefer",
        /// It is not to be written.
        Avoid => "avoid",
    }
}

/// A word that the charter looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharterWord {
    /// Its id.
    pub id: Id<CharterWord>,
    /// Whether another is preferred, or it is avoided.
    pub kind: WordKind,
    /// What is looked for in texts: a word or several, with `*` and conditions.
    pub word: String,
    /// What to write instead; may be empty for words to avoid.
    pub instead: String,
    /// Why, for whoever writes; may be empty.
    pub why: String,
}

/// What a word of the charter becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordEdit {
    /// Whether another is preferred, or it is avoided.
    pub kind: WordKind,
    /// What is looked for.
    pub word: String,
    /// What to write instead.
    pub instead: String,
    /// Why.
    pub why: String,
}

impl CharterWord {
    /// Adds a word. Needs [`Right::ManageBrand`].
    pub async fn add(
        edit: WordEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<CharterWord, CharterError> {
        actor.must(Right::ManageBrand)?;
        let edit = checked(edit, None, actor, tx).await?;
        let id = tx.new_id();
        store::insert_word(id, &edit, actor.brand(), tx).await?;
        note(
            "charter.word_added",
            json!({ "word": edit.word, "kind": edit.kind.as_str() }),
            actor,
            tx,
        )
        .await?;
        CharterWord::load(id, actor, tx).await
    }

    /// The word, if the actor's brand has it.
    pub async fn load(
        id: Id<CharterWord>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<CharterWord, CharterError> {
        let all = store::words(actor.brand(), tx).await?;
        all.into_iter().find(|word| word.id == id).ok_or(CharterError::NotFound)
    }

    /// Changes it. Needs [`Right::ManageBrand`].
    pub async fn edit(
        &self,
        edit: WordEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<CharterWord, CharterError> {
        actor.must(Right::ManageBrand)?;
        let edit = checked(edit, Some(self.id), actor, tx).await?;
        store::update_word(actor.brand(), self.id, &edit, tx).await?;
        let data = json!({ "word": edit.word, "kind": edit.kind.as_str() });
        note("charter.word_changed", data, actor, tx).await?;
        CharterWord::load(self.id, actor, tx).await
    }

    /// Takes it out of the charter. Needs [`Right::ManageBrand`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), CharterError> {
        actor.must(Right::ManageBrand)?;
        store::delete_word(actor.brand(), self.id, tx).await?;
        note("charter.word_removed", json!({ "word": self.word }), actor, tx).await
    }
}

async fn checked(
    edit: WordEdit,
    own: Option<Id<CharterWord>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<WordEdit, CharterError> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let edit = WordEdit {
        kind: edit.kind,
        word: one_line(&edit.word),
        instead: one_line(&edit.instead),
        why: one_line(&edit.why),
    };
    let has_letters = edit.word.chars().any(char::is_alphanumeric);
    if !has_letters || edit.word.chars().count() > LONGEST_WORD {
        return Err(CharterError::Word);
    }
    if edit.instead.chars().count() > LONGEST_WORD || edit.why.chars().count() > LONGEST_WHY {
        return Err(CharterError::TooLong(LONGEST_WHY));
    }
    if edit.kind == WordKind::Prefer && edit.instead.is_empty() {
        return Err(CharterError::Instead);
    }
    let folded = primitives::text::fold(&edit.word);
    let others = store::words(actor.brand(), tx).await?;
    let same = |other: &CharterWord| {
        Some(other.id) != own && primitives::text::fold(&other.word) == folded
    };
    if others.iter().any(same) {
        return Err(CharterError::WordTaken);
    }
    Ok(edit)
}
