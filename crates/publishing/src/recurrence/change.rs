//! Changing a recurrence: pausing, skipping one time, changing those that follow, ending.

use channels::publication::Publication;
use database::Tx;
use jiff::civil::DateTime;
use jiff::{Timestamp, ToSpan};
use platform::{Actor, Right};

use super::{
    Outcome, Recurrence, RecurrenceEdit, RecurrenceError, RecurrenceState, Run, When, checked,
    make, store,
};
use crate::Post;
use crate::local_time::LocalSchedule;
use crate::post::PostError;

impl Recurrence {
    /// Makes no more posts until it is resumed. Those already made stay.
    pub async fn pause(&self, actor: &Actor, tx: &mut Tx) -> Result<(), RecurrenceError> {
        actor.must(Right::Publish)?;
        self.must_stand()?;
        store::set_state(self.id, RecurrenceState::Paused, tx).await?;
        Ok(self.note("recurrence.paused", actor, tx).await?)
    }

    /// Comes back from now on; the times that passed meanwhile are not made good.
    pub async fn resume(&self, actor: &Actor, tx: &mut Tx) -> Result<(), RecurrenceError> {
        actor.must(Right::Publish)?;
        self.must_stand()?;
        store::set_state(self.id, RecurrenceState::Active, tx).await?;
        let now = tx.now();
        store::see(self.id, self.seen_until.max(now), tx).await?;
        store::set_due(self.id, now, tx).await?;
        Ok(self.note("recurrence.resumed", actor, tx).await?)
    }

