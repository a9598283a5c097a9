//! The page that explains the interface: what it is, each address with its scope, and each kind
//! of problem.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::openapi::{DOCUMENT, ENDPOINTS, Endpoint};
use super::shared::Kind;
use crate::parts::page_header;
use crate::words::{Words, args};
use crate::{Frame, Page, Shape, SignedIn, Width, page_samples};

/// Shows the page.
pub async fn get(here: SignedIn) -> Response {
    let base = here.house.settings.base_url.clone();
    here.frame.show(&GuidePage { base }).into_response()
}

/// The page of the interface.
pub struct GuidePage {
    base: String,
}

impl Page for GuidePage {
    fn samples() -> Vec<Self> {
        vec![Self { base: "https://parvis.example".to_owned() }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("api-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("settings", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("api-lead")) }, html! {
                a.button href=(DOCUMENT) { (words.t("api-document")) }
            }))
            div.stack.stack-lg {
                (self.start(frame))
                @for tag in tags() { (room(words, tag)) }
                (problems(words))
            }
        }
    }
}

page_samples!(GuidePage);

impl GuidePage {
    fn start(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let example = format!("curl -H \"Authorization: Bearer pv_…\" {}/api/v1/posts", self.base);
        html! {
            section.card.stack aria-labelledby="start" {
                h2.section-title #start { (words.t("api-start")) }
                p {
                    (words.t("api-start-token")) " "
                    @if frame.brand.is_some() {
                        a href=(frame.url("settings/tokens")) { (words.t("api-start-tokens")) }
                    }
                }
                pre { code { (example) } }
                ul {
                    li { (words.t("api-rule-lists")) }
                    li { (words.t("api-rule-once")) }
                    li { (words.t("api-rule-versions")) }
                    li { (words.t("api-rule-times")) }
                    li { (words.t("api-rule-unknown")) }
                    li { (words.tn("api-rule-limit", args![count => 20])) }
                }
            }
        }
    }
}

/// The rooms, in the order of the document.
fn tags() -> Vec<&'static str> {
    let mut tags = Vec::new();
    for endpoint in ENDPOINTS.iter() {
        if !tags.contains(&endpoint.tag) {
            tags.push(endpoint.tag);
        }
    }
    tags
}

fn room(words: &Words, tag: &str) -> Markup {
    let title = words.t(&format!("api-room-{tag}"));
    html! {
        section aria-labelledby={ "room-" (tag) } {
            h2.section-title id={ "room-" (tag) } { (title) }
            div.card.card-flush.table-wrap {
                table.table.table-cards {
                    caption.visually-hidden { (title) }
                    thead { tr {
                        th scope="col" { (words.t("api-what")) }
                        th scope="col" { (words.t("api-address")) }
                        th scope="col" { (words.t("api-scope")) }
                    } }
                    tbody { @for one in ENDPOINTS.iter().filter(|one| one.tag == tag) { (line(words, one)) } }
                }
            }
        }
    }
}

fn line(words: &Words, one: &Endpoint) -> Markup {
    let what = words.t(&format!("api-op-{}", one.id.replace('_', "-")));
    html! {
        tr {
            th scope="row" { (what) }
            td data-label=(words.t("api-address")) { code { (one.method.as_str()) " " (one.path) } }
            td data-label=(words.t("api-scope")) { code { (one.scope.as_str()) } }
        }
    }
}

fn problems(words: &Words) -> Markup {
    html! {
        section aria-labelledby="problems" {
            h2.section-title #problems { (words.t("api-problems")) }
            p.muted { (words.t("api-problems-lead")) }
            dl.stack {
                @for kind in Kind::ALL {
                    div id={ "problem-" (kind.name()) } {
                        dt { code { (kind.status().as_u16()) } " " (kind.title(words)) }
                        dd.muted { (kind.lead(words)) }
                    }
                }
            }
        }
    }
}
