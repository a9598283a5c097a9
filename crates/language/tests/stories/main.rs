//! What messages say, told in messages: all written for these tests.

mod hurting;
mod intents;
mod languages;
mod lessons;
mod properties;
mod sentiment;
mod spam;

use language::{Analyser, Analysis, Asked};

/// A message, its language guessed.
fn read(text: &str) -> Analysis {
    Analyser::new().read(text, Asked::Auto)
}

/// Those of a list that are not as said, for a test to show them all.
fn wrong<'t>(texts: &[&'t str], is: impl Fn(&Analysis) -> bool) -> Vec<&'t str> {
    texts.iter().copied().filter(|text| !is(&read(text))).collect()
}

/// Holds a list to be as said, but for so many.
fn hold(texts: &[&str], but_for: usize, is: impl Fn(&Analysis) -> bool) {
    let wrong = wrong(texts, is);
    assert!(wrong.len() <= but_for, "{} of {}: {wrong:#?}", wrong.len(), texts.len());
}
