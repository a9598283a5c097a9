//! What can go wrong when speaking to a database, named for what happened and alike on both engines.

/// The engine's own error, kept for the log.
pub type Source = Box<dyn std::error::Error + Send + Sync + 'static>;

/// What went wrong with a statement or a transaction.
///
/// Texts carry SQL and constraint names but never parameter values: they may be logged.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A row with the same unique key is already there.
    #[error("already there: {on}")]
    UniqueViolation {
        /// `table.column, table.column` on SQLite, the constraint's or index's name on PostgreSQL.
        on: String,
    },
    /// A row points at a row that isn't there, or is still pointed at.
    #[error("broken reference: {on}")]
    ForeignKeyViolation {
        /// The constraint's name where the engine gives it (PostgreSQL), else empty.
        on: String,
    },
    /// A value is refused by a CHECK or NOT NULL constraint.
    #[error("refused by constraint: {on}")]
    CheckViolation {
        /// The constraint or column.
        on: String,
    },
    /// Another transaction holds the lock, or two transactions collided: the whole transaction may be tried again.
    #[error("the database is busy: {0}")]
    Busy(#[source] Source),
    /// The disk of the database is full.
    #[error("the disk of the database is full: {0}")]
    DiskFull(#[source] Source),
    /// The database can't be reached, is stopping, was closed, or has no free connection.
    #[error("the database is unavailable: {0}")]
    Unavailable(#[source] Source),
    /// A write was asked of a read handle or of a read-only database.
    #[error("this handle or database only reads")]
    ReadOnly,
    /// [`crate::Tx::query_one`] found nothing.
    #[error("no row")]
    NoRow,
    /// A column holds something else than what was asked of it, or isn't there.
    #[error("column {column}: expected {expected}, found {found}")]
    WrongType {
        /// Name or number of the column.
        column: String,
        /// What the caller asked for.
        expected: String,
        /// What was found: a kind of value, never the value of a person.
        found: String,
    },
    /// An earlier statement of this transaction failed or was abandoned half-way: nothing but a
    /// rollback is possible. SQLite would go on; it is held to what PostgreSQL does.
    #[error("an earlier statement of this transaction failed: it can only be rolled back")]
    TransactionFailed,
    /// Everything else: a mistake in SQL, a damaged file…
    #[error("{0}")]
    Other(#[source] Source),
}

impl Error {
    /// Whether a row with the same unique key was already there.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, Error::UniqueViolation { .. })
    }

    /// Whether a unique key that involves `name` (a column, a table or an index) was already taken.
    pub fn is_unique_violation_on(&self, name: &str) -> bool {
        matches!(self, Error::UniqueViolation { on } if on.contains(name))
    }

    /// Whether a reference was broken.
    pub fn is_foreign_key_violation(&self) -> bool {
        matches!(self, Error::ForeignKeyViolation { .. })
    }

    /// Whether the same transaction, tried again from its start a little later, may succeed.
    pub fn is_transient(&self) -> bool {
        matches!(self, Error::Busy(_) | Error::Unavailable(_))
    }

    /// Something that has no name of its own: stored data that can't be read, say.
    pub fn other(message: impl Into<String>) -> Error {
        Error::Other(message.into().into())
    }

    pub(crate) fn unavailable(message: impl Into<String>) -> Error {
        Error::Unavailable(message.into().into())
    }

    /// Adds the statement to errors that can't be understood without it.
    pub(crate) fn in_statement(self, sql: &str) -> Error {
        match self {
            Error::Other(source) => {
                Error::Other(Box::new(InStatement { sql: shorten(sql), source }))
            }
            other => other,
        }
    }
}

/// An engine's error with the statement that met it.
#[derive(Debug, thiserror::Error)]
#[error("{source} (in: {sql})")]
struct InStatement {
    sql: String,
    source: Source,
}

fn shorten(sql: &str) -> String {
    const LONGEST: usize = 300;
    let mut text = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The location is neither `sqlite:PATH` nor `postgres://…`.
    #[error("not a database location: {0} (expected sqlite:PATH or postgres://…)")]
    BadLocation(String),
    /// The folder of the SQLite file can't be made.
    #[error("the folder {path} can't be made")]
    Folder {
        /// The folder.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The PostgreSQL URL asks for TLS, which this build doesn't speak.
    #[error(
        "sslmode=require is asked but this build reaches PostgreSQL without TLS: use a local socket, a private network or a tunnel, and sslmode=prefer or disable"
    )]
    TlsUnsupported,
    /// The database answered with an error, or didn't answer.
    #[error("the database can't be opened: {0}")]
    Failed(#[from] Error),
}
