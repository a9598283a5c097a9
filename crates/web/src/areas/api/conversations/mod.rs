//! Conversations: reading, answering, resolving.

pub mod list;
pub mod one;
pub mod reading;
mod shape;
pub mod verbs;
