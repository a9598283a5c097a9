//! Reminding owners of what sleeps, and writing to them what a month brought.

use database::{Database, Error};
use jiff::SignedDuration;
use jobs::Enqueue;
use platform::activity::Subject;
use platform::notification::{Recipients, notify};
use platform::{Actor, Brand, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::store::{course, due, months};
use super::{Case, figures};

/// How many are reminded of in one transaction.
const AT_ONCE: usize = 50;
/// How long after a reminder the next one comes.
const AGAIN: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A letter to an owner: facts, which `web` words when the job runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FeedbackLetter {
    /// A case takes longer than it may.
    Sleeps {
        /// The case.
        case: Id<Case>,
        /// Its owner.
        to: Id<Teammate>,
    },
    /// What a month brought.
    Month {
        /// `2026-11`
        month: String,
        /// The owner.
        to: Id<Teammate>,
    },
}

impl jobs::Job for FeedbackLetter {
    const KIND: &'static str = "feedback_letter";
}

/// Reminds owners of what takes longer than it may, again each week: recurring work.
///
/// # Errors
/// What the database met.
pub async fn remind_due(database: &Database) -> Result<usize, Error> {
    if due::list(1, false, &mut database.read().await?).await?.is_empty() {
        return Ok(0);
    }
    let mut tx = database.begin().await?;
    let due = due::list(AT_ONCE, true, &mut tx).await?;
    for one in &due {
        let again = tx.now() + AGAIN;
        due::remind_at(one.case, again, &mut tx).await?;
        let system = Actor::system(one.brand);
        course::add(one.case, "reminded", "", &system, &mut tx).await?;
        let subject = Subject::new("feedback", one.case);
        let data = json!({ "name": one.title });
        let to = Recipients::Teammate(one.owner);
        notify(&mut tx, one.brand, "feedback.sleeps", subject, data, to).await?;
        let letter = FeedbackLetter::Sleeps { case: one.case, to: one.owner };
        jobs::enqueue(&mut tx, &letter, Enqueue::now().brand(one.brand)).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}

/// Writes to each owner what the month that ended brought, once: recurring work. How many letters.
///
/// # Errors
/// What the database met.
pub async fn write_summaries(database: &Database) -> Result<usize, Error> {
    let brands = Brand::all(&mut database.read().await?).await?;
    let mut count = 0;
    for brand in brands.iter().filter(|brand| !brand.demo) {
        let mut tx = database.read().await?;
        let month = figures::month_before(brand, tx.now());
        let missing = months::owners_missing(brand.id, &month, &mut tx).await?;
        drop(tx);
        if missing.is_empty() {
            continue;
        }
        let mut tx = database.begin().await?;
        for owner in months::owners_missing(brand.id, &month, &mut tx).await? {
            if months::written_first(brand.id, owner, &month, &mut tx).await? {
                let letter = FeedbackLetter::Month { month: month.clone(), to: owner };
                jobs::enqueue(&mut tx, &letter, Enqueue::now().brand(brand.id)).await?;
                count += 1;
            }
        }
        tx.commit().await?;
    }
    Ok(count)
}
