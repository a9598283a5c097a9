//! A post is copied to another day: by a drag with a modifier, or from a menu.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::civil::{Date, DateTime, Time};
use maud::{Markup, html};
use primitives::Id;
use publishing::{Post, PostState};
use serde::Deserialize;

use super::actions::{by_script, not_done, proposed};
use super::words::want_words;
use crate::areas::posts::problems;
use crate::areas::posts::shown::headline;
use crate::parts::{Field, crumbs, csrf, error_summary, icon, page_header_under, submit};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Which post.
#[derive(Debug, Deserialize)]
pub struct Of {
    post: Id<Post>,
}

/// Asks for the day.
pub async fn get(here: InBrand, Query(of): Query<Of>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let post = Post::load(of.post, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    drop(tx);
    let today = here.words().now().map(|now| here.words().local(now).date()).unwrap_or_default();
    let at = match reading(&post) {
        Some(at) if at.date() > today => at,
        other => {
            let day = today.tomorrow().unwrap_or(today);
            other.map_or_else(|| proposed(day, &here), |at| day.to_datetime(at.time()))
        }
    };
    let form = Form::filled([
        ("date", at.date().to_string().as_str()),
        ("time", at.strftime("%H:%M").to_string().as_str()),
    ]);
    Ok(here.show(&CopyPage { post: of.post, excerpt: post.text, form }))
}

/// The clock reading that a post has, planned or meant.
fn reading(post: &Post) -> Option<DateTime> {
    match &post.state {
        PostState::Scheduled(at) => Some(at.local),
        PostState::Draft => post.wanted.as_ref().map(|at| at.local),
    }
}

/// Makes a draft that says the same, meant for that day.
pub async fn post(here: InBrand, headers: HeaderMap, mut form: Form) -> Result<Response, Refusal> {
    let words = here.words().clone();
    let id: Id<Post> = form.get("post").parse().map_err(|_| Refusal::Malformed)?;
    let mut tx = here.begin().await?;
    let post = Post::load(id, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let Ok(day) = form.get("date").parse::<Date>() else {
        form.refuse("date", words.t("posts-when-missing"));
        return Ok(here.refused(&CopyPage { post: id, excerpt: post.text, form }));
    };
    let time = form.get("time").parse::<Time>().ok();
    let time = time.or(reading(&post).map(|at| at.time()));
    let local = time.map_or_else(|| proposed(day, &here), |time| day.to_datetime(time));
    let copy = match post.duplicate(&here.actor, &mut tx).await {
        Ok(copy) => copy,
        Err(error) => {
            let (_, said) = problems::edit_words(error, &words)?;
            return Err(Refusal::fault(said));
        }
    };
    if let Err(error) = copy.want(Some(local), &here.actor, &mut tx).await {
        let said = want_words(error, &words)?;
        if by_script(&headers) {
            return Ok(not_done(&said));
        }
        form.refuse("date", said);
        return Ok(here.refused(&CopyPage { post: id, excerpt: post.text, form }));
    }
    tx.commit().await?;
    let (when, undo) = (words.day(day), here.url(&format!("posts/{}/removal", copy.id)));
    if by_script(&headers) {
        let toast = html! {
            div.toast {
                span { (words.tn("calendar-copied", args![when => when])) }
                form method="post" action=(undo) data-undo="" {
                    (csrf(&here.frame)) button.button.button-small { (icon("undo-2")) (words.t("shell-undo")) }
                }
            }
        };
        return Ok((StatusCode::CREATED, toast).into_response());
    }
    let go = here.go(&format!("calendar?view=week&date={day}"));
    Ok(go.saying("calendar-copied").with("when", when).undo(undo).into_response())
}

/// Asks for the day of a copy.
pub struct CopyPage {
    post: Id<Post>,
    excerpt: String,
    form: Form,
}

impl Page for CopyPage {
    fn samples() -> Vec<Self> {
        let form = || Form::filled([("date", "2026-12-01"), ("time", "09:00")]);
        let mut refused = form();
        refused.refuse("date", "Ce jour est passé.");
        let post = Id::from_uuid(uuid::Uuid::nil());
        let excerpt = "La bûche de Noël est arrivée".to_owned();
        vec![
            Self { post, excerpt: excerpt.clone(), form: form() },
            Self { post, excerpt, form: refused },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("calendar-copy-to")
    }

    fn shape(&self) -> Shape {
        Shape::Room("calendar", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-calendar"), &frame.url("calendar"))]);
        let name = headline(&self.excerpt, &words.t("posts-without-words"));
        html! {
            (page_header_under(above, &self.title(frame), html! { "« " (name) " »" }, html! {}))
            form.card.form method="post" action=(frame.url("calendar/copies")) {
                (csrf(frame))
                (error_summary(words, &self.form))
                input type="hidden" name="post" value=(self.post);
                div.fields-inline {
                    (Field::new(&self.form, "date", &words.t("calendar-copy-day")).kind("date").required())
                    (Field::new(&self.form, "time", &words.t("calendar-copy-time")).kind("time"))
                }
                p.hint { (words.t("calendar-copy-lead")) }
                div.form-actions { (submit(&words.t("calendar-copy-go"), "button-primary")) }
            }
        }
    }
}

page_samples!(CopyPage);
