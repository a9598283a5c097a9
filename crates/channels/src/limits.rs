use primitives::text::CountRule;
use serde::{Deserialize, Serialize};

/// What a network takes, with where and when that was learnt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// How long a text may be and how it is counted.
    pub text: CountRule,
    /// How many pictures.
    pub images: u32,
    /// How heavy a picture may be, in bytes.
    pub image_bytes: u64,
    /// The longest side of a picture, in pixels; larger ones are made smaller.
    pub image_side: u32,
    /// Picture types it takes.
    pub image_types: Vec<String>,
    /// How long an alternative text may be, in graphemes.
    pub alt_text: u32,
    /// Where these figures come from: an address, or `served` when the server said them.
    pub source: String,
    /// The day they were read or learnt, `2026-11-22`.
    pub learnt_on: String,
}
