//! How well intents are heard in a table of sentences: language, expected intents, text.

use std::path::Path;

use language::analysis::training::{Judgement, features, ruled};
use language::{Analyser, Asked, Intent};

use crate::data::{self, Sample};
use crate::fit;

/// Q question, C complaint, P praise, S suggestion, R request.
const LETTERS: [(char, Intent); 5] = [
    ('Q', Intent::Question),
    ('C', Intent::Complaint),
    ('P', Intent::Praise),
    ('S', Intent::Suggestion),
    ('R', Intent::Request),
];

/// Tells precision, recall and F1 of each intent; with `show`, what was misheard too.
pub fn measure(table: &str, show: bool) {
    let reader = Analyser::new();
    let mut counts = [[0_usize; 3]; 5];
    let (mut whole, mut all) = (0, 0);
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.splitn(3, ' ').collect();
        let [_, marks, text] = parts[..] else { panic!("three parts: {line}") };
        let heard = reader.read(text, Asked::Auto).intent;
        let mut right = true;
        for (at, (letter, intent)) in LETTERS.into_iter().enumerate() {
            let (must, holds) = (marks.contains(letter), heard.holds(intent));
            let may = marks.contains(letter.to_ascii_lowercase());
            counts[at][0] += usize::from(must && holds);
            counts[at][1] += usize::from(must && !holds);
            counts[at][2] += usize::from(!must && !may && holds);
            right &= must == holds || may;
        }
        all += 1;
        whole += usize::from(right);
        if show && !right {
            println!("    {marks:3} heard {:?} {text}", heard.all());
        }
    }
    let mut mean = 0.0;
    for ((_, intent), [heard, missed, wrong]) in LETTERS.into_iter().zip(counts) {
        let f1 = 2.0 * heard as f64 / (2 * heard + missed + wrong).max(1) as f64;
        mean += f1 / 5.0;
        println!("  {intent:?}: F1 {f1:.2} ({heard} heard, {missed} missed, {wrong} wrongly)");
    }
    println!("  mean F1 {mean:.3}; {whole} of {all} sentences wholly right");
}

/// How many sentences those who wrote turns of phrase had before them.
const KNOWN: usize = 173;

/// Intents of our own sentences, a fifth unseen in turn: by turns of phrase and the sentiment
/// (which learnt these very sentences), by what is learnt, and by both.
pub fn folds(folder: &Path) {
    for judgement in Judgement::WANTS {
        let samples = data::of(judgement, folder);
        let mut tables = vec![vec![vec![0; 2]; 2]; 3];
        for fold in 0..5 {
            let apart = |(number, sample): &(usize, &Sample)| {
                sample.source == "wants" && number % 5 == fold
            };
            let numbered = || samples.iter().enumerate();
            let learnt: Vec<Sample> =
                numbered().filter(|sample| !apart(sample)).map(|(_, one)| one.clone()).collect();
            let model = fit::fit(judgement, &learnt);
            for (_, sample) in numbered().filter(apart).filter(|(number, _)| *number >= KNOWN) {
                let weighed = features(judgement, &sample.text, sample.asked);
                let learnt = model.raw(&weighed)[0];
                let ruled = ruled(judgement, &sample.text, sample.asked);
                for (table, raw) in tables.iter_mut().zip([ruled, learnt, ruled.max(learnt)]) {
                    table[sample.class][usize::from(raw >= 0.0)] += 1;
                }
            }
        }
        let [ruled, learnt, both] = [0, 1, 2].map(|at| fit::f1(&tables[at], 1));
        println!("{judgement:?}: by rule F1 {ruled:.3}, learnt {learnt:.3}, both {both:.3}");
    }
}
