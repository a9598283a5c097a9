//! One alert: what was seen, and what to do of it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use channels::Channel;
use conversations::crisis::{Alert, AlertState, Spoken};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use primitives::text::shorten;

use super::{list, shown};
use crate::parts::{Tone, crumbs, link_button, notice, one_button, page_header_under, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows one.
pub async fn get(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Alert>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let alert = Alert::load(id, &here.actor, &mut tx).await?;
    let spoken = alert.spoken(&here.actor, &mut tx).await?;
    let channels = Channel::all(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    Ok(here.show(&AlertPage { alert, spoken, channels }))
}

/// It is no crisis.
pub async fn close(
    here: InBrand,
    Path((_, id)): Path<(String, Id<Alert>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Alert::close(id, &here.actor, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("crisis").saying("crisis-alert-closed-done").into_response())
}

/// What was seen, on what it rests, and what to do.
pub struct AlertPage {
    alert: Alert,
    spoken: Spoken,
    channels: Vec<Channel>,
}

impl AlertPage {
    /// What is said, where and by whom.
    fn said(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if !self.spoken.said.is_empty() {
                section.stack.stack-sm aria-labelledby="said" {
                    h2.section-title #said { (words.t("crisis-said")) }
                    p.muted.small {
                        (shown::places(words, &self.spoken, &self.channels)) " "
                        (shown::speakers(words, &self.spoken))
                    }
                    ul.card.card-flush.list {
                        @for group in self.spoken.groups().iter().take(6) {
                            li.item { div.item-body {
                                p.crisis-words { (shorten(&group.said[0].words, 300)) }
                                p.item-meta {
                                    (words.tn("crisis-times", args![count => group.said.len() as i64, people => group.authors as i64])) " · "
                                    (shown::reach(words, group.reach, group.reach_known, group.authors))
                                }
                            } }
                        }
                    }
                }
            }
        }
    }
}

impl Page for AlertPage {
    fn samples() -> Vec<Self> {
        let alert = list::sample_alert();
        let closed = Alert { state: AlertState::Closed, ..alert.clone() };
        let spoken = super::room_view::sample(false, true).spoken;
        let of = |alert, spoken| Self { alert, spoken, channels: vec![] };
        vec![of(alert, spoken), of(closed, Spoken::default())]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-alert-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let alert = &self.alert;
        let above = [(words.t("crisis-title"), frame.url("crisis"))];
        let above: Vec<(&str, &str)> = above.iter().map(|(a, b)| (&**a, &**b)).collect();
        let messages = format!(
            "inbox?tab=all&feeling=negative&from={0}&to={0}",
            words.local(alert.from).date()
        );
        html! {
            (page_header_under(crumbs(frame, &above), &self.title(frame), html! {
                (time(words, alert.raised_at, &words.moment(alert.raised_at)))
            }, html! {}))
            div.stack.stack-lg {
                (notice(Tone::Danger, &shown::burst(words, alert), html! {
                    p { (shown::basis(words, &alert.prediction)) }
                }))
                (self.said(frame))
                @if alert.state == AlertState::Open && frame.may(Right::Converse) {
                    p { (words.t("crisis-alert-what")) }
                    div.row {
                        (link_button(&words.t("crisis-open"), &frame.url(&format!("crisis/new?alert={}", alert.id)), "button-primary"))
                        (link_button(&words.t("crisis-alert-messages"), &frame.url(&messages), ""))
                        (one_button(frame, &frame.url(&format!("crisis/alerts/{}/end", alert.id)), &words.t("crisis-alert-close"), "button-quiet"))
                    }
                } @else {
                    div.row {
                        @if let Some(crisis) = alert.crisis {
                            (link_button(&words.t("crisis-alert-room"), &frame.url(&format!("crisis/{crisis}")), ""))
                        }
                        (link_button(&words.t("crisis-alert-messages"), &frame.url(&messages), ""))
                    }
                }
            }
        }
    }
}

page_samples!(AlertPage);
