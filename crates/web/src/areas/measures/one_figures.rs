//! The figures of one post: tiles, curves, rates.

use std::collections::BTreeMap;

use maud::{Markup, html};
use measurement::FigureSource;
use measurement::results::{PostResult, Series};
use measurement::statistics::{Ingredient, PostFigures, Sample};

use super::wording::{defined, ingredient_name, measure_name, network_name, rate, unknown};
use crate::chart::{TimeChart, TimeSeries, Unit};
use crate::words::{Words, args};

/// The figures that have a tile even when they are not known.
const ALWAYS: [Ingredient; 5] = [
    Ingredient::Reactions,
    Ingredient::Comments,
    Ingredient::Shares,
    Ingredient::Clicks,
    Ingredient::ReachTotal,
];
/// Under so many posts, nothing is usual.
const FEWEST: usize = 5;

/// What posts usually bring on a network: the median of each figure, and of how many posts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Usual(BTreeMap<Ingredient, (f64, usize)>);

impl Usual {
    /// Of these posts.
    pub fn of(figures: &[PostFigures]) -> Self {
        let median = |kind: Ingredient| {
            #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
            let sample = Sample::new(
                figures.iter().filter_map(|one| one.get(kind)).map(|count| count as f64),
            );
            let median = sample.median().filter(|_| sample.len() >= FEWEST)?;
            Some((kind, (median, sample.len())))
        };
        Self(Ingredient::ALL.into_iter().filter_map(median).collect())
    }
}

/// A tile for each figure: its value beside what is usual, or why it is not known.
pub(super) fn tiles(words: &Words, result: &PostResult, usual: &Usual) -> Markup {
    let figures = result.latest.map(|latest| latest.figures).unwrap_or_default();
    let others = Ingredient::ALL.into_iter().filter(|kind| {
        !ALWAYS.contains(kind) && *kind != Ingredient::Followers && figures.get(*kind).is_some()
    });
    html! {
        ul.tiles aria-label=(words.t("measures-figures")) {
            @for kind in ALWAYS.into_iter().chain(others) {
                @match figures.get(kind) {
                    Some(value) => li.tile {
                        span.tile-label { (defined(kind.id(), &ingredient_name(words, kind))) }
                        span.tile-value { (words.number(value)) }
                        @if let Some((median, count)) = usual.0.get(&kind) {
                            span.tile-note { (words.tn("measures-usual", args![median => median_worded(words, *median), count => i64::try_from(*count).unwrap_or_default()])) }
                        }
                    },
                    None => li.tile.tile-unknown {
                        span.tile-label { (defined(kind.id(), &ingredient_name(words, kind))) }
                        span.tile-value { (words.t("measures-unknown-capital")) }
                        span.tile-note { (why_unknown(words, result, kind)) }
                    },
                }
            }
        }
    }
}

fn median_worded(words: &Words, median: f64) -> String {
    if median.fract() == 0.0 { Unit::Count.worded(words, median) } else { words.decimal(median, 1) }
}

fn why_unknown(words: &Words, result: &PostResult, kind: Ingredient) -> String {
    let name = result.channel.as_ref().map(|channel| channel.network_name.clone());
    let network = name.unwrap_or_else(|| network_name(words, &result.post.network));
    match (result.may_be_known(kind), result.latest) {
        (Some(false), _) => words.tn("measures-why-not-given", args![network => network]),
        (_, None) => words.t("measures-why-not-read"),
        (_, Some(latest)) if latest.source == FigureSource::Import => {
            words.t("measures-why-not-in-file")
        }
        (_, Some(_)) => words.tn("measures-why-not-yet", args![network => network]),
    }
}

/// Curves over time: reactions large, the others side by side.
pub(super) fn charts(words: &Words, result: &PostResult) -> Markup {
    let mut series = result.known_series();
    if result.series.len() < 2 || series.is_empty() {
        let key =
            if result.latest.is_some() { "measures-one-reading" } else { "measures-no-reading" };
        return html! { section.card.card-quiet { p.muted { (words.t(key)) } } };
    }
    let first = series
        .remove(series.iter().position(|one| one.ingredient == Ingredient::Reactions).unwrap_or(0));
    html! {
        (chart(words, result, &first).render(words))
        @if !series.is_empty() {
            div.grid.grid-charts { @for one in &series { (chart(words, result, one).render(words)) } }
        }
    }
}

fn chart(words: &Words, result: &PostResult, series: &Series) -> TimeChart {
    let name = ingredient_name(words, series.ingredient);
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    let points: Vec<_> =
        series.points.iter().map(|(at, value)| (*at, value.map(|value| value as f64))).collect();
    let known = points.iter().filter(|(_, value)| value.is_some()).count();
    let by_network = result.series.iter().any(|reading| reading.source == FigureSource::Network);
    let source = match (by_network, &result.channel) {
        (true, Some(channel)) => channel.network_name.clone(),
        (true, None) => network_name(words, &result.post.network),
        (false, _) => words.t("measures-source-import"),
    };
    let whole = |count: usize| i64::try_from(count).unwrap_or_default();
    let source = words.tn("measures-curve-source", args![
        source => source, known => words.number(whole(known)), all => words.number(whole(points.len())), count => whole(points.len())
    ]);
    let title = words.tn("measures-curve", args![name => &name]);
    TimeChart { title, source, unit: Unit::Count, series: vec![TimeSeries { name, points }] }
}

/// Every rate, each with its definition; those not known with the reason, apart.
pub(super) fn rates(words: &Words, result: &PostResult) -> Markup {
    let (known, unknown_ones): (Vec<_>, Vec<_>) =
        result.measures.iter().partition(|measure| measure.value.is_ok());
    html! {
        @if !result.measures.is_empty() {
            section.card.stack.stack-sm {
                h2 { (words.t("measures-rates")) }
                @if known.is_empty() { p.muted { (words.t("measures-no-rate")) } }
                dl.facts {
                    @for one in &known {
                        @if let Ok(value) = one.value {
                            dt { (defined(one.measure.id(), &measure_name(words, one.measure))) }
                            dd { (rate(words, value)) }
                        }
                    }
                }
                @if !unknown_ones.is_empty() {
                    details.disclosure {
                        summary { (words.tn("measures-rates-unknown", args![count => i64::try_from(unknown_ones.len()).unwrap_or_default()])) }
                        dl.facts {
                            @for one in &unknown_ones {
                                @if let Err(reason) = &one.value {
                                    dt { (defined(one.measure.id(), &measure_name(words, one.measure))) }
                                    dd.faint { (unknown(words, reason)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
