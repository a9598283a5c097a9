//! Topics, formats and channels against what the charter asks for: bars drawn here, with their
//! numbers beside them.

use channels::Channel;
use jiff::SignedDuration;
use maud::{Markup, html};
use primitives::Id;
use publishing::campaign::Stage;
use publishing::mix::{Counts, FEW_POSTS, Line, Mix, Piece, Targets};
use strategy::{Format, Topic};

use super::page::MixPage;
use crate::Frame;
use crate::parts::channel_mark;
use crate::words::{Words, args};

/// The topics, and what has none.
pub(super) fn topics(page: &MixPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let lines = page.mix.topics(&page.targets);
    let all = page.mix.counts().all();
    let asked = lines.iter().any(|line| line.target.is_some());
    let name = |id: Option<Id<Topic>>| {
        let topic = page.topics.iter().find(|topic| Some(topic.id) == id);
        topic.map_or_else(|| words.t("mix-no-topic"), |topic| topic.name.clone())
    };
    let shown = lines.iter().filter(|line| line.key.is_some() || line.counts.all() > 0);
    let rows = shown.map(|line| row(words, &name(line.key), None, line, all));
    section(frame, "topics", asked, rows.collect())
}

/// The formats.
pub(super) fn formats(page: &MixPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let lines = page.mix.formats(&page.targets);
    let all = page.mix.counts().all();
    let asked = lines.iter().any(|line| line.target.is_some());
    let name = |format: Format| words.t(&format!("mix-format-{format}"));
    let rows = lines.iter().map(|line| row(words, &name(line.key), None, line, all));
    section(frame, "formats", asked, rows.collect())
}

/// The channels against their cadence.
pub(super) fn channels(page: &MixPage, frame: &Frame) -> Markup {
    let words = &frame.words;
    let lines = page.mix.channels(&page.targets);
    if lines.is_empty() {
        return html! {};
    }
    let asked = lines.iter().any(|line| line.target.is_some());
    let most = lines
        .iter()
        .map(|line| line.target.unwrap_or_default().max(line.counts.all() as f64))
        .fold(1.0, f64::max);
    let rows = lines.iter().filter_map(|line| {
        let (channel, a_week) = page.targets.channels.iter().find(|(c, _)| c.id == line.key)?;
        Some(channel_row(words, channel, *a_week, line, most))
    });
    section(frame, "channels", asked, rows.collect())
}

fn section(frame: &Frame, key: &str, asked: bool, rows: Vec<Markup>) -> Markup {
    let words = &frame.words;
    html! {
        section.card.stack aria-labelledby={ "mix-" (key) } {
            h2 id={ "mix-" (key) } { (words.t(&format!("mix-{key}"))) }
            @if !asked {
                p.small.muted { (words.t(&format!("mix-{key}-no-target"))) " " a href=(frame.url("charter")) { (words.t("mix-say-in-charter")) } }
            }
            ul.mix-lines { @for row in rows { (row) } }
        }
    }
}

/// A share against its target.
fn row<K>(words: &Words, name: &str, mark: Option<Markup>, line: &Line<K>, all: i64) -> Markup {
    let have = line.counts.all();
    let share = |count: i64| if all > 0 { count as f64 * 100.0 / all as f64 } else { 0.0 };
    let said = if all < FEW_POSTS {
        words.tn(
            "mix-few",
            args![count => have, all => words.number(all), number => words.number(have)],
        )
    } else {
        words.tn("mix-share", args![share => words.percent(share(have) / 100.0), number => words.number(have), all => words.number(all)])
    };
    let target = line
        .target
        .map(|target| words.tn("mix-target-share", args![share => words.percent(target / 100.0)]));
    let standing = line.missing.map(|missing| standing(words, missing, have));
    html! {
        li.mix-line {
            p.mix-name { @if let Some(mark) = mark { (mark) } span { (name) } }
            (bar(line.counts, share, line.target))
            p.mix-said { span { (said) } @if let Some(target) = target { span.muted { " · " (target) } } @if let Some(standing) = standing { " " (standing) } }
        }
    }
}

