//! The JSON interface, `/api/v1`: what the screens do, for programs with a token, and the page
//! `/api` that explains it.
//!
//! Each handler stands in the file of its noun, with the types it reads and writes, and says in
//! `#[utoipa::path]` its address, its scope and its answers. The document, the table of routes and
//! the scope that the gate asks for all follow from that.
//!
//! To add an endpoint: its handler, its line in `openapi.rs`, and `api-op-{operation_id}` in the
//! words. Writes end with [`shared::Caller::created`] and its kin, which keep the answer under the
//! request's key in the work's own transaction.

mod advice;
mod approvals;
mod best_times;
mod brand;
mod calendar;
mod campaign_plan;
mod campaigns;
mod channels;
mod charter;
mod conversations;
mod crises;
mod escalations;
mod feed_rule;
mod feedback;
mod feeds;
mod folders;
mod guide;
mod imports;
mod measures;
mod media;
mod mix;
mod moderation;
mod networks;
mod occasions;
mod openapi;
mod post_imports;
mod posts;
mod promises;
mod publications;
mod queue;
mod recurrences;
mod rhythm;
mod shared;
mod slots;
mod team;
mod templates;
mod to_post;
pub mod told;
mod webhooks;

use std::sync::{Arc, OnceLock};

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::middleware::from_fn_with_state;
use axum::response::Response;
use axum::routing::{any, get};
use axum::{Json, Router};
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;

use self::shared::{Gate, Kind, Problem};
use crate::route::Routes;
use crate::{House, security};

/// The routes: the page, and every path of the interface, each leading through the gate.
pub fn routes() -> Routes {
    let inside: Arc<OnceLock<Router>> = Arc::default();
    let enter = async move |State(house): State<House>, mut request: Request| -> Response {
        // Else the path matched outside, and its ids, would be added to those matched inside.
        request.extensions_mut().clear();
        let inside = inside.get_or_init(|| interface(house)).clone();
        match inside.oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    };
    let mut outside = Router::new().route("/api/{*rest}", any(enter.clone()));
    let mut known: Vec<_> = openapi::ENDPOINTS.iter().map(|one| one.path).collect();
    known.dedup();
    for path in known.into_iter().chain([openapi::DOCUMENT]) {
        outside = outside.route(path, any(enter.clone()));
    }
    Routes::new().get("/api", guide::get).and_router(outside, openapi::table())
}

/// The interface of a house, behind its gate.
fn interface(house: House) -> Router {
    let gate = Gate::new(house.clone(), openapi::rules());
    openapi::router()
        .route(openapi::DOCUMENT, get(document))
        .fallback(async || Problem::not_found())
        .method_not_allowed_fallback(async || Problem::new(Kind::Method))
        .layer(CatchPanicLayer::custom(security::caught))
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(gate, shared::pass))
        .with_state(house)
}

/// The document of the interface, for anyone.
async fn document(State(house): State<House>) -> Json<utoipa::openapi::OpenApi> {
    let mut document = openapi::OPENAPI.clone();
    document.info.version = house.settings.version.to_owned();
    Json(document)
}
