//! Telling those concerned, on the bell and by letter.

use database::{Error, Tx};
use jobs::Enqueue;
use platform::activity::Subject;
use platform::notification::{Recipients, notify};
use platform::{Brand, Teammate};
use primitives::Id;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::alert::Alert;
use super::setting::CrisisSetting;
use super::{Crisis, Level, store};

/// A letter about an alert or a crisis to one teammate: facts, which `web` words when the job
/// runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrisisLetter {
    /// What it says.
    pub news: News,
    /// To whom it goes.
    pub to: Id<Teammate>,
}

/// What a letter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// A negative burst.
    Alert(Id<Alert>),
    /// A crisis, or a rehearsal, was opened.
    Opened(Id<Crisis>),
    /// It is graver, or less.
    Level(Id<Crisis>, Level),
    /// The teammate has a part in it.
    InRole(Id<Crisis>),
    /// It was stood down.
    Ended(Id<Crisis>),
}

impl jobs::Job for CrisisLetter {
    const KIND: &'static str = "crisis_letter";
}

pub(super) async fn of_alert(alert: &Alert, tx: &mut Tx) -> Result<(), Error> {
    let subject = || Subject::new("crisis_alert", alert.id);
    let data = json!({ "messages": alert.seen, "usual": alert.prediction.most });
    let setting = CrisisSetting::of_brand(alert.brand, tx).await?;
    for teammate in setting.told(alert.brand, tx).await? {
        let to = Recipients::Teammate(teammate);
        notify(tx, alert.brand, "crisis.alert", subject(), data.clone(), to).await?;
        if setting.letters {
            write(alert.brand, News::Alert(alert.id), teammate, tx).await?;
        }
    }
    Ok(())
}

/// Tells of a crisis: those who are chosen and those who have a part in it. Of a rehearsal only
/// its participants hear.
pub(super) async fn of_crisis(
    crisis: &Crisis,
    kind: &'static str,
    news: News,
    but: Option<Id<Teammate>>,
    tx: &mut Tx,
) -> Result<(), Error> {
    let setting = CrisisSetting::of_brand(crisis.brand, tx).await?;
    let mut told = store::parts::participants(crisis.id, tx).await?;
    if !crisis.rehearsal {
        told.extend(setting.told(crisis.brand, tx).await?);
    }
    told.sort_unstable();
    told.dedup();
    for teammate in told.into_iter().filter(|teammate| Some(*teammate) != but) {
        one(crisis, kind, news, teammate, setting.letters, tx).await?;
    }
    Ok(())
}

/// Tells one teammate.
pub(super) async fn one(
    crisis: &Crisis,
    kind: &'static str,
    news: News,
    teammate: Id<Teammate>,
    letters: bool,
    tx: &mut Tx,
) -> Result<(), Error> {
    let subject = Subject::new("crisis", crisis.id);
    let data = json!({
        "name": crisis.name, "level": crisis.level.as_str(), "rehearsal": crisis.rehearsal,
    });
    notify(tx, crisis.brand, kind, subject, data, Recipients::Teammate(teammate)).await?;
    if letters {
        write(crisis.brand, news, teammate, tx).await?;
    }
    Ok(())
}

async fn write(brand: Id<Brand>, news: News, to: Id<Teammate>, tx: &mut Tx) -> Result<(), Error> {
    let letter = CrisisLetter { news, to };
    jobs::enqueue(tx, &letter, Enqueue::now().brand(brand)).await.map(drop)
}
