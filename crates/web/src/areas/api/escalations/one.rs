//! One question: handed over, given more time, completed, taken back.

use axum::Json;
use axum::response::Response;
use conversations::Conversation;
use conversations::escalation::{Context, Deadline, Escalation, NewEscalation, Whom};
use jiff::SignedDuration;
use serde::Deserialize;
use utoipa::ToSchema;

use super::shape::{EscalationBody, EscalationContextWord};
use crate::areas::api::shared::{At, Caller, Ident, Input, Moment, Problem};

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
