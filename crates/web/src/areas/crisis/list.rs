//! How things stand: the watch, alerts, the crisis that runs, those that were.

use axum::response::{IntoResponse, Response};
use conversations::crisis::burst::Basis;
use conversations::crisis::{
    self, Alert, AlertState, Crisis, CrisisSetting, Level, Watched, Watching,
};
use maud::{Markup, html};
use platform::Right;
use primitives::Id;

use super::{beside, level_badge, shown};
use crate::parts::{Tone, badge, empty_state, icon, link_button, notice, page_header, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Shows it.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let watching = crisis::watched(&here.actor, &mut tx).await?;
    let setting = CrisisSetting::of(&here.actor, &mut tx).await?;
    let alerts = Alert::list(&here.actor, &mut tx).await?;
    let crises = Crisis::list(&here.actor, &mut tx).await?;
    Ok(here
        .show(&CrisesPage { watching, watches: setting.watching, alerts, crises })
        .into_response())
}

/// The watch, the alerts, the crises.
pub struct CrisesPage {
    watching: Watching,
    watches: bool,
    alerts: Vec<Alert>,
    crises: Vec<Crisis>,
}

impl CrisesPage {
    fn tile(&self, frame: &Frame, watched: &Watched, key: &str) -> Markup {
        let words = &frame.words;
        html! {
            div.tile {
                p.tile-label { (words.t(key)) }
                p.tile-value { (words.number(watched.seen)) }
                @match &watched.prediction {
                    Some(past) => {
                        p.tile-note { (words.tn("crisis-watch-usual", args![usual => past.usual(), threshold => past.threshold()])) }
                        p.tile-note {
                            @match past.basis {
                                Basis::Measured => { (words.t("crisis-watch-measured")) },
                                Basis::Early => { strong { (words.t("crisis-watch-early")) } },
                            }
                        }
                    },
                    None => p.tile-note { (words.t("crisis-watch-unknown")) },
                }
            }
        }
    }

    fn watch(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            section.stack.stack-sm aria-labelledby="watch" {
                h2.section-title #watch { (words.t("crisis-watch")) }
                @if self.watches {
                    div.tiles {
                        (self.tile(frame, &self.watching.hour, "crisis-watch-hour"))
                        (self.tile(frame, &self.watching.day, "crisis-watch-day"))
                    }
                    details.disclosure {
                        summary { (words.t("crisis-how")) }
                        div.stack.stack-sm {
                            p { (words.t("crisis-how-burst")) }
                            p { (words.t("crisis-how-prediction")) }
                            p { (words.t("crisis-how-early")) }
                        }
                    }
                } @else {
                    (notice(Tone::Info, &words.t("crisis-watch-off"), html! {}))
                }
            }
        }
    }

    fn alert(&self, frame: &Frame, alert: &Alert) -> Markup {
        let words = &frame.words;
        let (key, tone) = match alert.state {
            AlertState::Open => ("crisis-alert-open", "danger"),
            AlertState::Closed => ("crisis-alert-closed", ""),
            AlertState::Crisis => ("crisis-alert-crisis", "warning"),
        };
        html! {
            li.item {
                span.item-icon { (icon("triangle-alert")) }
                div.item-body {
                    p.item-title { a href=(frame.url(&format!("crisis/alerts/{}", alert.id))) { (shown::burst(words, alert)) } }
                    p.item-meta { (time(words, alert.raised_at, &words.moment(alert.raised_at))) }
                }
                div.item-end { (badge(&words.t(key), tone)) }
            }
        }
    }

    fn crisis(&self, frame: &Frame, crisis: &Crisis) -> Markup {
        let words = &frame.words;
        let page = if crisis.runs() { "" } else { "/review" };
        html! {
            li.item {
                span.item-icon { (icon(if crisis.rehearsal { "flag" } else { "megaphone" })) }
                div.item-body {
                    p.item-title { a href=(frame.url(&format!("crisis/{}{page}", crisis.id))) { (crisis.name) } }
                    p.item-meta {
                        @match crisis.ended {
                            Some((_, at)) => { (words.tn("crisis-from-to", args![from => words.short_moment(crisis.opened_at), to => words.short_moment(at)])) },
                            None => { (words.tn("crisis-since", args![when => words.moment(crisis.opened_at)])) },
                        }
                    }
                }
                div.item-end.row.row-tight {
                    @if crisis.rehearsal { (badge(&words.t("crisis-rehearsal-badge"), "doubt")) }
                    (level_badge(words, crisis.level))
                    @if crisis.runs() { (badge(&words.t("crisis-runs"), "danger")) }
                }
            }
        }
    }
}

