//! Stories of the inbox, told on both engines with a network in memory.
#![allow(clippy::unwrap_used)] // a story that can't go on fails

mod answering;
mod coming_in;
mod network;
mod polling;
mod reading;
mod standing;
mod world;
