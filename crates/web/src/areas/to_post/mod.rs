//! Posting by hand: what waits, one screen for each made for the phone, the same from a signed
//! link, and who is reminded.

mod act;
mod files;
mod link;
mod list;
mod load;
mod one;
mod pieces;
mod rules;
mod view;

use publishing::by_hand::ByHandError;

use crate::Refusal;
use crate::areas::posts::problems;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/to-post", list::get)
        .get("/b/{brand}/to-post/settings", rules::get)
        .post("/b/{brand}/to-post/settings", rules::post)
        .get("/b/{brand}/to-post/{publication}", one::get)
        .get("/b/{brand}/to-post/{publication}/files", one::files)
        .post("/b/{brand}/to-post/{publication}/posted", one::posted)
        .post("/b/{brand}/to-post/{publication}/snooze", one::snooze)
        .post("/b/{brand}/to-post/{publication}/assignee", one::reassign)
        .post("/b/{brand}/to-post/{publication}/end", one::give_up)
        .public_get("/to-post/{token}", link::get)
        .public_get("/to-post/{token}/files", link::files)
        .public_get("/to-post/{token}/media/{media}", link::media)
        .public_post("/to-post/{token}/posted", link::posted)
        .public_post("/to-post/{token}/snooze", link::snooze)
        .public_post("/to-post/{token}/assignee", link::reassign)
        .public_post("/to-post/{token}/end", link::give_up)
}

impl From<ByHandError> for Refusal {
    fn from(error: ByHandError) -> Self {
        match error {
            ByHandError::NotFound | ByHandError::NoSuchChannel => Refusal::NotFound,
            ByHandError::NotWaiting => Refusal::Stale,
            ByHandError::Decide(error) => problems::of_decide(error),
            ByHandError::NotAllowed(error) => error.into(),
            ByHandError::Database(error) => error.into(),
            ByHandError::Time(_)
            | ByHandError::InThePast
            | ByHandError::TooFar
            | ByHandError::OtherDay { .. }
            | ByHandError::NoSuchTeammate
            | ByHandError::NotALink
            | ByHandError::OtherSite { .. }
            | ByHandError::SayWhy
            | ByHandError::ReasonTooLong
            | ByHandError::DelayOutOfRange => Refusal::Malformed,
        }
    }
}
