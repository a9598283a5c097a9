//! Figures, rates and posts in words.

use channels::Channel;
use maud::{Markup, html};
use measurement::statistics::{Ingredient, Measure, Rate, ShownRate, Unknown};
use measurement::{Format, MeasuredPost};
use primitives::text::shorten;

use crate::parts::{channel_mark, network_mark};
use crate::words::{Words, args};

/// How long a post's words may be where they name it, in graphemes.
const LONGEST_TITLE: usize = 72;

/// The name of a figure: « Réactions ».
pub(crate) fn ingredient_name(words: &Words, ingredient: Ingredient) -> String {
    words.t(&format!("ingredient-{}", hyphened(ingredient.id())))
}

/// The name of a measure: « Taux d’engagement par la portée ».
pub(crate) fn measure_name(words: &Words, measure: Measure) -> String {
    words.t(&format!("measure-{}", hyphened(measure.id())))
}

/// Where a figure or measure is defined, by its stable name.
pub(crate) fn definition_url(id: &str) -> String {
    format!("/definitions#{}", hyphened(id))
}

/// The name of a figure, leading to its definition.
pub(crate) fn defined(id: &str, name: &str) -> Markup {
    html! { a.link-quiet href=(definition_url(id)) { (name) } }
}

/// A rate as it may be shown: « 3,4 % », or « 3 sur 12 » under 20 people.
pub(crate) fn rate(words: &Words, rate: Rate) -> String {
    match rate.shown_as() {
        ShownRate::Share { share } => crate::chart::share(words, share),
        ShownRate::Parts { numerator, denominator } => words.tn(
            "measures-parts",
            args![
                numerator => words.number(numerator), denominator => words.number(denominator)
            ],
        ),
    }
}

/// Why a measure is not known.
pub(crate) fn unknown(words: &Words, reason: &Unknown) -> String {
    let name = |kind: &Ingredient| ingredient_name(words, *kind).to_lowercase();
    match reason {
        Unknown::Missing(kinds) => {
            let names: Vec<String> = kinds.iter().map(name).collect();
            words.tn("measures-unknown-missing", args![names => listed(words, &names)])
        }
        Unknown::Nobody(kind) => words.tn("measures-unknown-nobody", args![name => name(kind)]),
        Unknown::Impossible(kind) => {
            words.tn("measures-unknown-impossible", args![name => name(kind)])
        }
    }
}

/// « a, b et c ».
pub(crate) fn listed(words: &Words, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {} {last}", all.join(", "), words.t("measures-and")),
    }
}

/// What a post is made of: « Photo ».
pub(crate) fn format_name(words: &Words, format: Format) -> String {
    words.t(&format!("measures-format-{}", format.as_str()))
}

/// A network's name from its key.
pub(crate) fn network_name(words: &Words, key: &str) -> String {
    match key {
        "assisted" => words.t("measures-network-assisted"),
        "other" => words.t("measures-network-other"),
        "linkedin" => "LinkedIn".to_owned(),
        "tiktok" => "TikTok".to_owned(),
        "youtube" => "YouTube".to_owned(),
        other => {
            let mut letters = other.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect())
                .unwrap_or_default()
        }
    }
}

/// The network of a post, as a badge: its channel's, which knows its own name.
pub(crate) fn mark(words: &Words, post: &MeasuredPost, channel: Option<&Channel>) -> Markup {
    match channel {
        Some(channel) => channel_mark(channel, "network-sm"),
        None => network_mark(&post.network, &network_name(words, &post.network), "network-sm"),
    }
}

/// What names a post: the beginning of its words, else what and when it is.
pub(crate) fn post_title(words: &Words, post: &MeasuredPost) -> String {
    let line = post.text.lines().map(str::trim).find(|line| !line.is_empty());
    if let Some(line) = line {
        return shorten(line, LONGEST_TITLE).into_owned();
    }
    let what = match post.format {
        Format::Unknown => words.t("measures-post"),
        format => format_name(words, format),
    };
    let when = match (post.published_at, post.placed.weekday, post.placed.hour) {
        (Some(at), ..) => Some(words.short_moment(at)),
        (None, Some(day), Some(hour)) => Some(words.tn(
            "measures-placed",
            args![
                day => weekday_name(words, day), hour => hour_name(words, hour)
            ],
        )),
        _ => None,
    };
    when.map_or(what.clone(), |when| format!("{what}, {when}"))
}

/// A day of the week, 1 for Monday: « lundi ».
pub(crate) fn weekday_name(words: &Words, day: i64) -> String {
    words.t(&format!("time-weekday-{}", day.clamp(1, 7)))
}

/// An hour of the day: « 9 h ».
pub(crate) fn hour_name(words: &Words, hour: i64) -> String {
    let hour = i8::try_from(hour.rem_euclid(24)).unwrap_or_default();
    words.time(jiff::civil::time(hour, 0, 0, 0))
}

fn hyphened(id: &str) -> String {
    id.replace('_', "-")
}
