//! Who gets what comes: rules, how much each can bear, and who is away.
//!
//! Words: a [`Rule`] gives the conversations that fit it to its teammates, in turn or to who has
//! the least; **capacity** is how many open ones a teammate bears at most; an [`Absence`] is days
//! on which someone gets nothing new. What nobody can take stays nobody's, is said to those who
//! manage the brand, and is given out as soon as someone can.

mod absence;
mod choose;
mod give;
mod rule;
mod store;

pub use absence::{Absence, AbsenceError, HandOver, NewAbsence, to_hand_over};
pub use choose::{Candidate, choose};
pub(crate) use give::give_out;
pub use give::{give_out_open, give_out_waiting};
pub use rule::{Bearing, NewRule, Rule, RuleError, Way, bearings, set_capacity};
