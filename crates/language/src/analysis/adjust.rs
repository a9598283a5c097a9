//! What a brand's teammates teach: words that weigh otherwise for this brand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::analyser::Analyser;
use super::tokens::{Kind, Token, cut};
use super::{Asked, Intent, Spam, Tone, Toxicity};

/// No word or pair of words shifts a score by more.
const MOST_A_WORD: f32 = 2.0;
/// No message is shifted by more, whatever was taught of its words.
const MOST_A_MESSAGE: f32 = 6.0;
/// One correction shifts its own message by no more.
const MOST_A_LESSON: f32 = 6.0;
/// By how much what was corrected should win afterwards.
const MARGIN: f32 = 0.4;
/// How many words and pairs are kept: those that weigh least go first.
const KEPT: usize = 5000;

/// What a teammate says a message really is; what is not said stays as it was judged.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The message.
    pub text: String,
    /// How its author feels.
    #[serde(default)]
    pub sentiment: Option<Tone>,
    /// Whether it is insulting or hateful.
    #[serde(default)]
    pub toxic: Option<bool>,
    /// Whether it is spam.
    #[serde(default)]
    pub spam: Option<bool>,
    /// What it wants, or does not.
    #[serde(default)]
    pub intents: Vec<(Intent, bool)>,
}

/// A brand's own weights, learnt from corrections, one after another.
///
/// Only words that were in a corrected message, or pairs of them, ever weigh otherwise; messages
/// that hold none of them are read exactly as before. Small words of grammar are never learnt.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Adjustments {
    /// By word, or by two words with a space between, folded.
    words: BTreeMap<String, Learnt>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Learnt {
    sentiment: [f32; 3],
    toxicity: f32,
    spam: f32,
    intents: [f32; 5],
}

/// What was taught of a message's words, in all.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Shift {
    pub sentiment: [f32; 3],
    pub toxicity: f32,
    pub spam: f32,
    pub intents: [f32; 5],
}

impl Adjustments {
    /// What a list of corrections teaches, in its order.
    #[must_use]
    pub fn learnt<'c>(corrections: impl IntoIterator<Item = &'c Correction>) -> Self {
        let mut adjustments = Self::default();
        for correction in corrections {
            adjustments.learn(correction);
        }
        adjustments
    }

    /// How many words and pairs were learnt.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether nothing was taught.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Learns from a correction: the words of the message come to weigh just enough for it, and
    /// those like it, to be read as the teammate says.
    pub fn learn(&mut self, correction: &Correction) {
        let keys = keys(&cut(&super::entities::decoded(&correction.text)));
        if keys.is_empty() {
            return;
        }
        let before = Analyser::adjusted(std::mem::take(self));
        let now = before.read(&correction.text, Asked::Auto);
        *self = before.into_adjustments();
        let mut step = Learnt::default();
        if let Some(tone) = correction.sentiment {
            step.sentiment =
                toward(tone, Tone::ALL.map(|tone| logit(now.sentiment.of(tone), false)));
        }
        if let Some(toxic) = correction.toxic {
            step.toxicity = across(now.toxicity.score, Toxicity::FLAGGED, toxic);
        }
        if let Some(spam) = correction.spam {
            step.spam = across(now.spam.score, Spam::FLAGGED, spam);
        }
        for (intent, holds) in &correction.intents {
            step.intents[*intent as usize] = across(now.intent.score(*intent), 0.5, *holds);
        }
        self.spread(keys, &step);
    }

    fn spread(&mut self, keys: Vec<String>, step: &Learnt) {
        // Twice what this message lacks: one that holds half of its words follows it.
        let share = 1.0 / keys.len().max(2) as f32;
        let add = |kept: &mut f32, by: f32| {
            let by = (2.0 * by).clamp(-MOST_A_LESSON, MOST_A_LESSON) * share;
            *kept = (*kept + by).clamp(-MOST_A_WORD, MOST_A_WORD);
        };
        for key in keys {
            let learnt = self.words.entry(key).or_default();
            learnt.sentiment.iter_mut().zip(step.sentiment).for_each(|(kept, by)| add(kept, by));
            learnt.intents.iter_mut().zip(step.intents).for_each(|(kept, by)| add(kept, by));
            add(&mut learnt.toxicity, step.toxicity);
            add(&mut learnt.spam, step.spam);
        }
        while self.words.len() > KEPT {
            let lightest = self.words.iter().min_by(|a, b| a.1.weight().total_cmp(&b.1.weight()));
            let Some(key) = lightest.map(|(key, _)| key.clone()) else { return };
            self.words.remove(&key);
        }
    }

    /// What was taught of these words.
    pub(crate) fn shift(&self, tokens: &[Token<'_>]) -> Shift {
        let mut shift = Shift::default();
        if self.words.is_empty() {
            return shift;
        }
        for key in keys(tokens) {
            let Some(learnt) = self.words.get(&key) else { continue };
            shift.sentiment.iter_mut().zip(learnt.sentiment).for_each(|(sum, by)| *sum += by);
            shift.intents.iter_mut().zip(learnt.intents).for_each(|(sum, by)| *sum += by);
            shift.toxicity += learnt.toxicity;
            shift.spam += learnt.spam;
        }
        let bound = |sum: &mut f32| *sum = sum.clamp(-MOST_A_MESSAGE, MOST_A_MESSAGE);
        shift.sentiment.iter_mut().for_each(bound);
        shift.intents.iter_mut().for_each(bound);
        bound(&mut shift.toxicity);
        bound(&mut shift.spam);
        shift
    }
}

