//! Test tools, never shipped: fake networks, engines, the named world and the test app.

pub mod engines;
pub mod films;
pub mod networks;

pub use engines::{Engine, engines};
