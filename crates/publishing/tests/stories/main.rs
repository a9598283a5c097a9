//! Stories of preparing posts, told on both engines.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]

mod advice;
mod bulk;
mod by_hand;
mod calendar;
mod campaigns;
mod chains;
mod feeds;
mod guards;
mod holidays;
mod library;
mod mix;
mod posts;
mod queue;
mod recurrences;
mod relay;
mod release;
mod rhythms;
mod sql;
mod times;
mod together;
mod together_portal;
mod world;
mod writing;
