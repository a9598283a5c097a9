use channels::ChannelKit;
use channels::feeds::FeedAnswer;
use database::Database;
use jobs::{Done, Enqueue, JobError};
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::{Feed, FeedState, FollowError, Pictures, store};

/// The job that reads one feed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReadFeedJob {
    /// The feed.
    pub feed: Id<Feed>,
}

impl jobs::Job for ReadFeedJob {
    const KIND: &'static str = "read_feed";
    const MAX_ATTEMPTS: u32 = 3;
}

/// Queues a reading of each feed whose time has come; returns how many.
pub async fn read_due(database: &Database) -> Result<usize, database::Error> {
    let mut tx = database.begin().await?;
    let due = store::due(100, &mut tx).await?;
    for (feed, brand) in &due {
        let how = Enqueue::now().brand(*brand).once(format!("read_feed:{feed}"));
        jobs::enqueue(&mut tx, &ReadFeedJob { feed: *feed }, how).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}

/// Reads one feed and takes in what is new. A feed that can't be read is noted on the feed
/// itself and tried again later: that is no failure of the job.
pub async fn refresh(id: Id<Feed>, kit: &ChannelKit) -> Result<Done, JobError> {
    let Some(reader) = kit.connectors.feeds() else {
        return Err(JobError::dead("this program reads no feeds"));
    };
    let mut tx = kit.database.read().await?;
    let Some((feed, etag, last_modified)) = store::load_with_marks(id, &mut tx).await? else {
        return Ok(Done::Finished);
    };
    drop(tx);
    if feed.state != FeedState::Followed {
        return Ok(Done::Finished);
    }
    let answer = reader.read(&kit.http, &feed.url, etag.as_deref(), last_modified.as_deref()).await;
    let mut pictures = Pictures::default();
    if let Ok(FeedAnswer::Feed(read)) = &answer
        && feed.rule.picture
    {
        let mut tx = kit.database.read().await?;
        let wanted = feed.wanted(read, &mut tx).await?;
        drop(tx);
        pictures.fetch(&wanted, reader.as_ref(), kit).await;
    }
    let mut tx = kit.database.begin().await?;
    let taken = match &answer {
        Ok(FeedAnswer::NotModified) => feed.unchanged(&mut tx).await,
        Ok(FeedAnswer::Feed(read)) => feed.read_with(read, &pictures, &mut tx).await.map(drop),
        Err(error) => feed.failed(error, &mut tx).await,
    };
    match taken {
        Ok(()) => tx.commit().await?,
        Err(FollowError::Database(error)) => return Err(error.into()),
        Err(error) => return Err(JobError::dead(error)),
    }
    Ok(Done::Finished)
}
