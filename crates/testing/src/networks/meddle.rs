//! Making requests go wrong on their way to a fake network's routes.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::faults::{Fault, Faults, Manners};
use super::line::Scissors;

/// What the middleware knows.
#[derive(Clone)]
pub(super) struct Meddler {
    pub faults: Faults,
    pub manners: Arc<dyn Manners>,
}

/// Larger bodies are refused, as real servers do.
const LARGEST_BODY: usize = 20_000_000;

/// Takes the next fault of the request's point and lets it happen.
pub(super) async fn meddle(
    State(meddler): State<Meddler>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: Request,
    next: Next,
) -> Response {
    let manners = &meddler.manners;
    let Some(point) = manners.point(request.method(), request.uri().path()) else {
        return next.run(request).await;
    };
    let headers = request.headers().clone();
    match meddler.faults.next(point) {
        Fault::Ok => next.run(request).await,
        Fault::BeforeAccept => scissors.cut(),
        Fault::AfterAccept => {
            next.run(request).await;
            scissors.cut()
        }
        Fault::SlowBeforeAccept { millis } => late(request, next, millis).await,
        Fault::SlowAfterAccept { millis } => {
            let answer = next.run(request).await;
            tokio::time::sleep(Duration::from_millis(millis)).await;
            answer
        }
        Fault::Status429 { retry } => manners.too_many(retry),
        Fault::Status500BeforeAccept => manners.unwell(&headers),
        Fault::Status500AfterAccept => {
            next.run(request).await;
            manners.unwell(&headers)
        }
        Fault::Malformed => {
            next.run(request).await;
            garbage(&headers)
        }
        Fault::ExpiredToken => manners.expired(&headers),
    }
}

/// Runs the request later, in a task that outlives a client that hangs up.
async fn late(request: Request, next: Next, millis: u64) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    let task = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(millis)).await;
        next.run(request).await
    });
    task.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn garbage(headers: &HeaderMap) -> Response {
    let given = authorization(headers);
    ([(header::CONTENT_TYPE, "application/json")], format!("{{\"id\": \"half an answer to {given}"))
        .into_response()
}

/// The request's Authorization header, or nothing.
pub(super) fn authorization(headers: &HeaderMap) -> String {
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

/// The request's bearer token.
pub(super) fn bearer(headers: &HeaderMap) -> Option<String> {
    authorization(headers).strip_prefix("Bearer ").map(str::to_owned)
}
