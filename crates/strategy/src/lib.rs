//! What a brand decided beforehand: the editorial charter and its topics.
//!
//! Words: the [`Charter`] is everything that was decided; a [`Topic`] is a line of it, what the
//! brand speaks about; a [`Format`] is the kind of piece that a post is; a [`Regulated`] list is
//! vocabulary that the law watches.
//!
//! May import: `platform`, `database`, `primitives`.
//!
//! To add something that the charter says: a column in a migration, its field on the noun, its
//! SQL in the noun's `store.rs`, and its place on the charter's page.

pub mod charter;
pub mod format;
pub mod regulated;
pub mod topic;

pub use charter::{Charter, CharterError, CharterWord, WordKind};
pub use format::Format;
pub use regulated::{Regulated, RegulatedKind};
pub use topic::{Topic, TopicError};
