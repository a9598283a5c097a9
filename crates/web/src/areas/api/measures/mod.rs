//! What posts brought: their figures, their measures, and how they compare.

pub mod comparisons;
pub mod posts;
mod shape;

pub use comparisons::{GroupBody, IntervalBody, group};
pub use shape::measure;
