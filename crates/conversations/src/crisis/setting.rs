//! How a brand watches for crises, and who is told.

use database::{Error, Tx};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, Membership, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::{CrisisError, LONGEST, store};

/// How a brand watches for crises, and who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrisisSetting {
    /// Whether negative bursts raise alerts.
    pub watching: bool,
    /// Whether letters are sent too.
    pub letters: bool,
    /// Who is told; nobody chosen: those who manage the brand.
    pub watchers: Vec<Id<Teammate>>,
    /// What is to be done in a crisis, a task a line; empty: what Parvis proposes.
    pub checklist: String,
}

impl Default for CrisisSetting {
    fn default() -> Self {
        Self { watching: true, letters: true, watchers: Vec::new(), checklist: String::new() }
    }
}

impl CrisisSetting {
    /// The brand's.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Self, CrisisError> {
        actor.must(Right::Read)?;
        Ok(Self::of_brand(actor.brand(), tx).await?)
    }

    pub(super) async fn of_brand(brand: Id<Brand>, tx: &mut Tx) -> Result<Self, Error> {
        Ok(store::parts::setting(brand, tx).await?.unwrap_or_default())
    }

    /// Decides how the brand watches. Needs [`Right::ManageBrand`].
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn set(mut self, actor: &Actor, tx: &mut Tx) -> Result<(), CrisisError> {
        actor.must(Right::ManageBrand)?;
        self.checklist = self.checklist.trim().to_owned();
        if self.checklist.chars().count() > LONGEST {
            return Err(CrisisError::TooLong(LONGEST));
        }
        let team = team(actor.brand(), tx).await?;
        self.watchers.retain(|chosen| team.iter().any(|(teammate, _)| teammate == chosen));
        self.watchers.sort_unstable();
        self.watchers.dedup();
        store::parts::set_setting(actor.brand(), &self, tx).await?;
        let data = json!({ "watching": self.watching, "letters": self.letters });
        let subject = Subject::only("crisis_setting");
        activity::record(tx, actor, "crisis.setting_changed", subject, data).await?;
        Ok(())
    }

    /// Who is told, as things stand.
    pub(super) async fn told(
        &self,
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<Vec<Id<Teammate>>, Error> {
        let team = team(brand, tx).await?;
        let chosen = |teammate: &Id<Teammate>| self.watchers.contains(teammate);
        let some = team.iter().any(|(teammate, _)| chosen(teammate));
        let told = team.into_iter().filter(|(teammate, role)| {
            if some { chosen(teammate) } else { role.may(Right::ManageBrand) }
        });
        Ok(told.map(|(teammate, _)| teammate).collect())
    }
}

/// Who works in a brand, and as what.
pub(super) async fn team(
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<Vec<(Id<Teammate>, platform::Role)>, Error> {
    let team = Membership::of_brand(&Actor::system(brand), tx).await;
    let team = team.map_err(|error| Error::other(error.to_string()))?;
    Ok(team.into_iter().map(|member| (member.teammate, member.role)).collect())
}
