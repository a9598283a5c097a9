use database::Database;
use jiff::SignedDuration;
use platform::Actor;

use super::{store, tell};
use crate::post::Post;

const DAY_BEFORE: i64 = 1;
const HOURS_BEFORE: i64 = 2;
const LATE: i64 = 4;

/// Reminds those whose answer is awaited, the day before and two hours before the time that the
/// post is wanted for; once that has passed, tells whoever asked. Each once. Returns how many
/// requests were looked at.
pub async fn remind_due(database: &Database) -> Result<usize, database::Error> {
    let mut tx = database.begin().await?;
    let now = tx.now();
    let soon = store::wanted_before(now + SignedDuration::from_hours(24), &mut tx).await?;
    let mut reminded = 0;
    for request in soon {
        let Some(wanted) = &request.wanted else { continue };
        let left = wanted.at.duration_since(now);
        let due = if left <= SignedDuration::ZERO {
            LATE
        } else if left <= SignedDuration::from_hours(2) {
            HOURS_BEFORE
        } else {
            DAY_BEFORE
        };
        // One who was asked within the delay was told already.
        let asked_for = wanted.at.duration_since(request.created_at);
        let told_then = match due {
            DAY_BEFORE => asked_for <= SignedDuration::from_hours(30),
            HOURS_BEFORE => asked_for <= SignedDuration::from_hours(3),
            _ => false,
        };
        if request.reminded >= due {
            continue;
        }
        store::put_reminded(request.id, due, &mut tx).await?;
        if told_then {
            continue;
        }
        reminded += 1;
        let system = Actor::system(request.brand);
        let Ok(post) = Post::load(request.post, &system, &mut tx).await else { continue };
        if due == LATE {
            tell::author(&request, &post, "approval.late", &mut tx).await?;
        } else {
            let keys: Vec<_> = request.awaited().iter().map(|a| a.key.clone()).collect();
            let keys: Vec<_> = keys.iter().collect();
            tell::ask_people(&request, &keys, true, &mut tx).await?;
        }
    }
    tx.commit().await?;
    Ok(reminded)
}
