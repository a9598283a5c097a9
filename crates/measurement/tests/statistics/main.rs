//! Stories about figures and what may be said of them.

mod comparing;
mod engagement;
mod quantiles;
