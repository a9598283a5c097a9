//! Where the brand is present: accounts connected, connecting one, what each takes and how it
//! fares.

mod connect;
mod errors;
mod list;
mod one;

use crate::route::Routes;

pub use errors::refused_by_network;
pub use one::sample_channels;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/channels", list::get)
        .get("/b/{brand}/channels/new/{network}", connect::get)
        .post("/b/{brand}/channels/new/{network}", connect::post)
        .get("/b/{brand}/channels/authorization", connect::come_back)
        .get("/b/{brand}/channels/{channel}", one::get)
        .post("/b/{brand}/channels/{channel}/test", one::test)
        .post("/b/{brand}/channels/{channel}/pause", one::pause)
        .post("/b/{brand}/channels/{channel}/pause/end", one::resume)
        .post("/b/{brand}/channels/{channel}/removal", one::remove)
}
