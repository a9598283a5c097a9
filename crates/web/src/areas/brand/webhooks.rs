//! Addresses of other programs that are told what happens in the brand.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use database::Tx;
use maud::{Markup, html};
use platform::Right;
use platform::field::Name;
use platform::webhook::{NOUNS, NewWebhook, Webhook, WebhookError};
use primitives::Id;

use super::settings_tabs;
use crate::parts::{
    Choice, Field, Tone, choice, csrf, empty_state, error_summary, notice, one_button, page_header,
    secret, submit,
};
use crate::words::{Worded, Words};
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows the brand's webhooks.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let mut tx = here.read().await?;
    Ok(here.show(&WebhooksPage::load(&here, Form::empty(), None, &mut tx).await?))
}

/// Adds one; its secret is shown once.
pub async fn post(here: InBrand, mut form: Form) -> Result<Response, Refusal> {
    here.must(Right::ManageBrand)?;
    let words = here.words().clone();
    let name = Name::parse(form.get("name"));
    let name = form.check("name", name, |problem| problem.worded(&words));
    let nouns: Vec<String> = form.all("noun").map(str::to_owned).collect();
    let url = form.get("url").to_owned();
    let mut tx = here.begin().await?;
    let Some(name) = name else {
        return Ok(here.refused(&WebhooksPage::load(&here, form, None, &mut tx).await?));
    };
    let new = NewWebhook { name, url, nouns };
    match Webhook::add(new, &here.house.kit.vault, &here.actor, &mut tx).await {
        Ok((_, secret)) => {
            tx.commit().await?;
            let mut tx = here.read().await?;
            Ok(here.show(&WebhooksPage::load(&here, Form::empty(), Some(secret), &mut tx).await?))
        }
        Err(WebhookError::NotAnAddress) => {
            form.refuse("url", words.t("webhooks-not-an-address"));
            Ok(here.refused(&WebhooksPage::load(&here, form, None, &mut tx).await?))
        }
        Err(WebhookError::TooMany) => {
            form.refuse("name", words.t("webhooks-too-many"));
            Ok(here.refused(&WebhooksPage::load(&here, form, None, &mut tx).await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Removes one.
pub async fn remove(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Webhook>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let webhook = Webhook::load(id, &here.actor, &mut tx).await?;
    webhook.remove(&here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("settings/webhooks").saying("webhooks-removed").into_response())
}

impl From<WebhookError> for Refusal {
    fn from(error: WebhookError) -> Self {
        match error {
            WebhookError::NotFound => Refusal::NotFound,
            WebhookError::NotAllowed(_) => Refusal::NotAllowed,
            WebhookError::Database(error) => error.into(),
            WebhookError::NotAnAddress | WebhookError::UnknownNoun(_) | WebhookError::TooMany => {
                Refusal::Malformed
            }
        }
    }
}

/// The webhooks of a brand.
pub struct WebhooksPage {
    webhooks: Vec<Webhook>,
    fresh: Option<String>,
    form: Form,
}

impl WebhooksPage {
    async fn load(
        here: &InBrand,
        form: Form,
        fresh: Option<String>,
        tx: &mut Tx,
    ) -> Result<Self, Refusal> {
        Ok(Self { webhooks: Webhook::all(&here.actor, tx).await?, fresh, form })
    }

    fn add(&self, frame: &Frame) -> Markup {
        let (words, form) = (&frame.words, &self.form);
        html! {
            form.card.form method="post" action=(frame.url("settings/webhooks")) {
                (csrf(frame))
                h2 { (words.t("webhooks-new")) }
                (error_summary(words, form))
                (Field::new(form, "name", &words.t("webhooks-name")).required().hint(words.t("webhooks-name-hint")))
                (Field::new(form, "url", &words.t("webhooks-url")).required().kind("url").hint(words.t("webhooks-url-hint")))
                fieldset.fieldset.stack {
                    legend { (words.t("webhooks-nouns")) }
                    p.hint { (words.t("webhooks-nouns-hint")) }
                    div.choices {
                        @for noun in NOUNS {
                            @let title = words.t(&format!("webhooks-noun-{noun}"));
                            (choice(form, "checkbox", "noun", Choice { value: noun, title: &title, hint: noun }))
                        }
                    }
                }
                div.form-actions { (submit(&words.t("webhooks-add"), "button-primary")) }
            }
        }
    }
}

/// What keeps a webhook from being told, or that it is told.
pub(super) fn standing(words: &Words, webhook: &Webhook) -> Markup {
    html! {
        @match (webhook.stopped, webhook.failing_since) {
            (Some(why), _) => span.badge.badge-warning { (words.t(&format!("webhooks-stopped-{why}"))) },
            (None, Some(_)) => span.badge.badge-danger { (words.t("webhooks-failing")) },
            (None, None) => span.badge.badge-success { (words.t("webhooks-listening")) },
        }
    }
}

/// What it is told of, in words.
pub(super) fn told_of(words: &Words, webhook: &Webhook) -> String {
    if webhook.nouns.is_empty() {
        return words.t("webhooks-everything");
    }
    let nouns = webhook.nouns.iter().map(|noun| words.t(&format!("webhooks-noun-{noun}")));
    nouns.collect::<Vec<_>>().join(", ")
}

/// Its address without what may be a secret in it.
pub(super) fn host(url: &str) -> String {
    let parsed = url::Url::parse(url).ok();
    parsed.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

pub(super) fn sample() -> Webhook {
    Webhook {
        id: Id::from_uuid(uuid::Uuid::nil()),
        name: "Caisse du fournil".to_owned(),
        url: "https://caisse.example/parvis".to_owned(),
        nouns: vec!["post".to_owned(), "publication".to_owned()],
        stopped: None,
        failing_since: None,
        created_at: "2026-11-20T07:00:00Z".parse().unwrap_or_default(),
    }
}

impl Page for WebhooksPage {
    fn samples() -> Vec<Self> {
        use platform::webhook::Stopped;
        let mut refused = Form::empty();
        refused.refuse("url", "Cette adresse ne commence pas par https://");
        let stopped = Webhook { stopped: Some(Stopped::Gone), nouns: vec![], ..sample() };
        let failing = Webhook { failing_since: "2026-11-22T07:00:00Z".parse().ok(), ..sample() };
        vec![
            Self { webhooks: vec![], fresh: None, form: Form::empty() },
            Self {
                webhooks: vec![sample(), stopped, failing],
                fresh: Some("whsec_abc".to_owned()),
                form: refused,
            },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("webhooks-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("webhooks-lead")) }, html! {}))
            div.stack.stack-lg {
                (settings_tabs(frame, "settings/webhooks"))
                @if let Some(fresh) = &self.fresh {
                    (notice(Tone::Success, &words.t("webhooks-made"), html! { p { (words.t("webhooks-once")) } (secret(words, fresh)) }))
                }
                @if self.webhooks.is_empty() {
                    (empty_state("webhook", &words.t("webhooks-none"), &words.t("webhooks-none-lead"), html! {}))
                } @else {
                    ul.list.card.card-flush { @for webhook in &self.webhooks { li { (line(frame, webhook)) } } }
                }
                (self.add(frame))
            }
        }
    }
}

fn line(frame: &Frame, webhook: &Webhook) -> Markup {
    let words = &frame.words;
    let place = format!("settings/webhooks/{}", webhook.id);
    html! {
        div.item {
            div.item-body {
                p.item-title { a href=(frame.url(&place)) { (webhook.name) } " " (standing(words, webhook)) }
                p.item-meta { span { (host(&webhook.url)) } span { (told_of(words, webhook)) } }
            }
            div.item-end {
                (one_button(frame, &frame.url(&format!("{place}/end")), &words.t("webhooks-remove"), "button-small button-quiet"))
            }
        }
    }
}

page_samples!(WebhooksPage);
