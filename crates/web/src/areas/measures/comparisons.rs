use axum::extract::Query;
use axum::response::Response;
use maud::{Markup, html};
use measurement::comparing::{BAND_HOURS, PostComparisons, Split};
use measurement::statistics::{Measure, PairVerdict, Verdict};

use super::filter::{Asked, Looking};
use super::samples;
use super::wording::{
    definition_url, format_name, hour_name, listed, measure_name, network_name, weekday_name,
};
use crate::chart::{Range, RangeChart, Unit};
use crate::parts::{crumbs, empty_state, icon, link_button, page_header_under};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What brings more: formats, hours, days, paid or not, networks.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let looking = Looking::at(asked, &here).await?;
    let all = looking.comparisons(&here).await?;
    Ok(here.show(&ComparisonsPage { looking, all }))
}

/// « What works best. »
pub struct ComparisonsPage {
    looking: Looking,
    all: PostComparisons,
}

/// Groups as they are shown and as they are spoken of.
struct Shown<'a, K> {
    key: &'static str,
    split: &'a Split<K>,
    name: &'a dyn Fn(&K) -> String,
    /// As the sentence of the verdict names it: « les photos ».
    spoken: &'a dyn Fn(&K) -> String,
}

impl Page for ComparisonsPage {
    fn samples() -> Vec<Self> {
        let sample = |many, measure| Self {
            looking: Looking::default(),
            all: samples::measured(many, measure).0,
        };
        vec![
            sample(0, Measure::EngagementByReach),
            sample(12, Measure::EngagementByReach),
            sample(120, Measure::Applause),
            sample(60, Measure::EngagementByViews),
        ]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("measures-comparisons-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("measures", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let above = crumbs(frame, &[(&words.t("shell-room-measures"), &frame.url("measures"))]);
        html! {
            (page_header_under(above, &self.title(frame), html! { (words.t("measures-comparisons-lead")) }, html! {}))
            div.stack.stack-lg {
                (self.looking.form(words, &frame.url("measures/comparisons"), self.all.measure, &[]))
                @if self.all.overall.coverage.known == 0 { (self.nothing(frame)) } @else {
                    p.small.muted {
                        (measure_name(words, self.all.measure)) ". "
                        a href=(definition_url(self.all.measure.id())) { (words.t("measures-how")) } " "
                        a href=(definition_url("interval")) { (words.t("measures-how-intervals")) }
                    }
                    (self.splits(words))
                }
            }
        }
    }
}

impl ComparisonsPage {
    fn nothing(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        let lead = if self.all.overall.coverage.all == 0 {
            "measures-compare-none"
        } else {
            "measures-compare-unknown"
        };
        empty_state(
            "chart-column",
            &words.t("measures-compare-nothing"),
            &words.t(lead),
            html! {
                (link_button(&words.t("measures-import-file"), &frame.url("imports/new"), ""))
            },
        )
    }

    fn splits(&self, words: &Words) -> Markup {
        let all = &self.all;
        let band = |hour: &i64| {
            let end = hour_name(words, (hour + BAND_HOURS) % 24);
            words.tn("measures-band", args![from => hour_name(words, *hour), to => end])
        };
        let weekday = |day: &i64| weekday_name(words, *day);
        let paid = |paid: &bool| words.t(if *paid { "measures-paid" } else { "measures-organic" });
        let spoken_paid = |paid: &bool| {
            words.t(if *paid { "measures-spoken-paid" } else { "measures-spoken-organic" })
        };
        html! {
            (self.section(words, &Shown {
                key: "format",
                split: &all.by_format,
                name: &|format| format_name(words, *format),
                spoken: &|format| words.t(&format!("measures-spoken-{}", format.as_str())),
            }))
            (self.section(words, &Shown { key: "hour", split: &all.by_hour, name: &band, spoken: &band }))
            (self.section(words, &Shown { key: "weekday", split: &all.by_weekday, name: &weekday, spoken: &weekday }))
            (self.section(words, &Shown { key: "paid", split: &all.by_paid, name: &paid, spoken: &spoken_paid }))
            (self.section(words, &Shown {
                key: "network",
                split: &all.by_network,
                name: &|key| network_name(words, key),
                spoken: &|key| network_name(words, key),
            }))
        }
    }

