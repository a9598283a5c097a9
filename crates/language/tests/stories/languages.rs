//! The language of messages as people send them.

use language::{Analyser, Asked, Spoken};

use crate::{hold, read};

#[test]
fn short_messages_with_handles_links_and_pictures_are_heard() {
    let french = [
        "@camille trop bon 😍 https://t.co/abc",
        "merci bcp",
        "c'est ou la boutique",
        "cest quand",
        "RT @fournil la brioche est prete !!!",
        "jsuis degoutee",
        "Bonjour",
        "ptdr j'en peux plus 😂😂",
    ];
    hold(&french, 1, |read| read.language == Spoken::French);
    let english = [
        "@camille so good 😍 https://t.co/abc",
        "thx a lot",
        "where r u guys",
        "lol that was so funny",
        "Good morning everyone",
        "omg i need this",
    ];
    hold(&english, 1, |read| read.language == Spoken::English);
}

#[test]
fn other_languages_are_neither() {
    let texts = [
        "¿Dónde está la tienda? Quiero comprar pan mañana",
        "Wo ist der Laden? Ich möchte morgen Brot kaufen",
        "Dove si trova il negozio? Vorrei comprare il pane domani",
        "Onde fica a loja? Quero comprar pão amanhã",
        "Waar is de winkel? Ik wil morgen brood kopen",
        "Где находится магазин?",
        "お店はどこですか",
        "أين المتجر؟",
    ];
    hold(&texts, 1, |read| matches!(read.language, Spoken::Other(_)));
}

#[test]
fn a_message_without_words_has_no_language() {
    for text in ["", "🥐🥐🥐", "https://fournil.fr", "12 34", "!!!"] {
        let analysis = read(text);
        assert_eq!(analysis.language, Spoken::Unknown, "{text}");
        assert!(analysis.language_confidence < 0.01);
    }
}

#[test]
fn the_language_asked_for_is_the_one_read() {
    let reader = Analyser::new();
    assert_eq!(reader.read("Super", Asked::English).language, Spoken::English);
    assert_eq!(reader.read("Super", Asked::French).language, Spoken::French);
}

#[test]
fn any_line_is_answered_in_time_however_long_or_odd() {
    let started = std::time::Instant::now();
    let long = [
        "a ".repeat(20_000),
        "!".repeat(100_000),
        "😀".repeat(20_000),
        "x".repeat(100_000),
        "est-ce que vous pouvez me rappeler ? ".repeat(500),
        "p*t*in ".repeat(4_000),
        "<br ".repeat(10_000),
        "&lt;".repeat(100_000),
        "http://a.fr/".repeat(30_000),
        "\u{301}\u{200d}".repeat(50_000),
    ];
    for text in &long {
        let read = read(text);
        assert!((0.0..=1.0).contains(&read.spam.score), "{read:?}");
    }
    // Seconds, where a text read again and again for each of its words would take hours.
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}
