//! Stories about what posts brought.

mod cells;
mod comparing;
mod following;
mod importing;
mod sheets;
mod sql;
mod templates;
mod uci;
mod world;
