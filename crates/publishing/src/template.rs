//! Texts kept for later: whole texts, signatures, groups of hashtags.

mod store;

use database::{Tx, text_enum};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use channels::Channel;

use crate::hashtags;
use crate::post::LONGEST_TEXT;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;

/// A text kept for later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its id.
    pub id: Id<Template>,
    /// The brand.
    pub brand: Id<Brand>,
    /// What it is for.
    pub kind: TemplateKind,
    /// Its name.
    pub name: String,
    /// The text; hashtags with their signs and spaces between.
    pub text: String,
    /// The channel that a signature is for; `None` is every one.
    pub channel: Option<Id<Channel>>,
}

text_enum! {
    /// What a text is kept for.
    pub enum TemplateKind {
        /// To begin a post with.
        Text => "text",
        /// To end it with.
        Signature => "signature",
        /// A group of hashtags.
        Hashtags => "hashtags",
    }
}

/// What a text kept for later becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateEdit {
    /// What it is for.
    pub kind: TemplateKind,
    /// Its name.
    pub name: String,
    /// The text.
    pub text: String,
    /// The channel that a signature is for.
    pub channel: Option<Id<Channel>>,
}

/// Why a text kept for later could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// There is no such text in the actor's brand.
    #[error("there is no such text in this brand")]
    NotFound,
    /// It needs a name of at most [`LONGEST_NAME`] characters.
    #[error("it needs a name of at most {LONGEST_NAME} characters")]
    Name,
    /// Nothing to keep.
    #[error("there is nothing to keep")]
    Empty,
    /// Longer than any network takes.
    #[error("the text is longer than {LONGEST_TEXT} bytes")]
    TooLong,
    /// More hashtags than any network takes.
    #[error("more than {} hashtags", hashtags::MOST)]
    TooManyHashtags,
    /// A channel that the brand does not have.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Template {
    /// Every text that the brand keeps, by kind and name.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Template>, TemplateError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The text, if the actor's brand keeps it.
    pub async fn load(
        id: Id<Template>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Template, TemplateError> {
        let all = Template::all(actor, tx).await?;
        all.into_iter().find(|template| template.id == id).ok_or(TemplateError::NotFound)
    }

    /// Keeps a text.
    pub async fn add(
        edit: TemplateEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Template, TemplateError> {
        actor.must(Right::Draft)?;
        let edit = checked(edit, actor, tx).await?;
        let id = tx.new_id();
        store::insert(id, &edit, actor, tx).await?;
        note("template.added", id, &edit.name, actor, tx).await?;
        Template::load(id, actor, tx).await
    }

    /// Changes it.
    pub async fn edit(
        &self,
        edit: TemplateEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Template, TemplateError> {
        actor.must(Right::Draft)?;
        let edit = checked(edit, actor, tx).await?;
        store::update(self.id, &edit, tx).await?;
        note("template.changed", self.id, &edit.name, actor, tx).await?;
        Template::load(self.id, actor, tx).await
    }

    /// Takes it away.
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), TemplateError> {
        actor.must(Right::Draft)?;
        store::set_removed(actor.brand(), self.id, Some(tx.now()), tx).await?;
        note("template.removed", self.id, &self.name, actor, tx).await
    }

    /// Brings back what was just taken away.
    pub async fn bring_back(
        id: Id<Template>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Template, TemplateError> {
        actor.must(Right::Draft)?;
        store::set_removed(actor.brand(), id, None, tx).await?;
        let template = Template::load(id, actor, tx).await?;
        note("template.brought_back", id, &template.name, actor, tx).await?;
        Ok(template)
    }
}

async fn note(
    verb: &'static str,
    id: Id<Template>,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), TemplateError> {
    let subject = Subject::new("template", id);
    activity::record(tx, actor, verb, subject, json!({ "name": name })).await?;
    Ok(())
}

async fn checked(
    mut edit: TemplateEdit,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<TemplateEdit, TemplateError> {
    edit.name = edit.name.trim().to_owned();
    if edit.name.is_empty() || edit.name.chars().count() > LONGEST_NAME {
        return Err(TemplateError::Name);
    }
    if edit.text.len() > LONGEST_TEXT {
        return Err(TemplateError::TooLong);
    }
    edit.text = edit.text.replace("\r\n", "\n").trim_matches('\n').trim_end().to_owned();
    if edit.kind == TemplateKind::Hashtags {
        let tags = hashtags::read(&edit.text);
        if tags.len() > hashtags::MOST {
            return Err(TemplateError::TooManyHashtags);
        }
        edit.text = tags.join(" ");
    }
    if edit.text.trim().is_empty() {
        return Err(TemplateError::Empty);
    }
    if edit.kind != TemplateKind::Signature {
        edit.channel = None;
    }
    if let Some(channel) = edit.channel {
        Channel::load(channel, actor, tx).await.map_err(|_| TemplateError::NoSuchChannel)?;
    }
    Ok(edit)
}
