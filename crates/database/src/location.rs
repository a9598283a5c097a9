//! Where a database is.

use std::fmt;
use std::path::PathBuf;

use crate::OpenError;

/// Where a database is, and how many connections to it are kept.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file on this machine.
    Sqlite {
        /// The file; made with its folder if it isn't there.
        path: PathBuf,
        /// At most this many reader threads, started when first needed.
        readers: usize,
    },
    /// A server.
    Postgres {
        /// `postgres://…`, with its password: never logged.
        url: String,
        /// At most this many connections.
        pool: usize,
    },
}

impl Location {
    /// Reads `sqlite:./data/parvis.db` or `postgres://…`, with the usual number of connections.
    ///
    /// # Errors
    /// [`OpenError::BadLocation`].
    pub fn parse(text: &str) -> Result<Location, OpenError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Location::Postgres { url: text.to_owned(), pool: 16 });
        }
        match text.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path)) {
            Some(path) if !path.is_empty() => {
                Ok(Location::Sqlite { path: path.into(), readers: 4 })
            }
            // Only what precedes the first ":" is shown: the rest may hold a password.
            _ => Err(OpenError::BadLocation(text.split(':').next().unwrap_or_default().to_owned())),
        }
    }
}

/// Without the URL of PostgreSQL, which holds a password.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::Sqlite { path, .. } => write!(f, "sqlite:{}", path.display()),
            Location::Postgres { url, .. } => {
                let after = url.rsplit('@').next().unwrap_or_default();
                write!(
                    f,
                    "postgres://{}",
                    after.split('?').next().unwrap_or_default().trim_start_matches("postgres://")
                )
            }
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}
