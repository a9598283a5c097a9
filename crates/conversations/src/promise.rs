//! Nothing forgotten: what a brand promises of its answers, and whether it keeps it.
//!
//! Words: a [`Policy`] says what is promised to some of those who write, the first that fits
//! goes; a **promise** is one clock of one conversation ([`Measure`]); it is **at risk** shortly
//! before its end, **late** after it, **kept** or **broken** once it has ended.
//!
//! Every promise is worked out anew from the messages and the changes of its conversation, in the
//! transaction of whatever changed them ([`work_out`]); the tables only hold what lists, reminders
//! and figures ask for. Figures look at what has ended, which keeps what was promised then.

mod clock;
mod facts;
mod figures;
mod keep;
mod lists;
mod notice;
mod policy;
mod setting;
mod store;

pub use clock::{ClockKind, Ending, Fact, Measure, RESUMES, Standing, Terms, What, read};
pub use figures::{Kept, KeptPromise, kept};
pub use keep::{WorkOutPromises, run as work_out_job};
pub(crate) use keep::{work_out, work_out_all};
pub use lists::{DueCounts, DueRow, DueState, Promised, due_counts, due_list, of_conversation};
pub use notice::{PromiseLetter, tell_due};
pub use policy::{NewPolicy, Policy, PolicyError};
pub use setting::{Setting, Step, StepTo};
pub(crate) use store::{knows, role_of};
