//! The people of a community: their identities at networks, and what they did.
//!
//! Words: an [`Identity`] is one handle of a person on a network; an [`Interaction`] is one dated
//! act of theirs (a comment, a like, a follow…), in a stream that only grows.
//!
//! May import: `channels`, `platform`, `database`, `primitives`.
//!
//! To add a kind of act: add it to [`InteractionKind`] and word it in `web`; whoever sees such
//! acts calls [`interaction::record`] with a source key, so that seeing one twice counts once.

pub mod identity;
pub mod interaction;

pub use identity::{Identity, IdentityError};
pub use interaction::{Interaction, InteractionKind, NewInteraction};
