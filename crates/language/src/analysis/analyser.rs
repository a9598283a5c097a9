//! The reader of messages.

use super::adjust::{Adjustments, Shift};
use super::features::{self, Look};
use super::lists::Class;
use super::model::{Judgement, Models};
use super::phrases::{Hit, Says};
use super::tokens::{Kind, Token, cut};
use super::{Analysis, Asked, Harm, Sentiment, Spam, Tone, Toxicity};
use super::{explain, intents, lures, tongue};
use crate::identify::Spoken;

/// Reads messages, with what a brand's teammates taught it. Cheap to make: the models are read
/// once for the whole program.
#[derive(Debug, Clone, Default)]
pub struct Analyser {
    adjustments: Adjustments,
}

impl Analyser {
    /// Reads as the program comes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads as a brand taught it.
    #[must_use]
    pub fn adjusted(adjustments: Adjustments) -> Self {
        Self { adjustments }
    }

    /// What it was taught.
    #[must_use]
    pub fn adjustments(&self) -> &Adjustments {
        &self.adjustments
    }

    pub(crate) fn into_adjustments(self) -> Adjustments {
        self.adjustments
    }

    /// Reads a message. The same message always gives the same analysis, whatever was read
    /// before it.
    #[must_use]
    pub fn read(&self, text: &str, asked: Asked) -> Analysis {
        let decoded = super::entities::decoded(text);
        let tokens = cut(&decoded);
        let guess = match asked {
            Asked::French => tongue::Heard::sure(Spoken::French),
            Asked::English => tongue::Heard::sure(Spoken::English),
            Asked::Auto => tongue::hear(&decoded, &tokens),
        };
        let shift = self.adjustments.shift(&tokens);
        // A call to follow is written in the words of every country: spam is judged on them all.
        let whole = (!is_read(&guess.read_as)).then(|| Look::of(tokens.clone(), &Spoken::English));
        let look = Look::of(readable(tokens, &guess.read_as), &guess.read_as);
        let spam = spam(whole.as_ref().unwrap_or(&look), &shift);
        let sentiment = sentiment(&look, &shift, guess.known);
        let toxicity = toxicity(&look, &shift);
        let intent = intents::of(&look, &sentiment, &shift);
        let weighed = explain::weighed(&decoded, &look, &toxicity, &spam, &intent);
        Analysis {
            language: guess.spoken,
            language_confidence: guess.confidence,
            sentiment,
            toxicity,
            spam,
            intent,
            weighed,
        }
    }
}

fn is_read(spoken: &Spoken) -> bool {
    matches!(spoken, Spoken::French | Spoken::English)
}

/// In a language that is not read, pictures, marks and links alone say something.
fn readable<'t>(tokens: Vec<Token<'t>>, read_as: &Spoken) -> Vec<Token<'t>> {
    if is_read(read_as) {
        return tokens;
    }
    tokens.into_iter().filter(|token| token.kind != Kind::Word).collect()
}

pub(super) fn sigmoid(raw: f32) -> f64 {
    1.0 / (1.0 + (-f64::from(raw)).exp())
}

pub(super) fn softmax(raw: [f32; 3]) -> [f64; 3] {
    let most = raw.iter().copied().fold(f32::MIN, f32::max);
    let powers = raw.map(|score| f64::from(score - most).exp());
    let sum: f64 = powers.iter().sum();
    powers.map(|power| power / sum)
}

fn sentiment(look: &Look<'_>, shift: &Shift, known: f64) -> Sentiment {
    let model = Models::shipped().of(Judgement::Sentiment);
    let mut raw = model.raw(&features::sentiment(look));
    for (score, by) in raw.iter_mut().zip(shift.sentiment) {
        *score += by;
    }
    let [negative, neutral, positive] = softmax(raw);
    let scores = [(Tone::Negative, negative), (Tone::Neutral, neutral), (Tone::Positive, positive)];
    let mut sorted = scores;
    sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
    let irony = f64::from(look.sum(Says::Irony) + mixed(look)).min(2.0);
    let confidence = (sorted[0].1 - sorted[1].1) * (1.0 - 0.35 * irony) * known;
    let label = sorted[0].0;
    Sentiment { label, negative, neutral, positive, confidence: confidence.clamp(0.0, 1.0) }
}

/// Praise beside complaint, a smile beside sad words: what irony is made of.
fn mixed(look: &Look<'_>) -> f32 {
    let feelings = &look.feelings;
    let against = |a: f32, b: f32| if a > 1.2 && b > 1.2 { 0.5 } else { 0.0 };
    let words = against(feelings.glad, feelings.sad);
    let pictures =
        against(feelings.emoji_glad, feelings.sad) + against(feelings.glad, feelings.emoji_sad);
    let praised = look.sum(Says::Praise) > 0.9 && look.sum(Says::Complaint) > 0.9;
    words + pictures + if praised { 0.8 } else { 0.0 }
}

/// From this weight on, a French turn of phrase insults whatever stands around it
/// (« bande d’abrutis »). In English it cost as many wrong alarms as it found insults.
const PLAIN_INSULT: f32 = 2.2;

fn toxicity(look: &Look<'_>, shift: &Shift) -> Toxicity {
    let model = Models::shipped().of(Judgement::Toxicity);
    let [raw, ..] = model.raw(&features::toxicity(look));
    let insults = |hit: &Hit| hit.says == Says::Insult && hit.weight >= PLAIN_INSULT;
    let plain = !look.english && look.hits.iter().any(insults);
    let mut score = sigmoid(raw + shift.toxicity);
    // Unless the brand's own corrections say otherwise.
    if plain && shift.toxicity >= 0.0 {
        score = score.max(Toxicity::FLAGGED + 0.05);
    }
    let flagged = score >= Toxicity::FLAGGED;
    let holds = |class: Class| look.classes.iter().any(|known| known.has(class));
    let kind = if !flagged {
        let coarse = holds(Class(Class::SWEAR.0 | Class::STRONG.0));
        if coarse { Harm::Swearing } else { Harm::None }
    } else if threatens(look) {
        Harm::Threat
    } else if look.sum(Says::Hate) > look.sum(Says::Insult) || holds(Class::SLUR) {
        Harm::Hate
    } else {
        Harm::Insult
    };
    Toxicity { score, kind, flagged }
}

fn threatens(look: &Look<'_>) -> bool {
    look.hits.iter().any(|hit| {
        matches!(hit.says, Says::Hate | Says::Insult)
            && look.classes[hit.from..hit.to].iter().any(|class| class.has(Class::HARM))
    })
}

fn spam(look: &Look<'_>, shift: &Shift) -> Spam {
    let [raw, ..] = Models::shipped().of(Judgement::Spam).raw(&lures::spam(look));
    let score = sigmoid(raw + shift.spam);
    Spam { score, flagged: score >= Spam::FLAGGED }
}
