//! Terms: what a person writes in a list, a line each, to be found in texts.

use std::ops::Range;

use primitives::text::fold;

use crate::reading::{Reading, Word};

/// How many words `…` may stand for.
const WIDEST_GAP: usize = 5;

/// One line of a list of words: a word or several, accents and capitals apart.
///
/// - `*` at the end of a word stands for any ending: `guéri*` finds « guérissent ».
/// - `…` between words stands for up to five others of the same sentence: `perdez … kilos`.
/// - `(avec : bière, vin)` asks that the text hold one of these too.
/// - `(sauf : sans alcool)` passes over texts that hold one of these.
///
/// `with`/`unless` do the same in English lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    written: String,
    pieces: Vec<Piece>,
    with: Vec<Vec<Piece>>,
    unless: Vec<Vec<Piece>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Word { folded: String, open: bool, tag: bool },
    Gap,
}

/// Where a term was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The line of the list.
    pub term: String,
    /// The words of the text.
    pub words: String,
    /// Where, in bytes.
    pub range: Range<usize>,
}

impl Term {
    /// Reads a line; `None` when it holds no word.
    #[must_use]
    pub fn parse(line: &str) -> Option<Term> {
        let written = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut bare = written.clone();
        let (mut with, mut unless) = (Vec::new(), Vec::new());
        while let Some((start, end)) = last_brackets(&bare) {
            let inside = &bare[start + 1..end];
            let Some((label, list)) = inside.split_once(':') else { break };
            let list = list.split(',').map(pieces).filter(|pieces| !pieces.is_empty());
            match fold(label.trim()).as_str() {
                "avec" | "with" => with.extend(list),
                "sauf" | "unless" => unless.extend(list),
                _ => break,
            }
            bare.replace_range(start..=end, "");
        }
        let pieces = pieces(&bare);
        pieces.iter().any(|piece| matches!(piece, Piece::Word { .. })).then_some(Term {
            written,
            pieces,
            with,
            unless,
        })
    }

    /// Every line of a list that holds a word.
    #[must_use]
    pub fn parse_all<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Term> {
        lines.into_iter().filter_map(Term::parse).collect()
    }

    /// The line as it was written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The first place where it is found in the text that was read.
    #[must_use]
    pub fn find(&self, reading: &Reading, text: &str) -> Option<Found> {
        let words = reading.words();
        let range = first(&self.pieces, words)?;
        let holds = |pieces: &Vec<Piece>| first(pieces, words).is_some();
        if self.unless.iter().any(holds) || (!self.with.is_empty() && !self.with.iter().any(holds))
        {
            return None;
        }
        let found = text.get(range.clone()).unwrap_or_default().to_owned();
        Some(Found { term: self.written.clone(), words: found, range })
    }
}

/// A list of terms, with the conditions that hold for all of them: a line that is nothing but
/// brackets, `(sauf : sans alcool)`, stands for every line of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    terms: Vec<Term>,
    with: Vec<Vec<Piece>>,
    unless: Vec<Vec<Piece>>,
}

impl Terms {
    /// Reads a list, a line each.
    #[must_use]
    pub fn parse<'a>(lines: impl IntoIterator<Item = &'a str>) -> Terms {
        let mut list = Terms::default();
        for line in lines {
            match Term::parse(line) {
                Some(term) => list.terms.push(term),
                // A word in front makes a term of bare conditions.
                None => {
                    if let Some(conditions) = Term::parse(&format!("x {line}")) {
                        list.with.extend(conditions.with);
                        list.unless.extend(conditions.unless);
                    }
                }
            }
        }
        list
    }

    /// Every term found, in the order of the list.
    #[must_use]
    pub fn find_all(&self, reading: &Reading, text: &str) -> Vec<Found> {
        let holds = |pieces: &Vec<Piece>| first(pieces, reading.words()).is_some();
        if self.unless.iter().any(holds) || (!self.with.is_empty() && !self.with.iter().any(holds))
        {
            return Vec::new();
        }
        self.terms.iter().filter_map(|term| term.find(reading, text)).collect()
    }

    /// Whether the list looks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

