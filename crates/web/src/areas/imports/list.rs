use axum::response::Response;
use maud::{Markup, html};
use measurement::insights::Import;
use platform::Right;

use super::samples;
use crate::areas::measures::network_name;
use crate::parts::{
    badge, crumbs, empty_state, link_button, network_mark, page_header_under, time,
};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The files that were brought in.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let imports = Import::all(&here.actor, &mut tx).await?;
    Ok(here.show(&ImportsPage { imports }))
}

/// « The files of figures you imported. »
pub struct ImportsPage {
    imports: Vec<Import>,
}

impl Page for ImportsPage {
    fn samples() -> Vec<Self> {
        vec![Self { imports: Vec::new() }, Self { imports: samples::imports() }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("imports-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-measures"), &frame.url("measures"))]);
        let new = |class| html! { @if frame.may(Right::ManageChannels) { (link_button(&words.t("imports-new"), &frame.url("imports/new"), class)) } };
        html! {
            @if self.imports.is_empty() {
                (page_header_under(above, &self.title(frame), html! { (words.t("imports-lead")) }, html! {}))
                (empty_state("upload", &words.t("imports-none"), &words.t("imports-none-lead"), new("button-primary")))
            } @else {
                (page_header_under(above, &self.title(frame), html! { (words.t("imports-lead")) }, new("button-primary")))
                ul.list.card.card-flush { @for import in &self.imports { li { (line(frame, import)) } } }
            }
        }
    }
}

page_samples!(ImportsPage);

fn line(frame: &Frame, import: &Import) -> Markup {
    let words = &frame.words;
    let (state, tone) = super::state(words, import.state);
    let network = &import.plan.network;
    let problems = i64::try_from(import.problems.count).unwrap_or_default();
    html! {
        a.item href=(frame.url(&format!("imports/{}", import.id))) {
            (network_mark(network, &network_name(words, network), ""))
            div.item-body {
                p.item-title.clip { (import.plan.file_name) }
                p.item-meta {
                    (time(words, import.created_at, &words.relative(import.created_at))) " · "
                    (words.tn("imports-rows", args![count => import.rows_read]))
                    @if problems > 0 { " · " (words.tn("imports-problems-count", args![count => problems])) }
                }
            }
            div.item-end { (badge(&state, tone)) }
        }
    }
}
