//! What waits for me, what waits for others, what was decided.

use axum::extract::Query;
use axum::response::Response;
use database::Tx;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::membership::Membership;
use platform::{Right, Teammate};
use primitives::Id;
use publishing::Post;
use publishing::approval::{Request, RequestState, key_of};
use publishing::post::PostError;
use serde::Deserialize;

use super::shown::{self, ShownPost, answer_form, awaited, state_badge, wanted};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::problems;
use crate::parts::{Tab, empty_state, icon, link_button, page_header, tabs, time};
use crate::words::args;
use crate::{Form, Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// Which list is shown.
#[derive(Debug, Default, Deserialize)]
pub struct Which {
    show: Option<Show>,
}

/// A list of requests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Show {
    /// What waits for me.
    #[default]
    Mine,
    /// What waits for others.
    Others,
    /// What was decided.
    Past,
}

/// A request with its post and names.
#[derive(Clone)]
pub(super) struct Line {
    pub request: Request,
    pub shown: ShownPost,
    pub asked_by: String,
}

/// Shows one of the lists.
pub async fn get(here: InBrand, Query(which): Query<Which>) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let show = which.show.unwrap_or_default();
    let key = here.actor.teammate_id().map(key_of).unwrap_or_default();
    let waiting = Request::waiting(&here.actor, &mut tx).await?;
    let (mine, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|r| r.awaits(&key));
    let counts = (mine.len(), others.len());
    let requests = match show {
        Show::Mine => mine,
        Show::Others => others,
        Show::Past => Request::settled(50, &here.actor, &mut tx).await?,
    };
    let lines = lines(&here, requests, &mut tx).await?;
    let now = tx.now();
    let has_path = !publishing::approval::Path::all(&here.actor, &mut tx).await?.is_empty();
    Ok(here.show(&ApprovalsPage { show, counts, lines, now, has_path }))
}

/// Requests with their posts; those whose post is gone are left out.
pub(super) async fn lines(
    here: &InBrand,
    requests: Vec<Request>,
    tx: &mut Tx,
) -> Result<Vec<Line>, Refusal> {
    let channels = load_channels(here, tx).await?;
    let team = Membership::of_brand(&here.actor, tx).await?;
    let mut lines = Vec::with_capacity(requests.len());
    for request in requests {
        let post = match Post::load(request.post, &here.actor, tx).await {
            Ok(post) => post,
            Err(PostError::NotFound) => continue,
            Err(error) => return Err(problems::of_post(error)),
        };
        let asked_by = name_in(&team, request.asked_by);
        lines.push(Line { request, shown: ShownPost::new(post, &channels), asked_by });
    }
    Ok(lines)
}

fn name_in(team: &[Membership], id: Option<Id<Teammate>>) -> String {
    let found = team.iter().find(|member| Some(member.teammate) == id);
    found.map(|member| member.name.to_string()).unwrap_or_default()
}

/// The lists of requests.
pub struct ApprovalsPage {
    show: Show,
    /// For me, for others.
    counts: (usize, usize),
    lines: Vec<Line>,
    now: Timestamp,
    has_path: bool,
}

