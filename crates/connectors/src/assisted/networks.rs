//! What networks take when a person posts by hand. Facts of the dates and sources given; where a
//! source is the network's own documents its address stands there.

use channels::Limits;
use primitives::text::CountRule;

/// A network known by name.
#[derive(Debug, Clone, Copy)]
pub struct KnownNetwork {
    /// As it writes itself.
    pub name: &'static str,
    /// Other ways people write it, in lower case.
    others: &'static [&'static str],
    text: CountRule,
    images: u32,
    image_bytes: u64,
    image_side: u32,
    alt_text: u32,
    source: &'static str,
}

const MB: u64 = 1_000_000;
const LEARNT_ON: &str = "2026-11-22";
const MEMORY: &str = "common knowledge, not yet checked in the network's documents";
const OTHERS: &str = "third parties, not yet checked in the network's documents";

/// What is assumed of a network that nobody described: generous, so as not to be in the way.
const ANY: KnownNetwork = network("", &[], CountRule::graphemes(100_000), 20, 20 * MB, 4096, 1000)
    .learnt_from("none: generous, so as not to be in the way");

static KNOWN: [KnownNetwork; 14] = [
    network("Facebook", &["fb", "meta"], CountRule::characters(63_206), 10, 10 * MB, 2048, 1000)
        .learnt_from(MEMORY),
    network("Instagram", &["insta", "ig"], CountRule::characters(2200), 10, 8 * MB, 1440, 1000)
        .learnt_from("https://developers.facebook.com/docs/instagram-platform"),
    network("Threads", &[], CountRule::emoji_as_bytes(500), 20, 8 * MB, 1440, 1000)
        .learnt_from("https://developers.facebook.com/docs/threads"),
    network("X", &["twitter"], CountRule::weighted(280), 4, 5 * MB, 4096, 1000)
        .learnt_from("https://docs.x.com/resources/fundamentals/counting-characters"),
    network("LinkedIn", &["linked in"], CountRule::utf16(3000), 20, 8 * MB, 4096, 4086)
        .learnt_from(OTHERS),
    network("TikTok", &["tik tok"], CountRule::utf16(4000), 35, 20 * MB, 1920, 1000)
        .learnt_from(OTHERS),
    network("YouTube", &["you tube"], CountRule::utf8_bytes(5000), 1, 2 * MB, 1280, 1000)
        .learnt_from(MEMORY),
    network("Pinterest", &[], CountRule::characters(800), 5, 20 * MB, 4096, 500)
        .learnt_from("https://developers.pinterest.com/docs/api/v5/"),
    network(
        "Google Business",
        &["google my business", "google business profile", "gmb"],
        CountRule::characters(1500),
        1,
        5 * MB,
        4096,
        1000,
    )
    .learnt_from(MEMORY),
    network("Reddit", &[], CountRule::characters(40_000), 20, 20 * MB, 4096, 1000)
        .learnt_from(MEMORY),
    network("Telegram", &[], CountRule::utf16(4096), 10, 10 * MB, 4096, 1000)
        .learnt_from("https://core.telegram.org/bots/api"),
    network("Discord", &[], CountRule::characters(2000), 10, 10 * MB, 4096, 1024)
        .learnt_from(MEMORY),
    network("WhatsApp", &["whats app"], CountRule::characters(4096), 10, 5 * MB, 4096, 1000)
        .learnt_from(MEMORY),
    network("Snapchat", &["snap"], CountRule::characters(250), 1, 5 * MB, 1920, 1000)
        .learnt_from(MEMORY),
];

const fn network(
    name: &'static str,
    others: &'static [&'static str],
    text: CountRule,
    images: u32,
    image_bytes: u64,
    image_side: u32,
    alt_text: u32,
) -> KnownNetwork {
    KnownNetwork { name, others, text, images, image_bytes, image_side, alt_text, source: MEMORY }
}

impl KnownNetwork {
    const fn learnt_from(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    fn limits(&self) -> Limits {
        Limits {
            text: self.text,
            images: self.images,
            image_bytes: self.image_bytes,
            image_side: self.image_side,
            image_types: ["image/jpeg", "image/png"].map(str::to_owned).to_vec(),
            alt_text: self.alt_text,
            source: self.source.to_owned(),
            learnt_on: LEARNT_ON.to_owned(),
            link: channels::LinkPlace::UnderTheText,
        }
    }
}

/// The network that people call so, if it is described.
pub fn known(name: &str) -> Option<&'static KnownNetwork> {
    let name = name.trim().to_lowercase();
    KNOWN
        .iter()
        .find(|known| known.name.to_lowercase() == name || known.others.contains(&name.as_str()))
}

/// What a network takes, as far as it is known.
pub fn limits_of(name: &str) -> Limits {
    known(name).unwrap_or(&ANY).limits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_are_known_by_the_names_people_give_them() {
        assert_eq!(known(" twitter ").unwrap().name, "X");
        assert_eq!(known("FACEBOOK").unwrap().name, "Facebook");
        assert!(known("le forum du quartier").is_none());
        assert!(limits_of("le forum du quartier").text.max > 60_000);
    }
}
