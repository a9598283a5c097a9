//! Runs jobs that were claimed: with their lease kept, their panics caught, their end written.

use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

use database::{Database, Error, Tx};
use futures_util::FutureExt;
use jiff::{SignedDuration, Timestamp};
use primitives::Id;

use crate::recurring::recur;
use crate::registry::{Handler, Outcome, Registry};
use crate::store::{self, Claimed, END_OF_TIME};
use crate::worker::Instance;
use crate::{Done, JobContext, JobError, backoff};

/// How often the end of a job is written again when the database does not take it.
const SETTLE_TRIES: u32 = 6;

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ended {
    Finished,
    Again,
    Retried,
    Dead,
    /// Another instance took it over, or the database could not be told: the lease decides.
    Lost,
}

impl Ended {
    fn word(self) -> &'static str {
        match self {
            Ended::Finished => "finished",
            Ended::Again => "again",
            Ended::Retried => "retried",
            Ended::Dead => "dead",
            Ended::Lost => "lost",
        }
    }
}

/// Takes due jobs, shortest wait last.
pub(crate) async fn claim(
    db: &Database,
    registry: &Registry,
    owner: Id<Instance>,
    now: Timestamp,
    limit: usize,
) -> Result<Vec<Claimed>, Error> {
    let kinds = registry.kinds();
    if kinds.is_empty() || limit == 0 {
        return Ok(Vec::new());
    }
    let lease = |kind: &str| registry.handler(kind).map_or(SignedDuration::ZERO, lease_of);
    let mut tx = db.begin().await?;
    let claimed = store::claim(&mut tx, owner, &kinds, now, limit, lease).await?;
    tx.commit().await?;
    Ok(claimed)
}

/// Runs one job to its end and writes what became of it.
pub(crate) async fn run(db: &Database, registry: &Registry, job: Claimed) -> Ended {
    let Some(handler) = registry.handler(&job.kind) else { return Ended::Lost };
    let (started, now) = (Instant::now(), db.ambient().now());
    let late = now.duration_since(job.run_at).as_secs_f64().max(0.0);
    let outcome = if job.attempt > handler.max_attempts {
        let detail = "the program stopped while it ran, each time".to_owned();
        Some(Err(JobError::Dead(detail)))
    } else {
        tokio::select! {
            outcome = guarded(db, handler, &job, now) => Some(outcome),
            () = heartbeat(db, &job, handler.lease) => None,
        }
    };
    let ended = match outcome {
        Some(outcome) => settle(db, handler, &job, outcome).await,
        None => {
            tracing::warn!(job = %job.id, kind = job.kind, "the lease of a job was lost; left to its new owner");
            Ended::Lost
        }
    };
    metrics::counter!("parvis_jobs_total", "kind" => job.kind.clone(), "outcome" => ended.word())
        .increment(1);
    metrics::histogram!("parvis_job_seconds", "kind" => job.kind.clone())
        .record(started.elapsed().as_secs_f64());
    metrics::histogram!("parvis_job_late_seconds", "kind" => job.kind).record(late);
    ended
}

/// Runs the handler; a panic is passing trouble.
async fn guarded(db: &Database, handler: &Handler, job: &Claimed, now: Timestamp) -> Outcome {
    let context = JobContext {
        db: db.clone(),
        id: job.id,
        attempt: job.attempt,
        max_attempts: handler.max_attempts,
        run_at: job.run_at,
        now,
        brand: job.brand,
    };
    let payload = job.payload.clone();
    let run = AssertUnwindSafe(async { (handler.run)(payload, context).await });
    run.catch_unwind().await.unwrap_or_else(|panic| {
        let said = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
        Err(JobError::Retry(format!("it panicked: {}", said.unwrap_or_default())))
    })
}

/// Renews the lease three times in its length; returns when it is lost.
async fn heartbeat(db: &Database, job: &Claimed, lease: Duration) {
    let mut kept_at = Instant::now();
    loop {
        tokio::time::sleep(lease / 3).await;
        let asked_at = Instant::now();
        match renew(db, job, lease).await {
            Ok(true) => kept_at = asked_at,
            Ok(false) => return,
            Err(error) => tracing::warn!(%error, job = %job.id, "a lease could not be renewed"),
        }
        if kept_at.elapsed() >= lease {
            return;
        }
    }
}

