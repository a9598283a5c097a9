use channels::connector::Inbox;
use channels::{Channel, ChannelKit, ChannelState, InboxItem, NetworkError, Reread};
use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::Done;
use primitives::Id;

use super::store::{self, Ended, Part};
use super::{Check, CheckInbox, CheckState};
use crate::ingest::take_in;

/// How many parts are read of one channel.
const PARTS: usize = 100;
/// The last minutes before the last poll: a network may show what is dated earlier only then.
const MARGIN: SignedDuration = SignedDuration::from_mins(10);
/// Polls that stopped longer ago than that reach nothing more by themselves.
const POLLED: SignedDuration = SignedDuration::from_hours(1);

/// Reads a channel again, part by part, each stored in a transaction of its own. A crash loses
/// nothing: it is read from the newest again, and what was found stays found.
///
/// # Errors
/// What the database met; what the network refuses is said in the check.
pub async fn run(kit: &ChannelKit, job: &CheckInbox) -> Result<Done, Error> {
    let mut tx = kit.database.read().await?;
    let Some(check) = store::load(job.check, &mut tx).await? else { return Ok(Done::Finished) };
    let channel = Channel::of_system(job.channel, &mut tx).await?;
    drop(tx);
    let Some(channel) = channel.filter(|_| check.state == CheckState::Running) else {
        return Ok(Done::Finished);
    };
    let connector = kit.connectors.get(&channel.network).cloned();
    let usable = channel.removed_at.is_none() && channel.state == ChannelState::Connected;
    let inbox = connector.as_ref().and_then(|connector| connector.inbox()).filter(|_| usable);
    let ended = match inbox {
        Some(inbox) => read_all(kit, &channel, &check, inbox).await?,
        None => Ended { state: CheckState::Failed, trouble: Some("not_connected".to_owned()) },
    };
    let mut tx = kit.database.begin().await?;
    store::end(check.id, &ended, &mut tx).await?;
    tx.commit().await?;
    Ok(Done::Finished)
}

async fn read_all(
    kit: &ChannelKit,
    channel: &Channel,
    check: &Check,
    inbox: &dyn Inbox,
) -> Result<Ended, Error> {
    let mut tx = kit.database.begin().await?;
    store::start(check.id, inbox.blind(), &mut tx).await?;
    tx.commit().await?;
    let (mut at, mut reached): (Option<String>, bool) = (None, false);
    for _ in 0..PARTS {
        let until = left_to_polls(channel.id, kit).await?;
        let part = inbox.reread(&kit.call(channel), check.back_to, at.as_deref()).await;
        let part = match part {
            Ok(part) => part,
            Err(error) => return Ok(refused(&error, reached)),
        };
        let next = part.next.clone();
        keep(kit, channel, check.id, part, until).await?;
        reached = true;
        if next.is_none() || next == at {
            return Ok(Ended { state: CheckState::Done, trouble: None });
        }
        at = next;
    }
    Ok(Ended { state: CheckState::Partial, trouble: Some("too_much".to_owned()) })
}

fn refused(error: &NetworkError, reached: bool) -> Ended {
    tracing::info!(%error, "an inbox could not be read again");
    let trouble = match error {
        NetworkError::Retry { .. } => "retry",
        NetworkError::RateLimited { .. } => "rate_limited",
        NetworkError::Reauthorize { .. } => "reauthorize",
        NetworkError::Rejected { .. } => "rejected",
        NetworkError::Unsupported { .. } => "unsupported",
    };
    let state = if reached { CheckState::Partial } else { CheckState::Failed };
    Ended { state, trouble: Some(trouble.to_owned()) }
}

/// From when on things are left to the polls, while they come.
async fn left_to_polls(channel: Id<Channel>, kit: &ChannelKit) -> Result<Option<Timestamp>, Error> {
    let mut tx = kit.database.read().await?;
    let now = tx.now();
    let channel = Channel::of_system(channel, &mut tx).await?;
    let polled = channel.and_then(|channel| channel.inbox_checked_at);
    Ok(polled.filter(|at| now.duration_since(*at) < POLLED).map(|at| at - MARGIN))
}

async fn keep(
    kit: &ChannelKit,
    channel: &Channel,
    check: Id<Check>,
    part: Reread,
    until: Option<Timestamp>,
) -> Result<(), Error> {
    let read = part.items.len();
    let past = |item: &InboxItem| until.is_none_or(|until| item.at < until);
    let items: Vec<InboxItem> = part.items.into_iter().filter(past).collect();
    let mut tx: Tx = kit.database.begin().await?;
    store::lock_channel(channel.id, &mut tx).await?;
    let (done, new) = take_in(channel, &items, &mut tx).await?;
    store::remember(channel.brand, check, &new, &mut tx).await?;
    let part = Part {
        was_read: i64::try_from(read).unwrap_or(i64::MAX),
        unreadable: i64::try_from(done.unreadable).unwrap_or(i64::MAX),
        reached: part.reached,
    };
    store::add(check, &part, &mut tx).await?;
    tx.commit().await
}
