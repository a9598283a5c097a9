//! Stories about the queue, each on both engines.
#![allow(missing_docs, clippy::unwrap_used, reason = "stories fail loudly")]

mod queue;
mod recurring;
mod worker;
mod world;
