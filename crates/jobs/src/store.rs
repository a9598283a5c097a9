//! All SQL about jobs and recurring work.
//!
//! A row is `ready` (waits for `run_at`), `running` (leased) or `dead`; a finished job is
//! removed. While it runs, `run_at` holds the end of time: an earlier instant there means that
//! it was enqueued again under its key meanwhile, and runs once more.

use database::{Error, Row, Tx, params, placeholders, sql};
use jiff::Timestamp;
use primitives::Id;

use crate::worker::Instance;
use crate::{Backlog, DeadLetter, JobRecord};

/// A job taken by this instance.
#[derive(Debug, Clone)]
pub(crate) struct Claimed {
    pub(crate) id: Id<JobRecord>,
    pub(crate) kind: String,
    pub(crate) payload: String,
    pub(crate) brand: Option<Id<()>>,
    /// This try's number; with the owner, it names the lease.
    pub(crate) attempt: u32,
    pub(crate) run_at: Timestamp,
    pub(crate) owner: Id<Instance>,
}

/// Later than any job: the year 3000.
pub(crate) const END_OF_TIME: Timestamp = Timestamp::constant(32_503_680_000, 0);

pub(crate) async fn insert(
    tx: &mut Tx,
    kind: &str,
    payload: String,
    brand: Option<Id<()>>,
    once_key: Option<String>,
    run_at: Timestamp,
) -> Result<Id<JobRecord>, Error> {
    let id: Id<JobRecord> = tx.new_id();
    let row = tx
        .query_one(
            sql!(
                "INSERT INTO job (id, kind, payload, brand_id, once_key, state, run_at, attempts, created_at)
                 VALUES ($1, $2, $3, $4, $5, 'ready', $6, 0, $7)
                 ON CONFLICT (once_key) DO UPDATE SET run_at =
                   CASE WHEN excluded.run_at < job.run_at THEN excluded.run_at ELSE job.run_at END
                 RETURNING id"
            ),
            params![id, kind, payload, brand, once_key, run_at.min(END_OF_TIME), tx.now()],
        )
        .await?;
    row.get("id")
}

/// When the next ready job of these kinds is to run.
pub(crate) async fn next_due(tx: &mut Tx, kinds: &[&str]) -> Result<Option<Timestamp>, Error> {
    let sql = format!(
        "SELECT run_at FROM job WHERE state = 'ready' AND kind IN ({}) ORDER BY run_at, id LIMIT 1",
        placeholders(1, kinds.len())
    );
    let kinds = kinds.iter().map(|kind| database::IntoValue::into_value(*kind)).collect();
    tx.query_opt(&sql, kinds).await?.map(|row| row.get("run_at")).transpose()
}

/// Takes up to `limit` due jobs of these kinds. `lease` gives each kind's lease.
pub(crate) async fn claim(
    tx: &mut Tx,
    owner: Id<Instance>,
    kinds: &[&str],
    now: Timestamp,
    limit: usize,
    lease: impl Fn(&str) -> jiff::SignedDuration,
) -> Result<Vec<Claimed>, Error> {
    let sql = format!(
        "SELECT id, kind, payload, brand_id, attempts, run_at FROM job
         WHERE state = 'ready' AND run_at <= $1 AND kind IN ({})
         ORDER BY run_at, id LIMIT $2{}",
        placeholders(3, kinds.len()),
        tx.for_update_skip_locked()
    );
    let mut given = params![now, limit];
    given.extend(kinds.iter().map(|kind| database::IntoValue::into_value(*kind)));
    let rows = tx.query(&sql, given).await?;
    let claimed: Vec<Claimed> =
        rows.iter().map(|row| read_claimed(row, owner)).collect::<Result<_, Error>>()?;
    let leases = claimed.iter().map(|job| {
        let until = now.saturating_add(lease(&job.kind)).unwrap_or(END_OF_TIME);
        params![job.id, owner, until, END_OF_TIME]
    });
    tx.execute_many(
        sql!(
            "UPDATE job SET state = 'running', attempts = attempts + 1, lease_owner = $2,
               lease_until = $3, run_at = $4
             WHERE id = $1 AND state = 'ready'"
        ),
        leases.collect(),
    )
    .await?;
    Ok(claimed)
}

