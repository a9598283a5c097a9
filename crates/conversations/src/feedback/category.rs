//! Categories: what they take, whose they are, what their authors are told.

use database::Tx;
use language::{Reading, Terms};
use platform::activity::{self, Subject};
use platform::membership::MembershipError;
use platform::{Actor, Membership, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{CaseKind, CaseState, Category, FeedbackError, Filing, Takes, Telling, Words2, store};
use crate::saved::unknown_blank;
use crate::typed;

/// How many a brand has at most.
const MOST: usize = 100;
/// The longest text, in characters.
const LONGEST: usize = 2_000;

/// What a category is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCategory {
    /// Its name.
    pub name: String,
    /// What it takes.
    pub takes: Takes,
    /// Who looks after it.
    pub owner: Id<Teammate>,
    /// Words that lead to it, a line each; none: every message of what it takes.
    pub terms: String,
    /// How messages come to it.
    pub filing: Filing,
    /// How authors are told.
    pub telling: Telling,
    /// How many days one may take.
    pub days: i64,
    /// What authors are told at each step.
    pub words: StepWords,
}

/// What authors are told, by step. A step without words is not told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepWords {
    /// It is here.
    pub received: Words2,
    /// Someone is at it.
    pub in_progress: Words2,
    /// It was done.
    pub done: Words2,
    /// It won't be done.
    pub declined: Words2,
}

impl StepWords {
    /// Of a step.
    #[must_use]
    pub fn of(&self, step: CaseState) -> Option<&Words2> {
        match step {
            CaseState::Received => Some(&self.received),
            CaseState::InProgress => Some(&self.in_progress),
            CaseState::Done => Some(&self.done),
            CaseState::Declined => Some(&self.declined),
            CaseState::Proposed | CaseState::Dismissed => None,
        }
    }
}

impl Category {
    /// The brand's categories, by name.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Category>, FeedbackError> {
        actor.must(Right::Read)?;
        Ok(store::categories(actor.brand(), tx).await?)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn load(
        id: Id<Category>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Category, FeedbackError> {
        let all = Category::all(actor, tx).await?;
        all.into_iter().find(|one| one.id == id).ok_or(FeedbackError::NotFound)
    }

    /// Makes one.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn add(
        new: NewCategory,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Category, FeedbackError> {
        actor.must(Right::ManageBrand)?;
        let new = checked(new, actor, tx).await?;
        if Category::all(actor, tx).await?.len() >= MOST {
            return Err(FeedbackError::TooMany);
        }
        let id = tx.new_id();
        store::add_category(id, &new, actor, tx).await?;
        note("feedback_category.added", id, &new.name, actor, tx).await?;
        Category::load(id, actor, tx).await
    }

    /// Changes it. What was filed keeps when it is due.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn edit(
        &self,
        new: NewCategory,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Category, FeedbackError> {
        actor.must(Right::ManageBrand)?;
        let new = checked(new, actor, tx).await?;
        store::edit_category(self.id, &new, actor, tx).await?;
        note("feedback_category.changed", self.id, &new.name, actor, tx).await?;
        Category::load(self.id, actor, tx).await
    }

    /// Takes it away; what was filed in it stays.
    ///
    /// # Errors
    /// [`FeedbackError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), FeedbackError> {
        actor.must(Right::ManageBrand)?;
        store::remove_category(self.id, actor, tx).await?;
        note("feedback_category.removed", self.id, &self.says.name, actor, tx).await
    }

    /// Whether a text of that kind belongs here.
    #[must_use]
    pub fn takes(&self, kind: CaseKind, reading: &Reading, text: &str) -> bool {
        let of_kind = match self.says.takes {
            Takes::Both => true,
            Takes::Suggestion => kind == CaseKind::Suggestion,
            Takes::Complaint => kind == CaseKind::Complaint,
        };
        let terms = Terms::parse(self.says.terms.lines());
        of_kind && (terms.is_empty() || !terms.find_all(reading, text).is_empty())
    }
}

async fn note(
    verb: &'static str,
    id: Id<Category>,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), FeedbackError> {
    let subject = Subject::new("feedback_category", id);
    Ok(activity::record(tx, actor, verb, subject, json!({ "name": name })).await?)
}

async fn checked(
    mut new: NewCategory,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<NewCategory, FeedbackError> {
    new.name = typed::line(&new.name);
    if new.name.is_empty() || new.name.chars().count() > 80 {
        return Err(FeedbackError::BadName);
    }
    if !(1..=365).contains(&new.days) {
        return Err(FeedbackError::BadDays);
    }
    new.terms = new.terms.replace("\r\n", "\n").replace('\0', "");
    if new.terms.chars().count() > 10_000 {
        return Err(FeedbackError::BadWords(String::new()));
    }
    let words = &mut new.words;
    let all = [&mut words.received, &mut words.in_progress, &mut words.done, &mut words.declined];
    for text in all.into_iter().flat_map(|both| [&mut both.fr, &mut both.en]) {
        *text = typed::words(text);
        let without = super::tell::without_reason(text);
        if text.chars().count() > LONGEST {
            return Err(FeedbackError::BadWords(String::new()));
        }
        if let Some(blank) = unknown_blank(&without) {
            return Err(FeedbackError::BadWords(blank));
        }
    }
    let team = Membership::of_brand(actor, tx).await.map_err(|error| match error {
        MembershipError::NotAllowed(error) => FeedbackError::NotAllowed(error),
        MembershipError::Database(error) => FeedbackError::Database(error),
        other => FeedbackError::Database(database::Error::other(other.to_string())),
    })?;
    if !team.iter().any(|member| member.teammate == new.owner) {
        return Err(FeedbackError::NoSuchTeammate);
    }
    Ok(new)
}
