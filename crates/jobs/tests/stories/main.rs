//! Stories about the queue, each on both engines.

mod queue;
mod recurring;
mod world;
mod worker;
