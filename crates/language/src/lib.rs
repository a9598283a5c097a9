//! What a text says: its language, its words, the terms found in it, how alike two texts are;
//! and what a message means: how its author feels, whom it hurts, whether it is spam, what it
//! asks ([`Analyser`]).
//!
//! Words: a *reading* is a text cut into words and sentences once, for everything that looks at
//! it afterwards; a *term* is what a person writes in a list to be found in texts; a *guess* is
//! a language with how sure it is; an *analysis* is all that is read in a message, with the words
//! that weighed; a *correction* is a teammate's word against it, learnt as *adjustments*.
//!
//! Pure: no I/O, no clock, no chance. May import: `primitives`.
//!
//! To add a judgement of texts (a sentiment, a subject), add a module that takes a [`Reading`]
//! and returns a value with its confidence; what a brand decided to watch for lives above, in
//! `strategy`.

pub mod analysis;
mod identify;
mod likeness;
mod matter;
mod reading;
mod stem;
mod term;

pub use analysis::{
    Adjustments, Analyser, Analysis, Asked, Correction, For, Harm, Intent, Intents, Sentiment,
    Spam, Tone, Toxicity, Weighed,
};
pub use identify::{Guess, Spoken, identify};
pub use likeness::{Shingles, likeness};
pub use matter::{Likest, matter};
pub use reading::{Reading, Word, without_entities};
pub use stem::{about, stem};
pub use term::{Found, Term, Terms};
