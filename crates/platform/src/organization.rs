//! An organization: the tenant, a company or an agency, that owns brands.

use database::{Error, Tx};
use jiff::Timestamp;
use primitives::Id;

use crate::field::Name;
use crate::{Actor, NotAllowed, Right, Subject, activity};

mod store;

/// A tenant.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Which one.
    pub id: Id<Organization>,
    /// Its name.
    pub name: Name,
    /// Since when it is here.
    pub created_at: Timestamp,
}

/// Why an organization was not renamed.
#[derive(Debug, thiserror::Error)]
pub enum OrganizationError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Organization {
    /// Adds an organization: at the first visit, or from the command line.
    pub async fn found(name: Name, tx: &mut Tx) -> Result<Self, Error> {
        let organization = Self { id: tx.new_id(), name, created_at: tx.now() };
        store::insert(&organization, tx).await?;
        Ok(organization)
    }

    /// The organization of the actor's brand.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Self, Error> {
        store::of_brand(actor.brand(), tx).await
    }

    /// Every organization, by name: for the command line.
    pub async fn all(tx: &mut Tx) -> Result<Vec<Self>, Error> {
        store::all(tx).await
    }

    /// Gives it another name; for the owners of its brands.
    pub async fn rename(
        mut self,
        name: Name,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Self, OrganizationError> {
        actor.must(Right::RemoveBrand)?;
        store::rename(self.id, actor.brand(), &name, tx).await?;
        let data = serde_json::json!({ "from": self.name.as_str(), "to": name.as_str() });
        let subject = Subject::new("organization", self.id);
        activity::record(tx, actor, "organization.renamed", subject, data).await?;
        self.name = name;
        Ok(self)
    }
}
