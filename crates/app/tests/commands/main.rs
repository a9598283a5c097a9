//! The command line, driven as a real process on a folder of its own.

mod archives;
mod demonstration;
mod help;
mod house;
mod process;
mod starting;
