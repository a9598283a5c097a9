//! What the team knows: texts kept for answers, the articles of the public help, and what
//! nobody has answered yet.

mod articles;
mod gaps;
mod one;
mod replies;
mod settings;

pub(crate) use articles::sample;
use conversations::article::ArticleError;
use conversations::saved::SavedReplyError;
use maud::Markup;

use crate::parts;
use crate::route::Routes;
use crate::{Frame, Refusal};

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/replies", replies::get)
        .post("/b/{brand}/replies", replies::post)
        .post("/b/{brand}/replies/{reply}", replies::edit)
        .post("/b/{brand}/replies/{reply}/removal", replies::remove)
        .post("/b/{brand}/replies/{reply}/removal/end", replies::bring_back)
        .get("/b/{brand}/knowledge", articles::get)
        .get("/b/{brand}/knowledge/new", one::get_new)
        .post("/b/{brand}/knowledge/new", one::post_new)
        .get("/b/{brand}/knowledge/gaps", gaps::get)
        .post("/b/{brand}/knowledge/gaps/end", gaps::dismiss)
        .get("/b/{brand}/knowledge/settings", settings::get)
        .post("/b/{brand}/knowledge/settings", settings::post)
        .get("/b/{brand}/knowledge/{article}", one::get)
        .post("/b/{brand}/knowledge/{article}", one::post)
        .post("/b/{brand}/knowledge/{article}/publication", one::publish)
        .post("/b/{brand}/knowledge/{article}/publication/end", one::withdraw)
        .post("/b/{brand}/knowledge/{article}/removal", one::remove)
        .post("/b/{brand}/knowledge/{article}/removal/end", one::bring_back)
}

/// The pages beside one another.
fn beside(frame: &Frame, here: &str) -> Markup {
    let pages = [
        ("replies", "knowledge-replies"),
        ("knowledge", "knowledge-articles"),
        ("knowledge/gaps", "knowledge-gaps"),
        ("knowledge/settings", "knowledge-settings"),
    ];
    parts::room_tabs(frame, "knowledge-title", &pages, here)
}

impl From<SavedReplyError> for Refusal {
    fn from(error: SavedReplyError) -> Self {
        match error {
            SavedReplyError::NotFound => Refusal::NotFound,
            SavedReplyError::NotAllowed(error) => error.into(),
            SavedReplyError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

impl From<ArticleError> for Refusal {
    fn from(error: ArticleError) -> Self {
        match error {
            ArticleError::NotFound => Refusal::NotFound,
            ArticleError::NotAllowed(error) => error.into(),
            ArticleError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}
