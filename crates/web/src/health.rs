//! What machines ask: is the process up, can it work, how is it doing.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};

use crate::House;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .public_get("/healthz", alive)
        .public_get("/readyz", ready)
        .public_get("/metrics", figures)
}

/// The process answers.
async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers and has the schema that this program knows.
async fn ready(State(house): State<House>) -> Response {
    let database = house.database();
    let state = match (database.ping().await, database.pending_migrations().await) {
        (Err(error), _) => Err(format!("database: {error}")),
        (_, Err(error)) => Err(format!("migrations: {error}")),
        (_, Ok(pending)) if !pending.is_empty() => {
            Err(format!("{} migrations to make", pending.len()))
        }
        _ => Ok(()),
    };
    match state {
        Ok(()) => "ready\n".into_response(),
        Err(why) => {
            tracing::warn!(why, "not ready");
            let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
            (StatusCode::SERVICE_UNAVAILABLE, plain, "not ready\n").into_response()
        }
    }
}

/// The figures, for Prometheus: to whoever holds the token, or, where there is none, to this
/// machine alone.
async fn figures(
    State(house): State<House>,
    from: Option<axum::Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Response {
    let allowed = match &house.settings.metrics_token {
        Some(token) => {
            let expected = format!("Bearer {token}");
            let given = headers.get(header::AUTHORIZATION).map(|value| value.as_bytes());
            given.is_some_and(|given| same(given, expected.as_bytes()))
        }
        None => {
            let near = from.is_some_and(|from| from.0.0.ip().to_canonical().is_loopback());
            near && !headers.contains_key("x-forwarded-for")
        }
    };
    match &house.metrics {
        Some(handle) if allowed => handle.render().into_response(),
        _ => (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/plain")], "").into_response(),
    }
}

fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}