fn read_claimed(row: &Row, owner: Id<Instance>) -> Result<Claimed, Error> {
    Ok(Claimed {
        id: row.get("id")?,
        kind: row.get("kind")?,
        payload: row.get("payload")?,
        brand: row.get("brand_id")?,
        attempt: row.get::<u32>("attempts")?.saturating_add(1),
        run_at: row.get("run_at")?,
        owner,
    })
}

/// Whether a lease has run out.
pub(crate) async fn has_expired(tx: &mut Tx, now: Timestamp) -> Result<bool, Error> {
    let sql = sql!(
        "SELECT id FROM job WHERE state = 'running' AND lease_until <= $1 ORDER BY id LIMIT 1"
    );
    Ok(tx.query_opt(sql, params![now]).await?.is_some())
}

/// Gives back the jobs whose instance died; how many.
pub(crate) async fn reclaim(tx: &mut Tx, now: Timestamp) -> Result<u64, Error> {
    tx.execute(
        sql!(
            "UPDATE job SET state = 'ready', run_at = $1, lease_owner = NULL, lease_until = NULL
             WHERE state = 'running' AND lease_until <= $1"
        ),
        params![now],
    )
    .await
}

/// Gives back every leased job, whoever holds it; how many.
pub(crate) async fn release_all(tx: &mut Tx) -> Result<u64, Error> {
    tx.execute(
        sql!(
            "UPDATE job SET state = 'ready', run_at = $1, lease_owner = NULL, lease_until = NULL
             WHERE state = 'running'"
        ),
        params![tx.now()],
    )
    .await
}

/// Keeps the lease; `false` when it is no longer ours.
pub(crate) async fn renew(tx: &mut Tx, job: &Claimed, until: Timestamp) -> Result<bool, Error> {
    let sql = sql!(
        "UPDATE job SET lease_until = $4
         WHERE id = $1 AND state = 'running' AND lease_owner = $2 AND attempts = $3"
    );
    Ok(tx.execute(sql, params![job.id, job.owner, job.attempt, until]).await? > 0)
}

/// Removes a finished job, unless it was asked for again while it ran.
pub(crate) async fn finish(tx: &mut Tx, job: &Claimed) -> Result<(), Error> {
    let sql = sql!(
        "DELETE FROM job WHERE id = $1 AND state = 'running' AND lease_owner = $2
           AND attempts = $3 AND run_at >= $4"
    );
    let removed = tx.execute(sql, params![job.id, job.owner, job.attempt, END_OF_TIME]).await?;
    if removed == 0 {
        put_back(tx, job, END_OF_TIME, 0, None).await?;
    }
    Ok(())
}

/// Lets the job run again at `run_at`, or earlier if that was asked for while it ran.
pub(crate) async fn put_back(
    tx: &mut Tx,
    job: &Claimed,
    run_at: Timestamp,
    attempts: u32,
    error: Option<&str>,
) -> Result<(), Error> {
    tx.execute(
        sql!(
            "UPDATE job SET state = 'ready', lease_owner = NULL, lease_until = NULL,
               run_at = CASE WHEN run_at < $4 THEN run_at ELSE $4 END, attempts = $5, last_error = $6
             WHERE id = $1 AND state = 'running' AND lease_owner = $2 AND attempts = $3"
        ),
        params![job.id, job.owner, job.attempt, run_at.min(END_OF_TIME), attempts, error],
    )
    .await
    .map(drop)
}

/// Makes it a dead letter, which no longer holds its key.
pub(crate) async fn give_up(tx: &mut Tx, job: &Claimed, error: &str) -> Result<(), Error> {
    let now = tx.now();
    let sql = sql!(
        "UPDATE job SET state = 'dead', once_key = NULL, lease_owner = NULL, lease_until = NULL,
           last_error = $4, ended_at = $5, run_at = $5
         WHERE id = $1 AND state = 'running' AND lease_owner = $2 AND attempts = $3
           AND run_at >= $6"
    );
    let given = params![job.id, job.owner, job.attempt, error, now, END_OF_TIME];
    if tx.execute(sql, given).await? == 0 {
        put_back(tx, job, now, 0, Some(error)).await?;
    }
    Ok(())
}

