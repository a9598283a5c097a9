//! Migrations on PostgreSQL: migrators take turns on row 0 of their table.

use super::Postgres;
use crate::migrations::{APPLIED, Applied, RECORD, Step, TABLE};
use crate::{Error, params};

impl Postgres {
    /// The steps the database has been through, by version.
    pub(crate) async fn applied(&self) -> Result<Vec<Applied>, Error> {
        let session = self.read().await?;
        const THERE: &str = "SELECT to_regclass('schema_migration') IS NOT NULL AS there";
        let there = session.query(THERE, &[], 1).await?;
        if !there.first().map_or(Ok(false), |row| row.get("there"))? {
            return Ok(Vec::new());
        }
        let rows = session.query(APPLIED, &[], usize::MAX).await?;
        rows.iter()
            .map(|row| Ok(Applied { version: row.get("version")?, checksum: row.get("checksum")? }))
            .collect()
    }

    /// Applies a step; false if another migrator just did.
    pub(crate) async fn apply(&self, step: &Step) -> Result<bool, Error> {
        self.make_table().await?;
        let session = self.begin().await?;
        session
            .query("SELECT version FROM schema_migration WHERE version = 0 FOR UPDATE", &[], 1)
            .await?;
        let done = "SELECT version FROM schema_migration WHERE version = $1";
        if !session.query(done, &params![step.version], 1).await?.is_empty() {
            return Ok(false);
        }
        session.batch(&step.text).await?;
        let record = params![step.version, step.name, step.applied_at, step.checksum.as_str()];
        session.execute(RECORD, &record).await?;
        session.commit().await?;
        Ok(true)
    }

    /// `IF NOT EXISTS` looks before it leaps: of two at the same instant one may fall on the other's table.
    async fn make_table(&self) -> Result<(), Error> {
        let made = self.read().await?.batch(TABLE).await;
        if made.is_err() {
            return self.read().await?.batch(TABLE).await;
        }
        made
    }
}
