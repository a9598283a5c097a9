//! How Parvis speaks to each network: one folder a network, one line in [`registry`].
//!
//! Words: a *connector* implements the traits of `channels::connector` for one network; its
//! `wire` is the network's JSON, known nowhere else. Limits are data.
//!
//! May import: `channels`, `platform`, `database`, `primitives`. Only `app` (and tests) import
//! this room.
//!
//! To add a network: a folder `{mod,connect,publish,inbox,measure,wire}.rs`, its line in
//! [`registry`], a fake of it in `testing::networks`, and its line in the conformance suite
//! (`tests/conformance`), which then proves everything that the send fence relies on.
//!
//! The rule of every `send`: an error means that the network certainly did not accept. Whatever
//! may have been accepted (no answer, any 5xx, a success that can't be read) is `Uncertain`.

mod answer;
pub mod assisted;
pub mod bluesky;
mod charset;
pub mod feed;
mod html;
pub mod mail;
pub mod mastodon;
mod pictures;
mod server;

use std::sync::Arc;

use channels::Connector;
use channels::feeds::FeedReader;

/// Every network that Parvis knows.
pub fn registry() -> Vec<Arc<dyn Connector>> {
    vec![
        Arc::new(bluesky::Bluesky::default()),
        Arc::new(mastodon::Mastodon),
        Arc::new(mail::Mail),
        Arc::new(assisted::Assisted),
    ]
}

/// What reads feeds (RSS, Atom, JSON Feed).
pub fn feed_reader() -> Arc<dyn FeedReader> {
    Arc::new(feed::Feeds)
}
