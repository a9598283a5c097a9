//! Every route of the house, and the layers around them.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::route::{LARGEST_FORM, Routes};
use crate::{House, Refusal, areas, assets, health, security};

/// Every route: what each area registers.
pub fn routes() -> Routes {
    areas::routes().and(assets::routes()).and(health::routes())
}

/// The house as a service.
pub fn router(house: House) -> Router {
    let state = || house.clone();
    // The last layer is the first to see a request.
    routes()
        .into_router()
        .fallback(nowhere)
        .method_not_allowed_fallback(nowhere)
        .layer(CatchPanicLayer::custom(security::caught))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn_with_state(state(), security::visit))
        .layer(CompressionLayer::new().compress_when(worth_it))
        .layer(from_fn_with_state(state(), security::secure))
        .layer(from_fn_with_state(state(), security::traced))
        .with_state(house)
}

/// Films are as small as they get, and are sent in parts of their own bytes.
fn worth_it(
    status: http::StatusCode,
    _version: http::Version,
    headers: &http::HeaderMap,
    _extensions: &http::Extensions,
) -> bool {
    let kind = headers.get(http::header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default();
    let is_small = kind.starts_with("video/")
        || (kind.starts_with("image/") && kind != "image/svg+xml")
        || kind == "text/event-stream";
    !is_small && status != http::StatusCode::PARTIAL_CONTENT
}

async fn nowhere() -> Refusal {
    Refusal::NotFound
}

/// Serves until `stopping` turns true, then lets running requests end.
///
/// # Errors
/// What the listener met.
pub async fn serve(
    listener: TcpListener,
    house: House,
    mut stopping: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let service = router(house).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            // An error means that whoever could stop us is gone: so are we.
            let _ = stopping.wait_for(|stop| *stop).await;
        })
        .await
}
