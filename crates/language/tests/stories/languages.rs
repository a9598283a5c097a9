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
