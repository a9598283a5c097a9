//! What a campaign brought: tiles, both sides compared, each send in a table.

use maud::{Markup, html};
use measurement::campaign::{Send, Side};
use measurement::statistics::{Coverage, Ingredient, Measure, PairVerdict, PeriodRate};

use super::one::CampaignPage;
use crate::Frame;
use crate::areas::measures::{
    defined, definition_url, ingredient_name, measure_name, post_title, rate, unknown,
};
use crate::chart::{Range, RangeChart, Unit, share};
use crate::parts::{Select, icon, submit, time};
use crate::words::{Words, args};

/// The measures offered.
const MEASURES: [Measure; 4] = [
    Measure::EngagementByReach,
    Measure::PublicEngagement,
    Measure::EngagementByViews,
    Measure::EngagementByImpressions,
];
/// The columns of the table.
const COLUMNS: [Ingredient; 5] = [
    Ingredient::ReachTotal,
    Ingredient::Reactions,
    Ingredient::Comments,
    Ingredient::Shares,
    Ingredient::Clicks,
];

/// The figures.
pub(super) fn figures(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let figures = &page.figures;
    html! {
        section.stack #figures aria-labelledby="figures-title" {
            div.section-title {
                h2 id="figures-title" { (words.t("campaigns-figures")) }
                @if !figures.sends.is_empty() { a href=(page.url(frame, "figures")) { (words.t("campaigns-figures-csv")) } }
            }
            @if figures.sends.is_empty() {
                p.muted { (words.t("campaigns-figures-none")) }
            } @else {
                p { (coverage(words, figures.coverage)) }
                (tiles(page, words))
                (compared(page, frame))
                (table(page, frame))
            }
        }
    }
}

/// « 12 envois sur 14 mesurés ».
fn coverage(words: &Words, coverage: Coverage) -> String {
    words.tn(
        "campaigns-coverage",
        args![known => words.number(whole(coverage.known)), all => words.number(whole(coverage.all)), count => whole(coverage.all)],
    )
}

fn tiles(page: &CampaignPage, words: &Words) -> Markup {
    let figures = &page.figures;
    let on = |coverage: Coverage| {
        words.tn(
            "campaigns-on",
            args![known => words.number(whole(coverage.known)), all => words.number(whole(coverage.all)), count => whole(coverage.all)],
        )
    };
    let (reach, reach_known) = figures.reach;
    html! {
        ul.tiles aria-label=(words.t("campaigns-figures")) {
            li class=(if figures.rate.quartiles.is_some() { "tile" } else { "tile tile-unknown" }) {
                span.tile-label { (defined(figures.measure.id(), &measure_name(words, figures.measure))) }
                @match figures.rate.quartiles {
                    Some(quartiles) => {
                        span.tile-value { (share(words, quartiles.median)) }
                        span.tile-note { (words.tn("campaigns-rate-note", args![low => share(words, quartiles.first), high => share(words, quartiles.third), on => on(figures.rate.coverage)])) }
                    }
                    None => {
                        span.tile-value { (words.t("measures-unknown-capital")) }
                        span.tile-note { (why(words, &figures.rate)) }
                    }
                }
            }
            @for total in &figures.totals {
                @if total.sum.is_some() || COLUMNS.contains(&total.ingredient) {
                    li class=(if total.sum.is_some() { "tile" } else { "tile tile-unknown" }) {
                        span.tile-label { (defined(total.ingredient.id(), &ingredient_name(words, total.ingredient))) }
                        span.tile-value { @match total.sum { Some(sum) => (words.number(sum)), None => (words.t("measures-unknown-capital")) } }
                        span.tile-note { (on(total.coverage)) }
                    }
                }
            }
            li class=(if reach.is_some() { "tile" } else { "tile tile-unknown" }) {
                span.tile-label { (defined("reach_total", &words.t("campaigns-reach"))) }
                span.tile-value { @match reach { Some(reach) => (Unit::Count.worded(words, reach)), None => (words.t("measures-unknown-capital")) } }
                span.tile-note { (on(reach_known)) }
            }
        }
    }
}

fn why(words: &Words, rate: &PeriodRate) -> String {
    let most = rate.unknown.iter().max_by_key(|(_, count)| **count);
    most.map_or_else(|| words.t("measures-not-read-yet"), |(reason, _)| unknown(words, reason))
}

/// The campaign's posts beside the brand's others of the same days.
fn compared(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let figures = &page.figures;
    let form = crate::Form::empty().with("measure", figures.measure.id());
    let measures = MEASURES.map(|measure| (measure.id(), measure_name(words, measure)));
    let action = format!("{}#figures", page.url(frame, ""));
    html! {
        div.verdict {
            (icon(if higher(page).is_some() { "circle-check" } else { "info" }))
            div {
                p.strong { (verdict(page, words)) }
                @if let Some((_, difference)) = higher(page) {
                    p.small.muted { (words.tn("campaigns-difference", args![low => points(words, difference.low), high => points(words, difference.high)])) }
                }
                p.small.muted { (words.t("campaigns-compared-note")) " " a href=(definition_url("interval")) { (words.t("measures-how-intervals")) } }
            }
        }
        (chart(page, words).render(words))
        form.row.filter-line method="get" action=(action) {
            (Select::new(&form, "measure", &words.t("measures-measure"), measures))
            (submit(&words.t("measures-show"), "button-small"))
        }
    }
}

