//! What is planned and what was published, by month, week and day.

mod get;
mod grid;
mod group;
mod page;

use crate::route::Routes;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new().get("/b/{brand}/calendar", get::get)
}
