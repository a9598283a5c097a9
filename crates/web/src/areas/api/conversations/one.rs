//! One conversation: its messages, answering, resolving.

use axum::Json;
use axum::response::Response;
use conversations::judgement;
use conversations::{Conversation, Message, NewReply};
use database::Tx;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::reading::JudgementBody;
use super::shape::{ConversationBody, MessageBody};
use crate::areas::api::posts::{NewMedia, attached};
use crate::areas::api::shared::{At, Caller, Ident, Input, Params, Place, Problem, limit};

/// Which part of a conversation.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PartAsked {
    /// The part before: `older` of the part that was read.
    before: Option<String>,
    /// How many messages: 1 to 100, 50 when nothing is said.
    limit: Option<usize>,
}

/// A conversation, with a part of its messages.
#[derive(Serialize, ToSchema)]
pub struct ConversationInFull {
    #[serde(flatten)]
    conversation: ConversationBody,
    /// Oldest first; the last ones unless `before` was given.
    messages: Vec<MessageBody>,
    /// Where the part before is: give it as `before`. Null at the beginning.
    #[schema(required)]
    older: Option<String>,
}

/// One conversation, with its messages
#[utoipa::path(get, path = "/api/v1/conversations/{conversation}", operation_id = "conversation", tag = "conversations",
    security(("token" = ["conversations:read"])),
    params(("conversation" = Ident, Path, description = "The conversation"), PartAsked),
    responses((status = 200, description = "The conversation", body = ConversationInFull)))]
pub async fn get(
    caller: Caller,
    At(id): At<Conversation>,
    Params(asked): Params<PartAsked>,
) -> Result<Json<ConversationInFull>, Problem> {
    let limit = limit(asked.limit)?;
    let before = Place::read(asked.before.as_deref())?.map(Place::split);
    let mut tx = caller.read().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let part = conversation.messages(before, limit, &caller.actor, &mut tx).await?;
    let older = part.older.map(|(at, id)| Place::new(at, id).to_string());
    Ok(Json(ConversationInFull {
        conversation: with_person(conversation, &mut tx).await?,
        messages: with_judgements(part.messages, &caller, &mut tx).await?,
        older,
    }))
}

async fn with_judgements(
    messages: Vec<Message>,
    caller: &Caller,
    tx: &mut Tx,
) -> Result<Vec<MessageBody>, Problem> {
    let ids: Vec<_> = messages.iter().map(|message| message.id).collect();
    let read = judgement::of(caller.actor.brand(), &ids, tx).await?;
    let body = |message: Message| {
        let judgement = read.get(&message.id).map(JudgementBody::from);
        let mut body = MessageBody::from(message);
        body.judgement = judgement;
        body
    };
    Ok(messages.into_iter().map(body).collect())
}

/// The conversation as it is read, with who it is with.
pub async fn with_person(
    conversation: Conversation,
    tx: &mut Tx,
) -> Result<ConversationBody, Problem> {
    let person = conversation.person(tx).await?;
    Ok(ConversationBody::new(conversation, person))
}

/// An answer to send.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewReply)]
pub struct NewReplyBody {
    /// The words.
    #[serde(default)]
    #[schema(example = "Merci Camille, elle est sans gluten.")]
    text: String,
    /// Pictures of the brand.
    #[serde(default)]
    media: Vec<NewMedia>,
    /// The message that it answers; their last when nothing is said.
    to: Option<Ident>,
}

/// Answer in a conversation
///
/// The answer leaves through the same fence as posts: follow its publication.
#[utoipa::path(post, path = "/api/v1/conversations/{conversation}/replies", operation_id = "conversation_reply",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")), request_body = NewReplyBody,
    responses((status = 201, description = "The answer, on its way", body = MessageBody)))]
pub async fn reply(
    caller: Caller,
    At(id): At<Conversation>,
    Input(new): Input<NewReplyBody>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let media = attached(new.media, &caller, &mut tx).await?;
    let reply = NewReply {
        text: new.text,
        media,
        to: new.to.map(Ident::of::<Message>),
        ..NewReply::default()
    };
    let message = conversation.reply(reply, &caller.actor, &mut tx).await?;
    caller.created(tx, &MessageBody::from(message)).await
}

/// Say that a conversation is done with, until something new comes
#[utoipa::path(post, path = "/api/v1/conversations/{conversation}/resolution", operation_id = "conversation_resolve",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")),
    responses((status = 200, description = "The conversation, resolved", body = ConversationBody)))]
pub async fn resolve(caller: Caller, At(id): At<Conversation>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let conversation = conversation.resolve(&caller.actor, &mut tx).await?;
    let body = with_person(conversation, &mut tx).await?;
    caller.changed(tx, &body).await
}

/// Reopen a conversation
#[utoipa::path(delete, path = "/api/v1/conversations/{conversation}/resolution", operation_id = "conversation_reopen",
    tag = "conversations", security(("token" = ["conversations:write"])),
    params(("conversation" = Ident, Path, description = "The conversation")),
    responses((status = 200, description = "The conversation, open", body = ConversationBody)))]
pub async fn reopen(caller: Caller, At(id): At<Conversation>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let conversation = Conversation::load(id, &caller.actor, &mut tx).await?;
    let conversation = conversation.reopen(&caller.actor, &mut tx).await?;
    let body = with_person(conversation, &mut tx).await?;
    caller.changed(tx, &body).await
}
