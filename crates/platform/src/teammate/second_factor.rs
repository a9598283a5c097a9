use database::{Database, Error, Tx};
use primitives::{Ambient, Id};
use serde_json::json;
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};

use crate::vault::Vault;
use crate::{Subject, activity};

use super::{PasswordError, Teammate, store};

/// What an authenticator application needs, shown once until its first code confirms it.
#[derive(Clone)]
pub struct Enrolment {
    /// The `otpauth://` address, for the QR code.
    pub url: String,
    /// The secret in base 32, to be typed.
    pub secret: String,
}

/// Why a second factor was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SecondFactorError {
    /// The code is wrong, too old, or was used before.
    #[error("this code is wrong, too old, or was used before")]
    WrongCode,
    /// There is a confirmed second factor: it is disabled first.
    #[error("there is a second factor already")]
    AlreadyConfirmed,
    /// No second factor was begun.
    #[error("there is no second factor")]
    None,
    /// The stored secret can't be opened: the key is another than the one that sealed it.
    #[error("the stored secret can't be opened with this key")]
    Sealed,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// How many recovery codes a teammate gets.
const RECOVERY_CODES: usize = 10;
/// Lower case letters and digits without those that look alike (Crockford's).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Teammate {
    /// Begins a second factor: nothing is asked at sign-in until
    /// [`Teammate::confirm_second_factor`]. Begun again, the former secret is forgotten.
    pub async fn begin_second_factor(
        &self,
        vault: &Vault,
        tx: &mut Tx,
    ) -> Result<Enrolment, SecondFactorError> {
        let mut secret = [0; 20];
        tx.ambient().fill(&mut secret);
        let totp = totp(&secret, self.email.as_str())?;
        let sealed = vault.seal(tx.ambient(), &context(self.id), &secret);
        if !store::propose_second_factor(self.id, &sealed, tx).await? {
            return Err(SecondFactorError::AlreadyConfirmed);
        }
        let url = totp.to_url().map_err(|_| SecondFactorError::Sealed)?;
        Ok(Enrolment { url, secret: totp_rs::Secret::from(secret).to_base32() })
    }

    /// Confirms it with a first code of the application. Gives ten recovery codes, to be shown
    /// once: each replaces a code once.
    pub async fn confirm_second_factor(
        &self,
        code: &str,
        vault: &Vault,
        tx: &mut Tx,
    ) -> Result<Vec<String>, SecondFactorError> {
        let stored = store::second_factor(self.id, tx).await?.ok_or(SecondFactorError::None)?;
        if stored.confirmed_at.is_some() {
            return Err(SecondFactorError::AlreadyConfirmed);
        }
        spend_code(self.id, code, &stored.sealed, vault, tx).await?;
        if !store::confirm_second_factor(self.id, tx).await? {
            return Err(SecondFactorError::AlreadyConfirmed);
        }
        let codes = replace_recovery_codes(self.id, tx).await?;
        let verb = "teammate.second_factor_enabled";
        activity::record_of_teammate(tx, self.id, verb, self.subject(), json!({})).await?;
        Ok(codes)
    }

    /// Takes a code of the application, or a recovery code. A code of the application works once,
    /// within 30 s before or after its time.
    pub(crate) async fn check_second_factor(
        id: Id<Teammate>,
        code: &str,
        vault: &Vault,
        tx: &mut Tx,
    ) -> Result<(), SecondFactorError> {
        let stored = store::second_factor(id, tx).await?;
        let stored = stored.filter(|stored| stored.confirmed_at.is_some());
        let stored = stored.ok_or(SecondFactorError::None)?;
        let code = plain(code);
        if code.len() == 6 {
            return spend_code(id, &code, &stored.sealed, vault, tx).await;
        }
        if !store::spend_recovery_code(id, &hash(&code), tx).await? {
            return Err(SecondFactorError::WrongCode);
        }
        let left = store::recovery_codes_left(id, tx).await?;
        let subject = Subject::new("teammate", id);
        let data = json!({ "left": left });
        let verb = "teammate.recovery_code_used";
        Ok(activity::record_of_teammate(tx, id, verb, subject, data).await?)
    }

    /// How many recovery codes are left.
    pub async fn recovery_codes_left(&self, tx: &mut Tx) -> Result<i64, Error> {
        store::recovery_codes_left(self.id, tx).await
    }

    /// Ten other recovery codes, shown once; the former ones are void. Asks the password.
    pub async fn renew_recovery_codes(
        &self,
        password: &str,
        database: &Database,
    ) -> Result<Vec<String>, PasswordError> {
        self.check_password(password, database).await?;
        let mut tx = database.begin().await?;
        let codes = replace_recovery_codes(self.id, &mut tx).await?;
        let verb = "teammate.recovery_codes_renewed";
        activity::record_of_teammate(&mut tx, self.id, verb, self.subject(), json!({})).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Signs in without a second factor from now on. Asks the password.
    pub async fn disable_second_factor(
        &self,
        password: &str,
        database: &Database,
    ) -> Result<(), PasswordError> {
        self.check_password(password, database).await?;
        let mut tx = database.begin().await?;
        self.remove_second_factor(&mut tx).await?;
        Ok(tx.commit().await?)
    }

    /// Removes the second factor of someone who lost theirs: from the command line.
    pub async fn remove_second_factor(&self, tx: &mut Tx) -> Result<(), Error> {
        store::remove_second_factor(self.id, tx).await?;
        let verb = "teammate.second_factor_disabled";
        activity::record_of_teammate(tx, self.id, verb, self.subject(), json!({})).await
    }
}

