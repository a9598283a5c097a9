//! Reading the inboxes of channels: when, how often, and what to do when a network refuses.

mod store;

use channels::{Channel, ChannelKit, ChannelState, InboxBatch, NetworkError};
use database::{Database, Error, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::Enqueue;
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::ingest::{Ingested, ingest};

/// How many batches are read in a row of a channel that has more waiting.
const ROUNDS: usize = 10;
/// How long a channel that was queued is left alone before it is queued again.
const CLAIMED: SignedDuration = SignedDuration::from_mins(3);
/// How many channels are queued at once.
const AT_ONCE: i64 = 200;

/// How often inboxes are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PollSettings {
    /// The shortest wait between two polls of a channel where something happens.
    pub base: SignedDuration,
    /// The longest wait, for a channel that has long been quiet.
    pub longest: SignedDuration,
}

impl Default for PollSettings {
    fn default() -> Self {
        Self { base: SignedDuration::from_mins(1), longest: SignedDuration::from_mins(10) }
    }
}

impl PollSettings {
    /// Polls at least this often, and at most ten times more rarely.
    pub fn every(base: SignedDuration) -> Self {
        Self { base, longest: base * 10 }
    }

    /// How long to wait when the channel's last message is that old: a tenth of it.
    fn wait(&self, quiet: Option<SignedDuration>) -> SignedDuration {
        let base = self.base.max(SignedDuration::from_millis(100));
        quiet.map_or(base, |quiet| (quiet / 10).clamp(base, self.longest.max(base)))
    }
}

/// The job that reads one channel's inbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PollInbox {
    /// The channel.
    pub channel: Id<Channel>,
}

impl jobs::Job for PollInbox {
    const KIND: &'static str = "poll_inbox";
    const MAX_ATTEMPTS: u32 = 4;
}

/// What reading an inbox came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Polled {
    /// What it brought.
    pub ingested: Ingested,
    /// When the inbox is read next; none when the channel must be connected again or can't be
    /// read at all.
    pub next_at: Option<Timestamp>,
    /// What the network refused, if it did.
    pub trouble: Option<NetworkError>,
}

/// Queues the channels whose inbox is due: recurring work, each second or so. How many.
///
/// # Errors
/// What the database met.
pub async fn enqueue_due(database: &Database) -> Result<usize, Error> {
    if Channel::inboxes_due(&mut database.read().await?, 1).await?.is_empty() {
        return Ok(0);
    }
    let mut tx = database.begin().await?;
    let due = Channel::inboxes_due(&mut tx, AT_ONCE).await?;
    for channel in &due {
        let job = PollInbox { channel: channel.id };
        let how = Enqueue::now().brand(channel.brand).once(format!("poll_inbox:{}", channel.id));
        jobs::enqueue(&mut tx, &job, how).await?;
        store::due_at(channel.id, tx.now() + CLAIMED, &mut tx).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}

/// Reads a channel's inbox: asks the network, then stores what came and where the next poll
/// starts, in one transaction. A crash in between loses nothing: the same is asked again.
///
/// # Errors
/// What the database met; what the network refused is in [`Polled::trouble`].
pub async fn poll(
    kit: &ChannelKit,
    channel: Id<Channel>,
    settings: &PollSettings,
) -> Result<Polled, Error> {
    let mut polled = Polled { ingested: Ingested::default(), next_at: None, trouble: None };
    let mut tx = kit.database.read().await?;
    let Some(channel) = Channel::of_system(channel, &mut tx).await? else { return Ok(polled) };
    let mut cursor = channel.inbox_cursor(&mut tx).await?;
    drop(tx);
    let connector = kit.connectors.get(&channel.network).cloned();
    if channel.removed_at.is_some() || channel.state != ChannelState::Connected {
        return Ok(polled);
    }
    let Some(inbox) = connector.as_ref().and_then(|connector| connector.inbox()) else {
        let error = NetworkError::Unsupported { what: "inbox".to_owned() };
        polled.next_at = refused(kit, &channel, &error, settings).await?;
        polled.trouble = Some(error);
        return Ok(polled);
    };
    for _ in 0..ROUNDS {
        match inbox.poll(&kit.call(&channel), cursor.as_deref()).await {
            Ok(batch) => {
                polled.next_at = Some(keep(kit, &channel, &batch, settings, &mut polled).await?);
                if !batch.more || batch.cursor.is_none() || batch.cursor == cursor {
                    break;
                }
                cursor = batch.cursor;
            }
            Err(error) => {
                polled.next_at = refused(kit, &channel, &error, settings).await?;
                polled.trouble = Some(error);
                break;
            }
        }
    }
    Ok(polled)
}

async fn keep(
    kit: &ChannelKit,
    channel: &Channel,
    batch: &InboxBatch,
    settings: &PollSettings,
    polled: &mut Polled,
) -> Result<Timestamp, Error> {
    let mut tx = kit.database.begin().await?;
    let next_at = next_poll(channel, batch, settings, &mut tx).await?;
    polled.ingested.add(ingest(channel, batch, next_at, &mut tx).await?);
    tx.commit().await?;
    Ok(next_at)
}

async fn next_poll(
    channel: &Channel,
    batch: &InboxBatch,
    settings: &PollSettings,
    tx: &mut Tx,
) -> Result<Timestamp, Error> {
    if batch.more {
        return Ok(tx.now());
    }
    let stored = store::last_message_at(channel.id, tx).await?;
    let last = batch.items.iter().map(|item| item.at).max().max(stored);
    // A channel where nothing was ever said has been quiet since it was connected.
    let quiet = tx.now().duration_since(last.unwrap_or(channel.created_at));
    Ok(tx.now() + settings.wait(Some(quiet)))
}

/// What a refusal leads to: a reconnection, or another poll later.
async fn refused(
    kit: &ChannelKit,
    channel: &Channel,
    error: &NetworkError,
    settings: &PollSettings,
) -> Result<Option<Timestamp>, Error> {
    tracing::info!(channel = %channel.id, network = channel.network, %error, "an inbox could not be read");
    let mut tx = kit.database.begin().await?;
    let now = tx.now();
    let next_at = match error {
        NetworkError::Reauthorize { detail } => {
            let noted = channel.needs_reconnection(detail, &mut tx).await;
            noted.map_err(|error| Error::other(error.to_string()))?;
            tx.commit().await?;
            return Ok(None);
        }
        NetworkError::RateLimited { until } => (*until).max(now + settings.wait(None)),
        NetworkError::Retry { after, .. } => {
            now + after
                .unwrap_or_default()
                .clamp(settings.wait(None), SignedDuration::from_hours(6))
        }
        NetworkError::Rejected { .. } => now + settings.longest,
        NetworkError::Unsupported { .. } => now + SignedDuration::from_hours(24),
    };
    store::due_at(channel.id, next_at, &mut tx).await?;
    tx.commit().await?;
    Ok(Some(next_at))
}
