//! PostgreSQL: a pool of connections, statements prepared once a connection.

mod convert;
mod migrate;

use std::time::Duration;

use deadpool_postgres::{
    Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime,
};
use futures_util::future::try_join_all;
use tokio_postgres::config::SslMode;
use tokio_postgres::types::ToSql;
use tokio_postgres::{NoTls, Statement};

use crate::{Error, OpenError, Params, Row, Value};
use convert::from_postgres;

/// How long a caller waits for a free connection, or for a new one to be made.
const PATIENCE: Duration = Duration::from_secs(15);
/// Rows of one `execute_many` on their way at once.
const PIPELINED: usize = 500;

/// The engine.
pub(crate) struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Sets the pool up and checks that the server answers.
    pub(crate) async fn open(url: &str, pool: usize) -> Result<Postgres, OpenError> {
        let mut config: tokio_postgres::Config = url
            .parse()
            .map_err(|_| OpenError::BadLocation("the PostgreSQL URL can't be read".to_owned()))?;
        if !matches!(config.get_ssl_mode(), SslMode::Disable | SslMode::Prefer) {
            return Err(OpenError::TlsUnsupported);
        }
        if config.get_application_name().is_none() {
            config.application_name("parvis");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(PATIENCE);
        }
        let manager = Manager::from_config(
            config,
            NoTls,
            ManagerConfig { recycling_method: RecyclingMethod::Fast },
        );
        let pool = Pool::builder(manager)
            .max_size(pool.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .build()
            .map_err(|error| Error::Other(error.into()))?;
        let engine = Postgres { pool };
        engine.ping().await?;
        Ok(engine)
    }

    async fn client(&self) -> Result<Object, Error> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Backend(error) => match from_postgres(error) {
                // Out of reach, a wrong password, no such database: in each case there is no database to speak to.
                Error::Other(source) => Error::Unavailable(source),
                named => named,
            },
            other => Error::Unavailable(other.into()),
        })
    }

    pub(crate) async fn ping(&self) -> Result<(), Error> {
        self.client().await?.batch_execute("SELECT 1").await.map_err(from_postgres)
    }

    pub(crate) async fn read(&self) -> Result<Session, Error> {
        Ok(Session { client: Some(self.client().await?), in_transaction: false })
    }

    /// Begins a transaction; a connection found dead (the server restarted) is replaced once.
    pub(crate) async fn begin(&self) -> Result<Session, Error> {
        for last in [false, true] {
            // From here on a drop rolls back, also if the caller goes away before BEGIN has answered.
            let session = Session { client: Some(self.client().await?), in_transaction: true };
            match session.batch("BEGIN ISOLATION LEVEL READ COMMITTED").await {
                Err(Error::Unavailable(_)) if !last && session.is_closed() => {}
                Err(error) => return Err(error),
                Ok(()) => return Ok(session),
            }
        }
        Err(Error::unavailable("no connection to PostgreSQL"))
    }

    pub(crate) fn close(&self) {
        self.pool.close();
    }
}

/// A connection in someone's hands. Dropping it inside a transaction rolls back before it is handed on.
pub(crate) struct Session {
    /// Always there until the drop.
    client: Option<Object>,
    in_transaction: bool,
}

impl Session {
    fn client(&self) -> Result<&Object, Error> {
        self.client.as_ref().ok_or_else(|| Error::unavailable("the connection was given back"))
    }

    fn is_closed(&self) -> bool {
        self.client.as_ref().is_none_or(|client| client.is_closed())
    }

    /// Several statements in one text, without parameters.
    pub(crate) async fn batch(&self, sql: &str) -> Result<(), Error> {
        self.client()?
            .batch_execute(sql)
            .await
            .map_err(|error| from_postgres(error).in_statement(sql))
    }

    async fn prepare(&self, sql: &str, given: Option<usize>) -> Result<Statement, Error> {
        let statement =
            self.client()?.prepare_cached(sql).await.map_err(|error| self.failed(error, sql))?;
        let wanted = statement.params().len();
        match given {
            Some(given) if given != wanted => {
                Err(Error::other(format!("{wanted} parameters expected, {given} given"))
                    .in_statement(sql))
            }
            _ => Ok(statement),
        }
    }

    /// Names the error; forgets the statements kept by the connection if they went stale, so that the same
    /// work, tried again, prepares them anew.
    fn failed(&self, error: tokio_postgres::Error, sql: &str) -> Error {
        if convert::is_stale_statement(&error)
            && let Some(client) = &self.client
        {
            client.statement_cache.clear();
        }
        from_postgres(error).in_statement(sql)
    }

    pub(crate) async fn execute(&self, sql: &str, params: &[Value]) -> Result<u64, Error> {
        let statement = self.prepare(sql, Some(params.len())).await?;
        self.client()?
            .execute(&statement, &by_reference(params))
            .await
            .map_err(|error| self.failed(error, sql))
    }

    pub(crate) async fn execute_many(&self, sql: &str, rows: &[Params]) -> Result<u64, Error> {
        let Some(first) = rows.first() else { return Ok(0) };
        let statement = &self.prepare(sql, Some(first.len())).await?;
        let client = self.client()?;
        let mut changed = 0;
        for chunk in rows.chunks(PIPELINED) {
            let sent = chunk.iter().map(|params| async move {
                client
                    .execute(statement, &by_reference(params))
                    .await
                    .map_err(|error| self.failed(error, sql))
            });
            changed += try_join_all(sent).await?.iter().sum::<u64>();
        }
        Ok(changed)
    }

    pub(crate) async fn query(
        &self,
        sql: &str,
        params: &[Value],
        limit: usize,
    ) -> Result<Vec<Row>, Error> {
        let statement = self.prepare(sql, Some(params.len())).await?;
        let answer = self
            .client()?
            .query(&statement, &by_reference(params))
            .await
            .map_err(|error| self.failed(error, sql))?;
        convert::rows(&answer, limit).map_err(|error| error.in_statement(sql))
    }

    /// Prepares a statement, and sees that its columns can be read.
    pub(crate) async fn check(&self, sql: &str) -> Result<(), Error> {
        let statement = self
            .client()?
            .prepare(sql)
            .await
            .map_err(|error| from_postgres(error).in_statement(sql))?;
        convert::check_columns(statement.columns())
    }

    pub(crate) async fn commit(mut self) -> Result<(), Error> {
        self.batch("COMMIT").await?;
        self.in_transaction = false;
        Ok(())
    }
}

fn by_reference(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if !self.in_transaction || client.is_closed() {
            return;
        }
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(roll_back(client))),
            // Nobody to wait for the answer: the connection is closed, which rolls back.
            Err(_) => drop(Object::take(client)),
        }
    }
}

/// Rolls back, then gives the connection back to the pool; or closes it.
async fn roll_back(client: Object) {
    let rolled_back = tokio::time::timeout(PATIENCE, client.batch_execute("ROLLBACK")).await;
    if !matches!(rolled_back, Ok(Ok(()))) {
        drop(Object::take(client));
    }
}
