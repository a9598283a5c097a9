//! Coming in: the first visit, signing in with one factor or two, answering an invitation.

mod invitation;
mod language;
mod login;
mod root;
mod second_factor;
mod setup;

use axum::response::Response;
use platform::teammate::NewSession;

use crate::House;
use crate::route::Routes;
use crate::security::visitor::{SESSION_COOKIE, set_cookie};

/// How long the cookie of a session is kept unless it is used, in seconds: as the session.
const THIRTY_DAYS: u32 = 30 * 86_400;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .public_get("/", root::get)
        .public_get("/setup", setup::get)
        .public_post("/setup", setup::post)
        .public_get("/login", login::get)
        .public_post("/login", login::post)
        .public_get("/login/second-factor", second_factor::get)
        .public_post("/login/second-factor", second_factor::post)
        .public_post("/session/end", login::end)
        .public_post("/language", language::post)
        .public_get("/invitations/{token}", invitation::get)
        .public_post("/invitations/{token}", invitation::post)
}

/// Puts a session's token in the browser.
fn hand_over(house: &House, session: &NewSession, response: &mut Response) {
    set_cookie(house, response, SESSION_COOKIE, session.token.reveal(), Some(THIRTY_DAYS));
}

/// A way back inside Parvis, or home.
fn inside(back: &str) -> &str {
    let local = back.starts_with('/')
        && !back.starts_with("//")
        && !back.contains(['\\', '\n', '\r'])
        && back.is_ascii();
    if local { back } else { "/" }
}
