//! The client's link: made in the settings, opened by someone outside.

mod guest_page;
mod guest_post;
mod settings;

use publishing::portal::{GuestError, PortalError};

use crate::Refusal;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/settings/portals", settings::get)
        .post("/b/{brand}/settings/portals", settings::post)
        .post("/b/{brand}/settings/portals/{portal}/link", settings::renew)
        .post("/b/{brand}/settings/portals/{portal}/end", settings::end)
        .public_get("/portal/{token}", guest_page::get)
        .public_get("/portal/{token}/posts/{post}", guest_post::get)
        .public_post("/portal/{token}/posts/{post}/answer", guest_post::answer)
        .public_post("/portal/{token}/posts/{post}/comments", guest_post::comment)
        .public_get("/portal/{token}/media/{media}", guest_post::media)
}

impl From<PortalError> for Refusal {
    fn from(error: PortalError) -> Self {
        match error {
            PortalError::NotFound => Refusal::NotFound,
            PortalError::NotAllowed(error) => error.into(),
            PortalError::NoName | PortalError::NotAnAddress => Refusal::Malformed,
            PortalError::Database(error) => error.into(),
        }
    }
}

impl From<GuestError> for Refusal {
    fn from(error: GuestError) -> Self {
        match error {
            GuestError::NotFound | GuestError::NotAllowed => Refusal::NotFound,
            GuestError::Approval(error) => error.into(),
            GuestError::Comment(error) => error.into(),
            GuestError::Database(error) => error.into(),
        }
    }
}
