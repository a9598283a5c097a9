//! Tokens of programs: what the JSON API takes, made by a teammate for one brand, with scopes.

use database::{Error, Tx};
use jiff::Timestamp;
use primitives::Id;
use serde_json::json;

use crate::field::Name;
use crate::{Actor, NotAllowed, Right, Secret, Subject, Teammate, activity};

mod scopes;
mod store;

pub use scopes::{MissingScope, Scope, Scopes, UnknownScope};

/// A program's token. It may do what its scopes say, and no more than its maker's role allows
/// at the moment of use.
#[derive(Debug, Clone)]
pub struct ApiToken {
    /// Which one.
    pub id: Id<ApiToken>,
    /// Who made it.
    pub teammate: Id<Teammate>,
    /// Their name.
    pub teammate_name: String,
    /// What it is for, as they wrote it.
    pub name: Name,
    /// Its last four characters, to be recognised.
    pub hint: String,
    /// What it may do.
    pub scopes: Scopes,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used, to 5 minutes.
    pub used_at: Option<Timestamp>,
    /// Until when; none for ever.
    pub expires_at: Option<Timestamp>,
}

/// Why a token was not made or not revoked.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// A token allows something.
    #[error("a token needs at least one scope")]
    NoScope,
    /// Its end is not in the future.
    #[error("the token would be over already")]
    ExpiryInThePast,
    /// Tokens are made by a teammate, not by Parvis or by another token.
    #[error("tokens are made by a teammate")]
    NotATeammate,
    /// There is no such token, or it was revoked.
    #[error("there is no such token")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What every token begins with, so that scanners find one that leaked.
const PREFIX: &str = "pv_";

impl ApiToken {
    /// Makes a token for the actor's brand; the secret is shown once. Needs
    /// [`Right::ManageBrand`].
    pub async fn make(
        name: Name,
        scopes: Scopes,
        expires_at: Option<Timestamp>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Self, Secret), TokenError> {
        actor.must(Right::ManageBrand)?;
        let crate::Who::Teammate(teammate) = actor.who() else {
            return Err(TokenError::NotATeammate);
        };
        if scopes.is_empty() {
            return Err(TokenError::NoScope);
        }
        let now = tx.now();
        if expires_at.is_some_and(|at| at <= now) {
            return Err(TokenError::ExpiryInThePast);
        }
        let secret = Secret::new(PREFIX, tx.ambient());
        let text = secret.reveal();
        let token = Self {
            id: tx.new_id(),
            teammate,
            teammate_name: store::name_of(teammate, tx).await?,
            name,
            hint: text[text.len() - 4..].to_owned(),
            scopes,
            created_at: now,
            used_at: None,
            expires_at,
        };
        store::insert(&token, actor.brand(), &secret, tx).await?;
        let data = json!({ "name": token.name.as_str(), "scopes": token.scopes.to_string() });
        let subject = Subject::new("token", token.id);
        activity::record(tx, actor, "token.made", subject, data).await?;
        Ok((token, secret))
    }

    /// The tokens of the actor's brand that were not revoked, newest first; those that are over
    /// too. Needs [`Right::ManageBrand`].
    pub async fn of_brand(actor: &Actor, tx: &mut Tx) -> Result<Vec<Self>, TokenError> {
        actor.must(Right::ManageBrand)?;
        Ok(store::of_brand(actor.brand(), tx).await?)
    }

    /// Revokes a token of the actor's brand. Needs [`Right::ManageBrand`].
    pub async fn revoke(id: Id<ApiToken>, actor: &Actor, tx: &mut Tx) -> Result<(), TokenError> {
        actor.must(Right::ManageBrand)?;
        if !store::revoke(actor.brand(), id, tx).await? {
            return Err(TokenError::NotFound);
        }
        let subject = Subject::new("token", id);
        Ok(activity::record(tx, actor, "token.revoked", subject, json!({})).await?)
    }

    /// The actor behind a token, and what it may do; none when the token is unknown, revoked or
    /// over, or its maker no longer works in the brand. The role is the maker's of today.
    pub async fn authenticate(
        secret: &Secret,
        tx: &mut Tx,
    ) -> Result<Option<(Actor, Scopes)>, Error> {
        if !secret.reveal().starts_with(PREFIX) {
            return Ok(None);
        }
        let now = tx.now();
        store::authenticate(secret, now, tx).await
    }

    /// Notes a token's use, at most each 5 minutes; a read handle is enough to authenticate, this
    /// needs a transaction.
    pub async fn touch(id: Id<ApiToken>, tx: &mut Tx) -> Result<(), Error> {
        let now = tx.now();
        store::touch(id, now, tx).await
    }
}
