//! Opening a room, and what is decided in it.

use database::{Error, Tx};
use jiff::{SignedDuration, Timestamp};
use platform::activity::{self, Subject};
use platform::{Actor, Brand, Right, Teammate};
use primitives::Id;
use serde_json::json;

use super::alert::AlertState;
use super::gather::gather_since;
use super::notice::{self, News};
use super::timeline::{self, EntryKind};
use super::{
    Alert, Crisis, CrisisError, CrisisState, LONGEST, Level, NAME, one_line, store, written,
};

/// By default, what was said so long before a crisis was opened belongs to it.
const BEFORE: SignedDuration = SignedDuration::from_hours(24);

/// A crisis to be opened.
#[derive(Debug, Clone, Default)]
pub struct NewCrisis {
    /// What it is about.
    pub name: String,
    /// How grave; watched when none is said.
    pub level: Option<Level>,
    /// The alert that it comes from.
    pub alert: Option<Id<Alert>>,
    /// Words by which a message belongs to it, besides being negative; one a line.
    pub words: String,
    /// Messages said since then belong to it; since the burst, or a day, when none is said.
    pub since: Option<Timestamp>,
    /// Whether the brand's posts are held from now on.
    pub pauses: bool,
    /// What is to be done, a task a line.
    pub checklist: String,
}

/// What must be seen on every page: by a teammate, in a brand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// The latest alert that nobody has looked at.
    pub alert: Option<Alert>,
    /// The crisis that runs, and the rehearsals in which the teammate has a part.
    pub crises: Vec<Crisis>,
}

