//! The card of a link: its title, description and picture, read from the page itself. Nothing
//! here ever keeps a post from being published.

use std::time::Duration;

use bytes::Bytes;
use channels::Call;
use primitives::text::{shorten, shorten_url};
use scraper::{Html, Selector};
use serde_json::{Value, json};

use super::pds::Pds;
use super::stage;
use crate::charset;

const PATIENCE: Duration = Duration::from_secs(10);
const LARGEST_PAGE: usize = 3_000_000;
/// What the network takes as a card's picture.
const LARGEST_THUMB: usize = 1_000_000;

/// The card of `link`. A page that can't be read gives a bare card, or none when the link is
/// `in_text` anyway.
pub(super) async fn of(call: &Call, pds: &Pds<'_>, link: &str, in_text: bool) -> Option<Value> {
    let page = read(call, link).await;
    if page.is_none() && in_text {
        return None;
    }
    let page = page.unwrap_or_default();
    let title = if page.title.is_empty() { shorten_url(link, 60) } else { page.title };
    let mut external = json!({ "uri": link, "title": shorten(&title, 200),
        "description": shorten(&page.description, 300) });
    if let Some((bytes, mime)) = thumb(call, page.picture.as_deref()).await
        && let Ok(blob) = stage::upload(pds, &bytes, &mime).await
    {
        external["thumb"] = blob;
    }
    Some(json!({ "$type": "app.bsky.embed.external", "external": external }))
}

#[derive(Debug, Default, PartialEq)]
struct Page {
    title: String,
    description: String,
    picture: Option<String>,
}

async fn read(call: &Call, link: &str) -> Option<Page> {
    let request = call.http.get(link).timeout(PATIENCE).max_body(LARGEST_PAGE);
    let answer = request.header("Accept", "text/html").send().await.ok()?;
    let mime = answer.header("content-type").unwrap_or_default().to_owned();
    if !answer.is_success() || !mime.contains("html") {
        return None;
    }
    let mut page = described(&charset::html(&answer.body, &mime));
    page.picture = page.picture.and_then(|picture| Some(answer.url.join(&picture).ok()?.into()));
    (!page.title.is_empty()).then_some(page)
}

fn described(html: &str) -> Page {
    let document = Html::parse_document(html);
    let first = |selectors: &[&str]| {
        selectors.iter().find_map(|selector| {
            let selector = Selector::parse(selector).ok()?;
            let element = document.select(&selector).next()?;
            let words = match element.value().attr("content") {
                Some(content) => content.to_owned(),
                None => element.text().collect(),
            };
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty()).then_some(words)
        })
    };
    Page {
        title: first(&["meta[property='og:title']", "meta[name='twitter:title']", "title"])
            .unwrap_or_default(),
        description: first(&["meta[property='og:description']", "meta[name='description']"])
            .unwrap_or_default(),
        picture: first(&["meta[property='og:image']", "meta[name='twitter:image']"]),
    }
}

async fn thumb(call: &Call, url: Option<&str>) -> Option<(Bytes, String)> {
    let request = call.http.get(url?).timeout(PATIENCE).max_body(LARGEST_THUMB);
    let answer = request.send().await.ok()?;
    let mime = answer.header("content-type")?.split(';').next()?.trim().to_owned();
    let shown = ["image/jpeg", "image/png", "image/webp", "image/gif"].contains(&mime.as_str());
    (answer.is_success() && shown).then_some((answer.body, mime))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_is() {
        let page = described(
            "<html><head><title>Le  four</title><meta name=description content='Du pain'>\
             <meta property='og:image' content='/four.jpg'></head></html>",
        );
        assert_eq!(
            page,
            Page {
                title: "Le four".to_owned(),
                description: "Du pain".to_owned(),
                picture: Some("/four.jpg".to_owned()),
            }
        );
    }
}
