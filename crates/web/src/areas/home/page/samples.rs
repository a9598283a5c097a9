//! The page with much to do, with nothing to do, and before anything is connected.

use channels::Content;
use channels::publication::{NeedsPerson, Publication, PublicationState, Purpose, StateName};
use conversations::escalation::OpenCounts;
use conversations::promise::DueCounts;
use jiff::Timestamp;
use publishing::calendar::Entry;

use super::{HomePage, Since};

pub(super) fn samples() -> Vec<HomePage> {
    let ambient = primitives::Ambient::fixed("2026-11-22T09:00:00Z", 3);
    let now: Timestamp = ambient.now();
    let channels = crate::areas::channels::sample_channels();
    let publication = |state| Publication {
        id: ambient.new_id(),
        brand: ambient.new_id(),
        channel: channels[0].id,
        purpose: Purpose::Reply { conversation: ambient.new_id() },
        place: channels::publication::Place::default(),
        due_at: now,
        content: Content { text: "Brioche du dimanche".into(), ..Content::default() },
        state,
        attempts: 1,
        created_by: None,
        created_at: now,
        updated_at: now,
        late_alerted_at: None,
    };
    let needs = |why| PublicationState::NeedsPerson { why, detail: String::new(), frozen: None };
    let failed = PublicationState::Failed {
        reason: channels::publication::Failure::GaveUp,
        detail: String::new(),
    };
    let held = PublicationState::Held { reason: channels::publication::HeldBy::BrandPause };
    let entry = |post, state| Entry {
        publication: ambient.new_id(),
        post,
        channel: channels[0].id,
        state,
        due_at: now,
        excerpt: "Le four est chaud".into(),
    };
    let post = ambient.new_id();
    let page = HomePage {
        name: "Louise Martin".into(),
        channels: channels.clone(),
        to_decide: vec![
            publication(needs(NeedsPerson::Assisted)),
            publication(needs(NeedsPerson::CannotTell)),
            publication(failed),
            publication(held),
        ],
        waiting: Vec::new(),
        all_waiting: 2,
        today: vec![entry(post, StateName::Published), entry(post, StateName::Failed)],
        drafts: Vec::new(),
        since: Since { messages: 3, published: 2 },
        to_review: 2,
        due: DueCounts { late: 2, at_risk: 1, mine: 1 },
        asked: OpenCounts { open: 3, late: 1, to_review: 2 },
    };
    let quiet =
        HomePage { name: "Louise".into(), channels: vec![channels[0].clone()], ..quiet_copy() };
    let first = HomePage { channels: vec![], name: "Inès".into(), ..quiet_copy() };
    vec![page, quiet, first]
}

fn quiet_copy() -> HomePage {
    HomePage {
        name: String::new(),
        channels: vec![],
        to_decide: vec![],
        waiting: vec![],
        all_waiting: 0,
        today: vec![],
        drafts: vec![],
        since: Since::default(),
        to_review: 0,
        due: DueCounts::default(),
        asked: OpenCounts::default(),
    }
}
