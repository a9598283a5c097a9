//! A measured post: one piece on one network whose figures are known.

pub(crate) mod store;

use channels::{Channel, Content, Publication};
use database::text_enum;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use platform::Brand;
use primitives::Id;

use crate::insights::Import;
use crate::statistics::PostFigures;

/// One piece on one network, published by Parvis or brought by an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasuredPost {
    /// Its id.
    pub id: Id<MeasuredPost>,
    /// The brand whose it is.
    pub brand: Id<Brand>,
    /// The channel it is on, where it is one of the brand's.
    pub channel: Option<Id<Channel>>,
    /// The publication that put it there, if Parvis did.
    pub publication: Option<Id<Publication>>,
    /// The import that brought it first, if one did.
    pub import: Option<Id<Import>>,
    /// The network's key.
    pub network: String,
    /// The server it is on, where a network has several; empty for imports without a channel.
    pub account: String,
    /// Its id at the network, or what stands for it in an export without ids.
    pub remote_id: String,
    /// Its public address.
    pub url: Option<String>,
    /// Its words; may be empty.
    pub text: String,
    /// What it is made of.
    pub format: Format,
    /// What it is about, where an export says.
    pub topic: Option<String>,
    /// Whether reach was bought for it, where that is known.
    pub paid: Option<bool>,
    /// When it was published, where that is known.
    pub published_at: Option<Timestamp>,
    /// Where that falls in the brand's calendar.
    pub placed: Placed,
    /// Followers of the account when it was published.
    pub followers: Option<i64>,
    /// When its figures will be read next; `None` when they are not followed any more.
    pub due_at: Option<Timestamp>,
    /// When its figures were last read.
    pub read_at: Option<Timestamp>,
    /// When the network was first seen without it.
    pub gone_at: Option<Timestamp>,
    /// What went wrong at the last reading, by key: `retry`, `rate_limited`, `reauthorize`,
    /// `rejected`, `unsupported`.
    pub trouble: Option<String>,
}

text_enum! {
    /// What a post is made of.
    pub enum Format {
        /// Words alone.
        Text => "text",
        /// A link.
        Link => "link",
        /// One picture.
        Picture => "picture",
        /// Several pictures.
        Pictures => "pictures",
        /// A video.
        Video => "video",
        /// Something else (a poll, a document).
        Other => "other",
        /// The export does not say.
        Unknown => "unknown",
    }
}

text_enum! {
    /// Where figures come from.
    pub enum FigureSource {
        /// Read from the network by Parvis.
        Network => "network",
        /// Brought by an import of an export.
        Import => "import",
    }
}

/// Where a post falls in the brand's calendar, as far as that is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Placed {
    /// Month, 1 to 12.
    pub month: Option<i64>,
    /// Day of the week, 1 for Monday to 7 for Sunday.
    pub weekday: Option<i64>,
    /// Hour, 0 to 23.
    pub hour: Option<i64>,
}

/// The figures of a measured post at one instant. `figures.followers` is always that at
/// publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// When they were read, or imported.
    pub at: Timestamp,
    /// Where they come from.
    pub source: FigureSource,
    /// The figures.
    pub figures: PostFigures,
}

impl Placed {
    /// Where an instant falls in a zone.
    #[must_use]
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        let local = at.to_zoned(zone.clone());
        Self {
            month: Some(i64::from(local.month())),
            weekday: Some(i64::from(local.weekday().to_monday_one_offset())),
            hour: Some(i64::from(local.hour())),
        }
    }
}

impl Format {
    /// What a content of Parvis is made of.
    #[must_use]
    pub fn of_content(content: &Content) -> Self {
        let is_video = |kind: &str| kind.starts_with("video/");
        match content.media.as_slice() {
            media if media.iter().any(|one| is_video(&one.content_type)) => Self::Video,
            [_] => Self::Picture,
            [_, _, ..] => Self::Pictures,
            [] if content.link.is_some() || has_link(&content.text) => Self::Link,
            [] => Self::Text,
        }
    }
}

fn has_link(text: &str) -> bool {
    text.contains("https://") || text.contains("http://")
}
