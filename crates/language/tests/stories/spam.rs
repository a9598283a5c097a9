//! Unwanted advertising.

use crate::hold;

#[test]
fn lures_are_found() {
    let texts = [
        "Gagnez 500 € par jour sans bouger de chez vous, cliquez ici http://bit.ly/xyz",
        "Offre de prêt entre particuliers, écrivez-moi sur WhatsApp +229 90 00 00 00",
        "Abonnez-vous à ma chaîne, je m'abonne en retour",
        "Grand voyant, retour affectif en 48 h, appelez le 06 00 00 00 00",
        "Achetez 1000 abonnés pour 5 € sur www.superlikes.com",
        "Subscribe to my channel and check out my new video",
        "Make $500 a day from home, click here http://bit.ly/abc",
        "Free followers at www.getlikes.com",
    ];
    hold(&texts, 1, |read| read.spam.flagged);
}

#[test]
fn a_link_a_price_or_a_number_is_no_lure() {
    let texts = [
        "Voici l'article dont je parlais : https://www.ouest-france.fr/pain",
        "Ma commande https://boutique.fr/commande/1234 est toujours en préparation",
        "Vous pouvez m'appeler au 06 12 34 56 78",
        "La brioche coûte 3,50 €",
        "La livraison est-elle gratuite à partir de 50 € ?",
        "Bravo pour cette belle photo http",
        "I subscribed to your newsletter last week",
        "Here is the photo https://example.org/p/1",
        "My order number is 458721",
    ];
    hold(&texts, 1, |read| !read.spam.flagged);
}
