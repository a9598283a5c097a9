//! The list of posts: drafts, scheduled and published, all.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use channels::publication::StateName;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::Right;
use primitives::Id;
use publishing::post::{ListFilter, PostRow, PostSource, PostState};
use publishing::{LocalSchedule, Post};
use serde::Deserialize;

use super::composer::load_channels;
use super::problems;
use super::shown::{ShownChannel, headline, state_key};
use crate::parts::{
    Tab, Way, badge, empty_state, link_button, page_header, pagination, state, tabs,
};
use crate::words::args;
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many posts a page holds.
const ON_A_PAGE: usize = 30;

/// Which posts.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// `drafts`, `scheduled` or `all`.
    #[serde(default)]
    show: String,
    /// Where the page starts: microseconds and id of the last one seen.
    #[serde(default)]
    before: String,
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let drafts = match asked.show.as_str() {
        "drafts" => Some(true),
        "scheduled" => Some(false),
        _ => None,
    };
    let before = asked.before.split_once('_').and_then(|(at, id)| {
        Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?))
    });
    let most = ON_A_PAGE as i64 + 1;
    let mut tx = here.read().await?;
    let filter = ListFilter { drafts, before, most };
    let mut posts = Post::list(&filter, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let channels = load_channels(&here, &mut tx).await?;
    let more = posts.len() > ON_A_PAGE;
    posts.truncate(ON_A_PAGE);
    let on = posts.last().filter(|_| more).map(|post| {
        let at = post.updated_at.as_microsecond();
        here.url(&format!("posts?show={}&before={at}_{}", show_name(drafts), post.id))
    });
    let back = before.map(|_| here.url(&format!("posts?show={}", show_name(drafts))));
    Ok(here.show(&PostsPage { drafts, posts, channels, way: Way { back, on } }).into_response())
}

fn show_name(drafts: Option<bool>) -> &'static str {
    match drafts {
        Some(true) => "drafts",
        Some(false) => "scheduled",
        None => "all",
    }
}

/// The list of posts.
pub struct PostsPage {
    drafts: Option<bool>,
    posts: Vec<PostRow>,
    channels: Vec<ShownChannel>,
    way: Way,
}

impl PostsPage {
    fn row(&self, frame: &Frame, post: &PostRow) -> Markup {
        let words = &frame.words;
        let shown = |id| self.channels.iter().find(|channel: &&ShownChannel| channel.id == id);
        html! {
            li {
                a.item href=(frame.url(&format!("posts/{}", post.id))) {
                    div.item-body {
                        p.item-title.clip { (headline(&post.text, &words.t("posts-without-words"))) }
                        p.item-meta {
                            @match &post.state {
                                PostState::Scheduled(at) => span { (words.moment(at.at)) },
                                PostState::Draft => span { (words.tn("posts-changed", args![when => words.relative(post.updated_at)])) },
                            }
                            @if post.pictures > 0 { span { (words.tn("posts-pictures", args![count => post.pictures])) } }
                            @if post.source == PostSource::Feed { (badge(&words.t("posts-from-feed"), "info")) }
                        }
                    }
                    div.item-end {
                        span.marks { @for (id, _) in &post.channels { @if let Some(channel) = shown(*id) { (channel.mark("network-sm")) } } }
                        (state(words, summary(post)))
                    }
                }
            }
        }
    }
}

/// The state that matters most among a post's publications.
fn summary(post: &PostRow) -> &'static str {
    let worst = [
        StateName::Failed,
        StateName::NeedsPerson,
        StateName::Uncertain,
        StateName::Held,
        StateName::Sending,
        StateName::Processing,
        StateName::Prepared,
        StateName::Planned,
        StateName::Published,
    ];
    let has = |name: &&StateName| post.channels.iter().any(|(_, state)| *state == Some(**name));
    match worst.iter().find(has) {
        Some(name) => state_key(*name),
        None if post.state == PostState::Draft => "draft",
        None => "cancelled",
    }
}

impl Page for PostsPage {
    fn samples() -> Vec<Self> {
        let channels = ShownChannel::samples();
        let at: Timestamp = "2026-11-23T08:00:00Z".parse().expect("a time of the samples");
        let scheduled =
            LocalSchedule::at_instant(at, "Europe/Paris").expect("a zone of the samples");
        let row = |n: u128, text: &str, state: PostState, states: &[Option<StateName>]| PostRow {
            id: Id::from_uuid(uuid::Uuid::from_u128(n)),
            text: text.to_owned(),
            state,
            source: if n == 2 { PostSource::Feed } else { PostSource::Written },
            pictures: i64::try_from(n % 3).unwrap_or(0),
            channels: channels.iter().map(|c| c.id).zip(states.iter().copied()).collect(),
            updated_at: at,
        };
        let of = |state| vec![Some(state); 3];
        let posts = vec![
            row(
                1,
                "La bûche de Noël est arrivée",
                PostState::Scheduled(scheduled.clone()),
                &of(StateName::Planned),
            ),
            row(2, "", PostState::Draft, &[None]),
            row(
                3,
                "Galette ou bûche",
                PostState::Scheduled(scheduled.clone()),
                &of(StateName::Failed),
            ),
            row(4, "Le four est chaud", PostState::Scheduled(scheduled), &of(StateName::Cancelled)),
        ];
        let way = Way { back: None, on: Some("/b/x/posts?before=1_2".to_owned()) };
        vec![
            Self { drafts: None, posts: vec![], channels: vec![], way: Way::default() },
            Self {
                drafts: Some(true),
                posts: vec![],
                channels: channels.clone(),
                way: Way::default(),
            },
            Self {
                drafts: Some(false),
                posts: vec![],
                channels: channels.clone(),
                way: Way::default(),
            },
            Self { drafts: None, posts, channels: channels.clone(), way },
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("posts-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("posts", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let tab = |drafts: Option<bool>| frame.url(&format!("posts?show={}", show_name(drafts)));
        let (all, only_drafts, scheduled) = (tab(None), tab(Some(true)), tab(Some(false)));
        let publications = frame.url("publications");
        html! {
            (page_header(&self.title(frame), html! {}, html! {
                (link_button(&words.t("posts-to-check"), &publications, "button-quiet"))
            }))
            (tabs(&words.t("posts-tabs"), &[
                Tab { label: &words.t("posts-tab-drafts"), href: &only_drafts, current: self.drafts == Some(true) },
                Tab { label: &words.t("posts-tab-scheduled"), href: &scheduled, current: self.drafts == Some(false) },
                Tab { label: &words.t("posts-tab-all"), href: &all, current: self.drafts.is_none() },
            ]))
            @if self.posts.is_empty() {
                (empty_state("file-text", &words.t("posts-none"), &words.t(none_lead(self.drafts)), html! {
                    @if frame.may(Right::Draft) {
                        (link_button(&words.t("posts-write-first"), &frame.url("posts/new"), "button-primary"))
                    }
                }))
            } @else {
                div.card.card-flush.list-under-tabs { ul.list { @for post in &self.posts { (self.row(frame, post)) } } }
                (pagination(frame, &self.way))
            }
        }
    }
}

fn none_lead(drafts: Option<bool>) -> &'static str {
    match drafts {
        Some(true) => "posts-none-lead-drafts",
        Some(false) => "posts-none-lead-scheduled",
        None => "posts-none-lead",
    }
}

page_samples!(PostsPage);
