//! Stories about what posts brought.

#![allow(clippy::unwrap_used, reason = "what goes wrong in a story's world ends the story")]

mod best_time;
mod campaign;
mod cells;
mod comparing;
mod following;
mod importing;
mod sheets;
mod sql;
mod templates;
mod uci;
mod world;
