//! What is promised of answers, when the brand is there to keep it, and who is away.

use axum::Json;
use axum::response::Response;
use conversations::Priority;
use conversations::assignment::{Absence, AbsenceError, NewAbsence};
use conversations::hours::{Holidays, Hours, HoursError, Opening, OpeningError, Week};
use conversations::promise::{self, ClockKind, DueRow, DueState, NewPolicy, Policy, PolicyError};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, Caller, FieldProblem, Ident, Input, Listing, Moment, Params, Problem, limit, word,
};

word! {
    /// What is promised.
    PromiseKindWord(ClockKind);
    /// How near the end of a promise is.
    DueStateWord(DueState);
    /// Which public holidays are closed.
    HolidaysWord(Holidays);
    /// How urgent conversations are.
    PromisePriorityWord(Priority);
}

/// A conversation and its nearest promise.
#[derive(Serialize, ToSchema)]
#[schema(as = DuePromise)]
pub struct DueBody {
    conversation: Ident,
    channel: Ident,
    /// Whose it is among the teammates.
    assignee: Option<Ident>,
    kind: PromiseKindWord,
    state: DueStateWord,
    due_at: Moment,
    /// From when on it is at risk.
    at_risk_at: Moment,
}

impl DueBody {
    fn of(due: DueRow, now: Timestamp) -> Self {
        let conversation = due.row.conversation;
        Self {
            conversation: conversation.id.into(),
            channel: conversation.channel.into(),
            assignee: conversation.assignee.map(Ident::from),
            kind: due.promised.kind.into(),
            state: due.promised.state(now).into(),
            due_at: due.promised.due_at.into(),
            at_risk_at: due.promised.at_risk_at.into(),
        }
    }
}

/// Which promises.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DueAsked {
    /// Only those in that state.
    state: Option<DueStateWord>,
    /// Only those of this teammate.
    assignee: Option<Ident>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// What is promised, the soonest first
#[utoipa::path(get, path = "/api/v1/promises", operation_id = "promises", tag = "promises",
    security(("token" = ["conversations:read"])), params(DueAsked),
    responses((status = 200, description = "Conversations with a promise that runs", body = Listing<DueBody>)))]
pub async fn due(
    caller: Caller,
    Params(asked): Params<DueAsked>,
) -> Result<Json<Listing<DueBody>>, Problem> {
    let (state, of) = (asked.state.map(|word| word.0), asked.assignee.map(Ident::of));
    let limit = limit(asked.limit)?;
    let mut tx = caller.read().await?;
    let rows = promise::due_list(state, of, limit, &caller.actor, &mut tx).await?;
    let now = tx.now();
    Ok(Json(Listing::whole(rows.into_iter().map(|row| DueBody::of(row, now)))))
}

/// What is promised to some of those who write; delays in minutes.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPromisePolicy)]
pub struct PolicyInput {
    #[schema(example = "Tout le monde")]
    name: String,
    /// Only for this channel.
    channel: Option<Ident>,
    /// Only under this label.
    label: Option<Ident>,
    /// Only of this urgency.
    priority: Option<PromisePriorityWord>,
    /// Until the first answer.
    #[schema(example = 240)]
    first_minutes: Option<i64>,
    /// Until each next one.
    next_minutes: Option<i64>,
    /// Until it is settled.
    resolution_minutes: Option<i64>,
    /// Counted in the opening hours; around the clock otherwise.
    working: bool,
}

/// A policy of the brand.
#[derive(Serialize, ToSchema)]
#[schema(as = PromisePolicy)]
pub struct PolicyBody {
    id: Ident,
    #[serde(flatten)]
    says: PolicyInput,
}

impl From<Policy> for PolicyBody {
    fn from(policy: Policy) -> Self {
        let minutes = |delay: Option<SignedDuration>| delay.map(|delay| delay.as_secs() / 60);
        let says = policy.says;
        Self {
            id: policy.id.into(),
            says: PolicyInput {
                name: says.name,
                channel: says.channel.map(Ident::from),
                label: says.label.map(Ident::from),
                priority: says.priority.map(PromisePriorityWord),
                first_minutes: minutes(says.first),
                next_minutes: minutes(says.next),
                resolution_minutes: minutes(says.resolution),
                working: says.working,
            },
        }
    }
}

