//! The queue as a whole: its openings, its order, undoing.

use axum::Json;
use axum::response::Response;
use publishing::queue::{self, Change, Opening};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::posts::ScheduleBody;
use super::shared::{At, Caller, Ident, Input, Listing, Params, Problem};

/// How far ahead.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct QueueAsked {
    /// How many days: 1 to 366, 28 when nothing is said.
    days: Option<i32>,
}

/// A reading of the clock at which the brand has slots, with what fills them.
#[derive(Serialize, ToSchema)]
#[schema(as = Opening)]
pub struct OpeningBody {
    at: ScheduleBody,
    slots: Vec<Ident>,
    /// The channels that are still free then.
    free: Vec<Ident>,
    filled: Vec<FilledBody>,
}

/// A post at an opening.
#[derive(Serialize, ToSchema)]
#[schema(as = Filled)]
pub struct FilledBody {
    post: Ident,
    /// Its first words.
    excerpt: String,
    topic: Option<Ident>,
    channels: Vec<Ident>,
    /// Whether it waits there by the queue; else it was scheduled there by hand.
    queued: bool,
    /// Whether a recurrence made it.
    recurring: bool,
}

impl From<Opening> for OpeningBody {
    fn from(opening: Opening) -> Self {
        let idents = |channels: Vec<primitives::Id<channels::Channel>>| {
            channels.into_iter().map(Ident::from).collect::<Vec<_>>()
        };
        let filled = opening.filled.into_iter().map(|filled| FilledBody {
            post: filled.post.into(),
            excerpt: filled.excerpt,
            topic: filled.topic.map(Ident::from),
            channels: idents(filled.channels),
            queued: filled.queued,
            recurring: filled.recurring,
        });
        Self {
            at: (&opening.at).into(),
            slots: opening.slots.iter().map(|slot| slot.id.into()).collect(),
            filled: filled.collect(),
            free: idents(opening.free),
        }
    }
}

/// The coming openings, with what fills each
#[utoipa::path(get, path = "/api/v1/queue", operation_id = "queue", tag = "queue",
    security(("token" = ["posts:read"])), params(QueueAsked),
    responses((status = 200, description = "All of them", body = Listing<OpeningBody>)))]
pub async fn get(
    caller: Caller,
    Params(asked): Params<QueueAsked>,
) -> Result<Json<Listing<OpeningBody>>, Problem> {
    let days = asked.days.unwrap_or(28);
    if !(1..=366).contains(&days) {
        return Err(Problem::field("days", "out_of_range"));
    }
    let mut tx = caller.read().await?;
    let coming = queue::coming(days, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(coming.into_iter().map(OpeningBody::from))))
}

/// What to mix.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shuffle {
    /// Only posts of this channel.
    channel: Option<Ident>,
}

/// What was mixed.
#[derive(Serialize, ToSchema)]
pub struct Shuffled {
    /// What undoes it.
    change: Ident,
    /// How many posts moved.
    moved: usize,
}

/// Mix what waits in the queue; topics keep their slots
#[utoipa::path(post, path = "/api/v1/queue/shuffle", operation_id = "queue_shuffle", tag = "queue",
    security(("token" = ["posts:write"])), request_body = Shuffle,
    responses((status = 200, description = "How many moved", body = Shuffled)))]
pub async fn shuffle(caller: Caller, Input(asked): Input<Shuffle>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let channel = asked.channel.map(Ident::of);
    let (change, moved) = queue::shuffle(channel, &caller.actor, &mut tx).await?;
    caller.changed(tx, &Shuffled { change: change.into(), moved }).await
}

/// What was put back.
#[derive(Serialize, ToSchema)]
pub struct PutBack {
    /// How many posts are back where they were.
    back: usize,
    /// How many stay: moved since, or their place is taken or past.
    kept: usize,
}

/// Undo a change of the queue or of its slots
#[utoipa::path(delete, path = "/api/v1/queue/changes/{change}", operation_id = "queue_undo", tag = "queue",
    security(("token" = ["posts:write"])), params(("change" = Ident, Path, description = "The change")),
    responses((status = 200, description = "What was put back", body = PutBack)))]
pub async fn undo(caller: Caller, At(id): At<Change>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let undone = Change::undo(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &PutBack { back: undone.back, kept: undone.kept }).await
}
