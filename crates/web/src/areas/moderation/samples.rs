//! Made-up things of moderation, for the samples of pages.

use conversations::moderation::{
    AtNetwork, Because, Case, Clause, ClauseEdit, Complaint, ComplaintState, Decision, Ground, Law,
    Reached, Ruling, Sanction, SanctionKind, Why,
};
use primitives::{Ambient, Id, Language};

fn ambient(seed: u64) -> Ambient {
    Ambient::fixed("2026-11-22T09:00:00Z", seed)
}

/// A message that waits.
pub fn sample_case(seed: u64) -> Case {
    let ambient = ambient(seed);
    Case {
        id: ambient.new_id(),
        message: ambient.new_id(),
        conversation: ambient.new_id(),
        channel: ambient.new_id(),
        identity: Some(ambient.new_id()),
        name: Some("Karl".to_owned()),
        handle: Some("karl@mastodon.test".to_owned()),
        said: "Bande d’abrutis".to_owned(),
        said_at: ambient.now(),
        because: Because::Rule,
        rule: Some(ambient.new_id()),
        rule_name: Some("Insultes".to_owned()),
        why: vec![
            why("words", &["abrutis"], None),
            why("harm-insult", &["abrutis"], Some(92)),
            why("spam", &[], Some(12)),
        ],
        likeness: "bande d’abrutis".to_owned(),
        opened_at: ambient.now(),
        decided_at: None,
    }
}

/// A condition that held.
pub fn why(what: &str, found: &[&str], score: Option<i64>) -> Why {
    let found = found.iter().map(|one| (*one).to_owned()).collect();
    Why { what: what.to_owned(), not: false, found, score }
}

/// Two clauses.
pub fn sample_clauses() -> Vec<Clause> {
    let ambient = ambient(7);
    let clause = |number: i64, title: &str, french: &str| Clause {
        id: ambient.new_id(),
        number,
        says: ClauseEdit {
            title_french: title.to_owned(),
            french: french.to_owned(),
            ..ClauseEdit::default()
        },
        changed_at: ambient.now(),
    };
    vec![
        clause(1, "Respect", "On se parle avec respect."),
        clause(3, "Publicité", "Pas de publicité sans accord."),
    ]
}

/// A decision.
pub fn sample_ruling(seed: u64) -> Ruling {
    let (ambient, case) = (ambient(seed + 20), sample_case(seed));
    Ruling {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        message: case.message,
        conversation: case.conversation,
        channel: case.channel,
        identity: case.identity,
        name: case.name,
        handle: case.handle,
        decision: Decision::Hide,
        ground: Some(Ground::Law { law: Law::Insult, words: String::new() }),
        reason: "Une insulte envers l’équipe.".to_owned(),
        rule: case.rule,
        rule_name: case.rule_name,
        automated: false,
        by: Some(ambient.new_id()),
        by_name: Some("Louise Martin".to_owned()),
        at: ambient.now(),
        language: Language::Fr,
        said: case.said,
        said_at: case.said_at,
        sanction: None,
        reached: Reached::Done,
        told_at: None,
        told_how: None,
        undone_at: None,
        undone_by: None,
        undone_because: None,
        complaint: Some(ComplaintState::Open),
    }
}

/// A sanction that holds.
pub fn sample_sanction() -> Sanction {
    let ambient = ambient(9);
    Sanction {
        id: ambient.new_id(),
        identity: ambient.new_id(),
        name: "Karl".to_owned(),
        handle: "karl@mastodon.test".to_owned(),
        channel: ambient.new_id(),
        kind: SanctionKind::Ban,
        since: ambient.now(),
        until: None,
        reason: "Insultes répétées".to_owned(),
        ruling: None,
        by: None,
        by_name: Some("Louise Martin".to_owned()),
        lifted_at: None,
        network: AtNetwork::Blocked,
        detail: None,
    }
}

/// A complaint without an answer.
pub fn sample_complaint(state: ComplaintState) -> Complaint {
    let ambient = ambient(11);
    let answered = state != ComplaintState::Open;
    Complaint {
        id: ambient.new_id(),
        ruling: ambient.new_id(),
        words: "C’était une citation.".to_owned(),
        at: ambient.now(),
        state,
        answer: if answered { "Vous avez raison.".to_owned() } else { String::new() },
        answered_by: answered.then(|| ambient.new_id::<platform::Teammate>()),
        answered_at: answered.then(|| ambient.now()),
        handle: Some("karl@mastodon.test".to_owned()),
        about: "Bande d’abrutis".to_owned(),
        decided_by: None::<Id<platform::Teammate>>,
    }
}
