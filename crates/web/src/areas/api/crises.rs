//! Crises: how things stand, alerts, opening a room, standing down.

use axum::Json;
use axum::response::Response;
use conversations::crisis::burst::{Basis, Prediction};
use conversations::crisis::{
    self, Alert, AlertState, Crisis, CrisisError, CrisisState, Decision, Level, NewCrisis, Watched,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shared::{At, Caller, Ident, Input, Kind, Listing, Moment, Problem, word};
use crate::areas::crisis::carry_out;

word! {
    /// How grave a crisis is.
    CrisisLevelWord(Level);
    /// Whether a crisis runs.
    CrisisStateWord(CrisisState);
    /// Where an alert stands.
    CrisisAlertStateWord(AlertState);
    /// On what a prediction rests.
    CrisisBasisWord(Basis);
    /// What becomes of a post when a crisis ends.
    CrisisDecisionWord(Decision);
}

/// What the past predicts of an hour or a day.
#[derive(Serialize, ToSchema)]
#[schema(as = CrisisPrediction)]
pub struct PredictionBody {
    basis: CrisisBasisWord,
    /// The past counts, the latest first.
    past: Vec<i64>,
    /// The 99.9th percentile of what they predict.
    most_usual: i64,
    /// From how many messages on it is a burst.
    threshold: i64,
}

impl From<&Prediction> for PredictionBody {
    fn from(prediction: &Prediction) -> Self {
        Self {
            basis: prediction.basis.into(),
            past: prediction.past.clone(),
            most_usual: prediction.most,
            threshold: prediction.threshold(),
        }
    }
}

/// How an hour or a day stands.
#[derive(Serialize, ToSchema)]
#[schema(as = CrisisWatched)]
pub struct WatchedBody {
    from: Moment,
    to: Moment,
    /// Negative messages in it so far.
    negative_messages: i64,
    /// Not there while there is too little past.
    prediction: Option<PredictionBody>,
}

impl From<Watched> for WatchedBody {
    fn from(watched: Watched) -> Self {
        Self {
            from: watched.from.into(),
            to: watched.to.into(),
            negative_messages: watched.seen,
            prediction: watched.prediction.as_ref().map(PredictionBody::from),
        }
    }
}

/// A crisis, or a rehearsal.
#[derive(Serialize, ToSchema)]
#[schema(as = Crisis)]
pub struct CrisisBody {
    id: Ident,
    name: String,
    level: CrisisLevelWord,
    state: CrisisStateWord,
    rehearsal: bool,
    opened_at: Moment,
    ended_at: Option<Moment>,
    lessons: String,
}

impl From<Crisis> for CrisisBody {
    fn from(crisis: Crisis) -> Self {
        Self {
            id: crisis.id.into(),
            level: crisis.level.into(),
            state: crisis.state.into(),
            rehearsal: crisis.rehearsal,
            opened_at: crisis.opened_at.into(),
            ended_at: crisis.ended.map(|(_, at)| at.into()),
            name: crisis.name,
            lessons: crisis.lessons,
        }
    }
}

/// How a brand stands.
#[derive(Serialize, ToSchema)]
#[schema(as = CrisisStanding)]
pub struct StandingBody {
    /// The crisis that runs.
    running: Option<CrisisBody>,
    /// Whether it holds the brand's posts.
    posts_held: bool,
    hour: WatchedBody,
    day: WatchedBody,
}

/// A negative burst that was told.
#[derive(Serialize, ToSchema)]
#[schema(as = CrisisAlert)]
pub struct AlertBody {
    id: Ident,
    state: CrisisAlertStateWord,
    from: Moment,
    to: Moment,
    negative_messages: i64,
    prediction: PredictionBody,
    raised_at: Moment,
    crisis: Option<Ident>,
}

impl From<Alert> for AlertBody {
    fn from(alert: Alert) -> Self {
        Self {
            id: alert.id.into(),
            state: alert.state.into(),
            from: alert.from.into(),
            to: alert.to.into(),
            negative_messages: alert.seen,
            prediction: (&alert.prediction).into(),
            raised_at: alert.raised_at.into(),
            crisis: alert.crisis.map(Ident::from),
        }
    }
}

/// A crisis to open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCrisis)]
pub struct CrisisInput {
    #[schema(example = "Le pain rassis de mardi")]
    name: String,
    /// Watched when none is said.
    level: Option<CrisisLevelWord>,
    /// The alert that it comes from.
    alert: Option<Ident>,
    /// Words by which a message belongs to it, besides being negative.
    #[serde(default)]
    words: Vec<String>,
    /// Whether the brand's posts are held from now on.
    #[serde(default)]
    holds_posts: bool,
    /// What is to be done.
    #[serde(default)]
    checklist: Vec<String>,
}

/// What is decided of a post.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CrisisPostDecision)]
pub struct PostDecision {
    publication: Ident,
    decision: CrisisDecisionWord,
    /// A clock reading in the brand's zone, for `move`.
    #[schema(example = "2026-12-01T09:00")]
    moved_to: Option<String>,
    /// Asked for by `give_up`.
    #[serde(default)]
    reason: String,
}

/// The end of a crisis.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CrisisStandDown)]
pub struct StandDownInput {
    /// What is decided of each post that was held, or leaves soon.
    #[serde(default)]
    decisions: Vec<PostDecision>,
    /// What was learnt.
    #[serde(default)]
    lessons: String,
}

impl From<CrisisError> for Problem {
    fn from(error: CrisisError) -> Self {
        match error {
            CrisisError::Empty => Problem::field("name", "empty"),
            CrisisError::NotATime => Problem::field("moved_to", "not_a_time"),
            CrisisError::ReasonNeeded => Problem::field("reason", "missing"),
            CrisisError::AnotherRuns(_)
            | CrisisError::Over
            | CrisisError::Undecided(_)
            | CrisisError::Runs => Problem::new(Kind::State),
            CrisisError::TooLong(_) => Problem::new(Kind::TooLarge),
            error => crate::Refusal::from(error).into(),
        }
    }
}

/// How the brand stands: the crisis that runs, and negative messages against their past
#[utoipa::path(get, path = "/api/v1/crisis", operation_id = "crisis", tag = "conversations",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "How it stands", body = StandingBody)))]
pub async fn standing(caller: Caller) -> Result<Json<StandingBody>, Problem> {
    let mut tx = caller.read().await?;
    let watching = crisis::watched(&caller.actor, &mut tx).await?;
    let running = Crisis::running(&caller.actor, &mut tx).await?;
    let posts_held = match &running {
        Some(crisis) => crisis.pauses(&mut tx).await?,
        None => false,
    };
    Ok(Json(StandingBody {
        running: running.map(CrisisBody::from),
        posts_held,
        hour: watching.hour.into(),
        day: watching.day.into(),
    }))
}

/// Alerts, the latest first
#[utoipa::path(get, path = "/api/v1/crisis-alerts", operation_id = "crisis_alerts", tag = "conversations",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "The last 50", body = Listing<AlertBody>)))]
pub async fn alerts(caller: Caller) -> Result<Json<Listing<AlertBody>>, Problem> {
    let mut tx = caller.read().await?;
    let alerts = Alert::list(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(alerts.into_iter().map(AlertBody::from))))
}

