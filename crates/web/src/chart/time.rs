//! A curve over time, or several.

use jiff::Timestamp;
use maud::{Markup, html};

use super::scale::{Scale, Unit};
use super::{Head, across, down, figure};
use crate::words::{Words, args};

/// Above the plot, for the words of the highest value; the plot itself; below, for days.
const TOP: f64 = 26.0;
const HEIGHT: f64 = 150.0;
const BELOW: f64 = 28.0;
/// Where the last point lies, in percent.
const RIGHT: f64 = 97.0;
/// Beyond so many points, only the last of a curve is marked.
const MOST_MARKS: usize = 40;

/// Curves over time, counted from zero.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeChart {
    /// What is counted, of what.
    pub title: String,
    /// Unit, period, source and coverage.
    pub source: String,
    /// What the numbers are.
    pub unit: Unit,
    /// The curves; one is also filled down to zero. At most six.
    pub series: Vec<TimeSeries>,
}

/// One curve.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeSeries {
    /// What it counts.
    pub name: String,
    /// When, and how many; `None` where it is not known, which leaves a gap. Oldest first.
    pub points: Vec<(Timestamp, Option<f64>)>,
}

/// A point on the plot, in percent across and pixels down.
#[derive(Debug, Clone, Copy)]
struct Dot {
    at: Timestamp,
    value: f64,
    x: f64,
    y: f64,
}

impl TimeChart {
    /// The chart, with its table behind.
    pub fn render(&self, words: &Words) -> Markup {
        let head = Head { title: &self.title, source: &self.source };
        figure(words, &head, &self.plot(words), &self.legend(), &self.table(words))
    }

    /// What it shows, in a sentence: for those who listen to it.
    pub fn summary(&self, words: &Words) -> String {
        let mut text = format!("{}.", self.title);
        for series in &self.series {
            let known: Vec<_> =
                series.points.iter().filter_map(|(at, value)| Some((*at, (*value)?))).collect();
            let (Some(first), Some(last)) = (known.first(), known.last()) else { continue };
            text.push(' ');
            text += &words.tn(
                "measures-chart-summary",
                args![
                    name => &series.name,
                    first => self.unit.worded(words, first.1),
                    from => words.short_moment(first.0),
                    last => self.unit.worded(words, last.1),
                    to => words.short_moment(last.0),
                ],
            );
        }
        text
    }

    fn plot(&self, words: &Words) -> Markup {
        let scale = Scale::holding(self.most(), 3, self.unit);
        let y = |value: f64| TOP + HEIGHT * (1.0 - scale.place(value));
        html! {
            svg.plot role="img" width="100%" height=(down(TOP + HEIGHT + BELOW)) {
                title { (self.summary(words)) }
                @for tick in &scale.ticks {
                    line class=(if *tick == 0.0 { "axis" } else { "gridline" }) x1="0" x2="100%" y1=(down(y(*tick))) y2=(down(y(*tick))) {}
                    text x="0" y=(down(y(*tick) - 4.0)) { (self.unit.worded(words, *tick)) }
                }
                (self.days(words))
                @for (index, series) in self.series.iter().enumerate() {
                    (self.curve(words, index + 1, series, &scale))
                }
            }
        }
    }

    fn curve(&self, words: &Words, number: usize, series: &TimeSeries, scale: &Scale) -> Markup {
        let pieces = self.pieces(series, scale);
        let marked = pieces.iter().map(Vec::len).sum::<usize>() <= MOST_MARKS;
        let last = pieces.last().and_then(|piece| piece.last()).copied();
        html! {
            g class={ "series-" (number) } {
                svg x="0" y=(down(TOP)) width="100%" height=(down(HEIGHT)) viewBox={ "0 0 100 " (HEIGHT) } preserveAspectRatio="none" overflow="visible" {
                    @for pair in pieces.windows(2) {
                        @if let (Some(from), Some(to)) = (pair[0].last(), pair[1].first()) {
                            polyline.missing points=(points(&[*from, *to])) vector-effect="non-scaling-stroke" {}
                        }
                    }
                    @for piece in &pieces {
                        @if self.series.len() == 1 { polygon.area points=(filled(piece)) {} }
                        polyline class={ "line series-" (number) } points=(points(piece)) vector-effect="non-scaling-stroke" {}
                    }
                }
                @for dot in pieces.iter().flatten() {
                    @if marked || last.is_some_and(|last| last.at == dot.at) { (self.mark(words, number, series, *dot)) }
                }
                @if let Some(last) = last.filter(|_| self.series.len() == 1) {
                    text.value x=(across(last.x)) y=(down(last.y - 10.0)) text-anchor=(if last.x > 60.0 { "end" } else { "middle" }) { (self.unit.worded(words, last.value)) }
                }
            }
        }
    }

    /// A point, with a shape of its own for each series.
    fn mark(&self, words: &Words, number: usize, series: &TimeSeries, dot: Dot) -> Markup {
        let value = self.unit.worded(words, dot.value);
        let said = words.tn(
            "measures-chart-point",
            args![
                name => &series.name, value => value, when => words.short_moment(dot.at)
            ],
        );
        html! {
            svg x=(across(dot.x)) y=(down(dot.y)) overflow="visible" {
                (shape(number, &html! { title { (said) } }))
            }
        }
    }

