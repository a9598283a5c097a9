//! The media library: what the brand has taken in, found again, described, put away, cropped,
//! and chosen for posts.

mod asked;
mod crop;
mod errors;
mod folders;
mod list;
mod one;
mod picker;
mod poster;
mod ratios;
mod removal;
mod samples;
mod selection;
mod tile;
mod upload;

use crate::route::Routes;

pub(crate) use picker::button as picker_button;
pub(crate) use tile::{mark, wants_frame};

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/library", list::get)
        .films("/b/{brand}/library", upload::post)
        .post("/b/{brand}/library/selection", selection::post)
        .post("/b/{brand}/library/removal/end", removal::end)
        .get("/b/{brand}/library/picker", picker::get)
        .post("/b/{brand}/library/picker", picker::post)
        .get("/b/{brand}/library/picker/chosen", picker::chosen)
        .post("/b/{brand}/library/folders", folders::post)
        .post("/b/{brand}/library/folders/{folder}", folders::change)
        .post("/b/{brand}/library/folders/{folder}/removal", folders::remove)
        .get("/b/{brand}/library/{media}", one::get)
        .post("/b/{brand}/library/{media}", one::post)
        .post("/b/{brand}/library/{media}/removal", removal::post)
        .upload("/b/{brand}/library/{media}/poster", poster::post)
        .get("/b/{brand}/library/{media}/crop", crop::get)
        .post("/b/{brand}/library/{media}/crop", crop::post)
}
