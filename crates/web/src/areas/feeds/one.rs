use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use database::Tx;
use platform::Right;
use primitives::Id;
use publishing::Feed;
use publishing::feed::{FollowError, refresh};

use crate::{InBrand, Refusal};

impl From<FollowError> for Refusal {
    fn from(error: FollowError) -> Self {
        match error {
            FollowError::NotFound => Refusal::NotFound,
            FollowError::NotAllowed(error) => error.into(),
            FollowError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

/// Reads the feed at once.
pub async fn read_now(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Feed>)>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageChannels)?;
    load(&here, id).await?;
    refresh(id, &here.house.kit).await.map_err(Refusal::fault)?;
    let feed = load(&here, id).await?;
    let said = if feed.trouble.is_some() { "feeds-read-failed" } else { "feeds-read" };
    Ok(here.go("feeds").saying(said).with("name", feed.title).into_response())
}

/// Stops reading it for now.
pub async fn pause(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Feed>)>,
) -> Result<Response, Refusal> {
    let feed = load(&here, id).await?;
    let mut tx = here.begin().await?;
    feed.pause(&here.actor, &mut tx).await?;
    done(&here, tx, "feeds-paused", feed.title).await
}

/// Reads it again.
pub async fn resume(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Feed>)>,
) -> Result<Response, Refusal> {
    let feed = load(&here, id).await?;
    let mut tx = here.begin().await?;
    feed.resume(&here.actor, &mut tx).await?;
    done(&here, tx, "feeds-resumed", feed.title).await
}

/// Stops following it.
pub async fn unfollow(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<Feed>)>,
) -> Result<Response, Refusal> {
    let feed = load(&here, id).await?;
    let mut tx = here.begin().await?;
    feed.unfollow(&here.actor, &mut tx).await?;
    done(&here, tx, "feeds-unfollowed", feed.title).await
}

async fn done(here: &InBrand, tx: Tx, said: &str, title: String) -> Result<Response, Refusal> {
    tx.commit().await?;
    Ok(here.go("feeds").saying(said).with("name", title).into_response())
}

async fn load(here: &InBrand, id: Id<Feed>) -> Result<Feed, Refusal> {
    let mut tx = here.read().await?;
    Ok(Feed::load(id, &here.actor, &mut tx).await?)
}
