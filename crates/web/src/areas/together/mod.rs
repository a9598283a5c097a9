//! What a team says of a post, and who did what to it.

pub(crate) mod comments;
pub(crate) mod discussion;
pub(crate) mod history;
pub(crate) mod panel;
pub(crate) mod thread;

use publishing::comment::CommentError;

use crate::Refusal;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/posts/{post}/discussion", discussion::get)
        .post("/b/{brand}/posts/{post}/comments", comments::post)
        .post("/b/{brand}/posts/{post}/comments/{comment}", comments::reword)
        .post("/b/{brand}/posts/{post}/comments/{comment}/removal", comments::remove)
        .post("/b/{brand}/posts/{post}/comments/{comment}/resolution", comments::resolve)
        .post("/b/{brand}/posts/{post}/comments/{comment}/resolution/end", comments::reopen)
}

impl From<CommentError> for Refusal {
    fn from(error: CommentError) -> Self {
        match error {
            CommentError::NotFound => Refusal::NotFound,
            CommentError::NotAllowed(error) => error.into(),
            CommentError::Empty | CommentError::TooLong => Refusal::Malformed,
            CommentError::Database(error) => error.into(),
        }
    }
}
