use jiff::Timestamp;
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
    /// The message answered.
    #[serde(default)]
    pub reply_to: Option<ReplyTarget>,
}

/// A picture of a content.
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
