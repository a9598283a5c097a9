//! Making sense of what a server gave.

use channels::feeds::{Feed, FeedError, FeedItem};
use feed_rs::model::{Entry, Link, Text};
use feed_rs::parser::{Builder, ParseErrorKind, ParseFeedError};
use jiff::Timestamp;
use platform::outbound::Answer;
use primitives::text::shorten;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};
use url::Url;

use crate::charset;
use crate::html::plain_text;

/// The longest summary kept, in graphemes: it is the matter of a draft, not an archive.
const SUMMARY: usize = 2000;
/// The most items kept of one reading.
const ITEMS: usize = 500;

/// The feed in an answer.
pub(super) fn parse(answer: &Answer) -> Result<Feed, FeedError> {
    let body = in_declared_encoding(answer);
    let parser = Builder::new()
        .base_uri(Some(answer.url.as_str()))
        .sanitize_content(false)
        .id_generator(|links, title, _| key_without_id(links, title.as_ref()))
        .build();
    match parser.parse(body.as_slice()) {
        Ok(feed) => Ok(made(feed, &answer.url)),
        Err(error) if looks_like_a_feed(&body) => {
            Err(FeedError::Malformed { detail: shorten(&error.to_string(), 200).into_owned() })
        }
        Err(ParseFeedError::ParseError(ParseErrorKind::NoFeedRoot)) => Err(FeedError::NotAFeed),
        Err(_) => Err(FeedError::NotAFeed),
    }
}

/// XML says its own encoding; where it does not, the server's word counts.
fn in_declared_encoding(answer: &Answer) -> Vec<u8> {
    let head = String::from_utf8_lossy(&answer.body[..answer.body.len().min(200)]).to_lowercase();
    let mime = answer.header("content-type").unwrap_or_default().to_lowercase();
    let said = mime.contains("charset=") && !mime.contains("utf-8");
    match said && !head.contains("encoding=") && std::str::from_utf8(&answer.body).is_err() {
        true => charset::html(&answer.body, &mime).into_bytes(),
        false => answer.body.to_vec(),
    }
}

/// Whether something that can't be read was meant to be a feed.
fn looks_like_a_feed(body: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&body[..body.len().min(4096)]).to_lowercase();
    ["<rss", "<feed", "<rdf:rdf", "jsonfeed.org/version"].iter().any(|mark| head.contains(mark))
}

fn made(feed: feed_rs::model::Feed, base: &Url) -> Feed {
    let items = feed.entries.into_iter().take(ITEMS).map(|entry| item(entry, base)).collect();
    Feed {
        title: feed.title.map(|title| words(&title.content)).unwrap_or_default(),
        site_url: page_of(&feed.links, base),
        items,
        etag: None,
        last_modified: None,
        moved_to: None,
    }
}

fn item(entry: Entry, base: &Url) -> FeedItem {
    let title = entry.title.as_ref().map(|title| words(&title.content)).unwrap_or_default();
    let told = entry.summary.as_ref().map(|summary| summary.content.clone());
    let told = told.filter(|summary| !summary.trim().is_empty());
    let html = told.or_else(|| entry.content.as_ref().and_then(|content| content.body.clone()));
    let html = html.unwrap_or_default();
    let published = entry.published.or(entry.updated);
    FeedItem {
        link: page_of(&entry.links, base),
        picture_url: picture(&entry, &html, base).or_else(|| {
            let whole = entry.content.as_ref().and_then(|content| content.body.clone());
            picture(&entry, &whole.unwrap_or_default(), base)
        }),
        summary_text: shorten(&plain_text(&html), SUMMARY).into_owned(),
        published_at: published.and_then(|at| Timestamp::from_second(at.timestamp()).ok()),
        key: entry.id,
        title,
    }
}

/// Titles are one line of plain words, whatever markup or entities they were given in.
fn words(text: &str) -> String {
    plain_text(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What an item without an id is known by: its link, else a digest of its title.
fn key_without_id(links: &[Link], title: Option<&Text>) -> String {
    match links.first() {
        Some(link) => link.href.clone(),
        None => {
            let title = title.map(|title| title.content.as_str()).unwrap_or_default();
            format!("sha256:{}", hex::encode(Sha256::digest(title)))
        }
    }
}

/// The page among links: `alternate`, else the first that is neither the feed itself nor a file.
fn page_of(links: &[Link], base: &Url) -> Option<String> {
    let alternate = links.iter().find(|link| link.rel.as_deref() == Some("alternate"));
    let plain = || links.iter().find(|link| link.rel.is_none());
    let any = || {
        let others = ["self", "enclosure", "hub", "next", "replies", "edit", "license"];
        links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| !others.contains(&rel)))
    };
    web_address(&alternate.or_else(plain).or_else(any)?.href, base)
}

fn web_address(href: &str, base: &Url) -> Option<String> {
    let url = base.join(href.trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}

/// The item's own picture, else the first in its words.
fn picture(entry: &Entry, html: &str, base: &Url) -> Option<String> {
    let media = entry.media.iter().find_map(|media| {
        let thumbnail = media.thumbnails.first().map(|thumbnail| thumbnail.image.uri.clone());
        // WordPress says `medium="image"` rather than a type: then the address tells.
        let content = media.content.iter().find(|content| match &content.content_type {
            Some(mime) => mime.ty() == "image",
            None => content.url.as_ref().is_some_and(is_picture),
        });
        thumbnail.or_else(|| content.and_then(|content| content.url.clone()).map(Into::into))
    });
    let enclosure = || {
        let images = entry
            .links
            .iter()
            .find(|link| link.media_type.as_deref().is_some_and(|mime| mime.starts_with("image/")));
        images.map(|link| link.href.clone())
    };
    let in_words = || {
        let selector = Selector::parse("img[src]").ok()?;
        let fragment = Html::parse_fragment(html);
        let image = fragment.select(&selector).next()?;
        image.value().attr("src").map(str::to_owned)
    };
    web_address(&media.or_else(enclosure).or_else(in_words)?, base)
}

/// Whether an address ends as pictures do.
fn is_picture(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "gif", "avif"]
        .iter()
        .any(|kind| path.strip_suffix(kind).is_some_and(|rest| rest.ends_with('.')))
}

/// The feed that a page announces in its head.
pub(super) fn announced(page: &Answer) -> Option<String> {
    let mime = page.header("content-type").unwrap_or_default();
    let document = Html::parse_document(&charset::html(&page.body, mime));
    let selector = Selector::parse("link[rel~='alternate'][href]").ok()?;
    let kinds = ["application/rss+xml", "application/atom+xml", "application/feed+json"];
    let feeds = document.select(&selector).filter(|link| {
        let kind = link.value().attr("type").unwrap_or_default().to_lowercase();
        kinds.contains(&kind.trim())
    });
    let mut feeds: Vec<_> = feeds.filter_map(|link| link.value().attr("href")).collect();
    // Blogs announce their comments too, usually second.
    feeds.sort_by_key(|href| href.contains("comment"));
    web_address(feeds.first()?, &page.url)
}

/// The picture that a page shows of itself when it is shared.
pub(super) fn shared_picture(page: &Answer) -> Option<String> {
    let mime = page.header("content-type").unwrap_or_default();
    let document = Html::parse_document(&charset::html(&page.body, mime));
    let shown =
        ["meta[property='og:image']", "meta[name='twitter:image']"].iter().find_map(|one| {
            let selector = Selector::parse(one).ok()?;
            let content = document.select(&selector).next()?.value().attr("content")?;
            Some(content.to_owned())
        });
    web_address(&shown?, &page.url)
}
