//! Reading feeds (RSS, Atom, JSON Feed): what their items say, to make drafts of them.

use async_trait::async_trait;
use jiff::Timestamp;
use platform::outbound::Outbound;
use serde::{Deserialize, Serialize};

/// Reads feeds; implemented by `connectors`.
#[async_trait]
pub trait FeedReader: Send + Sync {
    /// Reads the feed at `url`. `etag` and `last_modified` are what the last reading gave: a
    /// feed that has not changed since costs nothing. The address of a page that announces a
    /// feed is followed to it.
    async fn read(
        &self,
        http: &Outbound,
        url: &str,
        etag: Option<&str>,
        last_modified: Option<&str>,
    ) -> Result<FeedAnswer, FeedError>;

    /// The picture that a page shows of itself when it is shared (`og:image`), where it has one.
    async fn picture_of(&self, http: &Outbound, page: &str) -> Option<String>;
}

/// What reading a feed gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeedAnswer {
    /// Nothing new since the last reading.
    NotModified,
    /// The feed as it is now.
    Feed(Box<Feed>),
}

/// A feed as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// Its title, as plain text; empty where it has none.
    pub title: String,
    /// The site's page.
    pub site_url: Option<String>,
    /// Its items, in the feed's order.
    pub items: Vec<FeedItem>,
    /// To give back at the next reading.
    pub etag: Option<String>,
    /// To give back at the next reading.
    pub last_modified: Option<String>,
    /// Where the feed really is, when that is not the address given (a redirect, or the feed of
    /// a page): what to keep from now on.
    pub moved_to: Option<String>,
}

/// An item of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedItem {
    /// What it is known by: the same at every reading, even when its title is corrected.
    pub key: String,
    /// Its title, as plain text; empty where it has none.
    pub title: String,
    /// Its page.
    pub link: Option<String>,
    /// Its summary (or its beginning), as plain text.
    pub summary_text: String,
    /// A picture that goes with it.
    pub picture_url: Option<String>,
    /// When it says it was published.
    pub published_at: Option<Timestamp>,
}

/// Why a feed could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedError {
    /// The server could not be reached, or is unwell: passing trouble.
    #[error("the server of the feed can't be reached: {detail}")]
    Unreachable {
        /// What was seen.
        detail: String,
    },
    /// The address is refused: not http(s), or a private network.
    #[error("the address is refused: {detail}")]
    Forbidden {
        /// What was refused.
        detail: String,
    },
    /// The server answers with an error.
    #[error("the server answers {status}")]
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// The feed is gone for good (410): stop reading it.
    #[error("the feed is gone for good")]
    Gone,
    /// The feed is larger than what is read.
    #[error("the feed is larger than {limit} bytes")]
    TooLarge {
        /// The most bytes read.
        limit: usize,
    },
    /// Neither a feed nor a page that announces one.
    #[error("this is neither a feed nor a page that announces one")]
    NotAFeed,
    /// A feed that can't be read: cut, or against its own rules.
    #[error("the feed is damaged: {detail}")]
    Malformed {
        /// What was wrong.
        detail: String,
    },
}
