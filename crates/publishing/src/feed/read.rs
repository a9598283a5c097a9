use std::sync::Arc;

use channels::feeds::{FeedAnswer, FeedReader};
use database::Database;
use jobs::{Done, Enqueue, JobError};
use platform::outbound::Outbound;
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::{Feed, FeedState, FollowError, store};

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
pub async fn refresh(
    id: Id<Feed>,
    database: &Database,
    reader: &Arc<dyn FeedReader>,
    http: &Outbound,
) -> Result<Done, JobError> {
    let mut tx = database.read().await?;
    let Some((feed, etag, last_modified)) = store::load_with_marks(id, &mut tx).await? else {
        return Ok(Done::Finished);
    };
    drop(tx);
    if feed.state != FeedState::Followed {
        return Ok(Done::Finished);
    }
    let answer = reader.read(http, &feed.url, etag.as_deref(), last_modified.as_deref()).await;
    let mut tx = database.begin().await?;
    let taken = match &answer {
        Ok(FeedAnswer::NotModified) => feed.unchanged(&mut tx).await,
        Ok(FeedAnswer::Feed(read)) => feed.read_again(read, &mut tx).await.map(drop),
        Err(error) => feed.failed(error, &mut tx).await,
    };
    match taken {
        Ok(()) => tx.commit().await?,
        Err(FollowError::Database(error)) => return Err(error.into()),
        Err(error) => return Err(JobError::dead(error)),
    }
    Ok(Done::Finished)
}
