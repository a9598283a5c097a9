//! Who asks: read once for each request, before any handler.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, header};
use platform::{Secret, Session, Teammate};
use primitives::Language;

use super::{csrf, refusals};
use crate::flash::{self, Flash};
use crate::frame::Frame;
use crate::words::Words;
use crate::{House, Refusal};

/// The cookie of a session.
pub const SESSION_COOKIE: &str = "parvis_session";
/// What the forms of those who are not signed in are compared with.
const VISIT_COOKIE: &str = "parvis_visit";
/// The language chosen by someone who is not signed in.
pub const LANGUAGE_COOKIE: &str = "parvis_language";
/// The brand last worked in, by its slug.
const BRAND_COOKIE: &str = "parvis_brand";

/// Who asks.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Their session and account, if they are signed in or half-way to it.
    pub session: Option<(Session, Teammate)>,
    /// Their language: of their account, else chosen, else of their browser.
    pub language: Language,
    /// What forms must carry.
    pub csrf: String,
    /// What was just done.
    pub flash: Option<Flash>,
    /// Where the request comes from.
    pub address: IpAddr,
    /// What their browser calls itself.
    pub device: String,
    /// The brand last worked in.
    pub last_brand: Option<String>,
    /// The path and query asked for, if a `GET`; else `/`.
    pub asked: String,
}

impl Visitor {
    /// The frame of a page outside any brand, for someone signed in or not.
    pub fn frame(&self, house: &House) -> Frame {
        let words = Words::new(self.language).at(house.ambient().now());
        let mut frame = Frame::outside(words, self.csrf.clone());
        frame.flash = self.flash.clone();
        if let Some((_, teammate)) = &self.session {
            frame.theme = teammate.theme;
        }
        frame
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let visitor = parts.extensions.get::<Visitor>().cloned();
        visitor.ok_or_else(|| Refusal::fault("a route is outside of the visit layer"))
    }
}

/// The layer: reads who asks, refuses forms that are not ours, and turns refusals into pages.
pub async fn visit(State(house): State<House>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/api/") || path.starts_with("/assets/") {
        return next.run(request).await;
    }
    let cookies = Cookies::of(request.headers());
    let slug = path.strip_prefix("/b/").and_then(|rest| rest.split('/').next()).map(str::to_owned);
    let (parts, body) = request.into_parts();
    let (mut visitor, new_visit) = match read(&house, &parts, &cookies).await {
        Ok(visitor) => visitor,
        Err(refusal) => {
            let language = browser_language(&parts.headers, &cookies);
            let words = Words::new(language).at(house.ambient().now());
            let frame = Frame::outside(words, String::new());
            return refusals::page(&frame, refusal.into_response());
        }
    };
    let request = Request::from_parts(parts, body);
    let request = if is_safe(request.method()) {
        Ok(request)
    } else {
        visitor.flash = None;
        csrf::check(&house, &visitor, request).await
    };
    let response = match request {
        Ok(mut request) => {
            request.extensions_mut().insert(visitor.clone());
            next.run(request).await
        }
        Err(refusal) => refusal.into_response(),
    };
    let mut response = refusals::page(&visitor.frame(&house), response);
    set_cookies(&house, &visitor, new_visit, slug, &mut response);
    response
}

/// Whether a method changes nothing.
fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

