//! How often the checks are right: labelled posts, read by the real checks, with precision and
//! recall for each, held at floors. The figures are stated in `docs/checks.md`.
#![allow(clippy::unwrap_used, reason = "a test fails as tests do")]

mod world;

use std::collections::BTreeMap;

use publishing::guard::{Fact, check};

use world::{desk, post};

/// What a check did over the set.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

/// The least precision and recall of each check, in hundredths: honest floors under what is
/// measured, so that a change of the word lists that makes a check worse is seen.
const FLOORS: &[(&str, usize, usize)] = &[
    ("alcohol", 90, 90),
    ("avoided", 100, 100),
    ("collaboration", 90, 90),
    ("collaboration_mention", 100, 100),
    ("finance", 90, 90),
    ("food", 85, 85),
    ("gambling", 85, 90),
    ("off_topic", 80, 80),
    ("personal_content", 90, 85),
    ("preferred", 100, 100),
    ("private_message", 90, 90),
    ("retouched", 100, 100),
    ("twin", 90, 90),
    ("unsupported", 90, 90),
    ("wrong_language", 95, 95),
];

#[test]
fn the_checks_are_as_often_right_as_the_documentation_says() {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    let mut errors = Vec::new();
    let mut posts = 0;
    for line in include_str!("posts.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [expected, context, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        posts += 1;
        let text = text.replace("\\n", "\n");
        let expected: Vec<&str> = expected.split(',').filter(|name| *name != "-").collect();
        let desk = desk(context);
        let found = check(&post(&text, context, &desk), &desk);
        let mut seen: Vec<String> = found
            .iter()
            .map(|finding| match &finding.fact {
                Fact::Regulated { kind, .. } => kind.as_str().to_owned(),
                _ => finding.guard.as_str().to_owned(),
            })
            .collect();
        seen.sort();
        seen.dedup();
        for name in &seen {
            let tally = tallies.entry(name.clone()).or_default();
            if expected.contains(&name.as_str()) {
                tally.right += 1;
            } else {
                tally.wrong += 1;
                errors.push(format!("{name} fires wrongly: {text}"));
            }
        }
        for name in expected.iter().filter(|name| !seen.iter().any(|s| s == **name)) {
            tallies.entry((*name).to_owned()).or_default().missed += 1;
            errors.push(format!("{name} is missed: {text}"));
        }
    }
    assert!(posts >= 150, "{posts} posts");
    println!("{posts} posts");
    report(&tallies, &errors);
}

#[test]
fn near_identical_texts_are_told_from_texts_on_the_same_subject() {
    let mut tally = Tally::default();
    let mut errors = Vec::new();
    for line in include_str!("pairs.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [expected, a, b] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}")
        };
        let found = language::likeness(a, b) >= 0.6;
        match (expected == "same", found) {
            (true, true) => tally.right += 1,
            (true, false) => tally.missed += 1,
            (false, true) => tally.wrong += 1,
            (false, false) => {}
        }
        if (expected == "same") != found {
            errors.push(format!("{:.2} {a} / {b}", language::likeness(a, b)));
        }
    }
    report(&BTreeMap::from([("twin".to_owned(), tally)]), &errors);
}

fn report(tallies: &BTreeMap<String, Tally>, errors: &[String]) {
    for error in errors {
        println!("  {error}");
    }
    let mut below = Vec::new();
    for (name, tally) in tallies {
        let hundredths = |part: usize, whole: usize| (part * 100).checked_div(whole).unwrap_or(100);
        let precision = hundredths(tally.right, tally.right + tally.wrong);
        let recall = hundredths(tally.right, tally.right + tally.missed);
        let (right, wrong, missed) = (tally.right, tally.wrong, tally.missed);
        println!(
            "{name:24} precision {precision:3} recall {recall:3} ({right} right, {wrong} wrong, {missed} missed)"
        );
        let floor = FLOORS.iter().find(|(known, ..)| known == name);
        if floor.is_some_and(|(_, p, r)| precision < *p || recall < *r) {
            below.push(name.clone());
        }
    }
    assert!(below.is_empty(), "below their floor: {below:?}");
}
