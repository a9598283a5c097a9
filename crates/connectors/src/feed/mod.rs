//! Feeds: RSS, Atom and JSON Feed, and pages that announce one.

mod parse;

use async_trait::async_trait;
use channels::feeds::{Feed, FeedAnswer, FeedError, FeedReader};
use platform::outbound::{Answer, Outbound, OutboundError};

/// The largest feed read, in bytes.
const LARGEST: usize = 10_000_000;

/// What reads feeds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Feeds;

#[async_trait]
impl FeedReader for Feeds {
    async fn read(
        &self,
        http: &Outbound,
        url: &str,
        etag: Option<&str>,
        last_modified: Option<&str>,
    ) -> Result<FeedAnswer, FeedError> {
        let address = address(url);
        let answer = fetch(http, &address, etag, last_modified).await?;
        if answer.status == 304 {
            return Ok(FeedAnswer::NotModified);
        }
        match parse::parse(&answer) {
            Ok(feed) => Ok(FeedAnswer::Feed(Box::new(kept(feed, &answer, url)))),
            Err(FeedError::NotAFeed) => announced(http, &answer, url).await,
            Err(error) => Err(error),
        }
    }

    async fn picture_of(&self, http: &Outbound, page: &str) -> Option<String> {
        let request = http.get(page).header("Accept", "text/html").max_body(LARGEST);
        let answer = request.send().await.ok().filter(Answer::is_success)?;
        parse::shared_picture(&answer)
    }
}

/// What was typed may lack its scheme, or have one that feed readers once made up.
fn address(typed: &str) -> String {
    let typed = typed.trim();
    let bare = ["feed://", "feed:"].iter().find_map(|scheme| typed.strip_prefix(scheme));
    match bare.unwrap_or(typed) {
        bare if bare.contains("://") => bare.to_owned(),
        bare => format!("https://{bare}"),
    }
}

async fn fetch(
    http: &Outbound,
    url: &str,
    etag: Option<&str>,
    last_modified: Option<&str>,
) -> Result<Answer, FeedError> {
    let accepted = "application/rss+xml, application/atom+xml, application/feed+json, \
                    application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    let mut request = http.get(url).header("Accept", accepted).max_body(LARGEST);
    if let Some(etag) = etag {
        request = request.header("If-None-Match", etag);
    }
    if let Some(date) = last_modified {
        request = request.header("If-Modified-Since", date);
    }
    let answer = request.send().await.map_err(trouble)?;
    match answer.status {
        200..300 | 304 => Ok(answer),
        410 => Err(FeedError::Gone),
        429 | 500.. => Err(FeedError::Unreachable { detail: format!("status {}", answer.status) }),
        status => Err(FeedError::Status { status }),
    }
}

fn trouble(error: OutboundError) -> FeedError {
    match error {
        OutboundError::Forbidden { detail } => FeedError::Forbidden { detail },
        // The client's words for a body that is too large.
        OutboundError::NoAnswer { detail } if detail.contains("more than") => {
            FeedError::TooLarge { limit: LARGEST }
        }
        other => FeedError::Unreachable { detail: other.to_string() },
    }
}

/// The feed that a page announces.
async fn announced(http: &Outbound, page: &Answer, typed: &str) -> Result<FeedAnswer, FeedError> {
    let Some(link) = parse::announced(page) else { return Err(FeedError::NotAFeed) };
    let answer = fetch(http, &link, None, None).await?;
    let feed = parse::parse(&answer)?;
    Ok(FeedAnswer::Feed(Box::new(kept(feed, &answer, typed))))
}

/// The feed, with what the next reading gives back.
fn kept(feed: Feed, answer: &Answer, typed: &str) -> Feed {
    let header = |name: &str| answer.header(name).map(str::to_owned);
    let read_at = answer.url.as_str();
    let moved = read_at.trim_end_matches('/') != typed.trim().trim_end_matches('/');
    Feed {
        etag: header("etag"),
        last_modified: header("last-modified"),
        moved_to: moved.then(|| read_at.to_owned()),
        ..feed
    }
}
