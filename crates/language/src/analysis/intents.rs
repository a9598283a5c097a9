//! What a message wants: sums of turns of phrase, and of how its author feels.

use std::sync::OnceLock;

use super::adjust::Shift;
use super::analyser::sigmoid;
use super::features::{Features, Look, capped};
use super::hash::{Table, hash, mix};
use super::lists::Class;
use super::model::{Judgement, Models};
use super::phrases::{Hit, Says};
use super::tokens::{Kind, Token};
use super::{Intent, Intents, Sentiment};

/// What a question mark weighs.
const MARK: f32 = 2.4;
/// A question of this weight asks to know, however politely it is put.
const ASKS: f32 = 2.0;

/// The intents of a message.
pub(super) fn of(look: &Look<'_>, sentiment: &Sentiment, shift: &Shift) -> Intents {
    let ruled = ruled(look, [sentiment.negative, sentiment.positive]);
    let weighed = features(look);
    let score = |intent: Intent| {
        let at = intent as usize;
        let raw = if intent == Intent::Question {
            ruled[at]
        } else {
            let model = Models::shipped().of(Judgement::WANTS[at - 1]);
            // Turns of phrase tell what they foresee, words what is like what was learnt.
            ruled[at].max(model.raw(&weighed)[0])
        };
        sigmoid(raw + shift.intents[at])
    };
    Intents {
        question: score(Intent::Question),
        complaint: score(Intent::Complaint),
        praise: score(Intent::Praise),
        suggestion: score(Intent::Suggestion),
        request: score(Intent::Request),
    }
}

/// For what was learnt of intents: words, pairs of them and their beginnings, and how the
/// message looks and feels.
pub(super) fn features(look: &Look<'_>) -> Features {
    let first = look.count(|t| {
        matches!(t.folded.as_str(), "je" | "j" | "moi" | "on" | "nous" | "i" | "we" | "me" | "us")
    });
    let words = look.count(|token| token.kind == Kind::Word);
    let negated = look.feelings.negated.iter().filter(|negated| **negated).count() as f32;
    let mut features = Features {
        dense: vec![
            capped(look.feelings.glad, 4.0),
            capped(look.feelings.sad.abs(), 4.0),
            capped(look.marks('?'), 1.0),
            capped(look.marks('!'), 2.0),
            capped(first, 2.0),
            capped(look.classes.iter().filter(|class| class.has(Class::YOU)).count() as f32, 2.0),
            capped(words, 6.0),
            capped(words, 20.0),
            capped(negated, 3.0),
            f32::from(u8::from(is_of_trade(look))),
            f32::from(u8::from(look.english)),
        ],
        ..Features::default()
    };
    let mut before = hash(b"");
    for (at, token) in look.tokens.iter().enumerate() {
        if !matches!(token.kind, Kind::Word | Kind::Number | Kind::Emoji) {
            continue;
        }
        features.hashed.push((mix(token.hash, 0, 101), 0.0, at));
        features.hashed.push((mix(before, token.hash, 102), 0.0, at));
        before = token.hash;
        if token.kind == Kind::Word && token.folded.len() > 5 && token.folded.is_ascii() {
            features.hashed.push((mix(hash(&token.folded.as_bytes()[..5]), 0, 103), 0.0, at));
        }
    }
    features.normalise(0);
    features
}

/// By turns of phrase and by the tone, negative and positive: raw scores, in the order of intents.
pub(super) fn ruled(look: &Look<'_>, [negative, positive]: [f64; 2]) -> [f32; 5] {
    let sum = |says: Says| summed(look.hits.iter().filter(|hit| hit.says == says));
    // What says no known words of blame or praise may still be felt; more so when it speaks of
    // what was bought or done.
    let doubt = if is_of_trade(look) { 0.3 } else { 0.5 };
    let feels = |says: Says, tone: f64, doubt: f32| {
        let sum = sum(says);
        let felt = ((tone as f32 - doubt) * 5.0).clamp(0.0, 1.9);
        if sum > 0.0 { sum + (tone as f32 - 0.4) * 1.4 } else { felt }
    };
    [
        asked(look),
        feels(Says::Complaint, negative, doubt),
        feels(Says::Praise, positive, doubt + 0.15),
        sum(Says::Suggestion),
        sum(Says::Request),
    ]
    .map(|sum| (sum - 1.35) * 1.8)
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
    const STRONG: u8 = 1;
    const DEMAND: u8 = 2;
    let sentence = |hit: &Hit| look.tokens.get(hit.from).map_or(0, |token| token.sentence) as usize;
    let mut said = vec![0_u8; look.tokens.last().map_or(0, |token| token.sentence) as usize + 1];
    for hit in &look.hits {
        said[sentence(hit)] |= match hit.says {
            Says::Question if hit.weight >= ASKS => STRONG,
            Says::Suggestion if hit.weight >= 1.6 => DEMAND,
            Says::Request if hit.weight >= 1.3 && opens_a_demand(&look.tokens[hit.from]) => DEMAND,
            _ => 0,
        };
    }
    let is_polite = |sentence: usize| said[sentence] == DEMAND;
    let mark = look
        .tokens
        .iter()
        .any(|token| token.kind == Kind::Mark('?') && !is_polite(token.sentence as usize));
    let hits =
        look.hits.iter().filter(|hit| hit.says == Says::Question && !is_polite(sentence(hit)));
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
