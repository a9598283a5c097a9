//! Feeds that the brand follows: their new items become drafts.

use axum::Json;
use axum::response::Response;
use channels::feeds::FeedAnswer;
use platform::Right;
use publishing::Feed;
use publishing::feed::{FeedState, FollowError};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{At, Caller, FieldProblem, Ident, Input, Listing, Moment, Problem, word};
use crate::words::args;

/// The most present items that become drafts at once.
const MOST_DRAFTS: usize = 5;

word! {
    /// Whether a feed is read.
    FeedStateWord(FeedState);
}

/// A feed that the brand follows.
#[derive(Serialize, ToSchema)]
#[schema(as = Feed)]
pub struct FeedBody {
    id: Ident,
    #[schema(example = "https://fournil.example/feed.xml")]
    url: String,
    title: String,
    /// The site’s page.
    site_url: Option<String>,
    state: FeedStateWord,
    /// What went wrong at the last reading.
    #[schema(example = "unreachable")]
    trouble: Option<String>,
    checked_at: Option<Moment>,
    /// When it will be read next.
    due_at: Moment,
}

impl From<Feed> for FeedBody {
    fn from(feed: Feed) -> Self {
        Self {
            id: feed.id.into(),
            url: feed.url,
            title: feed.title,
            site_url: feed.site_url,
            state: feed.state.into(),
            trouble: feed.trouble,
            checked_at: feed.checked_at.map(Moment::from),
            due_at: feed.due_at.into(),
        }
    }
}

/// The feeds that the brand follows, by title
#[utoipa::path(get, path = "/api/v1/feeds", operation_id = "feeds", tag = "feeds",
    security(("token" = ["channels:read"])),
    responses((status = 200, description = "All of them", body = Listing<FeedBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<FeedBody>>, Problem> {
    let mut tx = caller.read().await?;
    let feeds = Feed::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(feeds.into_iter().map(FeedBody::from))))
}

/// A feed to follow.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFeed {
    /// The address of a feed (RSS, Atom, JSON Feed), or of a page that announces one.
    #[schema(example = "https://fournil.example/feed.xml")]
    url: String,
    /// How many of its present items become drafts now: 0 to 5.
    #[serde(default)]
    #[schema(example = 1)]
    drafts: usize,
}

/// Follow a feed
#[utoipa::path(post, path = "/api/v1/feeds", operation_id = "feed_follow", tag = "feeds",
    security(("token" = ["channels:write"])), request_body = NewFeed,
    responses((status = 201, description = "The feed, read and followed", body = FeedBody)))]
pub async fn follow(caller: Caller, Input(new): Input<NewFeed>) -> Result<Response, Problem> {
    caller.must(Right::ManageChannels)?;
    let url = new.url.trim();
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return Err(Problem::field("url", "not_a_link"));
    }
    if new.drafts > MOST_DRAFTS {
        let given = args![most => MOST_DRAFTS];
        return Err(Problem::fields(vec![FieldProblem::given("drafts", "at_most", given)]));
    }
    let kit = &caller.house.kit;
    let reader = kit.connectors.feeds().ok_or_else(Problem::not_found)?;
    let read = reader.read(&kit.http, url, None, None).await.map_err(FollowError::from)?;
    let FeedAnswer::Feed(read) = read else { return Err(Problem::field("url", "feed_malformed")) };
    let mut tx = caller.begin().await?;
    let feed = Feed::follow(url, &read, new.drafts, &caller.actor, &mut tx).await?;
    caller.created(tx, &FeedBody::from(feed)).await
}

/// One feed
#[utoipa::path(get, path = "/api/v1/feeds/{feed}", operation_id = "feed", tag = "feeds",
    security(("token" = ["channels:read"])), params(("feed" = Ident, Path, description = "The feed")),
    responses((status = 200, description = "The feed", body = FeedBody)))]
pub async fn get(caller: Caller, At(id): At<Feed>) -> Result<Json<FeedBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Feed::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Stop following a feed
///
/// The drafts it brought stay.
#[utoipa::path(delete, path = "/api/v1/feeds/{feed}", operation_id = "feed_unfollow", tag = "feeds",
    security(("token" = ["channels:write"])), params(("feed" = Ident, Path, description = "The feed")),
    responses((status = 204, description = "It is no longer followed")))]
pub async fn unfollow(caller: Caller, At(id): At<Feed>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Feed::load(id, &caller.actor, &mut tx).await?.unfollow(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// Stop reading a feed for now
#[utoipa::path(post, path = "/api/v1/feeds/{feed}/pause", operation_id = "feed_pause", tag = "feeds",
    security(("token" = ["channels:write"])), params(("feed" = Ident, Path, description = "The feed")),
    responses((status = 200, description = "The feed, paused", body = FeedBody)))]
pub async fn pause(caller: Caller, At(id): At<Feed>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Feed::load(id, &caller.actor, &mut tx).await?.pause(&caller.actor, &mut tx).await?;
    let feed = Feed::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &FeedBody::from(feed)).await
}

/// Read a feed again from now on
#[utoipa::path(delete, path = "/api/v1/feeds/{feed}/pause", operation_id = "feed_resume", tag = "feeds",
    security(("token" = ["channels:write"])), params(("feed" = Ident, Path, description = "The feed")),
    responses((status = 200, description = "The feed, followed again", body = FeedBody)))]
pub async fn resume(caller: Caller, At(id): At<Feed>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Feed::load(id, &caller.actor, &mut tx).await?.resume(&caller.actor, &mut tx).await?;
    let feed = Feed::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &FeedBody::from(feed)).await
}
