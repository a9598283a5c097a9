//! The list of what was suggested and complained of.

use axum::extract::Query;
use axum::response::Response;
use conversations::feedback::{Case, CaseFilter, CaseKind, CaseState, Category};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::{Ambient, Id};
use serde::Deserialize;

use super::state_badge;
use crate::parts::{Way, badge, empty_state, icon, link_button, page_header, pagination, time};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many a page shows.
const A_PAGE: usize = 50;

/// What the list is narrowed to, as its address writes it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A state, `all`, or nothing: what is open.
    state: String,
    category: String,
    kind: String,
    /// `me` or a teammate.
    owner: String,
    /// `yes`: only what takes longer than it may.
    sleeping: String,
    skip: usize,
}

impl Asked {
    /// What it means, for that teammate.
    pub fn filter(&self, me: Id<Teammate>) -> CaseFilter {
        CaseFilter {
            state: self.state.parse().ok(),
            all: self.state == "all",
            category: self.category.parse().ok(),
            kind: self.kind.parse().ok(),
            owner: if self.owner == "me" { Some(me) } else { self.owner.parse().ok() },
            sleeping: !self.sleeping.is_empty(),
            skip: self.skip,
            limit: A_PAGE,
        }
    }

    fn query(&self, skip: usize) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let fields = [
            ("state", &self.state),
            ("category", &self.category),
            ("kind", &self.kind),
            ("owner", &self.owner),
            ("sleeping", &self.sleeping),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        if skip > 0 {
            query.append_pair("skip", &skip.to_string());
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    fn narrowed(&self) -> bool {
        !self.query(0).is_empty()
    }
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let page = Case::list(&asked.filter(here.teammate.id), &here.actor, &mut tx).await?;
    let categories = Category::all(&here.actor, &mut tx).await?;
    let team = Membership::of_brand(&here.actor, &mut tx).await.map_err(Refusal::fault)?;
    let now = tx.now();
    Ok(here.show(&ListPage {
        asked,
        cases: page.cases,
        more: page.more,
        categories: categories.into_iter().map(|one| (one.id, one.says.name)).collect(),
        team: team.into_iter().map(|one| (one.teammate, one.name.to_string())).collect(),
        now,
    }))
}

/// What was suggested and complained of.
pub struct ListPage {
    asked: Asked,
    cases: Vec<Case>,
    more: bool,
    categories: Vec<(Id<Category>, String)>,
    team: Vec<(Id<Teammate>, String)>,
    now: Timestamp,
}

/// A case made up, for the samples of pages.
pub fn sample_case(ambient: &Ambient, state: CaseState) -> Case {
    let filed_at = ambient.now() - SignedDuration::from_hours(24 * 9);
    Case {
        id: ambient.new_id(),
        category: ambient.new_id(),
        category_name: "Livraison".into(),
        owner: ambient.new_id(),
        owner_name: "Louise Martin".into(),
        kind: CaseKind::Complaint,
        title: "Très déçue, le pain livré ce matin était rassis, et personne ne répond".into(),
        state,
        reason: if state == CaseState::Declined {
            "Le four est plein.".into()
        } else {
            String::new()
        },
        merged_into: None,
        people: 3,
        filed_at,
        moved_at: filed_at,
        begun_at: None,
        closed_at: None,
        due_at: ambient.now() - SignedDuration::from_hours(24),
    }
}

impl Page for ListPage {
    fn samples() -> Vec<Self> {
        let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 26);
        let category = (ambient.new_id(), "Livraison".to_owned());
        let page = |asked: Asked, cases: Vec<Case>, categories: Vec<_>| Self {
            asked,
            more: !cases.is_empty(),
            cases,
            categories,
            team: vec![(ambient.new_id(), "Louise Martin".into())],
            now: ambient.now(),
        };
        let cases = || CaseState::ALL.iter().map(|state| sample_case(&ambient, *state)).collect();
        let narrowed = Asked { state: "done".into(), skip: 50, ..Asked::default() };
        vec![
            page(Asked::default(), vec![], vec![]),
            page(Asked::default(), vec![], vec![category.clone()]),
            page(narrowed.clone(), vec![], vec![category.clone()]),
            page(narrowed, cases(), vec![category]),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("feedback-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("feedback", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let sheet = frame.url(&format!("feedback/sheet{}", self.asked.query(0)));
        let acts = html! {
            @if !self.cases.is_empty() { a.button href=(sheet) { (icon("download")) (words.t("feedback-sheet")) } }
            a.button href=(frame.url("feedback/categories")) { (icon("tag")) (words.t("feedback-categories")) }
        };
        html! {
            (page_header(&self.title(frame), html! { (words.t("feedback-lead")) }, acts))
            div.stack.stack-lg {
                @if self.categories.is_empty() && self.cases.is_empty() {
                    @let first = html! { @if frame.may(Right::ManageBrand) { (link_button(&words.t("feedback-category-add"), &frame.url("feedback/categories/new"), "button-primary")) } };
                    (empty_state("message-square-warning", &words.t("feedback-none-yet"), &words.t("feedback-none-yet-lead"), first))
                } @else {
                    (self.ways(frame))
                    @if self.cases.is_empty() {
                        @let key = if self.asked.narrowed() { "feedback-none-found" } else { "feedback-none" };
                        (empty_state("message-square-warning", &words.t(key), &words.t(&format!("{key}-lead")), html! {}))
                    } @else {
                        ul.card.card-flush.list { @for case in &self.cases { (self.line(frame, case)) } }
                        (pagination(frame, &self.way(frame)))
                    }
                }
            }
        }
    }
}

impl ListPage {
    fn way(&self, frame: &Frame) -> Way {
        let to = |skip: usize| frame.url(&format!("feedback{}", self.asked.query(skip)));
        let skip = self.asked.skip;
        Way {
            back: (skip > 0).then(|| to(skip.saturating_sub(A_PAGE))),
            on: self.more.then(|| to(skip + A_PAGE)),
        }
    }

    fn ways(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let asked = &self.asked;
        let states = CaseState::ALL.iter().filter(|state| **state != CaseState::Dismissed);
        let states = states.map(|s| (s.to_string(), words.t(&format!("feedback-state-{s}"))));
        let states = states.chain([
            ("all".to_owned(), words.t("feedback-state-all")),
            ("dismissed".to_owned(), words.t("feedback-state-dismissed")),
        ]);
        let kinds =
            CaseKind::ALL.iter().map(|k| (k.to_string(), words.t(&format!("feedback-kind-{k}"))));
        let categories = self.categories.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let me = [("me".to_owned(), words.t("inbox-me"))];
        let team = self.team.iter().map(|(id, name)| (id.to_string(), name.clone()));
        html! {
            form.filters.feedback-ways method="get" action=(frame.url("feedback")) {
                (choose(frame, "state", &words.t("feedback-state-open"), &asked.state, states))
                (choose(frame, "category", &words.t("inbox-any"), &asked.category, categories))
                (choose(frame, "kind", &words.t("inbox-any"), &asked.kind, kinds))
                (choose(frame, "owner", &words.t("inbox-any"), &asked.owner, me.into_iter().chain(team)))
                label.check { input type="checkbox" name="sleeping" value="yes" checked[!asked.sleeping.is_empty()]; span { (words.t("feedback-only-sleeping")) } }
                button.button { (words.t("inbox-filter")) }
            }
        }
    }

    fn line(&self, frame: &Frame, case: &Case) -> Markup {
        let words = &frame.words;
        html! {
            li.item {
                div.item-body {
                    p.item-title { a href=(frame.url(&format!("feedback/{}", case.id))) { (case.title) } }
                    p.item-meta {
                        (words.t(&format!("feedback-kind-{}", case.kind))) ", " (case.category_name)
                        ", " (words.tn("feedback-looked-after", args![name => case.owner_name.as_str()]))
                        @if case.people > 1 { ", " (words.tn("feedback-people", args![count => case.people])) }
                        ", " (time(words, case.filed_at, &words.relative(case.filed_at)))
                    }
                }
                div.item-end.row.row-tight {
                    @if case.sleeps(self.now) { (badge(&words.t("feedback-sleeps"), "danger")) }
                    (state_badge(words, case.state))
                }
            }
        }
    }
}

fn choose(
    frame: &Frame,
    name: &str,
    usual: &str,
    chosen: &str,
    options: impl Iterator<Item = (String, String)>,
) -> Markup {
    let id = format!("feedback-by-{name}");
    html! {
        div.field {
            label for=(id) { (frame.words.t(&format!("feedback-by-{name}"))) }
            select.select #(id) name=(name) {
                option value="" { (usual) }
                @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

page_samples!(ListPage);
