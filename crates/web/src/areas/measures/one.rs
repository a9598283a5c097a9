use axum::extract::Path;
use axum::response::Response;
use channels::Publication;
use channels::publication::Purpose;
use database::Tx;
use maud::{Markup, html};
use measurement::comparing::{PostFilter, SortBy, measured_posts};
use measurement::results::{PostResult, measured_post_result, post_results};
use measurement::statistics::{Ingredient, Measure, PostFigures};
use measurement::{FigureSource, MeasuredPost};
use platform::Right;
use primitives::Id;

use super::one_figures::{Usual, charts, rates, tiles};
use super::samples;
use super::wording::{
    defined, format_name, hour_name, ingredient_name, mark, network_name, post_title, weekday_name,
};
use crate::parts::{Tone, badge, crumbs, icon, link_button, notice, page_header_under, time};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// How many posts the usual figures are taken from.
const USUAL_OF: usize = 200;

/// What one post brought.
pub async fn get(
    here: InBrand,
    Path((_brand, id)): Path<(String, Id<MeasuredPost>)>,
) -> Result<Response, Refusal> {
    let mut tx = here.read().await?;
    let connectors = &here.house.kit.connectors;
    let result = measured_post_result(id, connectors, &here.actor, &mut tx).await?;
    let (post, all) = siblings(&here, &result, &mut tx).await?;
    let usual = usual(&here, &result.post.network, &mut tx).await?;
    Ok(here.show(&MeasuredPostPage { result, post, all, usual }))
}

/// The post it comes from, with what it brought on each of its channels.
async fn siblings(
    here: &InBrand,
    result: &PostResult,
    tx: &mut Tx,
) -> Result<(Option<String>, Vec<PostResult>), Refusal> {
    let Some(id) = result.post.publication else { return Ok((None, Vec::new())) };
    let Ok(publication) = Publication::load(id, &here.actor, tx).await else {
        return Ok((None, Vec::new()));
    };
    let Purpose::Post { post, .. } = publication.purpose else { return Ok((None, Vec::new())) };
    let connectors = &here.house.kit.connectors;
    let all = post_results(post, connectors, &here.actor, tx).await?;
    Ok((Some(post.to_string()), all))
}

/// What posts usually bring on that network: the latest ones.
async fn usual(here: &InBrand, network: &str, tx: &mut Tx) -> Result<Usual, Refusal> {
    let filter = PostFilter { network: Some(network.to_owned()), ..PostFilter::default() };
    let page = (1, USUAL_OF);
    let posts = measured_posts(
        &filter,
        Measure::EngagementByReach,
        SortBy::Published,
        page,
        &here.actor,
        tx,
    )
    .await?;
    let figures = posts.rows.iter().filter_map(|row| row.latest.map(|latest| latest.figures));
    Ok(Usual::of(&figures.collect::<Vec<PostFigures>>()))
}

/// « What this post brought. »
pub struct MeasuredPostPage {
    result: PostResult,
    post: Option<String>,
    all: Vec<PostResult>,
    usual: Usual,
}

impl Page for MeasuredPostPage {
    fn samples() -> Vec<Self> {
        let results = samples::results();
        let figures: Vec<_> =
            results.iter().filter_map(|one| one.latest.map(|latest| latest.figures)).collect();
        let usual = Usual::of(&figures.repeat(6));
        let page = |result: &PostResult| {
            let all = if result.post.publication.is_some() { results.clone() } else { Vec::new() };
            let post = result.post.publication.map(|id| id.to_string());
            Self { result: result.clone(), post, all, usual: usual.clone() }
        };
        results.iter().map(page).collect()
    }

    fn title(&self, frame: &Frame) -> String {
        frame
            .words
            .tn("measures-one-title", args![title => post_title(&frame.words, &self.result.post)])
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-measures"), &frame.url("measures"))]);
        let post = self.post.as_ref().map(|post| frame.url(&format!("posts/{post}")));
        let actions = html! { @if let Some(post) = &post { (link_button(&words.t("measures-see-post"), post, "")) } };
        html! {
            (page_header_under(above, &self.title(frame), html! { (self.lead(words)) }, actions))
            div.stack.stack-lg {
                (self.troubles(frame))
                (tiles(words, &self.result, &self.usual))
                div.columns {
                    div.stack {
                        (charts(words, &self.result))
                        @if self.all.len() > 1 { (self.by_account(frame)) }
                        (rates(words, &self.result))
                    }
                    aside.stack aria-label=(words.t("measures-the-post")) { (self.aside(frame)) }
                }
            }
        }
    }
}

impl MeasuredPostPage {
    /// When and where it appeared, when and from what its figures were read.
    fn lead(&self, words: &Words) -> String {
        let post = &self.result.post;
        let network = self.network(words);
        let published = match post.published_at {
            Some(at) => {
                words.tn("measures-published", args![when => words.moment(at), network => network])
            }
            None => words.tn("measures-published-undated", args![network => network]),
        };
        let read = match self.result.latest {
            Some(reading) => {
                let key = match reading.source {
                    FigureSource::Network => "measures-read",
                    FigureSource::Import => "measures-imported",
                };
                words.tn(key, args![when => words.relative(reading.at)])
            }
            None => words.t("measures-not-read-yet-sentence"),
        };
        format!("{published} {read}")
    }