async fn spend_code(
    id: Id<Teammate>,
    code: &str,
    sealed: &[u8],
    vault: &Vault,
    tx: &mut Tx,
) -> Result<(), SecondFactorError> {
    let secret = vault.open(&context(id), sealed).map_err(|_| SecondFactorError::Sealed)?;
    let seconds = u64::try_from(tx.now().as_second()).unwrap_or(0);
    let step = totp(&secret, "")?.check(&plain(code), seconds);
    let step = step.and_then(|step| i64::try_from(step).ok());
    let step = step.ok_or(SecondFactorError::WrongCode)?;
    if store::spend_step(id, step, tx).await? { Ok(()) } else { Err(SecondFactorError::WrongCode) }
}

/// What binds a sealed secret to its teammate.
fn context(id: Id<Teammate>) -> Vec<u8> {
    format!("teammate.totp {id}").into_bytes()
}

/// Six digits each 30 s, one step of tolerance on each side, SHA-1: what every application takes
/// (RFC 6238).
fn totp(secret: &[u8], account: &str) -> Result<Totp, SecondFactorError> {
    Builder::new()
        .with_secret(secret)
        .with_skew(1)
        .with_account_name(account)
        .with_issuer(Some("Parvis"))
        .build()
        .map_err(|_| SecondFactorError::Sealed)
}

async fn replace_recovery_codes(id: Id<Teammate>, tx: &mut Tx) -> Result<Vec<String>, Error> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| recovery_code(tx.ambient())).collect();
    let hashes = codes.iter().map(|code| hash(&plain(code))).collect();
    store::remove_recovery_codes(id, tx).await?;
    store::insert_recovery_codes(id, hashes, tx).await?;
    Ok(codes)
}

/// `xxxx-xxxx-xxxx-xxxx`: 80 random bits, so that a fast hash is enough.
fn recovery_code(ambient: &Ambient) -> String {
    let mut bytes = [0; 16];
    ambient.fill(&mut bytes);
    let mut code = String::with_capacity(19);
    for (position, byte) in bytes.iter().enumerate() {
        if position > 0 && position % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(ALPHABET[usize::from(byte & 31)]));
    }
    code
}

fn hash(code: &str) -> String {
    hex::encode(Sha256::digest(code.as_bytes()))
}

/// A code as typed, without its spaces and hyphens, in lower case.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}
