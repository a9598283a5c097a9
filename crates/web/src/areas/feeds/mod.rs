//! The feeds that a brand follows: their new items become drafts.

mod list;
mod one;
mod rule;

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/feeds", list::get)
        .post("/b/{brand}/feeds", list::post)
        .get("/b/{brand}/feeds/{feed}/rule", rule::get)
        .post("/b/{brand}/feeds/{feed}/rule", rule::post)
        .post("/b/{brand}/feeds/{feed}/reading", one::read_now)
        .post("/b/{brand}/feeds/{feed}/pause", one::pause)
        .post("/b/{brand}/feeds/{feed}/pause/end", one::resume)
        .post("/b/{brand}/feeds/{feed}/removal", one::unfollow)
}
