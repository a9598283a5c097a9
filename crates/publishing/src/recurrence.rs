//! Recurrences: posts that come back by a rule, or from time to time into what is free.
//!
//! Each time it comes round, a recurrence makes a real post some days ahead, so that it shows in
//! the calendar and can be changed, moved or skipped by itself. That time is decided once: the
//! row of the run, unique for the recurrence and the reading of the clock, is written in the
//! transaction that makes the post. A crash leaves neither or both; of several instances, one
//! makes it.

mod change;
mod make;
mod piece;
mod rhythm;
mod store;

use channels::Channel;
use database::{Tx, text_enum};
use jiff::Timestamp;
use jiff::civil::DateTime;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right, Teammate};
use primitives::Id;
use serde_json::json;

use crate::Post;
use crate::local_time::LocalSchedule;
use crate::post::{EditError, LONGEST_TEXT, PostError};
use crate::queue::QueueError;

pub use make::{AHEAD, FREE_AHEAD, make_due};
pub use piece::{Piece, PieceVariant};
pub use rhythm::{Rhythm, Rule, When};

/// The most variations of one recurrence.
pub const MOST_TEXTS: usize = 50;

/// A post that comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Recurrence {
    /// Its id.
    pub id: Id<Recurrence>,
    /// The brand.
    pub brand: Id<Brand>,
    /// Whether it comes back.
    pub state: RecurrenceState,
    /// When.
    pub rhythm: Rhythm,
    /// Its variations, used in turn.
    pub texts: Vec<String>,
    /// The rest of what it says.
    pub piece: Piece,
    /// Whether it ends when each variation was used once.
    pub ends_when_used: bool,
    /// Everything up to here was decided.
    pub seen_until: Timestamp,
    /// Who began it.
    pub created_by: Option<Id<Teammate>>,
    /// Since when.
    pub created_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
}

/// What a recurrence becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurrenceEdit {
    /// When.
    pub rhythm: Rhythm,
    /// Its variations; empty ones are left out.
    pub texts: Vec<String>,
    /// The rest.
    pub piece: Piece,
    /// Whether it ends when each variation was used once.
    pub ends_when_used: bool,
}

text_enum! {
    /// Whether a recurrence comes back.
    pub enum RecurrenceState {
        /// It does.
        Active => "active",
        /// A person stopped it for now.
        Paused => "paused",
        /// Its end came, or a person ended it.
        Ended => "ended",
    }
}

text_enum! {
    /// What became of one time.
    pub enum Outcome {
        /// A post was made and scheduled.
        Made => "made",
        /// A post was made and could not be scheduled: it waits as a draft.
        Refused => "refused",
        /// A person skipped it.
        Skipped => "skipped",
        /// Its time passed while nothing ran.
        Missed => "missed",
    }
}

/// One time that a recurrence came round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The reading of the clock.
    pub occurrence: DateTime,
    /// The instant.
    pub at: Timestamp,
    /// What became of it.
    pub outcome: Outcome,
    /// Which variation, from 0.
    pub variation: usize,
    /// Its post.
    pub post: Option<Id<Post>>,
    /// The post's version when it was made.
    pub made_version: i64,
}

/// A time to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// When.
    pub at: LocalSchedule,
    /// What was already decided of it.
    pub run: Option<Run>,
}

