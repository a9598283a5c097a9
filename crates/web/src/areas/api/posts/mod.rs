//! Posts: writing, scheduling, reading.

mod carried;
pub mod changes;
pub mod checks;
pub mod comments;
pub mod held;
pub mod list;
pub mod one;
pub mod queue;
pub mod schedule;
mod shape;
pub mod versions;

pub use carried::{NewVariant, PieceWord, PollBody, PostChange};
pub(super) use changes::day;
pub use shape::{NewMedia, PostBody};
pub(super) use shape::{ScheduleBody, attached, clock, joined};
