//! What the teammate is told: alerts of the brand last worked in, with those of others a click
//! away.

mod list;

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/notifications", list::nearest)
        .get("/b/{brand}/notifications", list::get)
        .post("/b/{brand}/notifications/read", list::read_all)
        .post("/b/{brand}/notifications/{notification}/read", list::read_one)
}
