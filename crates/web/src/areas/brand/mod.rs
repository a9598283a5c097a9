//! A brand's settings, team, tokens, activity and stopped work; adding and removing brands.

pub(crate) mod activity;
mod jobs;
mod links;
mod new;
mod pause;
mod removal;
mod settings;
mod team;
mod team_page;
mod tokens;
mod webhook;
mod webhooks;

use maud::Markup;

use crate::Frame;
use crate::parts::{Tab, tabs};
use crate::route::Routes;
use platform::Right;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/brands/new", new::get)
        .post("/brands", new::post)
        .get("/b/{brand}/settings", settings::get)
        .post("/b/{brand}/settings", settings::post)
        .post("/b/{brand}/pause", pause::post)
        .post("/b/{brand}/pause/end", pause::end)
        .post("/b/{brand}/removal", removal::post)
        .get("/b/{brand}/settings/team", team::get)
        .post("/b/{brand}/settings/team/invitations", team::invite)
        .post("/b/{brand}/settings/team/invitations/{invitation}/end", team::revoke)
        .post("/b/{brand}/settings/team/{teammate}/role", team::change_role)
        .post("/b/{brand}/settings/team/{teammate}/end", team::remove)
        .get("/b/{brand}/settings/tokens", tokens::get)
        .post("/b/{brand}/settings/tokens", tokens::post)
        .post("/b/{brand}/settings/tokens/{token}/end", tokens::revoke)
        .get("/b/{brand}/settings/webhooks", webhooks::get)
        .post("/b/{brand}/settings/webhooks", webhooks::post)
        .get("/b/{brand}/settings/webhooks/{webhook}", webhook::get)
        .post("/b/{brand}/settings/webhooks/{webhook}/end", webhooks::remove)
        .post("/b/{brand}/settings/webhooks/{webhook}/trial", webhook::trial)
        .post("/b/{brand}/settings/webhooks/{webhook}/stop", webhook::stop)
        .post("/b/{brand}/settings/webhooks/{webhook}/stop/end", webhook::resume)
        .post("/b/{brand}/settings/webhooks/{webhook}/deliveries/{delivery}/retry", webhook::again)
        .get("/b/{brand}/settings/links", links::get)
        .post("/b/{brand}/settings/links", links::post)
        .get("/b/{brand}/settings/activity", activity::get)
        .get("/b/{brand}/settings/jobs", jobs::get)
        .post("/b/{brand}/settings/jobs/{job}/retry", jobs::retry)
        .post("/b/{brand}/settings/jobs/{job}/end", jobs::discard)
}

/// The pages of the settings, beside one another: those that the role may see.
pub(crate) fn settings_tabs(frame: &Frame, current: &str) -> Markup {
    let words = &frame.words;
    let pages = [
        ("settings", "settings-tab-brand", Right::Read),
        ("settings/team", "settings-tab-team", Right::ManageTeam),
        ("settings/hours", "settings-tab-hours", Right::ManageBrand),
        ("settings/promises", "settings-tab-promises", Right::ManageBrand),
        ("settings/assignment", "settings-tab-assignment", Right::Converse),
        ("settings/corrections", "reading-corrections", Right::Converse),
        ("settings/approvals", "settings-tab-approvals", Right::ManageBrand),
        ("settings/portals", "settings-tab-portals", Right::ManageBrand),
        ("settings/links", "links-title", Right::ManageBrand),
        ("settings/tokens", "settings-tab-tokens", Right::ManageBrand),
        ("settings/webhooks", "settings-tab-webhooks", Right::ManageBrand),
        ("settings/activity", "settings-tab-activity", Right::ManageBrand),
        ("settings/jobs", "settings-tab-jobs", Right::ManageBrand),
    ];
    let shown: Vec<_> = pages
        .into_iter()
        .filter(|(.., right)| frame.may(*right))
        .map(|(path, key, _)| (words.t(key), frame.url(path), path == current))
        .collect();
    let shown: Vec<_> =
        shown.iter().map(|(label, href, current)| Tab { label, href, current: *current }).collect();
    tabs(&words.t("settings-tabs"), &shown)
}
