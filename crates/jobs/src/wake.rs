//! Tells the workers of this process that a job was just enqueued, so that it does not wait for
//! the next look at the database. Other instances find it by looking.

use std::sync::LazyLock;

use tokio::sync::watch;

static POKES: LazyLock<watch::Sender<u64>> = LazyLock::new(|| watch::Sender::new(0));

/// Says that a job is about to be committed.
pub(crate) fn poke() {
    POKES.send_modify(|count| *count = count.wrapping_add(1));
}

/// Hears of the jobs enqueued from now on.
pub(crate) fn listen() -> watch::Receiver<u64> {
    POKES.subscribe()
}
