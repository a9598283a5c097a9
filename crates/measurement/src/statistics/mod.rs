//! Statistics and measures: pure functions over figures.