    fn section<K>(&self, words: &Words, shown: &Shown<'_, K>) -> Markup {
        let key = shown.key;
        let chart = self.chart(words, shown);
        html! {
            section.stack.stack-sm id={ "by-" (key) } aria-labelledby={ (key) "-title" } {
                h2 id={ (key) "-title" } { (words.t(&format!("measures-by-{key}"))) }
                @if shown.split.rates.is_empty() {
                    p.muted { (words.t(&format!("measures-by-{key}-none"))) }
                } @else {
                    (verdict(words, shown))
                    (chart.render(words))
                    @if shown.split.unplaced > 0 {
                        p.small.muted { (words.tn("measures-unplaced", args![count => whole(shown.split.unplaced)])) }
                    }
                }
            }
        }
    }

    fn chart<K>(&self, words: &Words, shown: &Shown<'_, K>) -> RangeChart {
        let summaries = shown.split.comparison.groups.iter().zip(&shown.split.rates);
        let rows = summaries.map(|(group, rate)| {
            let coverage = rate.coverage;
            let count = if coverage.is_complete() {
                words.tn("measures-posts", args![count => whole(coverage.all)])
            } else {
                words.tn("measures-coverage-of", args![
                    known => words.number(whole(coverage.known)), all => words.number(whole(coverage.all)), count => whole(coverage.all)
                ])
            };
            let note = group.interval.err().map(|few| words.tn("measures-too-few", args![need => whole(few.need)]));
            let interval = group.interval.ok().map(|interval| (interval.low, interval.high));
            let median = group.quartiles.map(|quartiles| quartiles.median);
            Range { name: capital(&(shown.name)(&group.key)), count, median, interval, note }
        });
        let known: usize = shown.split.rates.iter().map(|rate| rate.coverage.known).sum();
        let source = words.tn(
            "measures-comparison-source",
            args![
                measure => measure_name(words, self.all.measure),
                period => self.looking.period(words),
                origin => self.looking.origin(words),
                known => words.number(whole(known)),
                all => words.number(whole(self.all.overall.coverage.all)),
                count => whole(self.all.overall.coverage.all),
            ],
        );
        RangeChart {
            title: words.t(&format!("measures-by-{}-chart", shown.key)),
            source,
            groups: words.t(&format!("measures-by-{}-group", shown.key)),
            unit: Unit::Share,
            rows: rows.collect(),
        }
    }
}

page_samples!(ComparisonsPage);

/// What may be said of the groups, in plain words, and which are too small.
fn verdict<K>(words: &Words, shown: &Shown<'_, K>) -> Markup {
    let comparison = &shown.split.comparison;
    let spoken = |index: usize| (shown.spoken)(&comparison.groups[index].key);
    let (picture, sentence) = match &comparison.verdict {
        Verdict::NotEnough if comparison.groups.len() < 2 => {
            ("info", words.t("measures-verdict-one-group"))
        }
        Verdict::NotEnough => ("info", words.t("measures-verdict-not-enough")),
        Verdict::NoDifferenceShown => ("info", words.t("measures-verdict-none")),
        Verdict::Higher { group, than } => {
            let lower: Vec<String> = than.iter().map(|index| spoken(*index)).collect();
            let key = format!("measures-verdict-{}", shown.key);
            let said =
                words.tn(&key, args![higher => spoken(*group), lower => listed(words, &lower)]);
            ("circle-check", capital(&said))
        }
    };
    let small: Vec<String> = comparison
        .groups
        .iter()
        .filter(|group| group.interval.is_err())
        .map(|group| (shown.name)(&group.key))
        .collect();
    html! {
        div.verdict {
            (icon(picture))
            div {
                p.strong { (sentence) }
                @if let Verdict::Higher { group, than } = &comparison.verdict {
                    @for pair in comparison.pairs.iter().filter(|pair| pair.higher == *group && than.contains(&pair.lower) && pair.verdict == PairVerdict::Higher) {
                        p.small.muted { (words.tn("measures-difference", args![
                            higher => capital(&(shown.name)(&comparison.groups[pair.higher].key)),
                            lower => (shown.name)(&comparison.groups[pair.lower].key),
                            low => points(words, pair.difference.low),
                            high => points(words, pair.difference.high),
                        ])) }
                    }
                }
                @if !small.is_empty() {
                    p.small.muted { (words.tn("measures-small-groups", args![names => listed(words, &small), need => smallest(shown)])) }
                }
            }
        }
    }
}

fn smallest<K>(shown: &Shown<'_, K>) -> i64 {
    let need = shown.split.comparison.groups.iter().filter_map(|group| group.interval.err());
    need.map(|few| whole(few.need)).next().unwrap_or_default()
}

/// Points of percentage, never rounded to nothing.
fn points(words: &Words, difference: f64) -> String {
    let points = difference * 100.0;
    words.decimal(points, if points.abs() < 0.095 { 3 } else { 1 })
}

/// The same with a capital, as a sentence or a label begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
