//! Values on the wire of PostgreSQL, and what its errors mean.

use std::sync::Arc;

use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type};

use crate::{Error, Row, Source, Value};

type Refused = Box<dyn std::error::Error + Sync + Send>;

/// Writes a value as the type the server inferred for the parameter: `x + $1` on an INT column asks for
/// int4 where the program only knows 64-bit integers.
impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Refused> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(n), &Type::INT8) => n.to_sql(ty, out),
            (Value::Int(n), &Type::INT4) => i32::try_from(*n)?.to_sql(ty, out),
            (Value::Int(n), &Type::INT2) => i16::try_from(*n)?.to_sql(ty, out),
            (Value::Int(n), &Type::FLOAT8) => (*n as f64).to_sql(ty, out),
            (Value::Int(n), &Type::FLOAT4) => (*n as f32).to_sql(ty, out),
            (Value::Int(n), &Type::NUMERIC) => {
                out.extend_from_slice(&numeric(*n));
                Ok(IsNull::No)
            }
            (Value::Double(x), &Type::FLOAT8) => x.to_sql(ty, out),
            (Value::Double(x), &Type::FLOAT4) => (*x as f32).to_sql(ty, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::BPCHAR | &Type::NAME | &Type::UNKNOWN) => {
                text.to_sql(ty, out)
            }
            (Value::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (Value::Bool(b), &Type::BOOL) => b.to_sql(ty, out),
            (value, ty) => Err(format!(
                "the parameter is of kind {}, PostgreSQL takes it as {ty}: write CAST($N AS …) in the SQL",
                value.kind()
            )
            .into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

/// An integer as PostgreSQL's NUMERIC: digits in base 10,000, most significant first.
fn numeric(n: i64) -> Vec<u8> {
    let mut rest = n.unsigned_abs();
    let mut digits = Vec::new();
    while rest > 0 {
        digits.push((rest % 10_000) as u16);
        rest /= 10_000;
    }
    digits.reverse();
    let sign: u16 = if n < 0 { 0x4000 } else { 0 };
    let count = digits.len() as u16;
    let header = [count, count.saturating_sub(1), sign, 0];
    header.into_iter().chain(digits).flat_map(u16::to_be_bytes).collect()
}

/// Reads a value of a type [`is_readable`].
impl FromSql<'_> for Value {
    fn from_sql(ty: &Type, raw: &[u8]) -> Result<Self, Refused> {
        Ok(match *ty {
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Value::Double(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Value::Double(f32::from_sql(ty, raw)?.into()),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            Type::BOOL => Value::Bool(bool::from_sql(ty, raw)?),
            _ => Value::Text(String::from_sql(&Type::TEXT, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Refused> {
        Ok(Value::Null)
    }

    fn accepts(ty: &Type) -> bool {
        is_readable(ty)
    }
}

/// Whether columns of this type can be read.
pub(super) fn is_readable(ty: &Type) -> bool {
    matches!(
        *ty,
        Type::INT8
            | Type::INT4
            | Type::INT2
            | Type::FLOAT8
            | Type::FLOAT4
            | Type::TEXT
            | Type::VARCHAR
            | Type::BPCHAR
            | Type::NAME
            | Type::UNKNOWN
            | Type::BYTEA
            | Type::BOOL
    )
}

/// Refuses columns that have no kind here, NUMERIC before all: `SUM` of BIGINT is one.
pub(super) fn check_columns(columns: &[tokio_postgres::Column]) -> Result<(), Error> {
    match columns.iter().find(|column| !is_readable(column.type_())) {
        None => Ok(()),
        Some(column) => Err(Error::WrongType {
            column: column.name().to_owned(),
            expected: "BIGINT, DOUBLE PRECISION, TEXT, BYTEA or BOOL".to_owned(),
            found: format!(
                "{}: write CAST(… AS BIGINT) or another of them in the SQL",
                column.type_()
            ),
        }),
    }
}

/// The rows, sharing the names of their columns.
pub(super) fn rows(answer: &[tokio_postgres::Row], limit: usize) -> Result<Vec<Row>, Error> {
    let Some(first) = answer.first() else { return Ok(Vec::new()) };
    check_columns(first.columns())?;
    let columns: Arc<[String]> =
        first.columns().iter().map(|column| column.name().to_owned()).collect();
    answer
        .iter()
        .take(limit)
        .map(|row| {
            let values = (0..columns.len()).map(|at| row.try_get(at)).collect::<Result<_, _>>();
            values.map(|values| Row::new(columns.clone(), values)).map_err(from_postgres)
        })
        .collect()
}

/// Names what happened.
pub(super) fn from_postgres(error: tokio_postgres::Error) -> Error {
    if error.is_closed() {
        return Error::Unavailable(error.into());
    }
    let Some(db) = error.as_db_error() else {
        // Without an answer of the server: a parameter that can't be written, or a broken connection.
        let text = std::error::Error::source(&error)
            .map_or_else(|| error.to_string(), |why| format!("{error}: {why}"));
        let broken =
            std::error::Error::source(&error).is_some_and(|why| why.is::<std::io::Error>());
        return if broken { Error::unavailable(text) } else { Error::other(text) };
    };
    let on = || db.constraint().or(db.column()).unwrap_or_default().to_owned();
    // Without DETAIL, which carries values.
    let described = || Source::from(format!("{} (SQLSTATE {})", db.message(), db.code().code()));
    match db.code() {
        &SqlState::UNIQUE_VIOLATION => Error::UniqueViolation { on: on() },
        &SqlState::FOREIGN_KEY_VIOLATION => Error::ForeignKeyViolation { on: on() },
        &SqlState::CHECK_VIOLATION | &SqlState::NOT_NULL_VIOLATION => {
            Error::CheckViolation { on: on() }
        }
        &SqlState::T_R_SERIALIZATION_FAILURE
        | &SqlState::T_R_DEADLOCK_DETECTED
        | &SqlState::LOCK_NOT_AVAILABLE => Error::Busy(described()),
        &SqlState::DISK_FULL => Error::DiskFull(described()),
        &SqlState::READ_ONLY_SQL_TRANSACTION => Error::ReadOnly,
        &SqlState::IN_FAILED_SQL_TRANSACTION => Error::TransactionFailed,
        code => match &code.code()[..2] {
            // Connection exceptions, too many connections or no memory, stopping or cancelled.
            "08" | "53" | "57" => Error::Unavailable(described()),
            _ => Error::Other(described()),
        },
    }
}

/// Whether the error says that a prepared statement kept by the connection is of no use any more:
/// the schema changed under it, or a pooler gave us another server connection.
pub(super) fn is_stale_statement(error: &tokio_postgres::Error) -> bool {
    matches!(
        error.code(),
        Some(&SqlState::INVALID_SQL_STATEMENT_NAME | &SqlState::FEATURE_NOT_SUPPORTED)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_as_numeric() {
        assert_eq!(numeric(0), [0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(numeric(-12_345), [0, 2, 0, 1, 0x40, 0, 0, 0, 0, 1, 0x09, 0x29]);
    }
}
