//! The queue: the brand's slots, what waits in them, posts that come back, the best times.

mod act;
mod again;
mod again_form;
mod again_list;
mod again_one;
mod get;
pub(crate) mod offer;
mod shown;
mod slot;
mod slots;
mod times;
mod words;

use crate::route::Routes;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/queue", get::get)
        .post("/b/{brand}/queue/order", act::order)
        .post("/b/{brand}/queue/shuffle", act::shuffle)
        .post("/b/{brand}/queue/changes/{change}/end", act::undo)
        .post("/b/{brand}/posts/{post}/queue", act::enqueue)
        .post("/b/{brand}/posts/{post}/queue/end", act::leave)
        .get("/b/{brand}/queue/slots", slots::get)
        .post("/b/{brand}/queue/slots", slots::post)
        .post("/b/{brand}/queue/copies", slots::copy)
        .post("/b/{brand}/queue/proposal", slots::propose)
        .get("/b/{brand}/queue/slots/{slot}", slot::get)
        .post("/b/{brand}/queue/slots/{slot}", slot::post)
        .post("/b/{brand}/queue/slots/{slot}/removal", slot::remove)
        .get("/b/{brand}/queue/times", times::get)
        .get("/b/{brand}/queue/recurring", again_list::get)
        .get("/b/{brand}/queue/recurring/new", again_form::get_new)
        .post("/b/{brand}/queue/recurring/new", again_form::post_new)
        .get("/b/{brand}/queue/recurring/{recurrence}", again_one::get)
        .get("/b/{brand}/queue/recurring/{recurrence}/edit", again_form::get)
        .post("/b/{brand}/queue/recurring/{recurrence}/edit", again_form::post)
        .post("/b/{brand}/queue/recurring/{recurrence}/pause", again::pause)
        .post("/b/{brand}/queue/recurring/{recurrence}/pause/end", again::resume)
        .post("/b/{brand}/queue/recurring/{recurrence}/skips", again::skip)
        .post("/b/{brand}/queue/recurring/{recurrence}/skips/end", again::unskip)
        .post("/b/{brand}/queue/recurring/{recurrence}/posts", again::make)
        .post("/b/{brand}/queue/recurring/{recurrence}/end", again::end)
}
