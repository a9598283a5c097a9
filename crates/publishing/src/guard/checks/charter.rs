//! What the charter says: topics, words, regulated vocabulary, languages.

use language::{Spoken, Term, Terms, about};
use strategy::WordKind;

use super::super::piece::{Piece, Text};
use super::super::{Fact, Guard};
use super::Findings;

/// Shorter texts can't be held to a topic.
const ENOUGH_WORDS: usize = 6;
/// Below this, a guess of the language is not worth a remark.
const SURE: f64 = 0.5;
/// How many words a finding names.
const NAMED: usize = 5;

pub(super) fn look(piece: &Piece<'_>, found: &mut Findings<'_>) {
    if found.wants(Guard::OffTopic) {
        off_topic(piece, found);
    }
    for text in &piece.texts {
        words(text, found);
        if found.wants(Guard::Regulated) {
            regulated(text, found);
        }
        if found.wants(Guard::WrongLanguage) {
            language(piece, text, found);
        }
    }
}

/// Only where topics have words to be known by, and the author did not say the topic.
fn off_topic(piece: &Piece<'_>, found: &mut Findings<'_>) {
    let charter = &found.desk.charter;
    let topics: Vec<_> = charter.live_topics().collect();
    if piece.post.topic.is_some() || topics.is_empty() || topics.iter().any(|t| t.words.is_empty())
    {
        return;
    }
    let wanted = || {
        topics.iter().flat_map(|topic| topic.words.iter().chain([&topic.name])).map(String::as_str)
    };
    for text in &piece.texts {
        let spoken = match &text.guess.spoken {
            Spoken::Unknown => Spoken::from_tag(&found.desk.language),
            known => known.clone(),
        };
        let long_enough = text.reading.words().len() >= ENOUGH_WORDS;
        if long_enough && about(&text.whole, &text.reading, wanted(), &spoken).is_empty() {
            let topics = topics.iter().map(|topic| topic.name.clone()).collect::<Vec<_>>();
            for channel in text.concerned() {
                found.add(Guard::OffTopic, channel, Fact::OffTopic { topics: topics.clone() });
            }
        }
    }
}

fn words(text: &Text, found: &mut Findings<'_>) {
    let desk = found.desk;
    for word in &desk.charter.words {
        let guard = match word.kind {
            WordKind::Avoid => Guard::Avoided,
            WordKind::Prefer => Guard::Preferred,
        };
        let seen = Term::parse(&word.word).and_then(|term| term.find(&text.reading, &text.whole));
        if let Some(seen) = seen {
            for channel in text.concerned() {
                let fact = Fact::Word {
                    words: seen.words.clone(),
                    instead: word.instead.clone(),
                    why: word.why.clone(),
                };
                found.add(guard, channel, fact);
            }
        }
    }
}

fn regulated(text: &Text, found: &mut Findings<'_>) {
    let desk = found.desk;
    for list in desk.charter.regulated.iter().filter(|list| list.active) {
        let seen = Terms::parse(list.terms()).find_all(&text.reading, &text.whole);
        let mut words: Vec<String> = Vec::new();
        for one in seen {
            if words.len() < NAMED && !words.contains(&one.words) {
                words.push(one.words);
            }
        }
        if !words.is_empty() {
            for channel in text.concerned() {
                let fact = Fact::Regulated { kind: list.kind, words: words.clone() };
                found.add(Guard::Regulated, channel, fact);
            }
        }
    }
}

fn language(piece: &Piece<'_>, text: &Text, found: &mut Findings<'_>) {
    if text.guess.spoken == Spoken::Unknown || text.guess.confidence < SURE {
        return;
    }
    let desk = found.desk;
    let own = |channel| desk.charter.channel(channel).and_then(|line| line.language.clone());
    let usual = || match (&piece.post.language, desk.charter.voice.languages.as_slice()) {
        (Some(said), _) => vec![said.clone()],
        (None, []) => vec![desk.language.clone()],
        (None, several) => several.to_vec(),
    };
    let check = |channel, found: &mut Findings<'_>, expected: Vec<String>| {
        if expected.iter().all(|tag| Spoken::from_tag(tag) != text.guess.spoken) {
            let fact = Fact::Language {
                found: text.guess.spoken.tag().to_owned(),
                expected: expected.first().cloned().unwrap_or_default(),
            };
            found.add(Guard::WrongLanguage, channel, fact);
        }
    };
    let own_lines = text.channels.iter().any(|channel| own(*channel).is_some());
    if text.for_all && !own_lines {
        return check(None, found, usual());
    }
    for channel in &text.channels {
        let expected = own(*channel).map_or_else(usual, |own| vec![own]);
        check(Some(*channel), found, expected);
    }
}
