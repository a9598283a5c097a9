//! Imports of insights: a file, how it is read, and what it brought.

pub mod list;
pub mod one;
mod shape;
