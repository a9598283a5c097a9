use database::{Error, Tx};
use jiff::civil::Date;
use platform::activity::{self, Subject};
use platform::{Actor, Membership, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::store;
use crate::conversation::ConversationRow;

/// The longest note.
const NOTE: usize = 200;

/// Days on which a teammate gets nothing new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Which one.
    pub id: Id<Absence>,
    /// What it says.
    pub says: NewAbsence,
    /// Their name.
    pub name: String,
}

/// What an absence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAbsence {
    /// Who.
    pub teammate: Id<Teammate>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// For the team.
    pub note: String,
}

/// Why an absence was not kept.
#[derive(Debug, thiserror::Error)]
pub enum AbsenceError {
    /// The last day comes before the first.
    #[error("the last day comes before the first")]
    Backwards,
    /// The note is too long.
    #[error("the note is too long")]
    NoteTooLong,
    /// They do not work in this brand.
    #[error("they do not work in this brand")]
    NotOfTeam,
    /// There is no such absence.
    #[error("there is no such absence in this brand")]
    NotFound,
    /// The role may not.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

/// What someone who is away leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// The absence.
    pub absence: Absence,
    /// Their open conversations, the longest waiting first; 50 at most.
    pub open: Vec<ConversationRow>,
}

impl Absence {
    /// The brand's absences that are not over, the soonest first.
    ///
    /// # Errors
    /// [`AbsenceError`].
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Absence>, AbsenceError> {
        actor.must(Right::Read)?;
        Ok(store::absences(actor.brand(), tx).await?)
    }

    /// Says that someone is away. One's own is one's own to say; another's needs
    /// [`Right::ManageTeam`].
    ///
    /// # Errors
    /// [`AbsenceError`].
    pub async fn add(
        mut new: NewAbsence,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Id<Absence>, AbsenceError> {
        may(new.teammate, actor)?;
        new.note = new.note.trim().to_owned();
        if new.until < new.from {
            return Err(AbsenceError::Backwards);
        }
        if new.note.chars().count() > NOTE {
            return Err(AbsenceError::NoteTooLong);
        }
        let team = Membership::of_brand(actor, tx).await;
        let team = team.map_err(|error| Error::other(error.to_string()))?;
        if !team.iter().any(|member| member.teammate == new.teammate) {
            return Err(AbsenceError::NotOfTeam);
        }
        let id = store::add_absence(actor.brand(), &new, tx).await?;
        let data = json!({ "from": new.from.to_string(), "until": new.until.to_string() });
        let subject = Subject::new("teammate", new.teammate);
        activity::record(tx, actor, "absence.added", subject, data).await?;
        Ok(id)
    }

    /// Takes an absence away: they are back.
    ///
    /// # Errors
    /// [`AbsenceError`].
    pub async fn remove(id: Id<Absence>, actor: &Actor, tx: &mut Tx) -> Result<(), AbsenceError> {
        let all = Absence::all(actor, tx).await?;
        let found = all.iter().find(|absence| absence.id == id).ok_or(AbsenceError::NotFound)?;
        may(found.says.teammate, actor)?;
        store::remove_absence(actor.brand(), id, tx).await?;
        let subject = Subject::new("teammate", found.says.teammate);
        Ok(activity::record(tx, actor, "absence.removed", subject, json!({})).await?)
    }
}

fn may(teammate: Id<Teammate>, actor: &Actor) -> Result<(), NotAllowed> {
    let right = match actor.teammate_id() == Some(teammate) {
        true => Right::Read,
        false => Right::ManageTeam,
    };
    actor.must(right)
}

/// What those who are away today leave open, to hand over.
///
/// # Errors
/// [`AbsenceError`].
pub async fn to_hand_over(actor: &Actor, tx: &mut Tx) -> Result<Vec<HandOver>, AbsenceError> {
    let today = store::today(actor.brand(), tx).await?;
    let mut all: Vec<HandOver> = Vec::new();
    for absence in Absence::all(actor, tx).await? {
        let now = absence.says.from <= today && today <= absence.says.until;
        let known = all.iter().any(|other| other.absence.says.teammate == absence.says.teammate);
        if now && !known {
            let open = store::open_of(actor.brand(), absence.says.teammate, tx).await?;
            all.push(HandOver { absence, open });
        }
    }
    all.retain(|one| !one.open.is_empty());
    Ok(all)
}
