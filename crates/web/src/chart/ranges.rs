//! Groups side by side: each one's median as a point, on the line of its 95 % interval.

use maud::{Markup, html};

use super::scale::{Scale, Unit};
use super::{Head, across, down, figure};
use crate::words::{Words, args};

/// Height of a group, where its line lies in it, and what is kept below for the values.
const ROW: f64 = 50.0;
const LINE: f64 = 30.0;
const BELOW: f64 = 24.0;
/// From where to where values lie, in percent.
const LEFT: f64 = 1.0;
const RIGHT: f64 = 97.0;

/// Groups compared by their medians.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeChart {
    /// What is compared, by what.
    pub title: String,
    /// Unit, period, source and coverage.
    pub source: String,
    /// What the groups are, as a table's heading.
    pub groups: String,
    /// What the numbers are.
    pub unit: Unit,
    /// The groups, in order.
    pub rows: Vec<Range>,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// Its name.
    pub name: String,
    /// On how many it rests: « 42 publications ».
    pub count: String,
    /// Its median, where something is known.
    pub median: Option<f64>,
    /// The ends of its interval, where there are enough values for one.
    pub interval: Option<(f64, f64)>,
    /// What is to be said of it: why it has no interval.
    pub note: Option<String>,
}

impl RangeChart {
    /// The chart, with its table behind.
    pub fn render(&self, words: &Words) -> Markup {
        let head = Head { title: &self.title, source: &self.source };
        figure(words, &head, &self.plot(words), &html! {}, &self.table(words))
    }

    /// What it shows, in a sentence for each group: for those who listen to it.
    pub fn summary(&self, words: &Words) -> String {
        let mut text = format!("{}.", self.title);
        for row in &self.rows {
            text.push(' ');
            text += &words
                .tn("measures-chart-row", args![name => &row.name, value => self.said(words, row)]);
        }
        text
    }

    fn said(&self, words: &Words, row: &Range) -> String {
        let worded = |value| self.unit.worded(words, value);
        match (row.median, row.interval) {
            (None, _) => words.t("measures-unknown"),
            (Some(median), None) => worded(median),
            (Some(median), Some((low, high))) => words.tn(
                "measures-chart-range",
                args![
                    median => worded(median), low => worded(low), high => worded(high)
                ],
            ),
        }
    }

    fn plot(&self, words: &Words) -> Markup {
        // A group too small for an interval does not squash the others: it is marked at the edge.
        let sure = self.rows.iter().filter_map(|row| row.interval).map(|(_, high)| high);
        let most = sure.fold(0.0, f64::max);
        let any = self.rows.iter().filter_map(|row| row.median).fold(0.0, f64::max);
        let most = if most > 0.0 { most } else { any };
        let scale = Scale::holding(most, 4, self.unit);
        let bottom = ROW * self.rows.len() as f64;
        html! {
            svg.plot role="img" width="100%" height=(down(bottom + BELOW)) {
                title { (self.summary(words)) }
                @for tick in &scale.ticks {
                    @let x = across(x(&scale, *tick));
                    @for row in 0..self.rows.len() {
                        @let top = ROW * row as f64 + LINE;
                        line class=(if *tick == 0.0 { "axis" } else { "gridline" }) x1=(x) x2=(x) y1=(down(top - 9.0)) y2=(down(top + 9.0)) {}
                    }
                    text x=(x) y=(down(bottom + 17.0)) text-anchor=(anchor(&scale, *tick)) { (self.unit.worded(words, *tick)) }
                }
                @for (index, row) in self.rows.iter().enumerate() {
                    (self.row(words, row, ROW * index as f64, &scale))
                }
            }
        }
    }

    fn row(&self, words: &Words, row: &Range, top: f64, scale: &Scale) -> Markup {
        let y = down(top + LINE);
        let said = self.said(words, row);
        html! {
            g.series-1 {
                text.value x="0" y=(down(top + 14.0)) { (row.name) tspan.note dx="8" { (row.count) } }
                text x="100%" y=(down(top + 14.0)) text-anchor="end" {
                    @match row.median { Some(median) => { tspan.value { (self.unit.worded(words, median)) } }, None => (words.t("measures-unknown")) }
                }
                @if let Some((low, high)) = row.interval {
                    @let (low, high) = (across(x(scale, low)), across(x(scale, high)));
                    line.range x1=(low) x2=(high) y1=(y) y2=(y) {}
                    @for end in [&low, &high] { line.range x1=(end) x2=(end) y1=(down(top + LINE - 5.0)) y2=(down(top + LINE + 5.0)) {} }
                }
                @if let Some(median) = row.median.filter(|median| *median > scale.end) {
                    svg x=(across(x(scale, median))) y=(y) overflow="visible" { polygon.dot.dot-unsure points="-5,-5 5,0 -5,5" { title { (row.name) " " (said) } } }
                } @else if let Some(median) = row.median {
                    circle class=(if row.interval.is_some() { "dot" } else { "dot dot-unsure" }) cx=(across(x(scale, median))) cy=(y) r="5.5" { title { (row.name) " " (said) } }
                }
            }
        }
    }

    fn table(&self, words: &Words) -> Markup {
        let cell = |value: Option<f64>| value.map(|value| self.unit.worded(words, value));
        let unknown = words.t("measures-unknown");
        html! {
            table.table {
                caption.visually-hidden { (self.title) }
                thead { tr {
                    th scope="col" { (self.groups) }
                    th.num scope="col" { (words.t("measures-median")) }
                    th.num scope="col" { (words.t("measures-interval-low")) }
                    th.num scope="col" { (words.t("measures-interval-high")) }
                    th scope="col" { (words.t("measures-coverage")) }
                } }
                tbody { @for row in &self.rows { tr {
                    th scope="row" { (row.name) }
                    @for value in [row.median, row.interval.map(|(low, _)| low), row.interval.map(|(_, high)| high)] {
                        @match cell(value) { Some(value) => td.num { (value) }, None => td.num.faint { (unknown) } }
                    }
                    td { (row.count) @if let Some(note) = &row.note { span.faint { " " (note) } } }
                } } }
            }
        }
    }
}

fn x(scale: &Scale, value: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * scale.place(value)
}

fn anchor(scale: &Scale, tick: f64) -> &'static str {
    if tick <= 0.0 {
        "start"
    } else if tick >= scale.end {
        "end"
    } else {
        "middle"
    }
}
