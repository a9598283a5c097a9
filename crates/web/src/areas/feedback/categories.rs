//! The categories of suggestions and complaints.

use axum::response::Response;
use conversations::feedback::{Category, Filing, NewCategory, StepWords, Takes, Telling};
use maud::{Markup, html};
use platform::Right;
use primitives::Ambient;

use crate::parts::{badge, crumbs, empty_state, link_button, page_header_under};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// The list.
pub async fn get(here: InBrand) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let all = Category::all(&here.actor, &mut tx).await?;
    Ok(here.show(&CategoriesPage { all }))
}

/// What suggestions and complaints are sorted by.
pub struct CategoriesPage {
    all: Vec<Category>,
}

/// A category made up, for the samples of pages.
pub fn sample_category(ambient: &Ambient) -> Category {
    Category {
        id: ambient.new_id(),
        says: NewCategory {
            name: "Livraison".into(),
            takes: Takes::Both,
            owner: ambient.new_id(),
            terms: "livraison\nlivré*".into(),
            filing: Filing::Proposed,
            telling: Telling::Draft,
            days: 5,
            words: StepWords::default(),
        },
        owner_name: "Louise Martin".into(),
    }
}

impl Page for CategoriesPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 28);
        let mut send = sample_category(&ambient);
        (send.says.filing, send.says.telling) = (Filing::Automatic, Telling::Send);
        send.says.terms = String::new();
        vec![Self { all: vec![] }, Self { all: vec![sample_category(&ambient), send] }]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("feedback-categories")
    }

    fn shape(&self) -> Shape {
        Shape::Room("feedback", Width::Narrow)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let trail = crumbs(frame, &[(&words.t("feedback-title"), &frame.url("feedback"))]);
        let add = html! { @if frame.may(Right::ManageBrand) { (link_button(&words.t("feedback-category-add"), &frame.url("feedback/categories/new"), "button-primary")) } };
        html! {
            (page_header_under(trail, &self.title(frame), html! { (words.t("feedback-categories-lead")) }, add))
            @if self.all.is_empty() {
                (empty_state("tag", &words.t("feedback-categories-none"), &words.t("feedback-categories-none-lead"), html! {}))
            } @else {
                ul.card.card-flush.list { @for one in &self.all { (line(frame, one)) } }
            }
        }
    }
}

fn line(frame: &Frame, one: &Category) -> Markup {
    let words = &frame.words;
    let says = &one.says;
    let terms: Vec<&str> = says.terms.lines().filter(|line| !line.trim().is_empty()).collect();
    html! {
        li.item {
            div.item-body {
                p.item-title { a href=(frame.url(&format!("feedback/categories/{}", one.id))) { (says.name) } }
                p.item-meta {
                    (words.t(&format!("feedback-takes-{}", says.takes))) ", "
                    (words.tn("feedback-looked-after", args![name => one.owner_name.as_str()])) ", "
                    (words.tn("feedback-days", args![count => says.days]))
                }
                @if !terms.is_empty() { p.small.muted { (terms.join(", ")) } }
            }
            div.item-end.row.row-tight {
                (badge(&words.t(&format!("feedback-filing-short-{}", says.filing)), ""))
                (badge(&words.t(&format!("feedback-telling-short-{}", says.telling)), ""))
            }
        }
    }
}

page_samples!(CategoriesPage);
