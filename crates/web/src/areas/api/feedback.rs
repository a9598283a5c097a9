//! Suggestions and complaints.

use axum::Json;
use axum::response::Response;
use conversations::feedback::{
    Case, CaseFilter, CaseKind, CaseState, Category, FeedbackError, Filing, Takes, Telling, ToFile,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::areas::api::shared::{
    At, Caller, Ident, Input, Kind, Listing, Moment, Params, Problem, limit, word,
};

word! {
    /// What something filed is.
    CaseKindWord(CaseKind);
    /// Where it stands.
    CaseStateWord(CaseState);
    /// What a category takes.
    TakesWord(Takes);
    /// How messages come to a category.
    FilingWord(Filing);
    /// How authors are told.
    TellingWord(Telling);
}

impl From<FeedbackError> for Problem {
    fn from(error: FeedbackError) -> Self {
        match error {
            FeedbackError::NotFound => Problem::not_found(),
            FeedbackError::BadName => Problem::field("name", "out_of_range"),
            FeedbackError::BadDays => Problem::field("days", "out_of_range"),
            FeedbackError::BadWords(_) => Problem::field("words", "out_of_range"),
            FeedbackError::NoSuchTeammate => Problem::field("owner", "no_such_teammate"),
            FeedbackError::ReasonMissing => Problem::field("reason", "missing"),
            FeedbackError::FiledAlready(_) => Problem::new(Kind::Conflict),
            FeedbackError::TooMany | FeedbackError::Stale | FeedbackError::NotSendable => {
                Problem::new(Kind::State)
            }
            FeedbackError::NotAllowed(error) => error.into(),
            FeedbackError::Database(error) => error.into(),
        }
    }
}

/// Which suggestions and complaints.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CasesAsked {
    /// `proposed`, `received`, `in_progress`, `done`, `declined` or `dismissed`; the first three
    /// when nothing is said.
    #[param(inline)]
    state: Option<CaseStateWord>,
    /// Those that ended too.
    #[serde(default)]
    all: bool,
    /// Only of this category.
    category: Option<Ident>,
    /// `suggestion` or `complaint`.
    #[param(inline)]
    kind: Option<CaseKindWord>,
    /// Only this teammate's.
    owner: Option<Ident>,
    /// Only what takes longer than it may.
    #[serde(default)]
    sleeping: bool,
    /// Where the page begins: `next` of the page before.
    cursor: Option<usize>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// A suggestion or a complaint.
#[derive(Serialize, ToSchema)]
#[schema(as = Feedback)]
pub struct CaseBody {
    id: Ident,
    kind: CaseKindWord,
    category: Ident,
    #[schema(example = "Livraison")]
    category_name: String,
    /// The teammate who looks after it.
    owner: Ident,
    /// What the first message said, in a line.
    #[schema(example = "Le pain livré ce matin était rassis")]
    title: String,
    state: CaseStateWord,
    /// Why it was declined, or what was done.
    reason: String,
    /// How many people said it.
    people: i64,
    filed_at: Moment,
    moved_at: Moment,
    begun_at: Option<Moment>,
    closed_at: Option<Moment>,
    /// Until when it may take.
    due_at: Moment,
    /// Whether it takes longer.
    sleeping: bool,
    /// The one that took its people.
    merged_into: Option<Ident>,
}

impl CaseBody {
    fn new(case: Case, now: Timestamp) -> Self {
        Self {
            sleeping: case.sleeps(now),
            id: case.id.into(),
            kind: case.kind.into(),
            category: case.category.into(),
            category_name: case.category_name,
            owner: case.owner.into(),
            title: case.title,
            state: case.state.into(),
            reason: case.reason,
            people: case.people,
            filed_at: case.filed_at.into(),
            moved_at: case.moved_at.into(),
            begun_at: case.begun_at.map(Moment::from),
            closed_at: case.closed_at.map(Moment::from),
            due_at: case.due_at.into(),
            merged_into: case.merged_into.map(Ident::from),
        }
    }
}

/// Suggestions and complaints: what waits longest first
#[utoipa::path(get, path = "/api/v1/feedback", operation_id = "feedback_list", tag = "feedback",
    security(("token" = ["conversations:read"])), params(CasesAsked),
    responses((status = 200, description = "A page of them", body = Listing<CaseBody>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<CasesAsked>,
) -> Result<Json<Listing<CaseBody>>, Problem> {
    let filter = CaseFilter {
        state: asked.state.map(|word| word.0),
        all: asked.all,
        category: asked.category.map(Ident::of),
        kind: asked.kind.map(|word| word.0),
        owner: asked.owner.map(Ident::of),
        sleeping: asked.sleeping,
        skip: asked.cursor.unwrap_or_default(),
        limit: limit(asked.limit)?,
    };
    let mut tx = caller.read().await?;
    let page = Case::list(&filter, &caller.actor, &mut tx).await?;
    let next = page.more.then(|| (filter.skip + page.cases.len()).to_string());
    let now = tx.now();
    let items = page.cases.into_iter().map(|case| CaseBody::new(case, now)).collect();
    Ok(Json(Listing { items, next }))
}

/// A suggestion or a complaint
#[utoipa::path(get, path = "/api/v1/feedback/{case}", operation_id = "feedback_one", tag = "feedback",
    security(("token" = ["conversations:read"])),
    params(("case" = Ident, Path, description = "The suggestion or complaint")),
    responses((status = 200, description = "It", body = CaseBody)))]
