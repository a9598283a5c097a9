//! Advice in words: each network with its points, its reasons, and what to change.

use maud::{Markup, html};
use measurement::advice::{DRAWN_BY, OwnByMeasure};
use measurement::statistics::{Measure, SMALLEST_SAMPLE};
use platform::Right;
use publishing::advice::{
    Adaptation, Advice, Advised, OwnResult, OwnResults, Reason, Rule, Source,
};
use strategy::Format;

use crate::Frame;
use crate::areas::measures::{listed, measure_name};
use crate::chart::share;
use crate::parts::{icon, link_button, network_mark};
use crate::words::{Words, args};

/// The brand's channels ranked, then networks that it lacks, then how it is ranked.
pub(super) fn advised(frame: &Frame, advised: &Advised, own: &OwnByMeasure, level: u8) -> Markup {
    let words = &frame.words;
    html! {
        section.stack aria-label=(words.t("advice-channels")) {
            @if advised.channels.is_empty() {
                p.muted { (words.t("advice-no-channels")) }
            } @else {
                (heading(level, &words.t("advice-channels")))
                ol.stack.advice-list { @for (index, advice) in advised.channels.iter().enumerate() { (card(frame, advice, index == 0)) } }
            }
            @if !advised.elsewhere.is_empty() {
                details.disclosure open[advised.channels.is_empty()] {
                    summary { (words.t("advice-elsewhere")) }
                    p.small.muted { (words.t("advice-elsewhere-lead")) }
                    ol.stack.advice-list { @for advice in &advised.elsewhere { (card(frame, advice, false)) } }
                    @if frame.may(Right::ManageChannels) { (link_button(&words.t("advice-connect"), &frame.url("channels"), "button-small")) }
                }
            }
            p.small.muted { (words.t("advice-vary")) }
            (how(words, own))
        }
    }
}

/// In the composer: the channels in order, each with its first reason and what to change.
pub(super) fn summary(words: &Words, advised: &Advised) -> Markup {
    html! {
        ol.stack.stack-sm.advice-short {
            @for (place, advice) in advised.channels.iter().enumerate() {
                li {
                    p.row.row-tight {
                        (network_mark(&advice.place.network, &advice.place.name, "network-sm"))
                        span.strong { (advice.place.name) }
                        span.muted.small { (words.t(&format!("mix-format-{}", advice.format))) " · " (words.tn("advice-points", args![count => i64::from(advice.points)])) }
                    }
                    ul.reasons.small {
                        @for reason in advice.reasons.iter().filter(|reason| reason.points != 0).take(3) { (said(words, advice, reason)) }
                        // What holds everywhere is said once.
                        @for one in advice.adapt.iter().filter(|one| place == 0 || **one != Adaptation::AddPicture { needed: false }) {
                            li { (icon("pencil")) span { (adaptation(words, one)) } }
                        }
                    }
                }
            }
        }
    }
}

fn heading(level: u8, text: &str) -> Markup {
    html! { @if level == 2 { h2 { (text) } } @else { h3 { (text) } } }
}

fn card(frame: &Frame, advice: &Advice, first: bool) -> Markup {
    let words = &frame.words;
    let points = i64::from(advice.points);
    html! {
        li.card.stack.stack-sm.advice {
            div.spread {
                p.row.row-tight.strong {
                    (network_mark(&advice.place.network, &advice.place.name, "network-sm"))
                    span { (advice.place.name) }
                    span.badge { (words.t(&format!("mix-format-{}", advice.format))) }
                    @if first && points > 0 { span.badge.badge-success { (words.t("advice-best")) } }
                }
                span.muted.small { (words.tn("advice-points", args![count => points])) }
            }
            ul.reasons { @for reason in &advice.reasons { (said(words, advice, reason)) } }
            @if !advice.adapt.is_empty() {
                p.small.strong { (words.t("advice-adapt")) }
                ul.reasons { @for one in &advice.adapt { li { (icon("pencil")) span { (adaptation(words, one)) } } } }
            }
        }
    }
}

fn said(words: &Words, advice: &Advice, reason: &Reason) -> Markup {
    let (picture, sign) = match reason.points {
        0 => ("info", String::new()),
        points if points > 0 => ("plus", format!("+{points}")),
        points => ("triangle-alert", format!("−{}", points.abs())),
    };
    let source = match reason.rule.source() {
        Source::IdealMedium => "advice-source-medium",
        Source::Space => "advice-source-space",
        Source::Limits => "advice-source-limits",
        Source::Trade => "advice-source-trade",
        Source::Own => "advice-source-own",
        Source::Settings => "advice-source-settings",
    };
    html! {
        li {
            (icon(picture))
            span {
                (rule(words, advice, &reason.rule))
                @if !sign.is_empty() { " " span.nowrap.small.muted { "(" (sign) ")" } }
                " " span.small.faint { (words.t(source)) }
            }
        }
    }
}

