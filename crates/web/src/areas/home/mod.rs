//! The pages of `home`.

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
}
