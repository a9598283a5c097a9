//! The brand's address book of those who know.

use database::{Error, Tx};
use jiff::civil::Date;
use platform::activity::{self, Subject};
use platform::field::Email;
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::{Id, Language};
use serde_json::json;

use super::store;
use crate::typed;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 120;
/// The longest list of what they know of.
const LONGEST_FIELDS: usize = 300;
/// The most experts of a brand, and the most absences of one.
const MOST: usize = 500;

/// Someone who knows, and needs no account to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expert {
    /// Which one.
    pub id: Id<Expert>,
    /// Their name.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// What they know of, in the brand's words.
    pub fields: String,
    /// What they are written in.
    pub language: Language,
    /// When they are away, from now on.
    pub absences: Vec<ExpertAbsence>,
}

/// Days on which an expert is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpertAbsence {
    /// Which one.
    pub id: Id<ExpertAbsence>,
    /// The first day.
    pub from: Date,
    /// The last one, included.
    pub until: Date,
}

/// What an expert's line becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpertEdit {
    /// Their name.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// What they know of.
    pub fields: String,
    /// What they are written in.
    pub language: Language,
}

/// Why an expert's line was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ExpertError {
    /// There is no such expert in the actor's brand.
    #[error("there is no such expert in this brand")]
    NotFound,
    /// It needs a name of at most [`LONGEST_NAME`] characters.
    #[error("it needs a name of at most {LONGEST_NAME} characters")]
    Name,
    /// That is no e-mail address.
    #[error("that is no e-mail address")]
    Email,
    /// Another expert has that address.
    #[error("another expert has that address")]
    KnownAlready,
    /// What they know of is longer than a line.
    #[error("longer than {LONGEST_FIELDS} characters")]
    TooLong,
    /// The address book is full.
    #[error("there are {MOST} already")]
    TooMany,
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    Backwards,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Expert {
    /// Those whom the brand may ask, by name.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Expert>, ExpertError> {
        actor.must(Right::Read)?;
        let today = today(actor.brand(), tx).await?;
        Ok(store::experts(actor.brand(), today, tx).await?)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn load(id: Id<Expert>, actor: &Actor, tx: &mut Tx) -> Result<Expert, ExpertError> {
        let all = Expert::all(actor, tx).await?;
        all.into_iter().find(|expert| expert.id == id).ok_or(ExpertError::NotFound)
    }

    /// Adds one.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn add(edit: ExpertEdit, actor: &Actor, tx: &mut Tx) -> Result<Expert, ExpertError> {
        actor.must(Right::Converse)?;
        let all = Expert::all(actor, tx).await?;
        if all.len() >= MOST {
            return Err(ExpertError::TooMany);
        }
        let edit = checked(edit, None, &all)?;
        let id = tx.new_id();
        store::insert_expert(actor.brand(), id, &edit, tx).await?;
        note("expert.added", id, &edit.name, actor, tx).await?;
        Expert::load(id, actor, tx).await
    }

    /// Changes it. What was asked already goes where it was sent.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn edit(
        &self,
        edit: ExpertEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ExpertError> {
        actor.must(Right::Converse)?;
        let edit = checked(edit, Some(self.id), &Expert::all(actor, tx).await?)?;
        store::update_expert(actor.brand(), self.id, &edit, tx).await?;
        note("expert.changed", self.id, &edit.name, actor, tx).await
    }

    /// Takes it out of the book.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ExpertError> {
        actor.must(Right::Converse)?;
        store::set_expert_removed(actor.brand(), self.id, Some(tx.now()), tx).await?;
        note("expert.removed", self.id, &self.name, actor, tx).await
    }

    /// Puts it back.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn bring_back(
        id: Id<Expert>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Expert, ExpertError> {
        actor.must(Right::Converse)?;
        store::set_expert_removed(actor.brand(), id, None, tx).await?;
        let expert = Expert::load(id, actor, tx).await?;
        note("expert.brought_back", id, &expert.name, actor, tx).await?;
        Ok(expert)
    }

    /// Says that they are away from one day to another, included.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn away(
        &self,
        from: Date,
        until: Date,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ExpertError> {
        actor.must(Right::Converse)?;
        if until < from {
            return Err(ExpertError::Backwards);
        }
        if self.absences.len() >= MOST {
            return Err(ExpertError::TooMany);
        }
        store::insert_absence(actor.brand(), self.id, from, until, tx).await?;
        note("expert.away", self.id, &self.name, actor, tx).await
    }

    /// Takes an absence away: they are back.
    ///
    /// # Errors
    /// [`ExpertError`].
    pub async fn back(
        &self,
        absence: Id<ExpertAbsence>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ExpertError> {
        actor.must(Right::Converse)?;
        if !store::remove_absence(actor.brand(), self.id, absence, tx).await? {
            return Err(ExpertError::NotFound);
        }
        note("expert.back", self.id, &self.name, actor, tx).await
    }

    /// The absence in which that day falls.
    pub fn away_on(&self, day: Date) -> Option<&ExpertAbsence> {
        self.absences.iter().find(|absence| absence.from <= day && day <= absence.until)
    }
}

/// Today, where the brand is.
pub(super) async fn today(brand: Id<Brand>, tx: &mut Tx) -> Result<Date, Error> {
    let found = Brand::for_system(brand, tx).await?;
    let zone = found.map_or(jiff::tz::TimeZone::UTC, |(brand, _)| brand.zone.time_zone().clone());
    Ok(tx.now().to_zoned(zone).date())
}

async fn note(
    verb: &'static str,
    id: Id<Expert>,
    name: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), ExpertError> {
    let subject = Subject::new("expert", id);
    Ok(activity::record(tx, actor, verb, subject, json!({ "name": name })).await?)
}

fn checked(
    edit: ExpertEdit,
    own: Option<Id<Expert>>,
    all: &[Expert],
) -> Result<ExpertEdit, ExpertError> {
    let name = typed::line(&edit.name);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(ExpertError::Name);
    }
    let email = Email::parse(edit.email.trim()).map_err(|_| ExpertError::Email)?;
    let email = email.as_str().to_owned();
    let other = |expert: &&Expert| Some(expert.id) != own;
    if all.iter().filter(other).any(|expert| expert.email.eq_ignore_ascii_case(&email)) {
        return Err(ExpertError::KnownAlready);
    }
    let fields = typed::line(&edit.fields);
    if fields.chars().count() > LONGEST_FIELDS {
        return Err(ExpertError::TooLong);
    }
    Ok(ExpertEdit { name, email, fields, language: edit.language })
}
