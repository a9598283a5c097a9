//! Making the posts of recurrences, some days ahead.

use database::{Database, Tx};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp, ToSpan};
use platform::activity::Subject;
use platform::notification::{Recipients, notify};
use platform::{Actor, Brand, Right};
use primitives::Id;
use serde_json::json;

use super::{Outcome, Recurrence, RecurrenceError, RecurrenceState, Run, When, made_of, store};
use crate::Post;
use crate::approval::{ApprovalError, Ask};
use crate::local_time::LocalSchedule;
use crate::post::{PostError, PostSource, ScheduleError};
use crate::queue::{Board, Needs, QueueError, Spot, place, take_turn};

/// How long ahead the posts of a rule are made.
pub const AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How long ahead a free slot is taken: those that people still want are left to them.
pub const FREE_AHEAD: SignedDuration = SignedDuration::from_hours(3 * 24);
/// When one that found no free slot is looked at again.
const LOOK_AGAIN: SignedDuration = SignedDuration::from_hours(1);
/// The most steps of one recurrence in one round.
const MOST_STEPS: usize = 400;

enum Step {
    /// A post was made.
    Made,
    /// A time was decided without a post.
    Decided,
    /// Nothing more to do until its `due_at`.
    Rest,
}

/// Makes the posts that are due to be made, of every brand; how many. Bears being run twice, by
/// several instances, and being stopped anywhere.
pub async fn make_due(database: &Database) -> Result<usize, database::Error> {
    let mut read = database.read().await?;
    let due = store::due(&mut read).await?;
    drop(read);
    let mut made = 0;
    for (id, brand) in due {
        made += make_of(id, brand, database).await?;
    }
    Ok(made)
}

async fn make_of(
    id: Id<Recurrence>,
    brand: Id<Brand>,
    database: &Database,
) -> Result<usize, database::Error> {
    let mut made = 0;
    for _ in 0..MOST_STEPS {
        let mut tx = database.begin().await?;
        match step(id, brand, &mut tx).await {
            Ok(step) => {
                tx.commit().await?;
                match step {
                    Step::Made => made += 1,
                    Step::Decided => {}
                    Step::Rest => break,
                }
            }
            Err(RecurrenceError::Database(error)) => return Err(error),
            Err(_) => {
                drop(tx);
                // One that can't be made now does not keep the others from being made.
                let mut tx = database.begin().await?;
                let later = tx.now() + LOOK_AGAIN;
                store::set_due(id, later, &mut tx).await?;
                tx.commit().await?;
                break;
            }
        }
    }
    Ok(made)
}

async fn step(id: Id<Recurrence>, brand: Id<Brand>, tx: &mut Tx) -> Result<Step, RecurrenceError> {
    let actor = Actor::system(brand);
    let Some(recurrence) = store::load(brand, id, tx).await? else { return Ok(Step::Rest) };
    if recurrence.state != RecurrenceState::Active {
        return Ok(Step::Rest);
    }
    let runs = store::runs(id, tx).await?;
    let used = recurrence.ends_when_used && made_of(&runs) >= recurrence.texts.len();
    if used {
        recurrence.over(&actor, tx).await?;
        return Ok(Step::Rest);
    }
    match recurrence.rhythm.when {
        When::Rule { .. } => by_rule(&recurrence, &runs, &actor, tx).await,
        When::Free { gap_days } => into_free(&recurrence, &runs, gap_days, &actor, tx).await,
    }
}

