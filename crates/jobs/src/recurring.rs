//! Recurring work: the clock enqueues a job for each round, by one instance among all.

use std::time::Duration;

use database::{Database, Error};
use jiff::Timestamp;

use crate::enqueue::{Enqueue, insert};
use crate::registry::Registry;
use crate::store::{self, END_OF_TIME};

/// Enqueues the recurring work whose time has come; the instant at which to look again.
pub(crate) async fn recur(
    db: &Database,
    registry: &Registry,
    now: Timestamp,
) -> Result<Option<Timestamp>, Error> {
    if registry.recurring().is_empty() {
        return Ok(None);
    }
    let known = store::recurring(&mut db.read().await?).await?;
    let mut next_look: Option<Timestamp> = None;
    for (name, period) in registry.recurring() {
        let due = known.iter().find(|(known, _)| known == name).map(|(_, due)| *due);
        let next = match due {
            Some(due) if due > now => due,
            Some(due) => {
                let next = next_round(due, *period, now);
                ask_for(db, name, due, next).await?;
                next
            }
            None => {
                let mut tx = db.begin().await?;
                store::begin_recurring(&mut tx, name).await?;
                tx.commit().await?;
                now
            }
        };
        next_look = Some(next_look.map_or(next, |look| look.min(next)));
    }
    Ok(next_look)
}

/// The next due time on the same beat, or a period from now if rounds were missed.
fn next_round(due: Timestamp, period: Duration, now: Timestamp) -> Timestamp {
    let on_beat = due.saturating_add(period).unwrap_or(END_OF_TIME);
    if on_beat > now { on_beat } else { now.saturating_add(period).unwrap_or(END_OF_TIME) }
}

async fn ask_for(db: &Database, name: &str, due: Timestamp, next: Timestamp) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    if store::advance_recurring(&mut tx, name, due, next).await? {
        insert(&mut tx, name, "null".to_owned(), Enqueue::now().once(format!("every:{name}")))
            .await?;
        tx.commit().await?;
    }
    Ok(())
}
