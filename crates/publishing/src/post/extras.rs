//! What a post carries beside its words and pictures.

use channels::Poll;
use serde::{Deserialize, Serialize};

/// What a post carries beside its words and pictures; kept whole, as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extras {
    /// The posts that follow the first one, in order, each an answer to the one before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thread: Vec<String>,
    /// A comment of our own, under what was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_comment: Option<String>,
    /// A question with answers to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poll: Option<Poll>,
    /// The partner of a commercial collaboration (French law of 9 June 2023, article 5); empty
    /// when there is one that the author did not name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commercial: Option<String>,
    /// Whether a picture's silhouette or face was retouched (same article).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub retouched: bool,
}

/// What a variant says otherwise than its post, beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VariantExtras {
    /// Its own thread; `None` follows the post's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread: Option<Vec<String>>,
    /// Its own first comment, empty for none; `None` follows the post's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_comment: Option<String>,
}
