//! Posts: writing, scheduling, reading.

pub mod list;
pub mod one;
pub mod schedule;
mod shape;

pub use shape::NewMedia;
pub(super) use shape::{attached, clock};
