//! The editorial charter: how the brand speaks, of what, in which forms, how often.

mod channel;
mod store;
mod voice;
mod word;

use database::Tx;
use jiff::Timestamp;
use platform::activity::{self, Subject};
use platform::{Actor, Brand, NotAllowed, Right};
use primitives::Id;
use serde_json::{Value, json};

use crate::format::Format;
use crate::regulated::Regulated;
use crate::topic::Topic;

pub use channel::{ChannelLine, ChannelLineEdit, ChannelRef};
pub use voice::{Voice, VoiceEdit};
pub use word::{CharterWord, WordEdit, WordKind};

/// Everything that the charter says.
#[derive(Debug, Clone)]
pub struct Charter {
    /// The brand.
    pub brand: Id<Brand>,
    /// Tone, languages, sites; as nothing was said when `said_at` is none.
    pub voice: Voice,
    /// Topics, archived ones last.
    pub topics: Vec<Topic>,
    /// Words to prefer and to avoid, in the order in which they were added.
    pub words: Vec<CharterWord>,
    /// The share of what is published that each format should have, in hundredths.
    pub formats: Vec<(Format, i64)>,
    /// Cadence, language and kind of account, for channels that have a line.
    pub channels: Vec<ChannelLine>,
    /// Regulated vocabulary, every kind.
    pub regulated: Vec<Regulated>,
}

/// Why the charter was not changed.
#[derive(Debug, thiserror::Error)]
pub enum CharterError {
    /// There is no such line in the brand's charter.
    #[error("there is no such line in this charter")]
    NotFound,
    /// A word to look for is missing, or longer than 200 characters.
    #[error("a word of at most 200 characters is needed")]
    Word,
    /// A preferred word needs the one it replaces, and the other way round.
    #[error("what is to be said instead is missing")]
    Instead,
    /// The same word is there already.
    #[error("this word is in the charter already")]
    WordTaken,
    /// A text longer than the charter takes.
    #[error("a text longer than {0} characters")]
    TooLong(usize),
    /// Shares are between 0 and 100, and 100 in all at most.
    #[error("shares are 100 in all at most")]
    Shares,
    /// Posts a week are 1 to 200, a day 1 to 50, a gap at most a week.
    #[error("out of the range of a cadence")]
    Cadence,
    /// Not a language tag.
    #[error("not a language")]
    Language,
    /// Not the name of a site.
    #[error("not a site")]
    Site,
    /// The actor's role does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// A topic could not be read.
    #[error(transparent)]
    Topic(#[from] crate::topic::TopicError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] database::Error),
}

impl Charter {
    /// The charter of the actor's brand.
    pub async fn of(actor: &Actor, tx: &mut Tx) -> Result<Charter, CharterError> {
        actor.must(Right::Read)?;
        let brand = actor.brand();
        Ok(Charter {
            brand,
            voice: store::voice(brand, tx).await?,
            topics: Topic::all(actor, tx).await?,
            words: store::words(brand, tx).await?,
            formats: store::formats(brand, tx).await?,
            channels: store::channels(brand, tx).await?,
            regulated: Regulated::all(actor, tx).await?,
        })
    }

    /// Whether nothing was ever decided.
    pub fn is_empty(&self) -> bool {
        self.voice.said_at.is_none()
            && self.topics.is_empty()
            && self.words.is_empty()
            && self.formats.is_empty()
            && self.channels.is_empty()
            && self.regulated.iter().all(|list| !list.active && list.own_terms.is_none())
    }

    /// The line of a channel, if there is one.
    pub fn channel<Noun>(&self, channel: Id<Noun>) -> Option<&ChannelLine> {
        self.channels.iter().find(|line| line.channel == channel.cast())
    }

    /// Topics that are written on.
    pub fn live_topics(&self) -> impl Iterator<Item = &Topic> {
        self.topics.iter().filter(|topic| !topic.archived)
    }

    /// Decides the share of each format; formats left out have none. Needs
    /// [`Right::ManageBrand`].
    pub async fn share_formats(
        shares: &[(Format, i64)],
        actor: &Actor,
        tx: &mut Tx,
    ) -> Result<(), CharterError> {
        actor.must(Right::ManageBrand)?;
        let wanted: Vec<_> = shares.iter().copied().filter(|(_, share)| *share != 0).collect();
        let each = wanted.iter().all(|(_, share)| (1..=100).contains(share));
        if !each || wanted.iter().map(|(_, share)| share).sum::<i64>() > 100 {
            return Err(CharterError::Shares);
        }
        store::write_formats(actor.brand(), &wanted, tx).await?;
        let shares: Vec<_> =
            wanted.iter().map(|(format, share)| (format.as_str(), share)).collect();
        note("charter.formats_shared", json!({ "shares": shares }), actor, tx).await
    }
}

/// Notes a change of the charter in the brand's stream.
pub(crate) async fn note(
    verb: &'static str,
    data: Value,
    actor: &Actor,
    tx: &mut Tx,
) -> Result<(), CharterError> {
    activity::record(tx, actor, verb, Subject::new("charter", actor.brand()), data).await?;
    Ok(())
}

pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// When something was said, for those who only ask whether.
pub(crate) type SaidAt = Option<Timestamp>;
