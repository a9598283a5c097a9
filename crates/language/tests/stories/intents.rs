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
