//! The brand's best times, as a map of the week.

use axum::extract::Query;
use axum::response::Response;
use channels::Channel;
use maud::{Markup, html};
use measurement::best_time::{
    Advised, BestTimes, FEWEST_POSTS, HourOfWeek, TimeVerdict, best_times,
};
use measurement::statistics::{Interval, Measure};
use primitives::Id;
use serde::Deserialize;

use super::shown::{ways, weekday};
use crate::areas::posts::composer::load_channels;
use crate::areas::posts::shown::ShownChannel;
use crate::chart::share;
use crate::parts::{empty_state, icon, link_button, page_header};
use crate::words::{Words, args};
use crate::{Frame, InBrand, Page, Refusal, Shape, Width, page_samples};

/// What is looked at.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// Only this channel.
    #[serde(default)]
    channel: String,
}

/// The best times.
pub async fn get(here: InBrand, Query(asked): Query<Asked>) -> Result<Response, Refusal> {
    let channel = asked.channel.parse().ok();
    let mut tx = here.read().await?;
    let channels = load_channels(&here, &mut tx).await?;
    let best = best_times(channel, &here.actor, &mut tx).await.map_err(Refusal::fault)?;
    Ok(here.show(&TimesPage { best, channels, channel }))
}

/// The best times.
pub struct TimesPage {
    best: BestTimes,
    channels: Vec<ShownChannel>,
    channel: Option<Id<Channel>>,
}

/// « Mardi à 18 h », « Tous les jours à 18 h », « Le mardi ».
pub(super) fn advised_words(words: &Words, one: &Advised) -> String {
    let hour = |hour: i64| {
        words.time(jiff::civil::Time::constant(i8::try_from(hour).unwrap_or(0), 0, 0, 0))
    };
    match (one.weekday, one.hour) {
        (Some(day), Some(at)) => {
            words.tn("queue-day-at", args![day => weekday(words, day), time => hour(at)])
        }
        (None, Some(at)) => words.tn("times-every-day-at", args![time => hour(at)]),
        (Some(day), None) => words.tn("times-on", args![day => weekday(words, day)]),
        (None, None) => String::new(),
    }
}

impl TimesPage {
    fn rests_on(&self, words: &Words) -> String {
        let best = &self.best;
        let measure = words.t(&format!("measure-{}", best.measure.id().replace('_', "-")));
        words.tn("times-rests-on", args![count => best.posts, all => best.all, measure => measure])
    }

    fn verdict(&self, words: &Words) -> Markup {
        let best = &self.best;
        let usual = best.usual.map(|usual| share(words, usual)).unwrap_or_default();
        html! {
            section.card.stack {
                @match best.verdict {
                    TimeVerdict::TooFew => {
                        h2 { (words.t("times-too-few")) }
                        p { (words.tn("times-too-few-lead", args![count => best.posts, fewest => FEWEST_POSTS])) }
                    }
                    TimeVerdict::NoDifferenceShown => {
                        h2 { (words.t("times-no-difference")) }
                        p { (words.tn("times-no-difference-lead", args![count => best.posts])) }
                    }
                    TimeVerdict::Shown => {
                        h2 { (words.t("times-advised")) }
                        ul.plain-list.stack {
                            @for one in &best.advised {
                                li.advised { (icon("clock")) div { strong { (advised_words(words, one)) } p.hint { (advised_why(words, one, &usual)) } } }
                            }
                        }
                    }
                }
                p.hint { (self.rests_on(words))
                    @if let Some((from, to)) = best.period { " " (words.tn("times-period", args![from => words.date(words.local(from).date()), to => words.date(words.local(to).date())])) }
                    @if best.paid > 0 { " " (words.tn("times-paid", args![count => best.paid])) } }
            }
        }
    }

    /// From the first hour with a post to the last.
    fn shown_hours(&self) -> std::ops::RangeInclusive<i64> {
        let used = || self.best.hours.iter().filter(|one| one.posts > 0).map(|one| one.hour);
        used().min().unwrap_or(8)..=used().max().unwrap_or(20)
    }

    fn map(&self, words: &Words) -> Markup {
        let at = |day: i64, hour: i64| {
            self.best.hours.iter().find(|one| one.weekday == day && one.hour == hour)
        };
        let shown = self.best.verdict == TimeVerdict::Shown;
        html! {
            figure.card.stack {
                figcaption {
                    h2.chart-title { (words.t("times-map")) }
                    p.chart-source { (words.t(if shown { "times-map-lead" } else { "times-map-plain" })) }
                }
                div.table-wrap tabindex="0" role="region" aria-label=(words.t("times-map")) {
                    table.heat {
                        thead { tr { th scope="col" { (words.t("times-hour")) } @for day in 1..=7 { th scope="col" { abbr title=(weekday(words, day)) { (short(words, day)) } } } } }
                        tbody {
                            @for hour in self.shown_hours() {
                                tr {
                                    th scope="row" { (words.time(jiff::civil::Time::constant(i8::try_from(hour).unwrap_or(0), 0, 0, 0))) }
                                    @for day in 1..=7 { @if let Some(one) = at(day, hour) { (self.cell(words, one, shown)) } }
                                }
                            }
                        }
                    }
                }
                @if shown { (legend(words)) }
                details.disclosure { summary { (words.t("times-how")) } p.prose { (words.t("times-how-told")) } }
            }
        }
    }

