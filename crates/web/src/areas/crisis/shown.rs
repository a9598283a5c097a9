//! What rooms give, in words: shared by the room, its review and its paper.

use channels::Channel;
use conversations::crisis::burst::{Basis, Prediction, Span};
use conversations::crisis::{Alert, Author, Entry, EntryKind, Hour, Line, Role, Spoken};
use jiff::Timestamp;
use platform::Teammate;
use primitives::Id;

use crate::chart::{TimeChart, TimeSeries, Unit};
use crate::words::{Words, args};

/// A teammate who may be chosen: their id and name.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub id: Id<Teammate>,
    pub name: String,
}

/// A line of the timeline in words.
pub(super) struct ShownLine {
    pub at: Timestamp,
    pub title: String,
    pub words: String,
    /// Whether it was decided: these are set apart.
    pub decision: bool,
    /// The page that says more.
    pub to: Option<String>,
}

pub(super) fn line(words: &Words, line: &Line, team: &[Person]) -> ShownLine {
    let parvis = || words.t("crisis-by-parvis");
    match line {
        Line::Own { at, by, entry } => ShownLine {
            at: *at,
            title: own(words, by.as_deref().unwrap_or(&parvis()), entry, team),
            words: entry.words.clone(),
            decision: entry.kind == EntryKind::Decision,
            to: entry.data["post"].as_str().map(|id| format!("posts/{id}")),
        },
        Line::Answer { at, by, conversation, to, words: said } => {
            let by = by.clone().unwrap_or_else(|| words.t("crisis-by-network"));
            ShownLine {
                at: *at,
                title: words.tn("crisis-line-answer", args![name => by, to => to.clone()]),
                words: said.clone(),
                decision: false,
                to: Some(format!("inbox/{conversation}")),
            }
        }
        Line::Held { at, publication, words: said } => ShownLine {
            at: *at,
            title: words.t("crisis-line-held"),
            words: said.clone(),
            decision: false,
            to: Some(format!("publications/{publication}")),
        },
    }
}

fn own(words: &Words, by: &str, entry: &Entry, team: &[Person]) -> String {
    let text = |key: &str| entry.data[key].as_str().unwrap_or_default().to_owned();
    let count = entry.data["count"].as_i64().unwrap_or_default();
    let key = format!("crisis-line-{}", entry.kind.as_str().replace('_', "-"));
    let name = by.to_owned();
    match entry.kind {
        EntryKind::Level => {
            let level = |key: &str| words.t(&format!("crisis-level-{}", text(key)));
            words.tn(&key, args![name => name, from => level("from"), to => level("to")])
        }
        EntryKind::RoleGiven | EntryKind::RoleTaken => {
            let id = text("teammate");
            let who = team.iter().find(|one| one.id.to_string() == id);
            let who = who.map_or_else(|| words.t("crisis-someone"), |one| one.name.clone());
            let role = text("role").parse::<Role>().map(|role| role_words(words, role));
            words.tn(&key, args![name => name, who => who, role => role.unwrap_or_default()])
        }
        EntryKind::Answered | EntryKind::LeftOut => {
            words.tn(&key, args![name => name, count => count])
        }
        EntryKind::Posted => {
            let channels = entry.data["channels"].as_i64().unwrap_or_default();
            words.tn(&key, args![name => name, title => text("title"), count => channels])
        }
        EntryKind::Reviewed => {
            let decision =
                words.t(&format!("crisis-decided-{}", text("decision").replace('_', "-")));
            words.tn(&key, args![name => name, decision => decision])
        }
        _ => words.tn(&key, args![name => name]),
    }
}

pub(super) fn role_words(words: &Words, role: Role) -> String {
    words.t(&format!("crisis-role-{role}"))
}

