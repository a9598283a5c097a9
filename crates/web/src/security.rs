//! What stands between the world and the handlers: who asks, whether the form is ours, how often,
//! how much, and what browsers may do with the answer.

mod csrf;
mod headers;
mod limits;
mod refusals;
mod trace;
pub(crate) mod visitor;

pub use headers::secure;
pub use limits::Limits;
pub use refusals::{RefusalPage, caught};
pub use trace::traced;
pub use visitor::{Visitor, visit};
