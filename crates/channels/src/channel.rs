//! A channel: one connected presence of a brand on a network.

mod keeper;
mod pending;
mod relearn;
mod store;

use database::{Tx, text_enum};
use jiff::Timestamp;
use platform::Brand;
use platform::activity::{self, Subject};
use platform::vault::Vault;
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use serde_json::json;

use crate::connector::Connected;
use crate::limits::Limits;

pub use keeper::StoredCredentials;
pub use pending::PendingAuthorization;
pub use relearn::learn_limits_again;

/// One connected presence of a brand on a network.
#[derive(Debug, Clone)]
pub struct Channel {
    /// Its id.
    pub id: Id<Channel>,
    /// The brand it speaks for.
    pub brand: Id<Brand>,
    /// The connector's key: `bluesky`, `mastodon`, `assisted`.
    pub network: String,
    /// The network's name as people say it: `Bluesky`, `LinkedIn`.
    pub network_name: String,
    /// The server's origin; empty for assisted channels.
    pub server: String,
    /// The account's lasting id at the network.
    pub remote_account_id: String,
    /// The handle, without a leading at sign.
    pub handle: String,
    /// The display name.
    pub name: String,
    /// The profile's page.
    pub profile_url: Option<String>,
    /// The profile's picture.
    pub avatar_url: Option<String>,
    /// Through the network's interface, or by a person's hand.
    pub mode: Mode,
    /// Whether it works.
    pub state: ChannelState,
    /// What the network takes.
    pub limits: Limits,
    /// Followers when last read.
    pub followers: Option<i64>,
    /// When its inbox was last read.
    pub inbox_checked_at: Option<Timestamp>,
    /// Since when nothing is sent on it, by a person's decision.
    pub paused_at: Option<Timestamp>,
    /// When it was connected.
    pub created_at: Timestamp,
    /// When it was removed, if it was.
    pub removed_at: Option<Timestamp>,
}

text_enum! {
    /// How things are published on a channel.
    pub enum Mode {
        /// By Parvis, through the network's interface.
        Api => "api",
        /// By a person, with everything ready to copy.
        Assisted => "assisted",
    }
}

/// Whether a channel works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChannelState {
    /// It does.
    Connected,
    /// The network refuses its credentials: a person must connect it again.
    NeedsReconnection {
        /// What the network said.
        detail: String,
        /// Since when.
        since: Timestamp,
    },
}