impl PolicyInput {
    fn read(self) -> Result<NewPolicy, Problem> {
        let delay = |field: &str, minutes: Option<i64>| match minutes {
            Some(minutes) if !(1..=129_600).contains(&minutes) => {
                Err(Problem::field(field, "not_a_delay"))
            }
            minutes => Ok(minutes.map(SignedDuration::from_mins)),
        };
        Ok(NewPolicy {
            name: self.name,
            channel: self.channel.map(Ident::of),
            label: self.label.map(Ident::of),
            priority: self.priority.map(|word| word.0),
            first: delay("first_minutes", self.first_minutes)?,
            next: delay("next_minutes", self.next_minutes)?,
            resolution: delay("resolution_minutes", self.resolution_minutes)?,
            working: self.working,
        })
    }
}

impl From<PolicyError> for Problem {
    fn from(error: PolicyError) -> Self {
        match error {
            PolicyError::BadName => Problem::field("name", "empty"),
            PolicyError::NothingPromised => Problem::field("first_minutes", "missing"),
            PolicyError::BadDelay => Problem::field("first_minutes", "not_a_delay"),
            PolicyError::TooMany => Problem::field("name", "too_many_rules"),
            error => crate::Refusal::from(error).into(),
        }
    }
}

/// What the brand promises, in the order in which policies are tried
#[utoipa::path(get, path = "/api/v1/promise-policies", operation_id = "promise_policies", tag = "promises",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "All of them", body = Listing<PolicyBody>)))]
pub async fn policies(caller: Caller) -> Result<Json<Listing<PolicyBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Policy::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(PolicyBody::from))))
}

/// Promise something, after what is promised already
#[utoipa::path(post, path = "/api/v1/promise-policies", operation_id = "promise_policy_add", tag = "promises",
    security(("token" = ["brand:write"])), request_body = PolicyInput,
    responses((status = 201, description = "The policy", body = PolicyBody)))]
pub async fn add_policy(
    caller: Caller,
    Input(new): Input<PolicyInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let policy = Policy::add(new.read()?, &caller.actor, &mut tx).await?;
    caller.created(tx, &PolicyBody::from(policy)).await
}

/// Promise something else
///
/// What has ended stays as it was promised.
#[utoipa::path(put, path = "/api/v1/promise-policies/{policy}", operation_id = "promise_policy_change", tag = "promises",
    security(("token" = ["brand:write"])), params(("policy" = Ident, Path, description = "The policy")),
    request_body = PolicyInput,
    responses((status = 200, description = "The policy, as it is now", body = PolicyBody)))]
pub async fn change_policy(
    caller: Caller,
    At(id): At<Policy>,
    Input(new): Input<PolicyInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let policy = Policy::change(id, new.read()?, &caller.actor, &mut tx).await?;
    caller.changed(tx, &PolicyBody::from(policy)).await
}

/// Stop promising something
#[utoipa::path(delete, path = "/api/v1/promise-policies/{policy}", operation_id = "promise_policy_remove", tag = "promises",
    security(("token" = ["brand:write"])), params(("policy" = Ident, Path, description = "The policy")),
    responses((status = 204, description = "It is no longer promised")))]
pub async fn remove_policy(caller: Caller, At(id): At<Policy>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Policy::remove(id, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// One stretch of a day, by the clock of the brand.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Opening)]
pub struct OpeningBody {
    #[schema(example = "09:00")]
    from: String,
    /// 24:00 at most.
    #[schema(example = "12:30")]
    until: String,
}

/// When the brand is there to answer.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OpeningHours)]
pub struct HoursBody {
    /// The openings of each day, Monday first; null: around the clock.
    week: Option<[Vec<OpeningBody>; 7]>,
    holidays: HolidaysWord,
}

fn week_of(week: [Vec<OpeningBody>; 7]) -> Result<Week, OpeningError> {
    let mut read = Week::default();
    for (place, day) in read.iter_mut().zip(week) {
        for opening in day {
            place.push(Opening::parse(&opening.from, &opening.until)?);
        }
    }
    Ok(read)
}

impl From<HoursError> for Problem {
    fn from(error: HoursError) -> Self {
        match error {
            HoursError::NeverOpen => Problem::field("week", "empty"),
            HoursError::Overlap => Problem::field("week", "not_hours"),
            error => crate::Refusal::from(error).into(),
        }
    }
}

/// The opening hours
#[utoipa::path(get, path = "/api/v1/opening-hours", operation_id = "opening_hours", tag = "promises",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "The hours, in the brand’s zone", body = HoursBody)))]
pub async fn hours(caller: Caller) -> Result<Json<HoursBody>, Problem> {
    let mut tx = caller.read().await?;
    let setting = Hours::setting(&caller.actor, &mut tx).await?;
    let day = |day: Vec<Opening>| {
        let texts = day.into_iter().map(Opening::texts);
        texts.map(|(from, until)| OpeningBody { from, until }).collect()
    };
    let week = setting.week.map(|week| week.map(day));
    Ok(Json(HoursBody { week, holidays: setting.holidays.into() }))
}

/// Set the opening hours
///
/// What is promised is worked out anew.
#[utoipa::path(put, path = "/api/v1/opening-hours", operation_id = "opening_hours_set", tag = "promises",
    security(("token" = ["brand:write"])), request_body = HoursBody,
    responses((status = 204, description = "They are set")))]
