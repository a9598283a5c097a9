//! What a brand decided beforehand: the editorial charter and its topics.
//!
//! Words: a [`Topic`] is a line of the charter, what the brand speaks about; a [`Format`] is the
//! kind of piece that a post is.
//!
//! May import: `platform`, `database`, `primitives`.
//!
//! To add something that the charter says: a column in a migration, its field on the noun, its
//! SQL in the noun's `store.rs`, and its place on the charter's page.

pub mod format;
pub mod topic;

pub use format::Format;
pub use topic::{Topic, TopicError};
