//! Questions handed to those who know, and the address book of those who know.

use axum::Json;
use axum::response::Response;
use conversations::Conversation;
use conversations::escalation::{
    Asked, AskedState, Context, Deadline, Escalation, EscalationError, EscalationState, Expert,
    ExpertEdit, ExpertError, LONGEST_NAME, Narrowed, NewEscalation, Whom,
};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, Caller, FieldProblem, Ident, Input, Kind, Listing, Moment, Params, Problem, known, limit,
    word,
};
use crate::Refusal;
use crate::words::args;

word! {
    /// Where an escalation stands.
    EscalationStateWord(EscalationState);
    /// Where it stands with someone who is asked.
    AskedStateWord(AskedState);
    /// What of the conversation they see.
    EscalationContextWord(Context);
    /// Which escalations.
    EscalationListWord(Narrowed);
}

/// Someone who is asked.
#[derive(Serialize, ToSchema)]
#[schema(as = EscalationAsked)]
pub struct AskedBody {
    id: Ident,
    expert: Option<Ident>,
    teammate: Option<Ident>,
    name: String,
    email: String,
    state: AskedStateWord,
    asked_at: Moment,
    answered_at: Option<Moment>,
    /// Their answer; empty until there is one.
    answer: String,
    /// What they miss, or why they refuse.
    why: String,
}

impl From<Asked> for AskedBody {
    fn from(asked: Asked) -> Self {
        Self {
            id: asked.id.into(),
            expert: asked.expert.map(Ident::from),
            teammate: asked.teammate.map(Ident::from),
            name: asked.name,
            email: asked.email,
            state: asked.state.into(),
            asked_at: asked.asked_at.into(),
            answered_at: asked.answered_at.map(Moment::from),
            answer: asked.answer,
            why: asked.why,
        }
    }
}

/// A question about a conversation.
#[derive(Serialize, ToSchema)]
#[schema(as = Escalation)]
pub struct EscalationBody {
    id: Ident,
    conversation: Ident,
    question: String,
    context: EscalationContextWord,
    with_notes: bool,
    state: EscalationStateWord,
    asked_at: Moment,
    due_at: Moment,
    /// The message that keeps the person waiting.
    holding: Option<Ident>,
    closed_at: Option<Moment>,
    asked: Vec<AskedBody>,
}

impl From<Escalation> for EscalationBody {
    fn from(one: Escalation) -> Self {
        Self {
            id: one.id.into(),
            conversation: one.conversation.into(),
            question: one.question,
            context: one.context.into(),
            with_notes: one.with_notes,
            state: one.state.into(),
            asked_at: one.asked_at.into(),
            due_at: one.due_at.into(),
            holding: one.holding.map(Ident::from),
            closed_at: one.closed_at.map(Moment::from),
            asked: one.asked.into_iter().map(AskedBody::from).collect(),
        }
    }
}

/// Until when: an instant, or a number of minutes of the brand's opening hours.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EscalationDeadline)]
pub struct DeadlineInput {
    /// That instant.
    due_at: Option<Moment>,
    /// So many minutes of opening hours from now.
    #[schema(example = 240)]
    working_minutes: Option<i64>,
}

impl DeadlineInput {
    fn read(&self) -> Result<Deadline, Problem> {
        match (self.due_at, self.working_minutes) {
            (Some(at), None) => Ok(Deadline::At(at.at())),
            (None, Some(minutes)) if (1..=129_600).contains(&minutes) => {
                Ok(Deadline::Working(SignedDuration::from_mins(minutes)))
            }
            (None, Some(_)) => Err(Problem::field("working_minutes", "not_a_delay")),
            _ => Err(Problem::field("due_at", "missing")),
        }
    }
}

/// A question to hand over.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewEscalation)]
pub struct AskInput {
    #[schema(example = "La tradition contient-elle du sésame ?")]
    question: String,
    /// Those of the address book who are asked.
    #[serde(default)]
    experts: Vec<Ident>,
    /// Teammates who are asked.
    #[serde(default)]
    teammates: Vec<Ident>,
    /// Until that instant.
    due_at: Option<Moment>,
    /// Or for so many minutes of opening hours.
    #[schema(example = 240)]
    working_minutes: Option<i64>,
    /// What they see: `thread`, `last` or `post`.
    #[serde(default = "thread")]
    #[schema(inline)]
    context: EscalationContextWord,
    /// Whether they see the team's notes.
    #[serde(default)]
    with_notes: bool,
    /// A holding reply to the person; it goes out once.
    #[serde(default)]
    holding: String,
}

fn thread() -> EscalationContextWord {
    EscalationContextWord(Context::Thread)
}