async fn renew(db: &Database, job: &Claimed, lease: Duration) -> Result<bool, Error> {
    let mut tx = db.begin().await?;
    let until = tx.now().saturating_add(lease).unwrap_or(END_OF_TIME);
    let kept = store::renew(&mut tx, job, until).await?;
    tx.commit().await?;
    Ok(kept)
}

async fn settle(db: &Database, handler: &Handler, job: &Claimed, outcome: Outcome) -> Ended {
    for attempt in 0..SETTLE_TRIES {
        let error = match write_end(db, handler, job, &outcome).await {
            Ok(ended) => return ended,
            Err(error) => error,
        };
        if attempt + 1 == SETTLE_TRIES {
            tracing::error!(%error, job = %job.id, kind = job.kind, "the end of a job could not be written; it runs again after its lease");
        } else {
            tokio::time::sleep(Duration::from_millis(50 << attempt)).await;
        }
    }
    Ended::Lost
}

async fn write_end(
    db: &Database,
    handler: &Handler,
    job: &Claimed,
    outcome: &Outcome,
) -> Result<Ended, Error> {
    let mut tx = db.begin().await?;
    let ended = match outcome {
        Ok(Done::Finished) => {
            store::finish(&mut tx, job).await?;
            Ended::Finished
        }
        Ok(Done::Again(at)) => {
            store::put_back(&mut tx, job, *at, 0, None).await?;
            Ended::Again
        }
        Err(error) => write_failure(&mut tx, handler, job, error).await?,
    };
    tx.commit().await?;
    Ok(ended)
}

async fn write_failure(
    tx: &mut Tx,
    handler: &Handler,
    job: &Claimed,
    error: &JobError,
) -> Result<Ended, Error> {
    let detail = error.to_string();
    if handler.recurring {
        tracing::warn!(
            name = job.kind,
            error = detail,
            "recurring work failed; it comes round again"
        );
        store::finish(tx, job).await?;
        return Ok(Ended::Retried);
    }
    let pause = backoff::pause(job.attempt, tx.ambient().share());
    let next = match error {
        JobError::Dead(_) => None,
        _ if job.attempt >= handler.max_attempts => None,
        JobError::Retry(_) => Some(tx.now().saturating_add(pause).unwrap_or(END_OF_TIME)),
        JobError::RetryAt(at, _) => Some(*at),
    };
    match next {
        Some(at) => {
            tracing::info!(job = %job.id, kind = job.kind, attempt = job.attempt, error = detail, %at, "a job failed and will be tried again");
            store::put_back(tx, job, at, job.attempt, Some(&detail)).await?;
            Ok(Ended::Retried)
        }
        None => {
            tracing::error!(job = %job.id, kind = job.kind, attempt = job.attempt, error = detail, "a job was given up");
            store::give_up(tx, job, &detail).await?;
            Ok(Ended::Dead)
        }
    }
}

fn lease_of(handler: &Handler) -> SignedDuration {
    SignedDuration::try_from(handler.lease).unwrap_or(SignedDuration::MAX)
}

/// What [`run_due`] did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RanDue {
    /// How many jobs ran to their end.
    pub finished: usize,
    /// How many failed and were put back for later.
    pub retried: usize,
    /// How many became dead letters.
    pub dead: usize,
}

/// [`run_due`] could not empty the queue.
#[derive(Debug, thiserror::Error)]
pub enum RunDueError {
    /// What the database met.
    #[error(transparent)]
    Database(#[from] Error),
    /// After ten thousand jobs there were still some due: jobs that enqueue one another?
    #[error("the queue is not emptying")]
    Endless,
}

/// Runs all that is due at `now` in this task, recurring work and the jobs that jobs enqueue
/// included, until nothing is left: for tests and for the command line.
///
/// # Errors
/// [`RunDueError`].
pub async fn run_due(
    db: &Database,
    registry: &Registry,
    now: Timestamp,
) -> Result<RanDue, RunDueError> {
    const MOST: usize = 10_000;
    let owner = db.ambient().new_id();
    let mut ran = RanDue::default();
    for _ in 0..MOST {
        while recur(db, registry, now).await?.is_some_and(|next| next <= now) {}
        let Some(job) = claim(db, registry, owner, now, 1).await?.pop() else { return Ok(ran) };
        match run(db, registry, job).await {
            Ended::Finished | Ended::Again => ran.finished += 1,
            Ended::Retried => ran.retried += 1,
            Ended::Dead => ran.dead += 1,
            Ended::Lost => {}
        }
    }
    Err(RunDueError::Endless)
}
