//! What pages of posts show of channels, states and texts.

use channels::publication::StateName;
use channels::{Channel, Connectors, Limits, Look, Mode};
use maud::{Markup, html};
use primitives::Id;
use primitives::text::{CountRule, shorten};

use crate::parts::{icon, network};

/// A channel, as pages of posts name it.
#[derive(Debug, Clone)]
pub(crate) struct ShownChannel {
    pub id: Id<Channel>,
    /// The key of its icon and colour.
    pub key: String,
    /// The network's name: `Bluesky`, `LinkedIn`.
    pub network: String,
    /// The account's display name.
    pub name: String,
    /// The account's handle.
    pub handle: String,
    /// Its page at the network.
    pub profile: Option<String>,
    /// How the network lays a post out.
    pub look: Look,
    /// Whether a person posts by hand.
    pub assisted: bool,
    pub limits: Limits,
}

/// The networks that have an icon.
const WITH_ICON: [&str; 17] = [
    "bluesky",
    "discord",
    "facebook",
    "google",
    "instagram",
    "linkedin",
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

impl ShownChannel {
    pub fn of(channel: &Channel, connectors: &Connectors) -> Self {
        let assisted = channel.mode == Mode::Assisted;
        let key = if assisted {
            primitives::slug(&channel.network_name)
        } else {
            channel.network.clone()
        };
        // One posted by hand looks as its network does, where that is known.
        let by_api = connectors.get(&key).map(|c| c.look(&channel.network_name));
        let by_hand = || connectors.get(&channel.network).map(|c| c.look(&channel.network_name));
        Self {
            id: channel.id,
            key,
            network: channel.network_name.clone(),
            name: channel.name.clone(),
            handle: channel.handle.clone(),
            profile: channel.profile_url.clone(),
            look: by_api.or_else(by_hand).unwrap_or(Look::PLAIN),
            assisted,
            limits: channel.limits.clone(),
        }
    }

    /// Its network's badge.
    pub fn mark(&self, size: &str) -> Markup {
        let key = WITH_ICON.into_iter().find(|key| *key == self.key);
        let key = key.or(self.key.contains("google").then_some("google"));
        match key {
            Some(key) => network(key, &self.network, size),
            None => html! {
                span class={ "network " (size) } { (icon("hand")) span.visually-hidden { (self.network) } }
            },
        }
    }

    /// Its network's badge without words, where words beside it say them.
    pub fn glyph(&self) -> Markup {
        let key = WITH_ICON.into_iter().find(|key| *key == self.key);
        let key = key.or(self.key.contains("google").then_some("google"));
        html! {
            span.network.network-sm data-network=[key] {
                @match key { Some(key) => (icon(&format!("net-{key}"))), None => (icon("hand")) }
            }
        }
    }

    /// Whether several posts may follow one another there.
    pub fn takes_threads(&self) -> bool {
        self.limits.thread
    }

    /// What it takes beside texts and pictures, for the fields of the composer.
    pub fn can(&self) -> String {
        let can = [
            ("thread", self.takes_threads()),
            ("comment", self.takes_comments()),
            ("poll", self.takes_polls()),
        ];
        can.iter().filter(|(_, can)| *can).map(|(what, _)| *what).collect::<Vec<_>>().join(" ")
    }

    /// Whether one comments under one's own posts there.
    pub fn takes_comments(&self) -> bool {
        self.limits.first_comment
    }

    /// Whether it has polls.
    pub fn takes_polls(&self) -> bool {
        self.limits.poll.is_some()
    }

    /// The account as the network's people write it.
    pub fn account(&self) -> String {
        if self.assisted { self.handle.clone() } else { format!("@{}", self.handle) }
    }

    /// Three channels of the named world: Bluesky, Mastodon, and Instagram by hand.
    pub fn samples() -> Vec<Self> {
        let one = |n: u128, key: &str, network: &str, handle: &str, look, most| Self {
            id: Id::from_uuid(uuid::Uuid::from_u128(n)),
            key: key.to_owned(),
            network: network.to_owned(),
            name: "Le Fournil de Louise".to_owned(),
            handle: handle.to_owned(),
            profile: Some(format!("https://{key}.example/{handle}")),
            look,
            assisted: n == 3,
            limits: Limits {
                images: 4,
                image_bytes: 2_000_000,
                image_side: 2000,
                image_types: vec!["image/jpeg".to_owned()],
                alt_text: 1000,
                source: "served".to_owned(),
                learnt_on: "2026-11-22".to_owned(),
                ..Limits::of(CountRule::graphemes(most))
            },
        };
        use channels::look::{Gallery, LinkLook, PicturesPlace};
        let instagram = Look::PLAIN
            .layout("instagram")
            .folding(125, 3)
            .with_pictures(PicturesPlace::Above, Gallery::Carousel)
            .with_links(LinkLook::Dead);
        vec![
            one(
                1,
                "bluesky",
                "Bluesky",
                "fournil-de-louise.fr",
                Look::PLAIN.layout("bluesky"),
                300,
            ),
            one(
                2,
                "mastodon",
                "Mastodon",
                "fournil@piaille.fr",
                Look::PLAIN.layout("mastodon"),
                500,
            ),
            one(3, "instagram", "Instagram", "fournildelouise", instagram, 2200),
        ]
    }
}

/// A state's key in words and colours: `needs_person` shows as `needs-a-person`.
pub(crate) fn state_key(state: StateName) -> &'static str {
    match state {
        StateName::NeedsPerson => "needs-a-person",
        other => other.as_str(),
    }
}

/// The first line of a text, short enough for a title; `otherwise` when there is none.
pub(crate) fn headline(text: &str, otherwise: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty());
    line.map_or_else(|| otherwise.to_owned(), |line| shorten(line, 60).into_owned())
}
