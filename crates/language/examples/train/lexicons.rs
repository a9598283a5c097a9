//! `valence.*.txt`, made of public lexicons and of our own judgement.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use language::analysis::training::folded;

/// What several lexicons say of words, in the measure of VADER (-4 to 4).
#[derive(Default)]
struct Said(BTreeMap<String, Vec<f32>>);

impl Said {
    fn add(&mut self, word: &str, value: f32) {
        let kept = word.chars().any(char::is_alphabetic)
            && word.chars().all(|c| c.is_alphanumeric() || " '’-".contains(c))
            && word.chars().count() > 1;
        let key = folded(word);
        // Words of grammar and single letters say nothing by themselves.
        if kept && key.len() > 2 && key.split('_').count() <= 4 {
            self.0.entry(key).or_default().push(value);
        }
    }
}

/// Writes the three files into the crate.
pub fn write(data: &Path, assets: &Path) {
    let mut french = Said::default();
    for line in read(data, "lexicons/fr_vader_lexicon.txt").lines() {
        if let Some((word, value)) = line.rsplit_once("->") {
            french.add(word, value.trim().parse().unwrap_or_default());
        }
    }
    let afinn: BTreeMap<String, f32> =
        serde_json::from_str(&read(data, "lexicons/fr_afinn_multilang_AFINN-fr.json"))
            .expect("AFINN is JSON");
    for (word, value) in afinn {
        french.add(&word, value * 0.7);
    }
    for line in read(data, "lexicons/fr_pattern_sentiment.xml").lines() {
        if let (Some(word), Some(value)) = (attribute(line, "form"), attribute(line, "polarity")) {
            french.add(word, value.parse::<f32>().unwrap_or_default() * 2.5);
        }
    }
    put(french, assets, "fr");
    let mut english = Said::default();
    for line in read(data, "lexicons/en_vader_lexicon.txt").lines() {
        let mut parts = line.split('\t');
        if let (Some(word), Some(value)) = (parts.next(), parts.next()) {
            english.add(word, value.parse().unwrap_or_default());
        }
    }
    put(english, assets, "en");
    emoji(data, assets);
}

fn read(data: &Path, file: &str) -> String {
    fs::read_to_string(data.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn attribute<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let (_, rest) = line.split_once(&format!("{name}=\""))?;
    rest.split('"').next()
}

/// Our own judgement stands above the mean of the others'.
fn put(said: Said, assets: &Path, language: &str) {
    let mut tenths: BTreeMap<String, i32> = BTreeMap::new();
    for (word, values) in said.0 {
        let mean = values.iter().sum::<f32>() / values.len() as f32;
        tenths.insert(word, (mean * 10.0).round() as i32);
    }
    let own = fs::read_to_string(assets.join(format!("own.valence.{language}.txt")))
        .expect("it is there");
    for line in own.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let value: i32 =
            words.next().and_then(|n| n.parse().ok()).expect("a line begins with tenths");
        for word in words {
            tenths.insert(folded(word), value);
        }
    }
    let mut lines: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for (word, value) in tenths.into_iter().filter(|(_, value)| value.abs() >= 3) {
        lines.entry(value).or_default().push(word);
    }
    let mut out =
        String::from("# Written by examples/train; sources and licences in docs/language.md.\n");
    for (value, words) in lines {
        out += &format!("{value} {}\n", words.join(" "));
    }
    fs::write(assets.join(format!("valence.{language}.txt")), out).expect("it is written");
}

/// Emoji by the multilingual AFINN, else by what the words of their English name feel.
fn emoji(data: &Path, assets: &Path) {
    let mut tenths: BTreeMap<char, i32> = BTreeMap::new();
    let english = fs::read_to_string(assets.join("valence.en.txt")).expect("it was written");
    let mut words: BTreeMap<&str, i32> = BTreeMap::new();
    for line in english.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let value = parts.next().and_then(|n| n.parse().ok()).unwrap_or_default();
        words.extend(parts.map(|word| (word, value)));
    }
    for line in read(data, "lexicons/emoji_utf8_lexicon.txt").lines() {
        let Some((picture, name)) = line.split_once('\t') else { continue };
        let Some(first) = picture.chars().next() else { continue };
        let felt: i32 =
            name.split([' ', '-']).filter_map(|word| words.get(folded(word).as_str())).sum();
        if felt != 0 {
            tenths.entry(first).or_insert(felt.clamp(-30, 30));
        }
    }
    let known: serde_json::Value =
        serde_json::from_str(&read(data, "lexicons/fr_afinn_multilang_build-fr.json"))
            .expect("it is JSON");
    for (word, entry) in known.as_object().into_iter().flatten() {
        let first = word.chars().next().unwrap_or(' ');
        if entry["lang"] == "*" && first as u32 > 0x2000 {
            tenths.insert(first, (entry["coeff"].as_f64().unwrap_or_default() * 8.0) as i32);
        }
    }
    let own = fs::read_to_string(assets.join("own.valence.emoji.txt")).expect("it is there");
    for line in own.lines().filter(|line| !line.starts_with('#')) {
        let mut parts = line.split_whitespace();
        let value: i32 =
            parts.next().and_then(|n| n.parse().ok()).expect("a line begins with tenths");
        tenths
            .extend(parts.filter_map(|picture| picture.chars().next()).map(|first| (first, value)));
    }
    let mut lines: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for (first, value) in tenths.into_iter().filter(|(_, value)| value.abs() >= 3) {
        lines.entry(value).or_default().push(first.to_string());
    }
    let mut out =
        String::from("# Written by examples/train; sources and licences in docs/language.md.\n");
    for (value, pictures) in lines {
        out += &format!("{value} {}\n", pictures.join(" "));
    }
    fs::write(assets.join("valence.emoji.txt"), out).expect("it is written");
}
