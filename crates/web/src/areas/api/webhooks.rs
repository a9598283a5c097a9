//! Webhooks: addresses that are told what happens, and the log of what they were told.

use axum::Json;
use axum::response::Response;
use platform::Right;
use platform::field::Name;
use platform::webhook::{Delivery, DeliveryState, NewWebhook, Stopped, Webhook};
use primitives::Id;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shared::{
    At, AtBoth, Caller, Ident, Input, Listing, Moment, Params, Place, Problem, word,
};

/// The most deliveries a page of the log has.
const MOST: usize = 50;

word! {
    /// Where a delivery stands.
    DeliveryStateWord(DeliveryState);
    /// Why nothing is sent to a webhook.
    StoppedWord(Stopped);
}

/// An address that is told what happens in the brand.
#[derive(Serialize, ToSchema)]
#[schema(as = Webhook)]
pub struct WebhookBody {
    id: Ident,
    name: String,
    #[schema(example = "https://example.org/parvis")]
    url: String,
    /// What it is told of; nothing means everything.
    #[schema(example = json!(["post", "publication"]))]
    nouns: Vec<String>,
    /// Why nothing is sent to it, when nothing is.
    stopped: Option<StoppedWord>,
    /// Since when nothing has been taken.
    failing_since: Option<Moment>,
    created_at: Moment,
}

impl From<Webhook> for WebhookBody {
    fn from(webhook: Webhook) -> Self {
        Self {
            id: webhook.id.into(),
            name: webhook.name,
            url: webhook.url,
            nouns: webhook.nouns,
            stopped: webhook.stopped.map(StoppedWord::from),
            failing_since: webhook.failing_since.map(Moment::from),
            created_at: webhook.created_at.into(),
        }
    }
}

/// A webhook to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWebhook)]
pub struct NewWebhookBody {
    #[schema(example = "Site de la boulangerie")]
    name: String,
    #[schema(example = "https://example.org/parvis")]
    url: String,
    /// What it is told of: `post`, `publication`, `conversation`, `channel`, `feed`, `campaign`,
    /// `media`, `brand`; nothing means everything.
    #[serde(default)]
    nouns: Vec<String>,
}

/// A webhook just added.
#[derive(Serialize, ToSchema)]
pub struct WebhookMade {
    #[serde(flatten)]
    webhook: WebhookBody,
    /// What its deliveries are signed with; shown this once.
    #[schema(example = "whsec_…")]
    secret: String,
}

/// The brand’s webhooks, oldest first
#[utoipa::path(get, path = "/api/v1/webhooks", operation_id = "webhooks", tag = "webhooks",
    security(("token" = ["brand:read"])),
    responses((status = 200, description = "All of them", body = Listing<WebhookBody>)))]
pub async fn list(caller: Caller) -> Result<Json<Listing<WebhookBody>>, Problem> {
    let mut tx = caller.read().await?;
    let all = Webhook::all(&caller.actor, &mut tx).await?;
    Ok(Json(Listing::whole(all.into_iter().map(WebhookBody::from))))
}

/// Add a webhook
///
/// What it is told is signed as Standard Webhooks has it, and sent again for about a day. Asked
/// again with the same key, the answer no longer has the secret.
#[utoipa::path(post, path = "/api/v1/webhooks", operation_id = "webhook_add", tag = "webhooks",
    security(("token" = ["brand:write"])), request_body = NewWebhookBody,
    responses((status = 201, description = "The webhook, with its secret", body = WebhookMade)))]
pub async fn add(caller: Caller, Input(new): Input<NewWebhookBody>) -> Result<Response, Problem> {
    caller.must(Right::ManageBrand)?;
    let name = Name::parse(&new.name).map_err(|_| Problem::field("name", "empty"))?;
    let new = NewWebhook { name, url: new.url, nouns: new.nouns };
    let mut tx = caller.begin().await?;
    let vault = &caller.house.kit.vault;
    let (webhook, secret) = Webhook::add(new, vault, &caller.actor, &mut tx).await?;
    // What is kept under the request's key has no secret: it is only shown now.
    let kept = caller.created(tx, &WebhookBody::from(webhook.clone())).await?;
    let body = WebhookMade { webhook: webhook.into(), secret };
    let body = serde_json::to_string(&body).map_err(Problem::fault)?;
    Ok(Response::from_parts(kept.into_parts().0, body.into()))
}

/// One webhook
#[utoipa::path(get, path = "/api/v1/webhooks/{webhook}", operation_id = "webhook", tag = "webhooks",
    security(("token" = ["brand:read"])), params(("webhook" = Ident, Path, description = "The webhook")),
    responses((status = 200, description = "The webhook", body = WebhookBody)))]
pub async fn get(caller: Caller, At(id): At<Webhook>) -> Result<Json<WebhookBody>, Problem> {
    let mut tx = caller.read().await?;
    Ok(Json(Webhook::load(id, &caller.actor, &mut tx).await?.into()))
}

/// Remove a webhook, with its log
#[utoipa::path(delete, path = "/api/v1/webhooks/{webhook}", operation_id = "webhook_remove", tag = "webhooks",
    security(("token" = ["brand:write"])), params(("webhook" = Ident, Path, description = "The webhook")),
    responses((status = 204, description = "It is told nothing more")))]
