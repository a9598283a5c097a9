//! What is known of a message when rules look at it.

use std::sync::Arc;

use channels::{Channel, ItemKind};
use database::{Error, Tx};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use language::{Analyser, Asked, For, Harm, Reading, Spoken, Tone};
use members::Identity;
use platform::Brand;
use primitives::Id;
use primitives::text::{EntityKind, entities};

use super::condition::host_of;
use super::store;
use crate::conversation::Conversation;
use crate::message::Message;

/// A message as rules take it, at arrival or long after.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub message: Id<Message>,
    pub conversation: Id<Conversation>,
    pub channel: Id<Channel>,
    pub identity: Option<Id<Identity>>,
    pub kind: ItemKind,
    pub text: String,
    pub sent_at: Timestamp,
}

/// What a message says of itself and of its author.
pub(super) struct Facts {
    pub text: String,
    pub reading: Reading,
    pub hosts: Vec<String>,
    pub judged: Judged,
    pub history: History,
    pub channel: Id<Channel>,
    pub kind: ItemKind,
    pub local: Zoned,
}

/// What was read in it.
pub(super) struct Judged {
    pub language: Option<String>,
    pub tone: Option<Tone>,
    /// In hundredths, as the others.
    pub tone_sure: i64,
    pub harm: Harm,
    pub harm_sure: i64,
    pub spam_sure: i64,
    /// The words that weighed, for each.
    pub felt: Vec<String>,
    pub hurt: Vec<String>,
    pub lured: Vec<String>,
}

/// What its author had done until then.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct History {
    /// Whether anybody is known to have written it.
    pub known: bool,
    /// Messages before this one.
    pub before: i64,
    /// Days since the first.
    pub days: i64,
    /// How often they were ruled against, and it was not undone.
    pub rulings: i64,
    /// Messages within the hour, this one included.
    pub last_hour: i64,
}

/// What rules need to know, so that nothing else is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Needs {
    pub judging: bool,
    pub history: bool,
}

/// What reads messages of a brand: its own analyser, its clock.
pub(super) struct Reader {
    brand: Id<Brand>,
    zone: TimeZone,
    analyser: Arc<Analyser>,
    needs: Needs,
}

impl Default for Judged {
    fn default() -> Self {
        Self {
            language: None,
            tone: None,
            tone_sure: 0,
            harm: Harm::None,
            harm_sure: 0,
            spam_sure: 0,
            felt: Vec::new(),
            hurt: Vec::new(),
            lured: Vec::new(),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
fn hundredths(score: f64) -> i64 {
    (score.clamp(0.0, 1.0) * 100.0).round() as i64
}

/// What an analyser reads in a message, with the words that weighed.
pub(super) fn judged(analyser: &Analyser, text: &str) -> Judged {
    if text.trim().is_empty() {
        return Judged::default();
    }
    let read = analyser.read(text, Asked::Auto);
    let weighed = |on: For, positive: Option<bool>| {
        let those = read.weighed.iter().filter(|one| {
            one.on == on && positive.is_none_or(|positive| (one.weight > 0.0) == positive)
        });
        those.map(|one| one.words.clone()).take(6).collect::<Vec<_>>()
    };
    let side = match read.sentiment.label {
        Tone::Negative => Some(false),
        Tone::Positive => Some(true),
        Tone::Neutral => None,
    };
    Judged {
        language: (read.language != Spoken::Unknown).then(|| read.language.tag().to_owned()),
        tone: Some(read.sentiment.label),
        tone_sure: hundredths(read.sentiment.confidence),
        harm: read.toxicity.kind,
        harm_sure: hundredths(read.toxicity.score),
        spam_sure: hundredths(read.spam.score),
        felt: weighed(For::Sentiment, side),
        hurt: weighed(For::Toxicity, Some(true)),
        lured: weighed(For::Spam, Some(true)),
    }
}

/// The hosts of its links.
pub(super) fn hosts(text: &str) -> Vec<String> {
    let links = entities(text).into_iter().filter(|one| matches!(one.kind, EntityKind::Url { .. }));
    let mut hosts: Vec<String> = links.map(|link| host_of(&text[link.range])).collect();
    hosts.dedup();
    hosts
}

impl Reader {
    pub async fn of(brand: Id<Brand>, needs: Needs, tx: &mut Tx) -> Result<Reader, Error> {
        let zone = Brand::for_system(brand, tx).await?;
        let zone = zone.map_or(TimeZone::UTC, |(brand, _)| brand.zone.time_zone().clone());
        Ok(Reader { brand, zone, analyser: analyser(brand, tx).await?, needs })
    }

    pub async fn facts(&self, look: &Look, tx: &mut Tx) -> Result<Facts, Error> {
        let judging = self.needs.judging;
        Ok(Facts {
            reading: Reading::of(&look.text),
            hosts: hosts(&look.text),
            judged: if judging { judged(&self.analyser, &look.text) } else { Judged::default() },
            history: if self.needs.history {
                self.history(look, tx).await?
            } else {
                History::default()
            },
            channel: look.channel,
            kind: look.kind,
            local: look.sent_at.to_zoned(self.zone.clone()),
            text: look.text.clone(),
        })
    }

    async fn history(&self, look: &Look, tx: &mut Tx) -> Result<History, Error> {
        let Some(identity) = look.identity else { return Ok(History::default()) };
        let hour = SignedDuration::from_hours(1);
        let past = store::history::of(self.brand, identity, look.sent_at, hour, tx).await?;
        let since = past.first_at.map(|first| look.sent_at.duration_since(first));
        Ok(History {
            known: true,
            before: past.before,
            days: since.map_or(0, |since| since.as_hours() / 24),
            rulings: past.rulings,
            last_hour: past.last_hour + 1,
        })
    }
}

/// The brand's own reader of messages: the one place that knows where it comes from.
pub(super) async fn analyser(brand: Id<Brand>, tx: &mut Tx) -> Result<Arc<Analyser>, Error> {
    crate::judgement::analyser(brand, tx).await
}
