//! SQLite: one writer thread, several reader threads, each with its own connection to the same file.

mod migrate;
mod statement;
mod worker;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};

use crate::{Error, OpenError, Params, Row};
use statement::from_sqlite;
use worker::Worker;

/// Prepared statements kept by a connection.
const STATEMENTS_KEPT: usize = 128;
/// How long a write waits for another process (a command line, a backup) that holds the file.
const BUSY: Duration = Duration::from_secs(10);
/// How long a transaction waits for its turn: beyond it, somebody holds one across something slow, or holds
/// one while beginning another.
const TURN: Duration = Duration::from_secs(30);

/// The engine. The writer's mutex is fair: writers pass in the order in which they came.
pub(crate) struct Sqlite {
    path: PathBuf,
    writer: Arc<tokio::sync::Mutex<Option<Worker>>>,
    readers: Arc<Readers>,
}

/// Reader threads: started when first needed, the one used last is taken first so that its cache is warm.
struct Readers {
    free: Arc<Semaphore>,
    idle: Mutex<Vec<Worker>>,
}

impl Readers {
    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Worker>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sqlite {
    /// Opens the file, made with its folder if it isn't there.
    pub(crate) async fn open(path: &Path, readers: usize) -> Result<Sqlite, OpenError> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|source| OpenError::Folder {
                path: folder.display().to_string(),
                source,
            })?;
        }
        let file = path.to_owned();
        let writer = Worker::start("sqlite-writer", move || connect(&file, true)).await?;
        Ok(Sqlite {
            path: path.to_owned(),
            writer: Arc::new(tokio::sync::Mutex::new(Some(writer))),
            readers: Arc::new(Readers {
                free: Arc::new(Semaphore::new(readers.max(1))),
                idle: Mutex::default(),
            }),
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Checks a reader out.
    pub(crate) async fn read(&self) -> Result<Session, Error> {
        let permit = self.readers.free.clone().acquire_owned().await.map_err(|_| closed())?;
        let idle = self.readers.idle().pop();
        let worker = match idle {
            Some(worker) => worker,
            None => {
                let path = self.path.clone();
                Worker::start("sqlite-reader", move || connect(&path, false)).await?
            }
        };
        Ok(Session(Lease::Reader {
            worker: Some(worker),
            readers: self.readers.clone(),
            _permit: permit,
        }))
    }

    /// Waits for the writer and begins a transaction on it.
    pub(crate) async fn begin(&self) -> Result<Session, Error> {
        let guard = tokio::time::timeout(TURN, self.writer.clone().lock_owned())
            .await
            .map_err(|_| Error::Busy("a transaction has kept the only writer too long".into()))?;
        if guard.is_none() {
            return Err(closed());
        }
        // From here on a drop rolls back, also if the caller goes away before BEGIN has answered.
        let session = Session(Lease::Writer(guard));
        session
            .worker()?
            .run(false, |connection| {
                connection.execute_batch("BEGIN IMMEDIATE").map_err(from_sqlite)
            })
            .await?;
        Ok(session)
    }

    /// Runs `work` on the writer, outside of any transaction, to its end even if the caller goes away.
    pub(crate) async fn on_writer<R, F>(&self, work: F) -> Result<R, Error>
    where
        R: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<R, Error> + Send + 'static,
    {
        let guard = self.writer.lock().await;
        guard.as_ref().ok_or_else(closed)?.run(false, work).await
    }

    /// Copies the database, as it stands at one instant, into the new file `to`; writers are not held up.
    pub(crate) async fn backup_to(&self, to: &Path) -> Result<(), Error> {
        let (from, to) = (self.path.clone(), to.to_owned());
        tokio::task::spawn_blocking(move || back_up(&from, &to))
            .await
            .map_err(|error| Error::Other(error.into()))?
    }

    /// Closes every connection, once those in use have come back.
    pub(crate) async fn close(&self) {
        let writer = self.writer.lock().await.take();
        self.readers.free.close();
        let idle = std::mem::take(&mut *self.readers.idle());
        for reader in idle {
            reader.stop().await;
        }
        if let Some(writer) = writer {
            let tidy = |c: &mut Connection| {
                c.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
                    .map_err(from_sqlite)
            };
            if let Err(error) = writer.run(false, tidy).await {
                tracing::warn!(%error, "SQLite's log could not be folded into the file; the next opening does it");
            }
            writer.stop().await;
        }
    }
}

fn closed() -> Error {
    Error::unavailable("the database was closed")
}

/// Opens a connection and sets it up.
fn connect(path: &Path, writer: bool) -> Result<Connection, Error> {
    let connection = Connection::open(path).map_err(from_sqlite)?;
    connection.busy_timeout(BUSY).map_err(from_sqlite)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // synchronous=FULL: with NORMAL, the transactions of the last moments before a power cut may be lost.
    // A publication is fenced by the commit that precedes the call to the network; were that commit lost,
    // the same publication would go out twice. It costs one fsync a commit (0.1 to 5 ms by disk), on one
    // writer, and many rows can share one transaction.
    //
    // cache_size=-2000 is 2 MB a connection at most, taken as pages are read; mmap lets the readers share
    // the system's cache beyond it. wal_autocheckpoint is in pages of 4 KB, and journal_size_limit gives
    // the disk back after a large import.
    let common = "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -2000;
         PRAGMA mmap_size = 134217728; PRAGMA trusted_schema = OFF;";
    let own = if writer {
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000;
         PRAGMA journal_size_limit = 67108864;"
    } else {
        "PRAGMA query_only = ON;"
    };
    connection
        .execute_batch(common)
        .and_then(|()| connection.execute_batch(own))
        .map_err(from_sqlite)?;
    Ok(connection)
}

/// Copies under another name first: a backup under its own name is a whole one.
fn back_up(from: &Path, to: &Path) -> Result<(), Error> {
    let mut partial = to.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let io = |error: std::io::Error| Error::Other(error.into());
    if partial.exists() {
        std::fs::remove_file(&partial).map_err(io)?;
    }
    let source = connect(from, false)?;
    {
        let mut copy = Connection::open(&partial).map_err(from_sqlite)?;
        // All pages in one step: a snapshot, which other connections can't make start over.
        let backup = Backup::new(&source, &mut copy).map_err(from_sqlite)?;
        backup.run_to_completion(i32::MAX, Duration::from_millis(50), None).map_err(from_sqlite)?;
    }
    std::fs::File::open(&partial).and_then(|file| file.sync_all()).map_err(io)?;
    std::fs::rename(&partial, to).map_err(io)
}

/// A connection in someone's hands. Dropping the writer rolls back what was not committed.
pub(crate) struct Session(Lease);

enum Lease {
    Writer(OwnedMutexGuard<Option<Worker>>),
    Reader { worker: Option<Worker>, readers: Arc<Readers>, _permit: OwnedSemaphorePermit },
}

impl Session {
    fn worker(&self) -> Result<&Worker, Error> {
        match &self.0 {
            Lease::Writer(guard) => guard.as_ref(),
            Lease::Reader { worker, .. } => worker.as_ref(),
        }
        .ok_or_else(closed)
    }

    async fn run<R, F>(&self, work: F) -> Result<R, Error>
    where
        R: Send + 'static,
        F: FnOnce(&Connection) -> Result<R, Error> + Send + 'static,
    {
        let writes = matches!(self.0, Lease::Writer(_));
        self.worker()?
            .run(!writes, move |connection| {
                // On a full disk, for one, SQLite rolls back by itself: what follows would be committed alone.
                if writes && connection.is_autocommit() {
                    return Err(Error::TransactionFailed);
                }
                work(connection)
            })
            .await
    }

    pub(crate) async fn execute(&self, sql: Arc<str>, params: Params) -> Result<u64, Error> {
        self.run(move |connection| statement::execute(connection, &sql, &params)).await
    }

    pub(crate) async fn execute_many(
        &self,
        sql: Arc<str>,
        rows: Vec<Params>,
    ) -> Result<u64, Error> {
        self.run(move |connection| statement::execute_many(connection, &sql, &rows)).await
    }

    pub(crate) async fn query(
        &self,
        sql: Arc<str>,
        params: Params,
        limit: usize,
    ) -> Result<Vec<Row>, Error> {
        self.run(move |connection| statement::query(connection, &sql, &params, limit)).await
    }

    pub(crate) async fn check(&self, sql: Arc<str>) -> Result<(), Error> {
        self.run(move |connection| statement::check(connection, &sql)).await
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        self.run(|connection| connection.execute_batch("COMMIT").map_err(from_sqlite)).await
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        match &mut self.0 {
            Lease::Writer(guard) => {
                let Some(writer) = guard.as_ref() else { return };
                // Sent before the writer is handed on, so it runs before the next BEGIN. If the thread is
                // gone, so is its transaction.
                drop(writer.send(|connection| {
                    if !connection.is_autocommit()
                        && let Err(error) = connection.execute_batch("ROLLBACK")
                    {
                        tracing::error!(%error, "a transaction could not be rolled back");
                    }
                }));
            }
            Lease::Reader { worker, readers, _permit } => {
                // After a close nobody will come for it: dropping it closes its connection.
                if let Some(worker) = worker.take()
                    && !readers.free.is_closed()
                {
                    readers.idle().push(worker);
                }
            }
        }
    }
}
