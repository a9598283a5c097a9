//! What networks are good for, as data: what advice is drawn from where the brand's own figures
//! say nothing yet.
//!
//! Limits are those of the networks' own documents (November 2026); whom a network reaches and
//! what it is good for is how the trade uses it, and is said to be so on screen. Where the
//! brand has a channel, its own limits count, not these.

use strategy::Format;

use super::piece::{Audience, Objective};

/// What a network is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Character {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How long a text may be, in characters.
    pub most_text: u64,
    /// Whether short news is at home there.
    pub brief: bool,
    /// Whether long texts are read there.
    pub long: bool,
    /// What a post can't do without.
    pub needs: Needs,
    /// What becomes of a link.
    pub link: LinkUse,
    /// Formats that are at home there, the best first.
    pub formats: &'static [Format],
    /// Whom it reaches best.
    pub audience: &'static [Audience],
    /// What it brings best.
    pub objectives: &'static [Objective],
    /// Whether news is read within the hour.
    pub live: bool,
    /// Whether pieces are still found months later.
    pub lasting: bool,
    /// The shape that fills the screen there.
    pub ratio: Option<Ratio>,
    /// Whether a text that is too long may go on in a thread.
    pub threads: bool,
}

/// What a post can't do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Words are enough.
    Nothing,
    /// A picture or a video.
    Picture,
    /// A video.
    Video,
}

/// What becomes of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkUse {
    /// It can be followed.
    Followed,
    /// It can't be followed from the text.
    NotFollowed,
}

/// A shape of picture: width to height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

const fn ratio(width: u32, height: u32) -> Option<Ratio> {
    Some(Ratio { width, height })
}

use Audience::{Customers, Local, Members, Professionals, Young};
use Format::{Carousel, Gif, Image, Link, Poll, Text, Thread, Video};
use Objective::{Awareness, Contribution, Conversation, Feedback, Help, Loyalty, Sales, Traffic};

const PLAIN: Character = Character {
    key: "",
    name: "",
    most_text: 0,
    brief: false,
    long: false,
    needs: Needs::Nothing,
    link: LinkUse::Followed,
    formats: &[],
    audience: &[],
    objectives: &[],
    live: false,
    lasting: false,
    ratio: None,
    threads: false,
};

/// Every network known to advice.
pub static NETWORKS: &[Character] = &[
    Character {
        key: "bluesky",
        name: "Bluesky",
        most_text: 300,
        brief: true,
        formats: &[Text, Image, Thread, Link, Video, Carousel],
        audience: &[Customers, Members],
        objectives: &[Conversation, Awareness, Help],
        live: true,
        threads: true,
        ..PLAIN
    },
    Character {
        key: "mastodon",
        name: "Mastodon",
        most_text: 500,
        brief: true,
        formats: &[Text, Image, Poll, Link, Thread, Carousel, Gif, Video],
        audience: &[Members, Customers],
        objectives: &[Conversation, Help, Feedback],
        live: true,
        threads: true,
        ..PLAIN
    },
    Character {
        key: "x",
        name: "X",
        most_text: 280,
        brief: true,
        formats: &[Text, Image, Video, Poll, Gif, Link, Thread, Carousel],
        audience: &[Customers, Professionals],
        objectives: &[Awareness, Conversation, Help],
        live: true,
        threads: true,
        ..PLAIN
    },
    Character {
        key: "threads",
        name: "Threads",
        most_text: 500,
        brief: true,
        formats: &[Text, Image, Video, Carousel, Link, Thread],
        audience: &[Customers, Young],
        objectives: &[Conversation, Awareness],
        live: true,
        threads: true,
        ..PLAIN
    },
    Character {
        key: "facebook",
        name: "Facebook",
        most_text: 63_206,
        long: true,
        formats: &[Image, Video, Carousel, Link, Text, Gif],
        audience: &[Customers, Local, Members],
        objectives: &[Loyalty, Conversation, Sales, Traffic, Contribution, Feedback],
        ratio: ratio(4, 5),
        ..PLAIN
    },
    Character {
        key: "instagram",
        name: "Instagram",
        most_text: 2_200,
        needs: Needs::Picture,
        link: LinkUse::NotFollowed,
        formats: &[Carousel, Video, Image],
        audience: &[Customers, Young, Local],
        objectives: &[Awareness, Sales, Loyalty, Contribution],
        ratio: ratio(4, 5),
        ..PLAIN
    },
    Character {
        key: "linkedin",
        name: "LinkedIn",
        most_text: 3_000,
        long: true,
        formats: &[Carousel, Image, Text, Video, Link, Poll],
        audience: &[Professionals],
        objectives: &[Awareness, Traffic, Conversation, Feedback],
        ratio: ratio(4, 5),
        ..PLAIN
    },
    Character {
        key: "tiktok",
        name: "TikTok",
        most_text: 2_200,
        needs: Needs::Picture,
        link: LinkUse::NotFollowed,
        formats: &[Video, Carousel],
        audience: &[Young, Customers],
        objectives: &[Awareness, Contribution],
        ratio: ratio(9, 16),
        ..PLAIN
    },
    Character {
        key: "youtube",
        name: "YouTube",
        most_text: 5_000,
        needs: Needs::Video,
        formats: &[Video],
        audience: &[Customers, Young, Professionals],
        objectives: &[Help, Awareness, Traffic],
        lasting: true,
        ratio: ratio(16, 9),
        ..PLAIN
    },
    Character {
        key: "pinterest",
        name: "Pinterest",
        most_text: 800,
        needs: Needs::Picture,
        formats: &[Image, Video, Carousel],
        audience: &[Customers],
        objectives: &[Traffic, Sales],
        lasting: true,
        ratio: ratio(2, 3),
        ..PLAIN
    },
    Character {
        key: "wordpress",
        name: "WordPress",
        most_text: 100_000,
        long: true,
        formats: &[Text, Image, Video, Carousel, Link],
        audience: &[Customers, Professionals],
        objectives: &[Traffic, Help, Sales],
        lasting: true,
        ..PLAIN
    },
    Character {
        key: "google",
        name: "Google",
        most_text: 1_500,
        brief: true,
        formats: &[Image, Text, Link],
        audience: &[Local],
        objectives: &[Sales, Traffic],
        ratio: ratio(4, 3),
        ..PLAIN
    },
    Character {
        key: "telegram",
        name: "Telegram",
        most_text: 4_096,
        brief: true,
        long: true,
        formats: &[Text, Image, Video, Carousel, Gif, Link],
        audience: &[Members],
        objectives: &[Loyalty, Help],
        live: true,
        ..PLAIN
    },
    Character {
        key: "discord",
        name: "Discord",
        most_text: 2_000,
        brief: true,
        formats: &[Text, Image, Gif, Video, Link, Carousel],
        audience: &[Members, Young],
        objectives: &[Conversation, Loyalty, Help, Feedback, Contribution],
        live: true,
        ..PLAIN
    },
    Character {
        key: "reddit",
        name: "Reddit",
        most_text: 40_000,
        long: true,
        formats: &[Text, Image, Link, Video, Carousel],
        audience: &[Members, Young],
        objectives: &[Conversation, Feedback, Help],
        lasting: true,
        ..PLAIN
    },
];

/// The character of a network, by key; assisted Google channels go by several names.
#[must_use]
pub fn character(key: &str) -> Option<&'static Character> {
    let google = key.starts_with("google-") || key.ends_with("-google");
    let key = if google { "google" } else { key };
    NETWORKS.iter().find(|one| one.key == key)
}