/// Behind, ahead or as asked, in pieces: half a piece is neither.
fn standing(words: &Words, missing: f64, have: i64) -> Markup {
    #[expect(clippy::cast_possible_truncation, reason = "a handful of posts")]
    let pieces = missing.abs().round() as i64;
    if pieces == 0 {
        return html! { span.badge.badge-success { (words.t("mix-even")) } };
    }
    if missing > 0.0 {
        html! { span.badge.badge-warning { (words.tn("mix-behind", args![count => pieces])) } }
    } else {
        html! { span.badge.badge-info { (words.tn("mix-ahead", args![count => pieces.min(have)])) } }
    }
}

fn channel_row(
    words: &Words,
    channel: &Channel,
    a_week: Option<i64>,
    line: &Line<Id<Channel>>,
    most: f64,
) -> Markup {
    let have = line.counts.all();
    let target = line.target.map(|target| target * 100.0 / most);
    let share = |count: i64| count as f64 * 100.0 / most;
    html! {
        li.mix-line {
            p.mix-name { (channel_mark(channel, "network-sm")) span { (channel.network_name) } }
            (bar(line.counts, share, target))
            p.mix-said {
                span { (words.tn("mix-posts", args![count => have])) }
                @if let (Some(a_week), Some(due)) = (a_week, line.target) {
                    span.muted { " · " (words.tn("mix-cadence", args![count => a_week, due => words.decimal(due, 0)])) }
                }
                @if let Some(missing) = line.missing { " " (standing(words, missing, have)) }
            }
        }
    }
}

/// Published, scheduled and drafts end to end, with a mark at the target; in hundredths of the
/// bar. What it shows is said in words beside it.
fn bar(counts: Counts, share: impl Fn(i64) -> f64, target: Option<f64>) -> Markup {
    let percent = |value: f64| format!("{:.2}%", value.clamp(0.0, 100.0));
    let mut from = 0.0;
    let parts = [
        ("mix-published", counts.published),
        ("mix-scheduled", counts.scheduled),
        ("mix-drafts", counts.drafts),
    ];
    let parts = parts.map(|(class, count)| {
        let (begins, width) = (from, share(count));
        from += width;
        (class, count, begins, width)
    });
    html! {
        svg.mix-bar width="100%" height="18" aria-hidden="true" {
            rect.mix-rail x="0" y="3" width="100%" height="12" rx="3" {}
            @for (class, count, begins, width) in parts {
                @if count > 0 { rect class=(class) x=(percent(begins)) y="3" width=(percent(width)) height="12" {} }
            }
            @if let Some(target) = target { line.mix-target x1=(percent(target)) x2=(percent(target)) y1="0" y2="18" {} }
        }
    }
}

/// A mix of so many pieces on three topics, with targets.
pub(super) fn sample(many: usize) -> (Mix, Targets, Vec<Topic>) {
    let id = |n: u128| uuid::Uuid::from_u128(n);
    let topic = |n, name: &str, share| Topic {
        id: Id::from_uuid(id(n)),
        brand: Id::from_uuid(id(9)),
        name: name.to_owned(),
        about: String::new(),
        colour: "#b3402a".to_owned(),
        target_share: share,
        words: Vec::new(),
        archived: false,
    };
    let topics = vec![
        topic(1, "Le savoir-faire", Some(40)),
        topic(2, "La vie du fournil", Some(30)),
        topic(3, "Les produits de saison", Some(20)),
    ];
    let at = jiff::Timestamp::UNIX_EPOCH;
    let piece = |n: usize| Piece {
        post: Id::from_uuid(id(100 + n as u128)),
        topic: (n % 5 != 4).then(|| topics[n % 2].id),
        format: [Format::Text, Format::Image, Format::Link][n % 3],
        stage: [Stage::Published, Stage::Published, Stage::Scheduled, Stage::Draft][n % 4],
        at,
        channels: Vec::new(),
    };
    let mix = Mix {
        pieces: (0..many).map(piece).collect(),
        length: SignedDuration::from_hours(24 * 56),
        last: std::collections::BTreeMap::new(),
    };
    let targets = Targets {
        topics: topics.iter().map(|topic| (topic.id, topic.target_share)).collect(),
        formats: vec![(Format::Image, 50), (Format::Video, 20)],
        channels: Vec::new(),
    };
    (mix, targets, topics)
}
