//! Reading the figures of followed posts from their networks, more rarely as they age.

pub(crate) mod store;

use std::collections::HashMap;

use channels::connector::RemoteFigures;
use channels::{Channel, ChannelKit, NetworkError};
use database::Database;
use jiff::{SignedDuration, Timestamp};
use jobs::{Done, Enqueue, JobError};
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::measured::store as posts;
use crate::measured::{FigureSource, MeasuredPost, Reading};
use crate::statistics::{Ingredient, PostFigures};

/// How often the recurring work looks for what is due: give it to `Registry::every`.
pub const LOOK_EVERY: std::time::Duration = std::time::Duration::from_secs(60);
/// How many pieces one call to a network asks about.
const BATCH: i64 = 25;
/// How many calls one job makes before it leaves its turn.
const MOST_CALLS: usize = 40;
/// A reading is stored at least this often, even when nothing changed.
const AT_LEAST_EVERY: SignedDuration = SignedDuration::from_hours(24);

/// The job that reads what is due on one channel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MeasureChannelJob {
    /// The channel.
    pub channel: Id<Channel>,
}

impl jobs::Job for MeasureChannelJob {
    const KIND: &'static str = "measure_channel";
    const MAX_ATTEMPTS: u32 = 4;
}

/// When a post's figures are read next: 1, 5 and 15 minutes after it appeared, then hourly for 2 days,
/// every 6 hours for 2 weeks, daily to 60 days, weekly to a year, then no more.
#[must_use]
pub fn next_due(published_at: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let age = now.duration_since(published_at);
    let (minutes, hours) = (SignedDuration::from_mins, SignedDuration::from_hours);
    let next = match age {
        age if age < minutes(1) => published_at.checked_add(minutes(1)),
        age if age < minutes(5) => published_at.checked_add(minutes(5)),
        age if age < minutes(15) => published_at.checked_add(minutes(15)),
        age if age < hours(48) => now.checked_add(hours(1)),
        age if age < hours(14 * 24) => now.checked_add(hours(6)),
        age if age < hours(60 * 24) => now.checked_add(hours(24)),
        age if age < hours(365 * 24) => now.checked_add(hours(7 * 24)),
        _ => return None,
    };
    next.ok()
}

