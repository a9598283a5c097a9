//! How words feel, and what stands around them: negation, degree, « mais », capitals.

use std::sync::OnceLock;

use super::hash::{Table, hash};
use super::phrases::{Hit, Says};
use super::tokens::{EMOTICONS, Kind, Token};

/// The feeling of words, from -4 to 4.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: Table<f32>,
    /// By their first word: the others, and how the whole feels.
    several: Table<Vec<(Vec<u64>, f32)>>,
    grammar: Grammar,
}

/// The small words that turn a feeling.
#[derive(Debug, Default)]
struct Grammar {
    against: Table<()>,
    /// They turn what stands before them too: « j’aime pas ».
    after: Table<()>,
    degree: Table<f32>,
    but: Table<()>,
}

const FRENCH_GRAMMAR: [&str; 5] = [
    "pas jamais sans aucun aucune ni guere nullement aucunement nul nulle",
    "pas jamais plus guere rien",
    "tres trop vraiment super hyper ultra mega tellement si extremement totalement particulierement absolument \
     completement grave carrement terriblement incroyablement hautement parfaitement tant fort plus",
    "peu assez plutot legerement presque moins moyennement vaguement relativement",
    "mais cependant pourtant toutefois neanmoins",
];

const ENGLISH_GRAMMAR: [&str; 5] = [
    "not no never dont doesnt didnt isnt wasnt arent werent cant couldnt wont wouldnt shouldnt aint havent hasnt hadnt \
     without nor hardly barely neither none cannot nothing nobody",
    "",
    "very really so too extremely absolutely completely totally incredibly truly fucking freaking super most hella \
     insanely particularly especially utterly deeply such more",
    "somewhat slightly kinda kind sorta little fairly partly almost less rather",
    "but however though although yet except nevertheless",
];

/// The French lexicon.
pub(crate) fn french() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON
        .get_or_init(|| Lexicon::read(include_str!("../../assets/valence.fr.txt"), &FRENCH_GRAMMAR))
}

/// The English lexicon.
pub(crate) fn english() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        Lexicon::read(include_str!("../../assets/valence.en.txt"), &ENGLISH_GRAMMAR)
    })
}

/// How an emoji feels.
fn emoji(hash: u64) -> f32 {
    static EMOJI: OnceLock<Table<f32>> = OnceLock::new();
    let table = EMOJI.get_or_init(|| {
        let mut table =
            Lexicon::read(include_str!("../../assets/valence.emoji.txt"), &[""; 5]).words;
        table.extend(EMOTICONS.iter().map(|(smiley, value)| (hash_of(smiley), *value)));
        table
    });
    table.get(&hash).copied().unwrap_or_default()
}

fn hash_of(word: &str) -> u64 {
    hash(word.as_bytes())
}

impl Lexicon {
    /// A line: tenths, then the words that feel so; `_` joins those of several words.
    fn read(text: &str, grammar: &[&str; 5]) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(Ok(tenths)) = words.next().map(str::parse::<f32>) else { continue };
            for word in words {
                if let Some((first, rest)) = word.split_once('_') {
                    let rest = rest.split('_').map(hash_of).collect();
                    lexicon.several.entry(hash_of(first)).or_default().push((rest, tenths / 10.0));
                } else {
                    lexicon.words.insert(hash_of(word), tenths / 10.0);
                }
            }
        }
        let [against, after, more, less, but] = grammar;
        let set = |list: &str| list.split_whitespace().map(|word| (hash_of(word), ())).collect();
        let degree = |list: &str, by: f32| {
            list.split_whitespace().map(|word| (hash_of(word), by)).collect::<Vec<_>>()
        };
        lexicon.grammar = Grammar {
            against: set(against),
            after: set(after),
            degree: degree(more, 0.28).into_iter().chain(degree(less, -0.28)).collect(),
            but: set(but),
        };
        lexicon
    }

    /// How a word feels, its plural and feminine endings apart.
    fn word(&self, token: &Token<'_>) -> f32 {
        if let Some(value) = self.words.get(&token.hash) {
            return *value;
        }
        let folded = token.folded.as_bytes();
        if folded.len() < 5 {
            return 0.0;
        }
        for ending in [&b"s"[..], b"e", b"es", b"ent", b"ed", b"ly"] {
            if let Some(stem) = folded.strip_suffix(ending)
                && let Some(value) = self.words.get(&hash(stem))
            {
                return *value;
            }
        }
        0.0
    }

    /// Where an entry of several words that begins here ends, and how it feels.
    fn entry(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, f32)> {
        let entries = self.several.get(&tokens[at].hash)?;
        let found = entries.iter().filter(|(rest, _)| {
            let next = tokens[at + 1..].iter().map(|token| token.hash);
            rest.iter().copied().eq(next.take(rest.len()))
        });
        let (rest, value) = found.max_by_key(|(rest, _)| rest.len())?;
        Some((at + 1 + rest.len(), *value))
    }
}

