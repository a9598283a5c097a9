//! The pages of `entrance`.

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
}