impl Page for ApprovalsPage {
    fn samples() -> Vec<Self> {
        let line = |state| Line {
            request: shown::sample_request(state),
            shown: ShownPost::sample(),
            asked_by: "Inès Le Goff".to_owned(),
        };
        let now: Timestamp = "2026-11-24T09:40:00Z".parse().unwrap_or_default();
        let page = |show, lines: Vec<Line>| Self {
            show,
            counts: (lines.len(), 2),
            lines,
            now,
            has_path: true,
        };
        let all = RequestState::ALL.iter().map(|state| line(*state)).collect();
        let none = Self { has_path: false, ..page(Show::Mine, vec![]) };
        vec![
            none,
            page(Show::Mine, vec![]),
            page(Show::Mine, vec![line(RequestState::Waiting)]),
            page(Show::Others, vec![line(RequestState::Waiting)]),
            page(Show::Others, vec![]),
            page(Show::Past, all),
            page(Show::Past, vec![]),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("approvals-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("approvals", if self.show == Show::Mine { Width::Narrow } else { Width::Usual })
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let settings = html! {
            @if frame.may(Right::ManageBrand) {
                (link_button(&words.t("approvals-who-is-asked"), &frame.url("settings/approvals"), ""))
            }
        };
        html! {
            (page_header(&self.title(frame), html! { p.page-lead { (words.t("approvals-lead")) } }, settings))
            div.stack.stack-lg {
                (self.tabs(frame))
                @match self.show {
                    Show::Mine => (self.mine(frame)),
                    Show::Others => (self.others(frame)),
                    Show::Past => (self.past(frame)),
                }
            }
        }
    }
}

impl ApprovalsPage {
    fn tabs(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let label = |key: &str, count: usize| words.tn(key, args![count => count]);
        let (mine, others) = (
            label("approvals-tab-mine", self.counts.0),
            label("approvals-tab-others", self.counts.1),
        );
        let past = words.t("approvals-tab-past");
        let (first, second, third) = (
            frame.url("approvals"),
            frame.url("approvals?show=others"),
            frame.url("approvals?show=past"),
        );
        tabs(
            &words.t("approvals-title"),
            &[
                Tab { label: &mine, href: &first, current: self.show == Show::Mine },
                Tab { label: &others, href: &second, current: self.show == Show::Others },
                Tab { label: &past, href: &third, current: self.show == Show::Past },
            ],
        )
    }

    fn mine(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        if self.lines.is_empty() {
            let action = html! {
                @if !self.has_path && frame.may(Right::ManageBrand) {
                    (link_button(&words.t("approvals-who-is-asked"), &frame.url("settings/approvals"), "button-primary"))
                }
            };
            let lead = if self.has_path { "approvals-none-lead" } else { "approvals-no-path-lead" };
            return empty_state("check-check", &words.t("approvals-none"), &words.t(lead), action);
        }
        html! { @for line in &self.lines { (card(frame, line, self.now)) } }
    }

    fn others(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let (late, coming): (Vec<_>, Vec<_>) =
            self.lines.iter().partition(|line| line.request.is_late(self.now));
        html! {
            @if self.lines.is_empty() {
                (empty_state("circle-check", &words.t("approvals-none-others"), &words.t("approvals-none-others-lead"), html! {}))
            }
            @if !late.is_empty() {
                section.stack aria-labelledby="late" {
                    h2 #late { (words.t("approvals-late-title")) }
                    p.muted { (words.t("approvals-late-lead")) }
                    ul.list.card.card-flush { @for line in late { li { (self.item(frame, line)) } } }
                }
            }
            @if !coming.is_empty() {
                section.stack aria-labelledby="coming" {
                    h2 #coming { (words.t("approvals-coming")) }
                    ul.list.card.card-flush { @for line in coming { li { (self.item(frame, line)) } } }
                }
            }
        }
    }

    fn past(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            @if self.lines.is_empty() {
                (empty_state("archive", &words.t("approvals-none-past"), &words.t("approvals-none-past-lead"), html! {}))
            } @else {
                ul.list.card.card-flush { @for line in &self.lines { li { (self.item(frame, line)) } } }
            }
        }
    }

    fn item(&self, frame: &Frame, line: &Line) -> Markup {
        let words = &frame.words;
        let request = &line.request;
        html! {
            a.item href=(frame.url(&format!("approvals/{}", request.id))) {
                div.item-body {
                    p.item-title.clip { (line.shown.title(words)) }
                    p.item-meta {
                        @if request.state == RequestState::Waiting {
                            span { (awaited(words, request)) } span { (wanted(words, request, Some(self.now))) }
                        } @else if let Some(at) = request.settled_at {
                            (time(words, at, &words.relative(at)))
                        }
                        @if !line.asked_by.is_empty() { span { (words.tn("approvals-asked-by", args![name => &line.asked_by])) } }
                    }
                }
                div.item-end { (state_badge(words, request)) }
            }
        }
    }
}

/// A request that waits for me: the post, its time, the two buttons.
fn card(frame: &Frame, line: &Line, now: Timestamp) -> Markup {
    let words = &frame.words;
    let request = &line.request;
    let address = frame.url(&format!("approvals/{}", request.id));
    html! {
        article.card.stack.approval-card aria-label=(line.shown.title(words)) {
            div.spread {
                p.strong.row.row-tight { (icon("clock")) (wanted(words, request, Some(now))) }
                span { (line.shown.marks()) }
            }
            (line.shown.first_preview(frame))
            (note(frame, line))
            (answer_form(frame, &format!("{address}/answer"), request, &Form::empty()))
            p.small { a href=(address) { (words.t("approvals-see-all")) } }
        }
    }
}

/// What whoever asked has to say.
pub(super) fn note(frame: &Frame, line: &Line) -> Markup {
    let words = &frame.words;
    html! {
        @if !line.asked_by.is_empty() || !line.request.note.is_empty() {
            div.small {
                @if !line.asked_by.is_empty() {
                    p.muted.sentence {
                        (words.tn("approvals-asked-by", args![name => &line.asked_by])) ", "
                        (time(words, line.request.created_at, &words.relative(line.request.created_at)))
                    }
                }
                @if !line.request.note.is_empty() { p.pre { (line.request.note) } }
            }
        }
    }
}

page_samples!(ApprovalsPage);
