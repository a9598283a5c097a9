use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use primitives::Id;

use crate::{Job, store, wake};

/// A job as it lies in the queue; only its id is handed around.
#[derive(Debug)]
pub enum JobRecord {}

/// How a job is enqueued. `Enqueue::now()` is at once, for no brand, without a key.
#[derive(Debug, Clone, Default)]
pub struct Enqueue {
    brand: Option<Id<()>>,
    run_at: Option<Timestamp>,
    once_key: Option<String>,
}

impl Enqueue {
    /// As soon as the transaction has committed.
    pub fn now() -> Self {
        Self::default()
    }

    /// Not before that instant.
    pub fn at(instant: Timestamp) -> Self {
        Self { run_at: Some(instant), ..Self::default() }
    }

    /// For a brand: its dead letters show there, and it goes when the brand does.
    pub fn brand<T>(mut self, brand: Id<T>) -> Self {
        self.brand = Some(brand.cast());
        self
    }

    /// At most one live job has this key; enqueuing again keeps the one there is, at the earlier
    /// of the two instants. If it is running at that moment, it runs once more afterwards, so
    /// nothing that happened meanwhile is missed. The payload must follow from the key.
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once_key = Some(key.into());
        self
    }
}

/// Asks for a job in the verb's own transaction: it runs if and only if that commits.
///
/// # Errors
/// What the database met, or a payload that can't be written.
pub async fn enqueue<J: Job>(tx: &mut Tx, job: &J, how: Enqueue) -> Result<Id<JobRecord>, Error> {
    let payload = serde_json::to_string(job).map_err(|error| Error::Other(error.into()))?;
    insert(tx, J::KIND, payload, how).await
}

pub(crate) async fn insert(
    tx: &mut Tx,
    kind: &str,
    payload: String,
    how: Enqueue,
) -> Result<Id<JobRecord>, Error> {
    let run_at = how.run_at.unwrap_or_else(|| tx.now());
    let id = store::insert(tx, kind, payload, how.brand, how.once_key, run_at).await?;
    if run_at.duration_since(tx.now()) < SignedDuration::from_secs(1) {
        wake::poke();
    }
    Ok(id)
}

/// How much work there is, for metrics and for tests that end with an empty queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Backlog {
    /// Jobs whose time has come and which nobody has taken.
    pub due: i64,
    /// Jobs for later.
    pub later: i64,
    /// Jobs under way.
    pub running: i64,
    /// Dead letters.
    pub dead: i64,
    /// When the oldest due job was to run.
    pub oldest_due: Option<Timestamp>,
}

/// Counts the queue as it stands at the handle's instant.
///
/// # Errors
/// What the database met.
pub async fn backlog(tx: &mut Tx) -> Result<Backlog, Error> {
    store::backlog(tx).await
}
