//! Test tools, never shipped: fake networks, engines, the named world and the test app.

pub mod networks;