impl From<EscalationError> for Problem {
    fn from(error: EscalationError) -> Self {
        match error {
            EscalationError::NoQuestion => Problem::field("question", "empty"),
            EscalationError::Empty => Problem::field("words", "empty"),
            EscalationError::TooLong => {
                let most = args![most => conversations::escalation::LONGEST_QUESTION];
                Problem::fields(vec![FieldProblem::given("question", "text_too_long", most)])
            }
            EscalationError::Nobody => Problem::field("experts", "missing"),
            EscalationError::NoSuchPerson => Problem::field("experts", "no_such_expert"),
            EscalationError::InThePast => Problem::field("due_at", "in_the_past"),
            EscalationError::TooFar => Problem::field("due_at", "not_a_delay"),
            EscalationError::Over
            | EscalationError::AskedAlready
            | EscalationError::HeldAlready => Problem::new(Kind::State),
            EscalationError::Reply(error) => error.into(),
            EscalationError::NotFound => Problem::not_found(),
            error => Refusal::from(error).into(),
        }
    }
}

/// Which escalations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EscalationsAsked {
    /// `open` when nothing is said, `late`, `review` (the team's turn) or `over`.
    #[param(inline)]
    which: Option<EscalationListWord>,
    /// Only those that this teammate is asked.
    teammate: Option<Ident>,
    /// How many items: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// Questions handed over, the soonest deadline first
#[utoipa::path(get, path = "/api/v1/escalations", operation_id = "escalations", tag = "escalations",
    security(("token" = ["conversations:read"])), params(EscalationsAsked),
    responses((status = 200, description = "Escalations", body = Listing<EscalationBody>)))]
pub async fn list(
    caller: Caller,
    Params(asked): Params<EscalationsAsked>,
) -> Result<Json<Listing<EscalationBody>>, Problem> {
    let which = asked.which.map_or(Narrowed::Open, |word| word.0);
    let (of, limit) = (asked.teammate.map(Ident::of), limit(asked.limit)?);
    let mut tx = caller.read().await?;
    let lines = Escalation::list(which, of, limit, &caller.actor, &mut tx).await?;
    let bodies = lines.into_iter().map(|line| EscalationBody::from(line.escalation));
    Ok(Json(Listing::whole(bodies)))
}

/// One question handed over, with what was answered
#[utoipa::path(get, path = "/api/v1/escalations/{escalation}", operation_id = "escalation", tag = "escalations",
    security(("token" = ["conversations:read"])), params(("escalation" = Ident, Path, description = "The escalation")),
    responses((status = 200, description = "The escalation", body = EscalationBody)))]
pub async fn get(caller: Caller, At(id): At<Escalation>) -> Result<Json<EscalationBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Escalation::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Hand a question about a conversation to those who know
///
/// Each gets a letter with a link of their own.
#[utoipa::path(post, path = "/api/v1/conversations/{conversation}/escalations", operation_id = "escalation_ask",
    tag = "escalations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = AskInput,
    responses((status = 201, description = "The escalation", body = EscalationBody)))]
pub async fn ask(
    caller: Caller,
    At(conversation): At<Conversation>,
    Input(new): Input<AskInput>,
) -> Result<Response, Problem> {
    let until = DeadlineInput { due_at: new.due_at, working_minutes: new.working_minutes };
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(conversation, &caller.actor, &mut tx).await?;
    let deadline = until.read()?;
    let experts = new.experts.into_iter().map(|id| Whom::Expert(id.of()));
    let teammates = new.teammates.into_iter().map(|id| Whom::Teammate(id.of()));
    let new = NewEscalation {
        conversation: conversation.id,
        question: new.question,
        to: experts.chain(teammates).collect(),
        deadline,
        context: new.context.0,
        with_notes: new.with_notes,
        holding: new.holding,
    };
    let escalation = Escalation::ask(new, &caller.actor, &mut tx).await?;
    caller.created(tx, &EscalationBody::from(escalation)).await
}

/// Give another deadline
///
/// Those who are still to answer are told, and reminded anew.
#[utoipa::path(put, path = "/api/v1/escalations/{escalation}/deadline", operation_id = "escalation_extend",
    tag = "escalations", security(("token" = ["conversations:write"])),
    params(("escalation" = Ident, Path, description = "The escalation")), request_body = DeadlineInput,
    responses((status = 200, description = "The escalation, as it is now", body = EscalationBody)))]
pub async fn extend(
    caller: Caller,
    At(id): At<Escalation>,
    Input(new): Input<DeadlineInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let escalation = Escalation::load(id, &caller.actor, &mut tx).await?;
    escalation.extend(new.read()?, &caller.actor, &mut tx).await?;
    let now = Escalation::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &EscalationBody::from(now)).await
}

/// Words that complete a question.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EscalationCompletion)]
pub struct CompletionInput {
    #[schema(example = "Farine T65, cuite le matin même.")]
    words: String,
    /// Only for this one, who answered or misses something; all who miss something otherwise.
    asked: Option<Ident>,
}

/// Complete a question for those who miss something, or ask again
#[utoipa::path(post, path = "/api/v1/escalations/{escalation}/completion", operation_id = "escalation_complete",
    tag = "escalations", security(("token" = ["conversations:write"])),
    params(("escalation" = Ident, Path, description = "The escalation")), request_body = CompletionInput,
    responses((status = 200, description = "The escalation, as it is now", body = EscalationBody)))]
