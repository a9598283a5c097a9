//! The clocks of one conversation, from what happened in it: pure, and told anew each time.
//!
//! Three clocks. **First response**: from the person's first message to our first answer by a
//! person. **Next response**: afterwards, from their oldest message without an answer.
//! **Resolution**: from their first message until it is done with. All run while the
//! conversation is open, and stand still while it is pending, put aside or resolved. Taken up
//! again within [`RESUMES`], it goes on where it stood; later, it is another matter, with clocks
//! of its own.

use database::text_enum;
use jiff::{SignedDuration, Timestamp};

use crate::hours::Hours;

/// How long after it was resolved a conversation is still the same matter.
pub const RESUMES: SignedDuration = SignedDuration::from_hours(24 * 7);

text_enum! {
    /// What is promised.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum ClockKind {
        /// The first answer.
        First => "first",
        /// Each answer after it.
        Next => "next",
        /// That the matter is settled.
        Resolution => "resolution",
    }
}

text_enum! {
    /// How a clock ended.
    pub enum Ending {
        /// What was promised came.
        Met => "met",
        /// It was resolved without an answer: nothing was left to promise.
        Dropped => "dropped",
    }
}

/// Whether clocks run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They run.
    Open,
    /// Pending, or put aside.
    Stopped,
    /// Done with.
    Resolved,
}

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// They wrote.
    Said,
    /// A person of ours answered.
    Answered,
    /// Where it stands changed; `again` when nothing new was said: what had no answer waits again.
    Became {
        /// To what.
        to: Standing,
        /// Whether it was taken up again by hand.
        again: bool,
    },
}

/// What is promised in a conversation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terms {
    /// Until the first answer, in working time.
    pub first: Option<SignedDuration>,
    /// Until each next one.
    pub next: Option<SignedDuration>,
    /// Until it is settled.
    pub resolution: Option<SignedDuration>,
    /// How long before its end a promise is at risk.
    pub warning: SignedDuration,
    /// Nothing was promised before.
    pub since: Option<Timestamp>,
}

impl Terms {
    /// What is promised of that kind.
    pub fn of(&self, kind: ClockKind) -> Option<SignedDuration> {
        match kind {
            ClockKind::First => self.first,
            ClockKind::Next => self.next,
            ClockKind::Resolution => self.resolution,
        }
    }
}

/// One promise of a conversation, and where its clock stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// What is promised.
    pub kind: ClockKind,
    /// From when on.
    pub since: Timestamp,
    /// For how much working time.
    pub promised: SignedDuration,
    /// The working time it took, or has taken until now.
    pub used: SignedDuration,
    /// When its clock ended and how.
    pub ended: Option<(Timestamp, Ending)>,
    /// When it is to be kept, while its clock runs.
    pub due: Option<Timestamp>,
    /// From when on it is at risk, while its clock runs.
    pub at_risk: Option<Timestamp>,
    /// When it was broken.
    pub broken_at: Option<Timestamp>,
}

/// The clocks of a conversation at `now`, from its facts in any order.
pub fn read(facts: &[Fact], terms: &Terms, hours: &Hours, now: Timestamp) -> Vec<Measure> {
    let mut facts: Vec<Fact> = facts.iter().copied().filter(|fact| fact.at <= now).collect();
    facts.sort_by_key(|fact| (fact.at, rank(fact.what)));
    let mut reading = Reading::new(terms, hours);
    for fact in facts {
        reading.take(fact);
    }
    reading.finish(now)
}

/// At one instant: it opens, they write, we answer, it is put aside or done with.
fn rank(what: What) -> u8 {
    match what {
        What::Became { to: Standing::Open, .. } => 0,
        What::Said => 1,
        What::Answered => 2,
        What::Became { .. } => 3,
    }
}

struct Reading<'a> {
    terms: &'a Terms,
    hours: &'a Hours,
    standing: Standing,
    /// When it was resolved last.
    resolved_at: Option<Timestamp>,
    /// Whether we answered in this matter.
    answered: bool,
    response: Option<Clock>,
    resolution: Option<Clock>,
    /// A response that resolving dropped, and that taking it up again by hand brings back.
    dropped: Option<Clock>,
    /// The resolution that may still be taken up again.
    closed: Option<Clock>,
    done: Vec<Clock>,
}

#[derive(Debug, Clone)]
struct Clock {
    kind: ClockKind,
    since: Timestamp,
    used: SignedDuration,
    going: Option<Timestamp>,
    ended: Option<(Timestamp, Ending)>,
    broken_at: Option<Timestamp>,
}

impl<'a> Reading<'a> {
    fn new(terms: &'a Terms, hours: &'a Hours) -> Self {
        let standing = Standing::Open;
        let (resolved_at, answered, response, resolution) = (None, false, None, None);
        let (dropped, closed, done) = (None, None, Vec::new());
        Self {
            terms,
            hours,
            standing,
            resolved_at,
            answered,
            response,
            resolution,
            dropped,
            closed,
            done,
        }
    }

