//! What a check saw, as facts; screens put them into words.

use channels::Channel;
use jiff::Timestamp;
use jiff::civil::Date;
use platform::brand::CrisisRef;
use primitives::Id;
use serde::{Deserialize, Serialize};
use strategy::RegulatedKind;

use crate::post::Post;

/// What a check saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "saw", rename_all = "snake_case")]
pub enum Fact {
    /// Another channel of the same post says nearly the same.
    Twin {
        /// The other channels.
        others: Vec<Id<Channel>>,
        /// How alike, in hundredths.
        percent: u8,
        /// Whether the texts open with the same sentence: the first thing to vary.
        same_opening: bool,
        /// Whether the hashtags are the same.
        same_tags: bool,
    },
    /// A recent post of the channel says nearly the same.
    Repeated {
        /// When that one appears or appeared.
        at: Timestamp,
        /// Which one, when it is a post.
        post: Option<Id<Post>>,
        /// How alike, in hundredths.
        percent: u8,
    },
    /// Nothing of the charter's topics.
    OffTopic {
        /// What the charter speaks about.
        topics: Vec<String>,
    },
    /// A word of the charter.
    Word {
        /// As the text has it.
        words: String,
        /// What to write instead; may be empty.
        instead: String,
        /// Why; may be empty.
        why: String,
    },
    /// Regulated vocabulary.
    Regulated {
        /// The field of law.
        #[serde(with = "as_text")]
        kind: RegulatedKind,
        /// As the text has them, at most five.
        words: Vec<String>,
    },
    /// More on a day than the cadence allows.
    TooManyADay {
        /// The day.
        day: Date,
        /// How many, this one included.
        count: i64,
        /// At most.
        most: i64,
    },
    /// More in a week than the cadence wants.
    TooManyAWeek {
        /// How many, this one included.
        count: i64,
        /// Wanted.
        wanted: i64,
    },
    /// Too close to another one.
    TooClose {
        /// When the other one appears.
        at: Timestamp,
        /// Minutes between them.
        minutes: i64,
        /// Minutes asked for.
        least: i64,
    },
    /// A picture without words for those who do not see it.
    NoAltText {
        /// Which pictures, counted from 1.
        pictures: Vec<usize>,
    },
    /// A link that leads nowhere.
    DeadLink {
        /// The link.
        url: String,
        /// What was seen.
        trouble: LinkTrouble,
        /// When.
        checked_at: Timestamp,
    },
    /// A link to one's own site without tracking.
    Untracked {
        /// The link.
        url: String,
    },
    /// The channel is a person's own profile.
    PersonalProfile,
    /// Words of private life.
    Private {
        /// As the text has them.
        words: String,
    },
    /// Words of a commercial collaboration that is not declared.
    Collaboration {
        /// As the text has them.
        words: String,
    },
    /// A declared collaboration whose text lacks « Publicité » or « Collaboration commerciale ».
    NoMention {
        /// The partner; empty when not named.
        partner: String,
    },
    /// A retouched picture whose text lacks « Images retouchées ».
    NoRetouchMention,
    /// Another language than expected.
    Language {
        /// The text's, as a tag.
        found: String,
        /// The channel's, as a tag.
        expected: String,
    },
    /// Words about what another network has.
    Elsewhere {
        /// As the text has them.
        words: String,
        /// Whose they are: « X », « Instagram ».
        home: String,
    },
    /// Words about a poll that the post does not have.
    NoPoll {
        /// As the text has them.
        words: String,
    },
    /// An invitation to write privately where the person must follow, or be followed, first.
    FollowFirst {
        /// As the text has them.
        words: String,
    },
    /// The brand is paused.
    BrandPaused {
        /// Since when.
        since: Timestamp,
        /// Why, as it was written; may be empty.
        reason: String,
        /// The crisis that keeps it paused.
        #[serde(default)]
        crisis: Option<Id<CrisisRef>>,
    },
    /// The channel is paused.
    ChannelPaused {
        /// Since when.
        since: Timestamp,
    },
}

/// What was seen of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkTrouble {
    /// The site says that there is nothing there.
    NotFound,
    /// The site answered with an error.
    Broken(u16),
    /// No such site, or it does not answer.
    NoAnswer,
    /// An address that only one's own network can reach.
    Private,
}

/// Enums of the database as their one spelling.
pub(super) mod as_text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: std::fmt::Display, S: Serializer>(
        value: &T,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_str(value)
    }

    pub fn deserialize<'de, T, D>(from: D) -> Result<T, D::Error>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
        D: Deserializer<'de>,
    {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
