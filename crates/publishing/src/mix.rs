//! The content mix: what a period holds of each topic, format and channel, against what the
//! charter asks for, and the next best thing to prepare.

mod next;
mod store;

use std::collections::BTreeMap;

use channels::Channel;
use database::Tx;
use jiff::{SignedDuration, Timestamp};
use platform::{Actor, NotAllowed, Right};
use primitives::Id;
use strategy::{Format, Topic};

use crate::campaign::Stage;
use crate::post::Post;

pub use next::{ChannelWhy, FormatWhy, Proposal, TopicWhy, takes};

/// Under this many posts a share is shown by its two numbers, never as a percentage alone.
pub const FEW_POSTS: i64 = 20;

/// What a period holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mix {
    /// Its pieces, in order of time.
    pub pieces: Vec<Piece>,
    /// Its length.
    pub length: SignedDuration,
    /// When each topic was last published on before the period's end, where it ever was.
    pub last: BTreeMap<Id<Topic>, Timestamp>,
}

/// A post of the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The post.
    pub post: Id<Post>,
    /// What it speaks about, if that was said.
    pub topic: Option<Id<Topic>>,
    /// The kind of piece it is.
    pub format: Format,
    /// How far it is.
    pub stage: Stage,
    /// When it was published, is due, or is meant for.
    pub at: Timestamp,
    /// The channels it is for.
    pub channels: Vec<Id<Channel>>,
}

/// How many pieces, told apart by how far they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Published.
    pub published: i64,
    /// Scheduled.
    pub scheduled: i64,
    /// Drafts that have a time.
    pub drafts: i64,
}

/// What the charter asks for; empty where it asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    /// Topics that are written on, in the charter's order, with their share in hundredths.
    pub topics: Vec<(Id<Topic>, Option<i64>)>,
    /// Formats with their share in hundredths.
    pub formats: Vec<(Format, i64)>,
    /// Channels with their posts a week, where that was decided.
    pub channels: Vec<(Channel, Option<i64>)>,
}

/// One topic, format or channel against what is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<K> {
    /// Which one.
    pub key: K,
    /// What the period holds of it.
    pub counts: Counts,
    /// The share asked for, in hundredths; for channels, posts over the period.
    pub target: Option<f64>,
    /// How many pieces are missing to the target, below 0 when there are too many.
    pub missing: Option<f64>,
}

/// Why a mix could not be read.
#[derive(Debug, thiserror::Error)]
pub enum MixError {
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Counts {
    /// All of them.
    #[must_use]
    pub const fn all(self) -> i64 {
        self.published + self.scheduled + self.drafts
    }

    fn add(&mut self, stage: Stage) {
        match stage {
            Stage::Published => self.published += 1,
            Stage::Scheduled => self.scheduled += 1,
            Stage::Draft => self.drafts += 1,
        }
    }
}

impl Mix {
    /// What `[from, to)` holds: posts first published in it, due in it, and drafts meant for it.
    pub async fn read(
        from: Timestamp,
        to: Timestamp,
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<Mix, MixError> {
        actor.must(Right::Read)?;
        let mut pieces = store::pieces(actor.brand(), from, to, tx).await?;
        pieces.sort_by_key(|piece| (piece.at, piece.post));
        let last = store::last_by_topic(actor.brand(), to, tx).await?;
        Ok(Mix { pieces, length: to.duration_since(from), last })
    }

    /// All pieces.
    #[must_use]
    pub fn counts(&self) -> Counts {
        count(self.pieces.iter())
    }

    /// Each topic of the charter against its share, and what has none (`None`, last).
    #[must_use]
    pub fn topics(&self, targets: &Targets) -> Vec<Line<Option<Id<Topic>>>> {
        let all = self.counts().all();
        let of = |topic| count(self.pieces.iter().filter(|piece| piece.topic == topic));
        let mut lines: Vec<_> = targets
            .topics
            .iter()
            .map(|(topic, share)| line(Some(*topic), of(Some(*topic)), *share, all))
            .collect();
        let known = |topic| targets.topics.iter().any(|(known, _)| Some(*known) == topic);
        let without = self.pieces.iter().filter(|piece| !known(piece.topic));
        lines.push(line(None, count(without), None, all));
        lines
    }

    /// Each format that the charter asks for or the period holds.
    #[must_use]
    pub fn formats(&self, targets: &Targets) -> Vec<Line<Format>> {
        let all = self.counts().all();
        let share = |format| targets.formats.iter().find(|(key, _)| *key == format).map(|f| f.1);
        let lines = Format::ALL.iter().map(|format| {
            let counts = count(self.pieces.iter().filter(|piece| piece.format == *format));
            line(*format, counts, share(*format).filter(|share| *share > 0), all)
        });
        lines.filter(|line| line.target.is_some() || line.counts.all() > 0).collect()
    }

    /// Each channel against its cadence over the period; a piece counts on each of its channels.
    #[must_use]
    pub fn channels(&self, targets: &Targets) -> Vec<Line<Id<Channel>>> {
        let weeks = self.weeks();
        let lines = targets.channels.iter().map(|(channel, a_week)| {
            let on = |piece: &&Piece| piece.channels.contains(&channel.id);
            let counts = count(self.pieces.iter().filter(on));
            let target = a_week.map(|a_week| a_week as f64 * weeks);
            let missing = target.map(|target| target - counts.all() as f64);
            Line { key: channel.id, counts, target, missing }
        });
        lines.collect()
    }

    /// How many weeks the period has.
    #[must_use]
    pub fn weeks(&self) -> f64 {
        self.length.as_secs_f64() / (7.0 * 24.0 * 3600.0)
    }
}

fn count<'a>(pieces: impl Iterator<Item = &'a Piece>) -> Counts {
    let mut counts = Counts::default();
    pieces.for_each(|piece| counts.add(piece.stage));
    counts
}

/// A line of shares: what is missing is what the next piece would still leave missing.
fn line<K>(key: K, counts: Counts, share: Option<i64>, all: i64) -> Line<K> {
    let target = share.map(|share| share as f64);
    let missing = target.map(|share| share / 100.0 * (all + 1) as f64 - counts.all() as f64);
    Line { key, counts, target, missing }
}
