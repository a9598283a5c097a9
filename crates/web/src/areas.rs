//! The areas of the product, one folder each under the name of its address. Each has a
//! `routes()`; this file and nothing else lists them.

pub mod account;
pub mod api;
pub mod approvals;
pub mod brand;
pub mod bulk;
pub mod calendar;
pub mod campaigns;
pub mod channels;
pub mod charter;
pub mod checks;
pub mod crisis;
pub mod entrance;
pub mod escalations;
pub mod fading;
pub mod feedback;
pub mod feeds;
pub mod help;
pub mod home;
pub mod imports;
pub mod inbox;
pub mod knowledge;
pub mod library;
pub mod measures;
pub mod media;
pub mod mix;
pub mod moderation;
pub mod notifications;
pub mod portal;
pub mod posts;
pub mod promises;
pub mod queue;
pub mod style;
pub mod to_post;
pub mod together;

use crate::route::Routes;

/// The routes of every area.
pub fn routes() -> Routes {
    Routes::new()
        .and(account::routes())
        .and(api::routes())
        .and(approvals::routes())
        .and(brand::routes())
        .and(bulk::routes())
        .and(calendar::routes())
        .and(campaigns::routes())
        .and(channels::routes())
        .and(charter::routes())
        .and(checks::routes())
        .and(crisis::routes())
        .and(entrance::routes())
        .and(escalations::routes())
        .and(fading::routes())
        .and(feedback::routes())
        .and(feeds::routes())
        .and(help::routes())
        .and(home::routes())
        .and(imports::routes())
        .and(inbox::routes())
        .and(knowledge::routes())
        .and(library::routes())
        .and(measures::routes())
        .and(media::routes())
        .and(mix::routes())
        .and(moderation::routes())
        .and(notifications::routes())
        .and(portal::routes())
        .and(posts::routes())
        .and(promises::routes())
        .and(queue::routes())
        .and(style::routes())
        .and(to_post::routes())
        .and(together::routes())
}
