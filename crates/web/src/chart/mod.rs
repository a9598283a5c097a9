//! Charts, drawn here as SVG: a curve over time ([`TimeChart`]) and medians with their intervals
//! ([`RangeChart`]). What they show is typed (counts or shares, and gaps where nothing is known),
//! each says its unit, period, source and coverage, and each has its table behind.
//!
//! Places across are percentages and places down are pixels, so that a chart is as wide as its
//! card and its words stay readable on a phone; no `style` is needed. Series are told apart by
//! colour, by the shape of their points and by the dashes of their line: in grey too.
//!
//! - To add a kind of chart: a file here with a struct of what it shows and its `render`, which
//!   ends in [`figure`].

mod ranges;
mod scale;
mod time;

use maud::{Markup, html};

pub use ranges::{Range, RangeChart};
pub use scale::Unit;
pub(crate) use scale::share;
pub use time::{TimeChart, TimeSeries};

use crate::words::Words;

/// A chart in its card: title, what it rests on, the drawing, its legend and the table behind.
fn figure(
    words: &Words,
    head: &Head<'_>,
    plot: &Markup,
    legend: &Markup,
    table: &Markup,
) -> Markup {
    html! {
        figure.chart.card {
            figcaption {
                h2.chart-title { (head.title) }
                p.chart-source { (head.source) }
            }
            (plot)
            (legend)
            details.disclosure {
                summary { (words.t("measures-chart-table")) span.visually-hidden { " " (head.title) } }
                div.table-wrap tabindex="0" role="region" aria-label=(head.title) { (table) }
            }
        }
    }
}

/// What a chart says of itself.
struct Head<'a> {
    title: &'a str,
    source: &'a str,
}

/// A place across, in percent, as attributes write it.
fn across(place: f64) -> String {
    format!("{place:.2}%")
}

/// A place down, in pixels.
fn down(place: f64) -> String {
    format!("{place:.1}")
}
