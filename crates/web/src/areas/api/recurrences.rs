//! Posts that come back.

use axum::Json;
use axum::response::Response;
use database::Tx;
use jiff::civil::DateTime;
use primitives::Id;
use publishing::Recurrence;
use publishing::post::Edit;
use publishing::recurrence::{Coming, Outcome, Piece, RecurrenceEdit, Rhythm, Run};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::posts::{NewMedia, NewVariant, PollBody, PostChange, ScheduleBody, joined};
use super::rhythm::{RecurrenceBody, WhenBody};
use super::shared::{At, Caller, Ident, Input, Listing, Moment, Params, Problem, word};

word! {
    /// What became of one time.
    OutcomeWord(Outcome);
}

/// How many times to come are told.
const COMING: usize = 12;

/// A recurrence, with its times.
#[derive(Serialize, ToSchema)]
pub struct RecurrenceInFull {
    #[serde(flatten)]
    recurrence: RecurrenceBody,
    /// The next twelve times.
    coming: Vec<ComingBody>,
    /// The past times, the latest first.
    history: Vec<RunBody>,
}

/// A time to come.
#[derive(Serialize, ToSchema)]
#[schema(as = ComingTime)]
pub struct ComingBody {
    at: ScheduleBody,
    /// What was already decided of it.
    decided: Option<RunBody>,
}

/// One time that a recurrence came round.
#[derive(Serialize, ToSchema)]
#[schema(as = RecurrenceRun)]
pub struct RunBody {
    /// The reading of the clock, in the brand’s zone.
    #[schema(example = "2026-12-01T09:00:00")]
    local_time: String,
    at: Moment,
    outcome: OutcomeWord,
    /// Which variation, from 0.
    variation: usize,
    post: Option<Ident>,
}

impl From<Run> for RunBody {
    fn from(run: Run) -> Self {
        Self {
            local_time: run.occurrence.to_string(),
            at: run.at.into(),
            outcome: run.outcome.into(),
            variation: run.variation,
            post: run.post.map(Ident::from),
        }
    }
}

impl RecurrenceInFull {
    async fn of(id: Id<Recurrence>, caller: &Caller, tx: &mut Tx) -> Result<Self, Problem> {
        let recurrence = Recurrence::load(id, &caller.actor, tx).await?;
        let coming = recurrence.coming(COMING, tx).await?;
        let history = recurrence.history(tx).await?;
        let one =
            |one: Coming| ComingBody { at: (&one.at).into(), decided: one.run.map(RunBody::from) };
        Ok(Self {
            recurrence: recurrence.into(),
            coming: coming.into_iter().map(one).collect(),
            history: history.into_iter().map(RunBody::from).collect(),
        })
    }
}

/// A post that is to come back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRecurrence {
    /// On which days, or into what is free.
    when: WhenBody,
    /// The first day on which it may come.
    #[schema(value_type = String, format = "date", example = "2026-12-01")]
    start: String,
    /// The last day on which it may come.
    #[schema(value_type = Option<String>, format = "date")]
    until: Option<String>,
    /// How many times in all.
    times: Option<u32>,
    /// Its variations, used in turn.
    #[schema(example = json!(["Le pain du mardi sort à 16 h."]))]
    texts: Vec<String>,
    /// Whether it ends when each variation was used once.
    #[serde(default)]
    ends_when_used: bool,
    /// The channels, each with its own text for the first variation, or none.
    variants: Vec<NewVariant>,
    /// A link to show as a card.
    link: Option<String>,
    /// The pictures, in order.
    #[serde(default)]
    media: Vec<NewMedia>,
    topic: Option<Ident>,
    campaign: Option<Ident>,
    /// The language it is written in; the brand’s when nothing is said.
    language: Option<String>,
    /// The posts that follow the first one.
    #[serde(default)]
    thread: Vec<String>,
    first_comment: Option<String>,
    poll: Option<PollBody>,
    /// With a change: the time from which it holds; all that is to come when nothing is said.
    #[schema(example = "2026-12-15T09:00")]
    from: Option<String>,
}

