//! Moderation on screen: the review queue, decisions, sanctions, complaints, rules and their
//! trials, the house rules, the log and the year in figures; the public page of the house rules,
//! and the statement of reasons that an author opens by a link.

mod case;
mod complaints;
mod decide;
mod guest_page;
mod house_rules;
mod log;
mod public_rules;
mod queue;
mod rule;
mod rule_form;
mod rules;
mod ruling;
mod rulings;
mod samples;
mod sanctions;
mod shown;
mod statement;
mod trial;
mod year;

pub use shown::sanction_line;
pub use statement::{outcome_message, private_message};

use conversations::moderation::{
    ClauseError, ComplaintError, FiguresError, LogError, RuleError, RulingError, RunError,
    SanctionError, TrialError,
};
use maud::Markup;

use crate::parts;
use crate::route::Routes;
use crate::{Frame, Refusal};

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/moderation", queue::get)
        .post("/b/{brand}/moderation/decisions", queue::post)
        .post("/b/{brand}/moderation/messages/{message}", case::ask)
        .get("/b/{brand}/moderation/cases/{case}", case::get)
        .post("/b/{brand}/moderation/cases/{case}", case::post)
        .get("/b/{brand}/moderation/rulings", rulings::get)
        .get("/b/{brand}/moderation/rulings/{ruling}", ruling::get)
        .post("/b/{brand}/moderation/rulings/{ruling}/end", ruling::undo)
        .post("/b/{brand}/moderation/rulings/{ruling}/statement", ruling::send)
        .post("/b/{brand}/moderation/rulings/{ruling}/link", ruling::link)
        .get("/b/{brand}/moderation/sanctions", sanctions::get)
        .post("/b/{brand}/moderation/sanctions/{sanction}/end", sanctions::lift)
        .get("/b/{brand}/moderation/complaints", complaints::get)
        .get("/b/{brand}/moderation/complaints/{complaint}", complaints::one)
        .post("/b/{brand}/moderation/complaints/{complaint}", complaints::answer)
        .get("/b/{brand}/moderation/rules", rules::get)
        .get("/b/{brand}/moderation/rules/new", rule::get_new)
        .post("/b/{brand}/moderation/rules/new", rule::post_new)
        .get("/b/{brand}/moderation/rules/{rule}", rule::get)
        .post("/b/{brand}/moderation/rules/{rule}", rule::post)
        .post("/b/{brand}/moderation/rules/{rule}/activity", rules::turn_on)
        .post("/b/{brand}/moderation/rules/{rule}/activity/end", rules::turn_off)
        .post("/b/{brand}/moderation/rules/{rule}/earlier", rules::earlier)
        .post("/b/{brand}/moderation/rules/{rule}/later", rules::later)
        .post("/b/{brand}/moderation/rules/{rule}/removal", rules::remove)
        .post("/b/{brand}/moderation/rules/{rule}/removal/end", rules::bring_back)
        .get("/b/{brand}/moderation/rules/{rule}/report", rules::report)
        .post("/b/{brand}/moderation/trials", trial::post)
        .get("/b/{brand}/moderation/trials/{trial}", trial::get)
        .get("/b/{brand}/moderation/house-rules", house_rules::get)
        .post("/b/{brand}/moderation/house-rules", house_rules::post)
        .post("/b/{brand}/moderation/house-rules/clauses", house_rules::add)
        .post("/b/{brand}/moderation/house-rules/clauses/{clause}", house_rules::edit)
        .post("/b/{brand}/moderation/house-rules/clauses/{clause}/removal", house_rules::remove)
        .post(
            "/b/{brand}/moderation/house-rules/clauses/{clause}/removal/end",
            house_rules::bring_back,
        )
        .get("/b/{brand}/moderation/log", log::get)
        .get("/b/{brand}/moderation/log.csv", log::csv)
        .get("/b/{brand}/moderation/year", year::get)
        .public_get("/house-rules/{brand}", public_rules::get)
        .public_get("/house-rules/{brand}/{language}", public_rules::get_in)
        .public_get("/statement/{token}", guest_page::get)
        .public_post("/statement/{token}/complaint", guest_page::complain)
}

/// The pages of the room, beside one another.
fn room_tabs(frame: &Frame, here: &str) -> Markup {
    let pages = [
        ("moderation", "moderation-tab-queue"),
        ("moderation/rulings", "moderation-tab-rulings"),
        ("moderation/sanctions", "moderation-tab-sanctions"),
        ("moderation/complaints", "moderation-tab-complaints"),
        ("moderation/rules", "moderation-tab-rules"),
        ("moderation/house-rules", "moderation-tab-house-rules"),
        ("moderation/log", "moderation-tab-log"),
        ("moderation/year", "moderation-tab-year"),
    ];
    parts::room_tabs(frame, "moderation-tabs", &pages, here)
}

/// What a refusal of the domain is on a page, unless it is worded beside a field.
macro_rules! refusals {
    ($($error:ident),+) => { $(
        impl From<$error> for Refusal {
            fn from(error: $error) -> Self {
                match error {
                    $error::NotFound => Refusal::NotFound,
                    $error::NotAllowed(error) => error.into(),
                    $error::Database(error) => error.into(),
                    error => Refusal::fault(error),
                }
            }
        }
    )+ };
}

refusals!(ClauseError, RuleError, SanctionError, TrialError, ComplaintError);

impl From<RulingError> for Refusal {
    fn from(error: RulingError) -> Self {
        match error {
            RulingError::NotFound => Refusal::NotFound,
            RulingError::Decided => Refusal::Stale,
            RulingError::NotAllowed(error) => error.into(),
            RulingError::Database(error) => error.into(),
            error => Refusal::fault(error),
        }
    }
}

macro_rules! readings {
    ($($error:ident),+) => { $(
        impl From<$error> for Refusal {
            fn from(error: $error) -> Self {
                match error {
                    $error::NotAllowed(error) => error.into(),
                    $error::Database(error) => error.into(),
                }
            }
        }
    )+ };
}

readings!(FiguresError, LogError, RunError);