pub(crate) async fn backlog(tx: &mut Tx) -> Result<Backlog, Error> {
    let now = tx.now();
    let sql = sql!(
        "SELECT state, CASE WHEN run_at <= $1 THEN 1 ELSE 0 END AS due,
           CAST(COUNT(*) AS BIGINT) AS many, MIN(run_at) AS oldest
         FROM job GROUP BY state, CASE WHEN run_at <= $1 THEN 1 ELSE 0 END ORDER BY 1, 2"
    );
    let mut backlog = Backlog::default();
    for row in tx.query(sql, params![now]).await? {
        let (state, many): (String, i64) = (row.get("state")?, row.get("many")?);
        match (state.as_str(), row.get::<Timestamp>("oldest")?) {
            ("ready", oldest) if oldest <= now => {
                (backlog.due, backlog.oldest_due) = (many, Some(oldest));
            }
            ("ready", _) => backlog.later = many,
            ("running", _) => backlog.running += many,
            _ => backlog.dead += many,
        }
    }
    Ok(backlog)
}

pub(crate) async fn dead(
    tx: &mut Tx,
    brand: Option<Id<()>>,
    limit: i64,
) -> Result<Vec<DeadLetter>, Error> {
    let sql = sql!(
        "SELECT id, kind, brand_id, payload, attempts, last_error, created_at, ended_at FROM job
         WHERE state = 'dead' AND ($1 OR brand_id = $2) ORDER BY ended_at DESC, id DESC LIMIT $3"
    );
    let rows = tx.query(sql, params![brand.is_none(), brand, limit]).await?;
    rows.iter().map(read_dead).collect()
}

fn read_dead(row: &Row) -> Result<DeadLetter, Error> {
    Ok(DeadLetter {
        id: row.get("id")?,
        kind: row.get("kind")?,
        brand: row.get("brand_id")?,
        payload: row.get("payload")?,
        attempts: row.get("attempts")?,
        last_error: row.get::<Option<String>>("last_error")?.unwrap_or_default(),
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    })
}

pub(crate) async fn dead_count(tx: &mut Tx, brand: Option<Id<()>>) -> Result<i64, Error> {
    let sql = sql!(
        "SELECT CAST(COUNT(*) AS BIGINT) AS many FROM job
         WHERE state = 'dead' AND ($1 OR brand_id = $2) ORDER BY 1"
    );
    tx.query_one(sql, params![brand.is_none(), brand]).await?.get("many")
}

pub(crate) async fn revive(
    tx: &mut Tx,
    brand: Option<Id<()>>,
    id: Id<JobRecord>,
) -> Result<bool, Error> {
    let sql = sql!(
        "UPDATE job SET state = 'ready', run_at = $4, attempts = 0, ended_at = NULL
         WHERE id = $1 AND state = 'dead' AND ($2 OR brand_id = $3)"
    );
    let now = tx.now();
    Ok(tx.execute(sql, params![id, brand.is_none(), brand, now]).await? > 0)
}

pub(crate) async fn discard(
    tx: &mut Tx,
    brand: Option<Id<()>>,
    id: Id<JobRecord>,
) -> Result<bool, Error> {
    let sql = sql!("DELETE FROM job WHERE id = $1 AND state = 'dead' AND ($2 OR brand_id = $3)");
    Ok(tx.execute(sql, params![id, brand.is_none(), brand]).await? > 0)
}

/// When each recurring work is due.
pub(crate) async fn recurring(tx: &mut Tx) -> Result<Vec<(String, Timestamp)>, Error> {
    let sql = sql!("SELECT name, due_at FROM recurring_work ORDER BY name");
    let rows = tx.query(sql, params![]).await?;
    rows.iter().map(|row| Ok((row.get("name")?, row.get("due_at")?))).collect()
}

/// Notes a recurring work that was never seen, due at once.
pub(crate) async fn begin_recurring(tx: &mut Tx, name: &str) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO recurring_work (name, due_at) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"
    );
    tx.execute(sql, params![name, tx.now()]).await.map(drop)
}

/// Moves a due time on, if nobody else has; whether this call did.
pub(crate) async fn advance_recurring(
    tx: &mut Tx,
    name: &str,
    due: Timestamp,
    next: Timestamp,
) -> Result<bool, Error> {
    let sql = sql!(
        "UPDATE recurring_work SET due_at = $3, last_run_at = $4 WHERE name = $1 AND due_at = $2"
    );
    Ok(tx.execute(sql, params![name, due, next, tx.now()]).await? > 0)
}