async fn by_rule(
    recurrence: &Recurrence,
    runs: &[Run],
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Step, RecurrenceError> {
    let zone = recurrence.zone(tx).await?;
    let next = recurrence.rhythm.occurrences(&zone).find(|at| at.at > recurrence.seen_until);
    let Some(at) = next else {
        recurrence.over(actor, tx).await?;
        return Ok(Step::Rest);
    };
    if at.at > tx.now() + AHEAD {
        store::set_due(recurrence.id, at.at - AHEAD, tx).await?;
        return Ok(Step::Rest);
    }
    store::see(recurrence.id, at.at, tx).await?;
    // A rule has one time a day: what was decided of that day stands, also after an edit.
    if runs.iter().any(|run| run.occurrence.date() == at.local.date()) {
        return Ok(Step::Decided);
    }
    if at.at <= tx.now() {
        decide(recurrence, &at, Outcome::Missed, tx).await?;
        return Ok(Step::Decided);
    }
    let made = recurrence.make_at(&at, made_of(runs), None, actor, tx).await?;
    Ok(if made.is_some() { Step::Made } else { Step::Decided })
}

async fn into_free(
    recurrence: &Recurrence,
    runs: &[Run],
    gap_days: u16,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Step, RecurrenceError> {
    let rhythm = &recurrence.rhythm;
    if rhythm.times.is_some_and(|times| made_of(runs) >= times as usize) {
        recurrence.over(actor, tx).await?;
        return Ok(Step::Rest);
    }
    take_turn(actor, tx).await?;
    // Read again, now that nobody else decides.
    let runs = store::runs(recurrence.id, tx).await?;
    let zone = recurrence.zone(tx).await?;
    let spot = match free_spot(recurrence, &runs, gap_days, &zone, actor, tx).await {
        Ok(spot) => spot,
        Err(QueueError::Database(error)) => return Err(error.into()),
        Err(_) => return put_off(recurrence, tx).await,
    };
    let Ok(at) = LocalSchedule::resolve(spot.local, &zone) else {
        return put_off(recurrence, tx).await;
    };
    if rhythm.until.is_some_and(|until| at.local.date() > until) {
        recurrence.over(actor, tx).await?;
        return Ok(Step::Rest);
    }
    if at.at > tx.now() + FREE_AHEAD {
        return put_off(recurrence, tx).await;
    }
    let made = recurrence.make_at(&at, made_of(&runs), Some(&spot), actor, tx).await?;
    Ok(if made.is_some() { Step::Made } else { Step::Decided })
}

/// The first opening that is free for it, with its days of rest after the last time.
async fn free_spot(
    recurrence: &Recurrence,
    runs: &[Run],
    gap_days: u16,
    zone: &str,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Spot, QueueError> {
    let start_of = |day: jiff::civil::Date| {
        let start = LocalSchedule::resolve(day.to_datetime(jiff::civil::Time::midnight()), zone);
        start.map_or(Timestamp::MIN, |start| start.at - SignedDuration::from_secs(1))
    };
    let last = runs.iter().filter(|run| run.outcome != Outcome::Missed).map(|run| run.occurrence);
    let rested =
        last.max().and_then(|last| last.date().checked_add(i64::from(gap_days).days()).ok());
    let from = rested.map_or(Timestamp::MIN, start_of);
    let from = from.max(start_of(recurrence.rhythm.start)).max(tx.now());
    let board = Board::load(actor, tx).await?;
    let needs = Needs { channels: recurrence.piece.channels(), topic: recurrence.piece.topic };
    board.next_for(&needs, from, &[])
}

async fn put_off(recurrence: &Recurrence, tx: &mut Tx) -> Result<Step, RecurrenceError> {
    let later = tx.now() + LOOK_AGAIN;
    store::set_due(recurrence.id, later, tx).await?;
    Ok(Step::Rest)
}

/// Writes what was decided of a time; false when it was decided already.
pub(super) async fn decide(
    recurrence: &Recurrence,
    at: &LocalSchedule,
    outcome: Outcome,
    tx: &mut Tx,
) -> Result<bool, database::Error> {
    let run =
        Run { occurrence: at.local, at: at.at, outcome, variation: 0, post: None, made_version: 0 };
    store::insert_run(recurrence, &run, tx).await
}

impl Recurrence {
    /// Makes the post of one time, unless that time was decided already.
    pub(super) async fn make_at(
        &self,
        at: &LocalSchedule,
        made_before: usize,
        spot: Option<&Spot>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Option<Post>, RecurrenceError> {
        if !decide(self, at, Outcome::Made, tx).await? {
            return Ok(None);
        }
        let variation = made_before % self.texts.len().max(1);
        let text = self.texts.get(variation).cloned().unwrap_or_default();
        let edit = self.piece.edit(&text, variation, actor, tx).await?;
        let post = Post::begin(edit, PostSource::Recurring, actor, tx).await?;
        let (post, outcome) = self.settle(post, at.local, spot, actor, tx).await?;
        store::made(self.id, at.local, outcome, variation, &post, tx).await?;
        Ok(Some(post))
    }

    /// Schedules a post; one that a network would refuse stays a draft meant for that time, and
    /// who began the recurrence is told.
    async fn settle(
        &self,
        post: Post,
        local: DateTime,
        spot: Option<&Spot>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(Post, Outcome), RecurrenceError> {
        let settled = match spot {
            Some(spot) => place::settle(&post, spot, actor, tx).await,
            None => post.schedule(&local.to_string(), actor, tx).await.map_err(QueueError::from),
        };
        match settled {
            Ok(post) => Ok((post, Outcome::Made)),
            Err(QueueError::Database(error))
            | Err(QueueError::Schedule(ScheduleError::Post(PostError::Database(error)))) => {
                Err(error.into())
            }
            Err(QueueError::Schedule(ScheduleError::NeedsApproval(_))) => {
                // Those who must agree are asked: it is scheduled at its time once they have.
                let ask = Ask { wanted: Some(local.to_string()), note: String::new() };
                match post.ask_approval(ask, actor, tx).await {
                    Ok(_) => Ok((Post::load(post.id, actor, tx).await?, Outcome::Made)),
                    Err(ApprovalError::Database(error)) => Err(error.into()),
                    Err(_) => Ok((post, Outcome::Refused)),
                }
            }
            Err(QueueError::Schedule(_)) => {
                let zone = self.zone(tx).await?;
                let mut edit = post.as_edit();
                edit.wanted = LocalSchedule::resolve(local, &zone).ok();
                let post = post.edit(edit, post.version, actor, tx).await?;
                let to = self.created_by.map_or(Recipients::Right(Right::Publish), |teammate| {
                    Recipients::Teammate(teammate)
                });
                let subject = Subject::new("post", post.id);
                let data = json!({ "recurrence": self.id.to_string() });
                notify(tx, self.brand, "recurrence.refused", subject, data, to).await?;
                Ok((post, Outcome::Refused))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// It has come to its end by itself.
    async fn over(&self, actor: &Actor, tx: &mut Tx) -> Result<(), RecurrenceError> {
        store::set_state(self.id, RecurrenceState::Ended, tx).await?;
        self.note("recurrence.over", actor, tx).await?;
        Ok(())
    }
}
