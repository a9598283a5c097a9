//! One webhook: what it was told, and what it answered.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use platform::webhook::{Delivery, DeliveryState, Webhook};
use primitives::Id;
use serde::Deserialize;

use super::webhooks::{host, sample, standing, told_of};
use crate::parts::{Way, crumbs, empty_state, one_button, page_header_under, pagination, time};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Where the log goes on.
#[derive(Debug, Deserialize)]
pub struct Older {
    before: Option<Id<Delivery>>,
}

/// Shows its log.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Webhook>)>,
    Query(older): Query<Older>,
) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    let webhook = Webhook::load(id, &here.actor, &mut tx).await?;
    let log = webhook.log(older.before, &mut tx).await?;
    Ok(here.show(&WebhookPage { webhook, log, first: older.before.is_none() }))
}

/// Sends a trial.
pub async fn trial(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Webhook>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let webhook = Webhook::load(id, &here.actor, &mut tx).await?;
    webhook.send_trial(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("settings/webhooks/{id}")).saying("webhooks-trial-sent").into_response())
}

/// Tells it nothing more for now.
pub async fn stop(here: InBrand, path: Path<(String, Id<Webhook>)>) -> Result<Response, Refusal> {
    set(here, path, true).await
}

/// Tells it again, from now on.
pub async fn resume(here: InBrand, path: Path<(String, Id<Webhook>)>) -> Result<Response, Refusal> {
    set(here, path, false).await
}

async fn set(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Webhook>)>,
    stop: bool,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let webhook = Webhook::load(id, &here.actor, &mut tx).await?;
    webhook.stop(stop, &here.actor, &mut tx).await?;
    tx.commit().await?;
    let said = if stop { "webhooks-was-stopped" } else { "webhooks-was-resumed" };
    Ok(here.go(&format!("settings/webhooks/{id}")).saying(said).into_response())
}

/// Sends one delivery once more.
pub async fn again(
    here: InBrand,
    Path((_, id, delivery)): Path<(String, Id<Webhook>, Id<Delivery>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let webhook = Webhook::load(id, &here.actor, &mut tx).await?;
    webhook.send_again(delivery, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go(&format!("settings/webhooks/{id}")).saying("webhooks-sent-again").into_response())
}

/// A webhook and its log.
pub struct WebhookPage {
    webhook: Webhook,
    log: Vec<Delivery>,
    first: bool,
}

impl WebhookPage {
    fn place(&self, frame: &Frame, more: &str) -> String {
        frame.url(&format!("settings/webhooks/{}{more}", self.webhook.id))
    }

    fn line(&self, frame: &Frame, delivery: &Delivery) -> Markup {
        let words = &frame.words;
        let tone = match delivery.state {
            DeliveryState::Taken => "badge badge-success",
            DeliveryState::Waiting => "badge",
            DeliveryState::GivenUp => "badge badge-danger",
        };
        html! {
            div.item {
                div.item-body {
                    p.item-title {
                        code { (delivery.verb) } " "
                        span class=(tone) { (words.t(&format!("webhooks-state-{}", delivery.state.as_str().replace('_', "-")))) }
                    }
                    p.item-meta {
                        (time(words, delivery.created_at, &words.short_moment(delivery.created_at)))
                        span { (answered(words, delivery)) }
                    }
                    details.disclosure {
                        summary { (words.t("webhooks-body")) }
                        pre.code-block tabindex="0" { (delivery.body) }
                    }
                }
                @if delivery.state == DeliveryState::GivenUp {
                    div.item-end {
                        (one_button(frame, &self.place(frame, &format!("/deliveries/{}/retry", delivery.id)), &words.t("webhooks-again"), "button-small"))
                    }
                }
            }
        }
    }
}

fn answered(words: &Words, delivery: &Delivery) -> String {
    let tries = args![count => delivery.attempts];
    match (&delivery.detail, delivery.status) {
        _ if delivery.attempts == 0 => words.t("webhooks-not-sent-yet"),
        (None, Some(status)) => words.tn(
            "webhooks-answered",
            args![status => status.to_string(), count => delivery.attempts],
        ),
        (detail, _) => {
            let detail = detail.clone().unwrap_or_default();
            format!("{} {detail}", words.tn("webhooks-no-answer", tries)).trim_end().to_owned()
        }
    }
}

impl Page for WebhookPage {
    fn samples() -> Vec<Self> {
        let at: Timestamp = "2026-11-23T07:00:00Z".parse().unwrap_or_default();
        let delivery = |state, status, detail: Option<&str>, attempts| Delivery {
            id: Id::from_uuid(uuid::Uuid::nil()),
            verb: "publication.published".to_owned(),
            body: r#"{"type":"publication.published"}"#.to_owned(),
            state,
            attempts,
            status,
            detail: detail.map(str::to_owned),
            created_at: at,
            tried_at: Some(at),
        };
        let log = vec![
            delivery(DeliveryState::Waiting, None, None, 0),
            delivery(DeliveryState::Taken, Some(204), None, 1),
            delivery(DeliveryState::GivenUp, None, Some("connection refused"), 12),
        ];
        vec![
            Self { webhook: sample(), log: vec![], first: true },
            Self { webhook: sample(), log, first: false },
        ]
    }

    fn title(&self, _frame: &Frame) -> String {
        self.webhook.name.clone()
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let on = (self.log.len() == 50)
            .then(|| self.log.last().map(|last| self.place(frame, &format!("?before={}", last.id))))
            .flatten();
        let back = (!self.first).then(|| self.place(frame, ""));
        let stopped = self.webhook.stopped.is_some();
        html! {
            (page_header_under(
                crumbs(frame, &[(&words.t("webhooks-title"), &frame.url("settings/webhooks"))]),
                &self.title(frame),
                html! { (host(&self.webhook.url)) " · " (told_of(words, &self.webhook)) " " (standing(words, &self.webhook)) },
                html! {
                    (one_button(frame, &self.place(frame, "/trial"), &words.t("webhooks-try"), ""))
                    @if stopped { (one_button(frame, &self.place(frame, "/stop/end"), &words.t("webhooks-resume"), "")) }
                    @else { (one_button(frame, &self.place(frame, "/stop"), &words.t("webhooks-stop"), "button-quiet")) }
                },
            ))
            div.stack {
                p.hint { (words.t("webhooks-signed")) }
                @if self.log.is_empty() {
                    (empty_state("send", &words.t("webhooks-log-none"), &words.t("webhooks-log-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for delivery in &self.log { li { (self.line(frame, delivery)) } } }
                    (pagination(frame, &Way { back, on }))
                }
            }
        }
    }
}

page_samples!(WebhookPage);
