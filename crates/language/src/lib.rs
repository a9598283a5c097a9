//! What a text says: its language, its words, the terms found in it, how alike two texts are.
//!
//! Words: a *reading* is a text cut into words and sentences once, for everything that looks at
//! it afterwards; a *term* is what a person writes in a list to be found in texts; a *guess* is
//! a language with how sure it is.
//!
//! Pure: no I/O, no clock, no chance. May import: `primitives`.
//!
//! To add a judgement of texts (a sentiment, a subject), add a module that takes a [`Reading`]
//! and returns a value with its confidence; what a brand decided to watch for lives above, in
//! `strategy`.

mod identify;
mod likeness;
mod reading;
mod stem;
mod term;

pub use identify::{Guess, Spoken, identify};
pub use likeness::{Shingles, likeness};
pub use reading::{Reading, Word, without_entities};
pub use stem::{about, stem};
pub use term::{Found, Term, Terms};