impl Learnt {
    fn weight(&self) -> f32 {
        let lists = self.sentiment.iter().chain(&self.intents);
        lists.chain([&self.toxicity, &self.spam]).map(|by| by.abs()).sum()
    }
}

fn logit(score: f64, two_sided: bool) -> f32 {
    let score = score.clamp(1e-6, 1.0 - 1e-6);
    (if two_sided { (score / (1.0 - score)).ln() } else { score.ln() }) as f32
}

/// What makes a tone win by the margin, half by raising it, half by lowering the one before it.
fn toward(tone: Tone, raw: [f32; 3]) -> [f32; 3] {
    let right = Tone::ALL.iter().position(|known| *known == tone).unwrap_or_default();
    let mut step = [0.0; 3];
    for other in (0..3).filter(|other| *other != right) {
        let missing = (raw[other] + MARGIN - raw[right]).clamp(0.0, MOST_A_LESSON);
        step[other] = -missing / 2.0;
        step[right] = f32::max(step[right], missing / 2.0);
    }
    step
}

/// What takes a score to the right side of its threshold.
fn across(score: f64, threshold: f64, holds: bool) -> f32 {
    let aim = logit(threshold, true) + if holds { MARGIN } else { -MARGIN };
    let missing = aim - logit(score, true);
    if holds { missing.clamp(0.0, MOST_A_LESSON) } else { missing.clamp(-MOST_A_LESSON, 0.0) }
}

/// The words of a message that can be learnt, and its pairs of words, each once.
fn keys(tokens: &[Token<'_>]) -> Vec<String> {
    let mut keys = Vec::new();
    let mut before: Option<&Token<'_>> = None;
    for token in tokens {
        let says = matches!(token.kind, Kind::Word | Kind::Emoji | Kind::Emoticon);
        if !says {
            before = None;
            continue;
        }
        let small = is_small(&token.folded);
        if !small {
            keys.push(token.folded.clone());
        }
        if let Some(before) = before
            && !(small && is_small(&before.folded))
        {
            keys.push(format!("{} {}", before.folded, token.folded));
        }
        before = Some(token);
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Words of grammar, which say nothing by themselves.
fn is_small(word: &str) -> bool {
    const SMALL: &str = " le la les l un une des du de d et est es sont dans pour avec sur nous vous notre nos votre vos ce \
        cette ces cet que qui quoi qu au aux en y ne n pas plus c j je tu il elle ils elles on me m te t se s mon ma mes ton \
        ta tes son sa ses leur leurs par mais ou donc or ni car si a ai as avez avons ont ete etait suis etes sommes fait \
        tout tous toute toutes tres trop bien comme quand the and is are of to in for with i you he she it we they my your \
        his her its our their this that these those a an be was were am been at by from as have has had do does did not no \
        but or if so on up out about what which who when where how me him them us will would can could should just very ";
    word.chars().count() < 2 && word.is_ascii() || SMALL.split(' ').any(|small| small == word)
}