    fn cell(&self, words: &Words, one: &HourOfWeek, shown: bool) -> Markup {
        let usual = self.best.usual.unwrap_or(0.0);
        let level = match one.expected {
            Some((expected, _)) if shown && usual > 0.0 && one.posts > 0 => level(expected / usual),
            _ => "none",
        };
        let better = shown
            && one.posts >= measurement::best_time::FEWEST_AT_A_TIME
            && one.expected.is_some_and(|(_, interval)| interval.low > usual);
        let said = match one.expected {
            Some((expected, interval)) if shown && one.posts > 0 => words.tn(
                "times-cell",
                args![
                    count => one.posts, rate => share(words, expected),
                    low => share(words, interval.low), high => share(words, interval.high)
                ],
            ),
            _ => words.tn("times-cell-posts", args![count => one.posts]),
        };
        html! {
            td data-level=(level) title=(said) {
                span aria-hidden="true" { @if one.posts > 0 { (words.number(i64::try_from(one.posts).unwrap_or(0))) } @if better { span.heat-mark { "▲" } } }
                span.visually-hidden { (said) @if better { " " (words.t("times-better")) } }
            }
        }
    }
}

fn advised_why(words: &Words, one: &Advised, usual: &str) -> String {
    words.tn(
        "times-why",
        args![
            count => one.posts, rate => share(words, one.expected), usual => usual,
            low => share(words, one.interval.low), high => share(words, one.interval.high)
        ],
    )
}

fn short(words: &Words, day: i64) -> String {
    let day = i8::try_from(day).ok();
    let day = day.and_then(|day| jiff::civil::Weekday::from_monday_one_offset(day).ok());
    day.map_or_else(String::new, |day| words.short_weekday(day))
}

/// How far from the usual rate, in five steps.
fn level(ratio: f64) -> &'static str {
    match ratio {
        ratio if ratio < 0.8 => "1",
        ratio if ratio < 0.95 => "2",
        ratio if ratio < 1.05 => "3",
        ratio if ratio < 1.25 => "4",
        _ => "5",
    }
}

fn legend(words: &Words) -> Markup {
    html! {
        ul.heat-legend {
            @for level in ["1", "2", "3", "4", "5"] { li { span.heat-key data-level=(level) aria-hidden="true" {} (words.t(&format!("times-level-{level}"))) } }
            li { span.heat-mark aria-hidden="true" { "▲" } (words.t("times-better")) }
        }
    }
}

impl Page for TimesPage {
    fn samples() -> Vec<Self> {
        let interval = Interval { low: 0.034, high: 0.061 };
        let hours = (1..=7).flat_map(|weekday| {
            (0..24).map(move |hour| HourOfWeek {
                weekday,
                hour,
                posts: if (8..20).contains(&hour) { 4 } else { 0 },
                expected: Some((
                    if hour == 18 { 0.045 } else { 0.025 + 0.0004 * hour as f64 },
                    interval,
                )),
            })
        });
        let advised =
            |weekday, hour| Advised { weekday, hour, posts: 12, expected: 0.045, interval };
        let best = BestTimes {
            measure: Measure::EngagementByReach,
            posts: 240,
            all: 268,
            paid: 12,
            period: None,
            usual: Some(0.03),
            verdict: TimeVerdict::Shown,
            hours: hours.collect(),
            advised: vec![
                advised(Some(2), Some(18)),
                advised(None, Some(12)),
                advised(Some(5), None),
            ],
        };
        let page =
            |best: BestTimes| Self { best, channels: ShownChannel::samples(), channel: None };
        let few = BestTimes {
            verdict: TimeVerdict::TooFew,
            posts: 3,
            all: 4,
            advised: vec![],
            ..best.clone()
        };
        let same =
            BestTimes { verdict: TimeVerdict::NoDifferenceShown, advised: vec![], ..best.clone() };
        let none = BestTimes { posts: 0, all: 0, usual: None, hours: vec![], ..few.clone() };
        vec![page(none), page(few), page(same), page(best)]
    }

    fn title(&self, frame: &Frame) -> String {
        frame.words.t("times-title")
    }

    fn shape(&self) -> Shape {
        Shape::Room("queue", Width::Usual)
    }

    fn body(&self, frame: &Frame) -> Markup {
        let words = &frame.words;
        html! {
            (page_header(&self.title(frame), html! { (words.t("times-lead")) }, html! {}))
            (ways(frame, "times"))
            @if self.best.all == 0 && self.channel.is_none() {
                (empty_state("chart-column", &words.t("times-none"), &words.t("times-none-lead"),
                    link_button(&words.t("times-none-do"), &frame.url("imports"), "")))
            } @else {
                form.row.calendar-bar method="get" action=(frame.url("queue/times")) {
                    label.visually-hidden for="channel" { (words.t("queue-channel")) }
                    select.select id="channel" name="channel" data-auto-submit {
                        option value="" { (words.t("queue-every-channel")) }
                        @for channel in &self.channels {
                            option value=(channel.id) selected[self.channel == Some(channel.id)] { (channel.network) " " (channel.account()) }
                        }
                    }
                    noscript { button.button { (words.t("queue-filter")) } }
                }
                div.columns.columns-wide.columns-map { (self.map(words)) (self.verdict(words)) }
            }
        }
    }
}

page_samples!(TimesPage);
