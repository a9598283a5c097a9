//! Stateful fake networks: HTTP servers on the loopback address that keep accounts, tokens,
//! posts, media and notifications, enforce the networks' limits, and fail on demand at any point
//! of a request. They are test tools and never shipped.
//!
//! [`FakeMastodon`] and [`FakeBluesky`] are started inside a test, or as a process of their own
//! (`cargo run -p testing --bin fake-network -- mastodon --port 4000`) when the test kills the
//! program that talks to them. In both cases `/_fake/…` drives them over HTTP: see [`control`].
//!
//! To add a fake network: a folder with its state and routes, a [`faults::Manners`] that says
//! what its errors look like, and its [`control::Driven`].

pub mod bluesky;
pub mod control;
pub mod faults;
mod line;
pub mod mastodon;
mod meddle;

pub use bluesky::FakeBluesky;
pub use control::PostSeen;
pub use faults::{Fault, Faults, Hold, Point};
pub use mastodon::FakeMastodon;
