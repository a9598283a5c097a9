//! Turns of phrase: patterns over the words of a sentence, written in `assets/phrases.*.txt`.

use std::sync::OnceLock;

use super::hash::{Table, hash, mix};
use super::lists::{Class, Classes};
use super::tokens::{Kind, Token};

/// How many words `...` may stand for.
const WIDEST: usize = 3;

/// What a turn of phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    Feeling,
    Irony,
    Question,
    Complaint,
    Praise,
    Suggestion,
    Request,
    /// A lure: money, loans, followers for sale.
    Spam,
    /// A call to go elsewhere or to follow: « subscribe », « check my channel ».
    Call,
    /// Someone puts themselves forward: « I am a new artist ».
    Boast,
    /// Begging for signs: « like this comment if… ».
    Bait,
    /// What looks like a call and is none: « I subscribed », « votre chaîne ».
    Fair,
    Hate,
    Insult,
    Innocent,
}

impl Says {
    /// All, in the order of the sums of [`Hits`].
    pub const ALL: [Says; 15] = [
        Says::Feeling,
        Says::Irony,
        Says::Question,
        Says::Complaint,
        Says::Praise,
        Says::Suggestion,
        Says::Request,
        Says::Spam,
        Says::Call,
        Says::Boast,
        Says::Bait,
        Says::Fair,
        Says::Hate,
        Says::Insult,
        Says::Innocent,
    ];

    fn named(section: &str) -> Option<Says> {
        Says::ALL.into_iter().find(|says| format!("{says:?}").eq_ignore_ascii_case(section))
    }
}

/// A phrase found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub says: Says,
    pub weight: f32,
    /// Its tokens.
    pub from: usize,
    pub to: usize,
}

#[derive(Debug, Clone)]
enum Piece {
    Words(Vec<Form>),
    Gap,
    Start,
    End,
}

#[derive(Debug, Clone)]
enum Form {
    Word(u64),
    Prefix(String),
    Listed(Class),
    Any,
    Mark(char),
    Number,
}

#[derive(Debug)]
struct Phrase {
    says: Says,
    weight: f32,
    pieces: Vec<Piece>,
}

/// The phrases of one language.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    all: Vec<Phrase>,
    /// By their first word, or by what stands for it; see [`door`].
    first: Table<Vec<u32>>,
}

/// The French ones.
pub(crate) fn french() -> &'static Phrases {
    static BOOK: OnceLock<Phrases> = OnceLock::new();
    BOOK.get_or_init(|| Phrases::read(include_str!("../../assets/phrases.fr.txt")))
}

/// The English ones.
pub(crate) fn english() -> &'static Phrases {
    static BOOK: OnceLock<Phrases> = OnceLock::new();
    BOOK.get_or_init(|| Phrases::read(include_str!("../../assets/phrases.en.txt")))
}

/// Those of spam, in both languages: it is written in either, whatever else a message says.
pub(crate) fn lures() -> &'static Phrases {
    static BOOK: OnceLock<Phrases> = OnceLock::new();
    BOOK.get_or_init(|| Phrases::read(include_str!("../../assets/phrases.spam.txt")))
}

impl Phrases {
    fn read(text: &str) -> Phrases {
        let mut book = Phrases::default();
        let mut says = None;
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[') {
                says = Says::named(name.trim_end_matches(']'));
                continue;
            }
            let Some((weight, words)) = line.split_once(' ') else { continue };
            let (Some(says), Ok(weight)) = (says, weight.parse()) else { continue };
            book.add(Phrase {
                says,
                weight,
                pieces: words.split_whitespace().map(piece).collect(),
            });
        }
        book
    }

    fn add(&mut self, phrase: Phrase) {
        let number = self.all.len() as u32;
        let first = phrase.pieces.iter().find(|piece| !matches!(piece, Piece::Start));
        let forms =
            if let Some(Piece::Words(forms)) = first { forms.as_slice() } else { &[Form::Any] };
        let mut doors: Vec<u64> = forms.iter().flat_map(door).collect();
        doors.sort_unstable();
        doors.dedup();
        for door in doors {
            self.first.entry(door).or_default().push(number);
        }
        self.all.push(phrase);
    }

    /// Every phrase found, by place; of those that say the same from the same place, the longest.
    pub fn find(&self, tokens: &[Token<'_>], classes: &[Class]) -> Vec<Hit> {
        let text = Words { tokens, classes };
        let mut hits: Vec<Hit> = Vec::new();
        for from in 0..tokens.len() {
            let mut best: [Option<Hit>; Says::ALL.len()] = [None; Says::ALL.len()];
            for number in self.behind(&tokens[from], classes[from]) {
                let phrase = &self.all[*number as usize];
                let Some(to) = text.matched(&phrase.pieces, from) else { continue };
                let hit = Hit { says: phrase.says, weight: phrase.weight, from, to };
                let slot = &mut best[phrase.says as usize];
                if slot
                    .is_none_or(|known| (hit.to, hit.weight.abs()) > (known.to, known.weight.abs()))
                {
                    *slot = Some(hit);
                }
            }
            hits.extend(best.into_iter().flatten());
        }
        hits
    }

    /// The phrases that may begin with a token.
    fn behind(&self, token: &Token<'_>, class: Class) -> impl Iterator<Item = &u32> {
        let word = token.kind == Kind::Word;
        let head = (word && token.folded.is_ascii() && token.folded.len() >= HEAD)
            .then(|| mix(hash(&token.folded.as_bytes()[..HEAD]), 0, PREFIX));
        let other = match token.kind {
            Kind::Word => Some(mix(0, 0, ANY)),
            Kind::Number => Some(mix(0, 0, NUMBER)),
            _ => None,
        };
        let classes = (0..16).map(|bit| 1_u16 << bit).filter(move |bit| class.0 & bit != 0);
        let doors = [Some(token.hash), head, other].into_iter().flatten();
        let doors = doors.chain(classes.map(|bit| mix(u64::from(bit), 0, CLASS)));
        doors.filter_map(|door| self.first.get(&door)).flatten()
    }
}