/// Why something could not be done to a channel.
#[derive(Debug, thiserror::Error)]
pub enum ChannelError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// There is no such channel in the actor's brand.
    #[error("there is no such channel in this brand")]
    NotFound,
    /// The credentials could not be sealed or opened.
    #[error("the key that seals credentials does not fit: {0}")]
    Vault(String),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Channel {
    /// The channel, if the actor's brand has it (removed ones included).
    pub async fn load(
        id: Id<Channel>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Channel, ChannelError> {
        store::load(actor.brand(), id, tx).await?.ok_or(ChannelError::NotFound)
    }

    /// The brand's channels that are not removed, oldest first.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Channel>, ChannelError> {
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The channel whatever its brand: for the system's own work only.
    pub async fn of_system(
        id: Id<Channel>,
        tx: &mut Tx,
    ) -> Result<Option<Channel>, database::Error> {
        store::load_any(id, tx).await
    }

    /// Stores a sign-in. The same account connected again takes the new credentials, leaves its
    /// trouble, and its publications that failed for want of authorization are tried again.
    pub async fn connect(
        network: &crate::Network,
        connected: &Connected,
        vault: &Vault,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Channel, ChannelError> {
        actor.must(Right::ManageChannels)?;
        let known = store::find_account(
            actor.brand(),
            network.key,
            &connected.server,
            &connected.remote_account_id,
            tx,
        )
        .await?;
        let id = known.unwrap_or_else(|| tx.new_id());
        let sealed = keeper::seal(vault, id, &connected.credentials, tx);
        if known.is_some() {
            store::reconnect(id, connected, &sealed, tx).await?;
            crate::publication::retry_after_reconnection(id, actor, tx).await?;
        } else {
            store::insert(id, network, connected, &sealed, actor, tx).await?;
        }
        let verb = if known.is_some() { "channel.reconnected" } else { "channel.connected" };
        let data = json!({ "network": network.name, "handle": connected.handle });
        activity::record(tx, actor, verb, Subject::new("channel", id), data).await?;
        Channel::load(id, actor, tx).await
    }

    /// Adds an account of any network, on which a person will publish by hand.
    pub async fn add_assisted(
        network_name: &str,
        connected: &Connected,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Channel, ChannelError> {
        actor.must(Right::ManageChannels)?;
        let id = tx.new_id();
        store::insert_assisted(id, network_name, connected, actor, tx).await?;
        let data = json!({ "network": network_name, "handle": connected.handle });
        activity::record(tx, actor, "channel.connected", Subject::new("channel", id), data).await?;
        Channel::load(id, actor, tx).await
    }

    /// Whether posts may be published on it, for all to see.
    pub fn takes_posts(&self) -> bool {
        !self.limits.answers_only
    }

    /// The brand's channels on which posts may be published, oldest first.
    ///
    /// # Errors
    /// [`ChannelError`].
    pub async fn for_posts(actor: &Actor, tx: &mut Tx) -> Result<Vec<Channel>, ChannelError> {
        let mut all = Channel::all(actor, tx).await?;
        all.retain(Channel::takes_posts);
        Ok(all)
    }

    /// The address at which letters to the brand are read, if one is: where answers to its own
    /// letters may be sent.
    ///
    /// # Errors
    /// What the database met.
    pub async fn letter_box(
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<Option<String>, database::Error> {
        let all = store::all(brand, tx).await?;
        let reads = |channel: &&Channel| {
            channel.limits.answers_only && channel.state == ChannelState::Connected
        };
        Ok(all.iter().find(reads).map(|channel| channel.remote_account_id.clone()))
    }

    /// Whether a person must connect it again before anything works.
    pub fn needs_reconnection_now(&self) -> bool {
        matches!(self.state, ChannelState::NeedsReconnection { .. })
    }

    /// Stops everything on this channel until it is resumed; what comes due is held.
    pub async fn pause(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ChannelError> {
        self.set_paused(Some(tx.now()), "channel.paused", actor, tx).await
    }

    /// Lets the channel publish again; what was held stays so until a person releases it.
    pub async fn resume(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ChannelError> {
        self.set_paused(None, "channel.resumed", actor, tx).await
    }

    async fn set_paused(
        &self,
        at: Option<Timestamp>,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), ChannelError> {
        actor.must(Right::ManageChannels)?;
        store::set_paused(self.id, at, tx).await?;
        activity::record(tx, actor, verb, Subject::new("channel", self.id), json!({})).await?;
        Ok(())
    }

    /// Removes the channel: its credentials are forgotten, what was planned on it is cancelled,
    /// what it published and received stays.
    pub async fn remove(&self, actor: &Actor, tx: &mut Tx) -> Result<(), ChannelError> {
        actor.must(Right::ManageChannels)?;
        store::remove(self.id, tx).await?;
        let cancelled = crate::publication::cancel_planned_of(self.id, actor, tx).await?;
        let data = json!({ "handle": self.handle, "cancelled": cancelled });
        let subject = Subject::new("channel", self.id);
        activity::record(tx, actor, "channel.removed", subject, data).await?;
        Ok(())
    }

    /// Notes what a test of the connection read.
    pub async fn refreshed(&self, read: &Connected, tx: &mut Tx) -> Result<(), ChannelError> {
        Ok(store::refreshed(self.id, read, tx).await?)
    }

    /// Notes that the network refuses the credentials, and tells those who can connect again.
    pub async fn needs_reconnection(&self, detail: &str, tx: &mut Tx) -> Result<(), ChannelError> {
        if !store::set_trouble(self.id, detail, tx).await? {
            return Ok(());
        }
        let actor = Actor::system(self.brand);
        let subject = Subject::new("channel", self.id);
        let data = json!({ "network": self.network_name, "handle": self.handle, "detail": detail });
        activity::record(tx, &actor, "channel.refused", subject.clone(), data.clone()).await?;
        platform::notification::notify(
            tx,
            self.brand,
            "channel_needs_reconnection",
            subject,
            data,
            platform::notification::Recipients::Right(Right::ManageChannels),
        )
        .await?;
        Ok(())
    }

    /// Moves the place where the next poll of the inbox starts; in the transaction that stores
    /// what the poll brought, so that nothing is skipped.
    pub async fn inbox_read(
        &self,
        cursor: Option<&str>,
        next_at: Timestamp,
        tx: &mut Tx,
    ) -> Result<(), database::Error> {
        store::inbox_read(self.id, cursor, next_at, tx).await
    }

    /// Where the next poll of the inbox starts.
    pub async fn inbox_cursor(&self, tx: &mut Tx) -> Result<Option<String>, database::Error> {
        store::inbox_cursor(self.id, tx).await
    }

    /// Channels whose inbox is due to be read, the longest waiting first.
    pub async fn inboxes_due(tx: &mut Tx, most: i64) -> Result<Vec<Channel>, database::Error> {
        store::inboxes_due(most, tx).await
    }
}
