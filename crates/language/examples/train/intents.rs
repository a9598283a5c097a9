//! How well intents are heard in a table of sentences: language, expected intents, text.

use language::{Analyser, Asked, Intent};

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
