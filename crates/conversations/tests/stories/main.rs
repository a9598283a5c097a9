//! Stories of the inbox, told on both engines with a network in memory.

mod answering;
mod coming_in;
mod network;
mod polling;
mod reading;
mod world;
