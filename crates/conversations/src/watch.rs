//! Keeping watch: networks that tell at once when something comes are listened to by lines kept
//! open, each by one running program, and what they tell queues a reading of the inbox.
//!
//! Nothing depends on it: without a line, inboxes are read when they are due.

mod store;

use std::collections::HashMap;
use std::time::Duration;

use channels::{Channel, ChannelKit, NetworkError};
use database::{Database, Error};
use jiff::SignedDuration;
use jobs::Enqueue;
use platform::Brand;
use primitives::Id;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use crate::poll::PollInbox;

/// How often one looks which channels are to be watched.
const LOOK: Duration = Duration::from_secs(3);
/// How long a channel is one program's to watch, and how often it says that it still does.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
const RENEW: Duration = Duration::from_secs(20);
/// The waits before a lost line is opened again.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_mins(5);
/// A line that held so long was a good one.
const HELD: Duration = Duration::from_mins(1);

/// A channel that may be watched.
struct Watchable {
    channel: Id<Channel>,
    brand: Id<Brand>,
    network: String,
}

struct Line {
    task: JoinHandle<()>,
    renewed: Instant,
}

/// Watches every channel whose network can tell, until asked to stop.
pub async fn keep_watch(kit: ChannelKit, mut stopping: watch::Receiver<bool>) {
    let mut lines: HashMap<Id<Channel>, Line> = HashMap::new();
    while !*stopping.borrow() {
        if let Err(error) = look(&kit, &mut lines).await {
            tracing::warn!(%error, "which channels to watch could not be read");
        }
        tokio::select! {
            () = sleep(LOOK) => {}
            changed = stopping.changed() => if changed.is_err() { break },
        }
    }
    for (channel, line) in lines {
        line.task.abort();
        let released = timeout(Duration::from_secs(2), release(&kit, channel));
        if !matches!(released.await, Ok(Ok(()))) {
            tracing::debug!(%channel, "the lease of a watch was left to run out");
        }
    }
}

/// Takes up what nobody watches, and leaves what is no longer ours to watch.
async fn look(kit: &ChannelKit, lines: &mut HashMap<Id<Channel>, Line>) -> Result<(), Error> {
    let mut all = store::watchable(&mut kit.database.read().await?).await?;
    all.retain(|one| {
        kit.connectors.get(&one.network).is_some_and(|connector| connector.watch().is_some())
    });
    lines.retain(|channel, line| {
        let wanted = all.iter().any(|one| one.channel == *channel) && !line.task.is_finished();
        if !wanted {
            line.task.abort();
        }
        wanted
    });
    for one in all {
        match lines.get_mut(&one.channel) {
            Some(line) if line.renewed.elapsed() < RENEW => {}
            Some(line) => {
                if take(kit, one.channel).await? {
                    line.renewed = Instant::now();
                } else if let Some(line) = lines.remove(&one.channel) {
                    line.task.abort();
                }
            }
            None => {
                if take(kit, one.channel).await? {
                    let (channel, kit) = (one.channel, kit.clone());
                    let task = tokio::spawn(async move { hold(&kit, &one).await });
                    lines.insert(channel, Line { task, renewed: Instant::now() });
                }
            }
        }
    }
    Ok(())
}

/// Whether the channel is this program's to watch from now on.
async fn take(kit: &ChannelKit, channel: Id<Channel>) -> Result<bool, Error> {
    let free = store::is_free(channel, kit.instance, &mut kit.database.read().await?).await?;
    if !free {
        return Ok(false);
    }
    let mut tx = kit.database.begin().await?;
    let until = tx.now() + LEASE;
    let taken = store::take(channel, kit.instance, until, &mut tx).await?;
    tx.commit().await?;
    Ok(taken)
}

async fn release(kit: &ChannelKit, channel: Id<Channel>) -> Result<(), Error> {
    let mut tx = kit.database.begin().await?;
    store::release(channel, kit.instance, &mut tx).await?;
    tx.commit().await
}

/// Keeps a line open for as long as that can be had.
async fn hold(kit: &ChannelKit, one: &Watchable) {
    let mut wait = FIRST_WAIT;
    loop {
        let began = Instant::now();
        let Some(error) = line(kit, one).await else { return };
        tracing::info!(channel = %one.channel, network = one.network, %error, "a watch was lost");
        match error {
            // Whoever reads the inbox finds it out too, and says so.
            NetworkError::Reauthorize { .. } => {
                news(&kit.database, one).await;
                sleep(LONGEST_WAIT).await;
            }
            NetworkError::Unsupported { .. } => sleep(LONGEST_WAIT * 12).await,
            _ => {
                if began.elapsed() > HELD {
                    wait = FIRST_WAIT;
                }
                sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
}

/// One line, to its end; `None` when there is no such channel any more.
async fn line(kit: &ChannelKit, one: &Watchable) -> Option<NetworkError> {
    let tx = kit.database.read().await;
    let channel = match tx {
        Ok(mut tx) => Channel::of_system(one.channel, &mut tx).await,
        Err(error) => Err(error),
    };
    let retry = |error: Error| NetworkError::Retry { detail: error.to_string(), after: None };
    let channel = match channel {
        Ok(channel) => channel.filter(|channel| channel.removed_at.is_none())?,
        Err(error) => return Some(retry(error)),
    };
    let connector = kit.connectors.get(&channel.network)?.clone();
    let watch = connector.watch()?;
    let (call, came) = (kit.call(&channel), Notify::new());
    let tell = || came.notify_one();
    let mut line = watch.watch(&call, &tell);
    loop {
        tokio::select! {
            error = &mut line => return Some(error),
            () = came.notified() => news(&kit.database, one).await,
        }
    }
}

/// Queues a reading of the inbox; one that runs already runs once more.
async fn news(database: &Database, one: &Watchable) {
    let queued = async {
        let mut tx = database.begin().await?;
        let job = PollInbox { channel: one.channel };
        let how = Enqueue::now().brand(one.brand).once(format!("poll_inbox:{}", one.channel));
        jobs::enqueue(&mut tx, &job, how).await?;
        tx.commit().await
    };
    if let Err(error) = queued.await {
        tracing::warn!(channel = %one.channel, %error, "a reading could not be queued; it comes when it is due");
    }
}
