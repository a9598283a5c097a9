use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use database::{Database, Error};
use jiff::Timestamp;
use primitives::Id;
use tokio::sync::watch;
use tokio::task::{Id as TaskId, JoinSet};

use crate::store::{self, Claimed};
use crate::{Registry, recurring, run, wake};

/// One running copy of the program.
#[derive(Debug)]
pub enum Instance {}

/// How a worker works.
#[derive(Debug, Clone)]
pub struct WorkerSettings {
    /// How many jobs run at once.
    pub concurrency: usize,
    /// How often the database is looked at when nothing happens; another instance's jobs wait
    /// this long at most.
    pub poll: Duration,
    /// Who this is: the owner of its leases.
    pub instance: Id<Instance>,
    /// How long running jobs may take to end once the worker is asked to stop.
    pub grace: Duration,
}

impl WorkerSettings {
    /// The usual settings for an instance.
    pub fn new(instance: Id<Instance>) -> Self {
        Self {
            concurrency: 16,
            poll: Duration::from_millis(750),
            instance,
            grace: Duration::from_secs(20),
        }
    }
}

/// After a job was enqueued in this process, its transaction commits within moments: looks at
/// these intervals, then at the usual pace.
const EAGER: [Duration; 5] = [
    Duration::from_millis(2),
    Duration::from_millis(8),
    Duration::from_millis(30),
    Duration::from_millis(100),
    Duration::from_millis(300),
];

/// Runs jobs until asked to stop.
pub struct Worker {
    db: Database,
    registry: Arc<Registry>,
    settings: WorkerSettings,
    running: JoinSet<()>,
    leases: HashMap<TaskId, Claimed>,
    /// When recurring work must be looked at again.
    next_round: Option<Timestamp>,
    in_trouble: bool,
}

/// What a look at the database found.
enum Look {
    /// As many jobs as there was room for: there may be more.
    Full,
    /// Nothing more for now; the next known instant, if any.
    Until(Option<Timestamp>),
}

impl Worker {
    /// Runs the jobs of `registry` until `shutdown` holds `true` (or its sender is gone); then
    /// takes no more, waits for those that run, and gives back those that are too slow.
    ///
    /// Dropping this future drops the running jobs; their leases run out by themselves.
    pub async fn run(
        db: Database,
        registry: Arc<Registry>,
        settings: WorkerSettings,
        mut shutdown: watch::Receiver<bool>,
    ) {
        let mut worker = Worker {
            db,
            registry,
            settings,
            running: JoinSet::new(),
            leases: HashMap::new(),
            next_round: Some(Timestamp::MIN),
            in_trouble: false,
        };
        worker.work(&mut shutdown).await;
        worker.stop().await;
    }

    async fn work(&mut self, shutdown: &mut watch::Receiver<bool>) {
        let mut pokes = wake::listen();
        let mut eager = EAGER.len();
        while !*shutdown.borrow() {
            let pause = match self.look().await {
                Ok(Look::Full) => None,
                Ok(Look::Until(next)) => Some(self.pause(next, eager)),
                Err(error) => {
                    self.trouble(&error);
                    Some(self.settings.poll * 2)
                }
            };
            eager = eager.saturating_add(1);
            tokio::select! {
                stopped = shutdown.changed() => if stopped.is_err() { return },
                Ok(()) = pokes.changed(), if pause.is_some() => {
                    eager = 0;
                    tokio::time::sleep(EAGER[0]).await;
                }
                Some(ended) = self.running.join_next_with_id() => self.forget(ended),
                () = tokio::time::sleep(pause.unwrap_or_default()), if pause.is_some() => {}
            }
        }
    }

    /// How long to wait before the next look.
    fn pause(&self, next: Option<Timestamp>, eager: usize) -> Duration {
        let usual = EAGER.get(eager).copied().unwrap_or(self.settings.poll);
        let left = next.map(|next| next.duration_since(self.db.ambient().now()));
        left.map_or(usual, |left| usual.min(left.try_into().unwrap_or(Duration::ZERO)))
            .max(Duration::from_millis(1))
    }

    /// Takes what is due, and starts it.
    async fn look(&mut self) -> Result<Look, Error> {
        let room = self.settings.concurrency.saturating_sub(self.running.len());
        if room == 0 {
            return Ok(Look::Full);
        }
        let now = self.db.ambient().now();
        if self.next_round.is_some_and(|round| round <= now) {
            self.next_round = recurring::recur(&self.db, &self.registry, now).await?;
        }
        let kinds = self.registry.kinds();
        let (due, expired) = {
            let mut reader = self.db.read().await?;
            let due = store::next_due(&mut reader, &kinds).await?;
            (due, store::has_expired(&mut reader, now).await?)
        };
        if expired {
            self.reclaim(now).await?;
        }
        let mut taken = 0;
        if expired || due.is_some_and(|due| due <= now) {
            let claimed =
                run::claim(&self.db, &self.registry, self.settings.instance, now, room).await?;
            taken = claimed.len();
            claimed.into_iter().for_each(|job| self.start(job));
        }
        if std::mem::take(&mut self.in_trouble) {
            tracing::info!("the worker sees the database again");
        }
        if taken == room {
            return Ok(Look::Full);
        }
        let later = due.filter(|due| *due > now);
        Ok(Look::Until([later, self.next_round].into_iter().flatten().min()))
    }

    async fn reclaim(&self, now: Timestamp) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        let jobs = store::reclaim(&mut tx, now).await?;
        tx.commit().await?;
        tracing::warn!(jobs, "jobs whose instance went away are taken up again");
        Ok(())
    }

    fn start(&mut self, job: Claimed) {
        let (db, registry, kept) = (self.db.clone(), self.registry.clone(), job.clone());
        let task = self.running.spawn(async move {
            run::run(&db, &registry, job).await;
        });
        self.leases.insert(task.id(), kept);
    }

    fn forget(&mut self, ended: Result<(TaskId, ()), tokio::task::JoinError>) {
        let id = match ended {
            Ok((id, ())) => id,
            Err(error) => error.id(),
        };
        self.leases.remove(&id);
    }

    fn trouble(&mut self, error: &Error) {
        if !self.in_trouble {
            tracing::error!(%error, "the worker can't reach the database; it keeps trying");
        }
        self.in_trouble = true;
    }

    /// Waits for running jobs, then gives back the rest.
    async fn stop(&mut self) {
        let all_end = async {
            while let Some(ended) = self.running.join_next_with_id().await {
                let id = ended.map_or_else(|error| error.id(), |(id, ())| id);
                self.leases.remove(&id);
            }
        };
        if tokio::time::timeout(self.settings.grace, all_end).await.is_ok() {
            return;
        }
        self.running.shutdown().await;
        if let Err(error) = self.release().await {
            tracing::warn!(%error, "leases could not be given back; they run out by themselves");
        }
    }

    async fn release(&mut self) -> Result<(), Error> {
        let mut tx = self.db.begin().await?;
        for job in self.leases.values() {
            tracing::info!(job = %job.id, kind = job.kind, "a job is given back unfinished");
            let (now, attempts) = (tx.now(), job.attempt.saturating_sub(1));
            store::put_back(&mut tx, job, now, attempts, None).await?;
        }
        tx.commit().await
    }
}
