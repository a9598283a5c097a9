//! A thread that owns one SQLite connection and runs what it is sent, in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use rusqlite::{Connection, InterruptHandle};
use tokio::sync::oneshot;

use crate::Error;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// The handle of the thread. Dropping it lets the thread finish what it was sent and close its connection.
pub(super) struct Worker {
    jobs: mpsc::Sender<Job>,
    interrupt: Arc<InterruptHandle>,
    thread: JoinHandle<()>,
}

impl Worker {
    /// Starts the thread and opens the connection on it.
    pub(super) async fn start<F>(name: &str, open: F) -> Result<Worker, Error>
    where
        F: FnOnce() -> Result<Connection, Error> + Send + 'static,
    {
        let (jobs, inbox) = mpsc::channel::<Job>();
        let (opened, answer) = oneshot::channel();
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || match open() {
                Err(error) => drop(opened.send(Err(error))),
                Ok(mut connection) => {
                    if opened.send(Ok(Arc::new(connection.get_interrupt_handle()))).is_ok() {
                        work(&mut connection, &inbox);
                    }
                }
            })
            .map_err(|source| Error::Unavailable(source.into()))?;
        let interrupt =
            answer.await.map_err(|_| Error::unavailable("the thread of SQLite stopped"))??;
        Ok(Worker { jobs, interrupt, thread })
    }

    /// Sends `job` without waiting: it runs after everything that was sent before it.
    pub(super) fn send(
        &self,
        job: impl FnOnce(&mut Connection) + Send + 'static,
    ) -> Result<(), Error> {
        self.jobs
            .send(Box::new(job))
            .map_err(|_| Error::unavailable("the thread of SQLite stopped"))
    }

    /// Runs `job` and waits for its answer. If the caller stops waiting, a job not begun is skipped and,
    /// where `interruptible`, one under way is cut.
    pub(super) async fn run<R, F>(&self, interruptible: bool, job: F) -> Result<R, Error>
    where
        R: Send + 'static,
        F: FnOnce(&mut Connection) -> Result<R, Error> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.send(move |connection| {
            if !reply.is_closed() {
                drop(reply.send(job(connection)));
            }
        })?;
        let mut cut = InterruptOnDrop(interruptible.then_some(&self.interrupt));
        let answer = answer.await;
        cut.0 = None;
        answer.unwrap_or_else(|_| Err(Error::other("the work sent to SQLite panicked")))
    }

    /// Waits until the connection is closed.
    pub(super) async fn stop(self) {
        let Worker { jobs, thread, .. } = self;
        drop(jobs);
        // The thread ends by itself; a panic in it was already reported to whoever waited for the job.
        drop(tokio::task::spawn_blocking(move || thread.join()).await);
    }
}

fn work(connection: &mut Connection, inbox: &mpsc::Receiver<Job>) {
    while let Ok(job) = inbox.recv() {
        // A panic must not take the only writer away. The waiting side sees its reply dropped,
        // its transaction can't go on and is rolled back when dropped.
        if catch_unwind(AssertUnwindSafe(|| job(connection))).is_err() {
            tracing::error!("work sent to SQLite panicked");
        }
    }
}

/// Cuts the running statement of a connection if it is dropped while armed. The caller still holds the
/// connection then, so that nobody else's statement can be hit; with nothing running it does nothing.
struct InterruptOnDrop<'a>(Option<&'a Arc<InterruptHandle>>);

impl Drop for InterruptOnDrop<'_> {
    fn drop(&mut self) {
        if let Some(handle) = self.0 {
            handle.interrupt();
        }
    }
}