/// The recurring work `measure_due`: follows what was missed and queues a reading of each channel
/// that has something due. Returns how many were queued.
///
/// # Errors
/// What the database met.
pub async fn measure_due(database: &Database) -> Result<usize, database::Error> {
    crate::follow::sweep(database).await?;
    let mut tx = database.begin().await?;
    let due = store::channels_due(200, &mut tx).await?;
    for (channel, brand) in &due {
        let how = Enqueue::now().brand(*brand).once(format!("measure_channel:{channel}"));
        jobs::enqueue(&mut tx, &MeasureChannelJob { channel: *channel }, how).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}

/// Reads the figures of what is due on a channel, batch by batch. A network's trouble is noted
/// on the posts and their readings put off: that is no failure of the job.
///
/// # Errors
/// [`JobError`] when the database failed.
pub async fn measure_channel(id: Id<Channel>, kit: &ChannelKit) -> Result<Done, JobError> {
    let mut tx = kit.database.read().await?;
    let channel = Channel::of_system(id, &mut tx).await?;
    drop(tx);
    let Some(channel) = channel.filter(|channel| channel.removed_at.is_none()) else {
        return Ok(Done::Finished);
    };
    let connector = kit.connectors.get(&channel.network).cloned();
    let Some(measure) = connector.as_ref().and_then(|connector| connector.measure()) else {
        let unsupported = NetworkError::Unsupported { what: "figures".to_owned() };
        return put_off(&channel, &unsupported, kit).await;
    };
    for _ in 0..MOST_CALLS {
        let mut tx = kit.database.read().await?;
        let due = store::due(channel.id, BATCH, &mut tx).await?;
        drop(tx);
        if due.is_empty() {
            return Ok(Done::Finished);
        }
        let ids: Vec<String> = due.iter().map(|(post, _)| post.remote_id.clone()).collect();
        match measure.figures(&kit.call(&channel), &ids).await {
            Ok(answers) => take_in(due, answers, kit).await?,
            Err(error) => return put_off(&channel, &error, kit).await,
        }
    }
    Ok(Done::Again(kit.database.ambient().now()))
}

/// Stores what the network answered about a batch.
async fn take_in(
    due: Vec<(MeasuredPost, Option<Reading>)>,
    answers: Vec<RemoteFigures>,
    kit: &ChannelKit,
) -> Result<(), database::Error> {
    let answers: HashMap<&str, &RemoteFigures> =
        answers.iter().map(|answer| (answer.remote_id.as_str(), answer)).collect();
    let mut tx = kit.database.begin().await?;
    let now = tx.now();
    let (mut read, mut readings) = (Vec::new(), Vec::new());
    for (mut post, last) in due {
        let found = answers.get(post.remote_id.as_str());
        if let Some(answer) = found {
            let figures = PostFigures { followers: post.followers, ..figures(answer) };
            if is_news(&figures, last, now) {
                let reading = Reading { at: now, source: FigureSource::Network, figures };
                readings.push((post.id, reading, None));
            }
            post.read_at = Some(now);
        }
        (post.gone_at, post.due_at) = follow_up(&post, found.is_some(), now);
        read.push(post);
    }
    posts::insert_readings(&readings, &mut tx).await?;
    store::were_read(&read, &mut tx).await?;
    tx.commit().await
}

/// Since when a piece is gone, and when to read it next. One that the network does not have is
/// asked about once more a day later, in case it was the network's hiccup, then never.
fn follow_up(
    post: &MeasuredPost,
    found: bool,
    now: Timestamp,
) -> (Option<Timestamp>, Option<Timestamp>) {
    if found {
        return (None, next_due(post.published_at.unwrap_or(now), now));
    }
    match post.gone_at {
        None => (Some(now), now.checked_add(SignedDuration::from_hours(24)).ok()),
        Some(since) => (Some(since), None),
    }
}

fn is_news(figures: &PostFigures, last: Option<Reading>, now: Timestamp) -> bool {
    last.is_none_or(|last| {
        last.figures != *figures
            || last.source != FigureSource::Network
            || now.duration_since(last.at) >= AT_LEAST_EVERY
    })
}

fn figures(answer: &RemoteFigures) -> PostFigures {
    PostFigures {
        reactions: answer.reactions,
        comments: answer.comments,
        shares: answer.shares,
        clicks: answer.clicks,
        saves: answer.saves,
        reach_total: answer.reach,
        impressions_total: answer.impressions,
        ..PostFigures::default()
    }
}

/// The ingredient that a connector names in `Measure::gives`.
#[must_use]
pub fn ingredient(name: &str) -> Option<Ingredient> {
    match name {
        "reach" => Some(Ingredient::ReachTotal),
        "impressions" => Some(Ingredient::ImpressionsTotal),
        name => Ingredient::ALL.into_iter().find(|ingredient| ingredient.id() == name),
    }
}

async fn put_off(
    channel: &Channel,
    error: &NetworkError,
    kit: &ChannelKit,
) -> Result<Done, JobError> {
    let mut tx = kit.database.begin().await?;
    let now = tx.now();
    let minutes = |minutes| now + SignedDuration::from_mins(minutes);
    let (until, trouble) = match error {
        NetworkError::Retry { after, .. } => {
            (after.map_or(minutes(10), |wait| now + wait), "retry")
        }
        NetworkError::RateLimited { until } => ((*until).max(minutes(1)), "rate_limited"),
        // Nothing is read while the channel must be connected again; then it is due at once.
        NetworkError::Reauthorize { .. } => (minutes(1), "reauthorize"),
        NetworkError::Rejected { .. } => (minutes(24 * 60), "rejected"),
        NetworkError::Unsupported { .. } => (minutes(7 * 24 * 60), "unsupported"),
    };
    store::put_off(channel.id, until, trouble, &mut tx).await?;
    if let NetworkError::Reauthorize { detail } = error {
        channel.needs_reconnection(detail, &mut tx).await.map_err(JobError::retry)?;
    }
    tx.commit().await?;
    tracing::info!(channel = %channel.id, trouble, %error, "figures could not be read");
    Ok(Done::Finished)
}
