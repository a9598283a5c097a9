//! The language of a message, and the one that it is best read in.

use super::analyser::softmax;
use super::features::Features;
use super::hash::{hash, mix};
use super::model::{Judgement, Models};
use super::tokens::{Kind, Token};
use crate::identify::{Spoken, code};

/// A language heard in a message.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    /// What is told.
    pub spoken: Spoken,
    pub confidence: f64,
    /// What lists it is read with.
    pub read_as: Spoken,
    /// How far the judgements of that reading can be trusted.
    pub known: f64,
}

impl Heard {
    pub fn sure(spoken: Spoken) -> Heard {
        Heard { read_as: spoken.clone(), spoken, confidence: 1.0, known: 1.0 }
    }
}

/// Listens to a message.
pub(crate) fn hear(text: &str, tokens: &[Token<'_>]) -> Heard {
    let said = |token: &&Token<'_>| {
        token.kind == Kind::Word && token.folded.chars().any(char::is_alphabetic)
    };
    let words = tokens.iter().filter(said).count();
    if words == 0 {
        return Heard {
            spoken: Spoken::Unknown,
            confidence: 0.0,
            read_as: Spoken::French,
            known: 0.9,
        };
    }
    let (latin, foreign) = letters(text);
    if foreign > latin {
        let guess = whatlang::detect(text);
        let tag = guess.as_ref().map_or("und", |info| code(info.lang()));
        let spoken = Spoken::Other(tag.to_owned());
        let confidence = guess.map_or(0.5, |info| info.confidence().max(0.6));
        return Heard { read_as: spoken.clone(), spoken, confidence, known: 0.3 };
    }
    let features = features(tokens);
    let raw = Models::shipped().of(Judgement::Tongue).raw(&features);
    // Few letters say little: the scores are drawn together.
    let weight = (words as f32).sqrt().min(2.6);
    let [french, english, other] = softmax(raw.map(|score| score * weight));
    let best = french.max(english).max(other);
    let confidence = (1.5 * best - 0.5).clamp(0.0, 1.0);
    if other == best {
        return elsewhere(text, confidence, french >= english);
    }
    let spoken = if french == best { Spoken::French } else { Spoken::English };
    let told = if best < 0.55 { Spoken::Unknown } else { spoken.clone() };
    Heard { spoken: told, confidence, read_as: spoken, known: 0.5 + 0.5 * best }
}

/// Neither French nor English: which, when letters are enough to tell.
fn elsewhere(text: &str, confidence: f64, rather_french: bool) -> Heard {
    if confidence < 0.3 {
        let read_as = if rather_french { Spoken::French } else { Spoken::English };
        return Heard { spoken: Spoken::Unknown, confidence, read_as, known: 0.5 };
    }
    let plain = crate::reading::without_entities(text);
    let guess = whatlang::detect(&plain)
        .filter(|info| !matches!(info.lang(), whatlang::Lang::Fra | whatlang::Lang::Eng));
    let spoken = Spoken::Other(guess.map_or("und", |info| code(info.lang())).to_owned());
    Heard { read_as: spoken.clone(), spoken, confidence, known: 0.3 }
}

/// How many letters are Latin, and how many are not.
fn letters(text: &str) -> (usize, usize) {
    if text.is_ascii() {
        return (text.len(), 0);
    }
    let letters = text.chars().filter(|c| c.is_alphabetic());
    letters.fold((0, 0), |(latin, foreign), c| {
        let is_latin =
            c.is_ascii() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | 'ª' | 'º');
        if is_latin { (latin + 1, foreign) } else { (latin, foreign + 1) }
    })
}

/// Words and their runs of three letters, accents kept: each word weighs alike.
pub(crate) fn features(tokens: &[Token<'_>]) -> Features {
    let mut features = Features::default();
    let words: Vec<(usize, &Token<'_>)> = tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| token.kind == Kind::Word && !token.tag)
        .collect();
    // A message of hashtags alone is heard through them.
    let words = if words.is_empty() {
        tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word).collect()
    } else {
        words
    };
    let share = 1.0 / (words.len().max(1) as f32).sqrt();
    for (at, token) in words {
        let word = token.folded.as_bytes();
        features.hashed.push((mix(token.hash, 0, 81), share, at));
        let mut framed = [b' '; 18];
        let length = word.len().min(16);
        framed[1..=length].copy_from_slice(&word[..length]);
        let runs = framed[..length + 2].windows(3);
        let part = share / (runs.len().max(1) as f32).sqrt();
        for run in runs {
            features.hashed.push((mix(hash(run), 0, 82), part, at));
        }
        if !token.raw.is_ascii() {
            for c in token.raw.chars().filter(|c| !c.is_ascii()) {
                let c = c.to_lowercase().next().unwrap_or(c);
                features.hashed.push((mix(u64::from(c), 0, 83), part, at));
            }
        }
    }
    features
}