    fn take(&mut self, fact: Fact) {
        match fact.what {
            What::Said => self.said(fact.at),
            What::Answered => {
                self.answered = true;
                self.dropped = None;
                if let Some(clock) = self.response.take() {
                    self.end(clock, fact.at, Ending::Met);
                }
            }
            What::Became { to, again } => self.became(to, again, fact.at),
        }
    }

    fn said(&mut self, at: Timestamp) {
        if self.standing == Standing::Resolved {
            return;
        }
        let going = (self.standing == Standing::Open).then_some(at);
        let begin = |kind| Clock {
            kind,
            since: at,
            used: SignedDuration::ZERO,
            going,
            ended: None,
            broken_at: None,
        };
        if self.response.is_none() {
            let kind = if self.answered { ClockKind::Next } else { ClockKind::First };
            self.response = Some(begin(kind));
        }
        if self.resolution.is_none() {
            self.resolution = Some(begin(ClockKind::Resolution));
        }
    }

    fn became(&mut self, to: Standing, again: bool, at: Timestamp) {
        if to == self.standing {
            return;
        }
        let was = std::mem::replace(&mut self.standing, to);
        if was == Standing::Resolved {
            self.taken_up(again, at);
        }
        match to {
            Standing::Open => self.each(|_, clock| clock.going = Some(at)),
            Standing::Stopped => self.each(|reading, clock| reading.stop(clock, at)),
            Standing::Resolved => self.resolved(at),
        }
    }

    fn each(&mut self, mut act: impl FnMut(&Self, &mut Clock)) {
        let (mut response, mut resolution) = (self.response.take(), self.resolution.take());
        for clock in [&mut response, &mut resolution].into_iter().flatten() {
            act(self, clock);
        }
        (self.response, self.resolution) = (response, resolution);
    }

    fn resolved(&mut self, at: Timestamp) {
        self.resolved_at = Some(at);
        if let Some(mut clock) = self.response.take() {
            self.stop(&mut clock, at);
            clock.ended = Some((at, Ending::Dropped));
            self.dropped = Some(clock);
        }
        if let Some(mut clock) = self.resolution.take() {
            self.stop(&mut clock, at);
            clock.ended = Some((at, Ending::Met));
            self.closed = Some(clock);
        }
    }

    fn taken_up(&mut self, again: bool, at: Timestamp) {
        let same = self.resolved_at.is_some_and(|then| at.duration_since(then) <= RESUMES);
        let (dropped, closed) = (self.dropped.take(), self.closed.take());
        self.answered &= same;
        match dropped {
            Some(clock) if again && same => self.response = Some(Clock { ended: None, ..clock }),
            other => self.done.extend(other),
        }
        match closed {
            Some(clock) if same => self.resolution = Some(Clock { ended: None, ..clock }),
            other => self.done.extend(other),
        }
    }

    /// Adds what its clock has gone since it last stood still.
    fn stop(&self, clock: &mut Clock, at: Timestamp) {
        let Some(from) = clock.going.take() else { return };
        let from = self.terms.since.map_or(from, |since| from.max(since));
        if let Some(promised) = self.terms.of(clock.kind) {
            let due = self.hours.due(from, promised.saturating_sub(clock.used));
            if clock.broken_at.is_none() {
                clock.broken_at = due.filter(|due| *due < at);
            }
        }
        clock.used += self.hours.elapsed(from, at);
    }

    fn end(&mut self, mut clock: Clock, at: Timestamp, how: Ending) {
        self.stop(&mut clock, at);
        clock.ended = Some((at, how));
        self.done.push(clock);
    }

    fn finish(mut self, now: Timestamp) -> Vec<Measure> {
        let kept = [self.dropped.take(), self.closed.take()];
        let live = [self.response.take(), self.resolution.take()];
        let mut clocks = std::mem::take(&mut self.done);
        clocks.extend(kept.into_iter().chain(live).flatten());
        let mut measures: Vec<_> =
            clocks.into_iter().filter_map(|clock| self.measure(clock, now)).collect();
        measures.sort_by_key(|measure| (measure.since, measure.kind));
        measures
    }

    fn measure(&self, mut clock: Clock, now: Timestamp) -> Option<Measure> {
        let promised = self.terms.of(clock.kind)?;
        let before = |at: Timestamp| self.terms.since.is_some_and(|since| at <= since);
        if clock.ended.is_some_and(|(at, _)| before(at)) {
            return None;
        }
        let (mut due, mut at_risk) = (None, None);
        if let Some(going) = clock.going {
            let from = self.terms.since.map_or(going, |since| going.max(since));
            let left = promised.saturating_sub(clock.used);
            // One that is late already stays due when it was.
            due = clock.broken_at.or_else(|| self.hours.due(from, left));
            let warning = self.terms.warning.min(promised / 2);
            at_risk = match clock.broken_at {
                Some(broken) => Some(broken),
                None => self.hours.due(from, left.saturating_sub(warning)),
            };
        }
        self.stop(&mut clock, now);
        Some(Measure {
            kind: clock.kind,
            since: self.terms.since.map_or(clock.since, |since| clock.since.max(since)),
            promised,
            used: clock.used,
            ended: clock.ended,
            due,
            at_risk,
            broken_at: clock.broken_at,
        })
    }
}
