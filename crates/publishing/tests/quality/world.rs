//! The bakery of the labelled posts: every regulated list on, a charter with words and topics.

use std::collections::HashMap;

use channels::{Channel, Limits};
use channels::{ChannelState, Mode};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use primitives::Id;
use primitives::text::CountRule;
use publishing::guard::{Desk, GuardSettings};
use publishing::post::{Extras, PostSource, VariantExtras};
use publishing::{Post, PostState, Variant};
use strategy::charter::{Voice, WordKind};
use strategy::{Charter, CharterWord, Format, Regulated, RegulatedKind, Topic};
use uuid::Uuid;

fn id<T>(n: u128) -> Id<T> {
    Id::from_uuid(Uuid::from_u128(n))
}

/// The desk that a line's context describes.
pub fn desk(context: &str) -> Desk {
    let has = |flag: &str| context.split(';').any(|one| one == flag);
    let network = ["x", "instagram", "mastodon", "bluesky", "linkedin", "facebook", "youtube"]
        .into_iter()
        .find(|network| has(network))
        .unwrap_or("instagram");
    Desk {
        at: None,
        zone: TimeZone::get("Europe/Paris").unwrap(),
        language: if has("en") { "en" } else { "fr" }.to_owned(),
        paused: None,
        charter: charter(has("topics")),
        settings: GuardSettings::default(),
        channels: vec![channel(network)],
        recent: Vec::new(),
        tracking: publishing::Tracking::default(),
        links: HashMap::new(),
        accepted: Vec::new(),
    }
}

/// The post that a line describes.
pub fn post(text: &str, context: &str, desk: &Desk) -> Post {
    let has = |flag: &str| context.split(';').any(|one| one == flag);
    Post {
        id: id(1),
        brand: id(2),
        text: text.to_owned(),
        link: None,
        media: Vec::new(),
        variants: vec![Variant {
            id: id(3),
            channel: desk.channels[0].id,
            text: None,
            extras: VariantExtras::default(),
        }],
        state: PostState::Draft,
        author: None,
        version: 1,
        source: PostSource::Written,
        topic: None,
        campaign: None,
        language: None,
        format: Format::Text,
        wanted: None,
        extras: Extras {
            commercial: has("commercial").then(|| "KitchenPro".to_owned()),
            retouched: has("retouched"),
            ..Extras::default()
        },
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    }
}

fn charter(with_topics: bool) -> Charter {
    let topic = |n: u128, name: &str, words: &[&str]| Topic {
        id: id(n),
        brand: id(2),
        name: name.to_owned(),
        about: String::new(),
        colour: "#b3402a".to_owned(),
        target_share: None,
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        archived: false,
    };
    let word = |n: u128, kind, word: &str, instead: &str| CharterWord {
        id: id(n),
        kind,
        word: word.to_owned(),
        instead: instead.to_owned(),
        why: String::new(),
    };
    let topics = vec![
        topic(
            10,
            "Nos pains",
            &["pain", "brioche", "croissant", "fournée", "four", "bread", "loaf", "loaves"],
        ),
        topic(11, "Ateliers", &["atelier", "façonner", "pétrir", "workshop"]),
        topic(12, "Nos producteurs", &["meunier", "moulin", "blé", "farine", "mill", "flour"]),
        topic(13, "Recettes", &["recette", "recipe"]),
    ];
    Charter {
        brand: id(2),
        voice: Voice::default(),
        topics: if with_topics { topics } else { Vec::new() },
        words: vec![
            word(20, WordKind::Avoid, "moins cher*", ""),
            word(21, WordKind::Avoid, "discount", "à prix doux"),
            word(22, WordKind::Prefer, "client (sauf : témoignage)", "habitué"),
            word(23, WordKind::Prefer, "clients", "habitués"),
        ],
        formats: Vec::new(),
        channels: Vec::new(),
        regulated: RegulatedKind::ALL
            .iter()
            .map(|kind| Regulated { kind: *kind, active: true, own_terms: None })
            .collect(),
    }
}

fn channel(network: &str) -> Channel {
    Channel {
        id: id(4),
        brand: id(2),
        network: "assisted".to_owned(),
        network_name: network.to_owned(),
        server: String::new(),
        remote_account_id: String::new(),
        handle: "fournil".to_owned(),
        name: "Le Fournil de Louise".to_owned(),
        profile_url: None,
        avatar_url: None,
        mode: Mode::Assisted,
        state: ChannelState::Connected,
        limits: limits(),
        followers: None,
        inbox_checked_at: None,
        paused_at: None,
        created_at: Timestamp::UNIX_EPOCH,
        removed_at: None,
    }
}

fn limits() -> Limits {
    let said = serde_json::json!({
        "text": CountRule::graphemes(5000),
        "images": 4,
        "image_bytes": 1,
        "image_side": 1,
        "image_types": [],
        "alt_text": 1000,
        "source": "",
        "learnt_on": "",
    });
    serde_json::from_value(said).unwrap()
}
