use database::{Error, Tx};
use jiff::Timestamp;
use primitives::Id;

use crate::{JobRecord, store, wake};

/// A job that failed too often, or for good, and waits for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// The job.
    pub id: Id<JobRecord>,
    /// Its kind.
    pub kind: String,
    /// The brand it was for.
    pub brand: Option<Id<()>>,
    /// Its payload, as JSON.
    pub payload: String,
    /// How often it was tried.
    pub attempts: i64,
    /// What it met last.
    pub last_error: String,
    /// When it was enqueued.
    pub created_at: Timestamp,
    /// When it was given up.
    pub ended_at: Timestamp,
}

/// Whose dead letters: every query says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A brand's own.
    Brand(Id<()>),
    /// Those of every brand and of none: for whoever runs the program.
    Everything,
}

impl Scope {
    /// A brand's own.
    pub fn brand<T>(brand: Id<T>) -> Self {
        Scope::Brand(brand.cast())
    }

    pub(crate) fn id(self) -> Option<Id<()>> {
        match self {
            Scope::Brand(id) => Some(id),
            Scope::Everything => None,
        }
    }
}

/// The latest dead letters, newest first, `limit` at most.
///
/// # Errors
/// What the database met.
pub async fn dead_letters(tx: &mut Tx, scope: Scope, limit: i64) -> Result<Vec<DeadLetter>, Error> {
    store::dead(tx, scope.id(), limit).await
}

/// How many dead letters there are.
///
/// # Errors
/// What the database met.
pub async fn dead_letter_count(tx: &mut Tx, scope: Scope) -> Result<i64, Error> {
    store::dead_count(tx, scope.id()).await
}

/// Gives a dead letter all its tries again, at once. `false` when there is no such one in scope.
///
/// # Errors
/// What the database met.
pub async fn retry(tx: &mut Tx, scope: Scope, id: Id<JobRecord>) -> Result<bool, Error> {
    let revived = store::revive(tx, scope.id(), id).await?;
    wake::poke();
    Ok(revived)
}

/// Throws a dead letter away. `false` when there is no such one in scope.
///
/// # Errors
/// What the database met.
pub async fn discard(tx: &mut Tx, scope: Scope, id: Id<JobRecord>) -> Result<bool, Error> {
    store::discard(tx, scope.id(), id).await
}
