//! An invitation to work in a brand: a secret address, sent once, good for 7 days.

use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use primitives::{Id, Language};
use serde_json::json;

use crate::field::{Email, Name, PasswordHash};
use crate::teammate::{CreateTeammateError, NewTeammate};
use crate::{
    Actor, Brand, Membership, NotAllowed, Right, Role, Secret, Subject, Teammate, activity,
};

mod store;

/// An invitation that waits for its answer.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Which one.
    pub id: Id<Invitation>,
    /// To which brand.
    pub brand: Id<Brand>,
    /// Whom: only this address may accept.
    pub email: Email,
    /// Under which role.
    pub role: Role,
    /// By whom.
    pub invited_by: Id<Teammate>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub expires_at: Timestamp,
}

/// An invitation as its address shows it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The invitation.
    pub invitation: Invitation,
    /// The brand's name.
    pub brand_name: Name,
    /// The brand's address.
    pub brand_slug: String,
    /// Who invites; none when their account is gone.
    pub invited_by: Option<String>,
    /// Whether the invited address has an account: they sign in, instead of choosing a password.
    pub has_account: bool,
}

/// Why nobody was invited, or an invitation not revoked.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Only an owner invites an owner.
    #[error("only an owner invites an owner")]
    ForOwnersOnly,
    /// Invitations are made by a teammate.
    #[error("invitations are made by a teammate")]
    NotATeammate,
    /// They work in the brand already.
    #[error("this person works in the brand already")]
    AlreadyAMember,
    /// There is no such invitation, or it was answered or revoked.
    #[error("there is no such invitation")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// Why an invitation was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    /// Unknown, answered, revoked or too old.
    #[error("the invitation is unknown, answered, revoked or too old")]
    NotValid,
    /// The invited address has an account: they sign in first.
    #[error("this address has an account: sign in to accept")]
    HasAccount,
    /// The teammate signed in is not the one who was invited.
    #[error("the invitation is for another address")]
    AnotherTeammate,
    /// They work in the brand already, and keep their role.
    #[error("this teammate works in the brand already")]
    AlreadyAMember,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// How long an invitation is good.
const LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Invitation {
    /// Invites an address to the actor's brand; the secret goes into the letter, once. A former
    /// invitation of that address to the brand is void. Needs [`Right::ManageTeam`].
    pub async fn invite(
        email: Email,
        role: Role,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Self, Secret), InviteError> {
        actor.must(Right::ManageTeam)?;
        if role == Role::Owner && actor.role() != Role::Owner {
            return Err(InviteError::ForOwnersOnly);
        }
        let invited_by = actor.teammate_id().ok_or(InviteError::NotATeammate)?;
        if store::is_a_member(actor.brand(), &email, tx).await? {
            return Err(InviteError::AlreadyAMember);
        }
        let now = tx.now();
        let secret = Secret::new("", tx.ambient());
        let invitation = Self {
            id: tx.new_id(),
            brand: actor.brand(),
            email,
            role,
            invited_by,
            created_at: now,
            expires_at: now.saturating_add(LIFE).unwrap_or(now),
        };
        store::revoke_of(actor.brand(), &invitation.email, tx).await?;
        store::insert(&invitation, &secret, tx).await?;
        let data = json!({ "email": invitation.email.as_str(), "role": role.as_str() });
        let subject = Subject::new("invitation", invitation.id);
        activity::record(tx, actor, "invitation.sent", subject, data).await?;
        Ok((invitation, secret))
    }

    /// The invitations of the actor's brand that wait for an answer, newest first.
    pub async fn waiting(actor: &Actor, tx: &mut Tx) -> Result<Vec<Self>, InviteError> {
        actor.must(Right::ManageTeam)?;
        let now = tx.now();
        Ok(store::waiting(actor.brand(), now, tx).await?)
    }

    /// Makes an invitation void. Needs [`Right::ManageTeam`].
    pub async fn revoke(id: Id<Invitation>, actor: &Actor, tx: &mut Tx) -> Result<(), InviteError> {
        actor.must(Right::ManageTeam)?;
        if !store::revoke(actor.brand(), id, tx).await? {
            return Err(InviteError::NotFound);
        }
        let subject = Subject::new("invitation", id);
        Ok(activity::record(tx, actor, "invitation.revoked", subject, json!({})).await?)
    }

    /// The invitation of that secret, while it is good.
    pub async fn open(secret: &Secret, tx: &mut Tx) -> Result<Option<Opened>, Error> {
        let now = tx.now();
        store::by_secret(secret, now, tx).await
    }

    /// Accepts as someone who has no account: gives them one, with the invited address.
    pub async fn accept_as_new(
        secret: &Secret,
        name: Name,
        language: Language,
        password: PasswordHash,
        tx: &mut Tx,
    ) -> Result<(Teammate, Actor), AcceptError> {
        let opened = Self::open(secret, tx).await?.ok_or(AcceptError::NotValid)?;
        let email = opened.invitation.email.clone();
        let teammate = Teammate::create(NewTeammate { email, name, language, password }, tx)
            .await
            .map_err(|error| match error {
                CreateTeammateError::EmailTaken => AcceptError::HasAccount,
                CreateTeammateError::Database(error) => AcceptError::Database(error),
            })?;
        let actor = accept(&opened.invitation, &teammate, tx).await?;
        Ok((teammate, actor))
    }

    /// Accepts as the teammate who is signed in, whose address is the invited one.
    pub async fn accept_as(
        secret: &Secret,
        teammate: &Teammate,
        tx: &mut Tx,
    ) -> Result<Actor, AcceptError> {
        let opened = Self::open(secret, tx).await?.ok_or(AcceptError::NotValid)?;
        if opened.invitation.email != teammate.email {
            return Err(AcceptError::AnotherTeammate);
        }
        accept(&opened.invitation, teammate, tx).await
    }
}

async fn accept(
    invitation: &Invitation,
    teammate: &Teammate,
    tx: &mut Tx,
) -> Result<Actor, AcceptError> {
    if !store::accept(invitation.id, tx).await? {
        return Err(AcceptError::NotValid);
    }
    if !Membership::add(invitation.brand, teammate.id, invitation.role, tx).await? {
        return Err(AcceptError::AlreadyAMember);
    }
    let actor = Actor::teammate(invitation.brand, teammate.id, invitation.role);
    let data = json!({ "role": invitation.role.as_str() });
    let subject = Subject::new("invitation", invitation.id);
    activity::record(tx, &actor, "invitation.accepted", subject, data).await?;
    Ok(actor)
}
