//! Text as networks see it: how long it is, which parts are links, mentions and hashtags, and
//! what it folds to for search or for recognising our own words when a network gives them back.
//!
//! Words: a *rule* says how a text is counted and how much is accepted; a *count* is the result;
//! an *entity* is a part of a text that a network treats apart. Offsets are byte offsets in the
//! UTF-8 text, always on character boundaries.
//!
//! Pure: nothing here does I/O or knows a network by name. To add a way of counting, add a
//! [`Unit`] and its weight in `count.rs`; a network's limits live in its connector as a
//! [`CountRule`].

mod count;
mod display;
mod emoji;
mod entities;
mod fingerprint;
mod fold;

pub use count::{ByteCount, Count, CountRule, Unit, UrlCount, count, distinct_urls};
pub use display::{shorten, shorten_url};
pub use entities::{Entity, EntityKind, entities};
pub use fingerprint::{normalise_for_fingerprint, similarity};
pub use fold::fold;
