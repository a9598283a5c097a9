//! A teammate: a person who works here, with one account for all their brands.

use database::{Database, Error, Row, Tx};
use jiff::Timestamp;
use primitives::{Id, Language};
use serde_json::json;

use crate::field::{Email, Name, Password, PasswordHash, Unhashable};
use crate::{Session, Subject, activity, field};

mod second_factor;
mod sign_in;
mod store;

pub use second_factor::{Enrolment, SecondFactorError};
pub use sign_in::{NewSession, SignIn, SignInError, sign_in};

/// A person who works here.
#[derive(Debug, Clone)]
pub struct Teammate {
    /// Which one.
    pub id: Id<Teammate>,
    /// The address they sign in with; unique.
    pub email: Email,
    /// Their name.
    pub name: Name,
    /// The language of their screens and letters.
    pub language: Language,
    /// Light, dark, or as their machine.
    pub theme: Theme,
    /// Whether a second factor is asked when they sign in.
    pub second_factor: bool,
    /// Set when they may no longer sign in.
    pub disabled_at: Option<Timestamp>,
    /// Since when they have an account.
    pub created_at: Timestamp,
}

database::text_enum! {
    /// How screens look.
    pub enum Theme {
        /// As the machine asks.
        Auto => "auto",
        /// Dark on light.
        Light => "light",
        /// Light on dark.
        Dark => "dark",
    }
}

/// A teammate to be.
#[derive(Debug, Clone)]
pub struct NewTeammate {
    /// The address.
    pub email: Email,
    /// The name.
    pub name: Name,
    /// The language.
    pub language: Language,
    /// The password, hashed before the transaction ([`Password::hash`]).
    pub password: PasswordHash,
}

/// Why a teammate was not added.
#[derive(Debug, thiserror::Error)]
pub enum CreateTeammateError {
    /// Someone has an account with this address.
    #[error("there is already a teammate with this address")]
    EmailTaken,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// Why a password was not changed, or something it protects.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The present password is another.
    #[error("this is not the present password")]
    WrongPassword,
    /// It could not be hashed.
    #[error(transparent)]
    Unhashable(#[from] Unhashable),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Teammate {
    /// Adds an account that works in no brand yet.
    pub async fn create(new: NewTeammate, tx: &mut Tx) -> Result<Self, CreateTeammateError> {
        let teammate = Self {
            id: tx.new_id(),
            email: new.email,
            name: new.name,
            language: new.language,
            theme: Theme::Auto,
            second_factor: false,
            disabled_at: None,
            created_at: tx.now(),
        };
        if !store::insert(&teammate, &new.password, tx).await? {
            return Err(CreateTeammateError::EmailTaken);
        }
        let (subject, data) = (teammate.subject(), json!({}));
        activity::record_of_teammate(tx, teammate.id, "teammate.created", subject, data).await?;
        Ok(teammate)
    }

    /// The teammate of that id: for their own account, and Parvis's work.
    pub async fn by_id(id: Id<Teammate>, tx: &mut Tx) -> Result<Option<Self>, Error> {
        store::by_id(id, tx).await
    }

    /// The teammate with that address: for the command line and invitations.
    pub async fn by_email(email: &Email, tx: &mut Tx) -> Result<Option<Self>, Error> {
        store::by_email(email, tx).await
    }

    /// Changes their own name, language and theme.
    pub async fn edit(
        mut self,
        name: Name,
        language: Language,
        theme: Theme,
        tx: &mut Tx,
    ) -> Result<Self, Error> {
        self.name = name;
        self.language = language;
        self.theme = theme;
        store::update(&self, tx).await?;
        Ok(self)
    }

    /// Changes their password, and signs them out everywhere but in `keep`. Takes the database
    /// since hashing must not hold a transaction.
    pub async fn change_password(
        &self,
        present: &str,
        new: Password,
        keep: Id<Session>,
        database: &Database,
    ) -> Result<(), PasswordError> {
        self.check_password(present, database).await?;
        let hash = new.hash(database.ambient()).await?;
        let mut tx = database.begin().await?;
        self.replace_password(hash, Some(keep), &mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Sets a password without knowing the present one (from the command line), and signs them
    /// out everywhere but in `keep`.
    pub async fn replace_password(
        &self,
        hash: PasswordHash,
        keep: Option<Id<Session>>,
        tx: &mut Tx,
    ) -> Result<(), Error> {
        store::set_password(self.id, hash, tx).await?;
        let ended = Session::revoke_all(self.id, keep, tx).await?;
        let data = json!({ "sessions_ended": ended });
        let verb = "teammate.password_changed";
        activity::record_of_teammate(tx, self.id, verb, self.subject(), data).await
    }

    /// Refuses unless `attempt` is their password.
    pub(crate) async fn check_password(
        &self,
        attempt: &str,
        database: &Database,
    ) -> Result<(), PasswordError> {
        let hash = {
            let mut tx = database.read().await?;
            store::password(self.id, &mut tx).await?
        };
        let hash = hash.ok_or(PasswordError::WrongPassword)?;
        if hash.matches(attempt).await? { Ok(()) } else { Err(PasswordError::WrongPassword) }
    }

    pub(crate) fn subject(&self) -> Subject {
        Subject::new("teammate", self.id)
    }
}

/// Reads a teammate from a row that also holds something else, whose id and date have those names.
pub(crate) fn read(row: &Row, id: &str, created_at: &str) -> Result<Teammate, Error> {
    Ok(Teammate {
        id: row.get(id)?,
        email: row.get("email")?,
        name: row.get("name")?,
        language: field::language(row)?,
        theme: row.get("theme")?,
        second_factor: row.get::<Option<Timestamp>>("totp_confirmed_at")?.is_some(),
        disabled_at: row.get("disabled_at")?,
        created_at: row.get(created_at)?,
    })
}
