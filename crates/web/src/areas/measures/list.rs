use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use maud::{Markup, html};
use measurement::comparing::{PostComparisons, PostPage, PostRow, SortBy, measured_posts};
use measurement::statistics::{Ingredient, Measure, Unknown};
use platform::Right;

use super::filter::{Asked, Looking};
use super::samples;
use super::wording::{
    defined, definition_url, ingredient_name, measure_name, post_title, rate, unknown,
};
use crate::chart::share;
use crate::parts::{Way, empty_state, link_button, page_header, pagination, time};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many posts a page lists.
const PAGE: usize = 50;
/// The figures that have a column.
const COLUMNS: [Ingredient; 5] = [
    Ingredient::Reactions,
    Ingredient::Comments,
    Ingredient::Shares,
    Ingredient::Clicks,
    Ingredient::ReachTotal,
];

/// What the brand's posts brought.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let sort = match asked.sort.as_str() {
        "rate" => SortBy::Measure,
        id => COLUMNS
            .into_iter()
            .find(|kind| kind.id() == id)
            .map_or(SortBy::Published, SortBy::Figure),
    };
    let page = asked.page.parse().unwrap_or(1);
    let looking = Looking::at(asked, &here).await?;
    let all = looking.comparisons(&here).await?;
    let mut tx = here.read().await?;
    let channels = Channel::for_posts(&here.actor, &mut tx).await?;
    let posts =
        measured_posts(&looking.filter, all.measure, sort, (page, PAGE), &here.actor, &mut tx)
            .await?;
    Ok(here.show(&MeasuresPage { looking, all, posts, channels }))
}

/// « What our posts brought. »
pub struct MeasuresPage {
    looking: Looking,
    all: PostComparisons,
    posts: PostPage,
    channels: Vec<Channel>,
}

impl Page for MeasuresPage {
    fn samples() -> Vec<Self> {
        let page = |rows: Vec<PostRow>, pages| PostPage { page: 1, pages, all: rows.len(), rows };
        let sample = |many, measure| {
            let (all, rows) = samples::measured(many, measure);
            Self { looking: Looking::default(), all, posts: page(rows, 2), channels: Vec::new() }
        };
        vec![
            sample(0, Measure::EngagementByReach),
            sample(14, Measure::EngagementByReach),
            sample(3, Measure::ClickThrough),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("measures-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Wide)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let actions = html! {
            (link_button(&words.t("measures-compare"), &frame.url("measures/comparisons"), ""))
            @if frame.may(Right::ManageChannels) { (link_button(&words.t("measures-import-file"), &frame.url("imports/new"), "")) }
        };
        let nothing = self.posts.all == 0 && !self.looking.is_narrowed();
        html! {
            (page_header(&self.title(frame), html! { (words.t("measures-lead")) }, actions))
            @if nothing {
                (empty_state("chart-column", &words.t("measures-none"), &words.t("measures-none-lead"), html! {
                    @if frame.may(Right::ManageChannels) { (link_button(&words.t("measures-import-file"), &frame.url("imports/new"), "button-primary")) }
                }))
            } @else {
                div.stack.stack-lg {
                    (self.looking.form(words, &frame.url("measures"), self.all.measure, &sorts(words, self.all.measure)))
                    @if self.posts.all == 0 {
                        (empty_state("search", &words.t("measures-none-here"), &words.t("measures-none-here-lead"), html! {}))
                    } @else { (self.period(words)) (self.table(frame)) }
                }
            }
        }
    }
}

impl MeasuresPage {
    /// The median of the period, its quartiles, and on how many it rests.
    fn period(&self, words: &Words) -> Markup {
        let overall = &self.all.overall;
        let name = measure_name(words, self.all.measure);
        let coverage = words.tn("measures-coverage-of", args![
            known => words.number(whole(overall.coverage.known)), all => words.number(whole(overall.coverage.all)),
            count => whole(overall.coverage.all)
        ]);
        html! {
            section.stack.stack-sm aria-label=(words.t("measures-of-period")) {
                ul.tiles {
                    @match overall.quartiles {
                        Some(quartiles) => {
                            li.tile {
                                span.tile-label { (defined("median", &words.t("measures-median"))) }
                                span.tile-value { (share(words, quartiles.median)) }
                                span.tile-note { (name) }
                            }
                            li.tile {
                                span.tile-label { (defined("quartiles", &words.t("measures-half"))) }
                                span.tile-value { (words.tn("measures-from-to", args![low => share(words, quartiles.first), high => share(words, quartiles.third)])) }
                                span.tile-note { (words.t("measures-half-note")) }
                            }
                        }
                        None => li.tile.tile-unknown {
                            span.tile-label { (defined("median", &words.t("measures-median"))) }
                            span.tile-value { (words.t("measures-unknown-capital")) }
                            span.tile-note { (name) }
                        },
                    }
                    li.tile {
                        span.tile-label { (defined("coverage", &words.t("measures-coverage"))) }
                        span.tile-value { (words.number(whole(overall.coverage.known))) span.tile-of { " / " (words.number(whole(overall.coverage.all))) } }
                        span.tile-note { (coverage) }
                    }
                }
                p.small.muted { (self.looking.period(words)) ". " (self.looking.origin(words)) ". " a href=(definition_url(self.all.measure.id())) { (words.t("measures-how")) } }
                @for (reason, count) in &overall.unknown {
                    p.small.muted { (words.tn("measures-without", args![count => whole(*count), why => unknown(words, reason)])) }
                }
                @if self.all.undated > 0 {
                    p.small.muted { (words.tn("measures-undated", args![count => whole(self.all.undated)])) }
                }
            }
        }
    }

