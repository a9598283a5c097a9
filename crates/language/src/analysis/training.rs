//! What the training tool (`examples/train`) needs of this crate: the very features that
//! messages are read with, and the file of weights.

pub use super::features::Features;
pub use super::model::{Judgement, Linear, Models};

use super::features::{self, Look};
use super::{Asked, entities, lures};
use crate::identify::Spoken;

/// What a model weighs in a message.
#[must_use]
pub fn features(judgement: Judgement, text: &str, asked: Asked) -> Features {
    let text = entities::decoded(text);
    let spoken = if asked == Asked::English { Spoken::English } else { Spoken::French };
    let look = Look::at(&text, &spoken);
    match judgement {
        Judgement::Sentiment => features::sentiment(&look),
        Judgement::Toxicity => features::toxicity(&look),
        Judgement::Spam => lures::spam(&look),
        Judgement::Tongue => super::tongue::features(&look.tokens),
    }
}

/// A word as lists hold it.
#[must_use]
pub fn folded(word: &str) -> String {
    let tokens = super::tokens::cut(word);
    tokens.iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join("_")
}
