//! Notifications on devices: turning this one on (by script: only a browser can say how it is
//! reached), turning any off, trying one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::push::{self, Device, NewDevice, Push, PushError, SendPush};
use primitives::Id;

use crate::parts::{crumbs, one_button, page_header_under, time};
use crate::words::args;
use crate::{Form, Frame, Go, Page, Refusal, Shape, SignedIn, Width, page_samples};

/// The page.
pub async fn get(here: SignedIn) -> Result<Response, Refusal> {
    // The key is made at the first look.
    let mut tx = here.begin().await?;
    let key = push::public_key(&here.house.kit.vault, &mut tx).await?;
    let devices = Device::of_teammate(here.teammate.id, &mut tx).await?;
    tx.commit().await?;
    let lines = devices.into_iter().map(Line::from).collect();
    Ok(here.frame.show(&DevicesPage { key, lines }))
}

/// Turns this browser on, as its script says it is reached.
pub async fn post(here: SignedIn, form: Form) -> Result<Response, Refusal> {
    let new = NewDevice {
        endpoint: form.get("endpoint").to_owned(),
        p256dh: form.get("p256dh").to_owned(),
        auth: form.get("auth").to_owned(),
        device: here.session.device.clone(),
    };
    if form.has("off") {
        let mut tx = here.begin().await?;
        Device::remove_reached_at(&new.endpoint, here.teammate.id, &mut tx).await?;
        tx.commit().await?;
        return Ok(Go::to("/account/devices").saying("devices-was-off").into_response());
    }
    let private = here.house.kit.http.allows_private();
    let mut tx = here.begin().await?;
    let added = Device::add(new, here.teammate.id, private, &here.house.kit.vault, &mut tx).await;
    match added {
        Ok(_) => {
            tx.commit().await?;
            Ok(Go::to("/account/devices").saying("devices-was-on").into_response())
        }
        Err(PushError::TooMany) => {
            Ok(Go::to("/account/devices").saying("devices-too-many").into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// Turns one off.
pub async fn end(here: SignedIn, Path(device): Path<Id<Device>>) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    if !Device::remove(device, here.teammate.id, &mut tx).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    Ok(Go::to("/account/devices").saying("devices-was-off").into_response())
}

/// Sends one a trial.
pub async fn trial(here: SignedIn, Path(device): Path<Id<Device>>) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let devices = Device::of_teammate(here.teammate.id, &mut tx).await?;
    if !devices.iter().any(|one| one.id == device) {
        return Err(Refusal::NotFound);
    }
    let push = Push {
        title: here.words().t("devices-trial-title"),
        body: here.words().t("devices-trial-body"),
        url: format!("{}/account/devices", here.house.settings.base_url),
        tag: "trial".to_owned(),
    };
    jobs::enqueue(&mut tx, &SendPush { device, push }, jobs::Enqueue::now()).await?;
    tx.commit().await?;
    Ok(Go::to("/account/devices").saying("devices-was-tried").into_response())
}

impl From<PushError> for Refusal {
    fn from(error: PushError) -> Self {
        match error {
            PushError::Database(error) => error.into(),
            PushError::Sealed(error) => Refusal::fault(error),
            PushError::NotAnAddress | PushError::BadKeys | PushError::TooMany => Refusal::Malformed,
        }
    }
}

/// Notifications on devices.
pub struct DevicesPage {
    /// What browsers know this house by.
    key: String,
    lines: Vec<Line>,
}

#[derive(Clone)]
struct Line {
    id: String,
    device: String,
    mark: String,
    since: Timestamp,
    reached: Option<Timestamp>,
}

impl From<Device> for Line {
    fn from(one: Device) -> Self {
        let Device { id, device, mark, created_at: since, reached_at: reached } = one;
        Self { id: id.to_string(), device, mark, since, reached }
    }
}

impl Page for DevicesPage {
    fn samples() -> Vec<Self> {
        let since = "2026-11-23T07:00:00Z".parse().unwrap_or_default();
        let device = "Mozilla/5.0 (Linux; Android 16) Chrome/148.0 Mobile".to_owned();
        let line =
            Line { id: "1".to_owned(), mark: "00".to_owned(), device, since, reached: Some(since) };
        let key = "BKd0".to_owned();
        vec![Self { key: key.clone(), lines: Vec::new() }, Self { key, lines: vec![line] }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("devices-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let crumbs = crumbs(frame, &[(&words.t("account-title"), "/account")]);
        let known = self.lines.iter().map(|line| line.mark.as_str()).collect::<Vec<_>>().join(" ");
        html! {
            (page_header_under(crumbs, &self.title(frame), html! { (words.t("devices-lead")) }, html! {}))
            div.stack.stack-lg {
                section.card.stack data-push=(self.key) data-push-known=(known) aria-live="polite" {
                    noscript { p { (words.t("devices-no-script")) } }
                    p data-push-said="unsupported" hidden { (words.t("devices-unsupported")) }
                    p data-push-said="denied" hidden { (words.t("devices-denied")) }
                    p data-push-said="failed" hidden { (words.t("devices-failed")) }
                    p.strong data-push-said="on" hidden { (words.t("devices-is-on")) }
                    p.strong data-push-said="off" hidden { (words.t("devices-is-off")) }
                    div.row {
                        button.button.button-primary type="button" data-push-on hidden { (words.t("devices-on")) }
                        button.button type="button" data-push-off hidden { (words.t("devices-off")) }
                    }
                    p.small.muted { (words.t("devices-said")) }
                }
                section.card.stack aria-labelledby="iphone" {
                    h2 #iphone { (words.t("devices-iphone")) }
                    p { (words.t("devices-iphone-lead")) }
                }
                (self.devices(frame))
            }
        }
    }
}

impl DevicesPage {
    fn devices(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section aria-labelledby="all" {
                h2.section-title #all { (words.t("devices-all")) }
                @if self.lines.is_empty() { p.muted { (words.t("devices-none")) } }
                @else { ul.list.card.card-flush { @for line in &self.lines {
                    li { div.item {
                        div.item-body {
                            p.item-title.clip-2 { (line.device) }
                            p.item-meta {
                                (time(words, line.since, &words.tn("devices-since", args![when => words.moment(line.since)])))
                                @if let Some(at) = line.reached { " · " (time(words, at, &words.tn("devices-reached", args![when => words.relative(at)]))) }
                            }
                        }
                        div.item-end.row {
                            (one_button(frame, &format!("/account/devices/{}/trial", line.id), &words.t("devices-trial"), "button-small"))
                            (one_button(frame, &format!("/account/devices/{}/end", line.id), &words.t("devices-end"), "button-small button-quiet"))
                        }
                    } }
                } } }
            }
        }
    }
}

page_samples!(DevicesPage);