pub async fn complete(
    caller: Caller,
    At(id): At<Escalation>,
    Input(new): Input<CompletionInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let escalation = Escalation::load(id, &caller.actor, &mut tx).await?;
    let asked = new.asked.map(Ident::of);
    escalation.complete(&new.words, asked, None, &caller.actor, &mut tx).await?;
    let now = Escalation::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &EscalationBody::from(now)).await
}

/// Take a question back
///
/// Those who were still to answer are told.
#[utoipa::path(delete, path = "/api/v1/escalations/{escalation}", operation_id = "escalation_withdraw",
    tag = "escalations", security(("token" = ["conversations:write"])),
    params(("escalation" = Ident, Path, description = "The escalation")),
    responses((status = 204, description = "Nobody is asked any more")))]
pub async fn withdraw(caller: Caller, At(id): At<Escalation>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let escalation = Escalation::load(id, &caller.actor, &mut tx).await?;
    escalation.withdraw(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// A line of the address book.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewExpert)]
pub struct ExpertInput {
    #[schema(example = "Anna Bérard")]
    name: String,
    #[schema(example = "anna@labo.example")]
    email: String,
    /// What they know of.
    #[serde(default)]
    #[schema(example = "allergènes, étiquetage")]
    fields: String,
    /// `fr` or `en`.
    #[schema(example = "fr")]
    language: String,
}

impl ExpertInput {
    fn read(self) -> Result<ExpertEdit, Problem> {
        let language = known("language", &self.language)?;
        Ok(ExpertEdit { name: self.name, email: self.email, fields: self.fields, language })
    }
}

/// Someone whom the brand may ask.
#[derive(Serialize, ToSchema)]
#[schema(as = Expert)]
pub struct ExpertBody {
    id: Ident,
    #[serde(flatten)]
    says: ExpertInput,
}

impl From<Expert> for ExpertBody {
    fn from(expert: Expert) -> Self {
        let says = ExpertInput {
            name: expert.name,
            email: expert.email,
            fields: expert.fields,
            language: expert.language.tag().to_owned(),
        };
        Self { id: expert.id.into(), says }
    }
}

impl From<ExpertError> for Problem {
    fn from(error: ExpertError) -> Self {
        match error {
            ExpertError::Name => {
                let most = args![most => LONGEST_NAME];
                Problem::fields(vec![FieldProblem::given("name", "text_too_long", most)])
            }
            ExpertError::Email => Problem::field("email", "not_an_address"),
            ExpertError::KnownAlready => Problem::field("email", "known_already"),
            ExpertError::TooLong => {
                let most = args![most => 300];
                Problem::fields(vec![FieldProblem::given("fields", "text_too_long", most)])
            }
            error => Refusal::from(error).into(),
        }
    }
}

/// Those whom the brand may ask, by name
#[utoipa::path(get, path = "/api/v1/experts", operation_id = "experts", tag = "escalations",
    security(("token" = ["conversations:read"])),
    responses((status = 200, description = "All of them", body = Listing<ExpertBody>)))]
pub async fn experts(caller: Caller) -> Result<Json<Listing<ExpertBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Expert::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(ExpertBody::from))))
}

/// Add someone to the address book
#[utoipa::path(post, path = "/api/v1/experts", operation_id = "expert_add", tag = "escalations",
    security(("token" = ["conversations:write"])), request_body = ExpertInput,
    responses((status = 201, description = "The expert", body = ExpertBody)))]
pub async fn add_expert(
    caller: Caller,
    Input(new): Input<ExpertInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let expert = Expert::add(new.read()?, &caller.actor, &mut tx).await?;
    caller.created(tx, &ExpertBody::from(expert)).await
}

/// Change a line of the address book
#[utoipa::path(put, path = "/api/v1/experts/{expert}", operation_id = "expert_change", tag = "escalations",
    security(("token" = ["conversations:write"])), params(("expert" = Ident, Path, description = "The expert")),
    request_body = ExpertInput,
    responses((status = 200, description = "The expert, as it is now", body = ExpertBody)))]
pub async fn change_expert(
    caller: Caller,
    At(id): At<Expert>,
    Input(new): Input<ExpertInput>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let expert = Expert::load(id, &caller.actor, &mut tx).await?;
    expert.edit(new.read()?, &caller.actor, &mut tx).await?;
    let now = Expert::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &ExpertBody::from(now)).await
}

/// Take someone out of the address book
#[utoipa::path(delete, path = "/api/v1/experts/{expert}", operation_id = "expert_remove", tag = "escalations",
    security(("token" = ["conversations:write"])), params(("expert" = Ident, Path, description = "The expert")),
    responses((status = 204, description = "They are not in the book any more")))]
pub async fn remove_expert(caller: Caller, At(id): At<Expert>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let expert = Expert::load(id, &caller.actor, &mut tx).await?;
    expert.remove(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}
