//! Telling those concerned, each thing once: who looks after a conversation before its promise
//! ends, and others step by step when it was not kept.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use database::{Database, Error, Tx};
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Brand, Membership, Right, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::ClockKind;
use super::keep::{Book, next_notice, notices};
use super::setting::StepTo;
use super::store::kept::{self, REMINDER, ToTell};
use crate::conversation::{Conversation, about_one};

/// How many promises are looked at in one transaction.
const AT_ONCE: i64 = 50;

/// A letter about one promise to one teammate: facts, which `web` words when the job runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseLetter {
    /// The conversation.
    pub conversation: Id<Conversation>,
    /// What is promised.
    pub kind: ClockKind,
    /// To whom the letter goes.
    pub to: Id<Teammate>,
    /// Whether it was not kept; at risk otherwise.
    pub late: bool,
}

impl jobs::Job for PromiseLetter {
    const KIND: &'static str = "promise_letter";
}

/// Tells what is to be told by now: recurring work. How many promises something was told of.
///
/// # Errors
/// What the database met.
pub async fn tell_due(database: &Database) -> Result<usize, Error> {
    let mut count = 0;
    loop {
        if kept::to_tell(1, &mut database.read().await?).await?.is_empty() {
            return Ok(count);
        }
        let mut tx = database.begin().await?;
        let due = kept::to_tell(AT_ONCE, &mut tx).await?;
        let mut books = HashMap::new();
        for told in &due {
            if let Entry::Vacant(place) = books.entry(told.brand) {
                place.insert(Book::of(told.brand, &mut tx).await?);
            }
            match books.get(&told.brand).and_then(Option::as_ref) {
                Some(book) => tell(told, book, &mut tx).await?,
                None => kept::notice_at(told, None, &mut tx).await?,
            }
        }
        tx.commit().await?;
        count += due.len();
    }
}

async fn tell(told: &ToTell, book: &Book, tx: &mut Tx) -> Result<(), Error> {
    let now = tx.now();
    let late = told.row.measure.due.is_some_and(|due| due <= now);
    for (step, at) in notices(&told.row, book) {
        // A reminder that comes too late says nothing that the steps don't.
        if at > now || !kept::tell_once(told, &step, tx).await? {
            continue;
        }
        if step == REMINDER {
            if !late || book.steps.is_empty() {
                remind(told, book, late, tx).await?;
            }
        } else if let Some(step) = book.steps.iter().find(|one| one.id.to_string() == step) {
            escalate(told, book, step.to, tx).await?;
        }
    }
    let told_now = kept::told(told.conversation, tx).await?;
    kept::notice_at(told, next_notice(&told.row, book, &told_now), tx).await
}

async fn remind(told: &ToTell, book: &Book, late: bool, tx: &mut Tx) -> Result<(), Error> {
    let about = about_one(told.conversation, tx).await?;
    let kind = if late { "promise.late" } else { "promise.at_risk" };
    let to = about.assignee.map_or(Recipients::Right(Right::Converse), Recipients::Teammate);
    say(told, kind, &about.name, to, tx).await?;
    if let Some(teammate) = about.assignee.filter(|_| book.setting.letters) {
        write(told, teammate, late, tx).await?;
    }
    Ok(())
}

async fn escalate(told: &ToTell, book: &Book, to: StepTo, tx: &mut Tx) -> Result<(), Error> {
    let about = about_one(told.conversation, tx).await?;
    let recipients = match to {
        StepTo::Managers => Recipients::Right(Right::ManageBrand),
        StepTo::Teammate(teammate) => Recipients::Teammate(teammate),
    };
    say(told, "promise.late", &about.name, recipients, tx).await?;
    let system = Actor::system(told.brand);
    let subject = Subject::new("conversation", told.conversation);
    let data = json!({ "promise": told.row.measure.kind.as_str() });
    activity::record(tx, &system, "conversation.late", subject, data).await?;
    if !book.setting.letters {
        return Ok(());
    }
    for teammate in whom(to, &system, tx).await? {
        write(told, teammate, true, tx).await?;
    }
    Ok(())
}

async fn whom(to: StepTo, system: &Actor, tx: &mut Tx) -> Result<Vec<Id<Teammate>>, Error> {
    let team = Membership::of_brand(system, tx).await;
    let team = team.map_err(|error| Error::other(error.to_string()))?;
    let wanted = |member: &Membership| match to {
        StepTo::Managers => member.role.may(Right::ManageBrand),
        StepTo::Teammate(teammate) => member.teammate == teammate,
    };
    Ok(team.iter().filter(|member| wanted(member)).map(|member| member.teammate).collect())
}

async fn say(
    told: &ToTell,
    kind: &'static str,
    name: &str,
    to: Recipients,
    tx: &mut Tx,
) -> Result<(), Error> {
    let subject = Subject::new("conversation", told.conversation);
    let data = json!({ "name": name, "promise": told.row.measure.kind.as_str() });
    notify(tx, told.brand, kind, subject, data, to).await.map(drop)
}

async fn write(told: &ToTell, to: Id<Teammate>, late: bool, tx: &mut Tx) -> Result<(), Error> {
    let brand: Id<Brand> = told.brand;
    let kind = told.row.measure.kind;
    let letter = PromiseLetter { conversation: told.conversation, kind, to, late };
    jobs::enqueue(tx, &letter, Enqueue::now().brand(brand)).await.map(drop)
}
