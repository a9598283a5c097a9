//! The database: two engines, one SQL text, transactions, migrations.
//!
//! SQLite (one file, nothing to install) and PostgreSQL (several programs at once) are reached through one
//! thin layer. A statement is one text for both, with `$1` parameters and five kinds of [`Value`]; ids are
//! BYTEA of 16 bytes, instants BIGINT microseconds UTC, enums TEXT ([`text_enum!`]).
//!
//! Words: a **[`Tx`]** is a write transaction ([`Database::begin`]) or a read handle ([`Database::read`]);
//! a **[`Migration`]** is one step of the schema; a **[`Row`]** is one row of an answer.
//!
//! Imports `primitives` only. Nothing above knows rusqlite or tokio-postgres.
//!
//! - To add a table, see `migrations.rs`.
//! - To add a statement, write it in a `store.rs` inside [`sql!`]: a test prepares it on both engines.
//! - To read or write a new type, implement [`IntoValue`] and [`FromValue`] beside it.
//!
//! ```
//! # async fn example(database: &database::Database) -> Result<(), database::Error> {
//! use database::{params, sql};
//! let mut tx = database.begin().await?;
//! let now = tx.now();
//! tx.execute(sql!("UPDATE post SET title = $2, changed_at = $3 WHERE id = $1"), params![7, "Un titre", now]).await?;
//! tx.commit().await?;
//! # Ok(()) }
//! ```

mod error;
mod location;
mod migrations;
mod postgres;
mod row;
pub mod search;
mod sql;
mod sqlite;
mod text_enum;
mod tx;
mod value;

use std::path::Path;
use std::sync::Arc;

use primitives::Ambient;

pub use error::{Error, OpenError, Source};
pub use location::Location;
pub use migrations::{MIGRATIONS, MigrateError, Migrated, Migration};
pub use row::{Column, Row};
pub use sql::{RegisteredSql, in_groups, placeholders, registered_sql};
pub use text_enum::UnknownText;
pub use tx::Tx;
pub use value::{FromValue, IntoValue, Mismatch, Params, Value};

#[doc(hidden)]
pub use inventory;

/// Which engine runs: for the very few texts that differ (search, queues).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// SQLite, one file.
    Sqlite,
    /// PostgreSQL, or what speaks its language.
    Postgres,
}

impl Dialect {
    /// See [`Tx::for_update_skip_locked`].
    pub fn for_update_skip_locked(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// See [`Tx::for_update`].
    pub fn for_update(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => " FOR UPDATE",
        }
    }
}

/// An open database. Cloning is cheap and gives the same one.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Arc<Engine>,
    texts: Arc<sql::SqliteTexts>,
    ambient: Ambient,
}

enum Engine {
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

impl Database {
    /// Opens the database, without migrating it. `ambient` gives transactions their instant and their ids.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn open(location: &Location, ambient: Ambient) -> Result<Database, OpenError> {
        let engine = match location {
            Location::Sqlite { path, readers } => {
                Engine::Sqlite(sqlite::Sqlite::open(path, *readers).await?)
            }
            Location::Postgres { url, pool } => {
                Engine::Postgres(postgres::Postgres::open(url, *pool).await?)
            }
        };
        Ok(Database {
            inner: Arc::new(Inner { engine: Arc::new(engine), texts: Arc::default(), ambient }),
        })
    }

    /// A handle to read with: no transaction, each statement sees what is committed when it runs. While it
    /// is held, it keeps a reader thread or a connection busy.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn read(&self) -> Result<Tx, Error> {
        let session = match &*self.inner.engine {
            Engine::Sqlite(engine) => tx::Session::Sqlite(engine.read().await?),
            Engine::Postgres(engine) => tx::Session::Postgres(engine.read().await?),
        };
        Ok(self.handle(session, false))
    }

    /// Begins a transaction that writes. On SQLite there is one at a time, first come first served: never
    /// wait for a network inside it. On PostgreSQL it is READ COMMITTED.
    ///
    /// # Errors
    /// [`Error::Unavailable`], or [`Error::Busy`] if another process holds the SQLite file for long.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let session = match &*self.inner.engine {
            Engine::Sqlite(engine) => tx::Session::Sqlite(engine.begin().await?),
            Engine::Postgres(engine) => tx::Session::Postgres(engine.begin().await?),
        };
        Ok(self.handle(session, true))
    }

    /// The same database seen with another clock: for a history told afterwards.
    pub fn with_ambient(&self, ambient: Ambient) -> Database {
        let inner = &self.inner;
        let (engine, texts) = (inner.engine.clone(), inner.texts.clone());
        Database { inner: Arc::new(Inner { engine, texts, ambient }) }
    }

    fn handle(&self, session: tx::Session, writes: bool) -> Tx {
        Tx::new(session, self.inner.texts.clone(), self.inner.ambient.clone(), writes)
    }

    /// Which engine this is.
    pub fn dialect(&self) -> Dialect {
        match *self.inner.engine {
            Engine::Sqlite(_) => Dialect::Sqlite,
            Engine::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The clock and the randomness.
    pub fn ambient(&self) -> &Ambient {
        &self.inner.ambient
    }

    /// Copies a SQLite database, as it stands at one instant, into the file `path`, without holding writers up.
    ///
    /// # Errors
    /// [`Error::Other`] on PostgreSQL, which has its own tools; else what the copy met.
    pub async fn backup_to(&self, path: &Path) -> Result<(), Error> {
        match &*self.inner.engine {
            Engine::Sqlite(engine) => engine.backup_to(path).await,
            Engine::Postgres(_) => {
                Err(Error::other("PostgreSQL is backed up with pg_dump or by its host"))
            }
        }
    }

    /// Sees that the database answers.
    ///
    /// # Errors
    /// What it met.
    pub async fn ping(&self) -> Result<(), Error> {
        match &*self.inner.engine {
            Engine::Sqlite(_) => {
                self.read().await?.query("SELECT 1", Params::new()).await.map(drop)
            }
            Engine::Postgres(engine) => engine.ping().await,
        }
    }

    /// Prepares a statement, without running it, to see that this engine takes it and that what it gives can
    /// be read. Give it the real schema: for the test that passes every [`registered_sql`] through it.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub async fn check_sql(&self, sql: &str) -> Result<(), Error> {
        self.read().await?.check(sql).await
    }

    /// Closes the connections, once the running transaction of SQLite is over. Clones are of no use after.
    pub async fn close(self) {
        match &*self.inner.engine {
            Engine::Sqlite(engine) => engine.close().await,
            Engine::Postgres(engine) => engine.close(),
        }
    }
}
