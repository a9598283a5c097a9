use std::time::Duration;

use database::Database;
use jiff::Timestamp;
use primitives::Id;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::JobRecord;

/// One piece of work. Its fields are its payload: ids rather than contents, so that the handler
/// reads what is true when it runs.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its lasting name in the database: `send_mail`. Instances leave kinds they don't know alone.
    const KIND: &'static str;
    /// How many times it is tried before it becomes a dead letter.
    const MAX_ATTEMPTS: u32 = 12;
    /// How long an instance that died keeps it from running; renewed while it runs.
    const LEASE: Duration = Duration::from_secs(120);
}

/// What a handler did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// All of it: the job is removed.
    Finished,
    /// Its part; the same job runs again at that instant, with its attempts forgotten.
    Again(Timestamp),
}

/// Why a handler did not do its work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JobError {
    /// Passing trouble: tried again after a growing, random pause.
    #[error("{0}")]
    Retry(String),
    /// Passing trouble that says when it will be over.
    #[error("{1} (again at {0})")]
    RetryAt(Timestamp, String),
    /// Trying again changes nothing: a person must look.
    #[error("{0}")]
    Dead(String),
}

impl JobError {
    /// Passing trouble.
    pub fn retry(error: impl std::fmt::Display) -> Self {
        JobError::Retry(error.to_string())
    }

    /// Lasting trouble.
    pub fn dead(error: impl std::fmt::Display) -> Self {
        JobError::Dead(error.to_string())
    }
}

impl From<database::Error> for JobError {
    fn from(error: database::Error) -> Self {
        JobError::Retry(error.to_string())
    }
}

/// What a handler knows of its run.
#[derive(Clone)]
pub struct JobContext {
    /// The database that the job came from.
    pub db: Database,
    /// The job.
    pub id: Id<JobRecord>,
    /// Which try this is, from 1.
    pub attempt: u32,
    /// How many tries there are; a failure at the last makes a dead letter.
    pub max_attempts: u32,
    /// When it was to run.
    pub run_at: Timestamp,
    /// The present, when the run began.
    pub now: Timestamp,
    pub(crate) brand: Option<Id<()>>,
}

impl JobContext {
    /// The brand the job was enqueued for.
    pub fn brand<T>(&self) -> Option<Id<T>> {
        self.brand.map(Id::cast)
    }

    /// Whether a failure now is the last one.
    pub fn is_last_attempt(&self) -> bool {
        self.attempt >= self.max_attempts
    }
}

impl std::fmt::Debug for JobContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JobContext")
            .field("id", &self.id)
            .field("attempt", &self.attempt)
            .field("run_at", &self.run_at)
            .finish_non_exhaustive()
    }
}
