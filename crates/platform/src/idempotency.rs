//! Answers kept for a day, so that a program that asks twice (a time-out, a retry) with the same
//! `Idempotency-Key` has its work done once and gets the same answer.
//!
//! Call [`begin`] in a transaction of its own, commit it, do the work, and [`finish`] in the
//! work's own transaction, so that the work and its answer are kept together or not at all.

use database::{Error, Tx};
use jiff::SignedDuration;
use primitives::Id;

use crate::Brand;

mod store;

/// What is to be done with a request that carries a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is the first: do it, then [`finish`].
    New,
    /// It was done: answer this again.
    Replay {
        /// The HTTP status.
        status: u16,
        /// The body.
        body: String,
    },
    /// The key was used for another request: refuse.
    DifferentRequest,
    /// The same request is being done now: ask again later.
    StillRunning,
}

/// The longest key, in bytes; longer ones are the caller's to refuse.
pub const LONGEST_KEY: usize = 255;
/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);
/// After how long a request without an answer is taken to be lost with its process.
const LOST_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// Begins a request under a key of the brand; `request_hash` tells it from others (method, path
/// and body).
pub async fn begin(
    brand: Id<Brand>,
    key: &str,
    request_hash: &str,
    tx: &mut Tx,
) -> Result<Begun, Error> {
    let now = tx.now();
    let kept_since = now.saturating_sub(KEPT).unwrap_or(now);
    let running_since = now.saturating_sub(LOST_AFTER).unwrap_or(now);
    if store::claim(brand, key, request_hash, kept_since, running_since, tx).await? {
        return Ok(Begun::New);
    }
    let Some(stored) = store::find(brand, key, tx).await? else {
        // Forgotten between the two statements: its first request failed just now.
        return Ok(Begun::StillRunning);
    };
    Ok(if stored.request_hash != request_hash {
        Begun::DifferentRequest
    } else {
        match stored.answer {
            Some((status, body)) => Begun::Replay { status, body },
            None => Begun::StillRunning,
        }
    })
}

/// Keeps the answer.
pub async fn finish(
    brand: Id<Brand>,
    key: &str,
    status: u16,
    body: &str,
    tx: &mut Tx,
) -> Result<(), Error> {
    store::finish(brand, key, status, body, tx).await
}

/// Forgets a request that was not done, so that it may be tried again with the same key.
pub async fn forget(brand: Id<Brand>, key: &str, tx: &mut Tx) -> Result<(), Error> {
    store::forget(brand, key, tx).await
}

/// Forgets the answers older than a day; how many. For recurring work.
pub async fn purge(tx: &mut Tx) -> Result<u64, Error> {
    let now = tx.now();
    store::purge(now.saturating_sub(KEPT).unwrap_or(now), tx).await
}
