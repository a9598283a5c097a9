use std::time::Duration;

use database::{Database, Error, Tx};
use jiff::{SignedDuration, Timestamp};
use jobs::{Done, Enqueue, Job, JobContext, JobError};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::{Delivery, DeliveryState, SIGNATURE, Stopped, Webhook, context, sign, store};
use crate::activity::Activity;
use crate::notification::{self, Recipients};
use crate::outbound::Outbound;
use crate::vault::Vault;
use crate::{Brand, Right, Subject};

/// A webhook that takes nothing for so long is told nothing more, and its brand is warned.
const SILENCE: SignedDuration = SignedDuration::from_hours(5 * 24);
/// How long the log is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The job that sends one delivery.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeliverWebhook {
    /// Which one.
    pub delivery: Id<Delivery>,
}

impl Job for DeliverWebhook {
    const KIND: &'static str = "deliver_webhook";
}

/// What sending needs.
#[derive(Clone)]
pub struct WebhookKit {
    /// Where deliveries are.
    pub database: Database,
    /// The one client.
    pub http: Outbound,
    /// What opens their secrets.
    pub vault: Vault,
}

/// One act of the stream, as it is told.
pub(crate) struct Act<'a> {
    /// Its id in the stream.
    pub id: Id<Activity>,
    /// What happened.
    pub verb: &'a str,
    /// To what.
    pub subject: &'a Subject,
    /// The kind of the one behind it.
    pub by: &'a str,
}

/// Plans a delivery of this act for each webhook of the brand that listens to its noun.
pub(crate) async fn fan_out(
    brand: Id<Brand>,
    act: &Act<'_>,
    data: &Json,
    tx: &mut Tx,
) -> Result<(), Error> {
    let noun = act.verb.split('.').next().unwrap_or_default();
    // What happens to webhooks themselves is told to none: it would never end.
    if noun == "webhook" {
        return Ok(());
    }
    for webhook in store::of_brand(brand, tx).await? {
        let listens = webhook.nouns.is_empty() || webhook.nouns.iter().any(|known| known == noun);
        if listens && webhook.stopped.is_none() {
            plan(webhook.id, brand, act, data, tx).await?;
        }
    }
    Ok(())
}

pub(super) async fn plan(
    webhook: Id<Webhook>,
    brand: Id<Brand>,
    act: &Act<'_>,
    data: &Json,
    tx: &mut Tx,
) -> Result<(), Error> {
    let body = json!({
        "type": act.verb,
        "timestamp": tx.now().to_string(),
        "activity": act.id.to_string(),
        "brand": brand.to_string(),
        "by": act.by,
        "subject": { "kind": act.subject.kind, "id": act.subject.id.map(|id| id.to_string()) },
        "data": data,
    });
    let id = tx.new_id();
    store::insert_delivery(id, webhook, brand, act.verb, &body.to_string(), tx).await?;
    enqueue(id, brand, tx).await
}

pub(super) async fn enqueue(
    delivery: Id<Delivery>,
    brand: Id<Brand>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let job = DeliverWebhook { delivery };
    jobs::enqueue(tx, &job, Enqueue::now().brand(brand)).await.map(drop)
}

/// Sends a delivery; a second run of the same job sends it a second time at worst, under the
/// same id.
pub async fn deliver(
    job: DeliverWebhook,
    context: &JobContext,
    kit: &WebhookKit,
) -> Result<Done, JobError> {
    let mut tx = kit.database.read().await?;
    let found = store::to_send(job.delivery, &mut tx).await?;
    drop(tx);
    let Some(sending) = found else { return Ok(Done::Finished) };
    if sending.stopped.is_some() && sending.verb != "webhook.tried" {
        let last = Answer { status: None, detail: None };
        close(kit, job.delivery, DeliveryState::GivenUp, &last).await?;
        return Ok(Done::Finished);
    }
    let answer = send(kit, job.delivery, &sending, context.now).await;
    match answer.status {
        Some(200..=299) => {
            close(kit, job.delivery, DeliveryState::Taken, &answer).await?;
            Ok(Done::Finished)
        }
        Some(410) => {
            close(kit, job.delivery, DeliveryState::GivenUp, &answer).await?;
            stop(kit, &sending, Stopped::Gone).await?;
            Ok(Done::Finished)
        }
        _ if context.is_last_attempt() || sending.verb == "webhook.tried" => {
            close(kit, job.delivery, DeliveryState::GivenUp, &answer).await?;
            silent(kit, &sending).await?;
            Ok(Done::Finished)
        }
        _ => {
            close(kit, job.delivery, DeliveryState::Waiting, &answer).await?;
            Err(JobError::retry(answer.in_short()))
        }
    }
}

struct Answer {
    status: Option<i64>,
    detail: Option<String>,
}

impl Answer {
    fn in_short(&self) -> String {
        match (&self.status, &self.detail) {
            (Some(status), _) => format!("the address answered {status}"),
            (None, Some(detail)) => detail.clone(),
            (None, None) => "no answer".to_owned(),
        }
    }
}

async fn send(
    kit: &WebhookKit,
    id: Id<Delivery>,
    sending: &store::Sending,
    now: Timestamp,
) -> Answer {
    let secret = kit.vault.open(&context(sending.webhook), &sending.secret);
    let Ok(Ok(secret)) = secret.map(String::from_utf8) else {
        return Answer { status: None, detail: Some("its secret can't be opened".to_owned()) };
    };
    let id = id.to_string();
    let sent = kit
        .http
        .post(&sending.url)
        .header("webhook-id", &id)
        .header("webhook-timestamp", &now.as_second().to_string())
        .header(SIGNATURE, &sign(&secret, &id, now, &sending.body))
        .body(sending.body.clone(), "application/json")
        .timeout(Duration::from_secs(15))
        .max_body(64 * 1024)
        .send()
        .await;
    match sent {
        Ok(answer) => Answer { status: Some(i64::from(answer.status)), detail: None },
        Err(error) => Answer { status: None, detail: Some(error.detail().to_owned()) },
    }
}

async fn close(
    kit: &WebhookKit,
    id: Id<Delivery>,
    state: DeliveryState,
    answer: &Answer,
) -> Result<(), Error> {
    let mut tx = kit.database.begin().await?;
    store::note_attempt(id, state, answer.status, answer.detail.as_deref(), &mut tx).await?;
    tx.commit().await
}

async fn silent(kit: &WebhookKit, sending: &store::Sending) -> Result<(), Error> {
    let now = kit.database.ambient().now();
    if sending.failing_since.is_some_and(|since| now.duration_since(since) > SILENCE) {
        stop(kit, sending, Stopped::Silent).await?;
    }
    Ok(())
}

/// Tells it nothing more, and tells the brand so.
async fn stop(kit: &WebhookKit, sending: &store::Sending, why: Stopped) -> Result<(), Error> {
    let mut tx = kit.database.begin().await?;
    store::set_stopped(sending.webhook, Some(why), &mut tx).await?;
    let subject = Subject::new("webhook", sending.webhook);
    let data = json!({ "name": sending.name, "why": why.as_str() });
    let to = Recipients::Right(Right::ManageBrand);
    notification::notify(&mut tx, sending.brand, "webhook.stopped", subject, data, to).await?;
    tx.commit().await
}

/// Forgets what was told more than 30 days ago.
pub async fn purge(database: &Database) -> Result<(), Error> {
    let mut tx = database.begin().await?;
    let before = tx.now() - KEPT;
    store::purge(before, &mut tx).await?;
    tx.commit().await
}
