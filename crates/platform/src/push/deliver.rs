use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use database::Database;
use jiff::SignedDuration;
use jobs::{Done, JobContext, JobError};
use sha2::{Digest, Sha256};
use url::Url;
use web_push_native::Auth;
use web_push_native::p256::PublicKey;

use super::{Device, Push, Reach, SendPush, bytes_of, context, key, store};
use crate::outbound::Outbound;
use crate::vault::Vault;

/// How long a push service keeps what it can't hand over.
const KEPT: SignedDuration = SignedDuration::from_hours(4);

/// What pushing needs.
#[derive(Clone)]
pub struct PushKit {
    /// Where devices are.
    pub database: Database,
    /// The one client.
    pub http: Outbound,
    /// What opens their addresses.
    pub vault: Vault,
    /// Whom a push service may write to: the address of this house, `https://…` or `mailto:…`.
    pub contact: String,
}

/// Pushes to a device. One that is gone is forgotten; passing trouble is tried again.
///
/// # Errors
/// [`JobError`].
pub async fn deliver(job: SendPush, context: &JobContext, kit: &PushKit) -> Result<Done, JobError> {
    let mut tx = kit.database.read().await?;
    let sealed = store::reach(job.device, &mut tx).await?;
    let key = key::signing_key(&kit.vault, &mut tx).await.map_err(JobError::dead)?;
    drop(tx);
    let (Some(sealed), Some((key, public))) = (sealed, key) else { return Ok(Done::Finished) };
    let reach = open(&kit.vault, &job, &sealed)?;
    let url = Url::parse(&reach.endpoint).map_err(JobError::dead)?;
    let origin = url.origin().ascii_serialization();
    let signed = key::authorization(&key, &public, &origin, &kit.contact, context.now);
    let topic = URL_SAFE_NO_PAD.encode(&Sha256::digest(job.push.tag.as_bytes())[..24]);
    let answer = kit
        .http
        .post(&reach.endpoint)
        .header("authorization", &signed)
        .header("ttl", &KEPT.as_secs().to_string())
        .header("urgency", "high")
        .header("topic", &topic)
        .header("content-encoding", "aes128gcm")
        .body(sealed_for(&reach, &job.push)?, "application/octet-stream")
        .max_body(16 * 1024)
        .send()
        .await;
    match answer {
        Ok(answer) => settle(job.device, answer.status, kit).await,
        Err(error) => Err(JobError::retry(error.detail())),
    }
}

async fn settle(
    device: primitives::Id<Device>,
    status: u16,
    kit: &PushKit,
) -> Result<Done, JobError> {
    match status {
        200..=299 => {
            let mut tx = kit.database.begin().await?;
            store::reached(device, &mut tx).await?;
            tx.commit().await?;
            Ok(Done::Finished)
        }
        // Turned off in the browser, or turned on for another house's key: it will never answer.
        401 | 403 | 404 | 410 => {
            let mut tx = kit.database.begin().await?;
            store::forget(device, &mut tx).await?;
            tx.commit().await?;
            tracing::info!(%device, status, "a device is gone and was forgotten");
            Ok(Done::Finished)
        }
        429 | 500..=599 => Err(JobError::retry(format!("the push service answered {status}"))),
        _ => Err(JobError::dead(format!("the push service answered {status}"))),
    }
}

fn open(vault: &Vault, job: &SendPush, sealed: &[u8]) -> Result<Reach, JobError> {
    let plain = vault.open(&context(job.device), sealed).map_err(JobError::dead)?;
    serde_json::from_slice(&plain).map_err(JobError::dead)
}

/// What only that browser can read.
fn sealed_for(reach: &Reach, push: &Push) -> Result<Vec<u8>, JobError> {
    let bad = || JobError::dead("the device's keys can't be used");
    let key = bytes_of(&reach.p256dh).ok_or_else(bad)?;
    let key = PublicKey::from_sec1_bytes(&key).map_err(|_| bad())?;
    let secret = bytes_of(&reach.auth).filter(|secret| secret.len() == 16).ok_or_else(bad)?;
    let plain = serde_json::to_vec(push).map_err(JobError::dead)?;
    web_push_native::encrypt(plain, &key, Auth::from_slice(&secret)).map_err(JobError::dead)
}