/// Close an alert: it is no crisis
#[utoipa::path(delete, path = "/api/v1/crisis-alerts/{alert}", operation_id = "crisis_alert_close", tag = "conversations",
    security(("token" = ["conversations:write"])),
    params(("alert" = Ident, Path, description = "The alert")),
    responses((status = 204, description = "It is closed")))]
pub async fn close_alert(caller: Caller, At(alert): At<Alert>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Alert::close(alert, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// Open a crisis room
///
/// Negative messages are gathered, those concerned are told; posts are held if so asked.
#[utoipa::path(post, path = "/api/v1/crisis", operation_id = "crisis_open", tag = "conversations",
    security(("token" = ["conversations:write"])), request_body = CrisisInput,
    responses((status = 201, description = "The crisis", body = CrisisBody)))]
pub async fn open(caller: Caller, Input(new): Input<CrisisInput>) -> Result<Response, Problem> {
    let new = NewCrisis {
        name: new.name,
        level: new.level.map(|word| word.0),
        alert: new.alert.map(Ident::of),
        words: new.words.join("\n"),
        since: None,
        pauses: new.holds_posts,
        checklist: new.checklist.join("\n"),
    };
    let mut tx = caller.begin().await?;
    let crisis = Crisis::open(new, &caller.actor, &mut tx).await?;
    caller.created(tx, &CrisisBody::from(crisis)).await
}

/// Stand a crisis down
///
/// Each post that was held, or leaves within 48 hours, needs a decision: without one for each,
/// nothing changes. Nothing leaves without one.
#[utoipa::path(post, path = "/api/v1/crisis/{crisis}/stand-down", operation_id = "crisis_stand_down", tag = "conversations",
    security(("token" = ["posts:write"])), request_body = StandDownInput,
    params(("crisis" = Ident, Path, description = "The crisis")),
    responses((status = 204, description = "It is over")))]
pub async fn stand_down(
    caller: Caller,
    At(id): At<Crisis>,
    Input(end): Input<StandDownInput>,
) -> Result<Response, Problem> {
    let actor = &caller.actor;
    let mut tx = caller.begin().await?;
    for one in end.decisions {
        let moved_to = one.moved_to.unwrap_or_default();
        let (publication, decision) = (one.publication.of(), one.decision.0);
        Crisis::review(id, publication, decision, &moved_to, &one.reason, actor, &mut tx).await?;
    }
    let decided = Crisis::end(id, &end.lessons, actor, &mut tx).await?;
    carry_out(&decided, actor, &mut tx).await?;
    caller.done(tx).await
}
