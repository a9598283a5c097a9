//! What moderation knows, in words.

use conversations::moderation::{
    AtNetwork, Decision, Ground, Law, Reached, Ruling, Sanction, SanctionKind, Why,
};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::parts::badge;
use crate::words::{Words, args};

/// « Mots : abruti, imbécile » — a condition that held.
pub fn why(words: &Words, why: &Why) -> String {
    let key = format!("moderation-why-{}", why.what.replace('_', "-"));
    let said = words.t(&key);
    if why.not {
        return words.tn("moderation-why-not", args![what => said]);
    }
    let found = match why.what.as_str() {
        "language" => why
            .found
            .iter()
            .map(|tag| words.t(&format!("moderation-language-{tag}")))
            .collect::<Vec<_>>()
            .join(", "),
        _ => why.found.join(", "),
    };
    let sure = |score: i64| match why.what.as_str() {
        "rulings" | "regular" | "flood" => words.number(score),
        _ => words.tn("moderation-sure", args![count => score]),
    };
    match (found.is_empty(), why.score.map(sure)) {
        (true, None) => said,
        (true, Some(score)) => words.tn("moderation-why-with", args![what => said, found => score]),
        (false, None) => words.tn("moderation-why-with", args![what => said, found => found]),
        (false, Some(score)) => words
            .tn("moderation-why-with-sure", args![what => said, found => found, score => score]),
    }
}

/// What held, one beside the other.
pub fn whys(words: &Words, all: &[Why]) -> Markup {
    html! {
        @if !all.is_empty() {
            ul.moderation-why { @for one in all { li { (why(words, one)) } } }
        }
    }
}

/// A decision, as a badge.
pub fn decision_badge(words: &Words, ruling: &Ruling) -> Markup {
    if ruling.undone_at.is_some() {
        return badge(&words.t("moderation-undone"), "");
    }
    let tone = match ruling.decision {
        Decision::Keep => "success",
        Decision::Hide => "warning",
        Decision::Delete => "danger",
    };
    badge(&words.t(&format!("moderation-decided-{}", ruling.decision)), tone)
}

/// How far a decision got at the network, where that is worth a word.
pub fn reached(words: &Words, ruling: &Ruling) -> Option<String> {
    let key = match ruling.reached {
        Reached::Here => return None,
        Reached::Asked => "moderation-reached-asked",
        Reached::Done => "moderation-reached-done",
        Reached::Cannot => "moderation-reached-cannot",
        Reached::Failed => "moderation-reached-failed",
    };
    Some(words.t(key))
}

/// A ground in one line: « Règle 3 : Respect », « Loi : injure ».
pub fn ground_line(words: &Words, ground: &Ground) -> String {
    match ground {
        Ground::Clause { number, .. } => {
            let (title, _) = ground.clause_in(words.language()).unwrap_or_default();
            words
                .tn("moderation-ground-clause", args![number => number.to_string(), title => title])
        }
        Ground::Law { law: Law::Other, words: said } => said.clone(),
        Ground::Law { law, .. } => words.t(&format!("moderation-law-{law}")),
    }
}

/// A ground by the word it is counted by.
pub fn ground_by_key(words: &Words, key: &str) -> String {
    match key.split_once(' ') {
        Some(("clause", number)) => {
            words.tn("moderation-ground-clause-number", args![number => number])
        }
        Some(("law", law)) => words.t(&format!("moderation-law-{law}")),
        _ => words.t("moderation-ground-none"),
    }
}

/// Until when a sanction holds.
pub fn until(words: &Words, until: Option<Timestamp>) -> String {
    match until {
        Some(until) => words.tn("moderation-until", args![when => words.moment(until)]),
        None => words.t("moderation-no-end"),
    }
}

/// A kind of sanction, as a badge.
pub fn sanction_badge(words: &Words, kind: SanctionKind) -> Markup {
    let tone = match kind {
        SanctionKind::Warn => "info",
        SanctionKind::Mute => "warning",
        SanctionKind::Ban => "danger",
    };
    badge(&words.t(&format!("moderation-sanction-{kind}")), tone)
}

/// Where a ban stands at its network.
pub fn at_network(words: &Words, sanction: &Sanction) -> Option<String> {
    match sanction.network {
        AtNetwork::None => None,
        state => Some(words.t(&format!("moderation-network-{state}"))),
    }
}

/// A sanction that holds, as the panel of a person shows it.
pub fn sanction_line(words: &Words, sanction: &Sanction) -> Markup {
    html! {
        p.small { (sanction_badge(words, sanction.kind)) " " (until(words, sanction.until)) }
    }
}
