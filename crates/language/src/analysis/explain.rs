//! Which words weighed.

use super::features::{self, Look};
use super::lures;
use super::model::{Judgement, Linear, Models};
use super::phrases::Says;
use super::tokens::Kind;
use super::{For, Intent, Intents, Spam, Toxicity, Weighed};

/// How many are told for each judgement.
const TOLD: usize = 4;

/// The words that weighed most, by judgement, as `text` writes them.
pub(super) fn weighed(
    text: &str,
    look: &Look<'_>,
    toxicity: &Toxicity,
    spam: &Spam,
    intents: &Intents,
) -> Vec<Weighed> {
    let mut told = feeling(text, look);
    if toxicity.score >= 0.2 {
        told.extend(hurting(text, look));
    }
    if spam.score >= 0.3 {
        told.extend(luring(text, look));
    }
    for intent in intents.all() {
        told.extend(wanting(text, look, intent));
    }
    told.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    told
}

fn feeling(text: &str, look: &Look<'_>) -> Vec<Weighed> {
    let model = Models::shipped().of(Judgement::Sentiment);
    let mut by_token: Vec<f32> = look.feelings.of.iter().map(|value| value * 0.35).collect();
    for (hash, value, at) in features::sentiment(look).hashed {
        by_token[at] += model.push(hash, value, 2) - model.push(hash, value, 0);
    }
    top(text, look, &by_token, For::Sentiment, |weight| weight.abs() > 0.15)
}

fn hurting(text: &str, look: &Look<'_>) -> Vec<Weighed> {
    let mut by_token = pushed(look, Judgement::Toxicity, &features::toxicity(look).hashed);
    for hit in look.hits.iter().filter(|hit| matches!(hit.says, Says::Hate | Says::Insult)) {
        by_token[hit.from] += hit.weight * 0.5;
    }
    top(text, look, &by_token, For::Toxicity, |weight| weight > 0.2)
}

fn luring(text: &str, look: &Look<'_>) -> Vec<Weighed> {
    let mut by_token = pushed(look, Judgement::Spam, &lures::spam(look).hashed);
    for hit in look.hits.iter().filter(|hit| is_lure(hit.says)) {
        by_token[hit.from] += hit.weight * 0.5;
    }
    top(text, look, &by_token, For::Spam, |weight| weight > 0.2)
}

fn pushed(look: &Look<'_>, judgement: Judgement, hashed: &[(u64, f32, usize)]) -> Vec<f32> {
    let model: &Linear = Models::shipped().of(judgement);
    let mut by_token = vec![0.0; look.tokens.len()];
    for (hash, value, at) in hashed {
        by_token[*at] += model.push(*hash, *value, 0);
    }
    by_token
}

fn wanting(text: &str, look: &Look<'_>, intent: Intent) -> Vec<Weighed> {
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
            words: written(text, look, hit.from, hit.to),
            on: For::Intent(intent),
            weight: f64::from(hit.weight),
        })
        .collect();
    told.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    told.truncate(2);
    told
}

fn top(
    text: &str,
    look: &Look<'_>,
    by_token: &[f32],
    on: For,
    tells: impl Fn(f32) -> bool,
) -> Vec<Weighed> {
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
        Weighed {
            words: written(text, look, at, hit.unwrap_or(at + 1)),
            on,
            weight: f64::from(weight),
        }
    };
    let all: Vec<Weighed> = heavy.into_iter().map(told).collect();
    let within = |one: &&Weighed| {
        all.iter()
            .any(|other| other.words.len() > one.words.len() && other.words.contains(&one.words))
    };
    all.iter().filter(|one| !within(one)).cloned().collect()
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

/// As it stands in the text, with its apostrophes.
fn written(text: &str, look: &Look<'_>, from: usize, to: usize) -> String {
    let tokens = &look.tokens[from..to.min(look.tokens.len())];
    let place = |raw: &str| raw.as_ptr().addr().checked_sub(text.as_ptr().addr());
    let whole = tokens.first().zip(tokens.last()).and_then(|(first, last)| {
        text.get(place(first.raw)?..place(last.raw)?.checked_add(last.raw.len())?)
    });
    whole.unwrap_or_default().to_owned()
}
