use database::Tx;
use platform::activity::{self, Subject};
use platform::{Actor, NotAllowed, Right};
use serde_json::json;

use super::{Family, store};

/// Which kinds of days a brand sees in its calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The kinds, in the order of [`Family`].
    pub families: Vec<Family>,
}

/// Why the choice could not be read or made.
#[derive(Debug, thiserror::Error)]
pub enum HolidaysError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Default for Choice {
    fn default() -> Self {
        Self { families: Family::USUAL.to_vec() }
    }
}

impl Choice {
    /// What the actor's brand sees.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Choice, HolidaysError> {
        actor.must(Right::Read)?;
        Ok(store::choice(actor.brand(), tx).await?.unwrap_or_default())
    }

    /// Makes this the brand's choice.
    pub async fn keep(mut self, actor: &Actor, tx: &mut Tx) -> Result<Choice, HolidaysError> {
        actor.must(Right::Draft)?;
        self.families = Family::ALL.iter().copied().filter(|f| self.families.contains(f)).collect();
        store::keep(actor.brand(), &self, tx).await?;
        let names: Vec<_> = self.families.iter().map(|family| family.as_str()).collect();
        let subject = Subject::new("brand", actor.brand());
        activity::record(tx, actor, "calendar.days_chosen", subject, json!({ "families": names }))
            .await?;
        Ok(self)
    }
}
