//! The figures of a crisis, for its review. Each says on how much it rests.

use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, Right};

use super::{Crisis, CrisisError, Hour, Spoken};

/// What a review counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Messages that belong to it.
    pub messages: i64,
    /// People who said them; of the messages that are read, see [`Spoken::said`].
    pub authors: usize,
    /// Followers of those of whom they are known, each once.
    pub reach: i64,
    /// Of how many they are known.
    pub reach_known: usize,
    /// The hour with the most negative messages.
    pub peak: Option<Hour>,
    /// Messages that were answered.
    pub answered: usize,
    /// How long answers took, the night included; nothing where there is none.
    pub response: Option<ResponseTimes>,
    /// From the alert to the opening of the room; nothing where it was opened by hand.
    pub reaction: Option<SignedDuration>,
    /// From the opening to the end, or until now.
    pub lasted: SignedDuration,
}

/// How long answers took, by the clock, the night included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseTimes {
    /// Over how many messages.
    pub count: usize,
    /// Half were answered within.
    pub median: SignedDuration,
    /// Nine in ten were answered within.
    pub ninetieth: SignedDuration,
}

impl ResponseTimes {
    /// Those of some messages; nothing without any.
    pub fn of(mut took: Vec<SignedDuration>) -> Option<Self> {
        took.sort_unstable();
        let place = |share: f64| {
            let rank = (share * took.len() as f64).ceil() as usize;
            took.get(rank.max(1) - 1).copied()
        };
        Some(Self { count: took.len(), median: place(0.5)?, ninetieth: place(0.9)? })
    }
}

impl Crisis {
    /// Its figures, from what was read of it.
    ///
    /// # Errors
    /// [`CrisisError`].
    pub async fn figures(
        &self,
        spoken: &Spoken,
        curve: &[Hour],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Figures, CrisisError> {
        actor.must(Right::Read)?;
        let authors = spoken.authors();
        let known: Vec<i64> = authors.iter().filter_map(|author| author.followers).collect();
        let took = |at: Timestamp, answered: Timestamp| answered.duration_since(at);
        let response: Vec<SignedDuration> = spoken
            .said
            .iter()
            .filter_map(|said| Some(took(said.at, said.answered_at?)))
            .map(|lapse| lapse.max(SignedDuration::ZERO))
            .collect();
        let alert = match self.alert {
            Some(alert) => Some(super::Alert::load(alert, actor, tx).await?),
            None => None,
        };
        let peak = curve.iter().max_by_key(|hour| (hour.seen, std::cmp::Reverse(hour.from)));
        let until = self.ended.map_or(tx.now(), |(_, at)| at);
        Ok(Figures {
            messages: spoken.total,
            authors: authors.len(),
            reach: known.iter().sum(),
            reach_known: known.len(),
            peak: peak.filter(|hour| hour.seen > 0).cloned(),
            answered: response.len(),
            response: ResponseTimes::of(response),
            reaction: alert.map(|alert| took(alert.raised_at, self.opened_at)),
            lasted: took(self.opened_at, until),
        })
    }
}
