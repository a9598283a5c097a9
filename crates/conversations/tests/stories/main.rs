//! Stories of the inbox, told on both engines with a network in memory.
#![allow(clippy::unwrap_used)] // a story that can't go on fails

mod acting;
mod answering;
mod bursts;
mod clocks;
mod coming_in;
mod crises;
mod escalating;
mod fading;
mod feeding_back;
mod finding;
mod giving_out;
mod hearing;
mod hours;
mod judging;
mod knowing;
mod letters;
mod merging;
mod moderation_authors;
mod moderation_queue;
mod moderation_rules;
mod moderation_trials;
mod network;
mod noting;
mod polling;
mod promises;
mod reading;
mod rereading;
mod standing;
mod world;
