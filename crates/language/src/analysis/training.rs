//! What the training tool (`examples/train`) needs of this crate: the very features that
//! messages are read with, and the file of weights.

pub use super::features::Features;
pub use super::model::{Judgement, Linear, Models};

use super::features::{self, Look};
use super::{Asked, Tone, entities, intents, lures};
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
        _ => intents::features(&look),
    }
}

/// What turns of phrase and the sentiment alone say of an intent, as a raw score.
#[must_use]
pub fn ruled(judgement: Judgement, text: &str, asked: Asked) -> f32 {
    let read = super::Analyser::new().read(text, asked).sentiment;
    let text = entities::decoded(text);
    let spoken = if asked == Asked::English { Spoken::English } else { Spoken::French };
    let tones = [read.of(Tone::Negative), read.of(Tone::Positive)];
    intents::ruled(&Look::at(&text, &spoken), tones)[judgement as usize - 3]
}

/// A word as lists hold it.
#[must_use]
pub fn folded(word: &str) -> String {
    let tokens = super::tokens::cut(word);
    tokens.iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join("_")
}
