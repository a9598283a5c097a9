//! Home: what should I do now?

mod page;
mod read;

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new().get("/b/{brand}", read::get)
}
