//! Small marks: icons, faces, badges, states, times.

use channels::{Channel, Mode};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::assets;
use crate::frame::ShownBrand;
use crate::words::Words;

/// An icon of the set (`frontend/icons.json`); decoration, hidden from screen readers.
pub fn icon(name: &str) -> Markup {
    let class = if name.starts_with("net-") { "icon icon-brand" } else { "icon" };
    html! {
        @if assets::has("icons.svg") {
            svg class=(class) aria-hidden="true" { use href={ (assets::url("icons.svg")) "#" (name) } {} }
        }
    }
}

/// A network's badge with its name for screen readers. `size` is `""`, `"network-sm"` or
/// `"network-lg"`.
pub fn network(key: &str, name: &str, size: &str) -> Markup {
    html! {
        span class={ "network " (size) } data-network=(key) {
            (icon(&format!("net-{key}")))
            span.visually-hidden { (name) }
        }
    }
}

/// The networks that have an icon of their own.
const WITH_ICON: &[&str] = &[
    "bluesky",
    "discord",
    "facebook",
    "google",
    "instagram",
    "mastodon",
    "pinterest",
    "reddit",
    "rss",
    "telegram",
    "threads",
    "tiktok",
    "whatsapp",
    "wordpress",
    "x",
    "youtube",
];

/// The icon key of a channel's network: its connector's, or for assisted ones its name's.
pub fn network_key(channel: &Channel) -> String {
    let key = match channel.mode {
        Mode::Api => channel.network.clone(),
        Mode::Assisted => primitives::slug(&channel.network_name),
    };
    let key = if key.contains("google") { "google".to_owned() } else { key };
    let known = WITH_ICON.contains(&key.as_str()) || matches!(key.as_str(), "linkedin" | "mail");
    if known { key } else { "other".to_owned() }
}

/// A channel's network as a badge.
pub fn channel_mark(channel: &Channel, size: &str) -> Markup {
    network_mark(&network_key(channel), &channel.network_name, size)
}

/// A network's badge by its icon key: its icon, or a globe for networks that have none.
pub fn network_mark(key: &str, name: &str, size: &str) -> Markup {
    if WITH_ICON.contains(&key) {
        return network(key, name, size);
    }
    html! {
        span class={ "network " (size) } data-network=(key) {
            @if key == "linkedin" { span.network-letters aria-hidden="true" { "in" } } @else { (icon(if key == "mail" { "mail" } else { "globe" })) }
            span.visually-hidden { (name) }
        }
    }
}

/// A handle as people write it: with an at sign in front, unless it is an e-mail address.
pub fn at_handle(handle: &str, profile: Option<&str>) -> String {
    match profile.is_some_and(|address| address.starts_with("mailto:")) {
        true => handle.to_owned(),
        false => format!("@{handle}"),
    }
}

/// Someone's face: their picture, or their initials on one of a few colours.
pub fn avatar(name: &str, picture: Option<&str>) -> Markup {
    html! {
        span.avatar data-hue=(hue(name)) aria-hidden="true" {
            @match picture {
                Some(address) => img src=(address) alt="" loading="lazy";,
                None => (initials(name)),
            }
        }
    }
}

/// A brand's initials on its colour.
pub fn brand_badge(brand: &ShownBrand) -> Markup {
    html! {
        span.brand-badge aria-hidden="true" data-colour=(brand.colour.trim_start_matches('#')) {
            (initials(&brand.name))
        }
    }
}

/// A word on a tone: `""`, `"info"`, `"success"`, `"warning"`, `"danger"`, `"doubt"`.
pub fn badge(words: &str, tone: &str) -> Markup {
    let class = if tone.is_empty() { "badge".to_owned() } else { format!("badge badge-{tone}") };
    html! { span class=(class) { (words) } }
}

/// The state of a publication or a post: `draft`, `planned`, `prepared`, `sending`,
/// `processing`, `published`, `uncertain`, `failed`, `held`, `cancelled`, `needs-a-person`,
/// `late`.
pub fn state(words: &Words, name: &str) -> Markup {
    let name = match name {
        "needs_person" => "needs-a-person".to_owned(),
        name => name.replace('_', "-"),
    };
    html! { span.state data-state=(name) { (words.t(&format!("state-{name}"))) } }
}

/// An instant as `text`, with its exact value for machines and, on hover, in full.
pub fn time(words: &Words, at: Timestamp, text: &str) -> Markup {
    html! { time datetime=(at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()) title=(words.moment(at)) { (text) } }
}

/// Two letters for a name: those of its first and last words that matter.
fn initials(name: &str) -> String {
    let mut letters: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2)
        .filter_map(|word| Some(word.chars().next()?.to_uppercase().to_string()))
        .collect();
    if letters.is_empty() {
        letters = name.chars().take(2).map(|c| c.to_uppercase().to_string()).collect();
    }
    if letters.len() > 2 {
        letters = vec![letters.swap_remove(0), letters.pop().unwrap_or_default()];
    }
    letters.concat()
}

fn hue(name: &str) -> u32 {
    name.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())) % 6 + 1
}
