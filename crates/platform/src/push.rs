//! Notifications pushed to teammates' devices (Web Push: RFC 8030, 8291, 8292), so that a phone
//! in a pocket says what is due.
//!
//! A device is a browser that its teammate turned on; where it is reached and its keys are
//! sealed. A push is told in few words (a title, a line, an address of the house), encrypted for
//! that browser alone, and signed with the one key of this house.

mod deliver;
mod key;
mod store;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use database::{Error, Tx};
use jiff::Timestamp;
use jobs::{Enqueue, Job};
use primitives::Id;
use primitives::text::shorten;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use url::Url;
use web_push_native::p256::PublicKey;

use crate::vault::Vault;
use crate::{Brand, Teammate};

pub use deliver::{PushKit, deliver};
pub use key::public_key;

/// The most devices a teammate may turn on.
pub const MOST: usize = 20;

/// A browser that its teammate is told things on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Which one.
    pub id: Id<Device>,
    /// What the browser calls itself.
    pub device: String,
    /// The hash of its address, by which it knows itself again.
    pub mark: String,
    /// Since when it is turned on.
    pub created_at: Timestamp,
    /// When something last reached its push service.
    pub reached_at: Option<Timestamp>,
}

/// What a browser says of itself when it is turned on.
#[derive(Debug, Clone, Deserialize)]
pub struct NewDevice {
    /// Its address at its push service.
    pub endpoint: String,
    /// Its public key, in base64url.
    pub p256dh: String,
    /// Its secret, in base64url.
    pub auth: String,
    /// What it calls itself.
    #[serde(default)]
    pub device: String,
}

/// Why a device was not turned on.
#[derive(Debug, thiserror::Error)]
pub enum PushError {
    /// The address is not one of a push service: not HTTPS, or on a private network.
    #[error("this is not the address of a push service")]
    NotAnAddress,
    /// The browser's keys can't be used.
    #[error("these keys can't be used")]
    BadKeys,
    /// A teammate has at most [`MOST`].
    #[error("at most {MOST} devices")]
    TooMany,
    /// The key of the house can't be opened.
    #[error("the key that signs pushed notifications can't be opened: {0}")]
    Sealed(String),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push {
    /// Its title: one short line.
    pub title: String,
    /// A line under it.
    pub body: String,
    /// Where it leads, in this house.
    pub url: String,
    /// What it is about: a later one about the same takes its place.
    pub tag: String,
}

/// The job that pushes to one device.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendPush {
    /// Where.
    pub device: Id<Device>,
    /// What.
    pub push: Push,
}

impl Job for SendPush {
    const KIND: &'static str = "send_push";
    /// What is due is of no use the day after.
    const MAX_ATTEMPTS: u32 = 8;
    const LEASE: Duration = Duration::from_secs(60);
}

/// Where a device is reached, as it is sealed.
#[derive(Serialize, Deserialize)]
struct Reach {
    endpoint: String,
    p256dh: String,
    auth: String,
}

impl Push {
    /// The same, short enough for every push service.
    fn short(&self) -> Self {
        Self {
            title: shorten(&self.title, 120).into_owned(),
            body: shorten(&self.body, 200).into_owned(),
            url: self.url.clone(),
            tag: self.tag.clone(),
        }
    }
}

impl Device {
    /// Turns a browser on for a teammate; one that was known is theirs from now on.
    /// `allow_private` takes push services on private networks.
    ///
    /// # Errors
    /// [`PushError`].
    pub async fn add(
        new: NewDevice,
        teammate: Id<Teammate>,
        allow_private: bool,
        vault: &Vault,
        tx: &mut Tx,
    ) -> Result<Self, PushError> {
        let url = Url::parse(new.endpoint.trim()).map_err(|_| PushError::NotAnAddress)?;
        let reached = crate::outbound::may_reach(&url, allow_private);
        if !reached || new.endpoint.len() > 2000 {
            return Err(PushError::NotAnAddress);
        }
        let key = bytes_of(&new.p256dh).and_then(|key| PublicKey::from_sec1_bytes(&key).ok());
        let secret = bytes_of(&new.auth).filter(|secret| secret.len() == 16);
        if key.is_none() || secret.is_none() {
            return Err(PushError::BadKeys);
        }
        let hash = hex::encode(Sha256::digest(url.as_str()));
        let known = store::by_hash(&hash, tx).await?;
        if known.is_none() && store::of_teammate(teammate, tx).await?.len() >= MOST {
            return Err(PushError::TooMany);
        }
        let device = Self {
            id: known.unwrap_or_else(|| tx.new_id()),
            device: new.device.chars().take(300).collect(),
            mark: hash.clone(),
            created_at: tx.now(),
            reached_at: None,
        };
        let reach = Reach { endpoint: url.into(), p256dh: new.p256dh, auth: new.auth };
        let plain = serde_json::to_vec(&reach).map_err(|error| Error::Other(error.into()))?;
        let sealed = vault.seal(tx.ambient(), &context(device.id), &plain);
        store::put(&device, teammate, &hash, &sealed, tx).await?;
        Ok(device)
    }

    /// The teammate's devices, oldest first.
    pub async fn of_teammate(teammate: Id<Teammate>, tx: &mut Tx) -> Result<Vec<Self>, Error> {
        store::of_teammate(teammate, tx).await
    }

    /// Turns off the one that is reached at this address, if it is the teammate's.
    pub async fn remove_reached_at(
        endpoint: &str,
        teammate: Id<Teammate>,
        tx: &mut Tx,
    ) -> Result<bool, Error> {
        let Ok(url) = Url::parse(endpoint.trim()) else { return Ok(false) };
        let known = store::by_hash(&hex::encode(Sha256::digest(url.as_str())), tx).await?;
        match known {
            Some(id) => store::remove(id, teammate, tx).await,
            None => Ok(false),
        }
    }

    /// Turns one of the teammate's own off; false when it is not theirs.
    pub async fn remove(
        id: Id<Device>,
        teammate: Id<Teammate>,
        tx: &mut Tx,
    ) -> Result<bool, Error> {
        store::remove(id, teammate, tx).await
    }
}

/// Pushes to each device of a teammate, by jobs of the caller's transaction; the number of them.
pub async fn tell(
    teammate: Id<Teammate>,
    push: &Push,
    brand: Option<Id<Brand>>,
    tx: &mut Tx,
) -> Result<usize, Error> {
    let devices = store::of_teammate(teammate, tx).await?;
    for device in &devices {
        let job = SendPush { device: device.id, push: push.short() };
        let how = match brand {
            Some(brand) => Enqueue::now().brand(brand),
            None => Enqueue::now(),
        };
        jobs::enqueue(tx, &job, how).await?;
    }
    Ok(devices.len())
}

fn context(device: Id<Device>) -> Vec<u8> {
    format!("push_device:{device}").into_bytes()
}

/// Base64 as browsers and libraries write it: with or without padding, of either alphabet.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    let text = text.trim();
    URL_SAFE_NO_PAD
        .decode(text)
        .or_else(|_| URL_SAFE.decode(text))
        .or_else(|_| STANDARD.decode(text))
        .ok()
}