    /// Ends it. The posts made for later that nobody changed are taken away when asked; how
    /// many.
    pub async fn end(
        &self,
        withdraw: bool,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<usize, RecurrenceError> {
        actor.must(Right::Publish)?;
        self.must_stand()?;
        let now = tx.now();
        let gone = if withdraw { self.withdraw(now, actor, tx).await?.len() } else { 0 };
        store::set_state(self.id, RecurrenceState::Ended, tx).await?;
        self.note("recurrence.ended", actor, tx).await?;
        Ok(gone)
    }

    /// Skips one time; its post, if there is one that has not left, is taken away.
    pub async fn skip(
        &self,
        occurrence: DateTime,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RecurrenceError> {
        actor.must(Right::Publish)?;
        self.must_stand()?;
        let at = self.time_of(occurrence, tx).await?;
        let runs = store::runs(self.id, tx).await?;
        match runs.iter().find(|run| run.occurrence == occurrence) {
            Some(run) => {
                self.take_away(run, actor, tx).await?;
                store::set_outcome(self.id, occurrence, Outcome::Skipped, tx).await?;
            }
            None => drop(make::decide(self, &at, Outcome::Skipped, tx).await?),
        }
        Ok(self.note("recurrence.skipped", actor, tx).await?)
    }

    /// Takes back the skipping of one time: its post is made.
    pub async fn unskip(
        &self,
        occurrence: DateTime,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RecurrenceError> {
        actor.must(Right::Publish)?;
        let runs = store::runs(self.id, tx).await?;
        let skipped = |run: &&Run| run.occurrence == occurrence && run.outcome == Outcome::Skipped;
        if !runs.iter().any(|run| skipped(&run)) {
            return Err(RecurrenceError::NotFound);
        }
        store::forget_run(self.id, occurrence, tx).await?;
        self.note("recurrence.unskipped", actor, tx).await?;
        let at = self.time_of(occurrence, tx).await?;
        // Later ones are made when their time to be made comes.
        if at.at <= self.seen_until || matches!(self.rhythm.when, When::Free { .. }) {
            let made = self.made(tx).await?;
            self.make_at(&at, made, None, actor, tx).await?;
        }
        Ok(())
    }

    /// Makes the post of one time now, so that it can be changed by itself; the post that is
    /// there already when it was made.
    pub async fn make(
        &self,
        occurrence: DateTime,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Post, RecurrenceError> {
        actor.must(Right::Publish)?;
        self.must_stand()?;
        let runs = store::runs(self.id, tx).await?;
        let known = runs.iter().find(|run| run.occurrence == occurrence).and_then(|run| run.post);
        if let Some(post) = known {
            return Ok(Post::load(post, actor, tx).await?);
        }
        let at = self.time_of(occurrence, tx).await?;
        let made = super::made_of(&runs);
        self.make_at(&at, made, None, actor, tx).await?.ok_or(RecurrenceError::TooLate)
    }

    /// Changes what is to come: all of it, or from one time on. Posts already made for then that
    /// nobody changed are made again; those that someone changed stay as they are. What comes
    /// from the time on is then a recurrence of its own, and this one ends the day before.
    pub async fn edit(
        &self,
        edit: RecurrenceEdit,
        from: Option<DateTime>,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Recurrence, RecurrenceError> {
        actor.must(Right::Publish)?;
        self.must_stand()?;
        let mut edit = checked(edit, actor, tx).await?;
        let now = tx.now();
        let Some(from) = self.split_at(from, tx).await? else {
            self.withdraw(now, actor, tx).await?;
            store::write(self.id, &edit, now, tx).await?;
            self.note("recurrence.changed", actor, tx).await?;
            return Recurrence::load(self.id, actor, tx).await;
        };
        let before: Vec<_> =
            self.rhythm.readings().take_while(|reading| *reading < from.local).collect();
        let kept = self.withdraw(from.at - jiff::SignedDuration::from_micros(1), actor, tx).await?;
        let _ = kept;
        edit.rhythm.start = edit.rhythm.start.max(from.local.date());
        // As many times in all as before, when nobody asked for another number.
        if edit.rhythm.times == self.rhythm.times {
            let used = u32::try_from(before.len()).unwrap_or(u32::MAX);
            edit.rhythm.times = edit.rhythm.times.map(|times| times.saturating_sub(used).max(1));
        }
        let next = Recurrence::begin(edit, actor, tx).await?;
        store::hand_over(self.id, next.id, from.at, tx).await?;
        let mut own = self.as_edit();
        own.rhythm.until = from.local.date().checked_sub(1.day()).ok();
        store::write(self.id, &own, self.seen_until, tx).await?;
        self.note("recurrence.changed", actor, tx).await?;
        Ok(next)
    }

    /// The time from which those that follow change; none when nothing would be left before it.
    async fn split_at(
        &self,
        from: Option<DateTime>,
        tx: &mut Tx,
    ) -> Result<Option<LocalSchedule>, RecurrenceError> {
        let Some(from) = from else { return Ok(None) };
        if !matches!(self.rhythm.when, When::Rule { .. }) {
            return Ok(None);
        }
        let at = self.time_of(from, tx).await?;
        let zone = self.zone(tx).await?;
        let now = tx.now();
        let earlier = self.rhythm.occurrences(&zone).take_while(|one| one.at < at.at);
        let left = earlier.into_iter().any(|one| one.at > now);
        Ok(left.then_some(at))
    }

    /// Takes away the posts made for after an instant that nobody changed and that have not
    /// left; the times are to be decided again.
    async fn withdraw(
        &self,
        after: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Vec<DateTime>, RecurrenceError> {
        let mut gone = Vec::new();
        for run in store::runs(self.id, tx).await? {
            let made = matches!(run.outcome, Outcome::Made | Outcome::Refused);
            if run.at <= after || !made {
                continue;
            }
            let Some(id) = run.post else { continue };
            match Post::load(id, actor, tx).await {
                Ok(post) if post.version == run.made_version => {
                    if !may_go(&post, actor, tx).await? {
                        continue;
                    }
                    post.delete(actor, tx).await?;
                }
                Ok(_) => continue,
                // Deleted by hand: that time stays decided.
                Err(PostError::NotFound) => continue,
                Err(error) => return Err(error.into()),
            }
            store::forget_run(self.id, run.occurrence, tx).await?;
            gone.push(run.occurrence);
        }
        Ok(gone)
    }

    async fn take_away(
        &self,
        run: &Run,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), RecurrenceError> {
        let Some(id) = run.post else { return Ok(()) };
        match Post::load(id, actor, tx).await {
            Ok(post) => {
                if !may_go(&post, actor, tx).await? {
                    return Err(RecurrenceError::TooLate);
                }
                Ok(post.delete(actor, tx).await?)
            }
            Err(PostError::NotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// A time to come of this recurrence.
    async fn time_of(
        &self,
        occurrence: DateTime,
        tx: &mut Tx,
    ) -> Result<LocalSchedule, RecurrenceError> {
        let zone = self.zone(tx).await?;
        let now = tx.now();
        let known = store::runs(self.id, tx).await?.iter().any(|run| run.occurrence == occurrence);
        let free = matches!(self.rhythm.when, When::Free { .. });
        let at =
            LocalSchedule::resolve(occurrence, &zone).map_err(|_| RecurrenceError::NotFound)?;
        let mut readings = self.rhythm.readings();
        let comes = known || free || readings.find(|one| *one >= occurrence) == Some(occurrence);
        if !comes {
            return Err(RecurrenceError::NotFound);
        }
        if at.at > now { Ok(at) } else { Err(RecurrenceError::TooLate) }
    }

    fn must_stand(&self) -> Result<(), RecurrenceError> {
        if self.state == RecurrenceState::Ended { Err(RecurrenceError::Ended) } else { Ok(()) }
    }
}

/// Whether nothing of a post has left.
async fn may_go(post: &Post, actor: &Actor, tx: &mut Tx) -> Result<bool, RecurrenceError> {
    use channels::publication::StateName as S;
    let publications =
        Publication::of_post(post.id.cast(), actor, tx).await.map_err(PostError::from)?;
    Ok(publications.iter().all(|publication| {
        publication.state.may_change() || publication.state.name() == S::Cancelled
    }))
}
