//! Working promises out from what happened, and keeping what lists and reminders ask for.

use std::collections::HashSet;

use database::{Database, Error, Tx};
use jiff::Timestamp;
use jobs::Enqueue;
use platform::Brand;
use primitives::Id;
use serde::{Deserialize, Serialize};

use super::policy::Policy;
use super::setting::{Setting, Step};
use super::store::kept::{self, Row};
use super::{ClockKind, Measure, facts, read, store};
use crate::conversation::{Conversation, StateWord};
use crate::hours::{self, Hours};

/// How many conversations are worked out in one transaction.
const AT_ONCE: i64 = 100;

/// Works the promises of a brand's open conversations out anew: asked for when what it promises,
/// or when it is open, has changed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WorkOutPromises {
    /// Whose.
    pub brand: Id<Brand>,
}

impl jobs::Job for WorkOutPromises {
    const KIND: &'static str = "work_out_promises";
}

/// What promises are worked out by, read once.
pub(super) struct Book {
    pub setting: Setting,
    policies: Vec<Policy>,
    pub steps: Vec<Step>,
    hours: Hours,
    around: Hours,
}

impl Book {
    pub async fn of(brand: Id<Brand>, tx: &mut Tx) -> Result<Option<Book>, Error> {
        let Some(setting) = store::setting(brand, tx).await? else { return Ok(None) };
        let hours = hours::store::hours(brand, tx).await?;
        Ok(Some(Book {
            setting,
            policies: store::policies(brand, tx).await?,
            steps: store::steps(brand, tx).await?,
            around: hours.all_hours(),
            hours,
        }))
    }

    pub fn hours(&self, working: bool) -> &Hours {
        if working { &self.hours } else { &self.around }
    }
}

/// Works out what is promised in these conversations of a brand, after something happened there.
/// A brand that promises nothing costs one look.
pub(crate) async fn work_out(
    brand: Id<Brand>,
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<(), Error> {
    if conversations.is_empty() {
        return Ok(());
    }
    let Some(book) = Book::of(brand, tx).await? else { return Ok(()) };
    let mut ids = conversations.to_vec();
    ids.sort_unstable();
    ids.dedup();
    for id in ids {
        one(&book, brand, id, tx).await?;
    }
    Ok(())
}

/// Asks for all of a brand's open conversations to be worked out anew, in the verb's transaction.
pub(crate) async fn work_out_all(brand: Id<Brand>, tx: &mut Tx) -> Result<(), Error> {
    if store::setting(brand, tx).await?.is_none() {
        return Ok(());
    }
    // Not one at a time: what runs already may have read what was there before.
    jobs::enqueue(tx, &WorkOutPromises { brand }, Enqueue::now().brand(brand)).await?;
    Ok(())
}

/// What the job does: part by part, each in its own transaction.
///
/// # Errors
/// What the database met.
pub async fn run(brand: Id<Brand>, database: &Database) -> Result<usize, Error> {
    let (mut after, mut count) = (None, 0);
    loop {
        let mut tx = database.begin().await?;
        let ids = kept::not_resolved(brand, after, AT_ONCE, &mut tx).await?;
        work_out(brand, &ids, &mut tx).await?;
        tx.commit().await?;
        count += ids.len();
        match ids.last() {
            Some(last) => after = Some(*last),
            None => return Ok(count),
        }
    }
}

async fn one(
    book: &Book,
    brand: Id<Brand>,
    id: Id<Conversation>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let Some(facing) = facts::facing(brand, id, tx).await? else { return Ok(()) };
    let before = kept::of_conversation(id, tx).await?;
    let answerable = !facing.reactions && facing.state != StateWord::Merged;
    let policy = book.policies.iter().find(|policy| policy.says.fits(&facing.about));
    let mut after = Vec::new();
    match policy.filter(|_| answerable) {
        None => after.extend(before.iter().filter(|row| row.measure.ended.is_some()).cloned()),
        Some(policy) => {
            let mut terms = policy.says.terms();
            terms.warning = book.setting.warning;
            terms.since = Some(book.setting.since);
            let facts = facts::of(&facing, tx).await?;
            let hours = book.hours(policy.says.working);
            let told = kept::told(id, tx).await?;
            let working = policy.says.working;
            let in_hours = read(&facts, &terms, book.hours(true), tx.now());
            for (measure, worked) in read(&facts, &terms, hours, tx.now()).into_iter().zip(in_hours)
            {
                let row = Row { measure, policy: policy.id, working, worked: worked.used };
                after.push(as_promised(row, &before));
            }
            keep(brand, &facing, book, &before, &after, &told, tx).await?;
            return nearest(&facing, &after, tx).await;
        }
    }
    keep(brand, &facing, book, &before, &after, &HashSet::new(), tx).await?;
    nearest(&facing, &after, tx).await
}

/// What had ended already, at the same instant, keeps what was promised then.
fn as_promised(row: Row, before: &[Row]) -> Row {
    let same = |old: &&Row| {
        old.measure.kind == row.measure.kind
            && old.measure.since == row.measure.since
            && old.measure.ended.is_some()
            && old.measure.ended == row.measure.ended
    };
    before.iter().find(same).cloned().unwrap_or(row)
}

async fn keep(
    brand: Id<Brand>,
    facing: &facts::Facing,
    book: &Book,
    before: &[Row],
    after: &[Row],
    told: &HashSet<kept::Told>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let key = |row: &Row| (row.measure.kind, row.measure.since);
    for old in before {
        if !after.iter().any(|row| key(row) == key(old)) {
            kept::remove(facing.id, old.measure.kind, old.measure.since, tx).await?;
        }
    }
    for row in after {
        let next = next_notice(row, book, told);
        if before.contains(row) && row.measure.ended.is_some() {
            continue;
        }
        kept::put(brand, facing.id, facing.about.channel, row, next, tx).await?;
    }
    Ok(())
}

/// When something about a running promise is to be told next.
pub(super) fn next_notice(row: &Row, book: &Book, told: &HashSet<kept::Told>) -> Option<Timestamp> {
    notices(row, book)
        .into_iter()
        .filter(|(step, _)| !told.contains(&row.told(step)))
        .map(|(_, at)| at)
        .min()
}

/// What is to be told of a running promise, and when: the reminder, and each step.
pub(super) fn notices(row: &Row, book: &Book) -> Vec<(String, Timestamp)> {
    let measure = &row.measure;
    let (Some(due), None) = (measure.due, measure.ended) else { return Vec::new() };
    let reminder = measure.at_risk.filter(|_| book.setting.reminds);
    let mut notices: Vec<_> =
        reminder.map(|at| (kept::REMINDER.to_owned(), at)).into_iter().collect();
    for step in &book.steps {
        if let Some(at) = book.hours(row.working).due(due, step.late_by) {
            notices.push((step.id.to_string(), at));
        }
    }
    notices
}

/// The running promise that ends soonest goes to the conversation's own row, for lists.
async fn nearest(facing: &facts::Facing, rows: &[Row], tx: &mut Tx) -> Result<(), Error> {
    let running = rows.iter().map(|row| &row.measure).filter(|m| m.ended.is_none());
    let soonest = running.filter(|m| m.due.is_some()).min_by_key(|m| (m.due, m.kind));
    let now = soonest.map(|m: &Measure| (m.due, m.at_risk, Some(m.kind)));
    let now = now.unwrap_or((None, None, None::<ClockKind>));
    if now != (facing.due_at, facing.at_risk_at, facing.due_kind) {
        kept::nearest(facing.id, now, tx).await?;
    }
    Ok(())
}
