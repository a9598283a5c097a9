//! One line of log for each request, and its number in the answer.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument;

use crate::House;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The layer. The line has the route, never the address's values: they may hold a secret.
pub async fn traced(State(house): State<House>, request: Request, next: Next) -> Response {
    let id = format!("{:016x}", house.ambient().number());
    let method = request.method().clone();
    let matched = request.extensions().get::<MatchedPath>();
    let route = matched.map_or("(none)", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id, %method, route);
    let start = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let taken = start.elapsed();
    let status = response.status().as_u16();
    span.in_scope(|| {
        if status >= 500 {
            tracing::warn!(status, ?taken, "answered");
        } else {
            tracing::debug!(status, ?taken, "answered");
        }
    });
    metrics::histogram!("parvis_request_seconds", "route" => route, "status" => status.to_string())
        .record(taken.as_secs_f64());
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}