const HEAD: usize = 3;
const PREFIX: u64 = 71;
const ANY: u64 = 72;
const NUMBER: u64 = 73;
const CLASS: u64 = 74;

/// What a phrase that begins so is kept under.
fn door(form: &Form) -> Vec<u64> {
    match form {
        Form::Word(word) => vec![*word],
        Form::Prefix(head) => vec![mix(hash(&head.as_bytes()[..HEAD.min(head.len())]), 0, PREFIX)],
        Form::Listed(class) => {
            let bits = (0..16).map(|bit| 1_u16 << bit).filter(|bit| class.0 & bit != 0);
            bits.map(|bit| mix(u64::from(bit), 0, CLASS)).collect()
        }
        Form::Any => vec![mix(0, 0, ANY)],
        Form::Number => vec![mix(0, 0, NUMBER)],
        Form::Mark(mark) => vec![hash(mark.to_string().as_bytes())],
    }
}

fn piece(written: &str) -> Piece {
    match written {
        "..." => Piece::Gap,
        "^" => Piece::Start,
        "$" => Piece::End,
        _ => Piece::Words(written.split('|').map(form).collect()),
    }
}

fn form(written: &str) -> Form {
    let class = match written {
        "<slur>" => Class::SLUR,
        "<insult>" => Class(Class::ABUSE.0 | Class::STRONG.0),
        "<strong>" => Class::STRONG,
        "<ident>" => Class::IDENT,
        "<degrading>" => Class(Class::DEGRADING.0 | Class::STRONG.0),
        "<harm>" => Class::HARM,
        "<you>" => Class::YOU,
        "<they>" => Class::THEY,
        "<hostile>" => Class::HOSTILE,
        "_" => return Form::Any,
        "#" => return Form::Number,
        "?" => return Form::Mark('?'),
        "!" => return Form::Mark('!'),
        ":" => return Form::Mark(':'),
        "€" => return Form::Mark('€'),
        "$" => return Form::Mark('$'),
        "%" => return Form::Mark('%'),
        _ => {
            return match written.strip_suffix('*') {
                Some(head) => Form::Prefix(head.to_owned()),
                None => Form::Word(hash(written.as_bytes())),
            };
        }
    };
    Form::Listed(class)
}

struct Words<'a, 't> {
    tokens: &'a [Token<'t>],
    classes: &'a [Class],
}

impl Words<'_, '_> {
    /// The token after the last, when the pieces match from `at`.
    fn matched(&self, pieces: &[Piece], at: usize) -> Option<usize> {
        let Some(piece) = pieces.first() else { return Some(at) };
        let rest = &pieces[1..];
        let sentence = |at: usize| self.tokens.get(at).map(|token| token.sentence);
        match piece {
            Piece::Start => {
                let begins = at == 0 || sentence(at) != sentence(at - 1) || self.opens(at);
                begins.then(|| self.matched(rest, at)).flatten()
            }
            Piece::End => {
                let mark = |at| {
                    matches!(self.tokens.get(at).map(|t: &Token<'_>| t.kind), Some(Kind::Mark(_)))
                };
                let ends = at >= self.tokens.len() || mark(at) || sentence(at) != sentence(at - 1);
                ends.then(|| self.matched(rest, at)).flatten()
            }
            Piece::Gap => (0..=WIDEST).find_map(|gap| {
                let same = gap == 0 || at > 0 && sentence(at + gap) == sentence(at - 1);
                same.then(|| self.matched(rest, at + gap)).flatten()
            }),
            Piece::Words(forms) => {
                let token = self.tokens.get(at)?;
                let fits = forms.iter().any(|form| self.fits(form, token, at));
                fits.then(|| self.matched(rest, at + 1)).flatten()
            }
        }
    }

    /// Whether only what is no word stands before it in its sentence.
    fn opens(&self, at: usize) -> bool {
        let sentence = self.tokens[at].sentence;
        let before = self.tokens[..at].iter().rev().take_while(|token| token.sentence == sentence);
        before.take(4).all(|token| !matches!(token.kind, Kind::Word | Kind::Number))
    }

    fn fits(&self, form: &Form, token: &Token<'_>, at: usize) -> bool {
        match form {
            Form::Word(word) => token.hash == *word,
            Form::Prefix(head) => {
                token.kind == Kind::Word && token.folded.starts_with(head.as_str())
            }
            Form::Listed(class) => self.classes[at].has(*class),
            Form::Any => token.kind == Kind::Word,
            Form::Mark(mark) => token.kind == Kind::Mark(*mark),
            Form::Number => token.kind == Kind::Number,
        }
    }
}

/// The classes of each token in one language, what hides it taken away.
pub(crate) fn classes(tokens: &[Token<'_>], lists: &Classes) -> Vec<Class> {
    tokens
        .iter()
        .map(|token| {
            let plain = lists.get(&token.hash).copied().unwrap_or_default();
            let behind =
                token.unmasked.and_then(|hash| lists.get(&hash).copied()).unwrap_or_default();
            Class(plain.0 | behind.0)
        })
        .collect()
}