pub(crate) fn rule(words: &Words, advice: &Advice, rule: &Rule) -> String {
    let name = advice.place.name.as_str();
    let format = |format: &Format| words.t(&format!("mix-a-{format}")).to_lowercase();
    let plain = |key: &str| words.tn(key, args![name => name]);
    match rule {
        Rule::Brief => plain("advice-rule-brief"),
        Rule::RoomForLong => plain("advice-rule-long"),
        Rule::TooLong { most, threads } => {
            let key = if *threads { "advice-rule-too-long-thread" } else { "advice-rule-too-long" };
            words.tn(key, args![name => name, most => words.number(whole(*most))])
        }
        Rule::NeedsPicture => plain("advice-rule-needs-picture"),
        Rule::NeedsVideo => plain("advice-rule-needs-video"),
        Rule::AtHome(one) => {
            words.tn("advice-rule-at-home", args![name => name, format => format(one)])
        }
        Rule::NotAtHome(one) => {
            words.tn("advice-rule-not-at-home", args![name => name, format => format(one)])
        }
        Rule::LinkFollowed => plain("advice-rule-link"),
        Rule::LinkLost => plain("advice-rule-link-lost"),
        Rule::Reaches(audience) => {
            let names: Vec<String> = audience
                .iter()
                .map(|one| words.t(&format!("advice-audience-{one}")).to_lowercase())
                .collect();
            words.tn("advice-rule-reaches", args![name => name, names => listed(words, &names)])
        }
        Rule::Misses => plain("advice-rule-misses"),
        Rule::ReadAtOnce => plain("advice-rule-read-at-once"),
        Rule::ReadLater => plain("advice-rule-read-later"),
        Rule::FoundForMonths => plain("advice-rule-months"),
        Rule::GoneSoon => plain("advice-rule-gone-soon"),
        Rule::Brings(objective) => words.tn(
            "advice-rule-brings",
            args![name => name, objective => words.t(&format!("advice-objective-{objective}")).to_lowercase()],
        ),
        Rule::Own { posts, median, drawn, usual } => words.tn(
            "advice-rule-own",
            args![
                count => whole(*posts as u64), median => share(words, *median), drawn => share(words, *drawn), usual => share(words, *usual),
                format => words.t(&format!("mix-format-{}", advice.format)).to_lowercase(), name => name
            ],
        ),
        Rule::OwnTooFew { posts } => words.tn(
            "advice-rule-own-too-few",
            args![count => whole(*posts as u64), need => whole(SMALLEST_SAMPLE as u64)],
        ),
        Rule::NotKnown => plain("advice-rule-not-known"),
        Rule::Paused => plain("advice-rule-paused"),
    }
}

pub(crate) fn adaptation(words: &Words, adapt: &Adaptation) -> String {
    match adapt {
        Adaptation::Shorten { most } => {
            words.tn("advice-adapt-shorten", args![most => words.number(whole(*most))])
        }
        Adaptation::Split => words.t("advice-adapt-split"),
        Adaptation::AddPicture { needed: true } => words.t("advice-adapt-picture-needed"),
        Adaptation::AddPicture { needed: false } => words.t("advice-adapt-picture"),
        Adaptation::MakeVideo => words.t("advice-adapt-video"),
        Adaptation::Shape { ratio, other } => {
            let key = if *other { "advice-adapt-crop" } else { "advice-adapt-shape" };
            words.tn(key, args![ratio => format!("{}:{}", ratio.width, ratio.height)])
        }
        Adaptation::LinkElsewhere => words.t("advice-adapt-link"),
        Adaptation::TryFormat { format, posts, drawn } => words.tn(
            "advice-adapt-format",
            args![format => words.t(&format!("mix-a-{format}")).to_lowercase(), count => whole(*posts as u64), drawn => share(words, *drawn)],
        ),
    }
}

/// How it is ranked, and what the brand's own results are by.
fn how(words: &Words, own: &OwnByMeasure) -> Markup {
    html! {
        details.disclosure {
            summary { (words.t("advice-how")) }
            div.stack.stack-sm.small {
                p { (words.t("advice-how-points")) }
                @match own.results.usual {
                    Some(usual) => p { (words.tn("advice-how-own", args![
                        measure => measure_name(words, own.measure).to_lowercase(), count => whole(own.results.posts as u64),
                        usual => share(words, usual), drawn => whole(DRAWN_BY as u64), need => whole(SMALLEST_SAMPLE as u64)
                    ])) },
                    None => p { (words.t("advice-how-no-own")) },
                }
                p { (words.t("advice-how-trade")) }
            }
        }
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Results for the samples of pages.
pub(super) fn sample_results() -> OwnByMeasure {
    let cell = |network: &str, format, posts, drawn| OwnResult {
        network: network.to_owned(),
        format,
        posts,
        median: drawn,
        drawn,
        enough: posts >= SMALLEST_SAMPLE,
    };
    let cells = vec![
        cell("linkedin", Format::Image, 24, 0.051),
        cell("linkedin", Format::Video, 12, 0.07),
        cell("youtube", Format::Video, 3, 0.02),
    ];
    let results = OwnResults { usual: Some(0.028), posts: 39, cells };
    OwnByMeasure { measure: Measure::EngagementByReach, results }
}
