//! The pages of `measures`: what posts brought, one by one and compared, and what each figure
//! means.

mod comparisons;
mod definitions;
mod filter;
mod list;
mod one;
mod one_figures;
mod publication;
mod samples;
mod wording;

use measurement::comparing::CompareError;
use measurement::results::ResultsError;

use crate::Refusal;
use crate::route::Routes;

pub use definitions::DefinitionsPage;
pub(crate) use wording::{
    defined, definition_url, format_name, hour_name, ingredient_name, listed, measure_name,
    network_name, post_title, rate, unknown, weekday_name,
};

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/measures", list::get)
        .get("/b/{brand}/measures/comparisons", comparisons::get)
        .get("/b/{brand}/measures/{measured_post}", one::get)
        .get("/b/{brand}/publications/{publication}/figures", publication::get)
        .get("/definitions", definitions::get)
}

impl From<CompareError> for Refusal {
    fn from(error: CompareError) -> Self {
        match error {
            CompareError::NotAllowed(_) => Refusal::NotAllowed,
            CompareError::Database(error) => error.into(),
        }
    }
}

impl From<ResultsError> for Refusal {
    fn from(error: ResultsError) -> Self {
        match error {
            ResultsError::NotAllowed(_) => Refusal::NotAllowed,
            ResultsError::NotFound => Refusal::NotFound,
            ResultsError::Database(error) => error.into(),
        }
    }
}
