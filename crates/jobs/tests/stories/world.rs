//! Databases to tell stories on, and jobs to tell them with.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use database::{Database, Location, params};
use jobs::{Backlog, Enqueue, Job, Registry, Worker, WorkerSettings};
use primitives::Ambient;
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

/// A database of one story, on one engine.
pub struct World {
    pub db: Database,
    location: Location,
    _folder: tempfile::TempDir,
}

impl Deref for World {
    type Target = Database;
    fn deref(&self) -> &Database {
        &self.db
    }
}

/// SQLite, and PostgreSQL if `PARVIS_TEST_POSTGRES_URL` is set, at a set instant.
pub async fn worlds() -> Vec<World> {
    worlds_at(Ambient::fixed("2026-11-22T09:00:00Z", 7)).await
}

/// The same with the machine's clock.
pub async fn live_worlds() -> Vec<World> {
    worlds_at(Ambient::real()).await
}

async fn worlds_at(ambient: Ambient) -> Vec<World> {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Location::Sqlite { path: folder.path().join("parvis.db"), readers: 2 };
    let mut worlds = vec![open(sqlite, ambient.clone(), folder).await];
    if let Ok(url) = std::env::var("PARVIS_TEST_POSTGRES_URL") {
        let schema = format!("test_{}", Ambient::real().new_id::<()>().uuid().simple());
        let admin = Database::open(&Location::parse(&url).unwrap(), Ambient::real()).await.unwrap();
        let mut tx = admin.begin().await.unwrap();
        tx.execute(&format!("CREATE SCHEMA {schema}"), params![]).await.unwrap();
        tx.commit().await.unwrap();
        let mark = if url.contains('?') { '&' } else { '?' };
        let url = format!("{url}{mark}options=-csearch_path%3D{schema}");
        let location = Location::Postgres { url, pool: 6 };
        worlds.push(open(location, ambient, tempfile::tempdir().unwrap()).await);
    }
    worlds
}

async fn open(location: Location, ambient: Ambient, folder: tempfile::TempDir) -> World {
    let db = Database::open(&location, ambient).await.unwrap();
    db.migrate().await.unwrap();
    World { db, location, _folder: folder }
}

impl World {
    /// The same database as another copy of the program sees it.
    pub async fn again(&self) -> Database {
        Database::open(&self.location, self.db.ambient().clone()).await.unwrap()
    }

    /// Enqueues in a transaction of its own.
    pub async fn enqueue<J: Job>(&self, job: &J, how: Enqueue) {
        let mut tx = self.begin().await.unwrap();
        jobs::enqueue(&mut tx, job, how).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn backlog(&self) -> Backlog {
        jobs::backlog(&mut self.read().await.unwrap()).await.unwrap()
    }

    /// Runs what is due now.
    pub async fn run_due(&self, registry: &Registry) -> jobs::RanDue {
        jobs::run_due(self, registry, self.ambient().now()).await.unwrap()
    }

    pub fn settings(&self) -> WorkerSettings {
        WorkerSettings {
            poll: Duration::from_millis(50),
            grace: Duration::from_secs(5),
            ..WorkerSettings::new(self.ambient().new_id())
        }
    }
}

/// A worker at work in the background.
pub struct AtWork {
    pub stop: watch::Sender<bool>,
    pub task: tokio::task::JoinHandle<()>,
}

impl AtWork {
    pub fn start(db: &Database, registry: &Registry, settings: WorkerSettings) -> Self {
        let (stop, stopped) = watch::channel(false);
        let registry = Arc::new(registry.clone());
        let task = tokio::spawn(Worker::run(db.clone(), registry, settings, stopped));
        Self { stop, task }
    }

    pub async fn stop(self) {
        self.stop.send(true).unwrap();
        self.task.await.unwrap();
    }
}

/// A small piece of work.
#[derive(Debug, Serialize, Deserialize)]
pub struct Greet {
    pub name: String,
}

impl Job for Greet {
    const KIND: &'static str = "greet";
    const MAX_ATTEMPTS: u32 = 3;
    const LEASE: Duration = Duration::from_millis(600);
}

pub fn greet(name: &str) -> Greet {
    Greet { name: name.to_owned() }
}

/// Counts.
#[derive(Clone, Default)]
pub struct Count(Arc<AtomicUsize>);

impl Count {
    pub fn add(&self) -> usize {
        self.0.fetch_add(1, Ordering::SeqCst) + 1
    }
    pub fn get(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

/// Waits until it is so, or fails after ten seconds.
pub async fn until(mut so: impl AsyncFnMut() -> bool) {
    for _ in 0..1000 {
        if so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never came");
}