async fn read(
    house: &House,
    request: &Parts,
    cookies: &Cookies,
) -> Result<(Visitor, bool), Refusal> {
    let session = match cookies.get(SESSION_COOKIE) {
        Some(token) => session(house, token).await?,
        None => None,
    };
    let known = cookies.get(VISIT_COOKIE).filter(|token| token.len() >= 22);
    let csrf = match (&session, known) {
        (Some((session, _)), _) => session.csrf_token.clone(),
        (None, Some(known)) => known.to_owned(),
        (None, None) => {
            let mut bytes = [0; 24];
            house.ambient().fill(&mut bytes);
            URL_SAFE_NO_PAD.encode(bytes)
        }
    };
    let new_visit = session.is_none() && known.is_none();
    let headers = &request.headers;
    let language = match &session {
        Some((_, teammate)) => teammate.language,
        None => browser_language(headers, cookies),
    };
    let device = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let asked = (request.method == Method::GET)
        .then(|| request.uri.path_and_query().map(ToString::to_string))
        .flatten();
    let visitor = Visitor {
        session,
        language,
        csrf,
        flash: cookies.get(flash::COOKIE).and_then(Flash::from_cookie),
        address: address(house, request),
        device: device.unwrap_or_default().to_owned(),
        last_brand: cookies.get(BRAND_COOKIE).map(str::to_owned),
        asked: asked.unwrap_or_else(|| "/".to_owned()),
    };
    Ok((visitor, new_visit))
}

async fn session(house: &House, token: &str) -> Result<Option<(Session, Teammate)>, Refusal> {
    let mut tx = house.database().read().await?;
    let found = Session::load(&Secret::received(token), &mut tx).await?;
    let now = tx.now();
    drop(tx);
    if let Some((session, _)) = &found
        && session.is_to_be_touched(now)
    {
        let mut tx = house.database().begin().await?;
        session.touch(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(found)
}

fn browser_language(headers: &HeaderMap, cookies: &Cookies) -> Language {
    if let Some(Ok(chosen)) = cookies.get(LANGUAGE_COOKIE).map(str::parse) {
        return chosen;
    }
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::preferred(accepted.unwrap_or_default())
}

/// Where a request comes from: the connection, or the last hop that a trusted proxy noted.
fn address(house: &House, request: &Parts) -> IpAddr {
    if house.settings.trust_proxy
        && let Some(hops) = request.headers.get("x-forwarded-for")
        && let Some(hop) = hops.to_str().ok().and_then(|hops| hops.rsplit(',').next())
        && let Ok(address) = hop.trim().parse()
    {
        return address;
    }
    let connection = request.extensions.get::<ConnectInfo<SocketAddr>>();
    connection.map_or(Ipv4Addr::LOCALHOST.into(), |info| info.0.ip())
}

fn set_cookies(
    house: &House,
    visitor: &Visitor,
    new_visit: bool,
    slug: Option<String>,
    response: &mut Response,
) {
    let page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !page {
        return;
    }
    if !response.headers().contains_key(header::CACHE_CONTROL) {
        let private = HeaderValue::from_static("no-store");
        response.headers_mut().insert(header::CACHE_CONTROL, private);
    }
    if new_visit {
        set_cookie(house, response, VISIT_COOKIE, &visitor.csrf, Some(86_400));
    }
    if visitor.flash.is_some() {
        set_cookie(house, response, flash::COOKIE, "", Some(0));
    }
    if let Some(slug) = slug
        && response.status().is_success()
        && visitor.last_brand.as_ref() != Some(&slug)
    {
        set_cookie(house, response, BRAND_COOKIE, &slug, Some(365 * 86_400));
    }
}

/// Sets a cookie that scripts can't read and other sites can't send; ends it with `Some(0)`.
pub fn set_cookie(
    house: &House,
    response: &mut Response,
    name: &str,
    value: &str,
    seconds: Option<u32>,
) {
    let mut cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax");
    if let Some(seconds) = seconds {
        cookie += &format!("; Max-Age={seconds}");
    }
    if house.settings.secure_cookies {
        cookie += "; Secure";
    }
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The cookies of a request.
struct Cookies(Vec<(String, String)>);

impl Cookies {
    fn of(headers: &HeaderMap) -> Self {
        let mut all = Vec::new();
        for line in headers.get_all(header::COOKIE) {
            for pair in line.to_str().unwrap_or_default().split(';') {
                if let Some((name, value)) = pair.trim().split_once('=') {
                    all.push((name.to_owned(), value.to_owned()));
                }
            }
        }
        Self(all)
    }

    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }
}
