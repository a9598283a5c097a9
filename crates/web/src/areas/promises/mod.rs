//! Promises of answers: what is due, what was kept, whether anything was missed; and the settings
//! of hours, delays and assignment.

mod assignment;
mod assignment_view;
mod checks;
mod errors;
mod figures;
mod hours;
mod list;
mod policies;
mod policy;
mod preview;
mod shown;
mod unplaced;
mod watch;
mod week;

pub use shown::{amount, due_badge};

use maud::Markup;

use crate::Frame;
use crate::parts;
use crate::route::Routes;

/// The routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/b/{brand}/promises", list::get)
        .get("/b/{brand}/promises/figures", figures::get)
        .get("/b/{brand}/promises/checks", checks::get)
        .post("/b/{brand}/promises/checks", checks::post)
        .get("/b/{brand}/promises/checks/{check}", checks::one)
        .get("/b/{brand}/promises/unplaced", unplaced::get)
        .post("/b/{brand}/promises/unplaced/{item}/place", unplaced::place)
        .post("/b/{brand}/promises/unplaced/{item}/dismissal", unplaced::dismiss)
        .post("/b/{brand}/promises/unplaced/{item}/dismissal/end", unplaced::restore)
        .get("/b/{brand}/settings/hours", hours::get)
        .post("/b/{brand}/settings/hours", hours::post)
        .post("/b/{brand}/settings/hours/days", hours::add_day)
        .post("/b/{brand}/settings/hours/days/{day}/end", hours::remove_day)
        .get("/b/{brand}/settings/promises", policies::get)
        .post("/b/{brand}/settings/promises", policies::post)
        .post("/b/{brand}/settings/promises/proposal", policies::accept)
        .post("/b/{brand}/settings/promises/watch", watch::post)
        .post("/b/{brand}/settings/promises/steps", watch::add_step)
        .post("/b/{brand}/settings/promises/steps/{step}/end", watch::remove_step)
        .get("/b/{brand}/settings/promises/{policy}", policy::get)
        .post("/b/{brand}/settings/promises/{policy}", policy::post)
        .post("/b/{brand}/settings/promises/{policy}/end", policy::remove)
        .post("/b/{brand}/settings/promises/{policy}/earlier", policy::earlier)
        .get("/b/{brand}/settings/assignment", assignment::get)
        .post("/b/{brand}/settings/assignment/rules", assignment::add_rule)
        .post("/b/{brand}/settings/assignment/rules/{rule}/end", assignment::remove_rule)
        .post("/b/{brand}/settings/assignment/round", assignment::give_out)
        .post("/b/{brand}/settings/assignment/capacities", assignment::capacities)
        .post("/b/{brand}/settings/assignment/absences", assignment::add_absence)
        .post("/b/{brand}/settings/assignment/absences/{absence}/end", assignment::remove_absence)
        .post("/b/{brand}/settings/assignment/handover/{conversation}", assignment::hand_over)
}

/// The pages of the room, beside one another.
fn room_tabs(frame: &Frame, here: &str) -> Markup {
    let pages = [
        ("promises", "promises-tab-list"),
        ("promises/figures", "promises-tab-figures"),
        ("promises/checks", "promises-tab-checks"),
        ("promises/unplaced", "promises-tab-unplaced"),
    ];
    parts::room_tabs(frame, "promises-tabs", &pages, here)
}
