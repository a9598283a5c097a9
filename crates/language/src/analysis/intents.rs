//! What a message wants: sums of turns of phrase, and of how its author feels.

use std::sync::OnceLock;

use super::adjust::Shift;
use super::analyser::sigmoid;
use super::features::Look;
use super::hash::{Table, hash};
use super::lists::Class;
use super::phrases::{Hit, Says};
use super::tokens::{Kind, Token};
use super::{Intent, Intents, Sentiment};

/// What a question mark weighs.
const MARK: f32 = 2.4;
/// A question of this weight asks to know, however politely it is put.
const ASKS: f32 = 2.0;

/// The intents of a message.
pub(super) fn of(look: &Look<'_>, sentiment: &Sentiment, shift: &Shift) -> Intents {
    let score =
        |intent: Intent, sum: f32| sigmoid((sum - 1.35) * 1.8 + shift.intents[intent as usize]);
    let sum = |says: Says| summed(look.hits.iter().filter(|hit| hit.says == says));
    // What says no known words of blame or praise may still be felt; more so when it speaks of
    // what was bought or done.
    let doubt = if is_of_trade(look) { 0.3 } else { 0.5 };
    let feels = |says: Says, tone: f64, doubt: f32| {
        let sum = sum(says);
        let felt = ((tone as f32 - doubt) * 5.0).clamp(0.0, 1.9);
        if sum > 0.0 { sum + (tone as f32 - 0.4) * 1.4 } else { felt }
    };
    Intents {
        question: score(Intent::Question, asked(look)),
        complaint: score(Intent::Complaint, feels(Says::Complaint, sentiment.negative, doubt)),
        praise: score(Intent::Praise, feels(Says::Praise, sentiment.positive, doubt + 0.15)),
        suggestion: score(Intent::Suggestion, sum(Says::Suggestion)),
        request: score(Intent::Request, sum(Says::Request)),
    }
}

/// The strongest counts in full, the others help.
fn summed<'h>(hits: impl Iterator<Item = &'h Hit>) -> f32 {
    let (mut most, mut rest) = (0.0_f32, 0.0_f32);
    for hit in hits {
        rest += if hit.weight > most { most } else { hit.weight };
        most = most.max(hit.weight);
    }
    most + 0.4 * rest
}

/// How much a message asks to know something. « Pouvez-vous me rappeler ? » and « Pourquoi ne pas
/// ouvrir le lundi ? » have the form of questions, and want something else.
fn asked(look: &Look<'_>) -> f32 {
    let sentence = |hit: &Hit| look.tokens.get(hit.from).map(|token| token.sentence);
    let is_put_politely = |number: u32| {
        let strong = |says: Says, from: f32| {
            look.hits.iter().any(|hit| {
                hit.says == says
                    && hit.weight >= from
                    && sentence(hit) == Some(number)
                    && (says != Says::Request || opens_a_demand(&look.tokens[hit.from]))
            })
        };
        !strong(Says::Question, ASKS)
            && (strong(Says::Request, 1.3) || strong(Says::Suggestion, 1.6))
    };
    let polite: Vec<u32> = {
        let mut numbers: Vec<u32> = look.tokens.iter().map(|token| token.sentence).collect();
        numbers.dedup();
        numbers.retain(|number| is_put_politely(*number));
        numbers
    };
    let mark = look
        .tokens
        .iter()
        .any(|token| token.kind == Kind::Mark('?') && !polite.contains(&token.sentence));
    let hits = look.hits.iter().filter(|hit| {
        hit.says == Says::Question && !sentence(hit).is_some_and(|at| polite.contains(&at))
    });
    summed(hits) + if mark { MARK } else { 0.0 }
}

/// « pouvez-vous », « est-il possible », « could you »: a demand in the form of a question.
fn opens_a_demand(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "pouvez"
            | "pourriez"
            | "peux"
            | "pourrais"
            | "peut"
            | "pourrait"
            | "puis"
            | "est"
            | "serait"
            | "vous"
            | "tu"
            | "possible"
            | "can"
            | "could"
            | "would"
            | "will"
            | "may"
            | "me"
            | "nous"
    )
}

/// Whether it speaks to someone, of oneself, or of what is sold.
fn is_of_trade(look: &Look<'_>) -> bool {
    const WORDS: &str = "j je on nous moi mon ma mes notre nos i we my our us me votre vos your commande colis \
        livraison livreur livre produit produits article articles service serveur serveuse vendeur vendeuse \
        magasin boutique accueil personnel prix facture repas plat plats pain gateau gateaux tarte salle table \
        chambre hotel restaurant resto cafe boulangerie coiffeur garage rendez rdv site appli application \
        rayon caisse menu carte portion portions qualite order parcel delivery driver staff waiter room food \
        meal shop store product price bill table cake bread quality app website";
    static KNOWN: OnceLock<Table<()>> = OnceLock::new();
    let known = KNOWN
        .get_or_init(|| WORDS.split_whitespace().map(|word| (hash(word.as_bytes()), ())).collect());
    look.classes.iter().any(|class| class.has(Class::YOU))
        || look.tokens.iter().any(|token| known.contains_key(&token.hash))
}
