//! What pages load: the style sheet, the script, the icons, carried in the binary and named by
//! their content, so that browsers keep them for good.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use crate::Refusal;
use crate::route::Routes;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
    address: String,
    tag: String,
}

static BUILT: &[(&str, &[u8])] = {
    // Typed here since arrays of different lengths are of different types.
    const BUILT: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/built.rs"));
    BUILT
};

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let own: [(&str, &[u8]); 3] = [
        ("parvis.css", include_bytes!(concat!(env!("OUT_DIR"), "/parvis.css"))),
        ("favicon.svg", include_bytes!("../assets/favicon.svg")),
        ("parvis.webmanifest", include_bytes!("../assets/parvis.webmanifest")),
    ];
    own.into_iter().chain(BUILT.iter().copied()).map(|(name, bytes)| asset(name, bytes)).collect()
});

fn asset(name: &'static str, bytes: &'static [u8]) -> Asset {
    let hash = hex::encode(&Sha256::digest(bytes)[..8]);
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    };
    let address = format!("/assets/{name}?v={hash}");
    Asset { name, kind, bytes, address, tag: format!("\"{hash}\"") }
}

fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// The address of an asset, named by its content; without its name where it was not built.
pub fn url(name: &str) -> &'static str {
    find(name).map_or("", |asset| &asset.address)
}

/// Whether an asset was there when the program was built.
pub fn has(name: &str) -> bool {
    find(name).is_some()
}

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .public_get("/assets/{name}", show)
        .public_get("/assets/colours/{colours}", colours)
        .public_get("/favicon.ico", favicon)
        .public_get("/sw.js", worker)
        .public_get("/robots.txt", robots)
}

async fn show(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    let asset = find(&name).ok_or(Refusal::NotFound)?;
    Ok(unless_known(&headers, asset.kind, &asset.tag, asset.bytes))
}

async fn favicon(headers: HeaderMap) -> Result<Response, Refusal> {
    show(Path("favicon.svg".to_owned()), headers).await
}

/// What stays awake in a browser to show what is pushed to it. At the root, since it speaks for
/// the whole house; looked at anew each time, since its address never changes.
async fn worker(headers: HeaderMap) -> Result<Response, Refusal> {
    let asset = find("sw.js").ok_or(Refusal::NotFound)?;
    let mut response = unless_known(&headers, asset.kind, &asset.tag, asset.bytes);
    let anew = HeaderValue::from_static("no-cache");
    response.headers_mut().insert(header::CACHE_CONTROL, anew);
    Ok(response)
}

/// Nothing of a house is for search engines.
async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}

/// The colours of brands as a sheet: a pure function of its address, so that no page needs a
/// style of its own. The first colour is the brand's worked in, unless it is `none`.
async fn colours(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    let list = name.strip_suffix(".css").ok_or(Refusal::NotFound)?;
    let mut sheet = String::new();
    for (index, colour) in list.split('-').take(300).enumerate() {
        if index == 0 && colour == "none" {
            continue;
        }
        let ink = ink_on(colour).ok_or(Refusal::NotFound)?;
        let root = if index == 0 { ":root," } else { "" };
        sheet +=
            &format!("{root}[data-colour=\"{colour}\"]{{--brand:#{colour};--brand-ink:{ink}}}\n");
    }
    let tag = format!("\"{}\"", hex::encode(&Sha256::digest(sheet.as_bytes())[..8]));
    Ok(unless_known(&headers, "text/css; charset=utf-8", &tag, sheet.into_bytes()))
}

/// Black or white, whichever is read better on that colour (WCAG's relative luminance).
fn ink_on(colour: &str) -> Option<&'static str> {
    if colour.len() != 6 || !colour.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(colour.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let luminance = 0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?;
    Some(if luminance > 0.179 { "#000" } else { "#fff" })
}

fn unless_known(
    headers: &HeaderMap,
    kind: &'static str,
    tag: &str,
    bytes: impl Into<axum::body::Body>,
) -> Response {
    let known =
        headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let keep = "public, max-age=31536000, immutable";
    let head = [(header::CACHE_CONTROL, keep), (header::ETAG, tag), (header::CONTENT_TYPE, kind)];
    if known {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    (head, bytes.into()).into_response()
}
