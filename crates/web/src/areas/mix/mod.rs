//! The balance of what is published, what to prepare next, and where a piece belongs.

mod advice;
pub(crate) mod advice_view;
mod advised;
mod lines;
mod next;
mod page;
mod period;
pub(crate) mod targets;

use publishing::mix::MixError;

use crate::Refusal;
use crate::route::Routes;

pub(crate) use advised::panel as advice_panel;

/// The routes of the area.
pub fn routes() -> Routes {
    Routes::new().get("/b/{brand}/mix", page::get).get("/b/{brand}/advice", advice::get)
}

impl From<MixError> for Refusal {
    fn from(error: MixError) -> Self {
        match error {
            MixError::NotAllowed(error) => error.into(),
            MixError::Database(error) => error.into(),
        }
    }
}
