//! How the author of a message feels.

use language::{For, Tone};

use crate::{hold, read};

#[test]
fn pleased_people_are_heard_in_french() {
    let texts = [
        "Merci pour la tarte, on s'est régalés !",
        "Franchement c'est pas mal du tout",
        "Rien à redire sur la livraison",
        "J'adore, vous êtes au top 😍",
        "Putain c'est bon !",
        "Superbe accueil, je reviendrai avec plaisir",
        "Pas déçue, la qualité est là",
        "Enfin une boulangerie qui fait du vrai pain, bravo",
        "trop hate de samedi 🎉",
        "Aucun problème, tout est arrivé à temps, merci",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Positive);
}

#[test]
fn displeased_people_are_heard_in_french() {
    let texts = [
        "C'est pas terrible votre nouvelle formule",
        "Toujours pas reçu mon colis, c'est honteux",
        "Je ne suis pas contente du tout",
        "Très déçue par la brioche, elle était sèche",
        "Plus jamais je ne commanderai ici",
        "Service client lamentable 😡",
        "ca marche pas votre appli, ras le bol",
        "Le décor est joli mais le repas était immangeable",
        "Quelle honte, une heure d'attente",
        "On ne recommande pas",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Negative);
}

#[test]
fn plain_talk_is_neither() {
    let texts = [
        "Vous ouvrez à quelle heure demain ?",
        "La réunion est à 18 h à la mairie",
        "Je passe vers midi chercher ma commande",
        "Le bus 12 passe par la place du marché",
        "What time do you open on Monday?",
        "The meeting is at 6 pm in the library",
        "I will pick it up on Tuesday",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Neutral);
}

#[test]
fn english_is_heard_too() {
    hold(
        &[
            "Not bad at all, I will come back",
            "Best bread in town, thank you so much",
            "Holy shit this is so good",
            "I love your new shop 😍",
            "Can't wait for Saturday!",
        ],
        1,
        |read| read.sentiment.label == Tone::Positive,
    );
    hold(
        &[
            "I am not happy with this at all",
            "Still waiting for my refund, this is a joke",
            "The staff were rude and the soup was cold",
            "Never again, what a waste of money",
            "It looked great but it broke after one day",
        ],
        1,
        |read| read.sentiment.label == Tone::Negative,
    );
}

#[test]
fn negation_and_what_follows_mais_turn_a_message() {
    let tone = |text: &str| read(text).sentiment;
    assert!(tone("C'est bon").positive > tone("Ce n'est pas bon").positive + 0.2);
    assert!(tone("Le service est lent mais le repas délicieux").positive > 0.4);
    let praised_first = tone("Le repas est délicieux mais le service est lent et désagréable");
    assert!(praised_first.negative > tone("Le repas est délicieux").negative + 0.2);
}

#[test]
fn pictures_speak_even_alone() {
    assert_eq!(read("😍😍").sentiment.label, Tone::Positive);
    assert_eq!(read("😡😡😡").sentiment.label, Tone::Negative);
}

#[test]
fn where_irony_is_likely_confidence_is_low() {
    for text in [
        "Bravo, encore une heure de retard",
        "Super, encore une panne... génial",
        "Merci pour rien",
        "Great, another delay, just perfect",
    ] {
        let sentiment = read(text).sentiment;
        let sure_of_joy = sentiment.label == Tone::Positive && sentiment.confidence > 0.5;
        assert!(!sure_of_joy, "{text}: {sentiment:?}");
    }
    let sincere = read("Bravo, le pain était délicieux, merci beaucoup").sentiment;
    assert!(sincere.confidence > 0.5, "{sincere:?}");
}

#[test]
fn the_words_that_weighed_are_told() {
    let told = read("Le pain est délicieux mais l'accueil est horrible").weighed;
    let weight = |word: &str| {
        told.iter().find(|w| w.on == For::Sentiment && w.words == word).map(|w| w.weight)
    };
    assert!(weight("délicieux").is_some_and(|weight| weight > 0.0), "{told:?}");
    assert!(weight("horrible").is_some_and(|weight| weight < 0.0), "{told:?}");
}

#[test]
fn french_as_it_is_typed_is_heard() {
    let texts = [
        "c pas terrible",
        "jsuis degoutee",
        "g attendu 1h pr rien",
        "c nul votre appli",
        "tjr pas de nouvelles, ras le bol",
        "nuuuul",
        "trop decue de ma commande",
        "ptn encore en panne",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Negative);
    let texts = [
        "c trop bon",
        "jsuis fan",
        "jadore votre boulangerie",
        "troooop bien mercii",
        "c ouf comme c bon",
        "merciiiii bcp",
        "grave top la soiree",
        "tkt c'était parfait",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Positive);
}

#[test]
fn bread_haircuts_and_parcels_have_their_words() {
    let texts = [
        "Croissant sec et pas frais",
        "Viande trop cuite, frites molles",
        "Les fleurs ont fané en deux jours",
        "Coupe ratée, je suis dégoûtée",
        "Colis arrivé ouvert et produit cassé",
        "Le pain était rassis",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Negative);
    let texts = [
        "Pain croustillant et bien cuit, un régal",
        "Légumes d'une fraîcheur incroyable",
        "Coiffeuse à l'écoute, ravie du résultat",
        "Bouquet magnifique, ma mère a adoré",
        "Livré en avance et bien emballé",
        "Artisan sérieux, travail soigné",
    ];
    hold(&texts, 1, |read| read.sentiment.label == Tone::Positive);
}
