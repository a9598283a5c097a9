//! « What is losing pace, and how to take it up again? »

mod acts;
mod list;

use conversations::fading::FadingError;

use crate::Refusal;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/fading", list::get)
        .post("/b/{brand}/fading/{fading}/relaunch", acts::relaunch)
        .post("/b/{brand}/fading/{fading}/dismissal", acts::dismiss)
        .post("/b/{brand}/fading/{fading}/dismissal/end", acts::propose_again)
}

impl From<FadingError> for Refusal {
    fn from(error: FadingError) -> Self {
        match error {
            FadingError::NotFound => Refusal::NotFound,
            FadingError::Decided => Refusal::Stale,
            FadingError::TooLong => Refusal::Malformed,
            FadingError::NotAllowed(error) => error.into(),
            FadingError::Database(error) => error.into(),
        }
    }
}
