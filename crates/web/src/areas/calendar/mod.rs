//! The editorial calendar: month, week, day and list; ideas that wait for a day; the days one
//! writes about; what is held; and the address at which calendar programs read it.

mod actions;
mod bulk;
mod chip;
mod copies;
mod days;
pub(crate) mod feed;
mod filters;
mod get;
mod grid;
mod held;
mod held_page;
mod hours;
mod ideas;
mod list;
mod month;
mod page;
mod place;
mod samples;
mod subscription;
pub(crate) mod words;

use crate::route::Routes;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/calendar", get::get)
        .post("/b/{brand}/calendar/ideas", actions::idea)
        .post("/b/{brand}/calendar/changes", bulk::post)
        .post("/b/{brand}/calendar/changes/{change}/end", bulk::end)
        .get("/b/{brand}/calendar/copies/new", copies::get)
        .post("/b/{brand}/calendar/copies", copies::post)
        .get("/b/{brand}/calendar/days", days::get)
        .post("/b/{brand}/calendar/days", days::post)
        .get("/b/{brand}/calendar/held", held::get)
        .post("/b/{brand}/calendar/held/{publication}", held::post)
        .get("/b/{brand}/calendar/subscription", subscription::get)
        .post("/b/{brand}/calendar/subscription", subscription::post)
        .post("/b/{brand}/calendar/subscription/end", subscription::end)
        .post("/b/{brand}/calendar/subscription/days", subscription::days)
        .post("/b/{brand}/posts/{post}/wanted", actions::want)
        .post("/b/{brand}/posts/{post}/wanted/end", actions::unwant)
        .public_get("/calendars/{token}/parvis.ics", feed::get)
}
