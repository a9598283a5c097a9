//! How messages are read, and saying what one really is.

use axum::Json;
use axum::response::Response;
use conversations::Message;
use conversations::judgement::{self, Feeling, Harm, Intent, Judgement, JudgementError, Said};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::areas::api::shared::{At, Caller, Ident, Input, Problem, word};

word! {
    /// How the author of a message feels.
    FeelingWord(Feeling);
    /// What makes a message rude or worse.
    HarmWord(Harm);
    /// What a message may want.
    IntentWord(Intent);
}

/// How one message is read. Scores go from 0 to 1.
#[derive(Serialize, ToSchema)]
#[schema(as = Judgement)]
pub struct JudgementBody {
    /// `fr`, `en`, another’s tag, `und` when it can’t be told.
    #[schema(example = "fr")]
    language: String,
    language_confidence: f64,
    /// How its author feels; null where the language is not read.
    feeling: Option<FeelingWord>,
    feeling_confidence: f64,
    /// `none`, `swearing`, `insult`, `hate` or `threat`.
    harm: HarmWord,
    harm_score: f64,
    spam: bool,
    spam_score: f64,
    /// All that it wants, what it wants most first.
    intents: Vec<IntentWord>,
    /// Whether a teammate said so.
    corrected: bool,
}

impl From<&Judgement> for JudgementBody {
    fn from(read: &Judgement) -> Self {
        let mut intents = read.intents.clone();
        intents.sort_by_key(|intent| Some(*intent) != read.intent);
        Self {
            language: read.language.clone(),
            language_confidence: read.language_sure,
            feeling: read.feeling().map(FeelingWord::from),
            feeling_confidence: read.sure,
            harm: read.harm.into(),
            harm_score: read.harm_sure,
            spam: read.spam,
            spam_score: read.spam_sure,
            intents: intents.into_iter().map(IntentWord::from).collect(),
            corrected: read.corrected,
        }
    }
}

impl From<JudgementError> for Problem {
    fn from(error: JudgementError) -> Self {
        match error {
            JudgementError::NotFound => Problem::not_found(),
            JudgementError::NotAllowed(error) => error.into(),
            JudgementError::Database(error) => error.into(),
        }
    }
}

/// What a message really is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Correction)]
pub struct CorrectionBody {
    /// `negative`, `neutral` or `positive`.
    #[schema(inline, example = "negative")]
    feeling: FeelingWord,
    /// `none`, `swearing`, `insult`, `hate` or `threat`.
    #[schema(inline, example = "none")]
    harm: HarmWord,
    spam: bool,
    /// All that it wants.
    #[schema(inline, example = json!(["complaint"]))]
    intents: Vec<IntentWord>,
}

/// Say what a message really is: it counts at once, and is learnt for those like it
#[utoipa::path(put, path = "/api/v1/messages/{message}/judgement", operation_id = "message_correct",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("message" = Ident, Path, description = "The message")), request_body = CorrectionBody,
    responses((status = 200, description = "How it is read now", body = JudgementBody)))]
pub async fn correct(
    caller: Caller,
    At(id): At<Message>,
    Input(new): Input<CorrectionBody>,
) -> Result<Response, Problem> {
    let said = Said {
        feeling: new.feeling.0,
        harm: new.harm.0,
        spam: new.spam,
        intents: new.intents.into_iter().map(|word| word.0).collect(),
    };
    let mut tx = caller.begin().await?;
    let read = judgement::correct(id, said, &caller.actor, &mut tx).await?;
    caller.changed(tx, &JudgementBody::from(&read)).await
}

/// Take a correction back: the message and those like it are read as before
#[utoipa::path(delete, path = "/api/v1/messages/{message}/judgement", operation_id = "message_correction_withdraw",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("message" = Ident, Path, description = "The message")),
    responses((status = 200, description = "How it is read now", body = JudgementBody)))]
pub async fn withdraw(caller: Caller, At(id): At<Message>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let read = judgement::withdraw(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &JudgementBody::from(&read)).await
}

/// How a message is read
#[utoipa::path(get, path = "/api/v1/messages/{message}/judgement", operation_id = "message_judgement",
    tag = "conversations", security(("token" = ["conversations:read"])),
    params(("message" = Ident, Path, description = "The message")),
    responses((status = 200, description = "How it is read", body = JudgementBody)))]
pub async fn get(caller: Caller, At(id): At<Message>) -> Result<Json<JudgementBody>, Problem> {
    let mut tx = caller.read().await?;
    let read = judgement::of(caller.actor.brand(), &[id], &mut tx).await?;
    let read = read.get(&id).ok_or_else(Problem::not_found)?;
    Ok(Json(JudgementBody::from(read)))
}
