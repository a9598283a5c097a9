//! Posts by their addresses, as the app view shows them, 25 at a time.

use std::collections::{BTreeMap, BTreeSet};

use channels::NetworkError;

use super::pds::Pds;
use super::wire::{Post, Posts};

const BATCH: usize = 25;

/// The posts among these addresses that are still there. One that can't be read is left out.
pub(super) async fn by_uri(
    pds: &Pds<'_>,
    uris: impl IntoIterator<Item = &str>,
) -> Result<BTreeMap<String, Post>, NetworkError> {
    let uris: BTreeSet<&str> = uris.into_iter().filter(|uri| uri.contains(super::POST)).collect();
    let uris: Vec<&str> = uris.into_iter().collect();
    let mut found = BTreeMap::new();
    for batch in uris.chunks(BATCH) {
        let query: Vec<(&str, &str)> = batch.iter().map(|uri| ("uris", *uri)).collect();
        let answer: Posts = pds.get("app.bsky.feed.getPosts", &query).await?;
        let posts = answer.posts.into_iter().filter_map(|post| serde_json::from_value(post).ok());
        found.extend(posts.map(|post: Post| (post.uri.clone(), post)));
    }
    Ok(found)
}
