use database::{Tx, params, sql};
use jiff::{SignedDuration, Timestamp};
use platform::vault::Vault;
use platform::{Actor, Right};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::ChannelError;

/// How long a person has to agree on the network's page.
const VALID_FOR: SignedDuration = SignedDuration::from_mins(20);

/// A sign-in begun at a network's own page, waiting for the person to come back.
#[derive(Debug, Clone)]
pub struct PendingAuthorization {
    /// The connector's key.
    pub network: String,
    /// What the connector asked to keep.
    pub kept: Value,
}

impl PendingAuthorization {
    /// Keeps what `finish` will need, sealed, under the hash of the `state` that comes back.
    pub async fn keep(
        &self,
        state: &str,
        vault: &Vault,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChannelError> {
        actor.must(Right::ManageChannels)?;
        let hash = hash(state);
        let kept = self.kept.to_string();
        let sealed = vault.seal(tx.ambient(), hash.as_bytes(), kept.as_bytes());
        let values = params![
            tx.new_id::<PendingAuthorization>(),
            actor.brand(),
            actor.teammate_id(),
            &self.network,
            &hash,
            sealed,
            tx.now(),
            tx.now() + VALID_FOR
        ];
        tx.execute(
            sql!(
                "INSERT INTO channel_authorization (id, brand_id, teammate_id, network,
                 state_hash, data, created_at, expires_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            values,
        )
        .await?;
        Ok(())
    }

    /// Takes back what was kept for this `state`, once, if the same teammate comes back in time.
    pub async fn take(
        state: &str,
        vault: &Vault,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<PendingAuthorization>, ChannelError> {
        actor.must(Right::ManageChannels)?;
        let hash = hash(state);
        let row = tx
            .query_opt(
                sql!(
                    "DELETE FROM channel_authorization WHERE state_hash = $1 AND brand_id = $2
                     AND teammate_id = $3 RETURNING network, data, expires_at"
                ),
                params![&hash, actor.brand(), actor.teammate_id()],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        if row.get::<Timestamp>("expires_at")? < tx.now() {
            return Ok(None);
        }
        let plain = vault
            .open(hash.as_bytes(), &row.get::<Vec<u8>>("data")?)
            .map_err(|e| ChannelError::Vault(e.to_string()))?;
        let kept =
            serde_json::from_slice(&plain).map_err(|e| ChannelError::Vault(e.to_string()))?;
        Ok(Some(PendingAuthorization { network: row.get("network")?, kept }))
    }
}

fn hash(state: &str) -> String {
    hex::encode(Sha256::digest(state.as_bytes()))
}
