//! Both languages say the same things, and every word that a source asks for is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use primitives::Language;
use web::words::{SOURCES, Words, args};

type Keys = BTreeMap<String, BTreeSet<String>>;

/// The keys of a language, each with the variables it speaks of; fails on a key that is there
/// twice.
fn keys(language: &str) -> Keys {
    let mut keys = Keys::new();
    for (of, area, text) in SOURCES {
        if *of != language {
            continue;
        }
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if starts && let Some((key, _)) = line.split_once(" =") {
                current = key.to_owned();
                let before = keys.insert(current.clone(), BTreeSet::new());
                assert!(before.is_none(), "{language}/{area}.ftl: {current} is there twice");
            }
            for part in line.split('$').skip(1) {
                let name = part.split(|c: char| !c.is_alphanumeric() && c != '_').next();
                let known = keys.get_mut(&current).expect("a variable belongs to a key");
                known.insert(name.expect("a split has a first part").to_owned());
            }
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_which_speak_of_the_same() {
    let (french, english) = (keys("fr"), keys("en"));
    for (key, variables) in &french {
        let Some(other) = english.get(key) else { panic!("{key} is missing in English") };
        assert_eq!(variables, other, "{key} does not speak of the same in both languages");
    }
    for key in english.keys() {
        assert!(french.contains_key(key), "{key} is missing in French");
    }
}

#[test]
fn every_file_is_read_without_error() {
    for language in Language::ALL {
        let words = Words::new(language);
        for key in keys(language.tag()).keys() {
            assert!(
                words.has(key),
                "{language}: {key} is not read: its file has an error before it"
            );
        }
    }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_key_that_a_source_asks_for_is_there() {
    let french = keys("fr");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [here.join("src"), here.join("../app/src")] {
        rust_files(&folder, &mut files);
    }
    let mut missing = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source is text");
        for opening in [".t(\"", ".tn(\"", ".t(\n", ".tn(\n", "saying(\"", "words.t_or(\""] {
            for found in text.split(opening).skip(1) {
                let found = if opening.ends_with('\n') {
                    found.trim_start().strip_prefix('"').unwrap_or_default()
                } else {
                    found
                };
                let key = found.split('"').next().unwrap_or_default();
                if !key.is_empty() && !key.contains('{') && !french.contains_key(key) {
                    missing.push(format!("{}: {key}", file.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "words are missing:\n{}", missing.join("\n"));
}

#[test]
fn french_is_set_as_printers_set_it() {
    let mut wrong = Vec::new();
    for (_, area, text) in SOURCES.iter().filter(|(language, ..)| *language == "fr") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let value = line.split_once(" =").map_or(line, |(_, value)| value);
            let plain = [" :", " ;", " !", " ?", " »", "« ", " %", "'"];
            let glued = ["!", "?", ";"].iter().any(|mark| {
                value.match_indices(mark).any(|(at, _)| {
                    value[..at].chars().next_back().is_some_and(|before| {
                        before.is_alphabetic() || matches!(before, '}' | '»' | ')')
                    }) && !value.contains("http")
                })
            });
            if plain.iter().any(|found| value.contains(found)) || glued {
                wrong.push(format!("{area}.ftl: {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "plain spaces or apostrophes:\n{}", wrong.join("\n"));
}

#[test]
fn dates_and_numbers_are_written_as_each_language_writes_them() {
    let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    let french = Words::new(Language::Fr).in_zone(&zone).at(now);
    let english = Words::new(Language::En).in_zone(&zone).at(now);
    let at = "2026-11-23T08:00:00Z".parse().unwrap();
    assert_eq!(french.moment(at), "lundi 23\u{a0}novembre à 9\u{a0}h");
    assert_eq!(english.moment(at), "Monday 23\u{a0}November at 9:00");
    let first = "2027-01-01T08:05:00Z".parse().unwrap();
    assert_eq!(french.moment(first), "vendredi 1er\u{a0}janvier 2027 à 9\u{a0}h\u{a0}05");
    assert_eq!(french.relative(at), "demain à 9\u{a0}h");
    assert_eq!(french.relative("2026-11-22T07:00:00Z".parse().unwrap()), "il y a 2\u{a0}heures");
    assert_eq!(english.relative("2026-11-22T09:40:00Z".parse().unwrap()), "in 40\u{a0}minutes");
    assert_eq!(french.number(-12480), "−12\u{202f}480");
    assert_eq!(english.number(1_234_567), "1,234,567");
    assert_eq!(french.percent(0.034), "3,4\u{202f}%");
    assert_eq!(english.percent(0.5), "50%");
    assert_eq!(french.money(1250, "EUR"), "12,50\u{a0}€");
    assert_eq!(english.money(-1250, "EUR"), "−€12.50");
    assert_eq!(french.size(1_400_000), "1,4\u{a0}Mo");
    assert_eq!(french.tn("shell-waiting", args![count => 12480]), "12\u{202f}480 sans réponse");
    assert_eq!(french.t("no-such-words"), "[no-such-words]");
}
