//! Making requests go wrong on their way to a fake network's routes.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::faults::{Fault, Faults, Hold, Manners, Point};
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
    let (parts, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_BODY).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    // A task of its own, which outlives a client that hangs up: the network has the request.
    let task = tokio::spawn(undergo(meddler, scissors, point, request, next));
    task.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn undergo(
    Meddler { faults, manners }: Meddler,
    scissors: Scissors,
    point: Point,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers().clone();
    let fault = faults.next(point);
    faults.pass(point, Hold::Arrived).await;
    if let Fault::SlowBeforeAccept { millis } = fault {
        tokio::time::sleep(Duration::from_millis(millis)).await;
    }
    let done = if fault.accepts() { next.run(request).await } else { ().into_response() };
    faults.pass(point, Hold::Done).await;
    match fault {
        Fault::Ok | Fault::SlowBeforeAccept { .. } => done,
        Fault::SlowAfterAccept { millis } => {
            tokio::time::sleep(Duration::from_millis(millis)).await;
            done
        }
        Fault::BeforeAccept | Fault::AfterAccept => scissors.cut(),
        Fault::Status429 { retry } => manners.too_many(retry),
        Fault::Status500BeforeAccept | Fault::Status500AfterAccept => manners.unwell(&headers),
        Fault::Malformed => garbage(&headers),
        Fault::ExpiredToken => manners.expired(&headers),
    }
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
