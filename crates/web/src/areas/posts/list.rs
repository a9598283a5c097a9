//! The list of posts: drafts, scheduled and published, all.

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use channels::publication::StateName;
use jiff::Timestamp;
use maud::{Markup, html};
use platform::{Right, Teammate};
use primitives::Id;
use publishing::post::{ListFilter, PostRow, PostSource, PostState};
use publishing::{LocalSchedule, Post};
use serde::Deserialize;
use strategy::Format;

use super::composer::{Files, load_channels};
use super::problems;
use super::publication_card::names;
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
    /// The key of a topic, a campaign, an author; empty for all.
    #[serde(default)]
    topic: String,
    #[serde(default)]
    campaign: String,
    #[serde(default)]
    author: String,
    /// Words of the text.
    #[serde(default)]
    q: String,
    /// Where a publication of it stands: `published`, `failed`…
    #[serde(default)]
    standing: String,
    /// Where the page starts: microseconds and id of the last one seen.
    #[serde(default)]
    before: String,
}

impl Asked {
    fn drafts(&self) -> Option<bool> {
        match self.show.as_str() {
            "drafts" => Some(true),
            "scheduled" => Some(false),
            _ => None,
        }
    }

    fn filter(&self) -> ListFilter {
        let before = self.before.split_once('_').and_then(|(at, id)| {
            Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.parse().ok()?))
        });
        ListFilter {
            drafts: self.drafts(),
            standing: self.standing.parse().ok(),
            topic: self.topic.parse().ok(),
            campaign: self.campaign.parse().ok(),
            author: self.author.parse().ok(),
            words: self.q.clone(),
            before,
            most: ON_A_PAGE as i64 + 1,
            ..ListFilter::default()
        }
    }

    /// Whether it narrows beyond the tab.
    fn narrows(&self) -> bool {
        [&self.topic, &self.campaign, &self.author, &self.q, &self.standing]
            .iter()
            .any(|asked| !asked.trim().is_empty())
    }

    /// The address of the same list under another tab, or further on.
    fn address(&self, show: &str, before: &str) -> String {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        let all = [
            ("show", show),
            ("q", &self.q),
            ("topic", &self.topic),
            ("campaign", &self.campaign),
            ("author", &self.author),
            ("standing", &self.standing),
            ("before", before),
        ];
        for (name, value) in all.into_iter().filter(|(_, value)| !value.is_empty()) {
            pairs.append_pair(name, value);
        }
        format!("posts?{}", pairs.finish())
    }
}

/// The list.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let filter = asked.filter();
    let mut tx = here.read().await?;
    let mut posts = Post::list(&filter, &here.actor, &mut tx).await.map_err(problems::of_post)?;
    let channels = load_channels(&here, &mut tx).await?;
    let files = Files::load(&here, &mut tx).await?;
    let authors = names(&here, &mut tx).await?;
    let more = posts.len() > ON_A_PAGE;
    posts.truncate(ON_A_PAGE);
    let show = show_name(asked.drafts());
    let on = posts.last().filter(|_| more).map(|post| {
        let before = format!("{}_{}", post.updated_at.as_microsecond(), post.id);
        here.url(&asked.address(show, &before))
    });
    let back = filter.before.map(|_| here.url(&asked.address(show, "")));
    let way = Way { back, on };
    Ok(here.show(&PostsPage { asked, posts, channels, files, authors, way }).into_response())
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
    asked: Asked,
    posts: Vec<PostRow>,
    channels: Vec<ShownChannel>,
    files: Files,
    authors: Vec<(Id<Teammate>, String)>,
    way: Way,
}

/// Where publications may stand, in the filter.
const STANDINGS: [StateName; 6] = [
    StateName::Planned,
    StateName::Published,
    StateName::Held,
    StateName::Failed,
    StateName::Uncertain,
    StateName::NeedsPerson,
];

