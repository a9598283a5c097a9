//! Stories of the send fence and of channels, told on both engines with a network in memory
//! whose every answer the story decides.

mod fence;
mod network;
mod pauses;
mod world;
