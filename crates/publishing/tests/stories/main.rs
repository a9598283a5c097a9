//! Stories of preparing posts, told on both engines.

mod feeds;
mod posts;
mod sql;
mod times;
mod world;
