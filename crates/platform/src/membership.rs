//! Who works in a brand, and under which role. A brand always keeps an owner.

use database::{Error, Tx};
use jiff::Timestamp;
use primitives::Id;
use serde_json::json;

use crate::field::{Email, Name};
use crate::{Actor, Brand, NotAllowed, Right, Role, Subject, Teammate, activity};

mod store;

/// A teammate at work in a brand.
#[derive(Debug, Clone)]
pub struct Membership {
    /// Who.
    pub teammate: Id<Teammate>,
    /// Their name.
    pub name: Name,
    /// Their address.
    pub email: Email,
    /// What they may do here.
    pub role: Role,
    /// Whether they sign in with a second factor.
    pub second_factor: bool,
    /// Since when they work here.
    pub since: Timestamp,
}

/// Why the team was not changed.
#[derive(Debug, thiserror::Error)]
pub enum MembershipError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Only an owner makes owners, and only an owner changes or removes one.
    #[error("only an owner decides about owners")]
    ForOwnersOnly,
    /// The brand would be left without an owner.
    #[error("a brand keeps at least one owner")]
    LastOwner,
    /// This teammate does not work in the brand.
    #[error("this teammate does not work in the brand")]
    NotAMember,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Membership {
    /// The teammates of the actor's brand, by name.
    pub async fn of_brand(actor: &Actor, tx: &mut Tx) -> Result<Vec<Self>, MembershipError> {
        actor.must(Right::Read)?;
        Ok(store::of_brand(actor.brand(), tx).await?)
    }

    /// Makes a teammate work in a brand; true unless they did already (their role stays).
    pub(crate) async fn add(
        brand: Id<Brand>,
        teammate: Id<Teammate>,
        role: Role,
        tx: &mut Tx,
    ) -> Result<bool, Error> {
        store::insert(brand, teammate, role, tx).await
    }

    /// Gives a teammate of the actor's brand another role. Needs [`Right::ManageTeam`].
    pub async fn change_role(
        teammate: Id<Teammate>,
        role: Role,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), MembershipError> {
        actor.must(Right::ManageTeam)?;
        let before = leaving_an_owner(teammate, Some(role), actor, tx).await?;
        if before == role {
            return Ok(());
        }
        store::set_role(actor.brand(), teammate, role, tx).await?;
        let data = json!({ "from": before.as_str(), "to": role.as_str() });
        let subject = Subject::new("teammate", teammate);
        Ok(activity::record(tx, actor, "membership.role_changed", subject, data).await?)
    }

    /// Ends a teammate's work in the actor's brand, and revokes the tokens they made for it.
    /// Needs [`Right::ManageTeam`], except to leave by oneself.
    pub async fn remove(
        teammate: Id<Teammate>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), MembershipError> {
        if actor.teammate_id() != Some(teammate) {
            actor.must(Right::ManageTeam)?;
        }
        let role = leaving_an_owner(teammate, None, actor, tx).await?;
        store::remove(actor.brand(), teammate, tx).await?;
        let data = json!({ "role": role.as_str() });
        let subject = Subject::new("teammate", teammate);
        Ok(activity::record(tx, actor, "membership.removed", subject, data).await?)
    }
}

/// The teammate's present role, once it is sure that changing it (or ending it, with no new
/// `role`) leaves the brand an owner and is the actor's to decide.
async fn leaving_an_owner(
    teammate: Id<Teammate>,
    role: Option<Role>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Role, MembershipError> {
    // Two owners who remove each other at once pass one after the other.
    store::lock(actor.brand(), tx).await?;
    let before = store::role(actor.brand(), teammate, tx).await?;
    let before = before.ok_or(MembershipError::NotAMember)?;
    let about_owners = before == Role::Owner || role == Some(Role::Owner);
    if about_owners && actor.role() != Role::Owner {
        return Err(MembershipError::ForOwnersOnly);
    }
    let owner_leaves = before == Role::Owner && role != Some(Role::Owner);
    if owner_leaves && store::owners(actor.brand(), tx).await? < 2 {
        return Err(MembershipError::LastOwner);
    }
    Ok(before)
}
