//! One dated act of a person of the community. The stream only grows.

mod store;

use channels::{Channel, ItemKind, Publication};
use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use platform::Brand;
use platform::{Actor, Right};
use primitives::Id;

use crate::identity::{Identity, IdentityError};

/// One dated act of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interaction {
    /// Which one.
    pub id: Id<Interaction>,
    /// Whose.
    pub identity: Id<Identity>,
    /// On which channel.
    pub channel: Option<Id<Channel>>,
    /// Towards which of the brand's publications.
    pub publication: Option<Id<Publication>>,
    /// What.
    pub kind: InteractionKind,
    /// When.
    pub at: Timestamp,
}

text_enum! {
    /// What a person did.
    pub enum InteractionKind {
        /// Answered a post, or in its thread.
        Comment => "comment",
        /// Named the brand in a post of their own.
        Mention => "mention",
        /// Quoted a post.
        Quote => "quote",
        /// Wrote in private.
        Message => "message",
        /// Left an opinion on a page of the brand.
        Review => "review",
        /// Liked a post.
        Like => "like",
        /// Shared a post.
        Share => "share",
        /// Began to follow.
        Follow => "follow",
    }
}

impl From<ItemKind> for InteractionKind {
    fn from(kind: ItemKind) -> Self {
        match kind {
            ItemKind::Reply => Self::Comment,
            ItemKind::Mention => Self::Mention,
            ItemKind::Quote => Self::Quote,
            ItemKind::Direct => Self::Message,
            ItemKind::Review => Self::Review,
            ItemKind::Like => Self::Like,
            ItemKind::Share => Self::Share,
            ItemKind::Follow => Self::Follow,
        }
    }
}

/// An act to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInteraction {
    /// Whose.
    pub identity: Id<Identity>,
    /// On which channel.
    pub channel: Option<Id<Channel>>,
    /// Towards which of the brand's publications.
    pub publication: Option<Id<Publication>>,
    /// What.
    pub kind: InteractionKind,
    /// What it is the same act by: see [`source_key`].
    pub source_key: String,
    /// When.
    pub at: Timestamp,
}

/// The key of an act seen on a channel: seen again, it is the same.
pub fn source_key(channel: Id<Channel>, kind: InteractionKind, remote_id: &str) -> String {
    format!("{channel}:{kind}:{remote_id}")
}

/// Records an act; false when it had been already.
///
/// # Errors
/// What the database met.
pub async fn record(brand: Id<Brand>, new: NewInteraction, tx: &mut Tx) -> Result<bool, Error> {
    Ok(record_all(brand, vec![new], tx).await? > 0)
}

/// Records acts, each once; how many were new.
///
/// # Errors
/// What the database met.
pub async fn record_all(
    brand: Id<Brand>,
    mut new: Vec<NewInteraction>,
    tx: &mut Tx,
) -> Result<u64, Error> {
    new.sort_by(|a, b| a.source_key.cmp(&b.source_key));
    store::insert(brand, new, tx).await
}

impl Interaction {
    /// What a person did, newest first, at most `limit` (100 at most), before an act that was
    /// read already.
    ///
    /// # Errors
    /// [`IdentityError`].
    pub async fn of_identity(
        identity: Id<Identity>,
        before: Option<(Timestamp, Id<Interaction>)>,
        limit: usize,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Interaction>, IdentityError> {
        actor.must(Right::Read)?;
        let limit = limit.clamp(1, 100);
        Ok(store::of_identity(actor.brand(), identity, before, limit, tx).await?)
    }
}
