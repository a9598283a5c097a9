//! Agreements: what waits for whom, asking, answering, and who is asked.

mod ask;
mod letter;
mod list;
mod one;
mod path;
mod paths;
pub(crate) mod shown;

use publishing::approval::ApprovalError;

use crate::Refusal;
use crate::areas::posts::problems;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/approvals", list::get)
        .get("/b/{brand}/approvals/{request}", one::get)
        .post("/b/{brand}/approvals/{request}/answer", one::answer)
        .post("/b/{brand}/approvals/{request}/place", one::reassign)
        .post("/b/{brand}/approvals/{request}/link", one::link)
        .post("/b/{brand}/approvals/{request}/end", one::withdraw)
        .get("/b/{brand}/posts/{post}/approval", ask::get)
        .post("/b/{brand}/posts/{post}/approval", ask::post)
        .post("/b/{brand}/posts/{post}/approval/bypass", ask::bypass)
        .get("/b/{brand}/settings/approvals", paths::get)
        .post("/b/{brand}/settings/approvals/simple", paths::simple)
        .post("/b/{brand}/settings/approvals/end", paths::remove)
        .get("/b/{brand}/settings/approvals/path", path::get)
        .post("/b/{brand}/settings/approvals/path", path::post)
        .public_get("/approve/{token}", letter::get)
        .public_post("/approve/{token}", letter::post)
        .public_post("/approve/{token}/comments", letter::comment)
        .public_get("/approve/{token}/media/{media}", letter::media)
}

impl From<ApprovalError> for Refusal {
    fn from(error: ApprovalError) -> Self {
        match error {
            ApprovalError::NotFound => Refusal::NotFound,
            ApprovalError::NotAllowed(error) => error.into(),
            ApprovalError::Database(error) => error.into(),
            ApprovalError::Settled
            | ApprovalError::Changed
            | ApprovalError::NotAsked
            | ApprovalError::NobodyToAsk => Refusal::Stale,
            ApprovalError::SayWhat | ApprovalError::NobodyNamed | ApprovalError::NotAnAddress => {
                Refusal::Malformed
            }
            ApprovalError::Schedule(publishing::post::ScheduleError::Post(error)) => {
                problems::of_post(error)
            }
            ApprovalError::Schedule(_) => Refusal::Stale,
        }
    }
}
