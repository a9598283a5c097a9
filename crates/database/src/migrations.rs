//! The schema's steps: forward only, each in a transaction, never edited once landed.
//!
//! To add one: write `migrations/NNNN_name.sql`, one text for both engines (and, where they must differ,
//! `NNNN_name.sqlite.sql` or `NNNN_name.postgres.sql`, run after it in the same transaction), then add
//! `migration!("NNNN_name", NNNN)` at the end of [`MIGRATIONS`]. Expand first (new columns are nullable or
//! have a default), contract in a later version, so that the previous program still runs.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::{Database, Dialect, Engine, Error};

/// `migration!("0002_links", 2)`, with `sqlite` and/or `postgres` after a comma for their own files.
macro_rules! migration {
    ($name:literal, $version:literal $(, $engine:ident)*) => {{
        #[allow(unused_mut)]
        let mut migration = Migration {
            version: $version,
            name: $name,
            sql: include_str!(concat!("../migrations/", $name, ".sql")),
            sqlite: "",
            postgres: "",
        };
        $(migration.$engine = include_str!(concat!("../migrations/", $name, ".", stringify!($engine), ".sql"));)*
        migration
    }};
}

/// Every step, in order.
pub const MIGRATIONS: &[Migration] = &[
    migration!("0001_house", 1),
    migration!("0002_desk", 2),
    // 3: threads, first comments
    migration!("0003_parts", 3),
    // 4: charter, guard rails
    migration!("0004_charter", 4),
    // 5: composer
    migration!("0005_composer", 5),
    // 6: media
    migration!("0006_media", 6),
    // 7: calendar
    migration!("0007_calendar", 7),
    // 8: queue
    migration!("0008_queue", 8),
    migration!("0009_together", 9),
    // 10: campaigns
    migration!("0010_plan", 10),
    // 11: webhooks
    migration!("0011_webhooks", 11),
    // 12: assisted mode
    // 13: relay
    migration!("0013_relay", 13),
    // 14: posting by hand, notifications on devices
    migration!("0014_assisted", 14),
    // 15: the inbox of a team
    migration!("0015_inbox", 15, sqlite, postgres),
    // 17: promises, assignment, checks of inboxes
    migration!("0017_promises", 17),
    // 18: links, campaign by campaign
    migration!("0018_links", 18),
    // 19: ready replies and the help
    migration!("0019_knowledge", 19),
    // 20: how messages are read
    migration!("0020_judgements", 20),
    // 21: moderation
    migration!("0021_moderation", 21),
    // 22: crises
    migration!("0022_crisis", 22),
    // 23: escalation
    migration!("0023_escalation", 23),
    // 24: conversations that fade
    migration!("0024_fading", 24),
    // 25: letters
    migration!("0025_letters", 25),
    // 26: suggestions and complaints
    migration!("0026_feedback", 26),
    // 27: beginnings of longer words
    migration!("0027_beginnings", 27, sqlite),
];

/// The table of the steps applied. Its row 0 is what concurrent migrators lock.
pub(crate) const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS schema_migration (
        version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL, checksum TEXT NOT NULL
    );
    INSERT INTO schema_migration (version, name, applied_at, checksum) VALUES (0, '', 0, '')
        ON CONFLICT (version) DO NOTHING;";
pub(crate) const APPLIED: &str =
    "SELECT version, checksum FROM schema_migration WHERE version > 0 ORDER BY version";
pub(crate) const RECORD: &str =
    "INSERT INTO schema_migration (version, name, applied_at, checksum) VALUES ($1, $2, $3, $4)";

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Its number: 1 and up.
    pub version: i64,
    /// Its name, with the number.
    pub name: &'static str,
    /// The text for both engines.
    pub sql: &'static str,
    /// What SQLite runs after it.
    pub sqlite: &'static str,
    /// What PostgreSQL runs after it.
    pub postgres: &'static str,
}

impl Migration {
    fn text(&self, dialect: Dialect) -> String {
        let own = match dialect {
            Dialect::Sqlite => self.sqlite,
            Dialect::Postgres => self.postgres,
        };
        format!("{}\n{own}", self.sql)
    }

    fn step(&self, dialect: Dialect, now: Timestamp) -> Step {
        let text = self.text(dialect);
        let checksum = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
        Step {
            version: self.version,
            name: self.name,
            text,
            checksum,
            applied_at: now.as_microsecond(),
        }
    }
}

/// A migration made ready for one engine.
#[derive(Clone)]
pub(crate) struct Step {
    pub(crate) version: i64,
    pub(crate) name: &'static str,
    pub(crate) text: String,
    pub(crate) checksum: String,
    pub(crate) applied_at: i64,
}

/// A step that the database has been through.
pub(crate) struct Applied {
    pub(crate) version: i64,
    pub(crate) checksum: String,
}

/// What [`Database::migrate`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The names of the steps applied, in order.
    pub applied: Vec<&'static str>,
    /// The copy of the SQLite database made before.
    pub backup: Option<PathBuf>,
}