impl NewRecurrence {
    async fn edit(self, caller: &Caller, tx: &mut Tx) -> Result<RecurrenceEdit, Problem> {
        let day =
            |field: &str, day: &str| day.parse().map_err(|_| Problem::field(field, "not_a_day"));
        let rhythm = Rhythm {
            start: day("start", &self.start)?,
            until: self.until.as_deref().map(|until| day("until", until)).transpose()?,
            times: self.times,
            when: self.when.when()?,
        };
        let media = joined(self.media, caller, tx).await?;
        let change = PostChange {
            link: Some(self.link),
            variants: Some(self.variants),
            topic: Some(self.topic),
            campaign: Some(self.campaign),
            language: Some(self.language),
            thread: Some(self.thread),
            first_comment: Some(self.first_comment),
            poll: Some(self.poll),
            ..PostChange::default()
        };
        let edit = change.applied(Edit::default(), Some(media), &caller.actor, tx).await?;
        Ok(RecurrenceEdit {
            rhythm,
            texts: self.texts,
            piece: Piece::of(&edit),
            ends_when_used: self.ends_when_used,
        })
    }
}

/// Every recurrence: those that come back first, the latest begun first
#[utoipa::path(get, path = "/api/v1/recurrences", operation_id = "recurrences", tag = "queue",
    security(("token" = ["posts:read"])),
    responses((status = 200, description = "All of them", body = Listing<RecurrenceBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<RecurrenceBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Recurrence::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(RecurrenceBody::from))))
}

/// Begin a recurrence
#[utoipa::path(post, path = "/api/v1/recurrences", operation_id = "recurrence_begin", tag = "queue",
    security(("token" = ["posts:write"])), request_body = NewRecurrence,
    responses((status = 201, description = "The recurrence", body = RecurrenceInFull)))]
pub async fn begin(caller: Caller, Input(new): Input<NewRecurrence>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let edit = new.edit(&caller, &mut tx).await?;
    let recurrence = Recurrence::begin(edit, &caller.actor, &mut tx).await?;
    let body = RecurrenceInFull::of(recurrence.id, &caller, &mut tx).await?;
    caller.created(tx, &body).await
}

/// One recurrence, with its times
#[utoipa::path(get, path = "/api/v1/recurrences/{recurrence}", operation_id = "recurrence", tag = "queue",
    security(("token" = ["posts:read"])), params(("recurrence" = Ident, Path, description = "The recurrence")),
    responses((status = 200, description = "The recurrence", body = RecurrenceInFull)))]
pub async fn get(
    caller: Caller,
    At(id): At<Recurrence>,
) -> Result<Json<RecurrenceInFull>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(RecurrenceInFull::of(id, &caller, &mut tx).await?))
}

/// Change what is to come of a recurrence
///
/// With `from`, what comes from then on is a recurrence of its own, which is answered.
#[utoipa::path(put, path = "/api/v1/recurrences/{recurrence}", operation_id = "recurrence_change", tag = "queue",
    security(("token" = ["posts:write"])), params(("recurrence" = Ident, Path, description = "The recurrence")),
    request_body = NewRecurrence,
    responses((status = 200, description = "What comes now", body = RecurrenceInFull)))]
pub async fn put(
    caller: Caller,
    At(id): At<Recurrence>,
    Input(mut new): Input<NewRecurrence>,
) -> Result<Response, Problem> {
    let from = new.from.take().map(|from| reading("from", &from)).transpose()?;
    let mut tx = caller.begin().await?;
    let recurrence = Recurrence::load(id, &caller.actor, &mut tx).await?;
    let edit = new.edit(&caller, &mut tx).await?;
    let next = recurrence.edit(edit, from, &caller.actor, &mut tx).await?;
    let body = RecurrenceInFull::of(next.id, &caller, &mut tx).await?;
    caller.changed(tx, &body).await
}

fn reading(field: &str, local: &str) -> Result<DateTime, Problem> {
    local.parse().map_err(|_| Problem::field(field, "not_a_time"))
}

