//! Posts: their list, their composer, what became of them on each channel, and what a person
//! must decide.

mod actions;
pub(crate) mod check_words;
pub(crate) mod composer;
pub(crate) mod draft;
mod list;
mod mentions;
mod page;
mod presence;
pub(crate) mod preview;
pub(crate) mod problems;
mod publication;
mod publication_card;
mod publications;
mod save;
mod schedule;
pub(crate) mod shown;
mod steps;
mod templates;
mod versions;

use crate::route::Routes;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/posts", list::get)
        .get("/b/{brand}/posts/new", save::get_new)
        .films("/b/{brand}/posts/new", save::post_new)
        .post("/b/{brand}/posts/preview", preview::post)
        .post("/b/{brand}/posts/draft", save::autosave_new)
        .get("/b/{brand}/posts/mentions", mentions::get)
        .post("/b/{brand}/posts/split", save::split)
        .get("/b/{brand}/posts/{post}", save::get)
        .films("/b/{brand}/posts/{post}", save::post)
        .get("/b/{brand}/posts/{post}/edit", save::get_edit)
        .post("/b/{brand}/posts/{post}/draft", save::autosave_post)
        .post("/b/{brand}/posts/{post}/presence", presence::post)
        .post("/b/{brand}/posts/{post}/presence/end", presence::end)
        .get("/b/{brand}/posts/{post}/versions", versions::get)
        .post("/b/{brand}/posts/{post}/versions/{version}/restoration", versions::restore)
        .post("/b/{brand}/posts/{post}/schedule", schedule::post)
        .post("/b/{brand}/posts/{post}/schedule/end", schedule::end)
        .post("/b/{brand}/posts/{post}/copy", actions::copy)
        .post("/b/{brand}/posts/{post}/removal", actions::remove)
        .post("/b/{brand}/posts/{post}/removal/end", actions::restore)
        .get("/b/{brand}/templates", templates::get)
        .post("/b/{brand}/templates", templates::post)
        .post("/b/{brand}/templates/{template}", templates::edit)
        .post("/b/{brand}/templates/{template}/removal", templates::remove)
        .post("/b/{brand}/templates/{template}/removal/end", templates::bring_back)
        .get("/b/{brand}/publications", publications::get)
        .get("/b/{brand}/publications/{publication}", publication::get)
        .post("/b/{brand}/publications/{publication}/hold", publication::hold)
        .post("/b/{brand}/publications/{publication}/hold/end", publication::release)
        .post("/b/{brand}/publications/{publication}/removal", publication::cancel)
        .post("/b/{brand}/publications/{publication}/decision", publication::decide)
}

/// A publication of the named world that is held, for samples elsewhere.
pub(crate) fn held_sample(
    reason: channels::publication::HeldBy,
    channel: usize,
) -> channels::publication::Publication {
    use channels::publication::PublicationState;
    let held = PublicationState::Held { reason };
    publication_card::ShownPublication::sample(held, channel).publication
}
