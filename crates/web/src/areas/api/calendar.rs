//! What is planned and what was published, by time.

use axum::Json;
use jiff::SignedDuration;
use platform::Brand;
use publishing::calendar::entries;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::posts::clock;
use super::publications::StateWord;
use super::shared::{Caller, Ident, Listing, Moment, Params, Problem, instant};

/// The longest span that one call reads.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 100);

/// Which part of the calendar.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Span {
    /// Due at or after.
    #[param(required = true)]
    from: Option<Moment>,
    /// Due before; at most 100 days after `from`.
    #[param(required = true)]
    to: Option<Moment>,
}

/// A publication of a post, as a calendar shows it.
#[derive(Serialize, ToSchema)]
pub struct CalendarEntry {
    publication: Ident,
    post: Ident,
    channel: Ident,
    state: StateWord,
    due_at: Moment,
    /// The same, on a clock of the brand.
    #[schema(example = "2026-11-24T09:00:00")]
    local_time: String,
    #[schema(example = "Europe/Paris")]
    zone: String,
    /// The first words of the post.
    excerpt: String,
}

/// The publications of posts due in a span, by time; cancelled ones are left out
#[utoipa::path(get, path = "/api/v1/calendar", operation_id = "calendar", tag = "posts",
    security(("token" = ["posts:read"])), params(Span),
    responses((status = 200, description = "All of them", body = Listing<CalendarEntry>)))]
pub async fn get(
    caller: Caller,
    Params(span): Params<Span>,
) -> Result<Json<Listing<CalendarEntry>>, Problem> {
    let (from, to) = (instant("from", span.from)?, instant("to", span.to)?);
    if to <= from || to.duration_since(from) > LONGEST {
        return Err(Problem::field("to", "span"));
    }
    let mut tx = caller.read().await?;
    let zone = Brand::of(&caller.actor, &mut tx).await?.zone;
    let found = entries(from, to, &caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(found.into_iter().map(|entry| CalendarEntry {
        publication: entry.publication.into(),
        post: entry.post.into(),
        channel: entry.channel.into(),
        state: entry.state.into(),
        due_at: entry.due_at.into(),
        local_time: clock(entry.due_at, zone.time_zone()),
        zone: zone.name().to_owned(),
        excerpt: entry.excerpt,
    }))))
}