/// « 42 negative messages from 9 h to 10 h, where at most 6 are usual ».
pub(super) fn burst(words: &Words, alert: &Alert) -> String {
    let (count, most) = (alert.seen, alert.prediction.most);
    match alert.span {
        Span::Hour => words.tn(
            "crisis-burst-hour",
            args![
                count => count, most => most, day => words.day(words.local(alert.from).date()),
                from => words.time_of(alert.from), to => words.time_of(alert.to)
            ],
        ),
        Span::Day => {
            let day = words.day(words.local(alert.from).date());
            words.tn("crisis-burst-day", args![count => count, most => most, day => day])
        }
    }
}

/// On what a prediction rests.
pub(super) fn basis(words: &Words, prediction: &Prediction) -> String {
    let past: Vec<String> = prediction.past.iter().map(|count| words.number(*count)).collect();
    let key = match prediction.basis {
        Basis::Measured => "crisis-basis-measured",
        Basis::Early => "crisis-basis-early",
    };
    words.tn(key, args![past => past.join(", "), most => prediction.most])
}

/// The curve by hour, with what is usual.
pub(super) fn chart(words: &Words, curve: &[Hour], rehearsal: bool) -> TimeChart {
    let known = curve.iter().filter(|hour| hour.prediction.is_some()).count();
    let points = |value: &dyn Fn(&Hour) -> Option<f64>| -> Vec<(Timestamp, Option<f64>)> {
        curve.iter().map(|hour| (hour.from, value(hour))).collect()
    };
    let mut series = vec![TimeSeries {
        name: words.t("crisis-curve-seen"),
        points: points(&|hour| Some(hour.seen as f64)),
    }];
    if known > 0 {
        series.push(TimeSeries {
            name: words.t("crisis-curve-most"),
            points: points(&|hour| hour.prediction.as_ref().map(|past| past.most as f64)),
        });
        series.push(TimeSeries {
            name: words.t("crisis-curve-usual"),
            points: points(&|hour| hour.prediction.as_ref().map(|past| past.usual() as f64)),
        });
    }
    let key = if rehearsal { "crisis-curve-title-rehearsal" } else { "crisis-curve-title" };
    TimeChart {
        title: words.t(key),
        source: words
            .tn("crisis-curve-source", args![known => known as i64, count => curve.len() as i64]),
        unit: Unit::Count,
        series,
    }
}

/// « 1 204 followers », or that it is not known.
pub(super) fn followers(words: &Words, followers: Option<i64>) -> String {
    match followers {
        Some(count) => words.tn("crisis-followers", args![count => count]),
        None => words.t("crisis-followers-unknown"),
    }
}

/// The reach of some people, with of how many it is known.
pub(super) fn reach(words: &Words, reach: i64, known: usize, of: usize) -> String {
    if known == 0 {
        return words.t("crisis-reach-unknown");
    }
    words.tn("crisis-reach", args![count => reach, known => known as i64, of => of as i64])
}

/// Where it is said: « Mastodon (@fournil, 12), … », the most first.
pub(crate) fn places(words: &Words, spoken: &Spoken, channels: &[Channel]) -> String {
    let mut counted: Vec<(String, i64)> = channels
        .iter()
        .map(|channel| {
            let count = spoken.said.iter().filter(|said| said.channel == Some(channel.id)).count();
            (channel.handle.clone(), count as i64)
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let one = |(handle, count): (String, i64)| format!("@{handle} ({})", words.number(count));
    let all: Vec<String> = counted.into_iter().map(one).collect();
    if all.is_empty() {
        return String::new();
    }
    words.tn("crisis-places", args![name => all.join(", ")])
}

/// Who says it: those most followed first.
pub(crate) fn speakers(words: &Words, spoken: &Spoken) -> String {
    let authors = spoken.authors();
    let one = |author: &Author| format!("{} ({})", author.name, followers(words, author.followers));
    let first: Vec<String> = authors.iter().take(5).map(one).collect();
    if first.is_empty() {
        return String::new();
    }
    let rest = authors.len().saturating_sub(first.len()) as i64;
    words.tn("crisis-speakers", args![name => first.join(", "), count => rest])
}
