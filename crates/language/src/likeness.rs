//! How alike two texts are.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::reading::{Reading, without_entities};

/// The runs of two words of a text, links, mentions and hashtags left out: made once, compared
/// with many.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// Those of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let reading = Reading::of(&without_entities(text));
        let words: Vec<&str> = reading.words().iter().map(|word| word.folded.as_str()).collect();
        let mut runs: Vec<u64> = match words.as_slice() {
            [] => Vec::new(),
            [one] => vec![hash(&[one])],
            several => several.windows(2).map(hash).collect(),
        };
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// From 0.0 (nothing in common) to 1.0 (the same words in the same order): the Jaccard
    /// index. Texts without words are alike to nothing.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut shared, mut mine, mut theirs) =
            (0_usize, self.0.iter().peekable(), other.0.iter().peekable());
        while let (Some(a), Some(b)) = (mine.peek(), theirs.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(mine.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    mine.next();
                    theirs.next();
                }
            }
        }
        let all = self.0.len() + other.0.len() - shared;
        if all == 0 { 0.0 } else { shared as f64 / all as f64 }
    }

    /// How many runs there are: short texts are alike by chance.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// How alike two texts are; [`Shingles`] when one is compared with many.
#[must_use]
pub fn likeness(a: &str, b: &str) -> f64 {
    Shingles::of(a).likeness(&Shingles::of(b))
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashtags_and_links_do_not_make_a_text_another() {
        let a = "La bûche de Noël est arrivée au fournil ! https://fournil.fr #Nantes";
        let b = "La buche de Noël est arrivée au fournil #noel @camille";
        assert!((likeness(a, b) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_written_anew_is_another() {
        let a = "La bûche de Noël est arrivée, réservez la vôtre avant le 20 décembre";
        let b = "Trois semaines de pâte, une nuit de repos : voici comment naît notre bûche";
        assert!(likeness(a, b) < 0.1);
        assert!((likeness("", "")).abs() < 1e-9);
    }

    #[test]
    fn one_word_changed_in_twenty_leaves_them_alike() {
        let a = "Ce samedi nous ouvrons le fournil à sept heures pour la galette des rois et le café est offert";
        let b = a.replace("samedi", "dimanche");
        assert!(likeness(a, &b) > 0.7);
    }
}
