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
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(state(), security::secure))
        .layer(from_fn_with_state(state(), security::traced))
        .with_state(house)
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