/// How a recurrence ends.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Ending {
    /// `true`: the posts made for later that nobody changed are taken away.
    withdraw: Option<bool>,
}

/// End a recurrence
#[utoipa::path(delete, path = "/api/v1/recurrences/{recurrence}", operation_id = "recurrence_end", tag = "queue",
    security(("token" = ["posts:write"])),
    params(("recurrence" = Ident, Path, description = "The recurrence"), Ending),
    responses((status = 200, description = "The recurrence, ended", body = RecurrenceInFull)))]
pub async fn end(
    caller: Caller,
    At(id): At<Recurrence>,
    Params(ending): Params<Ending>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let recurrence = Recurrence::load(id, &caller.actor, &mut tx).await?;
    recurrence.end(ending.withdraw.unwrap_or(false), &caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

/// Make no more posts until it is resumed
#[utoipa::path(post, path = "/api/v1/recurrences/{recurrence}/pause", operation_id = "recurrence_pause", tag = "queue",
    security(("token" = ["posts:write"])), params(("recurrence" = Ident, Path, description = "The recurrence")),
    responses((status = 200, description = "The recurrence, paused", body = RecurrenceInFull)))]
pub async fn pause(caller: Caller, At(id): At<Recurrence>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Recurrence::load(id, &caller.actor, &mut tx).await?.pause(&caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

/// Let a recurrence come back from now on
#[utoipa::path(delete, path = "/api/v1/recurrences/{recurrence}/pause", operation_id = "recurrence_resume", tag = "queue",
    security(("token" = ["posts:write"])), params(("recurrence" = Ident, Path, description = "The recurrence")),
    responses((status = 200, description = "The recurrence, active", body = RecurrenceInFull)))]
pub async fn resume(caller: Caller, At(id): At<Recurrence>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Recurrence::load(id, &caller.actor, &mut tx).await?.resume(&caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

/// One time of a recurrence.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Skipped {
    /// The reading of the clock, in the brand’s zone.
    #[schema(example = "2026-12-08T09:00")]
    local_time: String,
}

/// Skip one time; its post, if it has not left, is taken away
#[utoipa::path(post, path = "/api/v1/recurrences/{recurrence}/skips", operation_id = "recurrence_skip", tag = "queue",
    security(("token" = ["posts:write"])), params(("recurrence" = Ident, Path, description = "The recurrence")),
    request_body = Skipped,
    responses((status = 200, description = "The recurrence", body = RecurrenceInFull)))]
pub async fn skip(
    caller: Caller,
    At(id): At<Recurrence>,
    Input(skipped): Input<Skipped>,
) -> Result<Response, Problem> {
    let local = reading("local_time", &skipped.local_time)?;
    let mut tx = caller.begin().await?;
    let recurrence = Recurrence::load(id, &caller.actor, &mut tx).await?;
    recurrence.skip(local, &caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

/// Take back the skipping of one time
#[utoipa::path(post, path = "/api/v1/recurrences/{recurrence}/skips/end", operation_id = "recurrence_unskip", tag = "queue",
    security(("token" = ["posts:write"])), params(("recurrence" = Ident, Path, description = "The recurrence")),
    request_body = Skipped,
    responses((status = 200, description = "The recurrence", body = RecurrenceInFull)))]
pub async fn unskip(
    caller: Caller,
    At(id): At<Recurrence>,
    Input(skipped): Input<Skipped>,
) -> Result<Response, Problem> {
    let local = reading("local_time", &skipped.local_time)?;
    let mut tx = caller.begin().await?;
    let recurrence = Recurrence::load(id, &caller.actor, &mut tx).await?;
    recurrence.unskip(local, &caller.actor, &mut tx).await?;
    shown(caller, id, tx).await
}

async fn shown(caller: Caller, id: Id<Recurrence>, mut tx: Tx) -> Result<Response, Problem> {
    let body = RecurrenceInFull::of(id, &caller, &mut tx).await?;
    caller.changed(tx, &body).await
}
