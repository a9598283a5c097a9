//! Who does what in a crisis.

use database::{Tx, text_enum};
use platform::{Actor, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::notice::{self, News};
use super::timeline::{self, EntryKind};
use super::{Crisis, CrisisError, CrisisSetting, setting, store};

text_enum! {
    /// A part in a crisis, worded by `crisis-role-{role}`.
    pub enum Role {
        /// Decides what is said and done.
        Decides => "decides",
        /// Answers those who write.
        Answers => "answers",
        /// Watches what is said.
        Watches => "watches",
        /// Keeps the house informed.
        Informs => "informs",
    }
}

/// A teammate in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InRole {
    /// What they do.
    pub role: Role,
    /// Who.
    pub teammate: Id<Teammate>,
    /// Their name.
    pub name: String,
}

impl Crisis {
    /// Who does what.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn roles(&self, actor: &Actor, tx: &mut Tx) -> Result<Vec<InRole>, CrisisError> {
        actor.must(Right::Read)?;
        Ok(store::parts::roles(self.id, tx).await?)
    }

    /// Gives a teammate a role; they are told.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn give_role(
        id: Id<Crisis>,
        role: Role,
        teammate: Id<Teammate>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let team = setting::team(crisis.brand, tx).await?;
        if !team.iter().any(|(member, _)| *member == teammate) {
            return Err(CrisisError::NoSuchTeammate);
        }
        if !store::parts::give_role(&crisis, role, teammate, tx).await? {
            return Ok(());
        }
        let data = json!({ "role": role.as_str(), "teammate": teammate });
        timeline::write(id, EntryKind::RoleGiven, "", data.clone(), actor, tx).await?;
        crisis.record("crisis.role_given", data, actor, tx).await?;
        if actor.teammate_id() != Some(teammate) {
            let letters = CrisisSetting::of_brand(crisis.brand, tx).await?.letters;
            let news = News::InRole(id);
            notice::one(&crisis, "crisis.in_role", news, teammate, letters, tx).await?;
        }
        Ok(())
    }

    /// Takes a role from a teammate.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn take_role(
        id: Id<Crisis>,
        role: Role,
        teammate: Id<Teammate>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        if !store::parts::take_role(id, role, teammate, tx).await? {
            return Ok(());
        }
        let data = json!({ "role": role.as_str(), "teammate": teammate });
        timeline::write(id, EntryKind::RoleTaken, "", data.clone(), actor, tx).await?;
        crisis.record("crisis.role_taken", data, actor, tx).await
    }
}
