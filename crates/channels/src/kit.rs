use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use database::{Database, Tx};
use jiff::SignedDuration;
use platform::media::MediaStore;
use platform::outbound::Outbound;
use platform::vault::Vault;
use primitives::Id;

use crate::call::Call;
use crate::channel::{Channel, StoredCredentials};
use crate::connector::{Connector, Site};
use crate::feeds::FeedReader;
use crate::publication::{HeldBy, Publication};

/// The networks that this program knows, by key, and what reads feeds. Filled by `app`, the only
/// wiring.
#[derive(Clone, Default)]
pub struct Connectors {
    networks: Arc<BTreeMap<&'static str, Arc<dyn Connector>>>,
    feeds: Option<Arc<dyn FeedReader>>,
}

impl Connectors {
    /// The registry of these connectors.
    pub fn new(connectors: impl IntoIterator<Item = Arc<dyn Connector>>) -> Self {
        let networks = connectors.into_iter().map(|c| (c.network().key, c)).collect();
        Self { networks: Arc::new(networks), feeds: None }
    }

    /// The same, able to read feeds.
    #[must_use]
    pub fn with_feeds(mut self, reader: Arc<dyn FeedReader>) -> Self {
        self.feeds = Some(reader);
        self
    }

    /// What reads feeds, if this program can.
    pub fn feeds(&self) -> Option<&Arc<dyn FeedReader>> {
        self.feeds.as_ref()
    }

    /// The connector of a network, if this program has one.
    pub fn get(&self, network: &str) -> Option<&Arc<dyn Connector>> {
        self.networks.get(network)
    }

    /// Where the network of a channel posted to by hand lives, where that is known.
    pub fn site_of(&self, channel: &Channel) -> Option<&'static Site> {
        self.get(&channel.network)?.site_by_hand(&channel.network_name)
    }

    /// Every connector, by key.
    pub fn all(&self) -> impl Iterator<Item = &Arc<dyn Connector>> {
        self.networks.values()
    }
}

/// What is needed to act on channels outside a transaction.
#[derive(Clone)]
pub struct ChannelKit {
    /// The database.
    pub database: Database,
    /// The networks known.
    pub connectors: Connectors,
    /// The one HTTP client.
    pub http: Outbound,
    /// Pictures' bytes.
    pub media: MediaStore,
    /// What seals credentials.
    pub vault: Vault,
    /// This running program, as leases name it.
    pub instance: Id<Instance>,
    /// How patient the fence is.
    pub fence: FenceSettings,
    /// What looks at a publication a last time before it is frozen.
    pub last_look: Arc<dyn LastLook>,
}

/// A room's say before a publication is frozen: rooms above the fence (guard rails, approvals)
/// may keep it back, in the transaction that would freeze it.
#[async_trait]
pub trait LastLook: Send + Sync {
    /// Why it may not leave now, if it may not.
    async fn look(
        &self,
        publication: &Publication,
        tx: &mut Tx,
    ) -> Result<Option<HeldBy>, database::Error>;
}

/// Lets everything through: for what has no room above the fence.
#[derive(Debug, Clone, Copy, Default)]
pub struct NothingToSay;

#[async_trait]
impl LastLook for NothingToSay {
    async fn look(
        &self,
        _publication: &Publication,
        _tx: &mut Tx,
    ) -> Result<Option<HeldBy>, database::Error> {
        Ok(None)
    }
}

/// One running program.
#[derive(Debug)]
pub enum Instance {}

/// How patient the send fence is.
#[derive(Debug, Clone, Copy)]
pub struct FenceSettings {
    /// How long a send may take before it counts as lost: longer than the HTTP client's limit.
    pub lease: SignedDuration,
    /// How long after a send a network that does not honour keys may still make it appear;
    /// only after this does "not there" count.
    pub settle: SignedDuration,
    /// The wait before the first check of an uncertain publication; doubles each time.
    pub first_check: SignedDuration,
    /// The wait before a first retry after passing trouble; doubles each time, up to 15 minutes.
    pub first_retry: SignedDuration,
    /// How long passing trouble or silence is borne before a person is asked.
    pub patience: SignedDuration,
}

impl Default for FenceSettings {
    fn default() -> Self {
        Self {
            lease: SignedDuration::from_secs(120),
            settle: SignedDuration::from_secs(120),
            first_check: SignedDuration::from_secs(5),
            first_retry: SignedDuration::from_secs(20),
            patience: SignedDuration::from_hours(12),
        }
    }
}

impl ChannelKit {
    /// What a connector needs to act for this channel now.
    pub fn call(&self, channel: &Channel) -> Call {
        Call {
            channel: channel.id,
            server: channel.server.clone(),
            remote_account_id: channel.remote_account_id.clone(),
            handle: channel.handle.clone(),
            limits: channel.limits.clone(),
            http: self.http.clone(),
            media: self.media.clone(),
            now: self.database.ambient().now(),
            keeper: Arc::new(StoredCredentials::new(self, channel.id)),
        }
    }
}
