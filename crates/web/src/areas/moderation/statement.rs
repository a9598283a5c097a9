//! The statement of reasons in words: what regulation (EU) 2022/2065, article 17, asks for.

use channels::Channel;
use conversations::moderation::{
    ComplaintState, Decision, Ground, Law, Ruling, Sanction, SanctionKind, Statement,
};
use maud::{Markup, html};

use super::shown::{ground_line, until};
use crate::words::{Words, args};

/// A title and its paragraphs.
type Part = (String, Vec<String>);

/// What an author is told, part by part.
pub fn parts(
    words: &Words,
    ruling: &Ruling,
    sanction: Option<&Sanction>,
    channel: Option<&Channel>,
    brand: &str,
) -> Vec<Part> {
    let network = channel.map_or("", |channel| channel.network_name.as_str());
    let part = |name: &str, said: Vec<String>| (words.t(&format!("moderation-so-{name}")), said);
    let mut parts = vec![part("decided", decided(words, ruling, sanction, network))];
    let mut facts =
        vec![words.tn(
            "moderation-so-said",
            args![when => words.moment(ruling.said_at), network => network],
        )];
    if !ruling.reason.is_empty() {
        facts.push(ruling.reason.clone());
    }
    parts.push(part("facts", facts));
    parts.push(part("means", vec![words.t(means(ruling))]));
    if let Some(ground) = &ruling.ground {
        parts.push(part("ground", grounds(words, ground, brand)));
    }
    parts
}

fn means(ruling: &Ruling) -> &'static str {
    match (ruling.rule.is_some(), ruling.automated) {
        (_, true) => "moderation-so-means-decided",
        (true, false) => "moderation-so-means-found",
        (false, false) => "moderation-so-means-none",
    }
}

fn decided(
    words: &Words,
    ruling: &Ruling,
    sanction: Option<&Sanction>,
    network: &str,
) -> Vec<String> {
    let given = args![network => network];
    let mut said = Vec::new();
    match ruling.decision {
        Decision::Keep => {}
        Decision::Hide => said.push(words.tn("moderation-so-hidden", given)),
        Decision::Delete => said.push(words.tn("moderation-so-deleted", given)),
    }
    if ruling.decision != Decision::Keep {
        said.push(words.t("moderation-so-scope"));
    }
    if let Some(sanction) = sanction {
        let end = until(words, sanction.until);
        let key = match sanction.kind {
            SanctionKind::Warn => "moderation-so-warned",
            SanctionKind::Mute => "moderation-so-muted",
            SanctionKind::Ban => "moderation-so-banned",
        };
        said.push(words.tn(key, args![until => end, network => network]));
    }
    said
}

fn grounds(words: &Words, ground: &Ground, brand: &str) -> Vec<String> {
    let line = ground_line(words, ground);
    match ground {
        Ground::Clause { .. } => {
            let (_, said) = ground.clause_in(words.language()).unwrap_or_default();
            vec![
                words.tn("moderation-so-clause", args![brand => brand, ground => line]),
                words.tn("moderation-so-quote", args![said => said]),
            ]
        }
        Ground::Law { law: Law::Other, .. } => {
            vec![words.tn("moderation-so-law", args![ground => line])]
        }
        Ground::Law { law, .. } => vec![
            words.tn("moderation-so-law", args![ground => line]),
            words.t(&format!("moderation-law-{law}-explained")),
        ],
    }
}

/// What an author may do against it.
pub fn redress(words: &Words, statement: &Statement) -> Vec<String> {
    let until = statement.complains_until();
    let day = words.day(words.local(until).date());
    vec![
        words.tn("moderation-so-redress-complaint", args![when => day]),
        words.t("moderation-so-redress-person"),
        words.t("moderation-so-redress-body"),
        words.t("moderation-so-redress-court"),
    ]
}

/// The parts, as pages show them.
pub fn shown(parts: &[Part]) -> Markup {
    html! {
        @for (title, said) in parts {
            section.stack.stack-sm { @if !title.is_empty() { h2.h3 { (title) } } @for line in said { p.keep-lines { (line) } } }
        }
    }
}

/// What is sent in private: short, since networks count; the link says all.
#[must_use]
pub fn private_message(words: &Words, statement: &Statement, brand: &str, link: &str) -> String {
    let ruling = &statement.ruling;
    let ground = ruling.ground.as_ref().map(|ground| ground_line(words, ground));
    let what = match (ruling.decision, &statement.sanction) {
        (Decision::Hide, _) => "hidden",
        (Decision::Delete, _) => "deleted",
        (Decision::Keep, Some(sanction)) => match sanction.kind {
            SanctionKind::Warn => "warned",
            SanctionKind::Mute => "muted",
            SanctionKind::Ban => "banned",
        },
        (Decision::Keep, None) => "kept",
    };
    let when = words.day(words.local(ruling.said_at).date());
    words.tn(
        &format!("moderation-message-{what}"),
        args![when => when, brand => brand, ground => ground.unwrap_or_default(), link => link],
    )
}

/// What is sent once a complaint is answered.
#[must_use]
pub fn outcome_message(
    words: &Words,
    state: ComplaintState,
    brand: &str,
    link: &str,
) -> Option<String> {
    let key = match state {
        ComplaintState::Open => return None,
        ComplaintState::Upheld => "moderation-message-upheld",
        ComplaintState::Reversed => "moderation-message-reversed",
    };
    Some(words.tn(key, args![brand => brand, link => link]))
}
