//! The first visit: organization, brand and owner, on one screen, once.

use database::{Error, Tx};
use primitives::{Ambient, Language};

use crate::brand::NewBrand;
use crate::field::{
    Colour, Email, EmailProblem, Name, NameProblem, NotAColour, NotAZone, Password, PasswordHash,
    PasswordProblem, Unhashable, Zone,
};
use crate::organization::Organization;
use crate::teammate::{CreateTeammateError, NewTeammate};
use crate::{Actor, Brand, Teammate};

mod store;

/// What the first visit asks, as it was typed.
#[derive(Clone, Default)]
pub struct SetUp {
    /// The organization's name.
    pub organization: String,
    /// The brand's name.
    pub brand: String,
    /// The brand's colour.
    pub colour: String,
    /// The brand's time zone.
    pub zone: String,
    /// The language of the brand and of its owner's screens.
    pub language: Language,
    /// The owner's name.
    pub name: String,
    /// The owner's address.
    pub email: String,
    /// The owner's password.
    pub password: String,
}

/// What is wrong with it, field by field; at least one is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetUpProblems {
    /// The organization's name.
    pub organization: Option<NameProblem>,
    /// The brand's name.
    pub brand: Option<NameProblem>,
    /// The colour.
    pub colour: Option<NotAColour>,
    /// The time zone.
    pub zone: Option<NotAZone>,
    /// The owner's name.
    pub name: Option<NameProblem>,
    /// The owner's address.
    pub email: Option<EmailProblem>,
    /// The owner's password.
    pub password: Option<PasswordProblem>,
}

/// Why what was typed can't be used.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// Fields are wrong.
    #[error("some fields are wrong")]
    Fields(SetUpProblems),
    /// The password could not be hashed.
    #[error(transparent)]
    Unhashable(#[from] Unhashable),
}

/// What the first visit asks, valid, the password hashed.
#[derive(Debug, Clone)]
pub struct CheckedSetUp {
    organization: Name,
    brand: NewBrand,
    name: Name,
    email: Email,
    password: PasswordHash,
}

/// Why Parvis was not set up.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// There is a teammate: the first visit was made.
    #[error("Parvis is set up already")]
    AlreadyDone,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What the first visit made.
#[derive(Debug, Clone)]
pub struct Done {
    /// The owner.
    pub teammate: Teammate,
    /// The brand.
    pub brand: Brand,
    /// The owner at work in the brand.
    pub actor: Actor,
}

/// Whether the first visit is still to be made: nobody works here.
pub async fn needs_setup(tx: &mut Tx) -> Result<bool, Error> {
    Ok(!store::is_anyone_here(tx).await?)
}

impl SetUp {
    /// Checks every field and hashes the password: before the transaction.
    pub async fn check(self, ambient: &Ambient) -> Result<CheckedSetUp, CheckError> {
        let organization = Name::parse(&self.organization);
        let brand = Name::parse(&self.brand);
        let colour = Colour::parse(&self.colour);
        let zone = Zone::parse(&self.zone);
        let name = Name::parse(&self.name);
        let email = Email::parse(&self.email);
        let password = Password::parse(&self.password);
        let problems = SetUpProblems {
            organization: organization.as_ref().err().copied(),
            brand: brand.as_ref().err().copied(),
            colour: colour.as_ref().err().copied(),
            zone: zone.as_ref().err().copied(),
            name: name.as_ref().err().copied(),
            email: email.as_ref().err().copied(),
            password: password.as_ref().err().copied(),
        };
        let (Ok(organization), Ok(brand), Ok(colour), Ok(zone), Ok(name), Ok(email), Ok(password)) =
            (organization, brand, colour, zone, name, email, password)
        else {
            return Err(CheckError::Fields(problems));
        };
        Ok(CheckedSetUp {
            organization,
            brand: NewBrand { name: brand, colour, zone, language: self.language, demo: false },
            name,
            email,
            password: password.hash(ambient).await?,
        })
    }
}

/// Makes the organization, its first brand and its owner. Of two first visits at once, one is
/// refused.
pub async fn set_up(checked: CheckedSetUp, tx: &mut Tx) -> Result<Done, SetUpError> {
    store::lock(tx).await?;
    if store::is_anyone_here(tx).await? {
        return Err(SetUpError::AlreadyDone);
    }
    let new = NewTeammate {
        email: checked.email,
        name: checked.name,
        language: checked.brand.language,
        password: checked.password,
    };
    let teammate = Teammate::create(new, tx).await.map_err(|error| match error {
        CreateTeammateError::EmailTaken => SetUpError::AlreadyDone,
        CreateTeammateError::Database(error) => SetUpError::Database(error),
    })?;
    let organization = Organization::found(checked.organization, tx).await?;
    let (brand, actor) = Brand::found(organization.id, teammate.id, checked.brand, tx).await?;
    Ok(Done { teammate, brand, actor })
}
