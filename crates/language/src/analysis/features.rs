//! What the models weigh in a message: the same for training and for reading.

use super::hash::{hash, mix};
use super::lists::{self, Class};
use super::phrases::{self, Hit, Says};
use super::tokens::{Kind, Token, cut};
use super::valence::{self, Feelings};
use crate::identify::Spoken;

/// A message read once, for every model.
#[derive(Debug)]
pub(crate) struct Look<'t> {
    pub tokens: Vec<Token<'t>>,
    pub classes: Vec<Class>,
    pub hits: Vec<Hit>,
    pub feelings: Feelings,
    pub english: bool,
}

impl<'t> Look<'t> {
    /// Reads a message in French or English; any other language is read with French's lists only
    /// where words are shared.
    pub fn at(text: &'t str, spoken: &Spoken) -> Look<'t> {
        Look::of(cut(text), spoken)
    }

    /// The same, of what was cut already.
    pub fn of(tokens: Vec<Token<'t>>, spoken: &Spoken) -> Look<'t> {
        let english = *spoken == Spoken::English;
        let (lists, book, lexicon) = if english {
            (lists::english(), phrases::english(), valence::english())
        } else {
            (lists::french(), phrases::french(), valence::french())
        };
        let classes = phrases::classes(&tokens, lists);
        let mut hits = book.find(&tokens, &classes);
        hits.extend(phrases::lures().find(&tokens, &classes));
        let feelings = valence::feel(&tokens, &hits, lexicon);
        Look { tokens, classes, hits, feelings, english }
    }

    /// The sum of the weights of what says so.
    pub fn sum(&self, says: Says) -> f32 {
        self.hits.iter().filter(|hit| hit.says == says).map(|hit| hit.weight).sum()
    }

    pub(super) fn count(&self, holds: impl Fn(&Token<'t>) -> bool) -> f32 {
        self.tokens.iter().filter(|token| holds(token)).count() as f32
    }

    fn classed(&self, class: Class) -> f32 {
        self.classes.iter().filter(|known| known.has(class)).count() as f32
    }

    pub(super) fn marks(&self, mark: char) -> f32 {
        self.count(|token| token.kind == Kind::Mark(mark))
    }
}

/// What a model weighs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Features {
    /// Hashes, how much of each, and the token that bears it.
    pub hashed: Vec<(u64, f32, usize)>,
    /// Measures, always in the same order.
    pub dense: Vec<f32>,
}

impl Features {
    /// Each group of hashed features weighs 1 in all, however long the message.
    pub(super) fn normalise(&mut self, from: usize) {
        let length = (self.hashed.len() - from).max(1) as f32;
        for (_, value, _) in &mut self.hashed[from..] {
            *value = 1.0 / length.sqrt();
        }
    }
}

fn soft(sum: f32) -> f32 {
    sum / (sum * sum + 15.0).sqrt()
}

pub(super) fn capped(count: f32, at: f32) -> f32 {
    count.min(at) / at
}

/// For the sentiment.
pub(crate) fn sentiment(look: &Look<'_>) -> Features {
    let mut features = Features { dense: feeling_measures(look), ..Features::default() };
    let language = if look.english { 2 } else { 1 };
    let mut before = 0;
    for (at, token) in look.tokens.iter().enumerate() {
        let word = match token.kind {
            Kind::Link | Kind::Mention => {
                before = 0;
                continue;
            }
            _ => token.hash,
        };
        let sign = u64::from(look.feelings.negated[at]) * 16;
        features.hashed.push((mix(word, 0, language + sign), 0.0, at));
        if before != 0 {
            features.hashed.push((mix(before, word, language + 3), 0.0, at));
        }
        before = word;
        if token.kind == Kind::Word && token.folded.len() > 5 && token.folded.is_ascii() {
            let stem = hash(&token.folded.as_bytes()[..5]);
            features.hashed.push((mix(stem, 1, language + 6 + sign), 0.0, at));
        }
    }
    features.normalise(0);
    features
}

fn feeling_measures(look: &Look<'_>) -> Vec<f32> {
    let feelings = &look.feelings;
    let sum = |values: &[f32]| values.iter().sum::<f32>();
    let all = sum(&feelings.of);
    let last = look.tokens.last().map_or(0, |token| token.sentence);
    let ends: f32 = look
        .tokens
        .iter()
        .zip(&feelings.of)
        .filter(|(token, _)| token.sentence == last)
        .map(|(_, value)| *value)
        .sum();
    let after = feelings.but.map_or(0.0, |at| sum(&feelings.of[at..]));
    let most = feelings.of.iter().copied().fold(0.0, f32::max);
    let least = feelings.of.iter().copied().fold(0.0, f32::min);
    let exclaims = look
        .tokens
        .iter()
        .filter(|t| t.kind == Kind::Mark('!'))
        .map(|t| t.raw.len())
        .sum::<usize>() as f32;
    let words = look.count(|token| token.kind == Kind::Word);
    let first = |list: &[&str]| look.count(|token| list.contains(&token.folded.as_str()));
    let phrase = |wanted: fn(f32) -> bool| {
        let weights =
            look.hits.iter().filter(|hit| hit.says == Says::Feeling && wanted(hit.weight));
        soft(weights.map(|hit| hit.weight).sum())
    };
    vec![
        soft(feelings.glad),
        soft(feelings.sad),
        soft(all),
        soft(all).abs(),
        soft(ends),
        soft(after),
        f32::from(u8::from(feelings.but.is_some())),
        capped(exclaims, 3.0),
        capped(look.marks('?'), 2.0),
        capped(look.marks('…'), 1.0),
        soft(feelings.emoji_glad),
        soft(feelings.emoji_sad),
        capped(look.count(|token| matches!(token.kind, Kind::Emoji | Kind::Emoticon)), 2.0),
        capped(look.count(|token| token.shouted), 4.0),
        capped(look.count(|token| token.drawn_out), 1.0),
        capped(feelings.negated.iter().filter(|negated| **negated).count() as f32, 6.0),
        capped(look.classed(Class::SWEAR), 2.0),
        capped(look.classed(Class::ABUSE), 2.0),
        f32::from(u8::from(feelings.count == 0)),
        capped(first(&["je", "j", "moi", "mon", "ma", "mes", "i", "my", "me", "im"]), 2.0),
        capped(look.classed(Class::YOU), 2.0),
        capped(look.sum(Says::Irony), 2.0),
        phrase(|weight| weight > 0.0),
        phrase(|weight| weight < 0.0),
        most / 4.0,
        least / 4.0,
        all / (feelings.count.max(1) as f32) / 4.0,
        capped(look.sum(Says::Praise).max(0.0), 4.0),
        capped(look.sum(Says::Complaint).max(0.0), 4.0),
        capped(look.marks('"'), 2.0),
        soft(all) * capped(exclaims, 3.0),
        soft(feelings.sad) / (words + 2.0).ln(),
        soft(feelings.glad) / (words + 2.0).ln(),
    ]
}

/// What a token is to the toxicity model, its own word left out unless it is charged.
fn role(look: &Look<'_>, at: usize) -> (u64, bool) {
    const ORDER: [Class; 10] = [
        Class::SLUR,
        Class::STRONG,
        Class::INSULT,
        Class::SWEAR,
        Class::HARM,
        Class::HOSTILE,
        Class::IDENT,
        Class::DEGRADING,
        Class::YOU,
        Class::THEY,
    ];
    let class = look.classes[at];
    if let Some(found) = ORDER.into_iter().find(|known| class.has(*known)) {
        let charged = !found.has(Class(Class::YOU.0 | Class::THEY.0 | Class::IDENT.0));
        return (u64::from(found.0), charged);
    }
    let token = &look.tokens[at];
    let value = look.feelings.of[at];
    match token.kind {
        Kind::Word if value <= -1.4 => (3001, true),
        Kind::Word if value >= 1.4 => (3002, false),
        Kind::Word if token.folded.len() <= 3 => (token.hash, false),
        Kind::Word => (3003, false),
        Kind::Emoji | Kind::Emoticon if value < 0.0 => (3004, false),
        Kind::Emoji | Kind::Emoticon if value > 0.0 => (3005, false),
        Kind::Mention => (3006, false),
        Kind::Mark(mark) => (u64::from(mark), false),
        _ => (3007, false),
    }
}

/// For the toxicity: the words of lists and the roles around them, so that a subject alone (a
/// people, a party, a faith) teaches nothing.
pub(crate) fn toxicity(look: &Look<'_>) -> Features {
    let measures = harm_measures(look);
    if !is_charged(look) {
        return Features { dense: vec![0.0; measures.len()], ..Features::default() };
    }
    let mut features = Features { dense: measures, ..Features::default() };
    let roles: Vec<(u64, bool)> = (0..look.tokens.len()).map(|at| role(look, at)).collect();
    for (at, (role, charged)) in roles.iter().enumerate() {
        if !charged && *role != u64::from(Class::IDENT.0) {
            continue;
        }
        let abusive = Class(
            Class::ABUSE.0
                | Class::STRONG.0
                | Class::SWEAR.0
                | Class::HARM.0
                | Class::HOSTILE.0
                | Class::DEGRADING.0,
        );
        if look.classes[at].has(abusive) {
            let word = look.tokens[at].unmasked.unwrap_or(look.tokens[at].hash);
            features.hashed.push((mix(word, 0, 41), 1.0, at));
        }
        let side = |step: isize| {
            at.checked_add_signed(step).and_then(|at| roles.get(at)).map_or(1, |(role, _)| *role)
        };
        features.hashed.push((mix(*role, side(-1), 42), 1.0, at));
        features.hashed.push((mix(*role, side(1), 43), 1.0, at));
        features.hashed.push((mix(mix(*role, side(-1), 1), side(-2), 44), 1.0, at));
        features.hashed.push((mix(mix(*role, side(-1), 1), side(1), 45), 1.0, at));
    }
    features.normalise(0);
    features
}

/// Whether anything in a message could hurt: to name people never is enough.
fn is_charged(look: &Look<'_>) -> bool {
    const CHARGED: Class = Class(
        Class::ABUSE.0
            | Class::STRONG.0
            | Class::SWEAR.0
            | Class::HARM.0
            | Class::HOSTILE.0
            | Class::DEGRADING.0,
    );
    let phrase = |hit: &Hit| matches!(hit.says, Says::Hate | Says::Insult) && hit.weight > 0.0;
    look.classes.iter().any(|class| class.has(CHARGED))
        || look.hits.iter().any(phrase)
        || look.feelings.sad >= 1.4 && look.classes.iter().any(|class| class.has(Class::IDENT))
}

fn harm_measures(look: &Look<'_>) -> Vec<f32> {
    let classed = |class| capped(look.classed(class), 3.0);
    let feelings = &look.feelings;
    let both =
        |a: Class, b: Class| f32::from(u8::from(look.classed(a) > 0.0 && look.classed(b) > 0.0));
    let first =
        look.count(|t| matches!(t.folded.as_str(), "je" | "j" | "moi" | "i" | "im" | "me" | "my"));
    let hidden = look.tokens.iter().zip(&look.classes).filter(|(token, class)| {
        token.unmasked.is_some() && class.has(Class(Class::ABUSE.0 | Class::STRONG.0))
    });
    vec![
        classed(Class::SLUR),
        classed(Class::INSULT),
        classed(Class::STRONG),
        classed(Class::SWEAR),
        classed(Class::IDENT),
        classed(Class::DEGRADING),
        classed(Class::HARM),
        classed(Class::HOSTILE),
        capped(look.classed(Class::YOU), 3.0),
        both(Class::INSULT, Class::YOU),
        both(Class::STRONG, Class::YOU),
        both(Class::SLUR, Class::YOU),
        both(Class::IDENT, Class::DEGRADING),
        both(Class::IDENT, Class::HOSTILE),
        both(Class::IDENT, Class::HARM),
        both(Class::IDENT, Class::STRONG),
        capped(look.sum(Says::Hate), 4.0),
        capped(look.sum(Says::Insult), 4.0),
        capped(look.sum(Says::Innocent), 3.0),
        soft(feelings.glad),
        soft(feelings.sad),
        soft(feelings.emoji_glad),
        soft(feelings.emoji_sad),
        capped(look.marks('"'), 2.0),
        capped(first, 2.0),
        capped(look.marks('!'), 2.0),
        capped(look.marks('?'), 2.0),
        capped(hidden.count() as f32, 1.0),
        capped(look.sum(Says::Hate).max(0.0) * look.sum(Says::Innocent), 3.0),
        capped(look.sum(Says::Praise).max(0.0), 3.0),
        f32::from(u8::from(look.english)),
    ]
}
