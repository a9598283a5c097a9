//! Suggestions and complaints: their list, the course of each, the categories.

mod categories;
mod category;
mod list;
mod one;
mod sheet;

pub(crate) use categories::sample_category;
pub(crate) use list::sample_case;

use conversations::feedback::{CaseState, FeedbackError};
use maud::{Markup, html};

use crate::Refusal;
use crate::route::Routes;
use crate::words::Words;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/feedback", list::get)
        .get("/b/{brand}/feedback/sheet", sheet::get)
        .get("/b/{brand}/feedback/categories", categories::get)
        .get("/b/{brand}/feedback/categories/new", category::new)
        .post("/b/{brand}/feedback/categories", category::add)
        .get("/b/{brand}/feedback/categories/{category}", category::get)
        .post("/b/{brand}/feedback/categories/{category}", category::edit)
        .post("/b/{brand}/feedback/categories/{category}/removal", category::remove)
        .get("/b/{brand}/feedback/{case}", one::get)
        .post("/b/{brand}/feedback/{case}/step", one::step)
        .post("/b/{brand}/feedback/{case}/category", one::category)
        .post("/b/{brand}/feedback/{case}/sources", one::merge)
        .post("/b/{brand}/feedback/{case}/drafts/{draft}", one::send)
        .post("/b/{brand}/feedback/{case}/drafts/{draft}/end", one::drop_draft)
}

impl From<FeedbackError> for Refusal {
    fn from(error: FeedbackError) -> Self {
        match error {
            FeedbackError::NotFound => Refusal::NotFound,
            FeedbackError::Stale | FeedbackError::FiledAlready(_) => Refusal::Stale,
            FeedbackError::NotAllowed(error) => error.into(),
            FeedbackError::Database(error) => error.into(),
            other => Refusal::fault(other),
        }
    }
}

/// Where a case stands, as a badge.
pub fn state_badge(words: &Words, state: CaseState) -> Markup {
    let tone = match state {
        CaseState::Proposed => "warning",
        CaseState::Done => "success",
        CaseState::Received | CaseState::InProgress => "info",
        CaseState::Declined | CaseState::Dismissed => "",
    };
    html! { (crate::parts::badge(&words.t(&format!("feedback-state-{state}")), tone)) }
}
