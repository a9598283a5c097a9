//! Connected accounts, what a network can do, and the send fence.
//!
//! Words: a [`Channel`] is one connected presence of a brand on a network; a [`Publication`] is
//! the act of making one content appear once on one channel, and what the network answered.
//! Posts (room `publishing`) and replies (room `conversations`) both go through the same fence,
//! which is why it lives here, below both.
//!
//! May import: `platform`, `jobs`, `database`, `primitives`. Connectors implement the traits of
//! [`connector`]; nothing here knows a network by name.
//!
//! To add a state to the fence: add it to [`PublicationState`] and `publication/store.rs`, say in
//! `publication/deliver.rs` what leads out of it, and word it in `publishing.ftl`.

mod call;
mod channel;
pub mod connector;
pub mod feeds;
mod inbox;
mod kit;
mod limits;
pub mod look;
mod moderate;
mod outcome;
mod prepared;
pub mod publication;

pub use call::{Call, CredentialKeeper, Credentials, Renew};
pub use channel::{
    Channel, ChannelError, ChannelState, Mode, PendingAuthorization, learn_limits_again,
};
pub use connector::{Connector, Network};
pub use inbox::{
    Blind, InboxBatch, InboxItem, ItemKind, JoinedFile, Letter, Machine, RemotePicture,
    RemoteProfile, Reread, Undelivered,
};
pub use kit::{ChannelKit, Connectors, FenceSettings, Instance, LastLook, NothingToSay};
pub use limits::{Gif, ImageRatio, Limits, LinkPlace, PollLimits, Together, VideoLimits};
pub use look::Look;
pub use moderate::{Act, Moderate, Piece};
pub use outcome::{Found, NetworkError, Outcome, Rejection, Remote};
pub use prepared::{AttachedMedia, Content, Poll, Prepared, ReplyTarget, Staged};
pub use publication::{Publication, PublicationState};
