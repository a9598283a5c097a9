//! platform

pub mod media;
pub mod outbound;
