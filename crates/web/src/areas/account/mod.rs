//! A teammate's own account: name, language, theme, password, second factor, sessions.

mod devices;
mod page;
mod password;
mod profile;
mod second_factor;
mod sessions;

use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account", profile::get)
        .post("/account", profile::post)
        .post("/account/password", password::post)
        .get("/account/second-factor", second_factor::get)
        .post("/account/second-factor", second_factor::post)
        .post("/account/second-factor/confirmation", second_factor::confirm)
        .post("/account/second-factor/codes", second_factor::renew_codes)
        .post("/account/second-factor/end", second_factor::end)
        .get("/account/devices", devices::get)
        .post("/account/devices", devices::post)
        .post("/account/devices/{device}/end", devices::end)
        .post("/account/devices/{device}/trial", devices::trial)
        .post("/account/sessions/end", sessions::end_others)
        .post("/account/sessions/{session}/end", sessions::end)
}
