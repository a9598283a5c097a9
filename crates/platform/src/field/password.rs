use std::fmt;
use std::sync::LazyLock;

use argon2::password_hash::{PasswordHash as Parsed, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use database::{FromValue, IntoValue, Mismatch, Value};
use primitives::Ambient;
use secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;

/// A password that a person chose and that may be kept: long enough and not among the most
/// common (NIST SP 800-63B, 3.1.1.2); no rule on its composition.
#[derive(Debug, Clone)]
pub struct Password(SecretString);

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// It has fewer than [`Password::SHORTEST`] characters.
    #[error("the password has fewer than {} characters", Password::SHORTEST)]
    TooShort,
    /// It has more than [`Password::LONGEST`] characters.
    #[error("the password has more than {} characters", Password::LONGEST)]
    TooLong,
    /// It is among the first that anyone would try.
    #[error("the password is among the most common")]
    TooCommon,
}

impl Password {
    /// The fewest characters.
    pub const SHORTEST: usize = 10;
    /// The most characters: enough for any phrase, and a bound on the work of hashing.
    pub const LONGEST: usize = 200;

    /// Reads a new password.
    pub fn parse(text: &str) -> Result<Self, PasswordProblem> {
        let password = normalized(text);
        let plain = password.expose_secret();
        match plain.chars().count() {
            n if n < Self::SHORTEST => Err(PasswordProblem::TooShort),
            n if n > Self::LONGEST => Err(PasswordProblem::TooLong),
            _ if is_common(plain) => Err(PasswordProblem::TooCommon),
            _ => Ok(Self(password)),
        }
    }

    /// Hashes it with argon2id on a thread of its own, 10 to 50 ms: before the transaction, never
    /// inside it.
    ///
    /// # Errors
    /// [`Unhashable`] when the machine has no memory left for it (19 MiB), or is stopping.
    pub async fn hash(self, ambient: &Ambient) -> Result<PasswordHash, Unhashable> {
        let mut salt = [0; 16];
        ambient.fill(&mut salt);
        tokio::task::spawn_blocking(move || hash_with(self.0.expose_secret(), &salt))
            .await
            .map_err(|error| Unhashable(error.to_string()))?
    }
}

/// A password's argon2id hash (PHC text, with its parameters and salt).
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

/// A password could not be hashed or compared.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct Unhashable(String);

impl PasswordHash {
    /// Whether `attempt` is the password, on a thread of its own.
    ///
    /// # Errors
    /// [`Unhashable`].
    pub async fn matches(self, attempt: &str) -> Result<bool, Unhashable> {
        if attempt.len() > 4 * Password::LONGEST {
            return Ok(false);
        }
        let attempt = normalized(attempt);
        tokio::task::spawn_blocking(move || self.verify(attempt.expose_secret()))
            .await
            .map_err(|error| Unhashable(error.to_string()))
    }

    /// Compares with a hash that matches nothing, so that an unknown address takes as long to
    /// refuse as a wrong password.
    ///
    /// # Errors
    /// [`Unhashable`].
    pub(crate) async fn matches_nobody(attempt: &str) -> Result<(), Unhashable> {
        static NOBODY: LazyLock<Option<PasswordHash>> =
            LazyLock::new(|| hash_with("", b"nobody is behind").ok());
        if let Some(nobody) = NOBODY.clone() {
            nobody.matches(attempt).await?;
        }
        Ok(())
    }

    fn verify(&self, attempt: &str) -> bool {
        Parsed::new(&self.0)
            .is_ok_and(|hash| Argon2::default().verify_password(attempt.as_bytes(), &hash).is_ok())
    }
}

fn hash_with(password: &str, salt: &[u8]) -> Result<PasswordHash, Unhashable> {
    // OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
    let work = Params::new(19_456, 2, 1, None).map_err(|error| Unhashable(error.to_string()))?;
    let salt = SaltString::encode_b64(salt).map_err(|error| Unhashable(error.to_string()))?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, work)
        .hash_password(password.as_bytes(), &salt)
        .map(|hash| PasswordHash(hash.to_string()))
        .map_err(|error| Unhashable(error.to_string()))
}

/// One spelling for keyboards that compose accents differently (NIST asks for NFKC or NFKD).
fn normalized(text: &str) -> SecretString {
    text.nfkc().collect::<String>().into()
}

fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let mut characters = lower.chars();
    let first = characters.next();
    characters.all(|c| Some(c) == first)
        || include_str!("common_passwords.txt").lines().any(|common| common == lower)
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

impl IntoValue for PasswordHash {
    fn into_value(self) -> Value {
        Value::Text(self.0)
    }
}

impl FromValue for PasswordHash {
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        String::from_value(value).map(Self)
    }
}
