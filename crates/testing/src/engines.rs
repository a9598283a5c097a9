//! The engines that stories are told on: SQLite in a folder of its own, PostgreSQL in a schema
//! of its own, both migrated.

use std::ops::Deref;

use database::{Database, Location, params};
use primitives::Ambient;

/// When stories begin, unless they say otherwise: a Sunday morning.
pub const THE_INSTANT: &str = "2026-11-22T09:00:00Z";

/// The database of one story, on one engine. Its folder goes with it.
pub struct Engine {
    /// `SQLite` or `PostgreSQL`: for the message of an assertion.
    pub name: &'static str,
    /// The database.
    pub database: Database,
    /// Where it is, to open it again as another copy of the program.
    pub location: Location,
    /// A folder of the story's own, for its files.
    pub folder: tempfile::TempDir,
}

impl Deref for Engine {
    type Target = Database;
    fn deref(&self) -> &Database {
        &self.database
    }
}

impl Engine {
    /// The same database as another copy of the program sees it.
    ///
    /// # Panics
    /// When it can't be opened.
    pub async fn again(&self) -> Database {
        let ambient = self.database.ambient().clone();
        Database::open(&self.location, ambient).await.expect("the story's database opens again")
    }
}

/// SQLite, and PostgreSQL if `PARVIS_TEST_POSTGRES_URL` is set; each with a clock of its own that
/// stands at [`THE_INSTANT`] until the story moves it, and repeatable randomness.
///
/// # Panics
/// When an engine can't be made ready.
pub async fn engines() -> Vec<Engine> {
    let mut engines = vec![sqlite(Ambient::fixed(THE_INSTANT, 7)).await];
    engines.extend(postgres(Ambient::fixed(THE_INSTANT, 7)).await);
    engines
}

/// SQLite alone.
///
/// # Panics
/// When it can't be made ready.
pub async fn sqlite(ambient: Ambient) -> Engine {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let location = Location::Sqlite { path: folder.path().join("parvis.db"), readers: 2 };
    open("SQLite", location, ambient, folder).await
}

/// PostgreSQL alone, if `PARVIS_TEST_POSTGRES_URL` is set.
///
/// # Panics
/// When it can't be made ready.
pub async fn postgres(ambient: Ambient) -> Option<Engine> {
    let url = std::env::var("PARVIS_TEST_POSTGRES_URL").ok()?;
    let schema = format!("test_{}", Ambient::real().new_id::<()>().uuid().simple());
    let server = Location::parse(&url).expect("PARVIS_TEST_POSTGRES_URL is a location");
    let admin = Database::open(&server, Ambient::real()).await.expect("PostgreSQL answers");
    let mut tx = admin.begin().await.expect("PostgreSQL begins");
    let create = format!("CREATE SCHEMA {schema}");
    tx.execute(&create, params![]).await.expect("a schema can be made");
    tx.commit().await.expect("a schema can be made");
    admin.close().await;
    let mark = if url.contains('?') { '&' } else { '?' };
    let url = format!("{url}{mark}options=-csearch_path%3D{schema}");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    Some(open("PostgreSQL", Location::Postgres { url, pool: 5 }, ambient, folder).await)
}

async fn open(
    name: &'static str,
    location: Location,
    ambient: Ambient,
    folder: tempfile::TempDir,
) -> Engine {
    let database = Database::open(&location, ambient).await.expect("the database opens");
    database.migrate().await.expect("the schema is brought up to date");
    Engine { name, database, location, folder }
}
