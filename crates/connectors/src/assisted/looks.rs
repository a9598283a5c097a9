//! How posts look on networks where a person posts by hand. Where texts fold and how pictures
//! stand is common knowledge, not yet checked in the networks' documents nor in their
//! applications: a preview, not a promise.

use channels::look::{Gallery, LinkLook, Look, PicturesPlace};

const BELOW: PicturesPlace = PicturesPlace::Below;

static LOOKS: [(&str, Look); 14] = [
    (
        "Facebook",
        Look::PLAIN.layout("facebook").folding(477, 5).with_pictures(BELOW, Gallery::Grid(5)),
    ),
    (
        "Instagram",
        Look::PLAIN
            .layout("instagram")
            .folding(125, 3)
            .with_pictures(PicturesPlace::Above, Gallery::Carousel)
            .with_links(LinkLook::Dead),
    ),
    ("Threads", Look::PLAIN.layout("threads").with_pictures(BELOW, Gallery::Row)),
    ("X", Look::PLAIN.layout("x").with_pictures(BELOW, Gallery::Grid(4))),
    (
        "LinkedIn",
        Look::PLAIN.layout("linkedin").folding(210, 3).with_pictures(BELOW, Gallery::Grid(5)),
    ),
    (
        "TikTok",
        Look::PLAIN
            .layout("tiktok")
            .folding(80, 2)
            .with_pictures(PicturesPlace::Behind, Gallery::Carousel)
            .with_links(LinkLook::Dead),
    ),
    (
        "YouTube",
        Look::PLAIN
            .layout("youtube")
            .folding(157, 3)
            .with_pictures(PicturesPlace::Above, Gallery::Carousel)
            .with_links(LinkLook::SmallCard),
    ),
    (
        "Pinterest",
        Look::PLAIN
            .layout("pinterest")
            .folding(60, 2)
            .with_pictures(PicturesPlace::Above, Gallery::Carousel)
            .with_links(LinkLook::SmallCard),
    ),
    (
        "Google Business",
        Look::PLAIN
            .layout("google")
            .folding(250, 4)
            .with_pictures(PicturesPlace::Above, Gallery::Carousel)
            .with_links(LinkLook::SmallCard),
    ),
    ("Reddit", Look::PLAIN.layout("reddit").with_pictures(BELOW, Gallery::Carousel)),
    (
        "Telegram",
        Look::PLAIN
            .layout("telegram")
            .with_pictures(PicturesPlace::Above, Gallery::Grid(10))
            .with_links(LinkLook::SmallCard),
    ),
    ("Discord", Look::PLAIN.layout("discord").with_links(LinkLook::SmallCard)),
    (
        "WhatsApp",
        Look::PLAIN
            .layout("whatsapp")
            .folding(768, 20)
            .with_pictures(PicturesPlace::Above, Gallery::Grid(4))
            .with_links(LinkLook::SmallCard),
    ),
    (
        "Snapchat",
        Look::PLAIN
            .layout("tiktok")
            .folding(80, 2)
            .with_pictures(PicturesPlace::Behind, Gallery::Carousel)
            .with_links(LinkLook::Dead),
    ),
];

/// How posts look on the network that people call so.
pub(super) fn look_of(name: &str) -> Look {
    let name = super::known(name).map_or(name, |known| known.name);
    LOOKS.iter().find(|(known, _)| *known == name).map_or(Look::PLAIN, |(_, look)| *look)
}