/// The feelings of a message.
#[derive(Debug, Clone, Default)]
pub(crate) struct Feelings {
    /// Of each token, after what stands around it; a phrase's is on its first.
    pub of: Vec<f32>,
    /// Whether each token is negated.
    pub negated: Vec<bool>,
    /// Where what comes after « mais » begins.
    pub but: Option<usize>,
    /// Sums: above nought, below, of emoji above, of emoji below.
    pub glad: f32,
    pub sad: f32,
    pub emoji_glad: f32,
    pub emoji_sad: f32,
    /// How many tokens feel.
    pub count: usize,
}

/// Reads the feelings of a message.
pub(crate) fn feel(tokens: &[Token<'_>], hits: &[Hit], lexicon: &Lexicon) -> Feelings {
    let grammar = &lexicon.grammar;
    let but = tokens.iter().rposition(|token| grammar.but.contains_key(&token.hash));
    let mut feelings = Feelings {
        of: vec![0.0; tokens.len()],
        negated: negated(tokens, grammar),
        but: but.filter(|at| *at > 0 && at + 1 < tokens.len()),
        ..Feelings::default()
    };
    let mut at = 0;
    while at < tokens.len() {
        let hit = hits.iter().find(|hit| hit.says == Says::Feeling && hit.from == at);
        let (end, value, set) = if let Some(hit) = hit {
            (hit.to, hit.weight, true)
        } else if let Some((end, value)) = lexicon.entry(tokens, at) {
            (end, value, false)
        } else {
            let value = match tokens[at].kind {
                Kind::Word => lexicon.word(&tokens[at]),
                Kind::Emoji | Kind::Emoticon => emoji(tokens[at].hash),
                _ => 0.0,
            };
            (at + 1, value, tokens[at].kind != Kind::Word)
        };
        if value != 0.0 {
            let turned = if set { value } else { turned(tokens, &feelings, grammar, at, value) };
            feelings.take(at, turned * weight(&feelings, at), tokens[at].kind);
        }
        at = end.max(at + 1);
    }
    feelings
}

impl Feelings {
    fn take(&mut self, at: usize, value: f32, kind: Kind) {
        self.of[at] = value;
        self.count += 1;
        let picture = matches!(kind, Kind::Emoji | Kind::Emoticon);
        let sum = match (picture, value > 0.0) {
            (false, true) => &mut self.glad,
            (false, false) => &mut self.sad,
            (true, true) => &mut self.emoji_glad,
            (true, false) => &mut self.emoji_sad,
        };
        *sum += value.abs();
    }
}

/// What comes after « mais » weighs more than what came before.
fn weight(feelings: &Feelings, at: usize) -> f32 {
    match feelings.but {
        Some(but) if at < but => 0.6,
        Some(_) => 1.4,
        None => 1.0,
    }
}

/// A value after negation, degree and capitals.
fn turned(
    tokens: &[Token<'_>],
    feelings: &Feelings,
    grammar: &Grammar,
    at: usize,
    value: f32,
) -> f32 {
    let mut value = value;
    for back in 1..=2.min(at) {
        let before = &tokens[at - back];
        if before.sentence != tokens[at].sentence {
            break;
        }
        if let Some(by) = grammar.degree.get(&before.hash) {
            value += value.signum() * by * value.abs().max(1.5) / back as f32;
        }
    }
    if tokens[at].shouted || tokens[at].drawn_out {
        value *= 1.25;
    }
    if feelings.negated[at] {
        // « pas bon » is bad; « pas mauvais » is hardly good.
        value *= if value > 0.0 { -0.7 } else { -0.4 };
    }
    value
}

/// Which tokens a negation reaches.
fn negated(tokens: &[Token<'_>], grammar: &Grammar) -> Vec<bool> {
    let mut negated = vec![false; tokens.len()];
    let stops =
        |token: &Token<'_>| matches!(token.kind, Kind::Mark(_) | Kind::Emoji | Kind::Emoticon);
    for (at, token) in tokens.iter().enumerate() {
        let ne = |n: usize| at >= n && matches!(tokens[at - n].folded.as_str(), "n" | "ne");
        let more = token.folded == "plus" && (ne(1) || ne(2) || ne(3));
        if grammar.against.contains_key(&token.hash) || more {
            for (next, reached) in tokens[at + 1..].iter().zip(&mut negated[at + 1..]).take(3) {
                if next.sentence != token.sentence
                    || stops(next)
                    || grammar.but.contains_key(&next.hash)
                {
                    break;
                }
                *reached = true;
            }
        }
        if grammar.after.contains_key(&token.hash) && at > 0 {
            let verb = &tokens[at - 1];
            let plain = token.folded == "pas" || token.folded == "jamais" || ne(2);
            if plain && verb.sentence == token.sentence && !stops(verb) {
                negated[at - 1] = true;
            }
        }
    }
    negated
}
