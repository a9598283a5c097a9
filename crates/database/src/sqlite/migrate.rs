//! Migrations on SQLite: the writer does each in one go.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::statement::from_sqlite;
use super::{Sqlite, back_up};
use crate::Error;
use crate::migrations::{APPLIED, Applied, RECORD, Step, TABLE};
use crate::sql::to_sqlite;

impl Sqlite {
    /// The steps the file has been through, by version.
    pub(crate) async fn applied(&self) -> Result<Vec<Applied>, Error> {
        self.on_writer(|connection| applied(connection).map_err(from_sqlite)).await
    }

    /// Whether there is anything to lose.
    pub(crate) async fn holds_something(&self) -> Result<bool, Error> {
        const TABLES: &str = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name <> 'schema_migration')";
        self.on_writer(|connection| {
            connection.query_row(TABLES, [], |row| row.get(0)).map_err(from_sqlite)
        })
        .await
    }

    /// Copies the file to `to` unless another process has just applied the step `before`; whether it did.
    /// Other writers wait meanwhile: the copy can't be of a database already migrated.
    pub(crate) async fn back_up_before(&self, before: i64, to: &Path) -> Result<bool, Error> {
        let (from, to) = (self.path().to_owned(), to.to_owned());
        self.on_writer(move |connection| {
            // Nothing is written: dropped, it only lets others write again.
            let held = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(from_sqlite)?;
            let wanted = !applied(&held).map_err(from_sqlite)?.iter().any(|a| a.version == before);
            if wanted {
                back_up(&from, &to)?;
            }
            Ok(wanted)
        })
        .await
    }

    /// Applies a step; false if another process just did.
    pub(crate) async fn apply(&self, step: Step) -> Result<bool, Error> {
        self.on_writer(move |connection| {
            // A table that others point to can only be rebuilt with the keys off, which a transaction can't do;
            // they are checked as a whole before the commit.
            connection.execute_batch("PRAGMA foreign_keys = OFF").map_err(from_sqlite)?;
            let applied = apply(connection, &step);
            connection.execute_batch("PRAGMA foreign_keys = ON").map_err(from_sqlite)?;
            applied
        })
        .await
    }
}

fn applied(connection: &Connection) -> rusqlite::Result<Vec<Applied>> {
    if !connection.table_exists(None, "schema_migration")? {
        return Ok(Vec::new());
    }
    let mut statement = connection.prepare(APPLIED)?;
    let rows = statement
        .query_map([], |row| Ok(Applied { version: row.get(0)?, checksum: row.get(1)? }))?;
    rows.collect()
}

fn apply(connection: &mut Connection, step: &Step) -> Result<bool, Error> {
    // Dropped on an error, it rolls back.
    let tx = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(from_sqlite)?;
    tx.execute_batch(TABLE).map_err(from_sqlite)?;
    if applied(&tx).map_err(from_sqlite)?.iter().any(|applied| applied.version == step.version) {
        return Ok(false);
    }
    tx.execute_batch(&step.text).map_err(from_sqlite)?;
    let broken: Option<String> = tx
        .query_row("PRAGMA foreign_key_check", [], |row| row.get(0))
        .optional()
        .map_err(from_sqlite)?;
    if let Some(table) = broken {
        return Err(Error::ForeignKeyViolation { on: table });
    }
    tx.execute(
        &to_sqlite(RECORD),
        params![step.version, step.name, step.applied_at, step.checksum],
    )
    .map_err(from_sqlite)?;
    tx.commit().map_err(from_sqlite)?;
    Ok(true)
}
