//! Questions handed to those who know: asking, following, the address book, the figures; and the
//! page of a letter's link, for someone without an account.

mod acts;
mod ask;
mod ask_view;
mod book;
pub mod card;
mod expert;
mod figures;
mod guest;
mod guest_view;
mod list;
mod one;
mod one_view;
mod shown;

pub use one::{sample, sample_course};

use conversations::escalation::{EscalationError, ExpertError};
use maud::Markup;

use crate::parts;
use crate::route::Routes;
use crate::{Frame, Refusal};

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/escalations", list::get)
        .post("/b/{brand}/escalations", ask::post)
        .get("/b/{brand}/escalations/new", ask::get)
        .get("/b/{brand}/escalations/figures", figures::get)
        .get("/b/{brand}/escalations/experts", book::get)
        .post("/b/{brand}/escalations/experts", book::post)
        .post("/b/{brand}/escalations/setting", book::set)
        .get("/b/{brand}/escalations/experts/{expert}", expert::get)
        .post("/b/{brand}/escalations/experts/{expert}", expert::post)
        .post("/b/{brand}/escalations/experts/{expert}/removal", expert::remove)
        .post("/b/{brand}/escalations/experts/{expert}/removal/end", expert::bring_back)
        .post("/b/{brand}/escalations/experts/{expert}/absences", expert::away)
        .post("/b/{brand}/escalations/experts/{expert}/absences/{absence}/end", expert::back)
        .get("/b/{brand}/escalations/{escalation}", one::get)
        .post("/b/{brand}/escalations/{escalation}/answer", acts::answer)
        .post("/b/{brand}/escalations/{escalation}/refusal", acts::decline)
        .post("/b/{brand}/escalations/{escalation}/missing", acts::miss)
        .post("/b/{brand}/escalations/{escalation}/completion", acts::complete)
        .post("/b/{brand}/escalations/{escalation}/deadline", acts::extend)
        .post("/b/{brand}/escalations/{escalation}/holding", acts::hold)
        .post("/b/{brand}/escalations/{escalation}/asked", acts::also)
        .post("/b/{brand}/escalations/{escalation}/asked/{asked}/end", acts::release)
        .post("/b/{brand}/escalations/{escalation}/asked/{asked}/link", acts::link)
        .post("/b/{brand}/escalations/{escalation}/end", acts::withdraw)
        .public_get("/escalation/{token}", guest::get)
        .public_post("/escalation/{token}/answer", guest::answer)
        .public_post("/escalation/{token}/refusal", guest::decline)
        .public_post("/escalation/{token}/missing", guest::miss)
        .public_post("/escalation/{token}/link", guest::fresh)
}

/// The pages of the room, beside one another.
fn room_tabs(frame: &Frame, here: &str) -> Markup {
    let pages = [
        ("escalations", "escalations-tab-list"),
        ("escalations/figures", "escalations-tab-figures"),
        ("escalations/experts", "escalations-tab-experts"),
    ];
    parts::room_tabs(frame, "escalations-tabs", &pages, here)
}

impl From<EscalationError> for Refusal {
    fn from(error: EscalationError) -> Self {
        match error {
            EscalationError::NotFound | EscalationError::NoSuchPerson => Refusal::NotFound,
            EscalationError::Over
            | EscalationError::AskedAlready
            | EscalationError::HeldAlready
            | EscalationError::InThePast
            | EscalationError::TooFar => Refusal::Stale,
            EscalationError::NoQuestion
            | EscalationError::TooLong
            | EscalationError::Nobody
            | EscalationError::Empty => Refusal::Malformed,
            EscalationError::Reply(error) => Refusal::fault(error),
            EscalationError::NotAllowed(error) => error.into(),
            EscalationError::Database(error) => error.into(),
        }
    }
}

impl From<ExpertError> for Refusal {
    fn from(error: ExpertError) -> Self {
        match error {
            ExpertError::NotFound => Refusal::NotFound,
            ExpertError::NotAllowed(error) => error.into(),
            ExpertError::Database(error) => error.into(),
            _ => Refusal::Malformed,
        }
    }
}
