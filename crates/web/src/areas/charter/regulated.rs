//! Regulated vocabulary: which lists are on, and what they hold.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use strategy::{CharterError, Regulated, RegulatedKind};

use super::fields::Line;
use super::page::{CharterPage, again, change, section};
use crate::parts::{badge, csrf, error_summary, submit, switch};
use crate::words::args;
use crate::{Form, Frame, InBrand, Refusal};

/// Sets one.
pub async fn post(
    here: InBrand,
    Path((_brand, kind)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response, Refusal> {
    let kind: RegulatedKind = kind.parse().map_err(|_| Refusal::NotFound)?;
    let typed: Vec<String> = form.get("terms").lines().map(str::to_owned).collect();
    let usual = form.has("usual") || typed.iter().all(|line| line.trim().is_empty());
    let own = (!usual).then_some(typed);
    let mut tx = here.begin().await?;
    match Regulated::set(kind, form.has("active"), own, &here.actor, &mut tx).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(here.go("charter#part-regulated").saying("charter-saved").into_response())
        }
        Err(CharterError::TooLong(_)) => {
            drop(tx);
            form.refuse("terms", here.words().t("charter-regulated-long"));
            again(&here, format!("regulated-{kind}"), form).await
        }
        Err(error) => Err(error.into()),
    }
}

impl CharterPage {
    pub(super) fn regulated(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        section(
            "regulated",
            &words.t("charter-regulated"),
            &words.t("charter-regulated-lead"),
            html! {
                ul.charter-list { @for list in &self.charter.regulated { (self.list(frame, list)) } }
            },
        )
    }

    fn list(&self, frame: &Frame, list: &Regulated) -> Markup {
        let words = &frame.words;
        let kind = list.kind.as_str();
        let place = format!("regulated-{kind}");
        let count = i64::try_from(list.terms().len()).unwrap_or(0);
        html! {
            li.charter-item {
                div.spread {
                    p.strong { (words.t(&format!("charter-regulated-{kind}"))) }
                    @if list.active { (badge(&words.t("charter-on"), "success")) } @else { (badge(&words.t("charter-off"), "")) }
                }
                p { (words.t(&format!("charter-regulated-{kind}-rule"))) }
                p.muted.small { (words.t(&format!("charter-regulated-{kind}-source"))) }
                @let key = if list.own_terms.is_some() { "charter-regulated-own" } else { "charter-regulated-usual" };
                p.faint.small { (words.tn(key, args![count => count])) }
                (change(frame, &words.t("charter-change"), self.is_open(&place), self.list_form(frame, list, &place)))
            }
        }
    }

    fn list_form(&self, frame: &Frame, list: &Regulated, place: &str) -> Markup {
        let words = &frame.words;
        let form = self.form(place, || {
            let form = Form::empty().with("terms", list.terms().join("\n"));
            if list.active { form.with("active", "on") } else { form }
        });
        let line = Line { place, form: &form };
        html! {
            form.form method="post" action=(frame.url(&format!("charter/regulated/{}", list.kind))) {
                (csrf(frame)) (error_summary(words, &form))
                (switch(&form, "active", &words.t("charter-regulated-active")))
                (line.lines("terms", 10, &words.t("charter-regulated-terms"), &words.t("charter-regulated-terms-hint")))
                div.form-actions {
                    (submit(&words.t("charter-save"), "button-primary"))
                    @if list.own_terms.is_some() {
                        button.button.button-quiet name="usual" value="1" { (words.t("charter-regulated-back")) }
                    }
                }
            }
        }
    }
}
