//! A session: a teammate signed in on one device, known by a token in a cookie.

use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use primitives::Id;

use crate::teammate::{NewSession, SecondFactorError};
use crate::vault::Vault;
use crate::{Secret, Subject, Teammate, activity};

mod store;

/// A teammate signed in on one device, or half-way to it.
#[derive(Debug, Clone)]
pub struct Session {
    /// Which one.
    pub id: Id<Session>,
    /// Who.
    pub teammate: Id<Teammate>,
    /// What forms carry, so that another site can't send them.
    pub csrf_token: String,
    /// The password was right, the second factor is still to be given: nothing else is allowed.
    pub second_factor_pending: bool,
    /// What the browser calls itself, to be recognised in the list.
    pub device: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used, to 5 minutes.
    pub seen_at: Timestamp,
    /// When it ends unless it is used.
    pub expires_at: Timestamp,
}

/// How long a session lives without being used.
const LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long the second factor may take.
const LIFE_PENDING: SignedDuration = SignedDuration::from_mins(10);
/// How exactly its last use is known: so a page is not a write.
const TOUCHED_EACH: SignedDuration = SignedDuration::from_mins(5);
/// What is kept of a browser's name, in characters.
const LONGEST_DEVICE: usize = 200;

impl Session {
    /// Opens a session; the secret goes into the cookie.
    pub(crate) async fn start(
        teammate: Id<Teammate>,
        second_factor_pending: bool,
        device: &str,
        tx: &mut Tx,
    ) -> Result<NewSession, Error> {
        let now = tx.now();
        let token = Secret::new("", tx.ambient());
        let csrf_token = Secret::new("", tx.ambient()).reveal().to_owned();
        let life = if second_factor_pending { LIFE_PENDING } else { LIFE };
        let session = Self {
            id: tx.new_id(),
            teammate,
            csrf_token,
            second_factor_pending,
            device: device.chars().filter(|c| !c.is_control()).take(LONGEST_DEVICE).collect(),
            created_at: now,
            seen_at: now,
            expires_at: now.saturating_add(life).unwrap_or(now),
        };
        store::insert(&session, &token, tx).await?;
        Ok(NewSession { session, token })
    }

    /// Opens a session for a teammate who has just proved who they are otherwise: by setting
    /// Parvis up or by accepting an invitation.
    pub async fn open(teammate: &Teammate, device: &str, tx: &mut Tx) -> Result<NewSession, Error> {
        Self::start(teammate.id, teammate.second_factor, device, tx).await
    }

    /// The session of that token, with its teammate, unless it is over or its teammate is
    /// disabled. See [`Session::second_factor_pending`] before anything else.
    pub async fn load(token: &Secret, tx: &mut Tx) -> Result<Option<(Self, Teammate)>, Error> {
        let now = tx.now();
        store::by_token(token, now, tx).await
    }

    /// Whether its use is to be noted now ([`Session::touch`], in a transaction that writes).
    pub fn is_to_be_touched(&self, now: Timestamp) -> bool {
        !self.second_factor_pending && now.duration_since(self.seen_at) >= TOUCHED_EACH
    }

    /// Notes its use, and so puts its end off, if that has not been done for 5 minutes.
    pub async fn touch(&self, tx: &mut Tx) -> Result<(), Error> {
        let now = tx.now();
        if !self.is_to_be_touched(now) {
            return Ok(());
        }
        let expires_at = now.saturating_add(LIFE).unwrap_or(now);
        store::touch(self.id, now, expires_at, tx).await
    }

    /// Gives the second factor: a code of the application or a recovery code. This session ends
    /// and a whole one takes its place, with another token.
    ///
    /// # Errors
    /// [`SecondFactorError::WrongCode`]; the number of tries is for the caller to limit.
    pub async fn pass_second_factor(
        self,
        code: &str,
        vault: &Vault,
        tx: &mut Tx,
    ) -> Result<NewSession, SecondFactorError> {
        Teammate::check_second_factor(self.teammate, code, vault, tx).await?;
        if !store::remove(self.teammate, self.id, tx).await? {
            return Err(SecondFactorError::WrongCode);
        }
        let whole = Self::start(self.teammate, false, &self.device, tx).await?;
        let subject = Subject::new("teammate", self.teammate);
        let data = serde_json::json!({ "second_factor": true });
        activity::record_of_teammate(tx, self.teammate, "teammate.signed_in", subject, data)
            .await?;
        Ok(whole)
    }

    /// The teammate's sessions that are not over, the last used first.
    pub async fn of_teammate(teammate: Id<Teammate>, tx: &mut Tx) -> Result<Vec<Self>, Error> {
        let now = tx.now();
        store::of_teammate(teammate, now, tx).await
    }

    /// Signs out.
    pub async fn end(self, tx: &mut Tx) -> Result<(), Error> {
        store::remove(self.teammate, self.id, tx).await.map(drop)
    }

    /// Ends one of the teammate's own sessions; false when it is not theirs or already over.
    pub async fn revoke(
        teammate: Id<Teammate>,
        session: Id<Session>,
        tx: &mut Tx,
    ) -> Result<bool, Error> {
        store::remove(teammate, session, tx).await
    }

    /// Signs the teammate out everywhere, except from `keep`; the number of sessions ended.
    pub async fn revoke_all(
        teammate: Id<Teammate>,
        keep: Option<Id<Session>>,
        tx: &mut Tx,
    ) -> Result<u64, Error> {
        store::remove_all(teammate, keep, tx).await
    }

    /// Forgets the sessions that are over: for recurring work.
    pub async fn purge(tx: &mut Tx) -> Result<u64, Error> {
        let now = tx.now();
        store::purge(now, tx).await
    }
}
