//! Guard rails on screen: what the checks say of a post while it is written, the page where a
//! brand sets them, and the words for what they see.

mod live;
pub(crate) mod panel;
mod settings;
pub(crate) mod wording;

use publishing::guard::{AcceptError, GuardError};

use crate::Refusal;
use crate::areas::posts::problems;
use crate::route::Routes;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .post("/b/{brand}/posts/checks", live::post)
        .get("/b/{brand}/charter/checks", settings::get)
        .post("/b/{brand}/charter/checks", settings::post)
}

impl From<GuardError> for Refusal {
    fn from(error: GuardError) -> Self {
        match error {
            GuardError::NotAllowed(error) => error.into(),
            GuardError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

impl From<AcceptError> for Refusal {
    fn from(error: AcceptError) -> Self {
        match error {
            AcceptError::Guard(error) => error.into(),
            AcceptError::Post(error) => problems::of_post(error),
            AcceptError::Change(error) => problems::of_change(error),
        }
    }
}
