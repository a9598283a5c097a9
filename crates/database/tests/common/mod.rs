//! The engines of the tests: SQLite in a folder of its own, PostgreSQL in a schema of its own.
#![allow(dead_code, missing_docs, clippy::unwrap_used)] // each test binary uses a part of it

use std::ops::Deref;

use database::{Database, Location, Tx, params};
use primitives::Ambient;

/// A database of one test.
pub struct TestDatabase {
    pub db: Database,
    pub location: Location,
    pub folder: tempfile::TempDir,
}

impl Deref for TestDatabase {
    type Target = Database;
    fn deref(&self) -> &Database {
        &self.db
    }
}

/// SQLite, and PostgreSQL if `PARVIS_TEST_POSTGRES_URL` is set.
pub async fn databases() -> Vec<TestDatabase> {
    let mut all = vec![sqlite().await];
    all.extend(postgres().await);
    all
}

pub async fn sqlite() -> TestDatabase {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Sqlite { path: folder.path().join("data/parvis.db"), readers: 2 };
    open(location, folder).await
}

pub async fn postgres() -> Option<TestDatabase> {
    let url = std::env::var("PARVIS_TEST_POSTGRES_URL").ok()?;
    let schema = format!("test_{}", Ambient::real().new_id::<()>().uuid().simple());
    let admin = Database::open(&Location::parse(&url).unwrap(), Ambient::real()).await.unwrap();
    let mut tx = admin.begin().await.unwrap();
    tx.execute(&format!("CREATE SCHEMA {schema}"), params![]).await.unwrap();
    tx.commit().await.unwrap();
    let mark = if url.contains('?') { '&' } else { '?' };
    let url = format!("{url}{mark}options=-csearch_path%3D{schema}");
    Some(open(Location::Postgres { url, pool: 5 }, tempfile::tempdir().unwrap()).await)
}

async fn open(location: Location, folder: tempfile::TempDir) -> TestDatabase {
    TestDatabase { db: Database::open(&location, Ambient::real()).await.unwrap(), location, folder }
}

/// A table to play with.
pub async fn thing_table(db: &Database) {
    let mut tx = db.begin().await.unwrap();
    let create = "CREATE TABLE thing (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, parent BIGINT REFERENCES thing (id))";
    tx.execute(create, params![]).await.unwrap();
    tx.commit().await.unwrap();
}

pub async fn names(tx: &mut Tx) -> Vec<String> {
    let rows = tx.query("SELECT name FROM thing ORDER BY id", params![]).await.unwrap();
    rows.iter().map(|row| row.get("name").unwrap()).collect()
}
