//! The brand's public help: questions with their answers, and tutorials; what readers say of
//! them, and what nobody has answered yet.

mod gaps;
mod open;
mod store;

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use primitives::{Id, Language, slug};
use serde_json::json;

pub use gaps::{Gap, GapSource, dismiss_gap, gaps};
pub use open::{OpenHelp, Opinion, Reader};

use crate::conversation::Conversation;
use crate::typed;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 160;
/// The longest article, in characters.
pub const LONGEST_BODY: usize = 60_000;
/// The longest category, in characters.
const LONGEST_CATEGORY: usize = 60;

/// One article of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Which one.
    pub id: Id<Article>,
    /// A question with its answer, or a tutorial.
    pub kind: ArticleKind,
    /// The language it is written in.
    pub language: Language,
    /// Its place in addresses: chosen when it is begun, kept whatever its title becomes.
    pub slug: String,
    /// Its title, or the question.
    pub title: String,
    /// The heading it is listed under; empty for none.
    pub category: String,
    /// Its words, in Markdown.
    pub body: String,
    /// Since when the public reads it; none while it is a draft.
    pub published_at: Option<Timestamp>,
    /// How often its page was opened.
    pub seen: i64,
    /// How many readers found it useful.
    pub useful: i64,
    /// How many did not.
    pub not_useful: i64,
    /// The conversation whose answer it began from.
    pub from: Option<Id<Conversation>>,
    /// When it was last changed.
    pub edited_at: Timestamp,
}

text_enum! {
    /// What an article is.
    pub enum ArticleKind {
        /// A question and its answer.
        Question => "question",
        /// Steps that one follows.
        Tutorial => "tutorial",
    }
}

/// What an article becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleEdit {
    /// A question with its answer, or a tutorial.
    pub kind: ArticleKind,
    /// Its language.
    pub language: Language,
    /// Its title, or the question.
    pub title: String,
    /// The heading it is listed under.
    pub category: String,
    /// Its words, in Markdown.
    pub body: String,
}

/// What the help says first, and whether the public may read it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// Whether anyone may read what is published.
    pub open: bool,
    /// What it says first, in French.
    pub lead_french: String,
    /// What it says first, in English.
    pub lead_english: String,
}

/// Why an article could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum ArticleError {
    /// There is no such article in the actor's brand.
    #[error("there is no such article in this brand")]
    NotFound,
    /// It needs a title of at most [`LONGEST_TITLE`] characters.
    #[error("it needs a title of at most {LONGEST_TITLE} characters")]
    Title,
    /// It can't be published without words.
    #[error("it has no words yet")]
    Empty,
    /// Longer than [`LONGEST_BODY`], or its category longer than categories are.
    #[error("longer than {LONGEST_BODY} characters")]
    TooLong,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Help {
    /// What the brand decided.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Help, ArticleError> {
        actor.must(Right::Read)?;
        Ok(store::help(actor.brand(), tx).await?)
    }

    /// Decides otherwise.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn set(help: &Help, actor: &Actor, tx: &mut Tx) -> Result<(), ArticleError> {
        actor.must(Right::ManageBrand)?;
        if help.lead_french.chars().count().max(help.lead_english.chars().count()) > 500 {
            return Err(ArticleError::TooLong);
        }
        store::set_help(actor.brand(), help, tx).await?;
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "help.set", subject, json!({ "open": help.open })).await?;
        Ok(())
    }
}