fn last_brackets(line: &str) -> Option<(usize, usize)> {
    let end = line.rfind(')')?;
    Some((line[..end].rfind('(')?, end))
}

fn pieces(line: &str) -> Vec<Piece> {
    let line = line.replace("...", "…");
    let mut pieces = Vec::new();
    let mut rest = line.as_str();
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')));
        let end = end.unwrap_or(rest.len());
        if end > 0 {
            let open = rest[end..].starts_with('*');
            let before = line[..line.len() - rest.len()].chars().next_back();
            pieces.push(Piece::Word { folded: fold(&rest[..end]), open, tag: before == Some('#') });
            rest = &rest[end..];
        } else {
            if c == '…' && !pieces.is_empty() {
                pieces.push(Piece::Gap);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    while pieces.last() == Some(&Piece::Gap) {
        pieces.pop();
    }
    pieces
}

fn first(pieces: &[Piece], words: &[Word]) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        let end = matched(pieces, words, at)?;
        Some(words[at].range.start..words[end - 1].range.end)
    })
}

/// The place after the last word matched, when the pieces match from `at`.
fn matched(pieces: &[Piece], words: &[Word], at: usize) -> Option<usize> {
    let Some(piece) = pieces.first() else { return Some(at) };
    match piece {
        Piece::Word { folded, open, tag } => {
            let word = words.get(at)?;
            let same = if *open {
                word.folded.starts_with(folded.as_str())
            } else {
                word.folded == *folded
            };
            (same && (!tag || word.tag)).then(|| matched(&pieces[1..], words, at + 1)).flatten()
        }
        Piece::Gap => {
            let sentence = words.get(at.checked_sub(1)?)?.sentence;
            (0..=WIDEST_GAP)
                .take_while(|gap| words.get(at + gap).is_some_and(|word| word.sentence == sentence))
                .find_map(|gap| matched(&pieces[1..], words, at + gap))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(term: &str, text: &str) -> Option<String> {
        Term::parse(term).expect("a term").find(&Reading::of(text), text).map(|found| found.words)
    }

    #[test]
    fn a_term_is_found_whole_whatever_its_accents_and_capitals() {
        assert_eq!(finds("santé", "À votre SANTE !").as_deref(), Some("SANTE"));
        assert_eq!(finds("vin", "Le vinaigre et le ravin"), None);
        assert_eq!(finds("guéri*", "Il guérissait tout").as_deref(), Some("guérissait"));
        assert_eq!(finds("bien-être", "Notre bien être").as_deref(), Some("bien être"));
    }

    #[test]
    fn an_ellipsis_stands_for_a_few_words_of_the_same_sentence() {
        assert_eq!(
            finds("perd* … kilos", "Perdez vite 5 kilos").as_deref(),
            Some("Perdez vite 5 kilos")
        );
        assert_eq!(finds("perd* … kilos", "Ne perdez rien. Deux kilos de farine"), None);
    }

    #[test]
    fn conditions_narrow_a_term() {
        let wine = "dégust* (avec : vin, bière) (sauf : sans alcool)";
        assert!(finds(wine, "Dégustation de vin samedi").is_some());
        assert!(finds(wine, "Dégustation de pain samedi").is_none());
        assert!(finds(wine, "Dégustation de bière sans alcool").is_none());
    }

    #[test]
    fn a_hashtag_term_asks_for_the_hashtag() {
        assert!(finds("#pub", "Belle photo #pub").is_some());
        assert!(finds("#pub", "On va au pub").is_none());
    }

    #[test]
    fn conditions_alone_on_a_line_hold_for_the_whole_list() {
        let list = Terms::parse(["bière*", "vin", "(sauf : sans alcool, recette)"]);
        let found = |text: &str| list.find_all(&Reading::of(text), text).len();
        assert_eq!(found("Un vin et deux bières"), 2);
        assert_eq!(found("Notre recette : un verre de vin blanc"), 0);
    }

    #[test]
    fn a_line_without_words_is_no_term() {
        assert_eq!(Term::parse(" … * "), None);
        assert_eq!(Term::parse("(sauf : vin)"), None);
    }
}
