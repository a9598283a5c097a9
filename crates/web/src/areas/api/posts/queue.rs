//! A post's place in the queue.

use axum::Json;
use axum::response::Response;
use jiff::civil::DateTime;
use publishing::Post;
use publishing::queue::{self, Spot, Way};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shape::PostBody;
use crate::areas::api::shared::{At, Caller, Ident, Input, Problem, known};

/// An opening of the queue: a reading of the clock, with the slot of each channel.
#[derive(Serialize, ToSchema)]
#[schema(as = Spot)]
pub struct SpotBody {
    /// The reading, in the brand’s zone.
    #[schema(example = "2026-12-01T09:00:00")]
    local_time: String,
    places: Vec<PlaceBody>,
}

/// The slot that a channel has there.
#[derive(Serialize, ToSchema)]
#[schema(as = SpotPlace)]
pub struct PlaceBody {
    slot: Ident,
    channel: Ident,
}

impl From<Spot> for SpotBody {
    fn from(spot: Spot) -> Self {
        let place =
            |(slot, channel)| PlaceBody { slot: Ident::from(slot), channel: Ident::from(channel) };
        Self {
            local_time: spot.local.to_string(),
            places: spot.places.into_iter().map(place).collect(),
        }
    }
}

/// The opening that a post would take now
#[utoipa::path(get, path = "/api/v1/posts/{post}/queue", operation_id = "post_next_opening", tag = "queue",
    security(("token" = ["posts:read"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "The next free opening that suits it", body = SpotBody)))]
pub async fn get(caller: Caller, At(id): At<Post>) -> Result<Json<SpotBody>, Problem> {
    let mut tx = caller.read().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    Ok(Json(post.next_opening(&caller.actor, &mut tx).await?.into()))
}

/// Joining the queue.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Enqueued {
    /// Checks that ask and that the caller knows of: the `check` of each refusal.
    #[serde(default)]
    #[schema(example = json!(["repeated"]))]
    accept: Vec<String>,
}

/// Give a post the next free opening, and schedule it there
#[utoipa::path(post, path = "/api/v1/posts/{post}/queue", operation_id = "post_enqueue", tag = "queue",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = Enqueued,
    responses((status = 200, description = "The post, scheduled", body = PostBody)))]
pub async fn post(
    caller: Caller,
    At(id): At<Post>,
    Input(asked): Input<Enqueued>,
) -> Result<Response, Problem> {
    let accepted = asked.accept.iter().map(|check| known("accept", check));
    let accepted = accepted.collect::<Result<Vec<_>, _>>()?;
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    post.accept(&accepted, &caller.actor, &mut tx).await?;
    let (post, _) = post.enqueue(&caller.actor, &mut tx).await?;
    let body = PostBody::of(&post, &caller.actor, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// A change of the queue.
#[derive(Serialize, ToSchema)]
pub struct QueueChanged {
    /// What undoes it.
    pub change: Ident,
    /// Where the post is now; null out of the queue.
    #[schema(example = "2026-12-01T09:00:00")]
    pub local_time: Option<String>,
}

/// Take a post out of the queue, back to a draft
#[utoipa::path(delete, path = "/api/v1/posts/{post}/queue", operation_id = "post_leave_queue", tag = "queue",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    responses((status = 200, description = "It is a draft again", body = QueueChanged)))]
pub async fn delete(caller: Caller, At(id): At<Post>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let post = Post::load(id, &caller.actor, &mut tx).await?;
    let change = post.leave_queue(&caller.actor, &mut tx).await?;
    caller.changed(tx, &QueueChanged { change: change.into(), local_time: None }).await
}

/// Where a post of the queue goes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueMove {
    /// An opening, as a clock reading in the brand’s zone; whoever is there takes its place.
    #[schema(value_type = Option<String>, example = "2026-12-01T09:00")]
    local_time: Option<String>,
    /// Or the nearest opening that way.
    way: Option<WayWord>,
}

/// Which way a post goes in the queue.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WayWord {
    /// To the opening before.
    Earlier,
    /// To the opening after.
    Later,
}

/// Move a post within the queue
#[utoipa::path(put, path = "/api/v1/posts/{post}/queue", operation_id = "post_move_in_queue", tag = "queue",
    security(("token" = ["posts:write"])), params(("post" = Ident, Path, description = "The post")),
    request_body = QueueMove,
    responses((status = 200, description = "Where it is now", body = QueueChanged)))]
pub async fn put(
    caller: Caller,
    At(id): At<Post>,
    Input(asked): Input<QueueMove>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Post::load(id, &caller.actor, &mut tx).await?;
    let actor = &caller.actor;
    let (change, local) = match (asked.local_time, asked.way) {
        (Some(local), None) => {
            let local: DateTime =
                local.parse().map_err(|_| Problem::field("local_time", "not_a_time"))?;
            queue::put(id, local, actor, &mut tx).await?
        }
        (None, Some(way)) => {
            let way = match way {
                WayWord::Earlier => Way::Earlier,
                WayWord::Later => Way::Later,
            };
            queue::earlier_or_later(id, way, actor, &mut tx).await?
        }
        _ => return Err(Problem::field("local_time", "time_or_way")),
    };
    let body = QueueChanged { change: change.into(), local_time: Some(local.to_string()) };
    caller.changed(tx, &body).await
}