pub async fn remove(caller: Caller, At(id): At<Webhook>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Webhook::load(id, &caller.actor, &mut tx).await?.remove(&caller.actor, &mut tx).await?;
    caller.done(tx).await
}

/// Stop telling a webhook
#[utoipa::path(post, path = "/api/v1/webhooks/{webhook}/pause", operation_id = "webhook_stop", tag = "webhooks",
    security(("token" = ["brand:write"])), params(("webhook" = Ident, Path, description = "The webhook")),
    responses((status = 200, description = "The webhook, stopped", body = WebhookBody)))]
pub async fn stop(caller: Caller, At(id): At<Webhook>) -> Result<Response, Problem> {
    stopped(caller, id, true).await
}

/// Tell a webhook again, from now on
#[utoipa::path(delete, path = "/api/v1/webhooks/{webhook}/pause", operation_id = "webhook_resume", tag = "webhooks",
    security(("token" = ["brand:write"])), params(("webhook" = Ident, Path, description = "The webhook")),
    responses((status = 200, description = "The webhook, told again", body = WebhookBody)))]
pub async fn resume(caller: Caller, At(id): At<Webhook>) -> Result<Response, Problem> {
    stopped(caller, id, false).await
}

async fn stopped(caller: Caller, id: Id<Webhook>, stop: bool) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    Webhook::load(id, &caller.actor, &mut tx).await?.stop(stop, &caller.actor, &mut tx).await?;
    let webhook = Webhook::load(id, &caller.actor, &mut tx).await?;
    caller.changed(tx, &WebhookBody::from(webhook)).await
}

/// Send a webhook a trial
#[utoipa::path(post, path = "/api/v1/webhooks/{webhook}/trial", operation_id = "webhook_try", tag = "webhooks",
    security(("token" = ["brand:write"])), params(("webhook" = Ident, Path, description = "The webhook")),
    responses((status = 202, description = "It is being sent: see the log", body = WebhookBody)))]
pub async fn trial(caller: Caller, At(id): At<Webhook>) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let webhook = Webhook::load(id, &caller.actor, &mut tx).await?;
    webhook.send_trial(&caller.actor, &mut tx).await?;
    caller.accepted(tx, &WebhookBody::from(webhook)).await
}

/// One telling of one act.
#[derive(Serialize, ToSchema)]
#[schema(as = Delivery)]
pub struct DeliveryBody {
    /// Receivers know a repeat by it.
    id: Ident,
    /// What happened.
    #[schema(example = "publication.published")]
    verb: String,
    /// What is sent.
    body: String,
    state: DeliveryStateWord,
    /// How many times it was sent.
    attempts: i64,
    /// What the address answered last.
    status: Option<i64>,
    /// What was seen when there was no answer.
    detail: Option<String>,
    created_at: Moment,
    /// When it was last sent.
    tried_at: Option<Moment>,
}

impl From<Delivery> for DeliveryBody {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id.into(),
            verb: delivery.verb,
            body: delivery.body,
            state: delivery.state.into(),
            attempts: delivery.attempts,
            status: delivery.status,
            detail: delivery.detail,
            created_at: delivery.created_at.into(),
            tried_at: delivery.tried_at.map(Moment::from),
        }
    }
}

/// Which part of the log.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct LogAsked {
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// What a webhook was told, newest first
#[utoipa::path(get, path = "/api/v1/webhooks/{webhook}/deliveries", operation_id = "webhook_log", tag = "webhooks",
    security(("token" = ["brand:read"])),
    params(("webhook" = Ident, Path, description = "The webhook"), LogAsked),
    responses((status = 200, description = "A page of the log", body = Listing<DeliveryBody>)))]
pub async fn log(
    caller: Caller,
    At(id): At<Webhook>,
    Params(asked): Params<LogAsked>,
) -> Result<Json<Listing<DeliveryBody>>, Problem> {
    let before = Place::read(asked.cursor.as_deref())?.map(Place::id);
    let mut tx = caller.read().await?;
    let webhook = Webhook::load(id, &caller.actor, &mut tx).await?;
    let found = webhook.log(before, &mut tx).await?;
    // A full page may be the last: the next one is then empty.
    let next =
        found.last().filter(|_| found.len() == MOST).map(|one| Place::of(one.id).to_string());
    let items = found.into_iter().map(DeliveryBody::from).collect();
    Ok(Json(Listing { items, next }))
}

/// Send a delivery once more
#[utoipa::path(post, path = "/api/v1/webhooks/{webhook}/deliveries/{delivery}/retry",
    operation_id = "webhook_retry", tag = "webhooks", security(("token" = ["brand:write"])),
    params(("webhook" = Ident, Path, description = "The webhook"),
        ("delivery" = Ident, Path, description = "The delivery")),
    responses((status = 204, description = "It is being sent")))]
pub async fn retry(
    caller: Caller,
    AtBoth(id, delivery): AtBoth<Webhook, Delivery>,
) -> Result<Response, Problem> {
    let mut tx = caller.begin().await?;
    let webhook = Webhook::load(id, &caller.actor, &mut tx).await?;
    webhook.send_again(delivery, &caller.actor, &mut tx).await?;
    caller.done(tx).await
}
