//! Stories about migrations, on both engines.
#![allow(clippy::unwrap_used)]

mod common;

use common::{TestDatabase, databases};
use database::{Database, Dialect, Location, MIGRATIONS, MigrateError, Migration, params};
use primitives::Ambient;

const ONE: Migration = Migration {
    version: 1,
    name: "0001_one",
    sql: "CREATE TABLE one (id BIGINT PRIMARY KEY, t TEXT); INSERT INTO one VALUES (1, 'a;b'); -- a comment; with a semicolon",
    sqlite: "CREATE TABLE own (engine TEXT); INSERT INTO own VALUES ('sqlite');",
    postgres: "CREATE TABLE own (engine TEXT); INSERT INTO own VALUES ('postgres');",
};
const TWO: Migration = Migration {
    version: 2,
    name: "0002_two",
    sql: "CREATE TABLE two (id BIGINT PRIMARY KEY, one BIGINT NOT NULL REFERENCES one (id));",
    sqlite: "",
    postgres: "",
};
const THREE: Migration =
    Migration { version: 3, name: "0003_three", sql: "CREATE TABLE three (id BIGINT);", ..TWO };

#[tokio::test]
async fn the_schema_of_the_program_goes_in_and_a_second_time_changes_nothing() {
    for db in databases().await {
        let names: Vec<_> = MIGRATIONS.iter().map(|migration| migration.name).collect();
        assert_eq!(db.pending_migrations().await.unwrap().len(), names.len());
        let done = db.migrate().await.unwrap();
        assert_eq!((done.applied, done.backup), (names, None));
        let again = db.migrate().await.unwrap();
        assert!(again.applied.is_empty() && again.backup.is_none());
        assert!(db.pending_migrations().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn each_engine_runs_the_common_text_then_its_own() {
    for db in databases().await {
        db.migrate_through(&[ONE]).await.unwrap();
        let mut read = db.read().await.unwrap();
        let engine: String =
            read.query_one("SELECT engine FROM own", params![]).await.unwrap().get(0usize).unwrap();
        let expected = if db.dialect() == Dialect::Sqlite { "sqlite" } else { "postgres" };
        assert_eq!(engine, expected);
        let text: String =
            read.query_one("SELECT t FROM one", params![]).await.unwrap().get("t").unwrap();
        assert_eq!(text, "a;b");
    }
}

#[tokio::test]
async fn a_database_that_holds_something_is_copied_first_on_sqlite() {
    for db in databases().await {
        assert_eq!(db.migrate_through(&[ONE]).await.unwrap().backup, None);
        let done = db.migrate_through(&[ONE, TWO]).await.unwrap();
        assert_eq!(done.applied, ["0002_two"]);
        if db.dialect() == Dialect::Postgres {
            assert_eq!(done.backup, None);
            continue;
        }
        let path = done.backup.unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name.starts_with("parvis-before-0002-") && name.ends_with("Z.db"), "{name}");
        let copy =
            Database::open(&Location::Sqlite { path, readers: 1 }, Ambient::real()).await.unwrap();
        let mut read = copy.read().await.unwrap();
        assert!(read.query_opt("SELECT id FROM one", params![]).await.unwrap().is_some());
        assert!(read.query("SELECT id FROM two", params![]).await.is_err());
        let next_to_it = std::fs::read_dir(db.folder.path().join("data")).unwrap().count();
        assert!(next_to_it <= 6, "no partial copy is left beside: {next_to_it}");
    }
}

#[tokio::test]
async fn a_database_newer_than_the_program_is_refused() {
    for db in databases().await {
        db.migrate_through(&[ONE, TWO]).await.unwrap();
        let refused = db.migrate_through(&[ONE]).await.unwrap_err();
        assert!(
            matches!(refused, MigrateError::DatabaseIsNewer { found: 2, known: 1 }),
            "{refused:?}"
        );
        assert!(db.pending_among(&[ONE]).await.is_err());
    }
}

#[tokio::test]
async fn a_text_changed_after_it_was_applied_is_refused() {
    for db in databases().await {
        db.migrate_through(&[ONE]).await.unwrap();
        let changed = Migration { sql: "CREATE TABLE one (id BIGINT);", ..ONE };
        let refused = db.migrate_through(&[changed, TWO]).await.unwrap_err();
        assert!(matches!(refused, MigrateError::Changed { name: "0001_one" }), "{refused:?}");
        let refused = db.migrate_through(&[TWO]).await.unwrap_err();
        assert!(matches!(refused, MigrateError::OutOfOrder { version: 1, .. }), "{refused:?}");
    }
}

#[tokio::test]
async fn a_step_that_fails_leaves_nothing_and_keeps_those_before() {
    for db in databases().await {
        let bad = Migration {
            sql: "CREATE TABLE two (id BIGINT); INSERT INTO nowhere VALUES (1);",
            ..TWO
        };
        let failed = db.migrate_through(&[ONE, bad, THREE]).await.unwrap_err();
        assert!(matches!(failed, MigrateError::Failed { name: "0002_two", .. }), "{failed:?}");
        assert_eq!(versions(&db).await, [0, 1]);
        db.migrate_through(&[ONE, TWO, THREE]).await.unwrap();
        assert_eq!(versions(&db).await, [0, 1, 2, 3]);
    }
}

#[tokio::test]
async fn a_step_that_breaks_a_reference_is_refused_and_keys_hold_after_it() {
    for db in databases().await {
        let orphan = Migration {
            sqlite: "INSERT INTO two VALUES (1, 99);",
            postgres: "INSERT INTO two VALUES (1, 99);",
            ..TWO
        };
        let failed = db.migrate_through(&[ONE, orphan]).await.unwrap_err();
        assert!(matches!(failed, MigrateError::Failed { .. }), "{failed:?}");
        db.migrate_through(&[ONE, TWO]).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        let broken =
            tx.execute("INSERT INTO two VALUES ($1, $2)", params![1, 99]).await.unwrap_err();
        assert!(broken.is_foreign_key_violation());
    }
}

#[tokio::test]
async fn programs_that_start_together_migrate_once() {
    for db in databases().await {
        let mut several = Vec::new();
        for _ in 0..4 {
            let db = Database::open(&db.location, Ambient::real()).await.unwrap();
            several.push(tokio::spawn(async move { db.migrate_through(&[ONE, TWO, THREE]).await }));
        }
        let mut applied = 0;
        for one in several {
            applied += one.await.unwrap().unwrap().applied.len();
        }
        assert_eq!(applied, 3);
        assert_eq!(versions(&db).await, [0, 1, 2, 3]);
    }
}

async fn versions(db: &TestDatabase) -> Vec<i64> {
    let sql = "SELECT version FROM schema_migration ORDER BY version";
    let rows = db.read().await.unwrap().query(sql, params![]).await.unwrap();
    rows.iter().map(|row| row.get("version").unwrap()).collect()
}
