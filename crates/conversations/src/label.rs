//! Labels: the brand's own words for its conversations, each with a colour.

mod store;

use database::{Error, Tx};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;
use primitives::text::fold;
use serde_json::json;

use crate::change::{self, Because, Changed, NewChange};
use crate::conversation::{Conversation, ConversationError};
use crate::typed;

/// The longest name, in characters.
const LONGEST: usize = 40;
/// How many labels a brand may have.
const MOST: usize = 200;

/// One label of a brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which one.
    pub id: Id<Label>,
    /// Whose.
    pub brand: Id<Brand>,
    /// Its name; no other of the brand reads the same, accents and capitals apart.
    pub name: String,
    /// Its colour: `#b3402a`.
    pub colour: String,
    /// Since when.
    pub created_at: Timestamp,
}

/// Why a label was not made or changed.
#[derive(Debug, thiserror::Error)]
pub enum LabelError {
    /// It has no name, or a name longer than labels have.
    #[error("a name has 1 to {LONGEST} characters")]
    BadName,
    /// It is not a colour.
    #[error("not a colour")]
    BadColour,
    /// Another label of the brand reads the same.
    #[error("there is such a label already")]
    Taken,
    /// The brand has as many labels as it may.
    #[error("a brand has {MOST} labels at most")]
    TooMany,
    /// There is no such label in the actor's brand.
    #[error("there is no such label in this brand")]
    NotFound,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Label {
    /// The brand's labels, by name.
    ///
    /// # Errors
    /// [`LabelError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Label>, LabelError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The label, if the actor's brand has it.
    ///
    /// # Errors
    /// [`LabelError`].
    pub async fn load(id: Id<Label>, actor: &Actor, tx: &mut Tx) -> Result<Label, LabelError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(LabelError::NotFound)
    }

    /// Makes one.
    ///
    /// # Errors
    /// [`LabelError`].
    pub async fn make(
        name: &str,
        colour: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Label, LabelError> {
        actor.must(Right::Converse)?;
        let (name, colour) = (checked_name(name)?, checked_colour(colour)?);
        if store::all(actor.brand(), tx).await?.len() >= MOST {
            return Err(LabelError::TooMany);
        }
        let created_at = tx.now();
        let label = Label { id: tx.new_id(), brand: actor.brand(), name, colour, created_at };
        if !store::insert(&label, &fold(&label.name), tx).await? {
            return Err(LabelError::Taken);
        }
        label.record("label.made", actor, tx).await?;
        Ok(label)
    }

    /// Gives it another name, another colour.
    ///
    /// # Errors
    /// [`LabelError`].
    pub async fn change(
        &self,
        name: &str,
        colour: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Label, LabelError> {
        actor.must(Right::Converse)?;
        let mut now = Label::load(self.id, actor, tx).await?;
        (now.name, now.colour) = (checked_name(name)?, checked_colour(colour)?);
        let key = fold(&now.name);
        if store::taken(now.brand, &key, now.id, tx).await? {
            return Err(LabelError::Taken);
        }
        store::update(&now, &key, tx).await?;
        now.record("label.changed", actor, tx).await?;
        Ok(now)
    }

    /// Takes it away, from the conversations that carry it too.
    ///
    /// # Errors
    /// [`LabelError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), LabelError> {
        actor.must(Right::Converse)?;
        let now = Label::load(self.id, actor, tx).await?;
        store::remove(now.brand, now.id, tx).await?;
        now.record("label.removed", actor, tx).await
    }

    async fn record(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), LabelError> {
        let data = json!({ "name": self.name });
        Ok(activity::record(tx, actor, verb, Subject::new("label", self.id), data).await?)
    }
}

fn checked_name(name: &str) -> Result<String, LabelError> {
    let name = typed::line(name);
    let good = !name.is_empty() && name.chars().count() <= LONGEST && !name.contains('\0');
    if good { Ok(name) } else { Err(LabelError::BadName) }
}

fn checked_colour(colour: &str) -> Result<String, LabelError> {
    let digits = colour.strip_prefix('#').unwrap_or_default();
    let good = digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit());
    if good { Ok(colour.to_ascii_lowercase()) } else { Err(LabelError::BadColour) }
}

impl Conversation {
    /// The labels it carries, by name.
    ///
    /// # Errors
    /// [`ConversationError`].
    pub async fn labels(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Label>, ConversationError> {
        actor.must(Right::Read)?;
        let all = store::of_conversations(actor.brand(), &[self.id], tx).await?;
        Ok(all.into_iter().map(|(_, label)| label).collect())
    }

    /// Puts a label on; one that is there stays.
    ///
    /// # Errors
    /// [`ConversationError::NoSuchLabel`].
    pub async fn label(
        &self,
        label: Id<Label>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        let now = Conversation::load_to_change(self.id, actor, tx).await?;
        let label = store::load(now.brand, label, tx).await?;
        let label = label.ok_or(ConversationError::NoSuchLabel)?;
        if store::put_on(&now, label.id, tx).await? {
            now.note_label(None, Some(&label), actor, tx).await?;
        }
        Ok(())
    }

    /// Takes a label off.
    ///
    /// # Errors
    /// [`ConversationError::NoSuchLabel`].
    pub async fn unlabel(
        &self,
        label: Id<Label>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        let now = Conversation::load_to_change(self.id, actor, tx).await?;
        let label = store::load(now.brand, label, tx).await?;
        let label = label.ok_or(ConversationError::NoSuchLabel)?;
        if store::take_off(now.id, label.id, tx).await? {
            now.note_label(Some(&label), None, actor, tx).await?;
        }
        Ok(())
    }

    async fn note_label(
        &self,
        from: Option<&Label>,
        to: Option<&Label>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ConversationError> {
        let id = |label: &Label| label.id.to_string();
        let change = NewChange {
            conversation: self.id,
            what: Changed::Label,
            from: from.map(id),
            to: to.map(id),
            because: Because::Said,
        };
        change::note(vec![change], actor, tx).await?;
        let verb = if to.is_some() { "conversation.labelled" } else { "conversation.unlabelled" };
        let name = from.or(to).map(|label| label.name.as_str());
        self.record(verb, json!({ "label": name }), actor, tx).await
    }
}

/// The labels of several conversations, each with the conversation that carries it.
///
/// # Errors
/// [`ConversationError`].
pub async fn labels_of(
    conversations: &[Id<Conversation>],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Vec<(Id<Conversation>, Label)>, ConversationError> {
    actor.must(Right::Read)?;
    Ok(store::of_conversations(actor.brand(), conversations, tx).await?)
}
