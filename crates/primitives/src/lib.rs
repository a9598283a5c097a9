//! What every room speaks in: ids, the clock, randomness, languages, money and text counting.
//!
//! Imports nothing of the house. No I/O happens here, except in [`Ambient::real`], the one
//! place where the machine's clock and randomness enter the program.
//!
//! To add an id kind, nothing is needed: `Id<Noun>` is typed by the noun it names.

mod ambient;
pub mod days;
mod id;
mod language;
mod slug;
pub mod text;

pub use ambient::Ambient;
pub use id::{Id, InvalidId};
pub use language::{Language, UnknownLanguage};
pub use slug::slug;

/// The longest text Parvis takes in one field, in bytes; beyond it a form is refused with a
/// clear message rather than stored or truncated.
pub const LONGEST_TEXT: usize = 200_000;
