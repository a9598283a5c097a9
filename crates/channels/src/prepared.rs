use jiff::{SignedDuration, Timestamp};
use platform::media::Media;
use primitives::Id;
use serde::{Deserialize, Serialize};

use crate::publication::Publication;

/// What is to appear on a channel, before any network's form is given to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The words, as the person wrote them; links, mentions and hashtags are found in them.
    pub text: String,
    /// A link to show as a card, when it is not in the text.
    #[serde(default)]
    pub link: Option<String>,
    /// Pictures, in order.
    #[serde(default)]
    pub media: Vec<AttachedMedia>,
    /// The language of the text, as a BCP 47 tag.
    #[serde(default)]
    pub language: Option<String>,
    /// The message answered. For a part that follows another, it is filled in once that one is
    /// there.
    #[serde(default)]
    pub reply_to: Option<ReplyTarget>,
    /// A question with answers to choose from; the words are the question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub poll: Option<Poll>,
    /// Where a person posts by hand: what follows the words, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thread: Vec<String>,
    /// Where a person posts by hand: our own comment under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_comment: Option<String>,
}

/// The answers that a question offers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// The answers, in order.
    pub choices: Vec<String>,
    /// How long it is open, in minutes.
    pub minutes: u32,
    /// Whether several may be chosen.
    #[serde(default)]
    pub several: bool,
}

/// A picture or a video of a content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttachedMedia {
    /// The picture in the media room.
    pub media: Id<Media>,
    /// Its content hash, by which its bytes are read.
    pub hash: String,
    /// `image/jpeg`, `image/png`…
    pub content_type: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// What it shows, for those who do not see it.
    pub alt_text: String,
    /// Weight in bytes; 0 in what was planned before weights were kept.
    #[serde(default)]
    pub size: i64,
    /// How long a video lasts, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<i64>,
}

impl AttachedMedia {
    /// What the media room keeps, as a content carries it.
    pub fn of(media: &Media, alt_text: String) -> Self {
        Self {
            media: media.id,
            hash: media.hash.clone(),
            content_type: media.content_type.clone(),
            width: media.width,
            height: media.height,
            alt_text,
            size: media.size,
            duration_ms: media.duration_ms,
        }
    }

    /// Whether it is a video.
    pub fn is_video(&self) -> bool {
        self.content_type.starts_with("video/")
    }

    /// Whether it is a picture that may move.
    pub fn is_gif(&self) -> bool {
        self.content_type == "image/gif"
    }
}

/// What a reply answers, as the network names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReplyTarget {
    /// The message answered.
    pub remote_id: String,
    /// The first post of its thread, where the network asks for it.
    #[serde(default)]
    pub root: Option<String>,
    /// The handle of the person answered.
    pub handle: String,
    /// What the network gave with the message and wants back (content ids, visibility).
    #[serde(default)]
    pub data: serde_json::Value,
}

/// What staging came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Staged {
    /// All that the send needs is there: the completed payload.
    Ready(serde_json::Value),
    /// The network is still working on what was uploaded. Staging is asked again, with this
    /// payload, so that nothing is uploaded twice.
    Later {
        /// The payload so far.
        payload: serde_json::Value,
        /// When to ask again.
        after: SignedDuration,
    },
}

/// A frozen publication, as `stage`, `send` and `find` get it: the same at every attempt.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The publication.
    pub publication: Id<Publication>,
    /// What was asked for.
    pub content: Content,
    /// The network's own payload.
    pub payload: serde_json::Value,
    /// The key chosen by `send_key`.
    pub send_key: String,
    /// When it was frozen.
    pub prepared_at: Timestamp,
    /// When the first `send` began, if one has.
    pub sending_since: Option<Timestamp>,
}
