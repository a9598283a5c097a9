//! What checks saw, in words, with the way out.

use publishing::guard::{Fact, Finding, Guard, LinkTrouble};

use crate::areas::posts::shown::ShownChannel;
use crate::words::{Words, args};

/// A finding in words.
pub(crate) struct Said {
    /// What was seen.
    pub seen: String,
    /// What one can do.
    pub way: String,
}

/// The key of a check's name; `-about` after it is its explanation, `-source` where it is from.
pub(crate) fn key(guard: Guard) -> String {
    format!("checks-{}", guard.as_str().replace('_', "-"))
}

/// What a finding says.
pub(crate) fn say(words: &Words, finding: &Finding, channels: &[ShownChannel]) -> Said {
    let network =
        |id| channels.iter().find(|channel| channel.id == id).map_or("", |c| c.network.as_str());
    let way = || words.t(&format!("{}-way", key(finding.guard)));
    let seen = match &finding.fact {
        Fact::Twin { others, percent, same_opening, .. } => {
            let names: Vec<_> = others.iter().map(|id| network(*id)).collect();
            let seen = words.tn(
                "checks-saw-twin",
                args![networks => listed(words, &names), percent => i64::from(*percent)],
            );
            let way = if *same_opening { "checks-twin-way-opening" } else { "checks-twin-way" };
            return Said { seen, way: words.t(way) };
        }
        Fact::Repeated { at, percent, .. } => words.tn(
            "checks-saw-repeated",
            args![when => words.short_moment(*at), percent => i64::from(*percent)],
        ),
        Fact::OffTopic { topics } => words.tn(
            "checks-saw-off-topic",
            args![topics => listed(words, &topics.iter().map(String::as_str).collect::<Vec<_>>())],
        ),
        Fact::Word { words: found, instead, why } => {
            return word(words, finding.guard, found, instead, why);
        }
        Fact::Regulated { kind, words: found } => {
            let quoted: Vec<_> = found.iter().map(|word| words.tn("checks-quoted", args![word => word])).collect();
            let list = listed(words, &quoted.iter().map(String::as_str).collect::<Vec<_>>());
            let kind = kind.as_str();
            return Said {
                seen: words.tn(
                    "checks-saw-regulated",
                    args![words => list, field => words.t(&format!("charter-regulated-{kind}"))],
                ),
                way: words.t(&format!("charter-regulated-{kind}-rule")),
            };
        }
        Fact::TooManyADay { day, count, most } => words.tn(
            "checks-saw-too-many-a-day",
            args![day => words.day(*day), count => *count, most => *most],
        ),
        Fact::TooManyAWeek { count, wanted } => {
            words.tn("checks-saw-too-many-a-week", args![count => *count, wanted => *wanted])
        }
        Fact::TooClose { at, minutes, least } => words.tn(
            "checks-saw-too-close",
            args![when => words.short_moment(*at), minutes => span(words, *minutes), least => span(words, *least)],
        ),
        Fact::NoAltText { pictures } => {
            let first = i64::try_from(pictures.first().copied().unwrap_or(1)).unwrap_or(1);
            let count = i64::try_from(pictures.len()).unwrap_or(1);
            words.tn("checks-saw-no-alt", args![count => count, picture => first])
        }
        Fact::DeadLink { url, trouble, checked_at } => {
            let seen = match trouble {
                LinkTrouble::NotFound => words.t("checks-link-not-found"),
                LinkTrouble::Broken(status) => {
                    words.tn("checks-link-broken", args![status => status.to_string()])
                }
                LinkTrouble::NoAnswer => words.t("checks-link-no-answer"),
                LinkTrouble::Private => words.t("checks-link-private"),
            };
            words.tn(
                "checks-saw-dead-link",
                args![url => short(url), seen => seen, when => words.relative(*checked_at)],
            )
        }
        Fact::Untracked { url } => words.tn("checks-saw-untracked", args![url => short(url)]),
        Fact::PersonalProfile => words.t("checks-saw-personal-profile"),
        Fact::Private { words: found } => {
            words.tn("checks-saw-private", args![words => found])
        }
        Fact::Collaboration { words: found } => {
            words.tn("checks-saw-collaboration", args![words => found])
        }
        Fact::NoMention { partner } if partner.is_empty() => words.t("checks-saw-no-mention"),
        Fact::NoMention { partner } => {
            words.tn("checks-saw-no-mention-of", args![partner => partner])
        }
        Fact::NoRetouchMention => words.t("checks-saw-no-retouch-mention"),
        Fact::Language { found, expected } => words.tn(
            "checks-saw-language",
            args![found => language(words, found), expected => language(words, expected)],
        ),
        Fact::Elsewhere { words: found, home } => {
            words.tn("checks-saw-elsewhere", args![words => found, home => home])
        }
        Fact::NoPoll { words: found } => {
            return Said {
                seen: words.tn("checks-saw-no-poll", args![words => found]),
                way: words.t("checks-no-poll-way"),
            };
        }
        Fact::FollowFirst { words: found } => {
            words.tn("checks-saw-follow-first", args![words => found])
        }
        Fact::BrandPaused { since, reason, crisis: Some(_) } => {
            let when = words.short_moment(*since);
            return Said {
                seen: words.tn("checks-saw-crisis", args![when => when, reason => reason]),
                way: words.t("checks-crisis-way"),
            };
        }
        Fact::BrandPaused { since, reason, .. } => {
            let key = if reason.is_empty() { "checks-saw-brand-paused" } else { "checks-saw-brand-paused-for" };
            words.tn(key, args![when => words.short_moment(*since), reason => reason])
        }
        Fact::ChannelPaused { since } => {
            words.tn("checks-saw-channel-paused", args![when => words.short_moment(*since)])
        }
    };
    Said { seen, way: way() }
}

fn word(words: &Words, guard: Guard, found: &str, instead: &str, why: &str) -> Said {
    let seen = words.tn("checks-saw-word", args![words => found]);
    let seen = if why.is_empty() {
        seen
    } else {
        words.tn("checks-saw-word-why", args![words => found, why => why])
    };
    let way = if instead.is_empty() {
        words.t(&format!("{}-way", key(guard)))
    } else {
        words.tn("checks-word-instead", args![instead => instead])
    };
    Said { seen, way }
}

/// « Bluesky, Mastodon et Instagram ».
pub(crate) fn listed(words: &Words, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [some @ .., last] => words.tn("checks-and", args![some => some.join(", "), last => *last]),
    }
}

/// A language by its own name where it has one on screen, else by its tag.
pub(crate) fn language(words: &Words, tag: &str) -> String {
    let main = tag.split('-').next().unwrap_or(tag);
    let key = format!("checks-language-{main}");
    if words.has(&key) { words.t(&key) } else { tag.to_owned() }
}

/// Minutes as people say them.
pub(crate) fn span(words: &Words, minutes: i64) -> String {
    if minutes >= 60 && minutes % 60 == 0 {
        words.tn("checks-hours", args![count => minutes / 60])
    } else if minutes >= 120 {
        words.tn("checks-hours-minutes", args![hours => minutes / 60, minutes => minutes % 60])
    } else {
        words.tn("checks-minutes", args![count => minutes])
    }
}

fn short(url: &str) -> String {
    primitives::text::shorten_url(url, 60)
}