impl PostsPage {
    fn filters(&self, frame: &Frame) -> Markup {
        let (words, asked) = (&frame.words, &self.asked);
        let named = |name: &'static str, all: &str, chosen: &str, lines: Vec<(String, String)>| {
            html! {
                label.visually-hidden for={ "filter-" (name) } { (all) }
                select.select id={ "filter-" (name) } name=(name) data-auto-submit {
                    option value="" { (all) }
                    @for (value, label) in lines { option value=(value) selected[value == chosen] { (label) } }
                }
            }
        };
        let topics = self.files.topics.iter().map(|t| (t.id.to_string(), t.name.clone())).collect();
        let campaigns =
            self.files.campaigns.iter().map(|c| (c.id.to_string(), c.name.clone())).collect();
        let authors =
            self.authors.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        let standing = |state: &StateName| {
            (state.as_str().to_owned(), words.t(&format!("state-{}", state_key(*state))))
        };
        html! {
            form.row.list-filters role="search" method="get" action=(frame.url("posts")) {
                input type="hidden" name="show" value=(show_name(asked.drafts()));
                label.visually-hidden for="filter-q" { (words.t("posts-filter-words")) }
                input.input id="filter-q" type="search" name="q" value=(asked.q) placeholder=(words.t("posts-filter-words")) data-key="/";
                (named("standing", &words.t("posts-filter-states"), &asked.standing, STANDINGS.iter().map(standing).collect()))
                @if !self.files.topics.is_empty() { (named("topic", &words.t("posts-filter-topics"), &asked.topic, topics)) }
                @if !self.files.campaigns.is_empty() { (named("campaign", &words.t("posts-filter-campaigns"), &asked.campaign, campaigns)) }
                @if self.authors.len() > 1 { (named("author", &words.t("posts-filter-authors"), &asked.author, authors)) }
                button.button { (words.t("posts-filter")) }
                @if asked.narrows() { a.button.button-quiet href=(frame.url(&format!("posts?show={}", show_name(asked.drafts())))) { (words.t("posts-filter-none")) } }
            }
        }
    }

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
                            @if post.format != Format::Text { span { (words.t(&format!("posts-format-{}", post.format.as_str()))) } }
                            @if let Some(topic) = self.files.topics.iter().find(|t| Some(t.id) == post.topic) { (badge(&topic.name, "")) }
                            @if let Some(campaign) = self.files.campaigns.iter().find(|c| Some(c.id) == post.campaign) { (badge(&campaign.name, "info")) }
                            @if post.pictures > 1 { span { (words.tn("posts-pictures", args![count => post.pictures])) } }
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
            format: if n == 3 { Format::Poll } else { Format::Text },
            topic: None,
            campaign: None,
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
        let page = |show: &str, q: &str, posts: &[PostRow], way: Way| Self {
            asked: Asked { show: show.to_owned(), q: q.to_owned(), ..Asked::default() },
            posts: posts.to_vec(),
            channels: channels.clone(),
            files: Files::default(),
            authors: vec![
                (Id::from_uuid(uuid::Uuid::from_u128(1)), "Inès Le Goff".to_owned()),
                (Id::from_uuid(uuid::Uuid::from_u128(2)), "Louise Moreau".to_owned()),
            ],
            way,
        };
        vec![
            page("all", "", &[], Way::default()),
            page("drafts", "", &[], Way::default()),
            page("scheduled", "bûche", &[], Way::default()),
            page("all", "", &posts, way),
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
        let drafts = self.asked.drafts();
        let tab = |drafts: Option<bool>| frame.url(&self.asked.address(show_name(drafts), ""));
        let (all, only_drafts, scheduled) = (tab(None), tab(Some(true)), tab(Some(false)));
        let publications = frame.url("publications");
        html! {
            (page_header(&self.title(frame), html! {}, html! {
                @if frame.may(Right::Draft) {
                    (link_button(&words.t("posts-bring-in"), &frame.url("posts/imports"), "button-quiet"))
                }
                (link_button(&words.t("templates-title"), &frame.url("templates"), "button-quiet"))
                (link_button(&words.t("posts-to-check"), &publications, "button-quiet"))
            }))
            (tabs(&words.t("posts-tabs"), &[
                Tab { label: &words.t("posts-tab-drafts"), href: &only_drafts, current: drafts == Some(true) },
                Tab { label: &words.t("posts-tab-scheduled"), href: &scheduled, current: drafts == Some(false) },
                Tab { label: &words.t("posts-tab-all"), href: &all, current: drafts.is_none() },
            ]))
            (self.filters(frame))
            @if self.posts.is_empty() && self.asked.narrows() {
                (empty_state("search", &words.t("posts-filter-nothing"), &words.t("posts-filter-nothing-lead"), html! {}))
            } @else if self.posts.is_empty() {
                (empty_state("file-text", &words.t("posts-none"), &words.t(none_lead(drafts)), html! {
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
