//! The language of a message, and the one that it is best read in.

use super::tokens::Token;
use crate::identify::{Spoken, identify};

/// A language heard in a message.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    /// What is told.
    pub spoken: Spoken,
    pub confidence: f64,
    /// What lists it is read with.
    pub read_as: Spoken,
    /// How far the judgements of that reading can be trusted.
    pub known: f64,
}

impl Heard {
    pub fn sure(spoken: Spoken) -> Heard {
        Heard { read_as: spoken.clone(), spoken, confidence: 1.0, known: 1.0 }
    }
}

/// Listens to a message.
pub(crate) fn hear(text: &str, _tokens: &[Token<'_>]) -> Heard {
    let guess = identify(text);
    let (read_as, known) = match &guess.spoken {
        Spoken::Unknown => (Spoken::French, 0.8),
        Spoken::Other(code) => (Spoken::Other(code.clone()), 0.3),
        known => (known.clone(), 1.0),
    };
    Heard { spoken: guess.spoken, confidence: guess.confidence, read_as, known }
}