/// Why the schema could not be brought up to date.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// A more recent program has been here: this one must not touch its data.
    #[error(
        "the database is at version {found}, this program knows up to {known}: use a more recent program"
    )]
    DatabaseIsNewer {
        /// The version of the database.
        found: i64,
        /// The last version this program knows.
        known: i64,
    },
    /// The text of a step already applied is not the one that was applied.
    #[error("migration {name} was changed after it was applied")]
    Changed {
        /// The step.
        name: &'static str,
    },
    /// A step has a lower number than one already applied, or was applied and is unknown to this program.
    #[error("migration {version} does not fit the database, which is at version {found}")]
    OutOfOrder {
        /// The step's number.
        version: i64,
        /// The version of the database.
        found: i64,
    },
    /// The copy made before could not be made: nothing was changed.
    #[error("the backup {path} could not be made; nothing was changed")]
    Backup {
        /// Where it was to be.
        path: PathBuf,
        /// Why.
        #[source]
        source: Error,
    },
    /// A step failed: it left nothing behind, those before it stay.
    #[error("migration {name} failed: {source}")]
    Failed {
        /// The step.
        name: &'static str,
        /// Why.
        source: Error,
    },
    /// The database could not be read.
    #[error(transparent)]
    Database(#[from] Error),
}

impl Database {
    /// Brings the schema up to date. On SQLite, a database that holds something is first copied beside itself.
    ///
    /// # Errors
    /// [`MigrateError`]; a failed step leaves nothing behind.
    pub async fn migrate(&self) -> Result<Migrated, MigrateError> {
        self.migrate_through(MIGRATIONS).await
    }

    /// The steps that [`Database::migrate`] would apply.
    ///
    /// # Errors
    /// [`MigrateError`], when the database doesn't fit this program.
    pub async fn pending_migrations(&self) -> Result<Vec<Migration>, MigrateError> {
        self.pending_among(MIGRATIONS).await
    }

    /// [`Database::pending_migrations`] with other steps than the program's.
    ///
    /// # Errors
    /// The same.
    pub async fn pending_among(
        &self,
        migrations: &[Migration],
    ) -> Result<Vec<Migration>, MigrateError> {
        let applied = match &*self.inner.engine {
            Engine::Sqlite(engine) => engine.applied().await?,
            Engine::Postgres(engine) => engine.applied().await?,
        };
        pending(migrations, &applied, self.dialect())
    }

    /// [`Database::migrate`] with other steps than the program's; for tests of migrations.
    ///
    /// # Errors
    /// The same.
    pub async fn migrate_through(
        &self,
        migrations: &[Migration],
    ) -> Result<Migrated, MigrateError> {
        let pending = self.pending_among(migrations).await?;
        let now = self.ambient().now();
        let mut done = Migrated { applied: Vec::new(), backup: None };
        let Some(first) = pending.first() else { return Ok(done) };
        if let Engine::Sqlite(engine) = &*self.inner.engine
            && engine.holds_something().await?
        {
            let path = backup_path(engine.path(), first.version, now);
            match engine.back_up_before(first.version, &path).await {
                Ok(true) => done.backup = Some(path),
                Ok(false) => {}
                Err(source) => return Err(MigrateError::Backup { path, source }),
            }
        }
        for migration in &pending {
            let step = migration.step(self.dialect(), now);
            let applied = match &*self.inner.engine {
                Engine::Sqlite(engine) => engine.apply(step).await,
                Engine::Postgres(engine) => engine.apply(&step).await,
            };
            match applied {
                Ok(true) => {
                    tracing::info!(migration = migration.name, "migration applied");
                    done.applied.push(migration.name);
                }
                // Another migrator was quicker.
                Ok(false) => {}
                Err(source) => return Err(MigrateError::Failed { name: migration.name, source }),
            }
        }
        // Seen again: a more recent program may have passed at the same time.
        self.pending_among(migrations).await?;
        Ok(done)
    }
}

fn pending(
    migrations: &[Migration],
    applied: &[Applied],
    dialect: Dialect,
) -> Result<Vec<Migration>, MigrateError> {
    let known = migrations.last().map_or(0, |migration| migration.version);
    let found = applied.last().map_or(0, |applied| applied.version);
    if found > known {
        return Err(MigrateError::DatabaseIsNewer { found, known });
    }
    if let Some(stranger) =
        applied.iter().find(|a| !migrations.iter().any(|m| m.version == a.version))
    {
        return Err(MigrateError::OutOfOrder { version: stranger.version, found });
    }
    let mut pending = Vec::new();
    for migration in migrations {
        match applied.iter().find(|applied| applied.version == migration.version) {
            Some(applied) => {
                if applied.checksum != migration.step(dialect, Timestamp::UNIX_EPOCH).checksum {
                    return Err(MigrateError::Changed { name: migration.name });
                }
            }
            None if migration.version < found => {
                return Err(MigrateError::OutOfOrder { version: migration.version, found });
            }
            None => pending.push(*migration),
        }
    }
    Ok(pending)
}

/// `data/parvis-before-0007-20261122T104559Z.db` beside `data/parvis.db`.
fn backup_path(database: &Path, version: i64, now: Timestamp) -> PathBuf {
    let stem = database.file_stem().unwrap_or_default().to_string_lossy();
    let extension =
        database.extension().map_or("db".into(), |extension| extension.to_string_lossy());
    let stamp = now.strftime("%Y%m%dT%H%M%SZ");
    database.with_file_name(format!("{stem}-before-{version:04}-{stamp}.{extension}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_numbered_in_order_and_named_after_their_number() {
        assert!(MIGRATIONS.is_sorted_by_key(|migration| migration.version));
        for migration in MIGRATIONS {
            assert!(
                migration.name.starts_with(&format!("{:04}_", migration.version)),
                "{}",
                migration.name
            );
        }
    }
}
