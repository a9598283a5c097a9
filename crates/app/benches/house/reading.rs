//! Reading messages, against a pass that only cuts the same texts into words.

use std::hint::black_box;
use std::time::Instant;

use language::{Analyser, Asked, Reading};

use crate::report::Report;

/// As people write to brands, both languages, short and less short.
const MESSAGES: [&str; 8] = [
    "Bonjour, avez-vous encore du pain de seigle cet après-midi ?",
    "@fournil merci pour l'accueil, on s'est régalés 😍 https://fournil.fr/menu",
    "Toujours pas reçu ma commande de mardi dernier, personne ne répond au téléphone, c'est vraiment inadmissible !!!",
    "c'est pas mal du tout mais un peu cher quand même",
    "Where is my order? I have been waiting for two weeks and nobody answers",
    "Best bakery in town, thank you so much!",
    "Vous devriez ouvrir le dimanche matin, ce serait génial pour le quartier #Nantes",
    "ok je passe demain vers 17h",
];
const ROUNDS: usize = 4000;

/// Texts a second, on one core.
fn pace(mut read: impl FnMut(&str)) -> f64 {
    let started = Instant::now();
    for _ in 0..ROUNDS {
        MESSAGES.iter().for_each(|text| read(text));
    }
    (ROUNDS * MESSAGES.len()) as f64 / started.elapsed().as_secs_f64()
}

pub fn measure(report: &mut Report) {
    let reader = Analyser::new();
    // The models are read once, before.
    black_box(reader.read(MESSAGES[0], Asked::Auto));
    let words = pace(|text| drop(black_box(Reading::of(text))));
    let read = pace(|text| drop(black_box(reader.read(text, Asked::Auto))));
    report.line(
        "Reading messages (language, sentiment, insult, spam, intent)",
        &format!("{read:.0} texts/s on one core, 1/{:.1} of cutting into words", words / read),
        "at least 20,000 texts/s",
        &format!(
            "8 short messages in both languages, over and over; cutting alone: {words:.0} texts/s"
        ),
    );
}
