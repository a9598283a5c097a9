//! Stories about counting, finding entities, folding and recognising texts.
#![allow(clippy::unwrap_used, reason = "the helpers of stories fail as stories do")]

mod counting;
mod entities;
mod folding;
mod properties;
