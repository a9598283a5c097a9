//! The pages of `brand`.

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
}
