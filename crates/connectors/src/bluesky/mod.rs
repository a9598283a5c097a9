//! Bluesky, on any personal data server (PDS) of its network.

mod card;
mod connect;
mod inbox;
mod measure;
mod moderate;
mod pds;
mod posts;
mod publish;
mod rich_text;
mod stage;
mod tid;
mod wire;

use channels::connector::{Connect, Connector, Inbox, Measure, Network, PreviewStyle, Publish};
use channels::{Limits, Moderate, NetworkError, VideoLimits};
use primitives::text::CountRule;

/// The connector of Bluesky.
#[derive(Debug, Clone)]
pub struct Bluesky {
    /// The server asked who a handle is, and the one that `bsky.social` stands for.
    entry: String,
    /// The directory of `did:plc` identities.
    directory: String,
}

static NETWORK: Network =
    Network { key: "bluesky", name: "Bluesky", icon: "bluesky", preview: PreviewStyle::Bluesky };

impl Default for Bluesky {
    fn default() -> Self {
        Self::with_directories("https://bsky.social", "https://plc.directory")
    }
}

impl Bluesky {
    /// The connector with another entry server and directory: for tests and private networks.
    pub fn with_directories(entry: &str, directory: &str) -> Self {
        Self { entry: entry.to_owned(), directory: directory.to_owned() }
    }
}

impl Connector for Bluesky {
    fn network(&self) -> &'static Network {
        &NETWORK
    }
    fn connect(&self) -> Option<&dyn Connect> {
        Some(self)
    }
    fn publish(&self) -> Option<&dyn Publish> {
        Some(self)
    }
    fn inbox(&self) -> Option<&dyn Inbox> {
        Some(self)
    }
    fn moderate(&self) -> Option<&dyn Moderate> {
        Some(self)
    }
    fn measure(&self) -> Option<&dyn Measure> {
        Some(self)
    }
}

/// What the network takes; it does not say so at run time, its record schemas do.
fn limits() -> Limits {
    Limits {
        images: 4,
        image_bytes: 2_000_000,
        image_side: 2000,
        image_types: ["image/jpeg", "image/png", "image/webp"].map(str::to_owned).to_vec(),
        alt_text: 1000,
        source: "https://docs.bsky.app/docs/api/app-bsky-feed-post".to_owned(),
        learnt_on: "2026-11-22".to_owned(),
        link: channels::LinkPlace::CardUnlessPictures,
        thread: true,
        first_comment: true,
        // The schema takes 100 MB of MP4; its own applications stop at three minutes.
        video: Some(VideoLimits {
            count: 1,
            bytes: 100_000_000,
            seconds: Some(180),
            types: vec!["video/mp4".to_owned()],
        }),
        learnt_as: Limits::UP_TO_DATE,
        ..Limits::of(CountRule::graphemes(300).with_max_bytes(3000))
    }
}

/// The collection that posts are records of.
const POST: &str = "app.bsky.feed.post";

/// The public page of a post.
fn page(who: &str, uri: &str) -> Option<String> {
    let key = uri.rsplit('/').next().filter(|_| uri.contains(POST))?;
    Some(format!("https://bsky.app/profile/{who}/post/{key}"))
}

/// Nothing is kept of the sign-in.
fn signed_out() -> NetworkError {
    NetworkError::Reauthorize { detail: "there are no credentials any more".to_owned() }
}
