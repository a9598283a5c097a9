//! The command line, driven as a real process on a folder of its own.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]

mod archives;
mod demonstration;
mod desk;
mod help;
mod house;
mod process;
mod starting;
