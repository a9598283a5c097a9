//! Figures: what the app view counts. Reach, clicks and impressions are not known here.

use async_trait::async_trait;
use channels::connector::{Measure, RemoteFigures};
use channels::{Call, NetworkError};

use super::pds::Pds;
use super::{Bluesky, posts};

#[async_trait]
impl Measure for Bluesky {
    async fn figures(
        &self,
        call: &Call,
        remote_ids: &[String],
    ) -> Result<Vec<RemoteFigures>, NetworkError> {
        let uris = remote_ids.iter().map(String::as_str);
        let found = posts::by_uri(&Pds::of(call), uris).await?;
        let figures = found.into_values().map(|post| RemoteFigures {
            remote_id: post.uri,
            reactions: post.like_count,
            comments: post.reply_count,
            shares: post.repost_count.map(|reposts| reposts + post.quote_count.unwrap_or(0)),
            saves: post.bookmark_count,
            ..RemoteFigures::default()
        });
        Ok(figures.collect())
    }

    fn gives(&self) -> &'static [&'static str] {
        &["reactions", "comments", "shares", "saves"]
    }
}
