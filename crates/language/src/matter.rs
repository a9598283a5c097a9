//! What a text is about, and which of several texts speaks of the same thing.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use primitives::text::fold;

use crate::identify::{Spoken, identify};
use crate::reading::{Reading, without_entities};
use crate::stem::stem;

/// The words of a text that carry its matter, as stems, each once and in order: no « le », no
/// « pour », no links, no names of accounts.
#[must_use]
pub fn matter(text: &str) -> Vec<String> {
    let text = without_entities(text);
    let spoken = identify(&text).spoken;
    let reading = Reading::of(&text);
    let mut seen = HashSet::new();
    let carrying = reading.words().iter().filter(|word| !is_empty_word(&word.folded, &spoken));
    carrying
        .map(|word| stem(&text[word.range.clone()], &spoken))
        .filter(|stem| seen.insert(stem.clone()))
        .collect()
}

fn is_empty_word(folded: &str, spoken: &Spoken) -> bool {
    static FRENCH: OnceLock<HashSet<String>> = OnceLock::new();
    static ENGLISH: OnceLock<HashSet<String>> = OnceLock::new();
    let french = || FRENCH.get_or_init(|| folded_list(stop_words::Language::French));
    let english = || ENGLISH.get_or_init(|| folded_list(stop_words::Language::English));
    let short = folded.chars().count() < 3 && !folded.chars().any(|c| c.is_ascii_digit());
    short
        || match spoken {
            Spoken::English => english().contains(folded),
            Spoken::French => french().contains(folded),
            _ => french().contains(folded) || english().contains(folded),
        }
}

fn folded_list(language: stop_words::Language) -> HashSet<String> {
    // Greetings and thanks say nothing of the matter either.
    let polite =
        ["bonjour", "bonsoir", "salut", "merci", "svp", "stp", "hello", "thanks", "please"];
    let listed = stop_words::get(language).iter().map(|word| fold(word));
    listed.chain(polite.map(str::to_owned)).collect()
}

/// Several texts, to find the ones that speak of the same thing as another. Words that few of
/// them hold weigh more: cosine of stems weighed by inverse document frequency.
#[derive(Debug, Clone, Default)]
pub struct Likest {
    texts: Vec<Vec<String>>,
    holding: HashMap<String, usize>,
}

impl Likest {
    /// Of the matter of each text.
    #[must_use]
    pub fn of(texts: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut likest = Self::default();
        for text in texts {
            for stem in &text {
                *likest.holding.entry(stem.clone()).or_default() += 1;
            }
            likest.texts.push(text);
        }
        likest
    }

    /// How much each text is like this one, from 0 to 1, the likest first; those that share
    /// nothing are left out.
    #[must_use]
    pub fn rank(&self, wanted: &[String]) -> Vec<(usize, f64)> {
        let weight = |stem: &String| {
            let holding = self.holding.get(stem).copied().unwrap_or(0);
            (1.0 + self.texts.len() as f64 / (1 + holding) as f64).ln()
        };
        let norm = |stems: &[String]| stems.iter().map(|s| weight(s).powi(2)).sum::<f64>().sqrt();
        let mine: HashSet<&String> = wanted.iter().collect();
        let length = norm(wanted);
        let mut ranked: Vec<(usize, f64)> = Vec::new();
        for (at, text) in self.texts.iter().enumerate() {
            let shared: f64 =
                text.iter().filter(|stem| mine.contains(stem)).map(|s| weight(s).powi(2)).sum();
            if shared > 0.0 {
                ranked.push((at, (shared / (length * norm(text))).min(1.0)));
            }
        }
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matter_leaves_out_what_says_nothing() {
        assert_eq!(
            matter("Bonjour, est-ce que vos pains sont sans gluten ? Merci @fournil"),
            ["pain", "san", "gluten"]
        );
        assert_eq!(matter("Are you open on Sundays?"), ["open", "sunday"]);
        assert!(matter("Et vous ?").is_empty());
    }

    #[test]
    fn the_likest_text_speaks_of_the_same_thing() {
        let texts =
            ["Nos horaires d’ouverture le dimanche", "Livrer une commande", "Pains sans gluten"];
        let likest = Likest::of(texts.map(matter));
        let ranked = likest.rank(&matter("Vous êtes ouverts dimanche ?"));
        assert_eq!(ranked.first().map(|one| one.0), Some(0));
        let ranked = likest.rank(&matter("Avez-vous du pain sans gluten ?"));
        assert_eq!(ranked.first().map(|one| one.0), Some(2));
        assert!(likest.rank(&matter("Bravo !")).is_empty());
    }
}
