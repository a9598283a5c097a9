//! How messages are read: their language, how their author feels, whether they hurt or sell,
//! what they want.
//!
//! Each message of theirs that has words is read as it comes in, in the transaction that stores
//! it; older ones are read by [`read_older`]. What a teammate corrects counts at once for that
//! message, and the brand reads those like it better from then on ([`correct`]).

mod correct;
mod keep;
mod school;
mod store;

use std::collections::{BTreeMap, HashMap};

use database::{Error, Tx, text_enum};
use jiff::Timestamp;
use language::{Analyser, Analysis, Asked, Tone};
use platform::Brand;
use primitives::Id;

use crate::message::Message;

pub use correct::{CorrectedMessage, JudgementError, Said, correct, corrections, withdraw};
pub use keep::read_older;
pub(crate) use keep::{Came, at_arrival, sum_up_anew};
pub use language::{For, Weighed};
pub use school::analyser;

/// Below this a feeling is only supposed.
const SURE: f64 = 0.35;
/// Below this, in a language that is not read, a feeling is not known at all.
const KNOWN: f64 = 0.25;
/// Below this a language is only supposed.
const LANGUAGE_SURE: f64 = 0.5;

text_enum! {
    /// How the author of a message feels.
    pub enum Feeling {
        /// Displeased, sad, angry, worried.
        Negative => "negative",
        /// Neither, or both alike.
        Neutral => "neutral",
        /// Pleased, thankful, amused.
        Positive => "positive",
    }
}

text_enum! {
    /// What makes a message rude or worse, the mildest first.
    pub enum Harm {
        /// Nothing.
        None => "none",
        /// Coarse words that aim at nobody.
        Swearing => "swearing",
        /// A person or several are insulted.
        Insult => "insult",
        /// People are attacked for what they are.
        Hate => "hate",
        /// Harm is wished or promised.
        Threat => "threat",
    }
}

text_enum! {
    /// What a message may want.
    pub enum Intent {
        /// To know something.
        Question => "question",
        /// To say that something went wrong.
        Complaint => "complaint",
        /// To say that something is good.
        Praise => "praise",
        /// That something be done better or otherwise.
        Suggestion => "suggestion",
        /// That something be done for its author.
        Request => "request",
    }
}

impl Harm {
    /// Whether it aims at someone: worth a person's look.
    #[must_use]
    pub fn hurts(self) -> bool {
        self >= Harm::Insult
    }
}

impl From<Tone> for Feeling {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Negative => Self::Negative,
            Tone::Neutral => Self::Neutral,
            Tone::Positive => Self::Positive,
        }
    }
}

impl From<Feeling> for Tone {
    fn from(feeling: Feeling) -> Self {
        match feeling {
            Feeling::Negative => Self::Negative,
            Feeling::Neutral => Self::Neutral,
            Feeling::Positive => Self::Positive,
        }
    }
}

impl From<language::Harm> for Harm {
    fn from(harm: language::Harm) -> Self {
        match harm {
            language::Harm::None => Self::None,
            language::Harm::Swearing => Self::Swearing,
            language::Harm::Insult => Self::Insult,
            language::Harm::Hate => Self::Hate,
            language::Harm::Threat => Self::Threat,
        }
    }
}

impl From<language::Intent> for Intent {
    fn from(intent: language::Intent) -> Self {
        match intent {
            language::Intent::Question => Self::Question,
            language::Intent::Complaint => Self::Complaint,
            language::Intent::Praise => Self::Praise,
            language::Intent::Suggestion => Self::Suggestion,
            language::Intent::Request => Self::Request,
        }
    }
}

impl From<Intent> for language::Intent {
    fn from(intent: Intent) -> Self {
        match intent {
            Intent::Question => Self::Question,
            Intent::Complaint => Self::Complaint,
            Intent::Praise => Self::Praise,
            Intent::Suggestion => Self::Suggestion,
            Intent::Request => Self::Request,
        }
    }
}

/// How one message is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// When the message was said.
    pub at: Timestamp,
    /// What it is written in: `fr`, `en`, another's tag, `und` when that can't be told.
    pub language: String,
    /// How sure the language is, from 0 to 1.
    pub language_sure: f64,
    /// How its author feels, likely; see [`Judgement::feeling`].
    pub sentiment: Feeling,
    /// How sure the feeling is, from 0 to 1.
    pub sure: f64,
    /// Whether it hurts.
    pub harm: Harm,
    /// From 0 to 1; what hurts has 0.5 and more.
    pub harm_sure: f64,
    /// Whether it is unwanted advertising or a trap.
    pub spam: bool,
    /// From 0 to 1; spam has 0.5 and more.
    pub spam_sure: f64,
    /// What it wants most, if anything.
    pub intent: Option<Intent>,
    /// From 0 to 1.
    pub intent_sure: f64,
    /// All that it wants.
    pub intents: Vec<Intent>,
    /// Whether a teammate said so.
    pub corrected: bool,
}

