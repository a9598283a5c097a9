//! Reminding those who are asked, then telling that the deadline has passed: each once.

use database::{Database, Error, Tx};
use jobs::Enqueue;
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Membership, Right};
use serde_json::json;

use super::answer::tell;
use super::ask::write;
use super::letter::{EscalationLetter, Why};
use super::store::{self, Due};
use super::{Escalation, What};
use crate::conversation::about_one;

/// How many are told in one transaction.
const AT_ONCE: i64 = 50;

/// Tells what is to be told by now: recurring work, on any number of instances. How many people
/// something was told.
///
/// # Errors
/// What the database met.
pub async fn tell_due(database: &Database) -> Result<usize, Error> {
    let mut count = 0;
    loop {
        if store::due(1, &mut database.read().await?).await?.is_empty() {
            return Ok(count);
        }
        let mut tx = database.begin().await?;
        let due = store::due(AT_ONCE, &mut tx).await?;
        for one in &due {
            if tell_one(one, &mut tx).await? {
                count += 1;
            }
        }
        tx.commit().await?;
    }
}

/// Whether it was told here: another instance may have done so.
async fn tell_one(due: &Due, tx: &mut Tx) -> Result<bool, Error> {
    if !store::tell_once(due, tx).await? {
        return Ok(false);
    }
    let Some(escalation) = store::load(due.brand, due.escalation, "", tx).await? else {
        return Ok(false);
    };
    let Some(asked) = escalation.of_asked(due.asked) else { return Ok(false) };
    if due.late {
        store::happened(&escalation, What::Late, None, &asked.name, "", tx).await?;
        write(&escalation, asked.id, Why::Late, tx).await?;
        escalate(&escalation, &asked.name, tx).await?;
    } else {
        store::happened(&escalation, What::Reminded, None, &asked.name, "", tx).await?;
        write(&escalation, asked.id, Why::Reminder, tx).await?;
    }
    Ok(true)
}

/// Tells who asked, who looks after the conversation, and those who run the brand.
async fn escalate(escalation: &Escalation, name: &str, tx: &mut Tx) -> Result<(), Error> {
    const KIND: &str = "escalation.late";
    tell(escalation, KIND, name, tx).await?;
    let subject = Subject::new("conversation", escalation.conversation);
    let data = json!({ "name": name, "escalation": escalation.id });
    let managers = Recipients::Right(Right::ManageBrand);
    notify(tx, escalation.brand, KIND, subject.clone(), data.clone(), managers).await?;
    let system = Actor::system(escalation.brand);
    activity::record(tx, &system, KIND, subject, data).await?;
    let owner = about_one(escalation.conversation, tx).await?.assignee;
    let team = Membership::of_brand(&system, tx).await;
    let team = team.map_err(|error| Error::other(error.to_string()))?;
    for member in team {
        let concerned = member.role.may(Right::ManageBrand)
            || Some(member.teammate) == owner
            || Some(member.teammate) == escalation.asked_by;
        if concerned {
            let letter = EscalationLetter::Late { escalation: escalation.id, to: member.teammate };
            // One letter to each, however many were asked.
            let key = format!(
                "escalation-late:{}:{}:{}",
                escalation.id,
                member.teammate,
                escalation.due_at.as_microsecond()
            );
            let how = Enqueue::now().brand(escalation.brand).once(key);
            jobs::enqueue(tx, &letter, how).await?;
        }
    }
    Ok(())
}
