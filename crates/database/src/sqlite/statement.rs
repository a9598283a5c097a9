//! One statement on a SQLite connection: binding, stepping, and what its errors mean.

use std::sync::Arc;

use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, ErrorCode, ffi};

use crate::{Error, Params, Row, Value};

/// Runs a statement that gives no rows; the number of rows it changed.
pub(super) fn execute(connection: &Connection, sql: &str, params: &[Value]) -> Result<u64, Error> {
    let mut statement = prepare(connection, sql, params)?;
    statement
        .raw_execute()
        .map(|changed| changed as u64)
        .map_err(|error| from_sqlite(error).in_statement(sql))
}

/// Runs one statement once for each of `rows`; the number of rows changed in all.
pub(super) fn execute_many(
    connection: &Connection,
    sql: &str,
    rows: &[Params],
) -> Result<u64, Error> {
    rows.iter().try_fold(0, |changed, params| Ok(changed + execute(connection, sql, params)?))
}

/// Runs a statement and gathers at most `limit` rows. A statement that writes always runs to its end.
pub(super) fn query(
    connection: &Connection,
    sql: &str,
    params: &[Value],
    limit: usize,
) -> Result<Vec<Row>, Error> {
    let mut statement = prepare(connection, sql, params)?;
    let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let limit = if statement.readonly() { limit } else { usize::MAX };
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    while found.len() < limit {
        let Some(row) = rows.next().map_err(|error| from_sqlite(error).in_statement(sql))? else {
            break;
        };
        let values = (0..columns.len())
            .map(|at| {
                row.get_ref(at).map_err(from_sqlite).and_then(|value| read(value, &columns[at]))
            })
            .collect::<Result<_, _>>()?;
        found.push(Row::new(columns.clone(), values));
    }
    Ok(found)
}

/// Prepares a statement to see that it can be.
pub(super) fn check(connection: &Connection, sql: &str) -> Result<(), Error> {
    connection.prepare(sql).map(drop).map_err(|error| from_sqlite(error).in_statement(sql))
}

fn prepare<'c>(
    connection: &'c Connection,
    sql: &str,
    params: &[Value],
) -> Result<CachedStatement<'c>, Error> {
    let mut statement =
        connection.prepare_cached(sql).map_err(|error| from_sqlite(error).in_statement(sql))?;
    let wanted = statement.parameter_count();
    if wanted != params.len() {
        let message = format!("{wanted} parameters expected, {} given", params.len());
        return Err(Error::other(message).in_statement(sql));
    }
    for (at, value) in params.iter().enumerate() {
        bind(&mut statement, at + 1, value)
            .map_err(|error| from_sqlite(error).in_statement(sql))?;
    }
    Ok(statement)
}

fn bind(statement: &mut CachedStatement<'_>, at: usize, value: &Value) -> rusqlite::Result<()> {
    match value {
        Value::Null => statement.raw_bind_parameter(at, rusqlite::types::Null),
        Value::Int(n) => statement.raw_bind_parameter(at, n),
        Value::Double(x) => statement.raw_bind_parameter(at, x),
        Value::Text(text) => statement.raw_bind_parameter(at, text),
        Value::Bytes(bytes) => statement.raw_bind_parameter(at, bytes),
        Value::Bool(b) => statement.raw_bind_parameter(at, b),
    }
}

fn read(value: ValueRef<'_>, column: &str) -> Result<Value, Error> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Real(x) => Value::Double(x),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => {
                return Err(Error::WrongType {
                    column: column.to_owned(),
                    expected: "text in UTF-8".to_owned(),
                    found: "bytes that are not".to_owned(),
                });
            }
        },
    })
}

/// Names what happened.
pub(super) fn from_sqlite(error: rusqlite::Error) -> Error {
    let (code, extended, message) = match &error {
        rusqlite::Error::SqliteFailure(failure, message) => {
            (failure.code, failure.extended_code, message.clone().unwrap_or_default())
        }
        rusqlite::Error::ExecuteReturnedResults => {
            return Error::other("execute() of a statement that gives rows: use query()");
        }
        _ => return Error::Other(error.into()),
    };
    // "UNIQUE constraint failed: teammate.email"
    let on = || message.split_once(": ").map_or_else(String::new, |(_, on)| on.to_owned());
    match (code, extended) {
        (
            _,
            ffi::SQLITE_CONSTRAINT_UNIQUE
            | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | ffi::SQLITE_CONSTRAINT_ROWID,
        ) => Error::UniqueViolation { on: on() },
        (_, ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Error::ForeignKeyViolation { on: String::new() },
        (ErrorCode::ConstraintViolation, _) => Error::CheckViolation { on: on() },
        (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Error::Busy(error.into()),
        (ErrorCode::DiskFull, _) => Error::DiskFull(error.into()),
        (ErrorCode::ReadOnly, _) => Error::ReadOnly,
        (ErrorCode::CannotOpen | ErrorCode::OperationInterrupted, _) => {
            Error::Unavailable(error.into())
        }
        _ => Error::Other(error.into()),
    }
}