    /// The known stretches of a series.
    fn pieces(&self, series: &TimeSeries, scale: &Scale) -> Vec<Vec<Dot>> {
        let mut pieces: Vec<Vec<Dot>> = Vec::new();
        let mut open = false;
        for (at, value) in &series.points {
            let Some(value) = *value else {
                open = false;
                continue;
            };
            let y = TOP + HEIGHT * (1.0 - scale.place(value));
            let dot = Dot { at: *at, value, x: self.x(*at), y };
            match pieces.last_mut().filter(|_| open) {
                Some(piece) => piece.push(dot),
                None => pieces.push(vec![dot]),
            }
            open = true;
        }
        pieces
    }

    fn most(&self) -> f64 {
        let values = self.series.iter().flat_map(|series| &series.points);
        values.filter_map(|(_, value)| *value).fold(0.0, f64::max)
    }

    /// Where the first point lies: what is left of it is for the values of the lines across.
    fn left(&self) -> f64 {
        match self.unit {
            Unit::Count if self.most() < 100.0 => 9.0,
            Unit::Count if self.most() < 1_000.0 => 12.0,
            Unit::Count if self.most() < 100_000.0 => 16.0,
            _ => 20.0,
        }
    }

    fn span(&self) -> Option<(Timestamp, Timestamp)> {
        let times = || self.series.iter().flat_map(|series| &series.points).map(|(at, _)| *at);
        Some((times().min()?, times().max()?))
    }

    fn x(&self, at: Timestamp) -> f64 {
        let Some((first, last)) = self.span().filter(|(first, last)| first < last) else {
            return f64::midpoint(self.left(), RIGHT);
        };
        let all = last.duration_since(first).as_secs_f64();
        self.left() + (RIGHT - self.left()) * at.duration_since(first).as_secs_f64() / all
    }

    /// When it begins, its middle and its end.
    fn days(&self, words: &Words) -> Markup {
        let Some((first, last)) = self.span() else { return html! {} };
        let y = down(TOP + HEIGHT + 19.0);
        let hours = last.duration_since(first).as_hours();
        let worded = |at| {
            if hours < 72 {
                words.short_moment(at)
            } else {
                words.short_day(words.local(at).date())
            }
        };
        let middle = first.checked_add(last.duration_since(first) / 2).unwrap_or(first);
        html! {
            @if first == last {
                text x=(across(self.x(first))) y=(y) text-anchor="middle" { (words.short_moment(first)) }
            } @else {
                text x=(across(self.left() - 1.0)) y=(y) { (worded(first)) }
                @if hours >= 72 { text x=(across(self.x(middle))) y=(y) text-anchor="middle" { (worded(middle)) } }
                text x="100%" y=(y) text-anchor="end" { (worded(last)) }
            }
        }
    }

    fn legend(&self) -> Markup {
        html! {
            @if self.series.len() > 1 {
                ul.legend.legend-shapes {
                    @for (index, series) in self.series.iter().enumerate() {
                        li class={ "series-" (index + 1) } {
                            svg.plot width="14" height="14" aria-hidden="true" { svg x="7" y="7" overflow="visible" { (shape(index + 1, &html! {})) } }
                            (series.name)
                        }
                    }
                }
            }
        }
    }

    fn table(&self, words: &Words) -> Markup {
        let mut times: Vec<Timestamp> =
            self.series.iter().flat_map(|series| &series.points).map(|(at, _)| *at).collect();
        times.sort_unstable();
        times.dedup();
        let value = |series: &TimeSeries, when: Timestamp| {
            series.points.iter().find(|(at, _)| *at == when).and_then(|(_, value)| *value)
        };
        html! {
            table.table {
                caption.visually-hidden { (self.title) }
                thead { tr {
                    th scope="col" { (words.t("measures-chart-when")) }
                    @for series in &self.series { th.num scope="col" { (series.name) } }
                } }
                tbody { @for when in times.iter().rev() { tr {
                    th scope="row" { (words.short_moment(*when)) }
                    @for series in &self.series {
                        @match value(series, *when) {
                            Some(value) => td.num { (self.unit.worded(words, value)) },
                            None => td.num.faint { (words.t("measures-unknown")) },
                        }
                    }
                } } }
            }
        }
    }
}

/// A disc, a square, a triangle, a lozenge…: a point of that series, around the origin.
fn shape(number: usize, inside: &Markup) -> Markup {
    let corners = match number {
        2 => "-4,-4 4,-4 4,4 -4,4",
        3 => "0,-5 5,4 -5,4",
        4 => "0,-5.5 5.5,0 0,5.5 -5.5,0",
        5 => "-5,-4 5,-4 0,5",
        _ => {
            "-5,-1.5 -1.5,-1.5 -1.5,-5 1.5,-5 1.5,-1.5 5,-1.5 5,1.5 1.5,1.5 1.5,5 -1.5,5 -1.5,1.5 -5,1.5"
        }
    };
    html! {
        @if number == 1 { circle.dot r="4" { (inside) } } @else { polygon.dot points=(corners) { (inside) } }
    }
}

fn points(dots: &[Dot]) -> String {
    let point = |dot: &Dot| format!("{:.2},{:.1}", dot.x, dot.y - TOP);
    dots.iter().map(point).collect::<Vec<_>>().join(" ")
}

/// The same, closed along zero.
fn filled(dots: &[Dot]) -> String {
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return String::new() };
    format!("{:.2},{HEIGHT} {} {:.2},{HEIGHT}", first.x, points(dots), last.x)
}