impl Page for CrisesPage {
    fn samples() -> Vec<Self> {
        let alert = sample_alert();
        let watched = |span, prediction| Watched {
            span,
            from: alert.from,
            to: alert.to,
            seen: 3,
            prediction,
        };
        let watching = |prediction: Option<_>| Watching {
            since: Some(alert.from),
            hour: watched(crisis::burst::Span::Hour, prediction),
            day: watched(crisis::burst::Span::Day, None),
        };
        let known = Some(alert.prediction.clone());
        let of = |watching, watches, alerts, crises| Self { watching, watches, alerts, crises };
        vec![
            of(watching(None), true, vec![], vec![]),
            of(watching(None), false, vec![], vec![]),
            of(watching(known), true, vec![alert], vec![sample_crisis(false), sample_crisis(true)]),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("crisis-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("crisis", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let runs = self.crises.iter().any(|crisis| crisis.runs() && !crisis.rehearsal);
        let actions = html! {
            @if frame.may(Right::Converse) {
                (link_button(&words.t("crisis-rehearse"), &frame.url("crisis/rehearsal"), ""))
                @if !runs { (link_button(&words.t("crisis-open"), &frame.url("crisis/new"), "button-primary")) }
            }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("crisis-lead")) }, actions))
            (beside(frame, "crisis"))
            div.stack.stack-lg {
                (self.watch(frame))
                section.stack.stack-sm aria-labelledby="crises" {
                    h2.section-title #crises { (words.t("crisis-tab-crises")) }
                    @if self.crises.is_empty() {
                        (empty_state("circle-check", &words.t("crisis-none"), &words.t("crisis-none-lead"), html! {}))
                    } @else {
                        ul.card.card-flush.list { @for crisis in &self.crises { (self.crisis(frame, crisis)) } }
                    }
                }
                @if !self.alerts.is_empty() {
                    section.stack.stack-sm aria-labelledby="alerts" {
                        h2.section-title #alerts { (words.t("crisis-alerts")) }
                        ul.card.card-flush.list { @for alert in &self.alerts { (self.alert(frame, alert)) } }
                    }
                }
            }
        }
    }
}

page_samples!(CrisesPage);

/// An alert, for samples.
pub(super) fn sample_alert() -> Alert {
    let from = "2026-11-23T06:00:00Z".parse().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let prediction = crisis::burst::Prediction::of(Basis::Measured, vec![2, 1, 3, 2]);
    let nothing = || crisis::burst::Prediction { basis: Basis::Early, past: vec![], most: 0 };
    Alert {
        id: Id::from_uuid(uuid::Uuid::from_u128(7)),
        brand: Id::from_uuid(uuid::Uuid::from_u128(1)),
        span: crisis::burst::Span::Hour,
        from,
        to: from + jiff::SignedDuration::from_hours(1),
        seen: 42,
        prediction: prediction.unwrap_or_else(nothing),
        raised_at: from + jiff::SignedDuration::from_mins(20),
        last_at: from + jiff::SignedDuration::from_mins(55),
        state: AlertState::Open,
        closed_by: None,
        closed_at: None,
        crisis: None,
    }
}

/// A crisis, for samples.
pub(super) fn sample_crisis(rehearsal: bool) -> Crisis {
    let alert = sample_alert();
    Crisis {
        id: Id::from_uuid(uuid::Uuid::from_u128(8 + u128::from(rehearsal))),
        brand: alert.brand,
        name: "Le pain rassis de mardi".to_owned(),
        level: Level::Serious,
        state: crisis::CrisisState::Running,
        rehearsal,
        alert: None,
        words: "farine\nrassis".to_owned(),
        since: alert.from,
        opened_by: None,
        opened_at: alert.raised_at,
        ended: None,
        lessons: "Prévenir plus tôt.".to_owned(),
    }
}