    fn table(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let rates = self.rates();
        let way = Way {
            back: (self.posts.page > 1).then(|| self.address(frame, self.posts.page - 1)),
            on: (self.posts.page < self.posts.pages)
                .then(|| self.address(frame, self.posts.page + 1)),
        };
        html! {
            section.card.card-flush {
                div.card-head { h2 { (words.tn("measures-count", args![count => whole(self.posts.all)])) } }
                div.table-wrap {
                    table.table.table-cards.table-measures {
                        caption.visually-hidden { (self.title(frame)) }
                        thead { tr {
                            th scope="col" { (words.t("measures-post")) }
                            @for kind in COLUMNS { th.num scope="col" { (defined(kind.id(), &ingredient_name(words, kind))) } }
                            @for measure in &rates { th.num scope="col" { (defined(measure.id(), &short_name(words, *measure))) } }
                        } }
                        tbody { @for row in &self.posts.rows { (self.line(frame, row, &rates)) } }
                    }
                }
            }
            (pagination(frame, &way))
        }
    }

    /// A post, its figures and its rates.
    fn line(&self, frame: &Frame, row: &PostRow, rates: &[Measure]) -> Markup {
        let words = &frame.words;
        let post = &row.post;
        html! {
            tr {
                th.post-cell scope="row" {
                    div.row.row-tight {
                        (super::wording::mark(words, post, self.channels.iter().find(|channel| Some(channel.id) == post.channel)))
                        div {
                            a.clip-2 href=(frame.url(&format!("measures/{}", post.id))) { (post_title(words, post)) }
                            p.small.faint { @match post.published_at { Some(at) => (time(words, at, &words.relative(at))), None => (words.t("measures-no-date")) } }
                        }
                    }
                }
                @for kind in COLUMNS { (figure(words, row, kind)) }
                @for measure in rates { (rate_cell(words, row, *measure)) }
            }
        }
    }

    /// By reach and by followers, and the one asked for if it is another.
    fn rates(&self) -> Vec<Measure> {
        let mut rates = vec![Measure::EngagementByReach, Measure::PublicEngagement];
        if !rates.contains(&self.all.measure) {
            rates.push(self.all.measure);
        }
        rates
    }

    fn address(&self, frame: &Frame, page: usize) -> String {
        format!("{}{}", frame.url("measures"), self.looking.query(page))
    }
}

page_samples!(MeasuresPage);

fn figure(words: &Words, row: &PostRow, kind: Ingredient) -> Markup {
    let name = ingredient_name(words, kind);
    match row.latest.and_then(|latest| latest.figures.get(kind)) {
        Some(value) => html! { td.num data-label=(name) { (words.number(value)) } },
        None => html! { td.num.faint data-label=(name) { (words.t("measures-unknown")) } },
    }
}

fn rate_cell(words: &Words, row: &PostRow, measure: Measure) -> Markup {
    let name = short_name(words, measure);
    let value: Result<_, Option<Unknown>> = match &row.latest {
        Some(latest) => measure.of(&latest.figures).map_err(Some),
        None => Err(None),
    };
    match value {
        Ok(value) => html! { td.num data-label=(name) { (rate(words, value)) } },
        Err(reason) => {
            let why = reason
                .map_or_else(|| words.t("measures-not-read-yet"), |reason| unknown(words, &reason));
            html! { td.num.faint data-label=(name) title=(why) { (words.t("measures-unknown")) } }
        }
    }
}

fn short_name(words: &Words, measure: Measure) -> String {
    let key = format!("measure-short-{}", measure.id().replace('_', "-"));
    if words.has(&key) { words.t(&key) } else { measure_name(words, measure) }
}

fn sorts(words: &Words, measure: Measure) -> Vec<(String, String)> {
    let mut sorts = vec![
        (String::new(), words.t("measures-sort-latest")),
        ("rate".to_owned(), measure_name(words, measure)),
    ];
    sorts.extend(COLUMNS.map(|kind| (kind.id().to_owned(), ingredient_name(words, kind))));
    sorts
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
