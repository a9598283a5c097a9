//! Preparing what a brand publishes: posts, their variants, their times, and feeds that bring
//! drafts.
//!
//! Words: a [`Post`] is the editorial item; a variant is its text for one channel; the act of
//! publishing a variant is a publication, and lives in `channels` with the send fence. A [`Slot`]
//! is a time of the week kept for publishing, the [`queue`] is what waits in them, and a
//! [`Recurrence`] is a post that comes back.
//!
//! May import: `strategy`, `channels`, `language`, `platform`, `jobs`, `database`, `primitives`.
//!
//! To add something a post carries: a column (or table) in a migration, its field in
//! `post.rs`, its SQL in `post/store.rs`, and its place in [`Post::content_for`], which is all
//! that the send fence sees.

pub mod advice;
pub mod approval;
pub mod bulk;
pub mod by_hand;
pub mod calendar;
pub mod campaign;
pub mod comment;
pub mod difference;
pub mod feed;
mod fetched;
pub mod guard;
pub mod hashtags;
pub mod holidays;
mod last;
pub mod letter;
pub mod library;
pub mod local_time;
pub mod mix;
pub mod portal;
pub mod post;
pub mod presence;
pub mod queue;
pub mod recurrence;
pub mod slot;
pub mod split;
pub mod template;
pub mod tracking;
pub mod version;

pub use by_hand::ByHand;
pub use campaign::Campaign;
pub use feed::Feed;
pub use guard::{Finding, Guard, Level};
pub use last::LastLooks;
pub use local_time::{LocalSchedule, Moved};
pub use post::{Post, PostState, Variant};
pub use recurrence::Recurrence;
pub use slot::Slot;
pub use template::Template;
pub use tracking::Tracking;
pub use version::Version;
