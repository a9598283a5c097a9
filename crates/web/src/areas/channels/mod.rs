//! The pages of `channels`.

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
}
