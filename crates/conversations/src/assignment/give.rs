//! Giving conversations out, in the transaction that brought them, or as soon as someone can.

use database::{Database, Error, Tx};
use platform::activity::{self, Subject};
use platform::notification::{Recipients, notify};
use platform::{Actor, Brand, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::choose::choose;
use super::rule::{Rule, RuleError};
use super::store;
use crate::change::{self, Because, Changed, NewChange};
use crate::conversation::Conversation;

/// How many that wait are looked at in one transaction.
const AT_ONCE: i64 = 100;

/// Gives what is open and nobody's to whom the brand's rules choose. A brand without rules costs
/// one look.
pub(crate) async fn give_out(
    brand: Id<Brand>,
    conversations: &[Id<Conversation>],
    tx: &mut Tx,
) -> Result<(), Error> {
    if conversations.is_empty() || !store::has_rules(brand, tx).await? {
        return Ok(());
    }
    // Held until the end: two instances give out one after the other.
    let lock = tx.for_update();
    let mut rules = store::rules(brand, lock, tx).await?;
    for id in conversations {
        let Some(free) = store::free(brand, *id, tx).await? else { continue };
        let fits = |rule: &&mut Rule| rule.says.fits(free.channel, &free.labels);
        let Some(rule) = rules.iter_mut().find(fits) else { continue };
        give(brand, *id, &free.preview, rule, tx).await?;
    }
    Ok(())
}

async fn give(
    brand: Id<Brand>,
    id: Id<Conversation>,
    preview: &str,
    rule: &mut Rule,
    tx: &mut Tx,
) -> Result<(), Error> {
    let mut candidates = Vec::with_capacity(rule.says.team.len());
    for teammate in &rule.says.team {
        candidates.push(store::stands(brand, *teammate, tx).await?);
    }
    let Some(teammate) = choose(rule.says.way, &candidates, rule.last) else {
        return nobody(brand, id, rule, tx).await;
    };
    if !store::take(id, teammate, tx).await? {
        return Ok(());
    }
    store::gave(rule.id, teammate, tx).await?;
    rule.last = Some(teammate);
    tell(brand, id, preview, teammate, tx).await
}

async fn tell(
    brand: Id<Brand>,
    id: Id<Conversation>,
    preview: &str,
    teammate: Id<Teammate>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let system = Actor::system(brand);
    let change = NewChange {
        conversation: id,
        what: Changed::Assignee,
        from: None,
        to: Some(teammate.to_string()),
        because: Because::Said,
    };
    change::write(vec![change], &system, tx).await?;
    let subject = Subject::new("conversation", id);
    let data = json!({ "to": teammate, "because": "rule" });
    activity::record(tx, &system, "conversation.assigned", subject.clone(), data).await?;
    let data = json!({ "by": null, "preview": preview });
    let whom = Recipients::Teammate(teammate);
    notify(tx, brand, "conversation.assigned", subject, data, whom).await.map(drop)
}

/// Everyone is away or has enough: it waits, and those who manage the brand are told.
async fn nobody(
    brand: Id<Brand>,
    id: Id<Conversation>,
    rule: &Rule,
    tx: &mut Tx,
) -> Result<(), Error> {
    if store::wait(brand, id, rule.id, tx).await? {
        let subject = Subject::only("assignment");
        let to = Recipients::Right(Right::ManageBrand);
        notify(tx, brand, "assignment.nobody", subject, json!({}), to).await?;
    }
    Ok(())
}

/// Lets the rules give out what waits and is nobody's already: it goes with the next round of
/// [`give_out_waiting`]. How many.
///
/// # Errors
/// [`RuleError`].
pub async fn give_out_open(actor: &Actor, tx: &mut Tx) -> Result<u64, RuleError> {
    actor.must(Right::ManageBrand)?;
    Ok(store::wait_all(actor.brand(), tx).await?)
}

/// Gives out what waited for someone: recurring work. How many found someone.
///
/// # Errors
/// What the database met.
pub async fn give_out_waiting(database: &Database) -> Result<usize, Error> {
    let brands = store::brands_waiting(&mut database.read().await?).await?;
    let mut given = 0;
    for brand in brands {
        let mut tx = database.begin().await?;
        store::forget_taken(brand, &mut tx).await?;
        let waiting = store::waiting(brand, AT_ONCE, &mut tx).await?;
        give_out(brand, &waiting, &mut tx).await?;
        given += usize::try_from(store::forget_taken(brand, &mut tx).await?).unwrap_or(0);
        if store::waiting(brand, 1, &mut tx).await?.is_empty() {
            let nobody = Subject::only("assignment");
            platform::notification::Notification::settle(brand, &nobody, &mut tx).await?;
        }
        tx.commit().await?;
    }
    Ok(given)
}
