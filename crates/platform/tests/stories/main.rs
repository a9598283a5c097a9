//! Stories of the platform, on both engines.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]

mod brands;
mod idempotency;
mod invitations;
mod members;
mod news;
mod pushes;
mod second_factor;
mod setting_up;
mod signing_in;
mod sql;
mod tokens;
mod webhooks;
mod world;
