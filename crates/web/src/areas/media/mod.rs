//! Pictures and films: taken in, and served to the brand's people only.

mod sent;
mod serve;
mod tile;
mod upload;

use crate::route::Routes;

pub(crate) use sent::Sent;
pub(crate) use serve::{Wanted, of_store, picture};
pub(crate) use tile::clock;
pub(crate) use upload::worded;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/media/{media}", serve::get)
        .films("/b/{brand}/media", upload::post)
}
