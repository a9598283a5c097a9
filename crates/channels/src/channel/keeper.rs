use std::time::Duration;

use async_trait::async_trait;
use database::{Database, Tx};
use jiff::SignedDuration;
use platform::vault::Vault;
use primitives::Id;
use serde_json::Value;

use super::{Channel, store};
use crate::call::{CredentialKeeper, Credentials, Renew};
use crate::kit::ChannelKit;
use crate::outcome::NetworkError;

/// How long one renewal may take before another instance takes its turn.
const TURN: SignedDuration = SignedDuration::from_secs(60);

/// A channel's credentials as the database keeps them, sealed.
pub struct StoredCredentials {
    database: Database,
    vault: Vault,
    channel: Id<Channel>,
}

impl StoredCredentials {
    pub(crate) fn new(kit: &ChannelKit, channel: Id<Channel>) -> Self {
        Self { database: kit.database.clone(), vault: kit.vault.clone(), channel }
    }

    async fn load(&self) -> Result<Credentials, NetworkError> {
        let mut tx = self.database.read().await.map_err(passing)?;
        let stored = store::credentials(self.channel, &mut tx).await.map_err(passing)?;
        let Some((version, sealed)) = stored else {
            return Err(NetworkError::Reauthorize { detail: "no credentials are kept".to_owned() });
        };
        let plain = self.vault.open(self.channel.bytes(), &sealed).map_err(|_| {
            let detail = "the stored credentials can't be opened with this key file".to_owned();
            NetworkError::Reauthorize { detail }
        })?;
        let secret = serde_json::from_slice(&plain).map_err(|_| NetworkError::Reauthorize {
            detail: "the stored credentials can't be read".to_owned(),
        })?;
        Ok(Credentials { version, secret })
    }

    async fn take_turn(&self, seen: i64) -> Result<bool, database::Error> {
        let mut tx = self.database.begin().await?;
        let until = tx.now() + TURN;
        let taken = store::take_renewal(self.channel, seen, until, &mut tx).await?;
        tx.commit().await?;
        Ok(taken)
    }

    async fn keep(&self, seen: &Credentials, new: Value) -> Result<Credentials, NetworkError> {
        let secret = without_empty_values(&seen.secret, new);
        let mut tx = self.database.begin().await.map_err(passing)?;
        let sealed = seal(&self.vault, self.channel, &secret, &tx);
        store::renewed(self.channel, seen.version, &sealed, &mut tx).await.map_err(passing)?;
        tx.commit().await.map_err(passing)?;
        Ok(Credentials { version: seen.version + 1, secret })
    }

    async fn leave_turn(&self) -> Result<(), database::Error> {
        let mut tx = self.database.begin().await?;
        store::leave_renewal(self.channel, &mut tx).await?;
        tx.commit().await
    }
}

#[async_trait]
impl CredentialKeeper for StoredCredentials {
    async fn current(&self) -> Result<Credentials, NetworkError> {
        self.load().await
    }

    async fn renew(&self, stale: Credentials, renew: Renew) -> Result<Credentials, NetworkError> {
        // Another instance may hold the turn: wait for what it brings, up to its whole turn.
        for _ in 0..130 {
            let current = self.load().await?;
            if current.version > stale.version {
                return Ok(current);
            }
            if self.take_turn(current.version).await.map_err(passing)? {
                return match renew(current.clone()).await {
                    Ok(new) => self.keep(&current, new).await,
                    Err(error) => {
                        self.leave_turn().await.map_err(passing)?;
                        Err(error)
                    }
                };
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        Err(NetworkError::Retry {
            detail: "the token is still being renewed".to_owned(),
            after: None,
        })
    }
}

pub(super) fn seal(vault: &Vault, channel: Id<Channel>, secret: &Value, tx: &Tx) -> Vec<u8> {
    vault.seal(tx.ambient(), channel.bytes(), secret.to_string().as_bytes())
}

/// The new values over the old: an empty answer of a network never wipes a token.
fn without_empty_values(old: &Value, new: Value) -> Value {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let mut merged = old.clone();
            for (key, value) in new {
                if !value.is_null() && value != Value::String(String::new()) {
                    merged.insert(key, value);
                }
            }
            Value::Object(merged)
        }
        (old, Value::Null) => old.clone(),
        (_, new) => new,
    }
}

fn passing(error: database::Error) -> NetworkError {
    NetworkError::Retry { detail: error.to_string(), after: None }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::without_empty_values;

    #[test]
    fn an_empty_answer_never_wipes_a_token() {
        let old = json!({ "access": "a", "refresh": "r" });
        let new = json!({ "access": "b", "refresh": "", "extra": null });
        assert_eq!(without_empty_values(&old, new), json!({ "access": "b", "refresh": "r" }));
    }
}
