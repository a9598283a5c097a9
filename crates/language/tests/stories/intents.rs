//! What messages want.

use language::Intent;

use crate::{hold, read};

#[test]
fn questions_are_heard_without_their_mark() {
    let texts = [
        "Vous ouvrez à quelle heure demain",
        "est ce que vous livrez à Rennes",
        "Combien coûte la grande brioche",
        "Avez-vous du pain sans gluten ?",
        "je voulais savoir si la boutique est ouverte lundi",
        "c'est quand la prochaine fournée",
        "What time do you open on Sunday",
        "does anyone know if they deliver",
        "Is there a car park?",
    ];
    hold(&texts, 1, |read| read.intent.holds(Intent::Question));
}

#[test]
fn complaints_praise_suggestions_and_requests_are_told_apart() {
    hold(
        &[
            "Toujours pas reçu ma commande depuis trois semaines",
            "Le colis est arrivé cassé",
            "Une heure d'attente, c'est inadmissible",
            "Service client injoignable, personne ne répond",
            "My order never arrived",
            "The app stopped working, I want a refund",
        ],
        1,
        |read| read.intent.holds(Intent::Complaint),
    );
    hold(
        &[
            "Bravo à toute l'équipe",
            "J'adore votre pain",
            "Je recommande les yeux fermés",
            "Super accueil, très bon conseil",
            "Well done, great job",
            "I love this place",
        ],
        1,
        |read| read.intent.holds(Intent::Praise),
    );
    hold(
        &[
            "Vous devriez ouvrir le dimanche",
            "Ce serait bien d'avoir un parking à vélos",
            "Pourquoi ne pas proposer du pain sans sel",
            "Et si vous faisiez une carte de fidélité",
            "You should open on Sundays",
            "It would be great to have a vegan option",
        ],
        1,
        |read| read.intent.holds(Intent::Suggestion),
    );
    hold(
        &[
            "Pouvez-vous me rappeler demain",
            "Merci de me renvoyer la facture",
            "Je voudrais réserver une table pour quatre",
            "Envoyez-moi le numéro de suivi svp",
            "Could you send me the invoice",
            "Please call me back",
        ],
        1,
        |read| read.intent.holds(Intent::Request),
    );
}

#[test]
fn several_may_hold_and_none_may() {
    let both = read("Toujours pas reçu ma commande, pouvez-vous me rembourser ?").intent;
    assert!(both.holds(Intent::Complaint) && both.holds(Intent::Request), "{both:?}");
    let none = read("Le bus 12 passe par la place du marché").intent;
    assert_eq!(none.all(), [], "{none:?}");
    let praise = read("Je ne recommande pas").intent;
    assert!(!praise.holds(Intent::Praise), "{praise:?}");
}

/// How well a table of sentences is heard: the mean F1 of the five intents.
fn heard(table: &str) -> f64 {
    let mut counts = [[0_usize; 3]; 5];
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<&str> = line.splitn(3, ' ').collect();
        let [_, marks, text] = parts[..] else { panic!("three parts: {line}") };
        let read = read(text).intent;
        for ((letter, intent), [heard, missed, wrong]) in
            "QCPSR".chars().zip(Intent::ALL).zip(&mut counts)
        {
            let may = marks.contains(letter.to_ascii_lowercase());
            match (marks.contains(letter), read.holds(intent)) {
                (true, true) => *heard += 1,
                (true, false) => *missed += 1,
                (false, true) if !may => *wrong += 1,
                _ => {}
            }
        }
    }
    let f1 = |[heard, missed, wrong]: [usize; 3]| {
        2.0 * heard as f64 / (2 * heard + missed + wrong).max(1) as f64
    };
    counts.map(f1).iter().sum::<f64>() / 5.0
}

#[test]
fn what_small_companies_receive_is_heard() {
    let known = heard(include_str!("intents.tsv"));
    assert!(known >= 0.88, "sentences that turns of phrase were written beside: {known:.3}");
    let unseen = heard(include_str!("intents_unseen.tsv"));
    assert!(unseen >= 0.66, "sentences written afterwards: {unseen:.3}");
}

#[test]
fn a_demand_in_the_form_of_a_question_is_no_question() {
    for text in ["Pouvez-vous me rappeler demain ?", "Could you send me the invoice?"] {
        let intent = read(text).intent;
        assert!(intent.holds(Intent::Request) && !intent.holds(Intent::Question), "{text}");
    }
    let idea = read("Pourquoi ne pas ouvrir le lundi ?").intent;
    assert!(idea.holds(Intent::Suggestion) && !idea.holds(Intent::Question), "{idea:?}");
    for text in ["Pouvez-vous me dire si c'est ouvert ?", "Can you tell me when you open?"] {
        assert!(read(text).intent.holds(Intent::Question), "{text}");
    }
}
