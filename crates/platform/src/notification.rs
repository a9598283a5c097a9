//! What a teammate is to be told in a brand: shown under the bell until it is read.

use database::{Error, Tx};
use jiff::Timestamp;
use primitives::Id;
use serde_json::Value as Json;

use crate::{Brand, Right, Subject, Teammate};

mod store;

/// One thing told to one teammate.
#[derive(Debug, Clone)]
pub struct Notification {
    /// Which one; ids sort by time.
    pub id: Id<Notification>,
    /// In which brand.
    pub brand: Id<Brand>,
    /// What, as `noun.fact`: `publication.failed`, `channel.in_trouble`.
    pub kind: String,
    /// About what.
    pub subject: Subject,
    /// What else is known.
    pub data: Json,
    /// Since when.
    pub created_at: Timestamp,
    /// When they read it.
    pub read_at: Option<Timestamp>,
}

/// Whom to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recipients {
    /// Every teammate of the brand whose role has this right.
    Right(Right),
    /// One teammate, if they work in the brand.
    Teammate(Id<Teammate>),
}

/// Tells teammates of a brand, in the verb's own transaction; the number told. One who has not
/// read yet the same kind of news about the same subject is not told again.
pub async fn notify(
    tx: &mut Tx,
    brand: Id<Brand>,
    kind: &'static str,
    subject: Subject,
    data: Json,
    to: Recipients,
) -> Result<u64, Error> {
    let candidates = store::untold(brand, kind, &subject, tx).await?;
    let told: Vec<_> = candidates
        .into_iter()
        .filter(|(teammate, role)| match to {
            Recipients::Right(right) => role.may(right),
            Recipients::Teammate(only) => *teammate == only,
        })
        .map(|(teammate, _)| teammate)
        .collect();
    store::insert(brand, &told, kind, &subject, &data, tx).await
}

impl Notification {
    /// How many the teammate has not read in a brand.
    pub async fn unread(
        teammate: Id<Teammate>,
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<i64, Error> {
        store::unread(teammate, brand, tx).await
    }

    /// The latest of the teammate's in a brand, at most `limit` (100 at most), older than
    /// `before`, newest first.
    pub async fn list(
        teammate: Id<Teammate>,
        brand: Id<Brand>,
        before: Option<Id<Notification>>,
        limit: usize,
        tx: &mut Tx,
    ) -> Result<Vec<Self>, Error> {
        store::list(teammate, brand, before, limit.clamp(1, 100), tx).await
    }

    /// Marks one of the teammate's own as read; false when it is not theirs.
    pub async fn mark_read(
        id: Id<Notification>,
        teammate: Id<Teammate>,
        tx: &mut Tx,
    ) -> Result<bool, Error> {
        store::mark_read(id, teammate, tx).await
    }

    /// Marks all of the teammate's in a brand as read.
    pub async fn mark_all_read(
        teammate: Id<Teammate>,
        brand: Id<Brand>,
        tx: &mut Tx,
    ) -> Result<u64, Error> {
        store::mark_all_read(teammate, brand, tx).await
    }

    /// Marks as read, for everyone, what was said about a subject that is settled.
    pub async fn settle(brand: Id<Brand>, subject: &Subject, tx: &mut Tx) -> Result<u64, Error> {
        store::settle(brand, subject, tx).await
    }
}
