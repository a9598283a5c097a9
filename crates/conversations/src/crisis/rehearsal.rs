//! Rehearsing: the same room, timeline and review on copies of past messages or on made-up ones.
//! Nothing of it leaves the house, and it can be removed whole.

use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::activity::Subject;
use platform::notification::Notification;
use platform::{Actor, Teammate};
use primitives::Id;
use serde_json::json;

use super::notice::{self, News};
use super::store::messages::{self, Copy};
use super::{Crisis, CrisisError, CrisisState, Level, NAME, Role, one_line, setting, store};

/// The most messages of a rehearsal.
const MOST: usize = 500;
/// Made-up messages are spread over so long.
const SPREAD: SignedDuration = SignedDuration::from_mins(90);

/// What a rehearsal is made on.
#[derive(Debug, Clone)]
pub enum Material {
    /// Copies of the negative messages of a period, moved to the present.
    Past {
        /// From.
        from: Timestamp,
        /// Until, not included.
        to: Timestamp,
    },
    /// Made-up messages, spread over the last hour and a half: faster and faster, as it goes.
    MadeUp(Vec<MadeUp>),
}

/// A made-up message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeUp {
    /// Who would say it.
    pub author: String,
    /// How many would follow them.
    pub followers: Option<i64>,
    /// The words.
    pub words: String,
}

impl Crisis {
    /// Opens a rehearsal; only its participants are told.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn rehearse(
        name: &str,
        material: Material,
        participants: &[Id<Teammate>],
        checklist: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Crisis, CrisisError> {
        actor.must(platform::Right::Converse)?;
        let copies = match material {
            Material::Past { from, to } => moved(actor, from, to, tx).await?,
            Material::MadeUp(said) => spread(said, tx.now()),
        };
        let Some(first) = copies.iter().map(|copy| copy.at).min() else {
            return Err(CrisisError::NothingToRehearse);
        };
        let crisis = Crisis {
            id: tx.new_id(),
            brand: actor.brand(),
            name: one_line(name, NAME)?,
            level: Level::Watch,
            state: CrisisState::Running,
            rehearsal: true,
            alert: None,
            words: String::new(),
            since: first,
            opened_by: actor.teammate_id(),
            opened_at: tx.now(),
            ended: None,
            lessons: String::new(),
        };
        crisis.begin(checklist, actor, tx).await?;
        messages::copy(&crisis, &copies, tx).await?;
        let team = setting::team(crisis.brand, tx).await?;
        for (teammate, _) in team.iter().filter(|(member, _)| participants.contains(member)) {
            store::parts::give_role(&crisis, Role::Watches, *teammate, tx).await?;
        }
        let news = News::Opened(crisis.id);
        notice::of_crisis(&crisis, "crisis.opened", news, actor.teammate_id(), tx).await?;
        Ok(crisis)
    }

    /// Removes a rehearsal with all that was written in it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn remove_rehearsal(
        id: Id<Crisis>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        actor.must(platform::Right::Converse)?;
        let crisis = Crisis::load(id, actor, tx).await?;
        if !crisis.rehearsal {
            return Err(CrisisError::NotARehearsal);
        }
        Notification::settle(crisis.brand, &Subject::new("crisis", id), tx).await?;
        store::remove(id, tx).await?;
        crisis.record("crisis.rehearsal_removed", json!({}), actor, tx).await
    }
}

/// The negative messages of a period, its end moved to now.
async fn moved(
    actor: &Actor,
    from: Timestamp,
    to: Timestamp,
    tx: &mut Tx,
) -> Result<Vec<Copy>, CrisisError> {
    if from >= to {
        return Err(CrisisError::NothingToRehearse);
    }
    let mut copies = messages::to_copy(actor.brand(), from, to, MOST as i64, tx).await?;
    let Some(last) = copies.iter().map(|copy| copy.at).max() else { return Ok(copies) };
    let by = tx.now().duration_since(last);
    for copy in &mut copies {
        copy.at = copy.at.checked_add(by).unwrap_or(copy.at);
    }
    Ok(copies)
}

fn spread(said: Vec<MadeUp>, now: Timestamp) -> Vec<Copy> {
    let said: Vec<MadeUp> =
        said.into_iter().filter(|one| !one.words.trim().is_empty()).take(MOST).collect();
    let count = said.len().max(1) as f64;
    let at = |place: usize| {
        // Square root: half of them come in the last third.
        let left = 1.0 - ((place as f64 + 1.0) / count).sqrt();
        now - SignedDuration::from_secs_f64(SPREAD.as_secs_f64() * left)
    };
    let copies = said.into_iter().enumerate().map(|(place, one)| Copy {
        channel: None,
        handle: String::new(),
        author: one.author.trim().chars().take(NAME).collect(),
        followers: one.followers.filter(|count| *count >= 0),
        words: one.words.trim().chars().take(super::LONGEST).collect(),
        at: at(place),
    });
    copies.collect()
}