    fn network(&self, words: &Words) -> String {
        let channel = self.result.channel.as_ref();
        channel.map_or_else(
            || network_name(words, &self.result.post.network),
            |channel| channel.network_name.clone(),
        )
    }

    fn troubles(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let post = &self.result.post;
        let channel = post.channel.map(|id| frame.url(&format!("channels/{id}")));
        let network = self.network(words);
        html! {
            @if let Some(at) = post.gone_at {
                (notice(Tone::Warning, &words.t("measures-gone"), html! { p { (words.tn("measures-gone-lead", args![when => words.moment(at), network => &network])) } }))
            }
            @if let Some(trouble) = &post.trouble {
                (notice(Tone::Warning, &words.t("measures-trouble"), html! {
                    p { (words.tn(&format!("measures-trouble-{}", trouble.replace('_', "-")), args![network => &network])) }
                    @if trouble == "reauthorize" && let Some(channel) = &channel && frame.may(Right::ManageChannels) {
                        div.row { (link_button(&words.t("measures-see-channel"), channel, "button-small")) }
                    }
                }))
            }
        }
    }

    /// The same post on its other accounts.
    fn by_account(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let columns = [
            Ingredient::Reactions,
            Ingredient::Comments,
            Ingredient::Shares,
            Ingredient::ReachTotal,
        ];
        html! {
            section.card.card-flush {
                div.card-head { h2 { (words.t("measures-by-account")) } }
                div.table-wrap {
                    table.table.table-cards {
                        thead { tr {
                            th scope="col" { (words.t("measures-account")) }
                            @for kind in columns { th.num scope="col" { (defined(kind.id(), &ingredient_name(words, kind))) } }
                        } }
                        tbody { @for one in &self.all { tr {
                            th scope="row" { span.row.row-tight {
                                @let name = one.channel.as_ref().map_or_else(|| network_name(words, &one.post.network), |channel| channel.network_name.clone());
                                (mark(words, &one.post, one.channel.as_ref()))
                                @if one.post.id == self.result.post.id { (name) } @else { a href=(frame.url(&format!("measures/{}", one.post.id))) { (name) } }
                            } }
                            @for kind in columns {
                                @match one.latest.and_then(|latest| latest.figures.get(kind)) {
                                    Some(value) => td.num data-label=(ingredient_name(words, kind)) { (words.number(value)) },
                                    None => td.num.faint data-label=(ingredient_name(words, kind)) { (words.t("measures-unknown")) },
                                }
                            }
                        } } }
                    }
                }
            }
        }
    }

    fn aside(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let post = &self.result.post;
        html! {
            article.card.stack.stack-sm {
                div.row.row-tight { (mark(words, post, self.result.channel.as_ref())) span.strong aria-hidden="true" { (self.network(words)) } }
                @if post.text.trim().is_empty() { p.muted { (words.t("measures-no-text")) } } @else { p.pre.measured-text { (post.text) } }
                @if let Some(url) = post.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
                    p { a href=(url) rel="noopener noreferrer" target="_blank" { (words.tn("measures-see-there", args![network => self.network(words)])) " " (icon("external-link")) } }
                }
            }
            section.card { dl.facts { (facts(words, post)) } }
            @if self.result.latest.is_some_and(|latest| latest.source == FigureSource::Import) && frame.may(Right::ManageChannels) {
                (notice(Tone::Info, &words.t("measures-by-import"), html! {
                    p { (words.t("measures-by-import-lead")) }
                    div.row { (link_button(&words.t("measures-import-file"), &frame.url("imports/new"), "button-small")) }
                }))
            }
        }
    }
}

page_samples!(MeasuredPostPage);

fn facts(words: &Words, post: &MeasuredPost) -> Markup {
    html! {
        dt { (words.t("measures-format")) }
        dd { (format_name(words, post.format)) }
        dt { (words.t("measures-date")) }
        dd {
            @match (post.published_at, post.placed.weekday, post.placed.hour) {
                (Some(at), ..) => (time(words, at, &words.short_moment(at))),
                (None, Some(day), Some(hour)) => (words.tn("measures-placed", args![day => weekday_name(words, day), hour => hour_name(words, hour)])),
                _ => (words.t("measures-unknown")),
            }
        }
        dt { (words.t("measures-promotion")) }
        dd { @match post.paid {
            Some(true) => (badge(&words.t("measures-paid"), "info")),
            Some(false) => (words.t("measures-organic")),
            None => (words.t("measures-unknown")),
        } }
        dt { (defined("followers", &ingredient_name(words, Ingredient::Followers))) }
        dd { @match post.followers { Some(count) => (words.number(count)), None => (words.t("measures-unknown")) } }
        @if let Some(topic) = &post.topic { dt { (words.t("measures-topic")) } dd { (topic) } }
    }
}
