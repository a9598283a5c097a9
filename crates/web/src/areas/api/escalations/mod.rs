//! Questions handed to those who know, and the address book of those who know.

pub mod experts;
pub mod list;
pub mod one;
mod shape;