impl Article {
    /// Every article of the brand, drafts too, by category and title.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Article>, ArticleError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The article, if the actor's brand has it.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn load(
        id: Id<Article>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Article, ArticleError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(ArticleError::NotFound)
    }

    /// Begins one, as a draft; `from` is the conversation whose answer it repeats.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn add(
        edit: ArticleEdit,
        from: Option<Id<Conversation>>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Article, ArticleError> {
        actor.must(Right::Converse)?;
        let edit = checked(edit)?;
        let id = tx.new_id();
        let slug = free_slug(&edit, actor, tx).await?;
        store::insert(id, &slug, &edit, from, actor, tx).await?;
        note("article.added", id, &edit.title, actor, tx).await?;
        Article::load(id, actor, tx).await
    }

    /// Changes it; readers see it at once if it is published.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn edit(
        &self,
        edit: ArticleEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Article, ArticleError> {
        actor.must(Right::Converse)?;
        let edit = checked(edit)?;
        if self.published_at.is_some() && edit.body.is_empty() {
            return Err(ArticleError::Empty);
        }
        let slug = if edit.language == self.language {
            self.slug.clone()
        } else {
            free_slug(&edit, actor, tx).await?
        };
        store::update(actor.brand(), self.id, &slug, &edit, tx).await?;
        note("article.changed", self.id, &edit.title, actor, tx).await?;
        Article::load(self.id, actor, tx).await
    }

    /// Lets the public read it.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn publish(&self, actor: &Actor, tx: &mut Tx) -> Result<Article, ArticleError> {
        actor.must(Right::Converse)?;
        if self.body.is_empty() {
            return Err(ArticleError::Empty);
        }
        let since = self.published_at.unwrap_or(tx.now());
        store::set_published(actor.brand(), self.id, Some(since), tx).await?;
        note("article.published", self.id, &self.title, actor, tx).await?;
        Article::load(self.id, actor, tx).await
    }

    /// Makes it a draft again.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn withdraw(&self, actor: &Actor, tx: &mut Tx) -> Result<Article, ArticleError> {
        actor.must(Right::Converse)?;
        store::set_published(actor.brand(), self.id, None, tx).await?;
        note("article.withdrawn", self.id, &self.title, actor, tx).await?;
        Article::load(self.id, actor, tx).await
    }

    /// Takes it away.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ArticleError> {
        actor.must(Right::Converse)?;
        store::set_removed(actor.brand(), self.id, Some(tx.now()), tx).await?;
        note("article.removed", self.id, &self.title, actor, tx).await
    }

    /// Brings back what was just taken away.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn bring_back(
        id: Id<Article>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Article, ArticleError> {
        actor.must(Right::Converse)?;
        store::set_removed(actor.brand(), id, None, tx).await?;
        let article = Article::load(id, actor, tx).await?;
        note("article.brought_back", id, &article.title, actor, tx).await?;
        Ok(article)
    }

    /// What readers who did not find it useful said was missing, the latest first.
    ///
    /// # Errors
    /// [`ArticleError`].
    pub async fn remarks(
        &self,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<(String, Timestamp)>, ArticleError> {
        actor.must(Right::Read)?;
        Ok(store::remarks(actor.brand(), self.id, tx).await?)
    }
}

async fn free_slug(edit: &ArticleEdit, actor: &Actor, tx: &mut Tx) -> Result<String, ArticleError> {
    let base = slug(&edit.title);
    let base = if base.is_empty() { "article".to_owned() } else { base };
    let base: String = base.chars().take(80).collect();
    let base = base.trim_end_matches('-');
    let taken = store::slugs(actor.brand(), edit.language, tx).await?;
    let mut candidates =
        std::iter::once(base.to_owned()).chain((2..).map(|n| format!("{base}-{n}")));
    Ok(candidates.find(|slug| !taken.contains(slug)).unwrap_or_default())
}

async fn note(
    verb: &'static str,
    id: Id<Article>,
    title: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), ArticleError> {
    let subject = Subject::new("article", id);
    activity::record(tx, actor, verb, subject, json!({ "name": title })).await?;
    Ok(())
}

fn checked(edit: ArticleEdit) -> Result<ArticleEdit, ArticleError> {
    let title = typed::line(&edit.title);
    if title.is_empty() || title.chars().count() > LONGEST_TITLE {
        return Err(ArticleError::Title);
    }
    let category = typed::line(&edit.category);
    let body = typed::words(&edit.body);
    if body.chars().count() > LONGEST_BODY || category.chars().count() > LONGEST_CATEGORY {
        return Err(ArticleError::TooLong);
    }
    Ok(ArticleEdit { title, category, body, ..edit })
}
