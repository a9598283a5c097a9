//! A question and those who are asked, as they are written, and what is refused.

use conversations::escalation::{
    Asked, AskedState, Context, Escalation, EscalationError, EscalationState,
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::Refusal;
use crate::areas::api::shared::{FieldProblem, Ident, Kind, Moment, Problem, word};
use crate::words::args;

word! {
    /// Where an escalation stands.
    EscalationStateWord(EscalationState);
    /// Where it stands with someone who is asked.
    AskedStateWord(AskedState);
    /// What of the conversation they see.
    EscalationContextWord(Context);
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
