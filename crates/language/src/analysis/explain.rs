//! Which words weighed.

use super::features::{self, Look};
use super::lures;
use super::model::{Judgement, Linear, Models};
use super::phrases::Says;
use super::tokens::Kind;
use super::{For, Intent, Intents, Sentiment, Spam, Toxicity, Weighed};

/// How many are told for each judgement.
const TOLD: usize = 4;

/// The words that weighed most, by judgement.
pub(super) fn weighed(
    look: &Look<'_>,
    sentiment: &Sentiment,
    toxicity: &Toxicity,
    spam: &Spam,
    intents: &Intents,
) -> Vec<Weighed> {
    let mut told = feeling(look, sentiment);
    if toxicity.score >= 0.2 {
        told.extend(hurting(look));
    }
    if spam.score >= 0.3 {
        told.extend(luring(look));
    }
    for intent in intents.all() {
        told.extend(wanting(look, intent));
    }
    told.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    told
}

fn feeling(look: &Look<'_>, _sentiment: &Sentiment) -> Vec<Weighed> {
    let model = Models::shipped().of(Judgement::Sentiment);
    let mut by_token: Vec<f32> = look.feelings.of.iter().map(|value| value * 0.35).collect();
    for (hash, value, at) in features::sentiment(look).hashed {
        by_token[at] += model.push(hash, value, 2) - model.push(hash, value, 0);
    }
    top(look, &by_token, For::Sentiment, |weight| weight.abs() > 0.15)
}

fn hurting(look: &Look<'_>) -> Vec<Weighed> {
    let mut by_token = pushed(look, Judgement::Toxicity, &features::toxicity(look).hashed);
    for hit in look.hits.iter().filter(|hit| matches!(hit.says, Says::Hate | Says::Insult)) {
        by_token[hit.from] += hit.weight * 0.5;
    }
    top(look, &by_token, For::Toxicity, |weight| weight > 0.2)
}

fn luring(look: &Look<'_>) -> Vec<Weighed> {
    let mut by_token = pushed(look, Judgement::Spam, &lures::spam(look).hashed);
    for hit in look.hits.iter().filter(|hit| is_lure(hit.says)) {
        by_token[hit.from] += hit.weight * 0.5;
    }
    top(look, &by_token, For::Spam, |weight| weight > 0.2)
}

fn pushed(look: &Look<'_>, judgement: Judgement, hashed: &[(u64, f32, usize)]) -> Vec<f32> {
    let model: &Linear = Models::shipped().of(judgement);
    let mut by_token = vec![0.0; look.tokens.len()];
    for (hash, value, at) in hashed {
        by_token[*at] += model.push(*hash, *value, 0);
    }
    by_token
}

fn wanting(look: &Look<'_>, intent: Intent) -> Vec<Weighed> {
    let says = match intent {
        Intent::Question => Says::Question,
        Intent::Complaint => Says::Complaint,
        Intent::Praise => Says::Praise,
        Intent::Suggestion => Says::Suggestion,
        Intent::Request => Says::Request,
    };
    let hits = look.hits.iter().filter(|hit| hit.says == says && hit.weight > 0.0);
    let mut told: Vec<Weighed> = hits
        .map(|hit| Weighed {
            words: written(look, hit.from, hit.to),
            on: For::Intent(intent),
            weight: f64::from(hit.weight),
        })
        .collect();
    told.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    told.truncate(2);
    told
}

fn top(look: &Look<'_>, by_token: &[f32], on: For, tells: impl Fn(f32) -> bool) -> Vec<Weighed> {
    let mut heavy: Vec<(usize, f32)> = by_token
        .iter()
        .copied()
        .enumerate()
        .filter(|(at, weight)| tells(*weight) && says_something(look, *at))
        .collect();
    heavy.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    heavy.truncate(TOLD);
    let told = |(at, weight): (usize, f32)| {
        let hit = look
            .hits
            .iter()
            .filter(|hit| hit.from == at && belongs(hit.says, on))
            .map(|hit| hit.to)
            .max();
        Weighed { words: written(look, at, hit.unwrap_or(at + 1)), on, weight: f64::from(weight) }
    };
    heavy.into_iter().map(told).collect()
}

/// A comma that weighs says nothing to a reader; an exclamation does.
fn says_something(look: &Look<'_>, at: usize) -> bool {
    match look.tokens[at].kind {
        Kind::Mark(mark) => matches!(mark, '!' | '?' | '…'),
        _ => true,
    }
}

fn belongs(says: Says, on: For) -> bool {
    match on {
        For::Sentiment => says == Says::Feeling,
        For::Toxicity => matches!(says, Says::Hate | Says::Insult),
        For::Spam => is_lure(says),
        For::Intent(_) => false,
    }
}

fn is_lure(says: Says) -> bool {
    matches!(says, Says::Spam | Says::Call | Says::Boast | Says::Bait)
}

fn written(look: &Look<'_>, from: usize, to: usize) -> String {
    let words: Vec<&str> =
        look.tokens[from..to.min(look.tokens.len())].iter().map(|token| token.raw).collect();
    words.join(" ")
}
