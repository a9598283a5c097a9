//! The next best thing to prepare: the topic, format and channel most behind, each with why.

use channels::{Channel, Limits};
use jiff::Timestamp;
use primitives::Id;
use strategy::{Format, Topic};

use super::{Line, Mix, Targets};

/// What to prepare next, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// What to speak about; none when the charter has no topics.
    pub topic: Option<(Id<Topic>, TopicWhy)>,
    /// The kind of piece; none when nothing speaks for one.
    pub format: Option<(Format, FormatWhy)>,
    /// Where; none when nothing speaks for one.
    pub channel: Option<(Id<Channel>, ChannelWhy)>,
}

/// Why a topic is proposed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TopicWhy {
    /// The one that lacks the most to its share.
    Behind {
        /// Pieces on it.
        have: i64,
        /// Pieces in all.
        all: i64,
        /// Its share, in hundredths.
        share: f64,
    },
    /// No share is asked for: the one last published on the longest ago; none if it never was.
    LongestAgo(Option<Timestamp>),
}

/// Why a format is proposed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FormatWhy {
    /// The one that lacks the most to its share.
    Behind {
        /// Pieces of it.
        have: i64,
        /// Pieces in all.
        all: i64,
        /// Its share, in hundredths.
        share: f64,
    },
    /// No share is asked for, and more than half is words alone or links: words should not be
    /// the main means of expression (article 3, « Diversifier ses contenus »).
    TooManyWords {
        /// Words alone and links.
        words: i64,
        /// Pieces in all.
        all: i64,
    },
}

/// Why a channel is proposed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChannelWhy {
    /// The one most behind its cadence.
    Behind {
        /// Pieces on it.
        have: i64,
        /// Pieces that its cadence asks for over the period.
        due: f64,
    },
    /// No cadence is asked for: the one with the fewest pieces.
    Fewest {
        /// Pieces on it.
        have: i64,
    },
}

/// Whether a channel takes this kind of piece, as far as its limits say.
#[must_use]
pub fn takes(limits: &Limits, format: Format) -> bool {
    match format {
        Format::Image | Format::Gif => limits.images >= 1,
        Format::Carousel => limits.images >= 2,
        Format::Video => limits.video.is_some(),
        Format::Thread => limits.thread,
        Format::Poll => limits.poll.is_some(),
        Format::Text | Format::Link => true,
    }
}

impl Mix {
    /// The next best thing to prepare; `None` when every share and cadence asked for is reached,
    /// or nothing at all can be said.
    #[must_use]
    pub fn next(&self, targets: &Targets) -> Option<Proposal> {
        let topic = self.next_topic(targets);
        let format = self.next_format(targets);
        let channel = self.next_channel(targets, format.map(|(format, _)| format));
        let asked = targets.topics.iter().any(|(_, share)| share.is_some())
            || !targets.formats.is_empty()
            || targets.channels.iter().any(|(_, a_week)| a_week.is_some());
        let behind = matches!(topic, Some((_, TopicWhy::Behind { .. })))
            || matches!(format, Some((_, FormatWhy::Behind { .. })))
            || matches!(channel, Some((_, ChannelWhy::Behind { .. })));
        let said = topic.is_some() || format.is_some();
        (if asked { behind } else { said }).then_some(Proposal { topic, format, channel })
    }

    fn next_topic(&self, targets: &Targets) -> Option<(Id<Topic>, TopicWhy)> {
        let all = self.counts().all();
        if targets.topics.iter().any(|(_, share)| share.is_some()) {
            let line = most_missing(self.topics(targets))?;
            let why = TopicWhy::Behind {
                have: line.counts.all(),
                all,
                share: line.target.unwrap_or_default(),
            };
            return line.key.map(|topic| (topic, why));
        }
        // A topic that something is planned on does not wait.
        let waits = |topic: &Id<Topic>| {
            let ahead = |stage| stage != crate::campaign::Stage::Published;
            !self.pieces.iter().any(|piece| piece.topic == Some(*topic) && ahead(piece.stage))
        };
        let topics = targets.topics.iter().map(|(topic, _)| *topic).filter(waits);
        let oldest = topics.min_by_key(|topic| self.last.get(topic).copied());
        oldest.map(|topic| (topic, TopicWhy::LongestAgo(self.last.get(&topic).copied())))
    }

    fn next_format(&self, targets: &Targets) -> Option<(Format, FormatWhy)> {
        let all = self.counts().all();
        if !targets.formats.is_empty() {
            let line = most_missing(self.formats(targets))?;
            let why = FormatWhy::Behind {
                have: line.counts.all(),
                all,
                share: line.target.unwrap_or_default(),
            };
            return Some((line.key, why));
        }
        let is_words = |format| matches!(format, Format::Text | Format::Link | Format::Thread);
        let words = self.pieces.iter().filter(|piece| is_words(piece.format)).count();
        let words = i64::try_from(words).unwrap_or(i64::MAX);
        let most = all > 0 && words.saturating_mul(2) > all;
        most.then_some((Format::Image, FormatWhy::TooManyWords { words, all }))
    }

    fn next_channel(
        &self,
        targets: &Targets,
        format: Option<Format>,
    ) -> Option<(Id<Channel>, ChannelWhy)> {
        let fits = |line: &Line<Id<Channel>>| {
            let channel = targets.channels.iter().find(|(channel, _)| channel.id == line.key);
            channel.is_some_and(|(channel, _)| {
                // What a person posts by hand, Parvis does not limit.
                let by_hand = channel.mode == channels::Mode::Assisted;
                channel.paused_at.is_none()
                    && format.is_none_or(|format| by_hand || takes(&channel.limits, format))
            })
        };
        let lines: Vec<_> = self.channels(targets).into_iter().filter(fits).collect();
        if targets.channels.iter().any(|(_, a_week)| a_week.is_some()) {
            // In parts of its own cadence, so that a daily channel does not hide a weekly one.
            let share = |line: &Line<_>| line.missing.zip(line.target).map(|(m, t)| m / t);
            let behind = lines.iter().filter(|line| line.missing.is_some_and(|m| m >= 1.0));
            let line = behind
                .max_by(|a, b| share(a).unwrap_or(0.0).total_cmp(&share(b).unwrap_or(0.0)))?;
            let due = line.target.unwrap_or_default();
            return Some((line.key, ChannelWhy::Behind { have: line.counts.all(), due }));
        }
        if lines.len() < 2 {
            return None;
        }
        let fewest = lines.iter().min_by_key(|line| line.counts.all())?;
        let have = fewest.counts.all();
        let uneven = lines.iter().any(|line| line.counts.all() > have);
        uneven.then_some((fewest.key, ChannelWhy::Fewest { have }))
    }
}

/// The line that lacks the most, if one lacks anything; the first of equals.
fn most_missing<K>(lines: Vec<Line<K>>) -> Option<Line<K>> {
    let mut most: Option<Line<K>> = None;
    for line in lines {
        let missing = line.missing.unwrap_or(f64::NEG_INFINITY);
        let best = most.as_ref().and_then(|line| line.missing).unwrap_or(0.0);
        if missing > best + 1e-9 {
            most = Some(line);
        }
    }
    most
}
