//! Stories of the send fence and of channels, told on both engines with a network in memory
//! whose every answer the story decides.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]

mod chains;
mod fence;
mod network;
mod pauses;
mod world;
