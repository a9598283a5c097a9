//! Topics: what the brand speaks about.

mod store;

use database::Tx;
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;

/// A line of the editorial charter: what the brand speaks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: Id<Topic>,
    /// The brand.
    pub brand: Id<Brand>,
    /// Its name: « Les coulisses du fournil ».
    pub name: String,
    /// What belongs to it, for the team.
    pub about: String,
    /// `#rrggbb`.
    pub colour: String,
    /// The hundredths of what is published that should be on it, 1 to 100.
    pub target_share: Option<i64>,
    /// Words by which a text is known to be on it.
    pub words: Vec<String>,
    /// Whether it is no longer written on.
    pub archived: bool,
}

/// What a topic becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TopicEdit {
    /// Its name, not empty, at most 80 characters.
    pub name: String,
    /// What belongs to it.
    pub about: String,
    /// `#rrggbb`.
    pub colour: String,
    /// 1 to 100, or no share asked for.
    pub target_share: Option<i64>,
    /// Words by which a text is known to be on it.
    pub words: Vec<String>,
}

/// Why a topic could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum TopicError {
    /// There is no such topic in the actor's brand.
    #[error("there is no such topic in this brand")]
    NotFound,
    /// A topic needs a name of at most 80 characters.
    #[error("a topic needs a name of at most 80 characters")]
    Name,
    /// Another topic has this name.
    #[error("another topic has this name")]
    NameTaken,
    /// A share is 1 to 100.
    #[error("a share is between 1 and 100")]
    Share,
    /// Not `#rrggbb`.
    #[error("not a colour")]
    Colour,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Topic {
    /// Every topic of the brand in the charter's order, archived ones last.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Topic>, TopicError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The topic, if the actor's brand has it.
    pub async fn load(id: Id<Topic>, actor: &Actor, tx: &mut Tx) -> Result<Topic, TopicError> {
        let all = Topic::all(actor, tx).await?;
        all.into_iter().find(|topic| topic.id == id).ok_or(TopicError::NotFound)
    }

    /// Adds a topic at the end of the charter.
    pub async fn add(edit: TopicEdit, actor: &Actor, tx: &mut Tx) -> Result<Topic, TopicError> {
        actor.must(Right::ManageBrand)?;
        let edit = checked(edit, None, actor, tx).await?;
        let id = tx.new_id();
        store::insert(id, &edit, actor.brand(), tx).await?;
        note("topic.added", id, &edit.name, actor, tx).await?;
        Topic::load(id, actor, tx).await
    }

    /// Changes it.
    pub async fn edit(
        &self,
        edit: TopicEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Topic, TopicError> {
        actor.must(Right::ManageBrand)?;
        let edit = checked(edit, Some(self.id), actor, tx).await?;
        store::update(self.id, &edit, tx).await?;
        note("topic.changed", self.id, &edit.name, actor, tx).await?;
        Topic::load(self.id, actor, tx).await
    }

    /// Keeps it for what was written, and no longer offers it (or offers it again).
    pub async fn archive(
        &self,
        archived: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), TopicError> {
        actor.must(Right::ManageBrand)?;
        store::archive(self.id, archived, tx).await?;
        let verb = if archived { "topic.archived" } else { "topic.taken_up" };
        note(verb, self.id, &self.name, actor, tx).await
    }
}

async fn note(
    verb: &'static str,
    id: Id<Topic>,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), TopicError> {
    use platform::activity::{self, Subject};
    let data = serde_json::json!({ "name": name });
    activity::record(tx, actor, verb, Subject::new("topic", id), data).await?;
    Ok(())
}

async fn checked(
    mut edit: TopicEdit,
    own: Option<Id<Topic>>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<TopicEdit, TopicError> {
    edit.name = edit.name.trim().to_owned();
    if edit.name.is_empty() || edit.name.chars().count() > 80 {
        return Err(TopicError::Name);
    }
    if edit.target_share.is_some_and(|share| !(1..=100).contains(&share)) {
        return Err(TopicError::Share);
    }
    let hex = edit.colour.strip_prefix('#').unwrap_or_default();
    if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(TopicError::Colour);
    }
    let folded = primitives::text::fold(&edit.name);
    let others = store::all(actor.brand(), tx).await?;
    let taken = others
        .iter()
        .any(|topic| Some(topic.id) != own && primitives::text::fold(&topic.name) == folded);
    if taken {
        return Err(TopicError::NameTaken);
    }
    edit.words = edit.words.iter().map(|w| w.trim().to_owned()).filter(|w| !w.is_empty()).collect();
    Ok(edit)
}