/// Which side is shown to be higher, with the difference.
fn higher(page: &CampaignPage) -> Option<(Side, measurement::statistics::Interval)> {
    let compared = &page.figures.compared;
    let pair = compared.pairs.iter().find(|pair| pair.verdict == PairVerdict::Higher)?;
    Some((compared.groups[pair.higher].key, pair.difference))
}

fn verdict(page: &CampaignPage, words: &Words) -> String {
    use measurement::statistics::Verdict;
    let key = match (&page.figures.compared.verdict, higher(page)) {
        (_, Some((Side::Campaign, _))) => "campaigns-verdict-higher",
        (_, Some((Side::Others, _))) => "campaigns-verdict-lower",
        (Verdict::NotEnough, _) => "campaigns-verdict-not-enough",
        _ => "campaigns-verdict-none",
    };
    words.t(key)
}

fn chart(page: &CampaignPage, words: &Words) -> RangeChart {
    let figures = &page.figures;
    let sides = figures.compared.groups.iter().zip([&figures.rate, &figures.others]);
    let rows = sides.map(|(group, rate)| {
        let name = match group.key {
            Side::Campaign => words.t("campaigns-side-campaign"),
            Side::Others => words.t("campaigns-side-others"),
        };
        let count = words.tn(
            "measures-coverage-of",
            args![known => words.number(whole(rate.coverage.known)), all => words.number(whole(rate.coverage.all)), count => whole(rate.coverage.all)],
        );
        let note = group
            .interval
            .err()
            .map(|few| words.tn("measures-too-few", args![need => whole(few.need)]));
        let interval = group.interval.ok().map(|interval| (interval.low, interval.high));
        let median = group.quartiles.map(|quartiles| quartiles.median);
        Range { name, count, median, interval, note }
    });
    let period = figures.period.map_or_else(String::new, |(from, to)| {
        words.tn("measures-period-between", args![from => words.date(from), to => words.date(to)])
    });
    RangeChart {
        title: words.t("campaigns-chart"),
        source: words.tn(
            "campaigns-chart-source",
            args![measure => measure_name(words, figures.measure), period => period],
        ),
        groups: words.t("campaigns-side"),
        unit: Unit::Share,
        rows: rows.collect(),
    }
}

fn table(page: &CampaignPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    html! {
        section.card.card-flush {
            div.card-head { h3 { (words.t("campaigns-sends")) } }
            div.table-wrap {
                table.table.table-cards {
                    caption.visually-hidden { (words.t("campaigns-sends")) }
                    thead { tr {
                        th scope="col" { (words.t("campaigns-send")) }
                        @for kind in COLUMNS { th.num scope="col" { (ingredient_name(words, kind)) } }
                        th.num scope="col" { (measure_name(words, page.figures.measure)) }
                    } }
                    tbody { @for send in &page.figures.sends { (row(page, frame, send)) } }
                }
            }
        }
    }
}

fn row(page: &CampaignPage, frame: &Frame, send: &Send) -> Markup {
    let words = &frame.words;
    let title = match &send.post {
        Some(post) => post_title(words, post),
        None => words.t("campaigns-send-not-followed"),
    };
    let figures = send.latest.map(|latest| latest.figures);
    html! {
        tr {
            th.post-cell scope="row" {
                a.clip-2 href=(frame.url(&format!("publications/{}", send.publication))) { (title) }
                p.small.faint { (time(words, send.published_at, &words.short_moment(send.published_at))) }
            }
            @for kind in COLUMNS {
                @let name = ingredient_name(words, kind);
                @match figures.and_then(|figures| figures.get(kind)) {
                    Some(value) => td.num data-label=(name) { (words.number(value)) },
                    None => td.num.faint data-label=(name) { (words.t("measures-unknown")) },
                }
            }
            @let name = measure_name(words, page.figures.measure);
            @match figures.map(|figures| page.figures.measure.of(&figures)) {
                Some(Ok(value)) => td.num data-label=(name) { (rate(words, value)) },
                Some(Err(reason)) => td.num.faint data-label=(name) title=(unknown(words, &reason)) { (words.t("measures-unknown")) },
                None => td.num.faint data-label=(name) { (words.t("measures-unknown")) },
            }
        }
    }
}

/// Points of percentage, never rounded to nothing.
fn points(words: &Words, difference: f64) -> String {
    let points = difference * 100.0;
    words.decimal(points, if points.abs() < 0.095 { 3 } else { 1 })
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
