//! Conversations: reading, answering, resolving.

pub mod list;
pub mod one;
mod shape;
pub mod verbs;
