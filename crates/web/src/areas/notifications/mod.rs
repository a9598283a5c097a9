//! The pages of `notifications`.

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
}
