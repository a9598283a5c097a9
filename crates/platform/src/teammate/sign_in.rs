use database::{Database, Error};

use crate::field::{Email, PasswordHash, Unhashable};
use crate::{Secret, Session, activity};

use super::store;

/// What became of an address and a password.
#[derive(Debug)]
pub enum SignIn {
    /// Signed in.
    SignedIn(NewSession),
    /// The password is right; the session does nothing until [`Session::pass_second_factor`].
    SecondFactorNeeded(NewSession),
    /// Unknown address, wrong password or disabled account: which one is nobody's to know.
    Refused,
}

/// A session and what its cookie holds, once.
#[derive(Debug)]
pub struct NewSession {
    /// The session.
    pub session: Session,
    /// The cookie's content.
    pub token: Secret,
}

/// Why nobody could sign in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The password could not be compared.
    #[error(transparent)]
    Unhashable(#[from] Unhashable),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// Signs in with an address and a password, from `device` (what the browser calls itself). An
/// unknown address takes as long as a wrong password. Takes the database since comparing must
/// not hold a transaction; how often one may try is for the caller to limit.
pub async fn sign_in(
    email: &str,
    password: &str,
    device: &str,
    database: &Database,
) -> Result<SignIn, SignInError> {
    let found = match Email::parse(email) {
        Err(_) => None,
        Ok(email) => {
            let mut tx = database.read().await?;
            store::credentials(&email, &mut tx).await?
        }
    };
    let Some((teammate, hash)) = found else {
        PasswordHash::matches_nobody(password).await?;
        return Ok(SignIn::Refused);
    };
    if !hash.clone().matches(password).await? || teammate.disabled_at.is_some() {
        return Ok(SignIn::Refused);
    }
    let mut tx = database.begin().await?;
    // The password may have been changed while it was compared.
    if store::password(teammate.id, &mut tx).await? != Some(hash) {
        return Ok(SignIn::Refused);
    }
    let pending = teammate.second_factor;
    let started = Session::start(teammate.id, pending, device, &mut tx).await?;
    if !pending {
        let data = serde_json::json!({ "second_factor": false });
        let subject = teammate.subject();
        activity::record_of_teammate(&mut tx, teammate.id, "teammate.signed_in", subject, data)
            .await?;
    }
    tx.commit().await?;
    Ok(if pending { SignIn::SecondFactorNeeded(started) } else { SignIn::SignedIn(started) })
}
