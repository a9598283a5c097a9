//! A bad buzz: its alerts, the room in which it is handled, the words prepared for it, the
//! rehearsals, and what is written of it afterwards.

mod acts;
mod alerts;
mod carry_out;
mod list;
mod new;
#[cfg(feature = "pdf")]
mod paper;
mod post;
mod rehearsal;
mod review;
mod review_view;
mod room;
mod room_said;
mod room_view;
mod settings;
mod shown;
mod stand_down;
mod statement;
mod statements;

use conversations::crisis::CrisisError;
use maud::{Markup, html};

pub(crate) use carry_out::carry_out;
pub(crate) use shown::{places, speakers};

use crate::parts::{self, badge, icon};
use crate::route::Routes;
use crate::words::{Words, args};
use crate::{Frame, Refusal};

/// The routes of the area.
pub fn routes() -> Routes {
    let routes = Routes::new()
        .get("/b/{brand}/crisis", list::get)
        .get("/b/{brand}/crisis/new", new::get)
        .post("/b/{brand}/crisis/new", new::post)
        .get("/b/{brand}/crisis/rehearsal", rehearsal::get)
        .post("/b/{brand}/crisis/rehearsal", rehearsal::post)
        .get("/b/{brand}/crisis/statements", statements::get)
        .get("/b/{brand}/crisis/statements/new", statement::get_new)
        .post("/b/{brand}/crisis/statements/new", statement::post_new)
        .get("/b/{brand}/crisis/statements/{statement}", statement::get)
        .post("/b/{brand}/crisis/statements/{statement}", statement::post)
        .post("/b/{brand}/crisis/statements/{statement}/approval", statement::approve)
        .post("/b/{brand}/crisis/statements/{statement}/removal", statement::remove)
        .post("/b/{brand}/crisis/statements/{statement}/removal/end", statement::bring_back)
        .get("/b/{brand}/crisis/settings", settings::get)
        .post("/b/{brand}/crisis/settings", settings::post)
        .get("/b/{brand}/crisis/alerts/{alert}", alerts::get)
        .post("/b/{brand}/crisis/alerts/{alert}/end", alerts::close)
        .get("/b/{brand}/crisis/{crisis}", room::get)
        .post("/b/{brand}/crisis/{crisis}/level", acts::level)
        .post("/b/{brand}/crisis/{crisis}/words", acts::words)
        .post("/b/{brand}/crisis/{crisis}/pause", acts::pause)
        .post("/b/{brand}/crisis/{crisis}/entries", acts::say)
        .post("/b/{brand}/crisis/{crisis}/roles", acts::give_role)
        .post("/b/{brand}/crisis/{crisis}/roles/end", acts::take_role)
        .post("/b/{brand}/crisis/{crisis}/tasks", acts::add_task)
        .post("/b/{brand}/crisis/{crisis}/tasks/{task}", acts::tick)
        .post("/b/{brand}/crisis/{crisis}/messages", acts::messages)
        .post("/b/{brand}/crisis/{crisis}/statement", post::post)
        .get("/b/{brand}/crisis/{crisis}/stand-down", stand_down::get)
        .post("/b/{brand}/crisis/{crisis}/stand-down", stand_down::end)
        .post("/b/{brand}/crisis/{crisis}/stand-down/{publication}", stand_down::review)
        .get("/b/{brand}/crisis/{crisis}/review", review::get)
        .post("/b/{brand}/crisis/{crisis}/review", review::learn)
        .post("/b/{brand}/crisis/{crisis}/follow-ups", review::add_follow_up)
        .post("/b/{brand}/crisis/{crisis}/follow-ups/{follow_up}", review::tick_follow_up)
        .post("/b/{brand}/crisis/{crisis}/removal", rehearsal::remove);
    #[cfg(feature = "pdf")]
    let routes = routes.get("/b/{brand}/crisis/{crisis}/review.pdf", paper::get);
    routes
}

/// The pages beside one another.
fn beside(frame: &Frame, here: &str) -> Markup {
    let pages = [
        ("crisis", "crisis-tab-crises"),
        ("crisis/statements", "crisis-tab-statements"),
        ("crisis/settings", "crisis-tab-settings"),
    ];
    parts::room_tabs(frame, "crisis-title", &pages, here)
}

/// What says that nothing of this is real.
fn rehearsal_mark(words: &Words) -> Markup {
    html! {
        div.rehearsal-mark role="note" {
            (icon("flag"))
            p { strong { (words.t("crisis-rehearsal-badge")) "." } " " (words.t("crisis-rehearsal-mark")) }
        }
    }
}

/// How grave, as a badge.
fn level_badge(words: &Words, level: conversations::crisis::Level) -> Markup {
    use conversations::crisis::Level;
    let tone = match level {
        Level::Watch => "info",
        Level::Serious => "warning",
        Level::Major => "danger",
    };
    badge(&words.t(&format!("crisis-level-{level}")), tone)
}

/// What a person is told of a refusal; nothing where it is not theirs to put right.
fn problem(words: &Words, error: &CrisisError) -> Option<String> {
    let plain = |key: &str| Some(words.t(key));
    match error {
        CrisisError::Empty => plain("crisis-wrong-empty"),
        CrisisError::TooLong(most) => {
            Some(words.tn("crisis-wrong-too-long", args![most => *most as i64]))
        }
        CrisisError::AnotherRuns(_) => plain("crisis-wrong-another-runs"),
        CrisisError::Over => plain("crisis-wrong-over"),
        CrisisError::Undecided(count) => {
            Some(words.tn("crisis-wrong-undecided", args![count => *count as i64]))
        }
        CrisisError::NotATime => plain("crisis-wrong-time"),
        CrisisError::ReasonNeeded => plain("crisis-wrong-reason"),
        CrisisError::NotApproved => plain("crisis-wrong-not-approved"),
        CrisisError::NoWords => plain("crisis-wrong-no-words"),
        CrisisError::NothingToRehearse => plain("crisis-wrong-nothing"),
        CrisisError::TooMany(most) => {
            Some(words.tn("crisis-wrong-too-many", args![most => *most as i64]))
        }
        CrisisError::NoSuchTeammate => plain("crisis-wrong-teammate"),
        _ => None,
    }
}

impl From<CrisisError> for Refusal {
    fn from(error: CrisisError) -> Self {
        match error {
            CrisisError::NotFound | CrisisError::NotARehearsal => Refusal::NotFound,
            CrisisError::NotAllowed(error) => error.into(),
            CrisisError::Database(error) => error.into(),
            CrisisError::Over | CrisisError::Runs | CrisisError::OnlyARehearsal => Refusal::Stale,
            error => Refusal::fault(error),
        }
    }
}
