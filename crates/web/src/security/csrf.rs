//! Whether what changes something comes from our own pages: the browser says so (`Sec-Fetch-Site`,
//! `Origin`) and the form carries what only our pages know.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use bytes::{Bytes, BytesMut};
use futures_util::{StreamExt, stream};
use http::{HeaderMap, Uri, header};

use super::Visitor;
use crate::form::Form;
use crate::route::LARGEST_FORM;
use crate::{House, Refusal};

/// Where the token of a multipart form must be: among its first bytes, in its first part.
const FIRST_PART: usize = 8 * 1024;

/// Gives the request back, its body unread, if it is ours.
pub(super) async fn check(
    house: &House,
    visitor: &Visitor,
    request: Request,
) -> Result<Request, Refusal> {
    if !comes_from_us(house, request.headers()) {
        tracing::warn!("a form came from another site");
        return Err(Refusal::NotOurForm);
    }
    let (parts, body) = request.into_parts();
    if let Some(token) = parts.headers.get("x-csrf-token") {
        agree(visitor, token.as_bytes())?;
        return Ok(Request::from_parts(parts, body));
    }
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_ascii_lowercase();
    let body = if kind.starts_with("application/x-www-form-urlencoded") {
        let bytes = to_bytes(body, LARGEST_FORM).await.map_err(|_| Refusal::TooLarge)?;
        agree(visitor, Form::read(&bytes)?.get("csrf").as_bytes())?;
        Body::from(bytes)
    } else if kind.starts_with("multipart/form-data") {
        first_part(visitor, body).await?
    } else {
        return Err(Refusal::NotOurForm);
    };
    Ok(Request::from_parts(parts, body))
}

/// What browsers say of themselves. Those that say nothing (old ones, programs) are judged by
/// the token alone.
fn comes_from_us(house: &House, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site")
        && site != "same-origin"
        && site != "none"
    {
        return false;
    }
    let Some(origin) = text("origin") else { return true };
    let authority = |address: &str| {
        let uri: Uri = address.parse().ok()?;
        Some(uri.authority()?.as_str().to_ascii_lowercase())
    };
    let Some(origin) = authority(origin) else { return false };
    let asked = text("host").map(str::to_ascii_lowercase);
    Some(&origin) == asked.as_ref() || Some(origin) == authority(&house.settings.base_url)
}

/// Compares in a time that does not tell where they differ.
fn agree(visitor: &Visitor, token: &[u8]) -> Result<(), Refusal> {
    let known = visitor.csrf.as_bytes();
    let differences = known.iter().zip(token).fold(0, |sum, (a, b)| sum | (a ^ b));
    if known.len() == token.len() && differences == 0 && !known.is_empty() {
        Ok(())
    } else {
        tracing::warn!("a form carried the wrong token");
        Err(Refusal::NotOurForm)
    }
}

/// Reads the first part of a multipart form, which must be the token, and gives the whole body
/// back, the rest of it still to come.
async fn first_part(visitor: &Visitor, body: Body) -> Result<Body, Refusal> {
    let mut coming = body.into_data_stream();
    let mut read = BytesMut::new();
    let token = loop {
        if let Some(token) = token_in(&read) {
            break token;
        }
        if read.len() > FIRST_PART {
            return Err(Refusal::NotOurForm);
        }
        match coming.next().await {
            Some(Ok(bytes)) => read.extend_from_slice(&bytes),
            Some(Err(_)) | None => return Err(Refusal::NotOurForm),
        }
    };
    agree(visitor, &token)?;
    let first = stream::iter([Ok::<_, axum::Error>(read.freeze())]);
    Ok(Body::from_stream(first.chain(coming)))
}

/// The value of the first part if it is named `csrf` and whole.
fn token_in(read: &[u8]) -> Option<Bytes> {
    let head_end = find(read, b"\r\n\r\n")?;
    let head = &read[..head_end];
    find(head, b"name=\"csrf\"")?;
    let value = &read[head_end + 4..];
    let end = find(value, b"\r\n")?;
    Some(Bytes::copy_from_slice(&value[..end]))
}

fn find(all: &[u8], wanted: &[u8]) -> Option<usize> {
    all.windows(wanted.len()).position(|window| window == wanted)
}