/// What must be seen on every page by that teammate.
///
/// # Errors
/// What the database met.
pub async fn standing(
    teammate: Id<Teammate>,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Standing, Error> {
    let brand = actor.brand();
    let mut crises = Vec::new();
    for crisis in store::running(brand, tx).await? {
        if !crisis.rehearsal || store::parts::takes_part(crisis.id, teammate, tx).await? {
            crises.push(crisis);
        }
    }
    let mut alerts = if actor.may(Right::Converse) {
        store::alerts::list(brand, true, 1, tx).await?
    } else {
        Vec::new()
    };
    Ok(Standing { alert: alerts.pop(), crises })
}

impl Crisis {
    /// Opens a crisis: its messages are gathered, those concerned are told, and the brand's posts
    /// are held if so wished.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn open(new: NewCrisis, actor: &Actor, tx: &mut Tx) -> Result<Crisis, CrisisError> {
        actor.must(Right::Converse)?;
        store::hold_brand(actor.brand(), tx).await?;
        if let Some(other) = Crisis::running(actor, tx).await? {
            return Err(CrisisError::AnotherRuns(other.id));
        }
        let alert = match new.alert {
            Some(id) => Some(Alert::load(id, actor, tx).await?),
            None => None,
        };
        let since = new.since.or(alert.as_ref().map(|alert| alert.from));
        let crisis = Crisis {
            id: tx.new_id(),
            brand: actor.brand(),
            name: one_line(&new.name, NAME)?,
            level: new.level.unwrap_or(Level::Watch),
            state: CrisisState::Running,
            rehearsal: false,
            alert: new.alert,
            words: words_of(&new.words)?,
            since: since.unwrap_or(tx.now() - BEFORE).min(tx.now()),
            opened_by: actor.teammate_id(),
            opened_at: tx.now(),
            ended: None,
            lessons: String::new(),
        };
        crisis.begin(&new.checklist, actor, tx).await?;
        if let Some(alert) = alert.filter(|alert| alert.state != AlertState::Crisis) {
            let (by, crisis) = (actor.teammate_id(), Some(crisis.id));
            store::alerts::close(alert.id, AlertState::Crisis, by, crisis, tx).await?;
            alert.settled("crisis.alert_taken_up", actor, tx).await?;
        }
        gather_since(&crisis, tx).await?;
        if new.pauses {
            crisis.pause(actor, tx).await?;
        }
        let news = News::Opened(crisis.id);
        notice::of_crisis(&crisis, "crisis.opened", news, actor.teammate_id(), tx).await?;
        Ok(crisis)
    }

    /// Writes it, with its checklist and the first line of its timeline.
    pub(super) async fn begin(
        &self,
        checklist: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        store::insert(self, tx).await?;
        let tasks = checklist.lines().map(str::trim).filter(|line| !line.is_empty());
        for (position, task) in tasks.take(super::task::MOST).enumerate() {
            let task: String = task.chars().take(NAME).collect();
            store::parts::add_task(self, position as i64, &task, tx).await?;
        }
        if let Some(opener) = self.opened_by {
            store::parts::give_role(self, super::Role::Decides, opener, tx).await?;
        }
        let data = json!({ "level": self.level.as_str(), "rehearsal": self.rehearsal });
        timeline::write(self.id, EntryKind::Opened, &self.name, data.clone(), actor, tx).await?;
        self.record("crisis.opened", data, actor, tx).await
    }

    /// Says how grave it is; those concerned are told.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn set_level(
        id: Id<Crisis>,
        level: Level,
        why: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let mut crisis = Crisis::lock_running(id, actor, tx).await?;
        if crisis.level == level {
            return Ok(());
        }
        let why: String = why.trim().chars().take(LONGEST).collect();
        let data = json!({ "from": crisis.level.as_str(), "to": level.as_str() });
        store::set_level(id, level, tx).await?;
        crisis.level = level;
        timeline::write(id, EntryKind::Level, &why, data.clone(), actor, tx).await?;
        crisis.record("crisis.level_changed", data, actor, tx).await?;
        let news = News::Level(id, level);
        Ok(notice::of_crisis(&crisis, "crisis.level", news, actor.teammate_id(), tx).await?)
    }

    /// Writes what was decided, or only noted, on the timeline.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn say(
        id: Id<Crisis>,
        words: &str,
        decision: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        let words = written(words, LONGEST)?;
        let (kind, verb) = match decision {
            true => (EntryKind::Decision, "crisis.decided"),
            false => (EntryKind::Note, "crisis.noted"),
        };
        timeline::write(id, kind, &words, json!({}), actor, tx).await?;
        crisis.record(verb, json!({}), actor, tx).await
    }

    /// Says by which words a message belongs to it besides being negative; those that came
    /// already are gathered too.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn set_words(
        id: Id<Crisis>,
        words: &str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let mut crisis = Crisis::lock_running(id, actor, tx).await?;
        crisis.words = words_of(words)?;
        store::set_words(id, &crisis.words, tx).await?;
        if !crisis.rehearsal {
            gather_since(&crisis, tx).await?;
        }
        let data = json!({ "words": crisis.words });
        timeline::write(id, EntryKind::Words, &crisis.words, json!({}), actor, tx).await?;
        crisis.record("crisis.words_changed", data, actor, tx).await
    }

    /// Holds the brand's posts from now on; answers leave. In a rehearsal it is only said.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn pause_posts(
        id: Id<Crisis>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let crisis = Crisis::lock_running(id, actor, tx).await?;
        crisis.pause(actor, tx).await
    }

    async fn pause(&self, actor: &Actor, tx: &mut Tx) -> Result<(), CrisisError> {
        actor.must(Right::Publish)?;
        if !self.rehearsal {
            let brand = Brand::of(actor, tx).await?;
            if brand.paused.as_ref().and_then(|pause| pause.crisis) == Some(self.id.cast()) {
                return Ok(());
            }
            brand.pause_for_crisis(self.id.cast(), &self.name, actor, tx).await?;
        }
        Ok(timeline::write(self.id, EntryKind::Paused, "", json!({}), actor, tx).await?)
    }

    /// Whether it holds the brand's posts; a rehearsal only says so.
    ///
    /// # Errors
    /// What the database met.
    pub async fn pauses(&self, tx: &mut Tx) -> Result<bool, Error> {
        if self.rehearsal {
            return store::timeline::has(self.id, EntryKind::Paused, tx).await;
        }
        let brand = Brand::for_system(self.brand, tx).await?;
        let pause = brand.and_then(|(brand, _)| brand.paused);
        Ok(pause.is_some_and(|pause| pause.crisis == Some(self.id.cast())))
    }

    pub(super) async fn record(
        &self,
        verb: &'static str,
        data: serde_json::Value,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CrisisError> {
        let subject = Subject::new("crisis", self.id);
        Ok(activity::record(tx, actor, verb, subject, data).await?)
    }
}

fn words_of(words: &str) -> Result<String, CrisisError> {
    let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let words = lines.join("\n");
    if words.chars().count() > LONGEST { Err(CrisisError::TooLong(LONGEST)) } else { Ok(words) }
}