impl Judgement {
    /// What an analysis says of a message said at that instant.
    #[must_use]
    pub fn of_analysis(analysis: &Analysis, at: Timestamp) -> Self {
        let score = |intent: &language::Intent| analysis.intent.score(*intent);
        let mut intents = analysis.intent.all();
        intents.sort_by(|a, b| score(b).total_cmp(&score(a)));
        Self {
            at,
            language: analysis.language.tag().to_owned(),
            language_sure: analysis.language_confidence,
            sentiment: analysis.sentiment.label.into(),
            sure: analysis.sentiment.confidence,
            harm: analysis.toxicity.kind.into(),
            harm_sure: analysis.toxicity.score,
            spam: analysis.spam.flagged,
            spam_sure: analysis.spam.score,
            intent: intents.first().copied().map(Intent::from),
            intent_sure: intents.first().map_or(0.0, score),
            intents: intents.into_iter().map(Intent::from).collect(),
            corrected: false,
        }
    }

    /// How a text is read, with the words that weighed, for the samples of pages.
    #[must_use]
    pub fn sample(text: &str, at: Timestamp) -> (Self, Vec<Weighed>) {
        let analysis = Analyser::new().read(text, Asked::Auto);
        (Self::of_analysis(&analysis, at), analysis.weighed)
    }

    /// How its author feels; none where the language is not one that is read and nothing else
    /// (a smile, marks) tells.
    #[must_use]
    pub fn feeling(&self) -> Option<Feeling> {
        let readable = matches!(self.language.as_str(), "fr" | "en" | "und");
        (self.corrected || readable || self.sure >= KNOWN).then_some(self.sentiment)
    }

    /// Whether the feeling is more than supposed.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.sure >= SURE
    }

    /// The language, when it is one that is not read.
    #[must_use]
    pub fn unread_language(&self) -> Option<&str> {
        let tag = self.language.as_str();
        (!matches!(tag, "fr" | "en" | "und") && self.language_sure >= LANGUAGE_SURE).then_some(tag)
    }

    /// Whether it wants that.
    #[must_use]
    pub fn wants(&self, intent: Intent) -> bool {
        self.intents.contains(&intent)
    }
}

/// How these messages of the brand are read; those without words are not there.
///
/// # Errors
/// What the database met.
pub async fn of(
    brand: Id<Brand>,
    messages: &[Id<Message>],
    tx: &mut Tx,
) -> Result<HashMap<Id<Message>, Judgement>, Error> {
    store::of(brand, messages, tx).await
}

/// The words that weighed in how these messages are read, the heaviest first.
///
/// # Errors
/// What the database met.
pub async fn why(
    brand: Id<Brand>,
    messages: &[&Message],
    tx: &mut Tx,
) -> Result<HashMap<Id<Message>, Vec<Weighed>>, Error> {
    let analyser = analyser(brand, tx).await?;
    let weighed =
        |message: &&Message| (message.id, analyser.read(&message.text, Asked::Auto).weighed);
    Ok(messages.iter().map(weighed).collect())
}

/// What was read within one hour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hour {
    /// How many messages, spam apart.
    pub read: i64,
    /// How many of them are negative.
    pub negative: i64,
    /// How many of them are positive.
    pub positive: i64,
}

/// What was said in `[from, until)`, by hours of world time: each by its beginning. Spam is left
/// out, and so are hours in which nothing was said.
///
/// # Errors
/// What the database met.
pub async fn hours(
    brand: Id<Brand>,
    from: Timestamp,
    until: Timestamp,
    tx: &mut Tx,
) -> Result<BTreeMap<Timestamp, Hour>, Error> {
    store::hours(brand, from, until, tx).await
}

/// Intents as rows hold them: a space before and after each.
fn intents_text(intents: &[Intent]) -> String {
    let words = intents.iter().map(|intent| format!(" {intent}"));
    let text: String = words.collect();
    if text.is_empty() { text } else { text + " " }
}

pub(crate) fn intents_of(text: &str) -> Vec<Intent> {
    text.split(' ').filter_map(|word| word.parse().ok()).collect()
}
