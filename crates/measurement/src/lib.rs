//! measurement

pub mod statistics;
