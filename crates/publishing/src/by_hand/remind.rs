use channels::Publication;
use channels::publication::StepKind;
use database::{Database, Tx};
use jobs::{Enqueue, Job};
use platform::notification::{Notification, Recipients, notify};
use platform::{Actor, Brand, Right, Teammate};
use primitives::Id;
use primitives::text::shorten;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{ByHand, ByHandError, store, team};
use crate::letter::{HandLetter, Letter};

/// The job that reminds whoever posts by hand; run twice, or too early, it reminds once, in time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RemindByHand {
    /// What is to be posted.
    pub publication: Id<Publication>,
}

impl Job for RemindByHand {
    const KIND: &'static str = "remind_by_hand";
}

/// Reminds whoever posts it, if it is to be posted now and they were not yet; true when they
/// were told.
pub async fn remind(
    id: Id<Publication>,
    brand: Id<Brand>,
    database: &Database,
) -> Result<bool, database::Error> {
    let system = Actor::system(brand);
    let mut tx = database.begin().await?;
    let Some(mut hand) = waiting(id, &system, &mut tx).await? else { return Ok(false) };
    let now = tx.now();
    if !hand.is_to_be_reminded(now) {
        return Ok(false);
    }
    hand.reminded_at = Some(now);
    store::put(&hand, &mut tx).await?;
    let to = hand.told(&system, &mut tx).await?;
    let data = json!({ "to": hand.assignee, "due_at": hand.publication.due_at });
    let step = StepKind::Reminded;
    hand.publication.note(step, "publication.reminded", data, &system, &mut tx).await?;
    hand.tell(&to, HandLetter::Due, &mut tx).await?;
    tx.commit().await?;
    Ok(true)
}

/// The net under the reminders, and the clock of the escalations: reminds what was not, tells
/// who must know what stays late, once and again after each further day. Returns how many were
/// told of.
pub async fn look_after(database: &Database) -> Result<usize, database::Error> {
    let mut tx = database.read().await?;
    let found = store::to_look_at(&mut tx).await?;
    drop(tx);
    let mut told = 0;
    for (publication, brand) in found {
        told += usize::from(remind(publication, brand, database).await?);
        told += usize::from(escalate(publication, brand, database).await?);
    }
    Ok(told)
}

async fn escalate(
    id: Id<Publication>,
    brand: Id<Brand>,
    database: &Database,
) -> Result<bool, database::Error> {
    let system = Actor::system(brand);
    let mut tx = database.begin().await?;
    let Some(mut hand) = waiting(id, &system, &mut tx).await? else { return Ok(false) };
    let now = tx.now();
    if !hand.is_to_be_escalated(now) {
        return Ok(false);
    }
    hand.escalated_at = Some(now);
    store::put(&hand, &mut tx).await?;
    let data = json!({ "assignee": hand.assignee, "due_at": hand.publication.due_at });
    let step = StepKind::Escalated;
    hand.publication.note(step, "publication.escalated", data, &system, &mut tx).await?;
    let to = above(&system, &mut tx).await?;
    hand.tell(&to, HandLetter::Late, &mut tx).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whom to tell that something is late: the one named, or those who run the brand.
pub(super) async fn above(
    system: &Actor,
    tx: &mut Tx,
) -> Result<Vec<Id<Teammate>>, database::Error> {
    let named = store::rules(system.brand(), tx).await?.escalate_to;
    let team = team(system, tx).await?;
    if let Some(named) = named.filter(|id| team.iter().any(|member| member.teammate == *id)) {
        return Ok(vec![named]);
    }
    let run = team.iter().filter(|member| member.role.may(Right::ManageBrand));
    Ok(run.map(|member| member.teammate).collect())
}

async fn waiting(
    id: Id<Publication>,
    system: &Actor,
    tx: &mut Tx,
) -> Result<Option<ByHand>, database::Error> {
    match ByHand::load_locked(id, system, tx).await {
        Ok(hand) => Ok(Some(hand).filter(ByHand::waits)),
        Err(ByHandError::Database(error)) => Err(error),
        Err(_) => Ok(None),
    }
}

impl ByHand {
    /// Who is told that it is to be posted: whose turn it is, or all who may.
    async fn told(
        &self,
        system: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<Id<Teammate>>, database::Error> {
        if let Some(assignee) = self.assignee {
            return Ok(vec![assignee]);
        }
        Ok(team(system, tx).await?.into_iter().map(|member| member.teammate).collect())
    }

    /// Tells these, in the house and by letter (which also reaches their devices).
    pub(super) async fn tell(
        &self,
        to: &[Id<Teammate>],
        why: HandLetter,
        tx: &mut Tx,
    ) -> Result<(), database::Error> {
        let brand = self.publication.brand;
        let kind = match why {
            HandLetter::Due => "publication.to_post_by_hand",
            HandLetter::Reassigned => "publication.handed_over",
            HandLetter::Late => "publication.not_posted",
        };
        if why != HandLetter::Late {
            // One who looks at the bell sees the last word on it, once.
            Notification::settle(brand, &self.subject(), tx).await?;
        }
        let data = json!({ "title": self.title() });
        for teammate in to {
            let one = Recipients::Teammate(*teammate);
            notify(tx, brand, kind, self.subject(), data.clone(), one).await?;
            let letter = Letter::ByHand { publication: self.publication.id, to: *teammate, why };
            jobs::enqueue(tx, &letter, Enqueue::now().brand(brand)).await?;
        }
        Ok(())
    }

    /// The first words of what is to be posted.
    pub fn title(&self) -> String {
        let text = &self.publication.content.text;
        let line = text.lines().map(str::trim).find(|line| !line.is_empty());
        shorten(line.unwrap_or_default(), 60).into_owned()
    }
}
