//! Reading feeds, sound and broken, from a server on the loopback address.
#![allow(clippy::unwrap_used, reason = "a test that can't go on fails")]

use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path as At, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use channels::feeds::{Feed, FeedAnswer, FeedError};
use platform::outbound::{Outbound, OutboundSettings};

#[path = "support/mod.rs"]
mod support;

/// What the server gives, by path: content type and bytes.
type Pages = &'static [(&'static str, &'static str, &'static [u8])];

async fn page(State(pages): State<Pages>, At(path): At<String>, headers: HeaderMap) -> Response {
    match path.as_str() {
        "gone" => return StatusCode::GONE.into_response(),
        "unwell" => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        "moved" => return (StatusCode::FOUND, [(header::LOCATION, "/rss")]).into_response(),
        "huge" => return vec![b' '; 11_000_000].into_response(),
        _ => {}
    }
    let Some((_, kind, body)) = pages.iter().find(|(name, ..)| *name == path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if headers.get(header::IF_NONE_MATCH).is_some_and(|etag| etag == "\"one\"") {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    ([(header::CONTENT_TYPE, *kind), (header::ETAG, "\"one\"")], *body).into_response()
}

async fn serve(pages: Pages) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = Router::new().route("/{path}", get(page)).with_state(pages);
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn read(url: &str, path: &str) -> Result<Feed, FeedError> {
    let http = support::http(Duration::from_secs(5));
    let reader = connectors::feed_reader();
    match reader.read(&http, &format!("{url}/{path}"), None, None).await? {
        FeedAnswer::Feed(feed) => Ok(*feed),
        FeedAnswer::NotModified => panic!("nothing was read before"),
    }
}

const RSS: &[u8] = br#"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
<title>La gazette &amp; le four</title><link>https://four.example/</link>
<item><title>Tourte &lt;b&gt;d'hiver&lt;/b&gt;</title><link>/tourte</link><guid isPermaLink="false">four-1</guid>
<pubDate>Sun, 22 Nov 2026 09:00:00 +0100</pubDate>
<description>&lt;p&gt;Au &lt;em&gt;levain&lt;/em&gt;.&lt;/p&gt;&lt;p&gt;Et au four.&lt;/p&gt;&lt;img src="/tourte.jpg"&gt;</description></item>
<item><title>Sans identifiant</title><link>https://four.example/deux</link></item>
<item><title>Sans lien</title></item></channel></rss>"#;

/// As WordPress writes it, with a plug-in for featured pictures, and without.
const WORDPRESS: &[u8] = br#"<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Le carnet</title><link>https://four.example/</link><generator>https://wordpress.org/?v=6.8</generator>
<item><title>Le levain</title><link>https://four.example/levain/</link><guid isPermaLink="false">https://four.example/?p=1</guid>
<description><![CDATA[<p>Quand il fait froid.</p>]]></description>
<media:content url="https://four.example/wp-content/uploads/levain.jpg" medium="image"><media:title>Levain</media:title></media:content></item>
<item><title>La farine</title><link>https://four.example/farine/</link><guid isPermaLink="false">https://four.example/?p=2</guid>
<description><![CDATA[<p>Douze kilom&#232;tres. [&#8230;]</p>]]></description>
<content:encoded><![CDATA[<figure class="wp-block-image"><img src="https://four.example/wp-content/uploads/farine.webp" alt=""/></figure>
<p>Douze kilom&#232;tres.</p>]]></content:encoded></item></channel></rss>"#;

const ATOM: &[u8] = br#"<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Atome</title>
<id>urn:four</id><updated>2026-11-22T09:00:00Z</updated><link rel="self" href="http://x.example/feed"/>
<link rel="alternate" href="https://four.example/"/>
<entry><id>urn:four:1</id><title type="html">Un &amp;amp; deux</title><updated>2026-11-22T09:00:00Z</updated>
<link rel="alternate" href="https://four.example/un"/><summary>En bref</summary></entry></feed>"#;

const JSON: &[u8] = br#"{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":
"https://four.example/","items":[{"id":"j1","url":"https://four.example/j1","content_html":"<p>Oui</p>",
"image":"https://four.example/j1.png","date_published":"2026-11-22T09:00:00Z"}]}"#;

const LATIN: &[u8] =
    b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss version=\"2.0\"><channel>\
<title>\xc9t\xe9</title><item><guid>1</guid><title>\xe0 la cr\xe8me</title></item></channel></rss>";

const LATIN_BY_HEADER: &[u8] =
    b"<rss version=\"2.0\"><channel><title>\xc9t\xe9</title></channel></rss>";

const HTML: &[u8] = br#"<!doctype html><html><head><title>Le four</title>
<link rel="alternate" type="application/rss+xml" href="/comments-feed" title="Commentaires">
<link rel="alternate" type="application/rss+xml" href="/rss" title="Articles"></head><body>Du pain</body></html>"#;

static PAGES: Pages = &[
    ("rss", "application/rss+xml", RSS),
    ("wordpress", "application/rss+xml", WORDPRESS),
    ("atom", "application/atom+xml", ATOM),
    ("json", "application/feed+json", JSON),
    ("latin", "text/xml", LATIN),
    ("latin-by-header", "text/xml; charset=iso-8859-1", LATIN_BY_HEADER),
    ("page", "text/html", HTML),
    ("plain-page", "text/html", b"<html><body>Rien</body></html>"),
    ("cut", "application/rss+xml", b"<rss version=\"2.0\"><channel><title>A</title><item><ti"),
    (
        "wrong-json",
        "application/json",
        b"{\"version\": \"https://jsonfeed.org/version/1\", \"items\": 3}",
    ),
    ("picture", "image/png", b"\x89PNG\r\n\x1a\n\x00\x00"),
    ("empty", "text/xml", b""),
];

#[tokio::test]
async fn rss_is_read_with_stable_keys_and_plain_words() {
    let url = serve(PAGES).await;
    let feed = read(&url, "rss").await.unwrap();
    assert_eq!(feed.title, "La gazette & le four");
    assert_eq!(feed.site_url.as_deref(), Some("https://four.example/"));
    let tourte = &feed.items[0];
    assert_eq!((tourte.key.as_str(), tourte.title.as_str()), ("four-1", "Tourte d'hiver"));
    assert_eq!(tourte.summary_text, "Au levain.\n\nEt au four.");
    assert_eq!(tourte.published_at.unwrap().to_string(), "2026-11-22T08:00:00Z");
    assert_eq!(tourte.picture_url, Some(format!("{url}/tourte.jpg")));
    assert_eq!(feed.items[1].key, "https://four.example/deux");
    assert!(feed.items[2].key.starts_with("sha256:"));
    assert_eq!(feed.items[2].link, None);
    assert_eq!(feed.moved_to, None);
    assert_eq!(read(&url, "rss").await.unwrap(), feed);
}

#[tokio::test]
async fn the_pictures_of_a_wordpress_blog_come_from_its_media_or_its_words() {
    let url = serve(PAGES).await;
    let feed = read(&url, "wordpress").await.unwrap();
    let pictures: Vec<_> = feed.items.iter().map(|item| item.picture_url.as_deref()).collect();
    let uploads = "https://four.example/wp-content/uploads";
    let expected = [format!("{uploads}/levain.jpg"), format!("{uploads}/farine.webp")];
    assert_eq!(pictures, [Some(expected[0].as_str()), Some(expected[1].as_str())]);
    assert_eq!(feed.items[0].summary_text, "Quand il fait froid.");
}

#[tokio::test]
async fn atom_and_json_feeds_are_read_too() {
    let url = serve(PAGES).await;
    let atom = read(&url, "atom").await.unwrap();
    assert_eq!(atom.items[0].key, "urn:four:1");
    assert_eq!(atom.items[0].title, "Un & deux");
    assert_eq!(atom.items[0].link.as_deref(), Some("https://four.example/un"));
    assert_eq!(atom.items[0].summary_text, "En bref");
    let json = read(&url, "json").await.unwrap();
    assert_eq!((json.items[0].key.as_str(), json.items[0].summary_text.as_str()), ("j1", "Oui"));
    assert_eq!(json.items[0].link.as_deref(), Some("https://four.example/j1"));
}

#[tokio::test]
async fn declared_encodings_are_honoured() {
    let url = serve(PAGES).await;
    let feed = read(&url, "latin").await.unwrap();
    assert_eq!((feed.title.as_str(), feed.items[0].title.as_str()), ("Été", "à la crème"));
    assert_eq!(read(&url, "latin-by-header").await.unwrap().title, "Été");
}

#[tokio::test]
async fn a_page_leads_to_the_feed_it_announces() {
    let url = serve(PAGES).await;
    let feed = read(&url, "page").await.unwrap();
    assert_eq!(feed.title, "La gazette & le four");
    assert_eq!(feed.moved_to, Some(format!("{url}/rss")));
    let moved = read(&url, "moved").await.unwrap();
    assert_eq!(moved.moved_to, Some(format!("{url}/rss")));
}

#[tokio::test]
async fn what_has_not_changed_costs_nothing() {
    let url = serve(PAGES).await;
    let http = support::http(Duration::from_secs(5));
    let etag = read(&url, "rss").await.unwrap().etag;
    assert_eq!(etag.as_deref(), Some("\"one\""));
    let reader = connectors::feed_reader();
    let again = reader.read(&http, &format!("{url}/rss"), etag.as_deref(), None).await;
    assert_eq!(again, Ok(FeedAnswer::NotModified));
}

#[tokio::test]
async fn each_trouble_has_its_name() {
    let url = serve(PAGES).await;
    for (path, expected) in [
        ("gone", FeedError::Gone),
        ("absent", FeedError::Status { status: 404 }),
        ("plain-page", FeedError::NotAFeed),
        ("picture", FeedError::NotAFeed),
        ("empty", FeedError::NotAFeed),
        ("huge", FeedError::TooLarge { limit: 10_000_000 }),
    ] {
        assert_eq!(read(&url, path).await, Err(expected), "{path}");
    }
    assert!(matches!(read(&url, "unwell").await, Err(FeedError::Unreachable { .. })));
    for path in ["cut", "wrong-json"] {
        let read = read(&url, path).await;
        assert!(matches!(read, Err(FeedError::Malformed { .. })), "{path}: {read:?}");
    }
    let nowhere = read("http://127.0.0.1:9", "rss").await;
    assert!(matches!(nowhere, Err(FeedError::Unreachable { .. })), "{nowhere:?}");
}

#[tokio::test]
async fn a_private_address_is_refused() {
    let http = Outbound::new(OutboundSettings::default()).unwrap();
    let reader = connectors::feed_reader();
    let read = reader.read(&http, "http://127.0.0.1:9/rss", None, None).await;
    assert!(matches!(read, Err(FeedError::Forbidden { .. })), "{read:?}");
}

/// Every feed of a folder given by `PARVIS_TEST_FEEDS`: each is read or refused, never worse, and
/// the same twice.
#[tokio::test]
async fn a_folder_of_real_feeds_is_read_without_surprise() {
    let Ok(folder) = std::env::var("PARVIS_TEST_FEEDS") else { return };
    let mut pages = Vec::new();
    collect(Path::new(&folder), &mut pages);
    assert!(!pages.is_empty(), "no feed in {folder}");
    let names: Vec<String> = pages.iter().map(|(name, ..)| (*name).to_owned()).collect();
    let url = serve(pages.leak()).await;
    let (mut feeds, mut items) = (0, 0);
    for name in names {
        match read(&url, &name).await {
            Ok(feed) => {
                feeds += 1;
                items += feed.items.len();
                let again = read(&url, &name).await.unwrap();
                assert_eq!(again.items, feed.items, "{name}");
                assert!(feed.items.iter().all(|item| !item.key.is_empty()), "{name}");
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
    println!("{feeds} feeds read, {items} items");
    assert!(feeds > 50, "only {feeds} feeds could be read");
}

fn collect(folder: &Path, pages: &mut Vec<(&'static str, &'static str, &'static [u8])>) {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            collect(&path, pages);
        } else if !name.ends_with(".serde.json") {
            let bytes = std::fs::read(&path).unwrap();
            pages.push((name.leak(), "application/xml", bytes.leak()));
        }
    }
}
