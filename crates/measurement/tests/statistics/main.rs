//! Stories about figures and what may be said of them.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]

mod comparing;
mod engagement;
mod quantiles;
