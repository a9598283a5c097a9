use std::sync::Arc;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use platform::media::MediaStore;
use platform::outbound::Outbound;
use primitives::Id;

use crate::channel::Channel;
use crate::limits::Limits;
use crate::outcome::NetworkError;

/// Everything a connector needs to act for one channel at one instant.
#[derive(Clone)]
pub struct Call {
    /// The channel.
    pub channel: Id<Channel>,
    /// The server's origin.
    pub server: String,
    /// The account's lasting id at the network.
    pub remote_account_id: String,
    /// The account's handle.
    pub handle: String,
    /// What the network takes from this account.
    pub limits: Limits,
    /// The one HTTP client: bounded, never to private addresses.
    pub http: Outbound,
    /// Pictures' bytes.
    pub media: MediaStore,
    /// The present.
    pub now: Timestamp,
    /// The stored credentials and their renewal.
    pub keeper: Arc<dyn CredentialKeeper>,
}

/// What is stored of a sign-in. Never printed.
#[derive(Clone)]
pub struct Credentials {
    /// Counts renewals, so that two instances never renew the same token.
    pub version: i64,
    /// The connector's own data.
    pub secret: serde_json::Value,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Credentials(version {}, sealed)", self.version)
    }
}

/// Makes new credentials from stale ones; runs at most once at a time for a channel.
pub type Renew = Box<
    dyn FnOnce(Credentials) -> BoxFuture<'static, Result<serde_json::Value, NetworkError>> + Send,
>;

/// Keeps a channel's credentials: reads them, and renews them one instance at a time.
#[async_trait]
pub trait CredentialKeeper: Send + Sync {
    /// The credentials as they are now.
    async fn current(&self) -> Result<Credentials, NetworkError>;
    /// Renews `stale` unless another instance has already; stores and returns the new ones.
    /// Empty values never replace stored ones.
    async fn renew(&self, stale: Credentials, renew: Renew) -> Result<Credentials, NetworkError>;
}
