//! A text cut into words and sentences.

use std::ops::Range;

use primitives::text::{entities, fold};

/// A text cut into words, once.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    words: Vec<Word>,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As lists compare it: folded (no accents, lower case).
    pub folded: String,
    /// Where it is in the text, in bytes, its `#` left out.
    pub range: Range<usize>,
    /// Which sentence it belongs to, from 0.
    pub sentence: usize,
    /// Whether a `#` stands before it.
    pub tag: bool,
}

impl Reading {
    /// Cuts the text. Apostrophes and hyphens part words: `l’alcool` is `l` and `alcool`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Vec::new();
        let (mut start, mut sentence, mut before) = (None, 0, ' ');
        let mut end_seen = false;
        for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
            if is_of_a_word(c) {
                if start.is_none() {
                    start = Some((at, before == '#'));
                    if end_seen && !words.is_empty() {
                        sentence += 1;
                    }
                    end_seen = false;
                }
            } else {
                if let Some((from, tag)) = start.take() {
                    let folded = fold(&text[from..at]);
                    words.push(Word { folded, range: from..at, sentence, tag });
                }
                // A dot inside « 3.5 » or « fournil.fr » ends nothing: white space must follow.
                end_seen |=
                    c == '\n' || (c.is_whitespace() && matches!(before, '.' | '!' | '?' | '…'));
            }
            before = c;
        }
        Self { words }
    }

    /// Its words, in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }
}

/// Letters, digits and the marks that are written over letters.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// The text without its links, mentions and hashtags, which say little of its language and are
/// the same on every network.
#[must_use]
pub fn without_entities(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for entity in entities(text) {
        kept.push_str(&text[at..entity.range.start]);
        kept.push(' ');
        at = entity.range.end;
    }
    kept.push_str(&text[at..]);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        Reading::of(text).words.into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_folded_and_parted_at_apostrophes() {
        assert_eq!(folded("L’été, c’est l'Œuvre !"), ["l", "ete", "c", "est", "l", "oeuvre"]);
    }

    #[test]
    fn a_sentence_ends_where_white_space_follows_its_mark() {
        let reading = Reading::of("Pain à 3.50 €. Voir fournil.fr ! Merci");
        let sentences: Vec<_> = reading.words.iter().map(|word| word.sentence).collect();
        assert_eq!(sentences, [0, 0, 0, 0, 1, 1, 1, 2]);
    }

    #[test]
    fn a_hashtag_is_a_word_that_says_so() {
        let reading = Reading::of("Notre #pub du jour");
        assert!(reading.words[1].tag && !reading.words[2].tag);
    }

    #[test]
    fn links_mentions_and_hashtags_can_be_left_out() {
        let plain = without_entities("Voir https://a.fr/pain avec @louise@piaille.fr #Nantes");
        assert_eq!(plain.split_whitespace().collect::<Vec<_>>(), ["Voir", "avec"]);
    }
}
