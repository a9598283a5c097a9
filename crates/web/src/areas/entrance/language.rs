//! Choosing a language before one is signed in.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, header};
use primitives::Language;

use crate::security::visitor::{LANGUAGE_COOKIE, set_cookie};
use crate::{Form, Go, House, Refusal};

/// Keeps the choice in the browser, and shows the same page again.
pub async fn post(
    State(house): State<House>,
    headers: HeaderMap,
    form: Form,
) -> Result<Response, Refusal> {
    let language: Language = form.get("language").parse().map_err(|_| Refusal::Malformed)?;
    let from = headers.get(header::REFERER).and_then(|from| from.to_str().ok());
    let page = from.and_then(|from| url::Url::parse(from).ok());
    let mut response =
        Go::to(page.as_ref().map_or("/", |page| super::inside(page.path()))).into_response();
    set_cookie(&house, &mut response, LANGUAGE_COOKIE, language.tag(), Some(365 * 86_400));
    Ok(response)
}
