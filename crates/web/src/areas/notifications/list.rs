//! The list, newest first; opening one marks it as read and leads to what it is about.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Subject;
use platform::notification::Notification;
use primitives::Id;
use serde::Deserialize;

use crate::parts::{Way, csrf, empty_state, one_button, page_header, pagination, time};
use crate::words::{Words, args};
use crate::{Form, Frame, Go, InBrand, Page, Refusal, Shape, SignedIn, Width, page_samples};

/// How many a page has.
const PAGE: usize = 50;

/// Where a page begins.
#[derive(Deserialize)]
pub struct From {
    before: Option<Id<Notification>>,
}

/// To those of the brand last worked in.
pub async fn nearest(here: SignedIn) -> Go {
    match &here.frame.brand {
        Some(brand) => Go::to(format!("/b/{}/notifications", brand.slug)),
        None => Go::to("/account"),
    }
}

/// Shows them.
pub async fn get(here: InBrand, Query(from): Query<From>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let found =
        Notification::list(here.teammate.id, here.brand.id, from.before, PAGE, &mut tx).await?;
    let next = found.last().filter(|_| found.len() == PAGE).map(|last| last.id);
    let on = next.map(|next| here.url(&format!("notifications?before={next}")));
    let back = from.before.map(|_| here.url("notifications"));
    let lines = found.into_iter().map(|told| line(here.words(), told)).collect();
    Ok(here.show(&NotificationsPage { lines, way: Way { back, on } }))
}

/// Marks all as read.
pub async fn read_all(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    Notification::mark_all_read(here.teammate.id, here.brand.id, &mut tx).await?;
    tx.commit().await?;
    Ok(here.go("notifications").saying("notifications-all-read").into_response())
}

/// Marks one as read, and goes to what it is about.
pub async fn read_one(
    here: InBrand,
    Path((_, notification)): Path<(String, Id<Notification>)>,
    form: Form,
) -> Result<Response, Refusal> {
    let mut tx = here.begin().await?;
    let found = Notification::mark_read(notification, here.teammate.id, &mut tx).await?;
    tx.commit().await?;
    if !found {
        return Err(Refusal::NotFound);
    }
    let to = form.get("to");
    let ours = to
        .split('/')
        .all(|part| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    Ok(here.go(if ours && !to.is_empty() { to } else { "notifications" }).into_response())
}

fn line(words: &Words, told: Notification) -> Line {
    let key = format!("notification-{}", told.kind.replace(['.', '_'], "-"));
    let text =
        |name: &str| told.data.get(name).and_then(|value| value.as_str()).unwrap_or_default();
    let about = ["title", "name", "channel", "handle", "reason"].map(text);
    let about = about.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    Line {
        id: told.id.to_string(),
        what: if words.has(&key) {
            words.t(&key)
        } else {
            words.tn("notification-other", args![kind => told.kind])
        },
        about,
        to: path_of(&told.subject),
        at: told.created_at,
        read: told.read_at.is_some(),
    }
}

/// Where in the brand a subject is shown; the one place that knows it.
pub fn path_of(subject: &Subject) -> String {
    let id = subject.id.map(|id| id.to_string()).unwrap_or_default();
    match &*subject.kind {
        "post" => format!("posts/{id}"),
        "approval" => format!("approvals/{id}"),
        "discussion" => format!("posts/{id}/discussion"),
        "publication" => format!("publications/{id}"),
        "to_post" => format!("to-post/{id}"),
        "conversation" => format!("inbox/{id}"),
        "escalation" => format!("escalations/{id}"),
        "feedback" => format!("feedback/{id}"),
        "feedback_category" => format!("feedback/categories/{id}"),
        "channel" => format!("channels/{id}"),
        "crisis" => format!("crisis/{id}"),
        "crisis_alert" => format!("crisis/alerts/{id}"),
        "assignment" => "settings/assignment".to_owned(),
        "feed" => format!("feeds/{id}/rule"),
        "webhook" => format!("settings/webhooks/{id}"),
        "post_import" => format!("posts/imports/{id}"),
        "import" | "insights" => "imports".to_owned(),
        "moderation" => "moderation".to_owned(),
        "complaint" => format!("moderation/complaints/{id}"),
        "ruling" => format!("moderation/rulings/{id}"),
        "sanction" => "moderation/sanctions".to_owned(),
        "moderation_rule" => format!("moderation/rules/{id}"),
        "house_rules" => "moderation/house-rules".to_owned(),
        "brand" => "settings".to_owned(),
        _ => String::new(),
    }
}

/// What the teammate is told.
pub struct NotificationsPage {
    lines: Vec<Line>,
    way: Way,
}

struct Line {
    id: String,
    what: String,
    about: String,
    to: String,
    at: Timestamp,
    read: bool,
}

impl Page for NotificationsPage {
    fn samples() -> Vec<Self> {
        let line = |read| Line {
            id: "1".to_owned(),
            what: "Une publication est en retard".to_owned(),
            about: "Brioche du dimanche".to_owned(),
            to: "publications/1".to_owned(),
            at: "2026-11-23T07:00:00Z".parse().unwrap_or_default(),
            read,
        };
        vec![
            Self { lines: vec![], way: Way::default() },
            Self {
                lines: vec![line(false), line(true)],
                way: Way { back: None, on: Some("#".to_owned()) },
            },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("notifications-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let all = html! {
            @if self.lines.iter().any(|line| !line.read) {
                (one_button(frame, &frame.url("notifications/read"), &words.t("notifications-read-all"), ""))
            }
        };
        html! {
            (page_header(&self.title(frame), html! {}, all))
            @if self.lines.is_empty() {
                (empty_state("bell", &words.t("notifications-none"), &words.t("notifications-none-lead"), html! {}))
            } @else {
                ul.list.card.card-flush { @for line in &self.lines { li { (item(frame, line)) } } }
                (pagination(frame, &self.way))
            }
        }
    }
}

fn item(frame: &Frame, line: &Line) -> Markup {
    let words = &frame.words;
    html! {
        div.item {
            div.item-body {
                p.item-title {
                    (line.what)
                    @if !line.read { " " span.badge.badge-info { (words.t("notifications-new")) } }
                }
                p.item-meta {
                    @if !line.about.is_empty() { span { (line.about) } }
                    (time(words, line.at, &words.relative(line.at)))
                }
            }
            div.item-end {
                form method="post" action=(frame.url(&format!("notifications/{}/read", line.id))) {
                    (csrf(frame))
                    input type="hidden" name="to" value=(line.to);
                    button.button.button-small {
                        (words.t(if line.to.is_empty() { "notifications-mark" } else { "notifications-open" }))
                        span.visually-hidden { ", " (line.what) }
                    }
                }
            }
        }
    }
}

page_samples!(NotificationsPage);
