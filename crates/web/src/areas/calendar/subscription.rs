//! The address at which calendar programs read the calendar.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use publishing::calendar::{CalendarLink, LinkError};

use super::words::of_link;
use crate::parts::{Tone, crumbs, csrf, icon, notice, one_button, page_header_under, secret};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it, or proposes to make one.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let link = match CalendarLink::of(&here.house.kit.vault, &here.actor, &mut tx).await {
        Ok(link) => link,
        // Sealed with a key that is gone: it has to be made anew.
        Err(LinkError::Sealed(_)) => None,
        Err(error) => return Err(of_link(error)),
    };
    let base = here.house.settings.base_url.clone();
    let shown = link.map(|link| ShownLink {
        address: format!("{base}/calendars/{}/parvis.ics", link.token.reveal()),
        with_days: link.with_days,
        since: here.words().date(here.words().local(link.created_at).date()),
    });
    Ok(here.show(&SubscriptionPage { link: shown }))
}

/// Makes it, or another one in its place.
pub async fn post(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let vault = &here.house.kit.vault;
    let with_days = form.has("with_days");
    CalendarLink::renew(with_days, vault, &here.actor, &mut tx).await.map_err(of_link)?;
    tx.commit().await?;
    Ok(here.go("calendar/subscription").saying("calendar-link-made").into_response())
}

/// Takes it away.
pub async fn end(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    CalendarLink::revoke(&here.actor, &mut tx).await.map_err(of_link)?;
    tx.commit().await?;
    Ok(here.go("calendar/subscription").saying("calendar-link-revoked").into_response())
}

/// Puts holidays and the like in it, or leaves them out.
pub async fn days(here: InBrand, form: Form) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let with_days = form.has("with_days");
    CalendarLink::show_days(with_days, &here.actor, &mut tx).await.map_err(of_link)?;
    tx.commit().await?;
    Ok(here.go("calendar/subscription").saying("calendar-link-days-kept").into_response())
}

struct ShownLink {
    address: String,
    with_days: bool,
    since: String,
}

/// The address, and how to give it to a calendar program.
pub struct SubscriptionPage {
    link: Option<ShownLink>,
}

impl SubscriptionPage {
    fn with_days(frame: &Frame, on: bool) -> Markup {
        html! {
            label.check { input type="checkbox" name="with_days" value="yes" checked[on]; span { (frame.words.t("calendar-link-days")) } }
        }
    }

    fn shown(&self, frame: &Frame, link: &ShownLink) -> Markup {
        let words = &frame.words;
        let webcal = match link.address.split_once("://") {
            Some((_, rest)) => format!("webcal://{rest}"),
            None => link.address.clone(),
        };
        html! {
            section.card.stack aria-labelledby="link-title" {
                h2 #link-title { (words.t("calendar-link-title")) }
                (secret(words, &link.address))
                div.row {
                    a.button.button-primary href=(webcal) { (icon("calendar-plus")) (words.t("calendar-link-open")) }
                }
                (notice(Tone::Info, &words.t("calendar-link-secret"), html! { p { (words.tn("calendar-link-since", args![when => &link.since])) } }))
                form.row method="post" action=(frame.url("calendar/subscription/days")) {
                    (csrf(frame)) (Self::with_days(frame, link.with_days))
                    button.button.button-small { (words.t("calendar-link-days-keep")) }
                }
                div.row {
                    form method="post" action=(frame.url("calendar/subscription")) {
                        (csrf(frame))
                        @if link.with_days { input type="hidden" name="with_days" value="yes"; }
                        button.button { (icon("refresh-cw")) (words.t("calendar-link-renew")) }
                    }
                    (one_button(frame, &frame.url("calendar/subscription/end"), &words.t("calendar-link-revoke"), "button-danger"))
                }
            }
            section.card.stack aria-labelledby="how-title" {
                h2 #how-title { (words.t("calendar-link-how")) }
                @for program in ["google", "apple", "outlook"] {
                    div { h3 { (words.t(&format!("calendar-link-{program}"))) } p { (words.t(&format!("calendar-link-{program}-how"))) } }
                }
                p.muted.small { (words.t("calendar-link-delay")) }
            }
        }
    }
}

impl Page for SubscriptionPage {
    fn samples() -> Vec<Self> {
        let link = |with_days| ShownLink {
            address: format!("https://parvis.example/calendars/{}/parvis.ics", "x".repeat(43)),
            with_days,
            since: "23 novembre".to_owned(),
        };
        vec![Self { link: None }, Self { link: Some(link(false)) }, Self { link: Some(link(true)) }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("calendar-subscribe")
    }

    fn shape(&self) -> Shape {
        Shape::Room("calendar", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-calendar"), &frame.url("calendar"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("calendar-link-lead")) }, html! {}))
            div.stack {
                @match &self.link {
                    Some(link) => (self.shown(frame, link)),
                    None => form.card.form method="post" action=(frame.url("calendar/subscription")) {
                        (csrf(frame))
                        p { (words.t("calendar-link-none")) }
                        (Self::with_days(frame, true))
                        div.form-actions { button.button.button-primary { (icon("key-round")) (words.t("calendar-link-make")) } }
                    },
                }
            }
        }
    }
}

page_samples!(SubscriptionPage);
