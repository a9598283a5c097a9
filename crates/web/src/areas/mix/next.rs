//! The next best thing to prepare, with its reasons and the way to it.

use maud::{Markup, html};
use platform::Right;
use publishing::mix::{ChannelWhy, FormatWhy, Proposal, TopicWhy};

use super::page::MixPage;
use crate::Frame;
use crate::parts::{channel_mark, icon, link_button};
use crate::words::{Words, args};

/// What to prepare next, or that all is even.
pub(super) fn proposal(page: &MixPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let Some(proposal) = &page.proposal else {
        let key = if asks(page) { "mix-next-even" } else { "mix-next-nothing" };
        return html! {
            section.card.card-quiet.row aria-labelledby="next-title" {
                (icon("circle-check"))
                div { h2.small.strong id="next-title" { (words.t("mix-next")) } p { (words.t(key)) } }
            }
        };
    };
    let what = what(page, words, proposal);
    html! {
        section.card.stack.mix-next aria-labelledby="next-title" {
            p.eyebrow id="next-title" { (words.t("mix-next")) }
            p.mix-next-what { (what) }
            ul.reasons {
                @if let Some((id, why)) = proposal.topic { li { (topic_why(page, words, id, why)) } }
                @if let Some((format, why)) = proposal.format { li { (format_why(words, format, why)) } }
                @if let Some((id, why)) = proposal.channel { li { (channel_why(page, words, id, why)) } }
            }
            @if frame.may(Right::Draft) {
                div.row { (link_button(&words.t("mix-next-write"), &way(frame, proposal), "button-primary")) }
            }
        }
    }
}

fn asks(page: &MixPage) -> bool {
    page.targets.topics.iter().any(|(_, share)| share.is_some())
        || !page.targets.formats.is_empty()
        || page.targets.channels.iter().any(|(_, a_week)| a_week.is_some())
}

/// « Une photo, sur Le savoir-faire, pour Mastodon ».
fn what(page: &MixPage, words: &Words, proposal: &Proposal) -> Markup {
    let format = proposal
        .format
        .map_or_else(|| words.t("mix-a-post"), |(format, _)| words.t(&format!("mix-a-{format}")));
    let topic = proposal.topic.and_then(|(id, _)| page.topics.iter().find(|one| one.id == id));
    let channel = proposal
        .channel
        .and_then(|(id, _)| page.targets.channels.iter().find(|(channel, _)| channel.id == id));
    html! {
        (format)
        @if let Some(topic) = topic { " " (words.t("mix-next-on")) " " strong { (topic.name) } }
        @if let Some((channel, _)) = channel { " " (words.t("mix-next-for")) " " (channel_mark(channel, "network-sm")) " " (channel.network_name) }
    }
}

/// The composer, with all of it chosen.
fn way(frame: &Frame, proposal: &Proposal) -> String {
    let mut given = Vec::new();
    if let Some((topic, _)) = proposal.topic {
        given.push(format!("topic={topic}"));
    }
    if let Some((format, _)) = proposal.format {
        given.push(format!("format={format}"));
    }
    if let Some((channel, _)) = proposal.channel {
        given.push(format!("channel={channel}"));
    }
    frame.url(&format!("posts/new?{}", given.join("&")))
}

fn topic_why(
    page: &MixPage,
    words: &Words,
    id: primitives::Id<strategy::Topic>,
    why: TopicWhy,
) -> String {
    let name = page.topics.iter().find(|one| one.id == id).map_or("", |one| &one.name);
    match why {
        TopicWhy::Behind { have, all, share } => words.tn(
            "mix-why-topic",
            args![name => name, number => words.number(have), all => words.number(all), share => words.percent(share / 100.0)],
        ),
        TopicWhy::LongestAgo(Some(at)) => {
            words.tn("mix-why-topic-old", args![name => name, when => words.relative(at)])
        }
        TopicWhy::LongestAgo(None) => words.tn("mix-why-topic-never", args![name => name]),
    }
}

fn format_why(words: &Words, format: strategy::Format, why: FormatWhy) -> String {
    match why {
        FormatWhy::Behind { have, all, share } => words.tn(
            "mix-why-format",
            args![name => words.t(&format!("mix-format-{format}")), number => words.number(have), all => words.number(all), share => words.percent(share / 100.0)],
        ),
        FormatWhy::TooManyWords { words: count, all } => words.tn(
            "mix-why-words",
            args![number => words.number(count), all => words.number(all), count => count],
        ),
    }
}

fn channel_why(
    page: &MixPage,
    words: &Words,
    id: primitives::Id<channels::Channel>,
    why: ChannelWhy,
) -> String {
    let found = page.targets.channels.iter().find(|(channel, _)| channel.id == id);
    let name = found.map_or("", |(channel, _)| &channel.network_name);
    match why {
        ChannelWhy::Behind { have, due } => words.tn(
            "mix-why-channel",
            args![name => name, number => words.number(have), due => words.decimal(due, 0)],
        ),
        ChannelWhy::Fewest { have } => {
            words.tn("mix-why-channel-fewest", args![name => name, count => have])
        }
    }
}