pub async fn get(caller: Caller, At(id): At<Case>) -> Result<Json<CaseBody>, Problem> {
    let mut tx = caller.read().await?;
    let case = Case::load(id, &caller.actor, &mut tx).await?;
    Ok(Json(CaseBody::new(case, tx.now())))
}

/// What to file.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewFeedback)]
pub struct ToFileBody {
    #[schema(inline, example = "01920000-0000-7000-8000-000000000001")]
    conversation: Ident,
    /// The message; their last when nothing is said.
    message: Option<Ident>,
    #[schema(inline, example = "01920000-0000-7000-8000-000000000001")]
    category: Ident,
    /// `suggestion` or `complaint`; what it reads like when nothing is said.
    #[schema(inline)]
    kind: Option<CaseKindWord>,
}

/// File a message as a suggestion or a complaint
///
/// Its author is told that it is here, as the category says; whoever looks after it is told too.
#[utoipa::path(post, path = "/api/v1/feedback", operation_id = "feedback_file", tag = "feedback",
    security(("token" = ["conversations:write"])), request_body = ToFileBody,
    responses((status = 201, description = "It, filed", body = CaseBody)))]
pub async fn file(caller: Caller, Input(new): Input<ToFileBody>) -> Result<Response, Problem> {
    let file = ToFile {
        conversation: new.conversation.of(),
        message: new.message.map(Ident::of),
        category: new.category.of(),
        kind: new.kind.map(|word| word.0),
    };
    let mut tx = caller.begin().await?;
    let case = Case::file(file, &caller.actor, &mut tx).await?;
    let body = CaseBody::new(case, tx.now());
    caller.created(tx, &body).await
}

/// Where it goes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FeedbackStep)]
pub struct StepBody {
    /// `received` or `dismissed` for what is proposed; then `in_progress`, `done`, `declined`.
    #[schema(inline, example = "in_progress")]
    state: CaseStateWord,
    /// What was done, or why not: needed to decline.
    #[serde(default)]
    #[schema(example = "Le four est plein jusqu’à Noël.")]
    reason: String,
}

/// Move a suggestion or a complaint on
///
/// Its authors are told once, as the category says.
#[utoipa::path(post, path = "/api/v1/feedback/{case}/step", operation_id = "feedback_advance", tag = "feedback",
    security(("token" = ["conversations:write"])),
    params(("case" = Ident, Path, description = "The suggestion or complaint")), request_body = StepBody,
    responses((status = 200, description = "It, moved on", body = CaseBody)))]
pub async fn advance(
    caller: Caller,
    At(id): At<Case>,
    Input(new): Input<StepBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let case = Case::load(id, &caller.actor, &mut tx).await?;
    let case = case.advance(new.state.0, &new.reason, &caller.actor, &mut tx).await?;
    let body = CaseBody::new(case, tx.now());
    caller.changed(tx, &body).await
}

/// A category of suggestions and complaints.
#[derive(Serialize, ToSchema)]
#[schema(as = FeedbackCategory)]
pub struct CategoryBody {
    id: Ident,
    #[schema(example = "Livraison")]
    name: String,
    takes: TakesWord,
    owner: Ident,
    /// Words that lead to it; none for all.
    terms: Vec<String>,
    filing: FilingWord,
    telling: TellingWord,
    /// How many days one may take.
    days: i64,
}

/// The categories of suggestions and complaints
#[utoipa::path(get, path = "/api/v1/feedback-categories", operation_id = "feedback_categories", tag = "feedback",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "The categories", body = Listing<CategoryBody>)))]
pub async fn categories(caller: Caller) -> Result<Json<Listing<CategoryBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Category::all(&caller.actor, &mut tx).await?;
    let body = |one: Category| CategoryBody {
        id: one.id.into(),
        name: one.says.name,
        takes: one.says.takes.into(),
        owner: one.says.owner.into(),
        terms: one.says.terms.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect(),
        filing: one.says.filing.into(),
        telling: one.says.telling.into(),
        days: one.says.days,
    };
    Ok(Json(Listing { items: all.into_iter().map(body).collect(), next: None }))
}