/// Why a recurrence could not be begun or changed.
#[derive(Debug, thiserror::Error)]
pub enum RecurrenceError {
    /// There is no such recurrence, or it does not come round then.
    #[error("there is no such recurrence or time in this brand")]
    NotFound,
    /// Its numbers mean nothing.
    #[error("this rhythm means nothing")]
    Rhythm,
    /// It would say nothing.
    #[error("there is no text")]
    NoText,
    /// A text is longer than any network takes.
    #[error("a text is too long")]
    TooLong,
    /// More than [`MOST_TEXTS`].
    #[error("too many variations")]
    TooManyTexts,
    /// It is for no channel.
    #[error("it is for no channel")]
    NoChannel,
    /// A channel that the brand does not have.
    #[error("there is no such channel in this brand")]
    NoSuchChannel,
    /// It has ended.
    #[error("it has ended")]
    Ended,
    /// That post has left, or its time has passed.
    #[error("this time has passed")]
    TooLate,
    /// A post of it could not be written.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A post of it could not be placed.
    #[error(transparent)]
    Queue(#[from] QueueError),
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl From<PostError> for RecurrenceError {
    fn from(error: PostError) -> Self {
        match error {
            PostError::NotAllowed(error) => error.into(),
            PostError::Database(error) => error.into(),
            PostError::Publication(_) => RecurrenceError::TooLate,
            PostError::NotFound => RecurrenceError::NotFound,
        }
    }
}

impl Recurrence {
    /// Begins one.
    pub async fn begin(
        edit: RecurrenceEdit,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Recurrence, RecurrenceError> {
        actor.must(Right::Publish)?;
        let edit = checked(edit, actor, tx).await?;
        let recurrence = Recurrence {
            id: tx.new_id(),
            brand: actor.brand(),
            state: RecurrenceState::Active,
            rhythm: edit.rhythm,
            texts: edit.texts,
            piece: edit.piece,
            ends_when_used: edit.ends_when_used,
            seen_until: tx.now(),
            created_by: actor.teammate_id(),
            created_at: tx.now(),
            ended_at: None,
        };
        store::insert(&recurrence, tx).await?;
        recurrence.note("recurrence.begun", actor, tx).await?;
        Ok(recurrence)
    }

    /// The recurrence, if the actor's brand has it.
    pub async fn load(
        id: Id<Recurrence>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Recurrence, RecurrenceError> {
        actor.must(Right::Read)?;
        store::load(actor.brand(), id, tx).await?.ok_or(RecurrenceError::NotFound)
    }

    /// Every recurrence of the brand: those that come back first, the latest begun first.
    pub async fn all(actor: &Actor, tx: &mut Tx) -> Result<Vec<Recurrence>, RecurrenceError> {
        actor.must(Right::Read)?;
        Ok(store::all(actor.brand(), tx).await?)
    }

    /// The recurrence that made a post, with the time it was made for.
    pub async fn of_post(
        post: Id<Post>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<(Id<Recurrence>, Run)>, RecurrenceError> {
        actor.must(Right::Read)?;
        Ok(store::run_of_post(actor.brand(), post, tx).await?)
    }

    /// What it is, as an edit that changes nothing.
    pub fn as_edit(&self) -> RecurrenceEdit {
        RecurrenceEdit {
            rhythm: self.rhythm.clone(),
            texts: self.texts.clone(),
            piece: self.piece.clone(),
            ends_when_used: self.ends_when_used,
        }
    }

    /// Its next times, with what was already decided of each.
    pub async fn coming(&self, most: usize, tx: &mut Tx) -> Result<Vec<Coming>, RecurrenceError> {
        let zone = self.zone(tx).await?;
        let runs = store::runs(self.id, tx).await?;
        let now = tx.now();
        let mut coming: Vec<Coming> = Vec::new();
        if matches!(self.rhythm.when, When::Rule { .. }) && self.state != RecurrenceState::Ended {
            let ahead = self.rhythm.occurrences(&zone).filter(|at| at.at > now);
            for at in ahead.take(most) {
                let on_day = |run: &&Run| run.occurrence.date() == at.local.date();
                coming.push(Coming { run: runs.iter().find(on_day).cloned(), at });
            }
        }
        for run in runs.iter().filter(|run| run.at > now) {
            if !coming.iter().any(|one| one.run.as_ref() == Some(run)) {
                let at = LocalSchedule::resolve(run.occurrence, &zone);
                coming.extend(at.ok().map(|at| Coming { at, run: Some(run.clone()) }));
            }
        }
        coming.sort_by_key(|one| one.at.at);
        coming.truncate(most);
        Ok(coming)
    }

    /// Its past times, the latest first.
    pub async fn history(&self, tx: &mut Tx) -> Result<Vec<Run>, RecurrenceError> {
        let now = tx.now();
        let mut runs = store::runs(self.id, tx).await?;
        runs.retain(|run| run.at <= now);
        runs.reverse();
        Ok(runs)
    }

    /// How many times it made a post.
    pub async fn made(&self, tx: &mut Tx) -> Result<usize, RecurrenceError> {
        Ok(made_of(&store::runs(self.id, tx).await?))
    }

    async fn zone(&self, tx: &mut Tx) -> Result<String, database::Error> {
        let brand = Brand::of(&Actor::system(self.brand), tx).await?;
        Ok(brand.zone.name().to_owned())
    }

    async fn note(
        &self,
        verb: &'static str,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), database::Error> {
        let first = self.texts.first().map(String::as_str).unwrap_or_default();
        let data = json!({ "name": primitives::text::shorten(first, 60).to_string() });
        activity::record(tx, actor, verb, Subject::new("recurrence", self.id), data).await
    }
}

fn made_of(runs: &[Run]) -> usize {
    runs.iter().filter(|run| matches!(run.outcome, Outcome::Made | Outcome::Refused)).count()
}

async fn checked(
    mut edit: RecurrenceEdit,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<RecurrenceEdit, RecurrenceError> {
    if !edit.rhythm.is_sound() {
        return Err(RecurrenceError::Rhythm);
    }
    let texts = edit.texts.iter().map(|text| text.replace("\r\n", "\n").trim_end().to_owned());
    edit.texts = texts.filter(|text| !text.trim().is_empty()).collect();
    if edit.texts.is_empty() {
        if edit.piece.media.is_empty() && edit.piece.link.is_none() {
            return Err(RecurrenceError::NoText);
        }
        edit.texts.push(String::new());
    }
    if edit.texts.len() > MOST_TEXTS {
        return Err(RecurrenceError::TooManyTexts);
    }
    if edit.texts.iter().any(|text| text.len() > LONGEST_TEXT) {
        return Err(RecurrenceError::TooLong);
    }
    if edit.piece.variants.is_empty() {
        return Err(RecurrenceError::NoChannel);
    }
    for variant in &edit.piece.variants {
        let channel = Channel::load(variant.channel, actor, tx).await;
        if !channel.is_ok_and(|channel| channel.removed_at.is_none()) {
            return Err(RecurrenceError::NoSuchChannel);
        }
    }
    Ok(edit)
}
