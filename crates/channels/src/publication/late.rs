//! No silent miss: what is late is said, and what the queue forgot is queued again.

use database::Database;
use jiff::SignedDuration;
use jobs::Enqueue;
use platform::Actor;
use serde_json::json;

use super::timeline::{self, StepKind};
use super::{Deliver, settle, store};

/// How long something may stand still before it is queued again.
const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_secs(90);

/// Raises one alert for each publication later than its brand allows; returns how many.
pub async fn alert_late(database: &Database) -> Result<usize, database::Error> {
    let mut tx = database.begin().await?;
    let mut alerted = 0;
    for publication in store::overdue::late(&mut tx, 200).await? {
        if !store::overdue::late_alerted(publication.id, &mut tx).await? {
            continue;
        }
        let actor = Actor::system(publication.brand);
        let data = json!({
            "due_at": publication.due_at.to_string(),
            "state": publication.state.name().as_str(),
        });
        timeline::note(publication.id, StepKind::Late, &actor, data.clone(), &mut tx).await?;
        settle::alert(&publication, "publication_late", data, &mut tx).await?;
        alerted += 1;
    }
    tx.commit().await?;
    Ok(alerted)
}

/// Queues again whatever should have moved and did not; returns how many were looked at.
pub async fn requeue_forgotten(database: &Database) -> Result<usize, database::Error> {
    let mut tx = database.begin().await?;
    let forgotten = store::overdue::forgotten(tx.now() - FORGOTTEN_AFTER, 500, &mut tx).await?;
    for (publication, brand) in &forgotten {
        let how = Enqueue::at(tx.now()).brand(*brand).once(format!("deliver:{publication}"));
        jobs::enqueue(&mut tx, &Deliver { publication: *publication }, how).await?;
    }
    tx.commit().await?;
    Ok(forgotten.len())
}
