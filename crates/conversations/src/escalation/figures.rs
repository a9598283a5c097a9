//! Whether those who are asked answer in time.
//!
//! Over those asked in a period. **Answered in time**: first answered at or before the deadline
//! that was given last, over those who answered or whose deadline has passed without an answer;
//! who refused, and who was released before answering, are left out. **Time to answer**: working
//! time from when they were asked to their first answer; its median.

use std::collections::BTreeMap;

use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Right};

use super::{AskedState, EscalationError, store};
use crate::hours;

/// What became of what was asked in a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// All together.
    pub all: ExpertFigures,
    /// Each person, the most asked first.
    pub each: Vec<ExpertFigures>,
}

/// What became of what one person was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpertFigures {
    /// Their name; empty for all together.
    pub name: String,
    /// How often they were asked.
    pub asked: i64,
    /// How often they answered in time.
    pub in_time: i64,
    /// Over how many that is judged.
    pub judged: i64,
    /// How often they could not.
    pub declined: i64,
    /// The median working time to their first answer.
    pub median: Option<SignedDuration>,
    /// Over how many answers.
    pub timed: i64,
}

impl ExpertFigures {
    /// The share answered in time; unknown without anything to judge.
    pub fn share(&self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "small counts")]
        (self.judged > 0).then(|| self.in_time as f64 / self.judged as f64)
    }
}

/// A line of what was asked.
pub(super) struct AskedLine {
    pub email: String,
    pub name: String,
    pub state: AskedState,
    pub asked_at: Timestamp,
    pub due_at: Timestamp,
    pub first_answered_at: Option<Timestamp>,
}

#[derive(Default)]
struct Sum {
    figures: ExpertFigures,
    times: Vec<SignedDuration>,
}

impl Sum {
    fn add(&mut self, line: &AskedLine, took: Option<SignedDuration>, now: Timestamp) {
        let figures = &mut self.figures;
        figures.asked += 1;
        match line.first_answered_at {
            Some(at) => {
                figures.judged += 1;
                figures.in_time += i64::from(at <= line.due_at);
                self.times.extend(took);
            }
            None if line.state == AskedState::Declined => figures.declined += 1,
            None if line.state == AskedState::Withdrawn => {}
            None if line.due_at <= now => figures.judged += 1,
            None => {}
        }
    }

    fn done(mut self) -> ExpertFigures {
        self.times.sort_unstable();
        let middle = self.times.len() / 2;
        self.figures.timed = i64::try_from(self.times.len()).unwrap_or(i64::MAX);
        self.figures.median = match self.times.len() {
            0 => None,
            many if many % 2 == 1 => Some(self.times[middle]),
            _ => Some((self.times[middle - 1] + self.times[middle]) / 2),
        };
        self.figures
    }
}

/// What became of what was asked in `[from, until)`.
///
/// # Errors
/// [`EscalationError`].
pub async fn figures(
    from: Timestamp,
    until: Timestamp,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<Figures, EscalationError> {
    actor.must(Right::Read)?;
    let lines = store::asked_between(actor.brand(), from, until, tx).await?;
    let hours = hours::store::hours(actor.brand(), tx).await?;
    let now = tx.now();
    let (mut all, mut each) = (Sum::default(), BTreeMap::<String, Sum>::new());
    for line in &lines {
        let took = line.first_answered_at.map(|at| hours.elapsed(line.asked_at, at));
        all.add(line, took, now);
        let own = each.entry(line.email.to_lowercase()).or_default();
        own.figures.name.clone_from(&line.name);
        own.add(line, took, now);
    }
    let mut each: Vec<_> = each.into_values().map(Sum::done).collect();
    each.sort_by(|a, b| b.asked.cmp(&a.asked).then_with(|| a.name.cmp(&b.name)));
    Ok(Figures { all: all.done(), each })
}
