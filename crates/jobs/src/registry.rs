use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use crate::{Done, Job, JobContext, JobError};

pub(crate) type Outcome = Result<Done, JobError>;
type Run =
    Arc<dyn Fn(String, JobContext) -> Pin<Box<dyn Future<Output = Outcome> + Send>> + Send + Sync>;

/// What this program knows how to do: handlers by kind, and what the clock asks for. Made once
/// where the program is wired.
#[derive(Clone, Default)]
pub struct Registry {
    handlers: BTreeMap<&'static str, Handler>,
    recurring: BTreeMap<&'static str, Duration>,
}

#[derive(Clone)]
pub(crate) struct Handler {
    pub(crate) run: Run,
    pub(crate) max_attempts: u32,
    pub(crate) lease: Duration,
    /// Recurring work that fails is not kept: it comes round again.
    pub(crate) recurring: bool,
}

impl Registry {
    /// Knows nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Handles the jobs of type `J`. A handler may run twice for one job (its instance died, the
    /// database did not take its end): it calls a verb that bears that.
    ///
    /// # Panics
    /// When the kind already has a handler: a mistake of wiring, found at start.
    pub fn on<J, H, F>(mut self, handler: H) -> Self
    where
        J: Job,
        H: Fn(J, JobContext) -> F + Send + Sync + 'static,
        F: Future<Output = Outcome> + Send + 'static,
    {
        let handler = Arc::new(handler);
        let run: Run = Arc::new(move |payload, context| {
            let handler = handler.clone();
            Box::pin(async move {
                let job: J = serde_json::from_str(&payload).map_err(|error| {
                    JobError::Dead(format!("its payload can't be read: {error}"))
                })?;
                handler(job, context).await
            })
        });
        self.add(
            J::KIND,
            Handler { run, max_attempts: J::MAX_ATTEMPTS, lease: J::LEASE, recurring: false },
        );
        self
    }

    /// Does `handler` once in each `period`, by one instance among all, beginning at the first
    /// start. A run that lasts longer than its period is not overtaken by the next; one that
    /// fails is logged, and comes round again. `name` never changes.
    ///
    /// # Panics
    /// When the name is already taken.
    pub fn every<H, F>(mut self, name: &'static str, period: Duration, handler: H) -> Self
    where
        H: Fn(JobContext) -> F + Send + Sync + 'static,
        F: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run = Arc::new(move |_, context| Box::pin(handler(context)));
        let lease = Duration::from_secs(120);
        self.add(name, Handler { run, max_attempts: u32::MAX, lease, recurring: true });
        self.recurring.insert(name, period.max(Duration::from_millis(1)));
        self
    }

    /// The kinds handled, recurring work included.
    pub fn kinds(&self) -> Vec<&'static str> {
        self.handlers.keys().copied().collect()
    }

    pub(crate) fn handler(&self, kind: &str) -> Option<&Handler> {
        self.handlers.get(kind)
    }

    pub(crate) fn recurring(&self) -> &BTreeMap<&'static str, Duration> {
        &self.recurring
    }

    fn add(&mut self, kind: &'static str, handler: Handler) {
        let before = self.handlers.insert(kind, handler);
        assert!(before.is_none(), "two handlers for the jobs of kind {kind}");
    }
}

impl std::fmt::Debug for Registry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Registry").field("kinds", &self.kinds()).finish_non_exhaustive()
    }
}
