//! `/style`: every piece of the design system, living. Rendered by the test that renders all.

mod page;

use axum::response::Response;

use crate::SignedIn;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new().get("/style", get)
}

async fn get(here: SignedIn) -> Response {
    here.frame.show(&page::StylePage)
}
