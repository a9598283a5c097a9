//! Words reduced to what their endings have in common.

use primitives::text::fold;
use rust_stemmers::{Algorithm, Stemmer};

use crate::identify::Spoken;
use crate::reading::Reading;

/// A word without the endings of its language: `boulangères` and `boulangère` are one. In a
/// language without a stemmer here, the folded word.
#[must_use]
pub fn stem(word: &str, spoken: &Spoken) -> String {
    let algorithm = match spoken {
        Spoken::English => Algorithm::English,
        Spoken::French | Spoken::Unknown => Algorithm::French,
        Spoken::Other(_) => return fold(word),
    };
    fold(&Stemmer::create(algorithm).stem(&word.to_lowercase()))
}

/// Which of `words` (single words or several) the text is about, endings apart; by their place
/// in the list.
#[must_use]
pub fn about<'a>(
    text: &str,
    reading: &Reading,
    words: impl IntoIterator<Item = &'a str>,
    spoken: &Spoken,
) -> Vec<usize> {
    let stems: Vec<String> =
        reading.words().iter().map(|word| stem(&text[word.range.clone()], spoken)).collect();
    let mut found = Vec::new();
    for (at, wanted) in words.into_iter().enumerate() {
        let wanted_reading = Reading::of(wanted);
        let wanted: Vec<String> = wanted_reading
            .words()
            .iter()
            .map(|word| stem(&wanted[word.range.clone()], spoken))
            .collect();
        if !wanted.is_empty() && stems.windows(wanted.len()).any(|run| run == wanted) {
            found.push(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_about_a_word_whatever_its_ending() {
        let text = "Nos boulangères pétrissent des brioches tressées";
        let reading = Reading::of(text);
        let words = ["brioche", "fromage", "boulangère", "brioche tressée"];
        assert_eq!(about(text, &reading, words, &Spoken::French), [0, 2, 3]);
        let text = "Baking two loaves";
        assert_eq!(about(text, &Reading::of(text), ["bake"], &Spoken::English), [0]);
    }
}
