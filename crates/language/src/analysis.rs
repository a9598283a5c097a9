//! What a message says beyond its words: how its author feels, whom it hurts, what it asks.

use serde::{Serialize, Serializer};

use crate::identify::Spoken;

mod adjust;
mod analyser;
mod entities;
mod evasion;
mod explain;
mod features;
mod hash;
mod intents;
mod lists;
mod lures;
mod model;
mod phrases;
mod tokens;
mod tongue;
pub mod training;
mod valence;

pub use adjust::{Adjustments, Correction};
pub use analyser::Analyser;

/// The language that a message is to be read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    /// The one that it seems to be written in.
    #[default]
    Auto,
    /// French, whatever it seems.
    French,
    /// English, whatever it seems.
    English,
}

/// All that is read in a message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analysis {
    /// French, English, another, or too short to tell.
    #[serde(serialize_with = "tag")]
    pub language: Spoken,
    /// How sure the language is, from 0 to 1; 1 when it was asked for.
    #[serde(serialize_with = "short")]
    pub language_confidence: f64,
    /// How its author feels.
    pub sentiment: Sentiment,
    /// Whether it hurts.
    pub toxicity: Toxicity,
    /// Whether it is unwanted advertising or a trap.
    pub spam: Spam,
    /// What it wants; several may hold.
    pub intent: Intents,
    /// The words that weighed most, the heaviest first.
    pub weighed: Vec<Weighed>,
}

fn tag<S: Serializer>(language: &Spoken, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.tag())
}

/// Four decimals tell enough.
fn short<S: Serializer>(score: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((score * 10_000.0).round() / 10_000.0)
}

/// How the author of a message feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Displeased, sad, angry, worried.
    Negative,
    /// Neither, or both alike.
    Neutral,
    /// Pleased, thankful, amused.
    Positive,
}

impl Tone {
    /// In the order of scores.
    pub const ALL: [Tone; 3] = [Tone::Negative, Tone::Neutral, Tone::Positive];
}

/// The sentiment of a message: three scores that make 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Sentiment {
    /// The highest score's.
    pub label: Tone,
    /// From 0 to 1.
    #[serde(serialize_with = "short")]
    pub negative: f64,
    /// From 0 to 1.
    #[serde(serialize_with = "short")]
    pub neutral: f64,
    /// From 0 to 1.
    #[serde(serialize_with = "short")]
    pub positive: f64,
    /// From 0 to 1: low when scores are near each other, where irony is likely, and where the
    /// language is not one that is read.
    #[serde(serialize_with = "short")]
    pub confidence: f64,
}

impl Sentiment {
    /// The score of a tone.
    #[must_use]
    pub fn of(&self, tone: Tone) -> f64 {
        match tone {
            Tone::Negative => self.negative,
            Tone::Neutral => self.neutral,
            Tone::Positive => self.positive,
        }
    }
}

/// Whether a message hurts someone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Toxicity {
    /// From 0 to 1; at [`Toxicity::FLAGGED`] and above it is worth a person's look.
    #[serde(serialize_with = "short")]
    pub score: f64,
    /// What it is.
    pub kind: Harm,
    /// Whether the score reaches [`Toxicity::FLAGGED`].
    pub flagged: bool,
}

impl Toxicity {
    /// The score from which a message is held to be insulting or hateful.
    pub const FLAGGED: f64 = 0.5;
}

/// What makes a message rude or worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harm {
    /// Nothing.
    None,
    /// Coarse words that aim at nobody: « putain c’est bon ».
    Swearing,
    /// A person or several are insulted.
    Insult,
    /// People are attacked for what they are.
    Hate,
    /// Harm is wished or promised.
    Threat,
}

/// Whether a message is spam.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Spam {
    /// From 0 to 1.
    #[serde(serialize_with = "short")]
    pub score: f64,
    /// Whether the score reaches [`Spam::FLAGGED`].
    pub flagged: bool,
}

impl Spam {
    /// The score from which a message is held to be spam.
    pub const FLAGGED: f64 = 0.5;
}

/// What a message may want.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// To know something.
    Question,
    /// To say that something went wrong.
    Complaint,
    /// To say that something is good.
    Praise,
    /// That something be done better or otherwise.
    Suggestion,
    /// That something be done for its author.
    Request,
}

impl Intent {
    /// All of them.
    pub const ALL: [Intent; 5] =
        [Intent::Question, Intent::Complaint, Intent::Praise, Intent::Suggestion, Intent::Request];
}

/// The intents of a message, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Intents {
    /// [`Intent::Question`]
    #[serde(serialize_with = "short")]
    pub question: f64,
    /// [`Intent::Complaint`]
    #[serde(serialize_with = "short")]
    pub complaint: f64,
    /// [`Intent::Praise`]
    #[serde(serialize_with = "short")]
    pub praise: f64,
    /// [`Intent::Suggestion`]
    #[serde(serialize_with = "short")]
    pub suggestion: f64,
    /// [`Intent::Request`]
    #[serde(serialize_with = "short")]
    pub request: f64,
}

impl Intents {
    /// The score of one.
    #[must_use]
    pub fn score(&self, intent: Intent) -> f64 {
        match intent {
            Intent::Question => self.question,
            Intent::Complaint => self.complaint,
            Intent::Praise => self.praise,
            Intent::Suggestion => self.suggestion,
            Intent::Request => self.request,
        }
    }

    /// Whether one holds: its score is 0.5 or more.
    #[must_use]
    pub fn holds(&self, intent: Intent) -> bool {
        self.score(intent) >= 0.5
    }

    /// Those that hold.
    #[must_use]
    pub fn all(&self) -> Vec<Intent> {
        Intent::ALL.into_iter().filter(|intent| self.holds(*intent)).collect()
    }
}

/// What a word weighed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum For {
    /// The sentiment: above nought towards positive, below towards negative.
    Sentiment,
    /// The toxicity.
    Toxicity,
    /// The spam.
    Spam,
    /// An intent.
    Intent(Intent),
}

/// A word, or a turn of phrase, that weighed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weighed {
    /// As written in the message.
    pub words: String,
    /// For what.
    pub on: For,
    /// How much: comparable among those of one message and one judgement.
    #[serde(serialize_with = "short")]
    pub weight: f64,
}
