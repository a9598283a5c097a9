//! Words to hold on with (« nous avons vu, nous cherchons, nous revenons vers vous »), written and
//! approved in quiet times.

use channels::Channel;
use channels::publication::PostRef;
use database::Tx;
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, Right};
use primitives::{Id, Language};
use serde_json::json;

use super::timeline::{self, EntryKind};
use super::{Crisis, CrisisError, LONGEST, NAME, one_line, store, written};

/// The most statements of a brand.
const MOST: usize = 100;

/// Words prepared in advance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldingStatement {
    /// Which ones.
    pub id: Id<HoldingStatement>,
    /// Their title, for the team.
    pub title: String,
    /// When they fit.
    pub situation: String,
    /// The words, for all channels first.
    pub texts: Vec<StatementText>,
    /// The manager who approved them (their name), and when; a change takes it away.
    pub approved: Option<(Option<String>, Timestamp)>,
    /// When they were last changed.
    pub changed_at: Timestamp,
}

/// The words for a channel, in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementText {
    /// For this channel; for all the others when none is said.
    pub channel: Option<Id<Channel>>,
    /// In this language.
    pub language: Language,
    /// The words.
    pub words: String,
}

/// A statement as it is written.
#[derive(Debug, Clone, Default)]
pub struct NewStatement {
    /// Its title.
    pub title: String,
    /// When it fits.
    pub situation: String,
    /// The words; empty ones are left out.
    pub texts: Vec<StatementText>,
}

impl HoldingStatement {
    /// The brand's, by title.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn list(actor: &Actor, tx: &mut Tx) -> Result<Vec<Self>, CrisisError> {
        actor.must(Right::Read)?;
        Ok(store::statements::list(actor.brand(), tx).await?)
    }

    /// The statement, if the actor's brand has it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn load(id: Id<Self>, actor: &Actor, tx: &mut Tx) -> Result<Self, CrisisError> {
        let all = Self::list(actor, tx).await?;
        all.into_iter().find(|one| one.id == id).ok_or(CrisisError::NotFound)
    }

    /// Adds a statement, or changes one: it is then to be approved (again).
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn write(
        id: Option<Id<Self>>,
        new: NewStatement,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Self>, CrisisError> {
        actor.must(Right::Converse)?;
        let mut new = NewStatement {
            title: one_line(&new.title, NAME)?,
            situation: new.situation.trim().chars().take(LONGEST).collect(),
            texts: new.texts,
        };
        new.texts.retain(|text| !text.words.trim().is_empty());
        for text in &mut new.texts {
            text.words = written(&text.words, LONGEST)?;
            if let Some(channel) = text.channel {
                let found = Channel::load(channel, actor, tx).await;
                found.map_err(|_| CrisisError::NotFound)?;
            }
        }
        if new.texts.is_empty() {
            return Err(CrisisError::NoWords);
        }
        let all = Self::list(actor, tx).await?;
        let (id, verb) = match id {
            Some(id) => {
                let now = all.iter().find(|one| one.id == id).ok_or(CrisisError::NotFound)?;
                if now.says(&new) {
                    return Ok(id);
                }
                (id, "holding_statement.changed")
            }
            None if all.len() >= MOST => return Err(CrisisError::TooMany(MOST)),
            None => (tx.new_id(), "holding_statement.written"),
        };
        store::statements::put(actor, id, &new, tx).await?;
        let subject = Subject::new("holding_statement", id);
        activity::record(tx, actor, verb, subject, json!({ "title": new.title })).await?;
        Ok(id)
    }

    fn says(&self, new: &NewStatement) -> bool {
        self.title == new.title && self.situation == new.situation && self.texts == new.texts
    }

    /// Approves its words as they are. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn approve(&self, actor: &Actor, tx: &mut Tx) -> Result<(), CrisisError> {
        actor.must(Right::ManageBrand)?;
        // What was read is what is approved.
        let now = Self::load(self.id, actor, tx).await?;
        if now.texts != self.texts {
            return Err(CrisisError::NotApproved);
        }
        store::statements::approve(self.id, actor.teammate_id(), tx).await?;
        self.record("holding_statement.approved", actor, tx).await
    }

    /// Takes it out of the list.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), CrisisError> {
        actor.must(Right::Converse)?;
        store::statements::set_removed(actor.brand(), self.id, true, tx).await?;
        self.record("holding_statement.removed", actor, tx).await
    }

    /// Puts it back.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn bring_back(id: Id<Self>, actor: &Actor, tx: &mut Tx) -> Result<(), CrisisError> {
        actor.must(Right::Converse)?;
        Ok(store::statements::set_removed(actor.brand(), id, false, tx).await?)
    }

    async fn record(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let subject = Subject::new("holding_statement", self.id);
        Ok(activity::record(tx, actor, verb, subject, json!({ "title": self.title })).await?)
    }

    /// What it says on that channel in that language.
    pub fn on(&self, channel: Option<Id<Channel>>, language: Language) -> Option<&str> {
        let in_language = || self.texts.iter().filter(|text| text.language == language);
        let own = in_language().find(|text| text.channel.is_some() && text.channel == channel);
        let found = own.or_else(|| in_language().find(|text| text.channel.is_none()));
        found.map(|text| text.words.as_str())
    }

    /// The same, or in the other language where it has only that one.
    pub fn on_or_other(&self, channel: Option<Id<Channel>>, language: Language) -> Option<&str> {
        let other = if language == Language::Fr { Language::En } else { Language::Fr };
        self.on(channel, language).or_else(|| self.on(channel, other))
    }

    /// Whether a manager approved it.
    pub fn is_approved(&self) -> bool {
        self.approved.is_some()
    }
}

impl Crisis {
    /// Notes that a statement was posted: `post` is none in a rehearsal, where nothing leaves.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn note_posted(
        id: Id<Crisis>,
        statement: &HoldingStatement,
        words: &str,
        post: Option<Id<PostRef>>,
        channels: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        actor.must(Right::Publish)?;
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        if crisis.rehearsal != post.is_none() {
            return Err(CrisisError::OnlyARehearsal);
        }
        if !statement.is_approved() {
            return Err(CrisisError::NotApproved);
        }
        let data = json!({ "title": statement.title, "post": post, "channels": channels });
        timeline::write(id, EntryKind::Posted, words, data.clone(), actor, tx).await?;
        crisis.record("crisis.statement_posted", data, actor, tx).await
    }
}
