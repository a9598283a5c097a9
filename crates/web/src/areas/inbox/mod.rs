//! The inbox: what people say to the brand, and the answers.

mod list;
mod one;
mod reply;
mod state;
mod view;

use conversations::ConversationError;

use crate::Refusal;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/inbox", list::get)
        .get("/b/{brand}/inbox/{conversation}", one::get)
        .post("/b/{brand}/inbox/{conversation}/replies", reply::post)
        .post("/b/{brand}/inbox/{conversation}/replies/count", reply::count)
        .post("/b/{brand}/inbox/{conversation}/resolution", state::resolve)
        .post("/b/{brand}/inbox/{conversation}/resolution/end", state::reopen)
}

impl From<ConversationError> for Refusal {
    fn from(error: ConversationError) -> Self {
        match error {
            ConversationError::NotFound
            | ConversationError::NoSuchTeammate
            | ConversationError::NoSuchLabel => Refusal::NotFound,
            ConversationError::InThePast => Refusal::Stale,
            ConversationError::NotAllowed(error) => error.into(),
            ConversationError::Database(error) => error.into(),
        }
    }
}