pub async fn set_hours(caller: Caller, Input(new): Input<HoursBody>) -> Result<Response, Problem> {
    let week = new.week.map(week_of).transpose();
    let week = week.map_err(|_| Problem::field("week", "not_hours"))?;
    let mut tx = caller.begin().await?;
    Hours::set(week, new.holidays.0, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// Days on which a teammate gets nothing new.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAbsence)]
pub struct AbsenceInput {
    teammate: Ident,
    /// The first day.
    #[schema(value_type = String, format = Date, example = "2026-12-21")]
    from: Date,
    /// The last day.
    #[schema(value_type = String, format = Date, example = "2026-12-27")]
    until: Date,
    #[serde(default)]
    note: String,
}

/// An absence that is not over.
#[derive(Serialize, ToSchema)]
#[schema(as = Absence)]
pub struct AbsenceBody {
    id: Ident,
    #[serde(flatten)]
    says: AbsenceInput,
}

impl From<Absence> for AbsenceBody {
    fn from(absence: Absence) -> Self {
        let NewAbsence { teammate, from, until, note } = absence.says;
        let says = AbsenceInput { teammate: teammate.into(), from, until, note };
        Self { id: absence.id.into(), says }
    }
}

impl From<AbsenceError> for Problem {
    fn from(error: AbsenceError) -> Self {
        match error {
            AbsenceError::Backwards => Problem::field("until", "before_its_beginning"),
            AbsenceError::NoteTooLong => {
                let most = crate::words::args![most => 200];
                Problem::fields(vec![FieldProblem::given("note", "text_too_long", most)])
            }
            AbsenceError::NotOfTeam => Problem::not_found(),
            error => crate::Refusal::from(error).into(),
        }
    }
}

/// Absences that are not over, the soonest first
#[utoipa::path(get, path = "/api/v1/absences", operation_id = "absences", tag = "promises",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "All of them", body = Listing<AbsenceBody>)))]
pub async fn absences(caller: Caller) -> Result<Json<Listing<AbsenceBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Absence::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(AbsenceBody::from))))
}

/// Say that someone is away
#[utoipa::path(post, path = "/api/v1/absences", operation_id = "absence_add", tag = "promises",
    security(("token" = ["conversations:write"])), request_body = AbsenceInput,
    responses((status = 201, description = "The absence", body = AbsenceBody)))]
pub async fn add_absence(
    caller: Caller,
    Input(new): Input<AbsenceInput>,
) -> Result<Response, Problem> {
    let says = NewAbsence {
        teammate: new.teammate.of(),
        from: new.from,
        until: new.until,
        note: new.note,
    };
    let mut tx = caller.begin().await?;
    let id = Absence::add(says, &caller.actor, &mut tx).await?;
    let all = Absence::all(&caller.actor, &mut tx).await?;
    let added = all.into_iter().find(|absence| absence.id == id);
    let added = added.ok_or_else(|| Problem::field("until", "in_the_past"))?;
    caller.created(tx, &AbsenceBody::from(added)).await
}

/// Say that they are back
#[utoipa::path(delete, path = "/api/v1/absences/{absence}", operation_id = "absence_remove", tag = "promises",
    security(("token" = ["conversations:write"])), params(("absence" = Ident, Path, description = "The absence")),
    responses((status = 204, description = "They are back")))]
pub async fn remove_absence(caller: Caller, At(id): At<Absence>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Absence::remove(id, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}
