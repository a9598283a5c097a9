//! Cases in each state, and one that was refused.

use conversations::feedback::{CaseState, Event, Source, Told, ToldState, WhyDraft};
use primitives::Ambient;

use super::page::CasePage;
use crate::Form;
use crate::areas::feedback::categories::sample_category;
use crate::areas::feedback::list::sample_case;

pub(super) fn samples() -> Vec<CasePage> {
    let ambient = Ambient::fixed("2026-11-22T09:00:00Z", 27);
    let mut refused = Form::filled([("state", "declined"), ("reason", "")]);
    refused.refuse("reason", "…");
    let mut pages: Vec<CasePage> = CaseState::ALL
        .iter()
        .map(|state| CasePage::sample(&ambient, *state, Form::empty()))
        .collect();
    pages.push(CasePage::sample(&ambient, CaseState::InProgress, refused));
    pages
}

impl CasePage {
    fn sample(ambient: &Ambient, state: CaseState, form: Form) -> Self {
        let case = sample_case(ambient, state);
        let at = case.filed_at;
        let source = |name: &str| Source {
            conversation: ambient.new_id(),
            message: ambient.new_id(),
            text: "Très déçue, le pain livré ce matin était rassis.".into(),
            name: name.into(),
            at,
        };
        let told = |state, because, name: &str| Told {
            id: ambient.new_id(),
            conversation: ambient.new_id(),
            step: CaseState::Received,
            state,
            words: "Bonjour, nous avons bien reçu votre réclamation.".into(),
            because,
            message: None,
            name: name.into(),
            at,
        };
        let event = |what: &str, detail: &str, by: Option<&str>| Event {
            what: what.into(),
            detail: detail.into(),
            by: by.map(str::to_owned),
            at,
        };
        let drafts = WhyDraft::ALL.iter().map(|why| told(ToldState::Draft, *why, "Anna Roux"));
        let rest = [ToldState::Sent, ToldState::Dropped];
        Self {
            case,
            sources: vec![source("Anna Roux"), source("")],
            course: vec![
                event("proposed", "Livraison", None),
                event("filed", "Livraison", Some("Louise Martin")),
                event("moved", "in_progress", Some("Louise Martin")),
                event("moved", "declined Le four est plein.", Some("Louise Martin")),
                event("joined", "Pain rassis", None),
                event("merged", "Pain rassis", None),
                event("category", "Magasin", None),
                event("reminded", "", None),
            ],
            told: drafts
                .chain(rest.into_iter().map(|state| told(state, WhyDraft::Chosen, "")))
                .collect(),
            categories: vec![sample_category(ambient)],
            others: vec![(ambient.new_id(), "Pain rassis encore".into())],
            now: ambient.now(),
            form,
            wrong: None,
        }
    }
}
