//! A handle on the database: a write transaction, or a reader.

use std::sync::Arc;

use jiff::Timestamp;
use primitives::{Ambient, Id};

use crate::{Dialect, Error, Params, Row, postgres, sql::SqliteTexts, sqlite};

/// A write transaction ([`crate::Database::begin`]) or a read handle ([`crate::Database::read`]).
///
/// Dropped without [`Tx::commit`], a transaction is rolled back. Abandoning the future of a statement is
/// safe: what it did is part of the transaction or isn't, and the transaction can only be rolled back.
/// After any error of a statement, too, a transaction can only be rolled back, on both engines.
pub struct Tx {
    session: Session,
    texts: Arc<SqliteTexts>,
    ambient: Ambient,
    now: Timestamp,
    writes: bool,
    state: State,
}

pub(crate) enum Session {
    Sqlite(sqlite::Session),
    Postgres(postgres::Session),
}

/// Whether the transaction can go on.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    /// A statement is under way; seen by the next one, it means that it was abandoned.
    Under,
    Failed,
}

impl Tx {
    pub(crate) fn new(
        session: Session,
        texts: Arc<SqliteTexts>,
        ambient: Ambient,
        writes: bool,
    ) -> Tx {
        let now = truncate(ambient.now());
        Tx { session, texts, ambient, now, writes, state: State::Open }
    }

    /// The instant at which the transaction began, to the microsecond: the same until its end.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Goes on as if it were `instant`: for a history told afterwards in one transaction. The
    /// clock of a machine does not move: only a [`Database::with_ambient`](crate::Database::with_ambient)
    /// that has a set clock does; elsewhere, nothing changes.
    pub fn move_to(&mut self, instant: Timestamp) {
        self.ambient.set(instant);
        self.now = truncate(self.ambient.now());
    }

    /// A new time-ordered id.
    pub fn new_id<T>(&self) -> Id<T> {
        self.ambient.new_id()
    }

    /// The clock and the randomness.
    pub fn ambient(&self) -> &Ambient {
        &self.ambient
    }

    /// The engine, for the very few texts that differ.
    pub fn dialect(&self) -> Dialect {
        match self.session {
            Session::Sqlite(_) => Dialect::Sqlite,
            Session::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Runs a statement that gives no rows; the number of rows it changed.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] on a read handle; else what the statement met.
    pub async fn execute(&mut self, sql: &str, params: Params) -> Result<u64, Error> {
        self.enter(true)?;
        let done = match &self.session {
            Session::Sqlite(session) => session.execute(self.texts.get(sql), params).await,
            Session::Postgres(session) => session.execute(sql, &params).await,
        };
        self.leave(done)
    }

    /// Runs one statement once for each of `rows`, in order, in one trip; the number of rows changed in all.
    ///
    /// # Errors
    /// Those of [`Tx::execute`].
    pub async fn execute_many(&mut self, sql: &str, rows: Vec<Params>) -> Result<u64, Error> {
        self.enter(true)?;
        let done = match &self.session {
            Session::Sqlite(session) => session.execute_many(self.texts.get(sql), rows).await,
            Session::Postgres(session) => session.execute_many(sql, &rows).await,
        };
        self.leave(done)
    }

    /// Runs a statement and gives all its rows; also for `INSERT … RETURNING`.
    ///
    /// # Errors
    /// What the statement met.
    pub async fn query(&mut self, sql: &str, params: Params) -> Result<Vec<Row>, Error> {
        self.rows(sql, params, usize::MAX).await
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// What the statement met.
    pub async fn query_opt(&mut self, sql: &str, params: Params) -> Result<Option<Row>, Error> {
        Ok(self.rows(sql, params, 1).await?.into_iter().next())
    }

    /// The first row.
    ///
    /// # Errors
    /// [`Error::NoRow`] if there is none (the transaction can go on); else what the statement met.
    pub async fn query_one(&mut self, sql: &str, params: Params) -> Result<Row, Error> {
        self.query_opt(sql, params).await?.ok_or(Error::NoRow)
    }

    /// Commits. On a read handle it does nothing.
    ///
    /// # Errors
    /// [`Error::TransactionFailed`] if a statement failed or was abandoned before. After
    /// [`Error::Unavailable`] it is not known whether the transaction was committed.
    pub async fn commit(mut self) -> Result<(), Error> {
        if !self.writes {
            return Ok(());
        }
        self.enter(true)?;
        match self.session {
            Session::Sqlite(session) => session.commit().await,
            Session::Postgres(session) => session.commit().await,
        }
    }

    /// What to put after the SELECT of a queue's next entries: `" FOR UPDATE SKIP LOCKED"`, or nothing
    /// where there is one writer.
    pub fn for_update_skip_locked(&self) -> &'static str {
        self.dialect().for_update_skip_locked()
    }

    /// What to put after a SELECT whose rows the transaction will change: `" FOR UPDATE"` or nothing.
    pub fn for_update(&self) -> &'static str {
        self.dialect().for_update()
    }

    pub(crate) async fn check(&mut self, sql: &str) -> Result<(), Error> {
        match &self.session {
            Session::Sqlite(session) => session.check(self.texts.get(sql)).await,
            Session::Postgres(session) => session.check(sql).await,
        }
    }

    async fn rows(&mut self, sql: &str, params: Params, limit: usize) -> Result<Vec<Row>, Error> {
        self.enter(false)?;
        let found = match &self.session {
            Session::Sqlite(session) => session.query(self.texts.get(sql), params, limit).await,
            Session::Postgres(session) => session.query(sql, &params, limit).await,
        };
        self.leave(found)
    }

    fn enter(&mut self, to_write: bool) -> Result<(), Error> {
        match (self.writes, self.state) {
            (false, _) if to_write => Err(Error::ReadOnly),
            // Each statement of a reader stands alone.
            (false, _) => Ok(()),
            (true, State::Open) => {
                self.state = State::Under;
                Ok(())
            }
            (true, State::Under | State::Failed) => Err(Error::TransactionFailed),
        }
    }

    fn leave<R>(&mut self, done: Result<R, Error>) -> Result<R, Error> {
        self.state = if done.is_ok() { State::Open } else { State::Failed };
        done
    }
}

fn truncate(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).unwrap_or(instant)
}
